"""What a report offers for telling whether it and another one are about the same happening."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from rashomon.cluster.describe import Weighed, key_of, kind_of, opening, parties_of, places_of, time_of, weighed
from rashomon.cluster.lasting import OPENING, lasted
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.placekeys import unaccented
from rashomon.lexicon.tables import Tables
from rashomon.lexicon.wordbands import RAREST, WordBands, stem, words_of
from rashomon.model import TOTAL, Basis, Mention, MentionType, Place, Reading, Report, ReportId, ZoneKind

READ = 6000
"""Code points of a report that are looked at: pages that go on are lists of other stories."""
LEDE = 450
LONGEST = 7
"""Days of the longest time that dates a happening."""
COMMON = 2.0
BEFORE = 40
"""Code points before a time word in which a word of telling is looked for."""
TAKEN_OVER = frozenset({Basis.EVENT, Basis.DATELINE})
"""Grounds of a claim's day that are no words of its own."""
DIGITS = 4
"""Digits of a weight that are kept, and stored."""
MOST_PLACES = 5
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*[^\W\d_]|\d[\d,.:]*\d|\d")
NAME = re.compile(r"(?<![.!?\"“:]\s)(?<!^)\b[A-Z][\w'’.-]+(?:[ \t]+[A-Z][\w'’.-]*\w)*", re.MULTILINE)
DETAILS = (
    ("age", re.compile(r"\b(\d{1,2})[- ]years?[- ]old|, (\d{2})(?:, |[.;]\s)")),
    ("number", re.compile(r"\b(\d{3,5})\s+(?:block|[A-Z]\w+ (?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd)\b)")),
    ("clock", re.compile(r"\b(\d{1,2}(?::\d\d)?\s?[ap])\.?\s?m\b", re.IGNORECASE)),
)

PERSON = r"[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,3}"
OF_AGE = re.compile(rf"\b(\d{{1,2}})[- ]years?[- ]old ({PERSON})|\b({PERSON})(?:, (\d{{1,2}})\b| \((\d{{1,2}})\))")
"""A person with an age, whom few happenings share: "31-year-old Ana Lind", "Ana Lind, 31,", "Ana Lind (31)"."""

ACCENTED = re.compile(r"\w*[À-ɏ]\w*")
OWNED = re.compile(r"['’]s$")
BLANK = re.compile(r"\s|:00")

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """A report as grouping sees it.

    ``text`` and ``lede`` are unit-length vectors of stems weighted by what each tells; ``names`` maps the words of
    names ("mazar") to what they tell; ``details`` holds ages, house numbers, clock times and people with their ages; ``remembers`` says that it
    opens with words of remembrance. ``days`` and ``places`` are those of the main happening, the first day of one that lasts among them, and those that the report
    opens with, the weightiest place first; ``dated`` says that claims of the lede give the days; ``kind``, ``parties`` and ``toll`` (the most
    prominent number of all killed), ``plights``, the kinds of harm beside deaths and wounds ("captivity", "flight"), and ``numbers``, the exact counts of the main happening
    ("killed 12"), are known where the reading knows them.
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
    plights: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

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
    words = words if words.isascii() else without_accents(words)
    first = words[: len(report.title or "") + LEDE]
    claims, grouping = weighed(reading), tables.of(Grouping)
    kind = kind_of(claims, tables=tables)
    own = on_their_own_day(claims, report, reading, grouping)
    return Profile(
        id=report.id,
        name=report.name,
        day=report.day or day_of(report.published),
        text=vector(words, told),
        lede=vector(first, told),
        names=names_in(words, told, ignored),
        details=details_in(words),
        remembers=any(phrase in first.lower() for phrase in grouping.remembrance),
        days=days_told(own, report, reading, grouping)
        | (days_lasted(report, reading, grouping) if kind in grouping.lasting else set()),
        dated=time_of(opening(own, tables=tables)) is not None,
        places=places_told(claims, report, reading),
        kind=kind,
        parties=parties_of(claims, [reading], tables=tables),
        toll=toll_of(claims),
        plights=frozenset(p for one in claims if (p := grouping.plights.get(one.claim.measure or ""))),
        numbers=frozenset(numbers_of(claims)),
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


def without_accents(words: str) -> str:
    """Return words without their accents, capitals kept: one report writes "Söderby", the other "Soderby"."""
    return ACCENTED.sub(lambda match: bare(match[0]), words)


def bare(word: str) -> str:
    """Return a word without accents, with a capital where it had one."""
    plain = unaccented(word)
    return plain.capitalize() if word[:1].isupper() else plain


def names_in(words: str, told: Vector, ignored: frozenset[str]) -> dict[str, float]:
    """Return the words of names and what each tells beyond a common word: "Anne Okoro lives on Mazar Road" gives "mazar" ..."""
    found: dict[str, float] = {}
    for match in NAME.finditer(words):
        for part in match[0].split():
            word = OWNED.sub("", part.strip(".'’-").lower())
            if len(word) > 2 and word not in ignored:
                found[word] = round(max(0.0, told.get(stem(word), RAREST) - COMMON), DIGITS)
    return found


def details_in(words: str) -> frozenset[str]:
    """Return the ages, house numbers, clock times and people of an age, which two happenings seldom share."""
    found = set()
    for kind, pattern in DETAILS:
        for match in pattern.finditer(words):
            value = next(group for group in match.groups() if group)
            found.add(f"{kind} {BLANK.sub('', value.lower())}")
    return frozenset(found | set(people_in(words)))


def people_in(words: str) -> Iterator[str]:
    """Yield the people who are named with their age, by first and last name: "ana lind 31"."""
    for match in OF_AGE.finditer(words):
        age, name = match[1] or match[4] or match[5], (match[2] or match[3]).lower().split()
        yield f"{name[0]} {OWNED.sub('', name[-1])} {age}"


def days_told(own: Sequence[Weighed], report: Report, reading: Reading, grouping: Grouping) -> frozenset[date]:
    """Return the days that the main claims put the happening on, and those that the report opens with; ``own`` are claims with a day of their own."""
    early = (m for m in reading.mentions if m.type is MentionType.TIME and m.span.start < OPENING)
    spans = [m.timespan for m in early if not is_of_the_telling(m, report, grouping)]
    days = set()
    for span in [time_of(own), *spans]:
        if span and span.earliest and span.latest and (span.latest - span.earliest).days <= LONGEST:
            days |= {span.earliest, span.latest}
    return frozenset(days)


def on_their_own_day(claims: Sequence[Weighed], report: Report, reading: Reading, grouping: Grouping) -> list[Weighed]:
    """Return the claims that have a day of the happening: none from a dateline, from other claims, or on which something was only said."""
    times = [m for m in reading.mentions if m.type is MentionType.TIME and m.timespan is not None]
    said = {m.timespan for m in times if is_of_the_telling(m, report, grouping)}
    days = {span.earliest for span in said if span} - {
        m.timespan.earliest for m in times if m.timespan and not is_of_the_telling(m, report, grouping)
    }
    whens = ((one, one.claim.when) for one in claims)
    return [one for one, when in whens if when and when.basis not in TAKEN_OVER and when.earliest not in days]


def is_of_the_telling(mention: Mention, report: Report, grouping: Grouping) -> bool:
    """Say whether a time word only dates the report or what somebody said: "ORSK, May 4 -", "the mayor said on Friday"."""
    if report.zone_at(mention.span.start) is ZoneKind.DATELINE:
        return True
    before = report.text[max(0, mention.span.start - BEFORE) : mention.span.start].casefold().rstrip()
    return before.endswith(grouping.telling)


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


def numbers_of(claims: Iterable[Weighed]) -> Iterator[str]:
    """Yield the exact counts of people with their measures: "killed 12"."""
    for one in claims:
        said = one.claim.quantity
        if one.claim.measure and said and said.low and said.low == said.high:
            yield f"{one.claim.measure} {said.low}"


def places_told(claims: Sequence[Weighed], report: Report, reading: Reading) -> tuple[Place, ...]:
    """Return the towns and sites of the main claims and of the opening, the weightiest first, no more than five.

    A town that stands in a dateline alone is where the report was written.
    """
    found = places_of(claims, report, reading)
    for mention in reading.mentions:
        if mention.type is MentionType.PLACE and mention.place and mention.span.start < READ // 2:
            found[mention.place] = found.get(mention.place, 0.0) + (1.0 if mention.span.start < LEDE else 0.3)
    written = written_at(report, reading)
    fine = [place for place in found if place.precision.is_fine and key_of(place) not in written]
    return tuple(sorted(fine, key=lambda place: (-found[place], place.name, place.id or ""))[:MOST_PLACES])


def written_at(report: Report, reading: Reading) -> frozenset[str]:
    """Return the keys of the places that stand in a dateline and nowhere else: "KARVAN - A mine in the hills of Orsk ..."."""
    named: dict[bool, set[str]] = {True: set(), False: set()}
    for mention in reading.mentions:
        if mention.type is MentionType.PLACE and mention.place:
            named[report.zone_at(mention.span.start) is ZoneKind.DATELINE].add(key_of(mention.place))
    return frozenset(named[True] - named[False])
