"""The happening a report is mostly about: its days and its place, as the report tells them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.extract.page import Page
from rashomon.model import Basis, Grain, Place, TimeSpan, ZoneKind

RECENT = timedelta(days=21)
"""How long before the report day the happening of a news report may have begun."""

DAYS = frozenset({Grain.DAY, Grain.HOUR, Grain.DAYS})
"""Grains at which a time names days."""

LENGTHY = re.compile(
    r"\bsince\b[^,;.:]*\Z|\bpart of\b[^,;.:]*\b(?:began|begun|started|launched|opened)\b[^,;.:]*\Z", re.IGNORECASE
)
"""Words before a day on which something longer than the happening began: "part of an offensive that began on May 3"."""

UNDATED = re.compile(r"XXXX-(?:\d\d-\d\d|WXX-\d)")
"""The value of a day of which no year is known: "Dec. 3", "Friday"."""

BROAD = frozenset({"country", "continent", "region", "sea"})
"""Levels of places that take in too much to be where something happened."""

LEDE = 6
"""Sentences that count as the report's opening."""


@dataclass(frozen=True, slots=True)
class Frame:
    """First day of the happening, the report day, and where it is; None where the report does not tell.

    ``basis`` is what the first day rests on: days that the report names beside what happened, or only its dateline.
    """

    start: date | None
    day: date | None
    country: str | None
    place: Place | None
    basis: Basis = Basis.EVENT


def frame_of(page: Page) -> Frame:
    """Return a report's frame: the first recent day that the opening names with an act, and the opening's place."""
    start = first_day(page)
    if start is not None:
        return Frame(start, page.report.day, *where(page))
    return Frame(dateline_day(page), page.report.day, *where(page), Basis.DATELINE)


def dateline_day(page: Page) -> date | None:
    """Return the report day where the report's dateline states it ("GENEVA (March 4)") and no other recent day is named."""
    day = page.report.day
    dates = [m for m in page.times if m.kind in ("date", "time")]
    named = [m.timespan for m in dates if m.timespan is not None and m.timespan.grain in DAYS]
    if day is None or any(span.earliest != day and not is_past(span, day) for span in named):
        return None
    return day if any(span.basis is Basis.DATELINE for span in named) else None


def is_past(span: TimeSpan, day: date) -> bool:
    """Say whether some days are over long before a report of the given day."""
    return span.latest is not None and span.latest < day - RECENT


def first_day(page: Page) -> date | None:
    """Return the first day of the happening, by the days named beside acts and measures, opening first.

    Days on which something longer began count only where the report names no other.
    """
    day = page.report.day
    found: list[tuple[int, date]] = []
    aside: list[tuple[int, date]] = []
    for sentence in page.sentences:
        times = page.inside("times", sentence.span) if sentence.zone is not ZoneKind.EMBED else []
        if not times or not (page.inside("acts", sentence.span) or page.inside("measures", sentence.span)):
            continue
        for mention in times:
            span = mention.timespan
            if mention.kind not in ("date", "time") or span is None or span.earliest is None or span.latest is None:
                continue
            if span.grain not in DAYS or (day is not None and not day - RECENT <= span.earliest <= day):
                continue
            longer = LENGTHY.search(page.report.text, sentence.span.start, mention.span.start)
            told = found if longer is None else aside
            told.append((sentence.index, span.earliest))
    found = found or aside
    if not found or (day is None and names_day_before(page, found[0][0])):
        return None
    opening = [when for index, when in found if index <= found[0][0] + LEDE]
    return min(opening) if day is not None else opening[0]


def names_day_before(page: Page, index: int) -> bool:
    """Say whether a report without a day tells of acts on a day without a year before a sentence: a day with one is then another's.

    "Dec. 3" of "a drone strike on Dec. 3" comes before "the attack of March 18, 2019, that killed 70".
    """
    return any(
        mention.timespan is None and UNDATED.match(mention.value)
        for sentence in page.sentences[:index]
        if page.inside("acts", sentence.span) or page.inside("measures", sentence.span)
        for mention in page.inside("times", sentence.span)
    )


def where(page: Page) -> tuple[str | None, Place | None]:
    """Return the country and place of the opening: the country named most, and the first finer place in it."""
    resolved = [m for m in page.places if m.place.lat is not None]
    edge = page.sentences[min(len(page.sentences) - 1, LEDE)].span.end if page.sentences else 0
    opening = [m for m in resolved if m.span.start <= edge] or resolved
    countries = Counter(m.place.country for m in opening if m.place.country)
    if not countries:
        return None, opening[0].place if opening else None
    country = countries.most_common(1)[0][0]
    finer = [m.place for m in opening if m.place.country == country and is_fine(m.place)]
    return country, finer[0] if finer else next(m.place for m in opening if m.place.country == country)


def is_fine(place: Place) -> bool:
    """Say whether a place is finer than a country."""
    return place.level not in BROAD


def far_from(first: Place | None, second: Place | None, degrees: float = 1.2) -> bool:
    """Say whether two resolved places lie clearly apart (more than about 130 km)."""
    if first is None or second is None:
        return False
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return False
    return abs(first.lat - second.lat) > degrees or abs(first.lon - second.lon) > degrees * 1.2
