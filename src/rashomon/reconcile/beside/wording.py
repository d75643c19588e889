"""Who was called what, by whom: in the outlet's own voice, or in a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.model import CAST_ID, Mention, MentionType, Report, ReportId, Wording

Key = tuple[str, str, ReportId, bool, str]
"""Actor, words as printed (case aside), report, whether quoted, and the speaker of the quotation."""


def wording(mentions: Iterable[Mention], reports: Mapping[ReportId, Report]) -> tuple[Wording, ...]:
    """Return every name that an actor of the tables was given, counted by report and voice, by actor and then by report day."""
    found: dict[Key, list[Mention]] = {}
    for mention in mentions:
        if mention.type is not MentionType.ACTOR or not mention.actor or mention.report_id not in reports:
            continue
        if not mention.actor.startswith(CAST_ID):
            found.setdefault(key_of(mention, reports[mention.report_id]), []).append(mention)
    rows = [row(group, reports[key[2]]) for key, group in found.items()]
    order = {report_id: place for place, report_id in enumerate(reports)}
    return tuple(
        sorted(
            rows, key=lambda w: (w.label, w.actor, order[w.report_id], w.voice, -w.count, w.words.casefold(), w.span)
        )
    )


def key_of(mention: Mention, report: Report) -> Key:
    """Return what a mention is counted under."""
    words = " ".join(mention.span.of(report.text).split()).casefold()
    return (mention.actor or "", words, mention.report_id, mention.quoted, mention.speaker or "")


def row(mentions: list[Mention], report: Report) -> Wording:
    """Return the row for mentions of one actor in the same words and voice; its span is the first of them."""
    first = min(mentions, key=lambda mention: mention.span)
    loaded = tuple(sorted({word for mention in mentions for word in mention.loaded}))
    return Wording(
        first.actor or "", first.label or first.actor or "", " ".join(first.span.of(report.text).split()), report.id, report.name,
        "quoted" if first.quoted else "own", first.speaker, loaded, len(mentions), first.span,
    )  # fmt: skip
