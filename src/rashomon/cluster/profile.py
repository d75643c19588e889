"""What a report offers for telling whether it and another one are about the same happening."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from rashomon.cluster.describe import Weighed, kind_of, opening, parties_of, places_of, time_of, weighed
from rashomon.cluster.lasting import OPENING, lasted
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.lexicon.wordbands import RAREST, WordBands, stem, words_of
from rashomon.model import TOTAL, MentionType, Place, Reading, Report, ReportId

READ = 6000
"""Code points of a report that are looked at: pages that go on are lists of other stories."""
LEDE = 450
LONGEST = 7
"""Days of the longest time that dates a happening."""
COMMON = 2.0
DIGITS = 4
"""Digits of a weight that are kept, and stored."""
MOST_PLACES = 5
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*[^\W\d_]|\d[\d,.:]*\d|\d")
NAME = re.compile(r"(?<![.!?\"“:]\s)(?<!^)\b[A-Z][\w'’.-]+(?:[ \t]+[A-Z][\w'’.-]*\w)*", re.MULTILINE)
DETAILS = (
    ("age", re.compile(r"\b(\d{1,2})[- ]years?[- ]old|, (\d{2}), ")),
    ("number", re.compile(r"\b(\d{3,5})\s+(?:block|[A-Z]\w+ (?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd)\b)")),
    ("clock", re.compile(r"\b(\d{1,2}(?::\d\d)?\s?[ap])\.?\s?m\b", re.IGNORECASE)),
)

BLANK = re.compile(r"\s|:00")

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """A report as grouping sees it.

    ``text`` and ``lede`` are unit-length vectors of stems weighted by what each tells; ``names`` maps the words of
    names ("mazar") to what they tell; ``details`` holds ages, house numbers and clock times; ``remembers`` says that it
    opens with words of remembrance. ``days`` and ``places`` are those of the main happening, the first day of one that lasts among them, and those that the report
    opens with, the weightiest place first; ``dated`` says that claims of the lede give the days; ``kind``, ``parties`` and ``toll`` (the most
    prominent number of all killed) are known where the reading knows them.
    """

    id: ReportId
    name: str
    day: date | None
    text: Vector
    lede: Vector
    names: Vector
    details: frozenset[str]
    remembers: bool = False
    days: frozenset[date] = frozenset()
    dated: bool = False
    places: tuple[Place, ...] = ()
    kind: str | None = None
    parties: tuple[str, ...] = ()
    toll: int | None = None

    @property
    def fullness(self) -> int:
        """How many different words the report has: of copies, the fullest stands for the others."""
        return len(self.text)


def profile(report: Report, reading: Reading, *, tables: Tables) -> Profile:
    """Return the report's profile; an empty reading leaves what only a reading knows unknown."""
    told = cast(Vector, tables.made("cluster.told", lambda t: t.of(WordBands).told()))
    ignored = cast(
        frozenset[str], tables.made("cluster.ignored", lambda t: frozenset(words_of(t.of(Grouping).not_names)))
    )
    words = f"{report.title or ''}\n{text_of(report)}"[:READ]
    first = words[: len(report.title or "") + LEDE]
    claims, grouping = weighed(reading), tables.of(Grouping)
    kind = kind_of(claims, tables=tables)
    return Profile(
        id=report.id,
        name=report.name,
        day=report.day or day_of(report.published),
        text=vector(words, told),
        lede=vector(first, told),
        names=names_in(words, told, ignored),
        details=details_in(words),
        remembers=any(phrase in first.lower() for phrase in grouping.remembrance),
        days=days_told(claims, reading)
        | (days_lasted(report, reading, grouping) if kind in grouping.lasting else set()),
        dated=time_of(opening(claims, tables=tables)) is not None,
        places=places_told(claims, report, reading),
        kind=kind,
        parties=parties_of(claims, [reading], tables=tables),
        toll=toll_of(claims),
    )


def text_of(report: Report) -> str:
    """Return the report's text without its boilerplate."""
    dull = [zone.span for zone in report.zones if zone.kind.is_furniture]
    kept, start = [], 0
    for span in sorted(dull):
        kept.append(report.text[start : max(start, span.start)])
        start = max(start, span.end)
    return "".join([*kept, report.text[start:]])


def day_of(published: str | None) -> date | None:
    """Return the calendar day of an ISO 8601 stamp, None where it is no such stamp."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def vector(words: str, told: Vector) -> dict[str, float]:
    """Return the unit-length vector of the stems, rounded: how often each stands there, times what it tells."""
    counts = Counter(stem(word) for word in WORD.findall(words) if len(word) > 1)
    weights = {word: (1 + math.log(n)) * told.get(word, RAREST) for word, n in counts.items()}
    length = math.sqrt(sum(x * x for x in weights.values())) or 1.0
    return {word: round(x / length, DIGITS) for word, x in weights.items()}


def names_in(words: str, told: Vector, ignored: frozenset[str]) -> dict[str, float]:
    """Return the words of names and what each tells beyond a common word: "Anne Okoro lives on Mazar Road" gives "mazar" ..."""
    found: dict[str, float] = {}
    for match in NAME.finditer(words):
        for part in match[0].split():
            word = part.strip(".'’-").lower()
            if len(word) > 2 and word not in ignored:
                found[word] = round(max(0.0, told.get(stem(word), RAREST) - COMMON), DIGITS)
    return found


def details_in(words: str) -> frozenset[str]:
    """Return the ages, house numbers and clock times, which two happenings seldom share."""
    found = set()
    for kind, pattern in DETAILS:
        for match in pattern.finditer(words):
            value = next(group for group in match.groups() if group)
            found.add(f"{kind} {BLANK.sub('', value.lower())}")
    return frozenset(found)


def days_told(claims: Sequence[Weighed], reading: Reading) -> frozenset[date]:
    """Return the days that the main claims put the happening on, and those that the report opens with."""
    spans = [m.timespan for m in reading.mentions if m.type is MentionType.TIME and m.span.start < OPENING]
    days = set()
    for span in [time_of(claims), *spans]:
        if span and span.earliest and span.latest and (span.latest - span.earliest).days <= LONGEST:
            days |= {span.earliest, span.latest}
    return frozenset(days)


def days_lasted(report: Report, reading: Reading, grouping: Grouping) -> frozenset[date]:
    """Return the day on which a happening began that has lasted since."""
    found = lasted(report, reading, grouping)
    return frozenset(found[:1]) if found else frozenset()


def toll_of(claims: Sequence[Weighed]) -> int | None:
    """Return the number of all killed that the report makes most of: 58 of "at least 58 people were killed"; None without any."""
    tolls = [one for one in claims if one.claim.measure == "killed" and (one.claim.group or TOTAL) == TOTAL]
    known = [one for one in tolls if one.claim.quantity and one.claim.quantity.low]
    best = max(known, key=lambda one: (one.weight, -one.claim.span.start), default=None)
    return best.claim.quantity.low if best and best.claim.quantity else None


def places_told(claims: Sequence[Weighed], report: Report, reading: Reading) -> tuple[Place, ...]:
    """Return the towns and sites of the main claims and of the opening, the weightiest first, no more than five."""
    found = places_of(claims, report, reading)
    for mention in reading.mentions:
        if mention.type is MentionType.PLACE and mention.place and mention.span.start < READ // 2:
            found[mention.place] = found.get(mention.place, 0.0) + (1.0 if mention.span.start < LEDE else 0.3)
    fine = [place for place in found if place.precision.is_fine]
    return tuple(sorted(fine, key=lambda place: (-found[place], place.name, place.id or ""))[:MOST_PLACES])
