"""Solve on which calendar day a report was written, from everything it offers; all clues must agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from rashomon.intake.dayclues import Clue, Clues, gather
from rashomon.lexicon.calendar import shift, weekday_ahead
from rashomon.lexicon.tables import Tables
from rashomon.model import Evidence, Note, Zone

NAMES = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SLIP = 1
"""Days that a stamp may lie beside the day of writing, for time zones and presses that run past midnight."""

DATELINE_LEAD = 2
"""Days that a dateline may lie before the stamp and still be the day of writing."""

Answer = tuple[date | None, list[Evidence], list[Note]]


@dataclass(slots=True)
class Case:
    """The clues with what has been found out about them so far."""

    clues: Clues
    notes: list[Note] = field(default_factory=list)

    @property
    def weekday(self) -> int:
        """The weekday that the pairs agree on; 0 where there are none or they do not agree."""
        found = {pair.weekday for pair in self.clues.pairs}
        return found.pop() if len(found) == 1 else 0

    @property
    def earliest(self) -> date | None:
        """The day before which the report cannot have been written: that of its latest embedded post."""
        return max((clue.day for clue in self.clues.bounds if clue.rule == "embed-date" and clue.day), default=None)

    def allows(self, day: date) -> bool:
        """Say whether a day breaks neither the weekday pairs nor a post's date."""
        late = self.earliest is not None and (self.earliest - day).days > SLIP
        return not late and self.weekday in {0, day.isoweekday()}


def solve_report_day(text: str, zones: Sequence[Zone], published: str | None, tables: Tables) -> Answer:
    """Return the report day with the clues it rests on; None with the note ``no-report-day`` where nothing settles it.

    ``published`` is the metadata's date in any common form. A stamp that breaks a pair such as "yesterday, Friday"
    is rejected with the note ``stamp-rejected``; a post's date only bounds the day from below. "today, Saturday" in a
    report that embeds a post of 21 January 2022 gives 22 January 2022.
    """
    clues = gather(text, zones, published, tables)
    case = Case(clues)
    if published and not any(stamp.rule == "published" for stamp in clues.stamps):
        case.notes.append(
            Note(
                "unreadable-date", f"the given date {published[:40]!r} could not be read; dates such as 2022-01-22 can"
            )
        )
    if clues.pairs and not case.weekday:
        days = ", ".join(sorted({NAMES[pair.weekday] for pair in clues.pairs}))
        case.notes.append(
            Note("weekday-conflict", f"pairs of weekday and day make the report day both {days}", clues.pairs[0].span)
        )
    found = by_dated_pair(case) or by_stamp(case) or by_bound(case) or by_slipped_stamp(case) or by_caption(case)
    if found is None:
        yearless = by_yearless(case)
        what = f"the year of {yearless[0].words!r}" if yearless else "the day it was written"
        case.notes.append(Note("no-report-day", f"nothing in the report or its metadata settles {what}"))
        return None, yearless, case.notes
    day, used = found
    return day, [evidence(clue, day) for clue in used], case.notes


def evidence(clue: Clue, day: date) -> Evidence:
    """Return a clue as the evidence for the day."""
    return Evidence("day", day.isoformat(), clue.rule, clue.words, clue.span)


def by_yearless(case: Case) -> list[Evidence]:
    """Return the first dateline's day without a year as evidence that tells an order, if not a day: "--03-05"."""
    for clue in case.clues.stamps:
        if clue.yearless:
            month, day = clue.yearless
            return [Evidence("day", f"--{month:02}-{day:02}", clue.rule, clue.words, clue.span)]
    return []


Found = tuple[date, list[Clue]]


def by_dated_pair(case: Case) -> Found | None:
    """Take the day of "yesterday, January 21, 2022", if all such pairs agree."""
    dated = [pair for pair in case.clues.pairs if pair.day]
    days = {pair.day for pair in dated if pair.day}
    if len(days) != 1 or not case.weekday:
        return None
    return days.pop(), list(case.clues.pairs)


def by_stamp(case: Case) -> Found | None:
    """Take the first stamp that breaks no pair and precedes no embedded post; a dateline just before it is the day of writing."""
    taken: Clue | None = None
    for stamp in case.clues.stamps:
        if stamp.day is None:
            continue
        if not case.allows(stamp.day):
            case.notes.append(rejected(stamp, case))
        elif taken is None or (
            stamp.rule == "dateline" and taken.day and 0 <= (taken.day - stamp.day).days <= DATELINE_LEAD
        ):
            taken = stamp
    if taken is None or taken.day is None:
        return None
    agreeing = [
        stamp
        for stamp in case.clues.stamps
        if stamp.day and abs((stamp.day - taken.day).days) <= DATELINE_LEAD and case.allows(stamp.day)
    ]
    return taken.day, agreeing + (list(case.clues.pairs) if case.weekday else [])


def rejected(stamp: Clue, case: Case) -> Note:
    """Return the note on a stamp that cannot be the report day."""
    day = stamp.day
    if day is not None and case.weekday and day.isoweekday() != case.weekday:
        why = f"is a {NAMES[day.isoweekday()]}, but {case.clues.pairs[0].words!r} makes the report day a {NAMES[case.weekday]}"
    else:
        why = f"lies before the embedded post of {case.earliest}"
    return Note("stamp-rejected", f"the date {stamp.words[:40]!r} ({stamp.rule}) {why}", stamp.span)


def by_bound(case: Case) -> Found | None:
    """Take the first day of the right weekday at or after the latest date that the report must follow."""
    if not case.weekday or not case.clues.bounds:
        return None
    latest = max(case.clues.bounds, key=lambda clue: clue.day or date.min)
    if latest.day is None or shift(latest.day, 6) is None:
        return None
    return weekday_ahead(latest.day, case.weekday), [latest, *case.clues.pairs]


def by_slipped_stamp(case: Case) -> Found | None:
    """Take the right weekday a day beside a rejected stamp: presses run past midnight, and time zones differ."""
    for stamp in case.clues.stamps:
        near = [shift(stamp.day, -SLIP), shift(stamp.day, SLIP)] if stamp.day else []
        for day in near:
            if day and case.weekday and case.allows(day):
                return day, [stamp, *case.clues.pairs]
    return None


def by_caption(case: Case) -> Found | None:
    """Take the date of the latest caption, if somebody in the story speaks on that weekday."""
    latest = max(case.clues.captions, key=lambda clue: clue.day or date.min, default=None)
    if latest is None or latest.day is None or case.clues.pairs or not case.allows(latest.day):
        return None
    same = [clue for clue in case.clues.weekdays if clue.weekday == latest.day.isoweekday()]
    told = {clue.weekday for clue in case.clues.weekdays if clue.rule == "weekday-told"}
    if same and latest.day.isoweekday() in told:
        return latest.day, [latest, *same]
    day = weekday_ahead(latest.day, min(told, default=1))
    if len(told) == 1 and (day - latest.day).days <= SLIP:
        return day, [latest, *(clue for clue in case.clues.weekdays if clue.weekday in told)]
    return None
