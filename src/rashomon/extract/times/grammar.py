"""The machine that reads times: named rules over a line of classes, each with a production that may refuse."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.lexicon.calendar import month_days, months_days, quarter_of, shift, week_days, week_name
from rashomon.lexicon.timetokens import CLASS_NAME, KEPT, TimeLine, TimeWords, Value
from rashomon.model import Basis, Grain, Span, TimeSpan
from rashomon.model.quick import quick

DATE, TIME, DURATION, SET = "date", "time", "duration", "set"
UNKNOWN_DAY = "XXXX-XX-XX"
SENTENCE_WINDOW = 40
SHORT = 12
"""Letters: how long the runs are that are kept with the rules they match."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What a production makes of some words: a TIMEX3 value, its kind, and the days it covers if they are known.

    ``anchor`` is a day inside it from which "the next day" or "two weeks later" may be reckoned.
    """

    value: str
    kind: str = DATE
    timespan: TimeSpan | None = None
    anchor: date | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """What times are reckoned from: a day (None where it is not known) and what that day rests on."""

    day: date | None
    basis: Basis = Basis.REPORT_DAY


@dataclass(slots=True)
class Course:
    """What has been read so far, from left to right: the last day, month or year named, and the last quarter.

    ``beyond_quarter`` is true from where the passage turns to more of the year: "for the nine months".
    """

    last: Timing | None = None
    quarter: Timing | None = None
    beyond_quarter: bool = False
    index: int = 0
    day_first: bool | None = None

    def speaks_of(self, quarter: Timing, day: date | None) -> bool:
        """Say whether a quarter is what the passage speaks of: the latest that is over, or the only one that has begun."""
        begun = quarter.anchor is not None and (day is None or quarter.anchor <= day)
        if quarter.anchor is None or self.quarter is None or self.quarter.anchor is None:
            return begun
        over = day is None or (quarter.anchor.year, quarter_of(quarter.anchor)) < (day.year, quarter_of(day))
        return begun and over and quarter.anchor >= self.quarter.anchor


@quick
@dataclass(frozen=True, slots=True)
class Found:
    """Words that a rule's pattern matched, with what they are reckoned from."""

    match: re.Match[str]
    line: TimeLine
    words: TimeWords
    reference: Reference
    course: Course

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Index after the last token."""
        return self.match.end()

    @property
    def day(self) -> date | None:
        """The day that times are reckoned from."""
        return self.reference.day

    def place(self, name: str) -> int:
        """Return the index of a named part's first token; -1 where it did not take part."""
        return self.match.start(name) if name in self.match.re.groupindex else -1

    def kind_of(self, name: str) -> str:
        """Return the class of a named part's first token; "BREAK" where it did not take part."""
        return self.line.kind(self.place(name))

    def value(self, name: str) -> Value:
        """Return the worth of the first token of a named part; None where it did not take part."""
        start = self.place(name)
        return self.line.value(start) if start >= 0 else None

    def number(self, name: str) -> int:
        """Return the worth of a part that is a number."""
        value = self.value(name)
        return value if isinstance(value, int) else 0

    def code(self, name: str) -> str:
        """Return the worth of a part that is a word or a code; empty where it did not take part."""
        value = self.value(name)
        return value if isinstance(value, str) else ""

    def amount(self, name: str) -> int:
        """Return the number that several words say: "twenty-four", "a hundred", "two thousand"."""
        first, last = self.match.span(name) if name in self.match.re.groupindex else (0, 0)
        total = part = 0
        for kind, value in self.line.kinds[max(first, 0) : max(last, 0)]:
            if kind == "SCALE":
                part = max(part, 1) * int(value or 1)
                total, part = (total + part, 0) if value == 1000 else (total, part)
            elif kind == "NUM" and isinstance(value, int):
                part += value
        return total + part

    def has(self, name: str) -> bool:
        """Say whether a named part took part."""
        return self.place(name) >= 0

    def kind_at(self, offset: int) -> str:
        """Return the class of a token beside the words: -1 is the one before, 0 the one after."""
        return self.line.kind(self.first + offset if offset < 0 else self.last + offset)

    def word_at(self, offset: int) -> str:
        """Return a word beside the words: -1 is the one before, 0 the one after."""
        return self.line.word(self.first + offset if offset < 0 else self.last + offset)

    @property
    def direction(self) -> int:
        """Where the clause looks: 1 ahead ("will meet on Friday"), -1 back, 0 where nothing shows it."""
        return direction_of(self.line, self.first, self.last)

    @property
    def ahead(self) -> bool:
        """Whether the clause looks ahead; news looks back where nothing says otherwise."""
        return self.direction > 0


def direction_of(line: TimeLine, first: int, last: int) -> int:
    """Return 1 where words of the future are nearest to the words from ``first`` to ``last``, -1 for words of the past or of speaking.

    Read backwards to the start of the sentence; a time that opens its sentence is read forwards.
    """
    if near := direction_of_verb(line, first - 2 if line.kind(first - 1) in {"ON", "IN", "AT"} else first - 1):
        return near
    for index in range(first - 1, max(-1, first - SENTENCE_WINDOW), -1):
        kind = line.kind(index)
        if kind in {"BEHIND", "SAID"}:
            return -1
        if kind == "AHEAD" or is_plan(line, index):
            return -1 if is_over(line, index) else 1
        if kind == "BREAK" or (kind == "DOT" and not after_initial(line, index)):
            break
    if first - 1 >= 0 and line.kind(first - 1) not in {"DOT", "BREAK", "ON", "IN", "AT", "FROM", "QUOTE"}:
        return 0
    for index in range(last, min(len(line), last + 12)):
        kind = line.kind(index)
        if kind in {"AHEAD", "BEHIND", "SAID", "DOT", "BREAK"}:
            return {"AHEAD": 1, "DOT": 0, "BREAK": 0}.get(kind, -1)
    return 0


def direction_of_verb(line: TimeLine, verb: int) -> int:
    """Return where the word right before a time looks: "since", "landed Friday" back, "arrives Friday" ahead; else 0."""
    if line.kind(verb) == "SINCE" and line.word(verb) == "since":
        return -1
    word = line.word(verb) if line.kind(verb) == "OTHER" else ""
    if len(word) > 4 and word.endswith("ed") and line.kind(verb - 1) != "BE":
        return -1
    return int(on_timetable(line, verb))


def on_timetable(line: TimeLine, last: int) -> bool:
    """Say whether the words up to ``last`` are the present of a timetable, a place behind it or not: "leaves for New Oslo"."""
    while line.kind(last) == "CAP" or (line.kind(last + 1) == "CAP" and line.kind(last) in {"FOR", "TO", "IN", "AT"}):
        last -= 1
    return line.kind(last) == "TIMETABLED" and line.kind(last - 1) not in {"BREAK", "DOT", "TO"}


def is_plan(line: TimeLine, to: int) -> bool:
    """Say whether a word tells what may come: "she may resign", "the court is to rule"; not "he is to blame"."""
    if line.kind(to) == "OTHER" and line.word(to) in {"may", "might"}:
        return True
    if line.kind(to) != "TO" or line.word(to) != "to" or line.kind(to + 1) == "FAULT":
        return False
    return line.kind(to + 1) == "BE" or line.word(to - 1) in {"is", "are", "was", "were"}


def is_over(line: TimeLine, index: int) -> bool:
    """Say whether a word of the future tells what is over: "had been expected", "may have left"."""
    perfect = line.word(index) not in {"will", "shall"} and "have" in {line.word(index + 1), line.word(index + 2)}
    return perfect or "had" in {line.word(index - 1), line.word(index - 2), line.word(index - 3)}


def after_initial(line: TimeLine, dot: int) -> bool:
    """Say whether a point stands right after a single capital: "Daniel P. Lund"."""
    before = line.places[dot - 1] if dot else (0, 0)
    return before[1] - before[0] == 1 and before[1] == line.start(dot) and line.kind(dot - 1) == "CAP"


Production = Callable[[Found], Timing | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named value: a pattern over classes and a production that may refuse (None)."""

    name: str
    pattern: str
    produce: Production


def run_pattern(patterns: Sequence[str]) -> str:
    """Return a pattern of the runs of classes that all matches of these patterns lie in.

    Most words are of no class that a pattern names, or are OTHER, which stands behind another class ("three days or
    so", "in a row"): between them the runs are short.
    """
    whole = " ".join(patterns)
    names = sorted({*CLASS_NAME.findall(whole)} - {"OTHER"})
    before = sorted({*re.findall(r"([A-Z]{2,}) OTHER\b", whole)})
    return f"(?: [{'|'.join(names)}] | (?<=[{'|'.join(before)}]) OTHER )+"  # sets of letters: quicker than alternatives


class Grammar:
    """Rules with their patterns compiled for one set of words."""

    def __init__(self, rules: Sequence[Rule], words: TimeWords) -> None:
        self.rules = tuple((rule, words.pattern(rule.pattern)) for rule in rules)
        self.words = words
        self._run = words.pattern(run_pattern([rule.pattern for rule in rules]))
        self._met: dict[str, tuple[int, ...]] = {}

    def candidates(self, line: TimeLine) -> list[tuple[int, int, int, re.Match[str]]]:
        """Return (first token, minus last token, rule, match) of every match, leftmost and longest first."""
        letters, met, found = line.letters, self._met, []
        for run in self._run.finditer(letters):
            places = met.get(run.group())
            for place in self.matching(run.group()) if places is None else places:
                found += [(m.start(), -m.end(), place, m) for m in self.rules[place][1].finditer(letters, *run.span())]
        return sorted(found)

    def matching(self, run: str) -> tuple[int, ...]:
        """Return the rules that match somewhere in a run of letters; short runs come again and again, and are kept in ``_met``."""
        found = tuple(place for place, (_, pattern) in enumerate(self.rules) if pattern.search(run))
        if len(run) <= SHORT:
            if len(self._met) > KEPT:
                self._met.clear()
            self._met[run] = found
        return found

    def read(
        self, line: TimeLine, reference_at: Callable[[int], Reference], course: Course
    ) -> Iterator[tuple[Span, Timing, str]]:
        """Give each time of the line in text order: the leftmost, longest match whose production does not refuse."""
        done = 0
        for first, _, place, match in self.candidates(line):
            if first < done:
                continue
            rule = self.rules[place][0]
            reference = reference_at(line.start(first))
            timing = rule.produce(Found(match, line, self.words, reference, course))
            if timing is None:
                continue
            if timing.kind in {DATE, TIME} and timing.anchor is not None:
                course.last, course.index = timing, match.end()
                if "-Q" in timing.value and course.speaks_of(timing, reference.day):
                    course.quarter, course.beyond_quarter = timing, False
            if is_longer_than_a_quarter(timing, line, first):
                course.beyond_quarter = True
            yield line.span(first, match.end()), timing, rule.name
            done = match.end()


def is_longer_than_a_quarter(timing: Timing, line: TimeLine, first: int) -> bool:
    """Say whether a passage turns to a longer period than a quarter: "for the nine months", "the first half of 1989"."""
    if "-H" in timing.value:
        return True
    definite = "THE" in {line.kind(first), line.kind(first - 1)}
    return definite and timing.value in {"P6M", "P9M", "P1Y"}


def day_timing(day: date | None, basis: Basis, part: str = "") -> Timing | None:
    """Return one day, or a part of it ("TNI"): "Thursday night" is 2022-01-20TNI."""
    if day is None:
        return None
    value = f"{day.isoformat()}{part}"
    return Timing(value, TIME if part else DATE, TimeSpan.day(day, basis), day)


def days_timing(value: str, days: tuple[date, date] | None, grain: Grain, basis: Basis) -> Timing:
    """Return a run of days under one value: a week, a month, a quarter."""
    if days is None:
        return Timing(value)
    return Timing(value, DATE, TimeSpan(days[0], days[1], grain, basis), days[0])


def year_timing(year: int, basis: Basis) -> Timing:
    """Return one year: "in 2014"."""
    return days_timing(f"{year:04d}", (date(year, 1, 1), date(year, 12, 31)), Grain.YEAR, basis)


def month_timing(year: int, month: int, basis: Basis) -> Timing:
    """Return one month; months beyond 1-12 count on into other years."""
    days = month_days(year, month)
    return days_timing(days[0].isoformat()[:7], days, Grain.MONTH, basis)


def quarter_timing(year: int, quarter: int, basis: Basis) -> Timing:
    """Return a quarter of a year: "2022-Q1"."""
    days = months_days(year, quarter * 3 - 2, 3)
    return days_timing(f"{days[0].year}-Q{quarter_of(days[0])}", days, Grain.MONTH, basis)


def half_timing(year: int, half: int, basis: Basis) -> Timing:
    """Return a half of a year: "2022-H1"."""
    return days_timing(f"{year}-H{half}", months_days(year, half * 6 - 5, 6), Grain.MONTH, basis)


def season_timing(year: int, season: str, basis: Basis) -> Timing:
    """Return a season as the northern hemisphere counts it: "2022-SP"; a winter begins in December of its year."""
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    return days_timing(f"{year}-{season}", months_days(year, first, 3), Grain.SEASON, basis)


def week_timing(day: date | None, basis: Basis) -> Timing | None:
    """Return the ISO week that holds the day: "2022-W03"."""
    return None if day is None else days_timing(week_name(day), week_days(day), Grain.WEEK, basis)


def weekend_timing(saturday: date | None, basis: Basis) -> Timing | None:
    """Return Saturday and Sunday: "2022-W03-WE"."""
    sunday = shift(saturday, 1) if saturday else None
    if saturday is None or sunday is None:
        return None
    return days_timing(f"{week_name(saturday)}-WE", (saturday, sunday), Grain.DAYS, basis)
