"""Find the places a report names, and where they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial

from rashomon.extract.places.cues import NEEDED, SETTLEMENTS, CueReader, Cues, countries_of
from rashomon.extract.places.home import home_country, home_names
from rashomon.extract.places.inside import Named, put_inside
from rashomon.extract.places.names import SPACES, Candidate, Excluded, Words, candidates, mentions_of
from rashomon.extract.places.solve import Home, Reading, Solved, solve
from rashomon.extract.places.unknown import unmapped
from rashomon.lexicon.gazetteer import Gazetteer, GazetteerEntry
from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.placewords import PlaceLore, place_lore
from rashomon.lexicon.tables import Tables
from rashomon.model import Place, Precision, Report, Span
from rashomon.model.quick import quick

AREAS = frozenset(
    {
        "province",
        "district",
        "region",
        "continent",
        "sea",
        "lake",
        "river",
        "mountain",
        "desert",
        "island",
        "valley",
        "forest",
        "park",
    }
)
GREAT = frozenset({"country", "province"})
"""Levels whose names stand before others: "Syria Karvan village"."""
ALIKE = 0.7
"""How alike in letters two names of one sound must be."""


@quick
@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One place named in a report: the words, and the place they resolved to (without a point if it is not known)."""

    span: Span
    place: Place


def find_places(
    report: Report, *, tables: Tables, gazetteer: Gazetteer, exclude: Sequence[Span] = ()
) -> list[PlaceMention]:
    """Return the places a report names, in text order, none overlapping.

    ``exclude`` gives spans that are known to be something else, such as actors. Demonyms ("Syrian") are no places, but
    tell countries apart. A name is resolved by the larger place written beside it ("Miami, Florida"), by type words
    ("Hama province"), by the countries, regions and towns the report names besides, and then by people; up to three
    ``rivals`` are kept. A name that only a type word shows to be a place ("the village of Karvan") has no point.
    """
    lore, excluded, words = place_lore(tables), Excluded(exclude), Words(report.text)
    found = candidates(words, gazetteer, lore, excluded)
    demonyms = mentions_of(lore.demonyms, words)
    reader = CueReader(words, found, lore, excluded, countries_of(found) | set(demonyms))
    readings = accepted([(candidate, reader.read(candidate)) for candidate in found])
    home = Home(home_country(report, lore), tuple(home_names(report, gazetteer, lore)))
    solved = solve(readings, demonyms, home)
    mentions = [mention(words, reading, choice, lore) for reading, choice in zip(readings, solved, strict=True)]
    seen = sorted({entry.country for entry, _ in solved if entry and entry.country} | set(demonyms))
    heard = partial(by_sound, gazetteer=gazetteer, countries=seen)
    for each in unknown_names(words, lore, [candidate.first for candidate, _ in readings], heard):
        if not excluded.covers(each.span.start, each.span.end):
            mentions = taken_in(mentions, each)
    mentions.sort(key=lambda each: (each.span.start, each.span.end))
    bearers = {
        candidate.span: (candidate.entries, entry.population if entry else 0)
        for (candidate, _), (entry, _) in zip(readings, solved, strict=True)
    }
    named = [Named(each.span, each.span.of(report.text), each.place, *bearers.get(each.span, ())) for each in mentions]
    return list(map(PlaceMention, (each.span for each in mentions), put_inside(named, report.text, lore)))


def taken_in(mentions: list[PlaceMention], name: PlaceMention) -> list[PlaceMention]:
    """Return the mentions with a name that no map knows, unless others stand there; "Dar" alone gives way to "Dar Hasan village"."""
    there = [each for each in mentions if each.span.overlaps(name.span)]
    if not there:
        return [*mentions, name]
    first = there[0]
    begun = len(there) == 1 and first.span.start == name.span.start and first.span.end < name.span.end
    if begun and name.place.level and first.place.level not in GREAT:
        return [name if each is first else each for each in mentions]
    return mentions


def accepted(readings: list[tuple[Candidate, Cues]]) -> list[tuple[Candidate, Cues]]:
    """Keep the names that are places; one that is surely a place once is one elsewhere too, unless somebody bears it there."""
    sure = {candidate.key for candidate, cues in readings if cues.weight >= NEEDED and cues.placed}
    return [
        (c, cues)
        for c, cues in readings
        if cues.weight >= NEEDED or (c.key in sure and not cues.person and cues.weight > -0.5)
    ]


def mention(words: Words, reading: Reading, choice: Solved, lore: PlaceLore) -> PlaceMention:
    """Make the mention of a name: resolved, or without a point where the places of that name are elsewhere.

    An area that the map knows by its town alone ("Karvan District") has the town's point, and is no closer than a region.
    """
    (candidate, cues), (entry, rivals) = reading, choice
    others = tuple(dict.fromkeys(rival.id for rival in rivals))
    if entry is None:
        near, level = precision(words, candidate.first, rivals[0].level, lore), rivals[0].level
        return PlaceMention(
            candidate.span, Place(candidate.span.of(words.text), precision=near, level=level, rivals=others)
        )
    level = area_of(cues, entry) or entry.level
    place = Place(
        name=entry.name, lat=entry.lat, lon=entry.lon, precision=precision(words, candidate.first, level, lore), id=entry.id,
        level=level, country=entry.country, admin1=entry.admin1, rivals=others,
    )  # fmt: skip
    return PlaceMention(candidate.span, place)


def area_of(cues: Cues, entry: GazetteerEntry) -> str | None:
    """Return the level that a type word gives a name of which the map has only the town: "Karvan District"; None for any other."""
    if entry.level not in SETTLEMENTS or cues.types & SETTLEMENTS:
        return None
    return next((level for level in ("district", "province") if level in cues.types), None)


def precision(words: Words, first: int, level: str, lore: PlaceLore) -> Precision:
    """Say how exactly a mention tells where: "north of Hama" is near, "northern Syria" a region."""
    before = preceding(words, first)
    if level in {"country", "continent"}:
        part = bool(before) and before.split()[-1] in lore.words.directions
        return Precision.REGION if part else Precision.COUNTRY
    if level in AREAS:
        return Precision.REGION
    return Precision.NEAR if is_anchor(before, lore) else Precision.EXACT


def is_anchor(before: str, lore: PlaceLore) -> bool:
    """Say whether the words before a name make it only the anchor of a place near it."""
    typed = re.fullmatch(r"(.*?)(?: the)? ([\w-]+) of", before) if before.endswith(" of") else None
    plain = (typed.group(1) if typed and typed.group(2) in lore.levels else before).removesuffix(" the")
    parts = plain.split(" ")
    return any(" ".join(parts[start:]) in lore.words.near for start in range(len(parts)))


def preceding(words: Words, first: int) -> str:
    """Return the words before a name, in lower case, as far as spaces alone part them."""
    start, least = first, max(0, first - 5)
    while start > least and words.gaps[start - 1] in SPACES:
        start -= 1
    return " ".join(words.texts[start:first]).lower()


def unknown_names(
    words: Words, lore: PlaceLore, known: Sequence[int], heard: Callable[[str], GazetteerEntry | None]
) -> Iterator[PlaceMention]:
    """Yield names that only the words beside them show to be places; ``heard`` finds another spelling on the map."""
    for first, last, level in unmapped(words, lore, known):
        span = words.span(first, last)
        name = span.of(words.text)
        entry = (heard(f"{name} {level}") if level else None) or heard(name)
        near = precision(words, first, (entry.level if entry else level) or "", lore)
        if entry is None:
            yield PlaceMention(span, Place(name, precision=near, level=level))
        else:
            yield PlaceMention(
                span, Place(entry.name, entry.lat, entry.lon, near, entry.id, entry.level, entry.country, entry.admin1)
            )


def by_sound(name: str, gazetteer: Gazetteer, countries: Sequence[str]) -> GazetteerEntry | None:
    """Return the place of the report's countries that a spelling most probably stands for."""
    key = place_key(name)
    likely = [
        (SequenceMatcher(None, key, place_key(entry.name)).ratio(), entry)
        for entry in gazetteer.sounds_like(name, countries)
    ]
    good = [(ratio, entry) for ratio, entry in likely if ratio >= ALIKE]
    return max(good, key=lambda item: (item[0], item[1].population, item[1].id))[1] if good else None
