"""Compose the view of a record: nouns in, words out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.interface.findings import Marks, finding_view
from rashomon.interface.plain import clean, count_of
from rashomon.interface.view import ActorView, FindingView, LineView, MomentView, NameView, RecordView, ReportView
from rashomon.interface.words import (
    SYMBOLS,
    WEIGHT,
    place_words,
    report_day_words,
    short_time,
    time_words,
    verdict_words,
)
from rashomon.lexicon.actors import Countries
from rashomon.lexicon.tables import Tables
from rashomon.model import Account, Event, Note, Record, Report, SharedText, Verdict, Wording, ZoneKind

KINDS = ("count", "control", "act", "statement")
MOST_LEFT_OUT = 4
WEB = ("http://", "https://")
AHEAD = frozenset({"several-events", "one-report"})
"""Notes that stand at the top: whoever reads the rest should know them first."""
OPENING = 90
"""Code points of a passage that stand in place of a headline."""


def view_of(record: Record, *, tables: Tables) -> RecordView:
    """Return what a record shows to people."""
    marks = Marks.of(record.reports)
    findings = in_weight([finding_view(finding, record, marks) for finding in record.findings])
    return RecordView(
        title=title_of(record.event, {row.id: row.label for row in tables.of(Countries).rows}),
        when=time_words(record.event.when),
        parties=tuple(clean(party) for party in record.event.parties),
        summary=summary_of(record, findings),
        cautions=tuple(f"Note: {clean(note.message)}." for note in record.notes if note.code in AHEAD),
        reports=tuple(report_view(report, record.event, marks) for report in record.reports),
        findings=findings,
        timeline=moments(record),
        wording=wording_view(record.wording, marks),
        open=tuple(clean(point) for point in record.open),
        left_out=left_out(record, marks),
        notes=(
            *(LineView("", shared_words(text, marks)) for text in record.shared),
            *(note_view(note, marks) for note in record.notes if note.code not in AHEAD),
        ),
        versions=", ".join(f"{name} {number}" for name, number in record.versions.items()),
    )


def in_weight(findings: Sequence[FindingView]) -> tuple[FindingView, ...]:
    """Return the findings in the order a reader wants: counts first, and the disputed before the rest."""
    return tuple(
        sorted(findings, key=lambda f: (kind_rank(f), f.scope != "", WEIGHT.index(f.verdict), -len(f.positions)))
    )


def kind_rank(finding: FindingView) -> int:
    """Return the place of a finding's kind."""
    return KINDS.index(finding.kind) if finding.kind in KINDS else len(KINDS)


def title_of(event: Event, countries: Mapping[str, str]) -> str:
    """Return a title made of what happened and where."""
    what = clean(event.type or "event").replace("-", " ")
    where = clean(place_words(event.where, countries))
    return what[:1].upper() + what[1:] + (f" in {where}" if where else ", place not known")


def summary_of(record: Record, findings: Sequence[FindingView]) -> str:
    """Return the record in numbers: ``3 reports from 3 outlets; 2 disputed, 1 updated``."""
    outlets = {report.outlet for report in record.reports if report.outlet}
    unknown = sum(report.outlet is None for report in record.reports)
    source = count_of(len(outlets), "outlet") if outlets else "no known outlet"
    more = f" and {count_of(unknown, 'unknown one', 'unknown ones')}" if unknown and outlets else ""
    tally = Counter(finding.verdict for finding in findings)
    verdicts = ", ".join(f"{tally[verdict]} {verdict_words(verdict)}" for verdict in WEIGHT if tally[verdict])
    return f"{count_of(len(record.reports), 'report')} from {source}{more}; findings: {verdicts or 'none'}"


def report_view(report: Report, event: Event, marks: Marks) -> ReportView:
    """Return one report of an event."""
    return ReportView(
        id=report.id, mark=marks.of_report(report.id), name=clean(report.name), file=clean(report.source),
        day=report_day_words(report), headline=clean(headline_of(report, event.account_of(report.id))),
        link=report.url if report.url and is_link(report.url) else None,
    )  # fmt: skip


def is_link(address: str) -> bool:
    """Say whether an address leads to the web and holds nothing that is not seen."""
    return address.lower().startswith(WEB) and clean(address) == address


def headline_of(report: Report, account: Account | None = None) -> str:
    """Return a report's title, else the headline in its text; empty where there is none.

    Of a report that turns to the event from its own story, return how it does so.
    """
    if account is not None and account.number > 1:
        words = " ".join(account.spans[0].of(report.text).split())
        return words if len(words) <= OPENING else f"{words[:OPENING].rstrip()} …"
    return report.title or next(
        (zone.span.of(report.text) for zone in report.zones if zone.kind is ZoneKind.HEADLINE), ""
    )


def moments(record: Record) -> tuple[MomentView, ...]:
    """Return the timeline, with the verdict on each act."""
    verdicts = {finding.question.label: finding.verdict for finding in record.findings}
    return tuple(
        MomentView(
            short_time(entry.when), clean(entry.label), *verdict_of(verdicts.get(entry.label)),
            tuple(clean(root) for root in entry.roots),
        )
        for entry in record.timeline
    )  # fmt: skip


def verdict_of(verdict: Verdict | None) -> tuple[str, str]:
    """Return a verdict's mark and its words; blanks for none."""
    return (SYMBOLS[verdict], verdict_words(verdict)) if verdict else (" ", "")


def wording_view(rows: Sequence[Wording], marks: Marks) -> tuple[ActorView, ...]:
    """Return the actors that were called different names, or names that take sides; those with loaded words first."""
    by_actor: dict[str, list[Wording]] = {}
    for row in rows:
        by_actor.setdefault(row.label, []).append(row)
    telling = [(label, names) for label, names in by_actor.items() if is_telling(names)]
    telling.sort(key=lambda item: (not any(name.loaded for name in item[1]), item[0].casefold()))
    return tuple(ActorView(clean(label), tuple(name_view(name, marks) for name in names)) for label, names in telling)


def is_telling(names: Sequence[Wording]) -> bool:
    """Say whether the names show a choice of words."""
    return any(name.loaded for name in names) or len({clean(name.words).casefold() for name in names}) > 1


def name_view(row: Wording, marks: Marks) -> NameView:
    """Return one name."""
    speaker = clean(row.speaker) if row.speaker and row.speaker != "outlet" else ""
    loaded = tuple(clean(word) for word in row.loaded)
    return NameView(clean(row.words), marks.of_report(row.report_id), row.voice, speaker, loaded, row.count)


def left_out(record: Record, marks: Marks) -> tuple[LineView, ...]:
    """Return a line for each report that leaves out what others carry; what most others carry comes first."""
    lines = []
    for report in record.reports:
        missing = [omission for omission in record.omissions if omission.report_id == report.id]
        missing.sort(key=lambda omission: -len(omission.carried_by))
        if not missing:
            continue
        named = [f"{clean(o.what)} ({marks.of_reports(o.carried_by)})" for o in missing[:MOST_LEFT_OUT]]
        rest = len(missing) - len(named)
        text = "; ".join([*named, f"and {rest} more"] if rest else named)
        lines.append(LineView(marks.of_report(report.id), text))
    return tuple(lines)


def shared_words(text: SharedText, marks: Marks) -> str:
    """Return which reports share text."""
    first, second = marks.of_report(text.first), marks.of_report(text.second)
    origin = f"; likely the words of {clean(text.origin)}" if text.origin else ""
    return f"{first} and {second} share text ({text.kind}: {text.share:.0%} of the shorter one{origin})"


def note_view(note: Note, marks: Marks) -> LineView:
    """Return a note with the report it is about."""
    return LineView(marks.of_report(note.report_id) if note.report_id else "", clean(note.message))
