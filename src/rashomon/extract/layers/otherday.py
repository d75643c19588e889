"""News of another day: a sentence begins with a day that the opening, which dates its own toll, does not name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.extract.drafts import Draft
from rashomon.extract.layers.frame import DAYS
from rashomon.extract.layers.opening import OPENING, Opening, is_none
from rashomon.extract.page import Page
from rashomon.extract.sentences import Sentence
from rashomon.model import Grain, Layer, Scope, Span

FRONTED = re.compile(
    r"\W{0,3}(?:(?:and|also|but|later|earlier|late|early|only)[ ,]+)*(?:on |last |this past )?", re.IGNORECASE
)
"""What may stand before the day with which a sentence begins: "On Friday, ...", "And late Monday ..."."""

TOLLS = re.compile(r"\b(?:tolls?|totals?|tally|count|counted|put|revised|previous(?:ly)?|no longer)\b", re.IGNORECASE)
"""Words of an earlier figure for the same: "On Friday officials had put the toll at nine"."""

PAST_DAYS = re.compile(r"\b(?:past|last) (?:[\w-]+ )?(?:days|weeks?)\b|\bthe weekend\b", re.IGNORECASE)
"""Words of a happening that lasts for days."""

JUST_NOW = re.compile(r"\b(?:in|during|over) the (?:past|last) (?:[\w-]+ )?(?:hour|day|week)s?\b")
"""A past that is the report's own: "in the past 24 hours"."""

UNDATED, LEAP = re.compile(r"XXXX-(\d\d)-(\d\d)"), 2000
"""The value of a day of which no year is known, and a year that has every day."""

OLD = timedelta(days=8)
"""How long before the happening a day must lie to be another time altogether."""

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY, FEW, WIDTH = re.compile("|".join(WEEK), re.IGNORECASE), 4, 30
"""A weekday, the days for which one without a date lies before another, and code points that hold a day."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names: its weekday, and the first and last dates it may be where they are known."""

    weekday: str | None
    first: date | None
    last: date | None

    def precedes(self, other: Day) -> bool:
        """Say whether a day lies before another: by their dates, or by the weekday, few days before, where one has no date."""
        if self.last and other.first:
            return self.last < other.first
        if self.weekday is None or other.weekday is None:
            return False
        return 1 <= (WEEK.index(other.weekday) - WEEK.index(self.weekday)) % 7 <= FEW


def layer_of_day(page: Page, draft: Draft) -> Layer | None:
    """Return the layer of a count below the opening whose sentence begins with an earlier day: background where it lies long before.

    Where nothing in the opening stands beside a day, or what is counted adds to what was told, there is none.
    """
    begun = day_of(page, draft.sentence)
    if begun is None or draft.scope is Scope.INCREMENT or is_none(draft):
        return None
    opening = [(above, days_in(page, above.span)) for above in page.sentences[:OPENING]]
    if not any(days and page.inside("measures", above.span) for above, days in opening):
        return None
    own = page.report.day
    known = [day for _, days in opening for day in days] + ([Day(weekday_of(own), own, own)] if own else [])
    if not all(begun.precedes(day) for day in known) or TOLLS.search(draft.sentence.span.of(page.report.text)):
        return None
    if is_covered(page, begun):
        return None
    firsts = [day.first for day in known if day.first]
    old = begun.last is not None and firsts and begun.last < min(firsts) - OLD
    return Layer.BACKGROUND if old else Layer.RELATED


def is_covered(page: Page, day: Day) -> bool:
    """Say whether the opening tells of a time that takes a day in: "over the past two days", "in the May shelling"."""
    for sentence in page.sentences[:OPENING]:
        if PAST_DAYS.search(page.report.text, sentence.span.start, sentence.span.end):
            return True
        for mention in page.inside("times", sentence.span):
            span = mention.timespan
            if (
                span is None
                or span.grain is not Grain.MONTH
                or day.first is None
                or None in (span.earliest, span.latest)
            ):
                continue
            if span.earliest <= day.first <= span.latest:
                return True
    return False


def sums_up_hours(page: Page, draft: Draft, opening: Opening) -> bool:
    """Say whether the opening sums up the last hours or days with a toll that a count may be part of."""
    if draft.measure is None or not 0 < draft.least <= opening.sizes.get(draft.measure, 0):
        return False
    first = page.report.text[: page.sentences[min(OPENING, len(page.sentences)) - 1].span.end]
    return JUST_NOW.search(first) is not None


def is_near(value: str, other: str) -> bool:
    """Say whether a day without a year lies few days before another one: "August 6" in a report of "August 10"."""
    days = [UNDATED.fullmatch(each) for each in (value, other)]
    first, last = (date(LEAP, int(day[1]), int(day[2])) if day is not None else None for day in days)
    return first is not None and last is not None and timedelta() < last - first < OLD


def day_of(page: Page, sentence: Sentence) -> Day | None:
    """Return the day with which a sentence begins, or None."""
    start, end = sentence.span.start, sentence.span.end
    fronted = FRONTED.match(page.report.text, start, end)
    edge = fronted.end() if fronted else start
    days = days_in(page, Span(start, min(end, edge + WIDTH)))
    mentions = page.inside("times", Span(start, min(end, edge + WIDTH)))
    return days[0] if days and mentions[0].span.start <= edge else None


def days_in(page: Page, span: Span) -> list[Day]:
    """Return the days that a stretch of a text names."""
    found: list[Day] = []
    for mention in page.inside("times", span):
        if mention.kind not in ("date", "time"):
            continue
        when, named = mention.timespan, WEEKDAY.search(mention.span.of(page.report.text))
        weekday = named.group().lower() if named else None
        if when is not None and when.grain is Grain.HOUR and weekday is None:
            continue
        if when is not None and when.grain in DAYS and when.earliest and when.latest:
            found.append(Day(weekday or weekday_of(when.earliest), when.earliest, when.latest))
        elif weekday is not None and when is None:
            found.append(Day(weekday, None, None))
    return found


def weekday_of(day: date) -> str:
    """Return the name of a date's weekday, in lower case."""
    return WEEK[day.weekday()]
