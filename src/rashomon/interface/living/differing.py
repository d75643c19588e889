"""What changed in an event, as a person reads it: what came in, which figures moved, which verdicts are others now and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.interface.compose import headline_of, title_of
from rashomon.interface.findings import Marks
from rashomon.interface.living.told import ARROW, move_line, verdict_line
from rashomon.interface.plain import clean, count_of
from rashomon.interface.terminal import COLOURS, QUIET, columns, section
from rashomon.interface.words import WEIGHT, day_words, place_words, time_words
from rashomon.lexicon.actors import Countries
from rashomon.lexicon.tables import Tables
from rashomon.model import Difference, Event, Judgement, Move, Record, Report, ReportId, Shift, Verdict

TELLING = (Verdict.DISPUTED, Verdict.UPDATED)
"""Verdicts that want a word of explanation, also on a new question."""


def differing(found: Difference, record: Record, tables: Tables, *, since: str | None) -> Iterator[RenderableType]:
    """Yield what changed from top to bottom; a part with nothing to say is left out."""
    countries = {row.id: row.label for row in tables.of(Countries).rows}
    marks = Marks.of(record.reports)
    yield Text.assemble((title_of(found.event, countries), "bold underline"), f"  {found.event.id}")
    yield Text(headline(found, since))
    yield from section("New reports", [reports(found, record, marks)] if found.joined else [])
    yield from section("The event", event_lines(found, countries))
    yield from section("Judgements", judgement_lines(found))
    yield from section("Figures", shift_lines(of_kind(found.shifts, counts=True), marks))
    yield from section("Acts and control", shift_lines(of_kind(found.shifts, counts=False), marks))


def headline(found: Difference, since: str | None) -> str:
    """Return how much changed, since when."""
    when = f"since {'change ' if since.isdecimal() else ''}{clean(since)}" if since else "since the beginning"
    if found.fresh:
        return f"{when}: a new event, {count_of(len(found.joined), 'report')}"
    parts = [count_of(len(found.joined), "new report")] if found.joined else []
    parts += [f"{count_of(len(found.left), 'report')} left"] if found.left else []
    moved = sum(bool(shift.moves) for shift in found.shifts)
    verdicts = sum(
        shift.before is not shift.after and None not in (shift.before, shift.after) for shift in found.shifts
    )
    parts += [f"answers to {count_of(moved, 'question')} moved"] if moved else []
    parts += [f"{count_of(verdicts, 'verdict')} changed"] if verdicts else []
    return f"{when}: {', '.join(parts) or 'nothing changed'}"


def of_kind(shifts: Sequence[Shift], *, counts: bool) -> list[Shift]:
    """Return the shifts of counts, or all others: what is disputed first, as in the record; what is no longer asked last."""
    found = [shift for shift in shifts if (shift.question.kind == "count") is counts]
    return sorted(found, key=lambda shift: WEIGHT.index(shift.after) if shift.after else len(WEIGHT))


def reports(found: Difference, record: Record, marks: Marks) -> RenderableType:
    """Return a table of the new reports."""
    table = columns(4)
    for report in record.reports:
        if report.id in found.joined:
            day = day_words(report.day) if report.day else "day not known"
            table.add_row(
                Text(marks.of_report(report.id), "bold"),
                clean(report.name),
                day,
                Text(clean(line_of(report, found.event)), QUIET),
            )
    return table


def line_of(report: Report, event: Event) -> str:
    """Return a report's headline, else how it begins, or turns to the event."""
    return headline_of(report, event.account_of(report.id)) or " ".join(report.text[:90].split()) + " …"


def event_lines(found: Difference, countries: dict[str, str]) -> Iterator[RenderableType]:
    """Yield what the event itself now is in place of what it was."""
    if found.when:
        yield Text(
            f"when: {time_words(found.when[0]) or 'not known'} {ARROW} {time_words(found.when[1]) or 'not known'}"
        )
    if found.where:
        was, now = (clean(place_words(place, countries)) or "not known" for place in found.where)
        if was != now:
            yield Text(f"where: {was} {ARROW} {now}")
    if found.kind:
        yield Text(f"kind: {found.kind[0] or 'not known'} {ARROW} {found.kind[1] or 'not known'}")
    for event_id in found.absorbed:
        yield Text(f"{event_id} is now part of it")
    if found.left:
        yield Text(f"no longer in it: {', '.join(found.left)}")


def judgement_lines(found: Difference) -> Iterator[RenderableType]:
    """Yield what reviewers decided and took back."""
    for judgement in found.judged:
        yield Text(judged(judgement))
    for judgement in found.withdrawn:
        yield Text(f"withdrawn: {judged(judgement)}")


def judged(judgement: Judgement) -> str:
    """Return a judgement in words."""
    value = f" as {clean(judgement.correction)}" if judgement.correction else ""
    reason = f": {clean(judgement.reason)}" if judgement.reason else ""
    return f"{clean(judgement.by)}: {judgement.decision} {', '.join(judgement.subject)}{value}{reason}"


def shift_lines(shifts: Sequence[Shift], marks: Marks) -> Iterator[RenderableType]:
    """Yield what changed on each question: its verdict, the answers that moved with the reports that brought them, and why."""
    for shift in shifts:
        style = COLOURS[shift.after] if shift.after else QUIET
        yield Text.assemble(
            (clean(shift.question.label), "bold"), "  ", (verdict_line(shift.before, shift.after), style)
        )
        for move in shift.moves:
            yield Padding(Text(f"{move_line(move)}{carried(move, marks)}"), (0, 0, 0, 2))
        if shift.why and shift.before is not shift.after and (shift.before or shift.after in TELLING):
            yield Padding(Text(clean(shift.why), style=QUIET), (0, 0, 0, 2))


def carried(move: Move, marks: Marks) -> str:
    """Return the letters of the new reports that carry an answer."""
    ids: tuple[ReportId, ...] = move.reports
    return f"  [{marks.of_reports(ids)}]" if ids else ""
