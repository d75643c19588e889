"""The clues to a report's own day: stamps, datelines, dates of captions and posts, and pairs such as "yesterday, Friday"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from rashomon.lexicon.calendar import Calendar, shift
from rashomon.lexicon.dates import NamedDay, named_days
from rashomon.lexicon.tables import Tables
from rashomon.lexicon.timetokens import TimeLine, read_line, time_words
from rashomon.model import Span, Zone, ZoneKind

LEAD = 700
"""Code points: a date this near the start belongs to the story's own days."""

SHORT_LINE = 60
PAIR = "(?<!BEFORE)(?<!AFTER) (?P<relative>RELDAY) (?:COMMA|LPAREN)? (?:ON|THE)? (?P<weekday>WEEKDAY|WDAY)"
TURNED = "(?P<weekday>WEEKDAY|WDAY) (?:COMMA|LPAREN) (?P<relative>RELDAY)"
BEYOND = "(?P<unit>UNIT) (?P<beyond>BEFORE|AFTER) (?P<relative>RELDAY) (?:COMMA|LPAREN)? (?:ON|THE)? (?P<weekday>WEEKDAY|WDAY)"
TOLD = "SAID ABOUT? ON? (?P<weekday>WEEKDAY)(?! (?:PART))"
NAMED = "(?P<weekday>WEEKDAY)"
YEARLESS = "dateline-no-year"
"""The rule of a dateline's day whose year is written nowhere near."""

COMPACT = re.compile(r"([12]\d{3})([01]\d)([0-3]\d)(?=$|[T ])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that bear on the report day: a ``day`` they name, or the ``weekday`` (Monday is 1) the report day must be.

    ``yearless`` are the month and the day of the month where no year is written.
    """

    rule: str
    words: str
    span: Span | None = None
    day: date | None = None
    weekday: int = 0
    yearless: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Clues:
    """All clues of a report, by what they can show."""

    stamps: tuple[Clue, ...]
    pairs: tuple[Clue, ...]
    bounds: tuple[Clue, ...]
    captions: tuple[Clue, ...]
    weekdays: tuple[Clue, ...]


def gather(text: str, zones: Sequence[Zone], published: str | None, tables: Tables) -> Clues:
    """Return the clues of a text, its zones and its metadata."""
    zones = sorted(zones, key=lambda zone: zone.span)
    line = read_line(text, time_words(tables))
    days = named_days(line, tables)
    stamps = tuple(published_stamp(published, tables)) + tuple(printed_stamps(text, days, zones, tables))
    year = next((stamp.day.year for stamp in stamps if stamp.day), None)
    return Clues(
        stamps=(*stamps, *datelines(text, days, zones, stamps, year)),
        pairs=tuple(pairs(line, days, zones, tables)),
        bounds=tuple(bounds(text, line, days, zones)),
        captions=tuple(zone_days(text, days, zones, ZoneKind.CAPTION, "caption-date")),
        weekdays=tuple(weekdays(line, zones, tables)),
    )


def published_stamp(published: str | None, tables: Tables) -> Iterator[Clue]:
    """Give the day that the metadata states, in whatever form it is written; nothing where it cannot be read."""
    if not published:
        return
    written = published.strip()[:200]
    compact = COMPACT.match(written)
    if compact:
        written = "-".join(compact.groups())
    for day in named_days(read_line(written, time_words(tables)), tables):
        if day.day:
            yield Clue("published", published, None, day.day)
            return


def printed_stamps(text: str, days: Sequence[NamedDay], zones: Sequence[Zone], tables: Tables) -> Iterator[Clue]:
    """Give the dates that a page prints for itself: after "Published", or opening the text, or alone on an early line."""
    words = tables.of(Calendar).stamp_words
    for found in days:
        if found.day is None or kind_at(zones, found.span.start) in {ZoneKind.CAPTION, ZoneKind.EMBED}:
            continue
        before = text[max(0, found.span.start - SHORT_LINE) : found.span.start]
        line_before = before.rsplit("\n", 1)[-1].strip().lower().lstrip("(")
        line_after = text[found.span.end : found.span.end + SHORT_LINE].split("\n", 1)[0].strip()
        labelled = line_before.endswith(words)
        alone = not line_before and len(line_after) <= 12 and not line_after.endswith((".", ","))
        if (
            labelled
            or (alone and found.span.start < LEAD)
            or (found.span.start < LEAD and not text[: found.span.start].strip())
        ):
            yield Clue("printed-date", found.span.of(text), found.span, found.day)


def datelines(
    text: str, days: Sequence[NamedDay], zones: Sequence[Zone], stamps: Sequence[Clue], year: int | None
) -> Iterator[Clue]:
    """Give a dateline's date; one without a year takes the year that brings it nearest to a stamp."""
    for found in days:
        if kind_at(zones, found.span.start) is not ZoneKind.DATELINE:
            continue
        day = found.day
        if day is None and year is not None and stamps[0].day:
            near = (found.in_year(other) for other in (year - 1, year, year + 1))
            stamp = stamps[0].day
            day = min((other for other in near if other), key=lambda other: abs((other - stamp).days), default=None)
        if day:
            yield Clue("dateline", found.span.of(text), found.span, day)
        elif found.year is None:
            yield Clue(YEARLESS, found.span.of(text), found.span, yearless=(found.month, found.number))


def pairs(line: TimeLine, days: Sequence[NamedDay], zones: Sequence[Zone], tables: Tables) -> Iterator[Clue]:
    """Give the weekday of the report day as each pair shows it: "yesterday, Friday" makes it a Saturday."""
    for name, pattern in patterns(tables).items():
        if name not in {"pair", "turned", "beyond"}:
            continue
        for match in pattern.finditer(line.letters):
            span = line.span(match.start(), match.end())
            offset, weekday = worth(line, match, "relative"), worth(line, match, "weekday")
            if name == "beyond":
                offset += 1 if line.kind(match.start("beyond")) == "AFTER" else -1
                if line.word(match.start("unit")) != "day" or abs(offset) != 2:
                    continue
            if own_day(zones, span.start):
                continue
            yield Clue("weekday-pair", span.of(line.text), span, None, (weekday - offset - 1) % 7 + 1)
    yield from dated_pairs(line, days, zones)


def dated_pairs(line: TimeLine, days: Sequence[NamedDay], zones: Sequence[Zone]) -> Iterator[Clue]:
    """Give the report day that "yesterday, January 21, 2022" shows."""
    for found in days:
        before = found.first - 1
        if line.kind(before) in {"COMMA", "LPAREN"}:
            before -= 1
        if found.day is None or line.kind(before) != "RELDAY" or own_day(zones, found.span.start):
            continue
        day = shift(found.day, -cast(int, line.value(before)))
        span = line.span(before, found.last)
        if day:
            yield Clue("dated-pair", span.of(line.text), span, day, day.isoweekday())


def bounds(text: str, line: TimeLine, days: Sequence[NamedDay], zones: Sequence[Zone]) -> Iterator[Clue]:
    """Give dates before which the report was not written: those of posts, and of the story's own days."""
    yield from zone_days(text, days, zones, ZoneKind.EMBED, "embed-date")
    yield from zone_days(text, days, zones, ZoneKind.CAPTION, "caption-date")
    for found in days:
        own = found.weekday or found.span.start < LEAD
        if (
            not found.day
            or not own
            or kind_at(zones, found.span.start) not in {ZoneKind.BODY, ZoneKind.HEADLINE, ZoneKind.SUBHEAD}
        ):
            continue
        around = {line.kind(index) for index in range(max(0, found.first - 12), found.first)}
        if "AHEAD" not in around and line.kind(found.first - 1) not in {"SINCE", "TO"}:
            yield Clue("body-date", found.span.of(text), found.span, found.day)


def zone_days(text: str, days: Sequence[NamedDay], zones: Sequence[Zone], kind: ZoneKind, rule: str) -> Iterator[Clue]:
    """Give the date of each zone of a kind: the one it was given, else the last it names."""
    for zone in zones:
        if zone.kind is not kind:
            continue
        inside = [found for found in days if zone.span.covers(found.span) and found.day]
        if zone.day:
            same = next((found.span for found in inside if found.day == zone.day), zone.span)
            yield Clue(rule, same.of(text)[:80], same, zone.day)
        elif inside:
            yield Clue(rule, inside[-1].span.of(text), inside[-1].span, inside[-1].day)


def weekdays(line: TimeLine, zones: Sequence[Zone], tables: Tables) -> Iterator[Clue]:
    """Give the weekdays on which somebody spoke ("said Saturday"), then all that the story names."""
    made, seen = patterns(tables), set[int]()
    for name in ("told", "named"):
        for match in made[name].finditer(line.letters):
            at = match.start("weekday")
            if at in seen:
                continue
            seen.add(at)
            if not own_day(zones, line.start(at)) and line.kind(at - 1) not in {
                "NEXT",
                "LAST",
                "EVERY",
                "PAST",
                "COMING",
            }:
                span = line.span(at, at + 1)
                yield Clue(f"weekday-{name}", span.of(line.text), span, None, worth(line, match, "weekday"))


def patterns(tables: Tables) -> dict[str, re.Pattern[str]]:
    """Return the patterns of this module, compiled once for these tables."""
    specs = {"pair": PAIR, "turned": TURNED, "beyond": BEYOND, "told": TOLD, "named": NAMED}
    words = time_words(tables)
    return cast(
        "dict[str, re.Pattern[str]]",
        tables.made("day clues", lambda _: {name: words.pattern(spec) for name, spec in specs.items()}),
    )


def worth(line: TimeLine, match: re.Match[str], name: str) -> int:
    """Return the number a named part stands for."""
    value = line.value(match.start(name))
    return value if isinstance(value, int) else 0


def kind_at(zones: Sequence[Zone], position: int) -> ZoneKind:
    """Return the kind of zone at a place; body where none is marked. The zones stand in text order."""
    index = bisect_right(zones, position, key=lambda zone: zone.span.start) - 1
    return zones[index].kind if index >= 0 and position < zones[index].span.end else ZoneKind.BODY


def own_day(zones: Sequence[Zone], position: int) -> bool:
    """Say whether a place lies in a caption or a post, whose "today" is not the report's."""
    kind = kind_at(zones, position)
    return kind.is_furniture or kind in {ZoneKind.CAPTION, ZoneKind.EMBED}
