"""The day on which something was said, where a report tells it: "On Saturday the army had said that nobody was missing"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rashomon.model import Basis, Claim, ClaimId, Mention, MentionType, Report, ReportId, Span

NEAR = 40
"""So many characters lie at most between a word of saying and its day."""
BACK = 16
"""So many characters before a word of saying are looked at for "had"."""
BREAKS = (". ", "\n", ";", "“", "”", '"')
"""What does not stand between a word of saying and its day."""


def days_of_saying(
    claims: Iterable[Claim], mentions: Iterable[Mention], reports: Mapping[ReportId, Report]
) -> dict[ClaimId, date]:
    """Return the day on which each claim was said, for those whose report tells one beside the word of saying.

    "The ministry said on Saturday that 11 people had been killed" in a report of Monday gives the Saturday.
    """
    sayings: dict[ReportId, list[Mention]] = {}
    times: dict[ReportId, list[Mention]] = {}
    for mention in mentions:
        if mention.type is MentionType.ATTRIBUTION and mention.cue is not None:
            sayings.setdefault(mention.report_id, []).append(mention)
        elif mention.type is MentionType.TIME and day_of(mention) is not None:
            times.setdefault(mention.report_id, []).append(mention)
    found = {}
    for claim in claims:
        saying = innermost(claim, sayings.get(claim.report_id, ()))
        report = reports.get(claim.report_id)
        if saying is not None and report is not None and is_back(saying, report.text):
            day = told_day(saying, times.get(claim.report_id, ()), report.text)
            if day is not None:
                found[claim.id] = day
    return found


def innermost(claim: Claim, sayings: Sequence[Mention]) -> Mention | None:
    """Return the hand-over of the fewest words that holds a claim's number or trigger."""
    anchor = claim.number_span or claim.trigger_span or claim.span
    held = [(len(part), saying) for saying in sayings for part in saying.content if part.covers(anchor)]
    return min(held, key=lambda pair: (pair[0], pair[1].span))[1] if held else None


def is_back(saying: Mention, text: str) -> bool:
    """Say whether a hand-over is told as an earlier one: "had said", "had earlier put the toll at"."""
    return saying.cue is not None and "had" in text[max(0, saying.cue.start - BACK) : saying.cue.start].lower().split()


def told_day(saying: Mention, times: Sequence[Mention], text: str) -> date | None:
    """Return the day beside a word of saying, outside what is said."""
    if saying.cue is None:
        return None
    beside = [
        (gap(saying.cue, time.span), time)
        for time in times
        if not any(part.overlaps(time.span) for part in saying.content)
        and gap(saying.cue, time.span) <= NEAR
        and not any(mark in between(saying.cue, time.span, text) for mark in BREAKS)
    ]
    return day_of(min(beside, key=lambda pair: (pair[0], pair[1].span))[1]) if beside else None


def gap(first: Span, second: Span) -> int:
    """Return how many characters lie between two spans."""
    return max(first.start, second.start) - min(first.end, second.end)


def between(first: Span, second: Span, text: str) -> str:
    """Return the words between two spans."""
    return text[min(first.end, second.end) : max(first.start, second.start)]


def day_of(mention: Mention) -> date | None:
    """Return the one day that a time means; None for longer ones and for what only follows from the event."""
    span = mention.timespan
    if span is None or span.basis is Basis.EVENT or span.earliest != span.latest:
        return None
    return span.latest
