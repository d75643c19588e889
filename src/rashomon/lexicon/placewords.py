"""The words that tell a place name from another name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.tables import Tables


@dataclass(frozen=True)
class PlaceWords:
    """The table ``placewords.yaml``; see the comments there for what each list holds."""

    TABLE: ClassVar[str] = "placewords.yaml"

    types: dict[str, tuple[str, ...]]
    weak_types: frozenset[str]
    illnesses: frozenset[str]
    parties: frozenset[str]
    prepositions: frozenset[str]
    loose_prepositions: frozenset[str]
    weak_prepositions: frozenset[str]
    near: frozenset[str]
    within: frozenset[str]
    directions: frozenset[str]
    peoples: frozenset[str]
    titles: frozenset[str]
    institutions: frozenset[str]
    brands: frozenset[str]
    houses: frozenset[str]
    place_nouns: frozenset[str]
    person_verbs: frozenset[str]
    joiners: frozenset[str]
    abbreviations: frozenset[str]
    never: frozenset[str]
    article_countries: frozenset[str]
    need_context: frozenset[str]
    given_names: frozenset[str]
    open_endings: frozenset[str]
    second_endings: frozenset[str]


@dataclass(frozen=True)
class PlaceLore:
    """The place words, indexed: ``levels`` maps a type word to its levels, ``demonyms`` a key such as "syrian" to a country."""

    words: PlaceWords
    levels: Mapping[str, frozenset[str]]
    demonyms: Mapping[str, str]
    common: frozenset[str]
    abbreviations: frozenset[str]
    never: frozenset[str]
    leads: frozenset[str]
    """The prepositions that lead to a place, strict and loose."""

    strong: frozenset[str]
    """The type words that by themselves show the name beside them to be a place's."""


def place_lore(tables: Tables) -> PlaceLore:
    """Return the indexed place words of these tables, made once."""
    made: PlaceLore = tables.made("place lore", make_lore)
    return made


def make_lore(tables: Tables) -> PlaceLore:
    """Index the place words and the demonyms."""
    words = tables.of(PlaceWords)
    levels: dict[str, set[str]] = {}
    for level, level_words in words.types.items():
        for name in level_words:
            levels.setdefault(name, set()).add(level)
    countries = tables.raw("countries.yaml")
    names = {
        place_key(name)
        for row in countries
        for name in (row["label"], *row.get("aliases", ()), *row.get("acronyms", ()))
    }
    demonyms = {
        key: row["id"]
        for row in reversed(countries)
        for name in row.get("demonyms", ())
        if (key := place_key(name)) not in names
    }
    common = keyed(words.need_context | words.given_names)
    return PlaceLore(
        words,
        {name: frozenset(found) for name, found in levels.items()},
        demonyms,
        common,
        keyed(words.abbreviations),
        keyed(words.never),
        words.prepositions | words.loose_prepositions,
        frozenset(levels.keys() - words.weak_types),
    )


def keyed(names: frozenset[str]) -> frozenset[str]:
    """Return the lookup keys of names."""
    return frozenset(map(place_key, names))
