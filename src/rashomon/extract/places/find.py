"""Find the places a report names, and where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rashomon.extract.places.cues import NEEDED, CueReader, Cues, countries_of
from rashomon.extract.places.home import home_country, home_names
from rashomon.extract.places.names import Candidate, Excluded, Words, candidates, mentions_of
from rashomon.extract.places.solve import Home, solve
from rashomon.lexicon.gazetteer import Gazetteer, GazetteerEntry
from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.placewords import PlaceLore, place_lore
from rashomon.lexicon.tables import Tables
from rashomon.model import Place, Precision, Report, Span

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
SPACES = frozenset({" ", "\u00a0", " #"})
LONGEST_RUN = 4
"""Most words of a name that only a type word shows to be a place's."""
ALIKE = 0.7
"""How alike in letters two names of one sound must be."""


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
    home = Home(home_country(report), tuple(home_names(report, gazetteer, lore)))
    solved = solve(readings, demonyms, home)
    mentions = [
        mention(words, candidate, entry, rivals, lore)
        for (candidate, _), (entry, rivals) in zip(readings, solved, strict=True)
    ]
    seen = sorted({entry.country for entry, _ in solved if entry and entry.country} | set(demonyms))
    taken = Excluded([*exclude, *(each.span for each in mentions)])
    mentions += unknown_names(words, lore, taken, gazetteer, seen)
    return sorted(mentions, key=lambda each: (each.span.start, each.span.end))


def accepted(readings: list[tuple[Candidate, Cues]]) -> list[tuple[Candidate, Cues]]:
    """Keep the names that are places; one that is surely a place once is one elsewhere too, unless somebody bears it there."""
    sure = {candidate.key for candidate, cues in readings if cues.weight >= NEEDED and cues.placed}
    return [
        (c, cues)
        for c, cues in readings
        if cues.weight >= NEEDED or (c.key in sure and not cues.person and cues.weight > -0.5)
    ]


def mention(
    words: Words, candidate: Candidate, entry: GazetteerEntry | None, rivals: Sequence[GazetteerEntry], lore: PlaceLore
) -> PlaceMention:
    """Make the mention of a name: resolved, or without a point where the places of that name are elsewhere."""
    others = tuple(dict.fromkeys(rival.id for rival in rivals))
    if entry is None:
        near, level = precision(words, candidate.first, rivals[0].level, lore), rivals[0].level
        return PlaceMention(
            candidate.span, Place(candidate.span.of(words.text), precision=near, level=level, rivals=others)
        )
    place = Place(
        name=entry.name, lat=entry.lat, lon=entry.lon, precision=precision(words, candidate.first, entry.level, lore), id=entry.id,
        level=entry.level, country=entry.country, admin1=entry.admin1, rivals=others,
    )  # fmt: skip
    return PlaceMention(candidate.span, place)


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
    start = first
    while start > max(0, first - 5) and words.gaps[start - 1] in SPACES:
        start -= 1
    return " ".join(words.texts[start:first]).lower()


def unknown_names(
    words: Words, lore: PlaceLore, taken: Excluded, gazetteer: Gazetteer, countries: Sequence[str]
) -> Iterator[PlaceMention]:
    """Yield names that only a type word shows to be places; another spelling is looked for in the countries seen."""
    for first, last, level in typed_names(words, lore):
        span = words.span(first, last)
        if taken.covers(span.start, span.end):
            continue
        name = span.of(words.text)
        entry = by_sound(f"{name} {level}", gazetteer, countries) or by_sound(name, gazetteer, countries)
        near = precision(words, first, entry.level if entry else level, lore)
        if entry is None:
            yield PlaceMention(span, Place(name, precision=near, level=level))
        else:
            yield PlaceMention(
                span, Place(entry.name, entry.lat, entry.lon, near, entry.id, entry.level, entry.country, entry.admin1)
            )


def typed_names(words: Words, lore: PlaceLore) -> Iterator[tuple[int, int, str]]:
    """Yield runs of capitalised words beside a type word: "the village of Karvan", "Karvan district"."""
    done = -1
    for first in names_near_types(words, lore):
        last = run_end(words, first, lore) if first > done else None
        if last is None:
            continue
        done = last
        if level := type_beside(words, first, last, lore):
            yield first, last, level


def names_near_types(words: Words, lore: PlaceLore) -> list[int]:
    """Return the names near a strong type word, with all those before and after them that one run could reach."""
    texts = words.texts
    typed = [at for at, word in enumerate(texts) if word in lore.strong]
    typed += [at for at in words.names if texts[at].lower() in lore.strong]
    near = {at + step for at in typed for step in range(-LONGEST_RUN, 3)}
    found: list[int] = []
    row: list[int] = []
    for name in words.names:
        if row and name - row[-1] >= LONGEST_RUN:
            found += () if near.isdisjoint(row) else row
            row = []
        row.append(name)
    return found if near.isdisjoint(row) else found + row


def run_end(words: Words, first: int, lore: PlaceLore) -> int | None:
    """Return the last word of a run of up to four names, or None where none begins."""
    if words.opens_sentence(first):
        return None
    last = first + 1 if first + 1 < len(words) and words.has_article(first + 1) else first
    if last == first and plain_word(words[first], lore):
        return None
    while (
        last < first + LONGEST_RUN - 1
        and last + 1 < len(words)
        and words.joined(last)
        and words.is_name(last + 1)
        and not plain_word(words[last + 1], lore)
    ):
        last += 1
    return last


def plain_word(word: str, lore: PlaceLore) -> bool:
    """Say whether a capitalised word is no name of an unknown place."""
    key = place_key(word)
    return (
        len(key) < 3
        or key in lore.common
        or key in lore.demonyms
        or word in lore.words.titles
        or word in lore.words.institutions
        or word in lore.words.brands
        or word.lower() in lore.levels
    )


def type_beside(words: Words, first: int, last: int, lore: PlaceLore) -> str | None:
    """Return the level a strong type word gives a run of names, or None."""
    before = words[first - 2].lower() if first > 1 and words[first - 1].lower() == "of" else ""
    if before in lore.strong and words.gaps[first - 1] in SPACES and words.gaps[first - 2] in SPACES:
        return min(lore.levels[before])
    after = words.after(last)
    return min(lore.levels[after]) if after in lore.strong else None


def by_sound(name: str, gazetteer: Gazetteer, countries: Sequence[str]) -> GazetteerEntry | None:
    """Return the place of the report's countries that a spelling most probably stands for."""
    key = place_key(name)
    likely = [
        (SequenceMatcher(None, key, place_key(entry.name)).ratio(), entry)
        for entry in gazetteer.sounds_like(name, countries)
    ]
    good = [(ratio, entry) for ratio, entry in likely if ratio >= ALIKE]
    return max(good, key=lambda item: (item[0], item[1].population, item[1].id))[1] if good else None
