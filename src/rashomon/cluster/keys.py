"""Keys under which a report is filed, so that those which may tell the same happening are found without comparing all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import cast

from rashomon.cluster.describe import family_of, key_of
from rashomon.cluster.profile import Profile, Vector
from rashomon.lexicon.actors import Countries, entries
from rashomon.lexicon.names import GIVEN, name_book
from rashomon.lexicon.tables import Tables
from rashomon.lexicon.wordbands import stem

TELLING = 20
"""Words by which a report is found on its days."""
PAIRED = 8
"""Names that are paired with each other, words that are paired with each other and with a place."""
RAREST_NAMES = 2
"""Names that are paired with given names: of whom a report tells most."""
DAYS = 2
"""Days in one bucket."""
FOR_UNDATED, OF_UNDATED = "any", "undated"
"""Before a wide key: filed for reports without a day to ask for, and filed by one."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one report: two reports are compared where one asks for a key that the other is filed under.

    ``narrow`` keys bring any two reports together: a telling word on a day, a pair of rare names. ``wide`` ones, with
    names that thousands of reports have, only where one of the two has no day.
    """

    narrow: frozenset[str]
    wide: frozenset[str]
    dated: bool

    @property
    def filed(self) -> frozenset[str]:
        """What to put into an index for the report."""
        wide = {f"{FOR_UNDATED} {key}" for key in self.wide}
        return self.narrow | wide | (set() if self.dated else {f"{OF_UNDATED} {key}" for key in self.wide})

    @property
    def asked(self) -> frozenset[str]:
        """What to look up in an index for the report."""
        return self.narrow | {f"{OF_UNDATED if self.dated else FOR_UNDATED} {key}" for key in self.wide}


def keys_of(one: Profile, *, tables: Tables) -> Keys:
    """Return the keys of a report; they depend on the report and the tables alone.

    "The ferry Blue Heron sank off Tarvos on Tuesday", reported on 7 May 2031, is found by "ferry" on 6 or 7 May, and by
    "heron tarvos" on any day.
    """
    known = cast(frozenset[str], tables.made("cluster.known_names", known_names))
    words = telling(one.text)
    rare = [name for name in names_by_weight(one) if name not in known][:PAIRED]
    timed = {f"{day} {word}" for day in buckets(one) for word in words[:TELLING]}
    return Keys(
        frozenset(timed | paired(rare) | full_names(rare, one, tables)),
        frozenset(wide_keys(one, words, tables)),
        one.day is not None,
    )


def telling(weights: Vector) -> list[str]:
    """Return the words, those that weigh most first."""
    return sorted(weights, key=lambda word: (-weights[word], word))


def names_by_weight(one: Profile) -> list[str]:
    """Return the stems of the words of names, those first that tell much and stand there often."""
    weights: dict[str, float] = {}
    for name, tells in one.names.items():
        weights[stem(name)] = max(weights.get(stem(name), 0.0), tells * one.text.get(stem(name), 0.0))
    return telling(weights)


def buckets(one: Profile) -> set[str]:
    """Return the days that a report may be about, two by two: those it tells, its own, and the one before."""
    own = {one.day, one.day - timedelta(days=1)} if one.day and one.day > date.min else {one.day} if one.day else set()
    return {f"{day.toordinal() // DAYS}" for day in one.days | own}


def full_names(rare: list[str], one: Profile, tables: Tables) -> set[str]:
    """Return the rarest names each with the given names of the report, of which one may be theirs: "john okoro"."""
    senses = name_book(tables).senses
    given = sorted(stem(name) for name in one.names if senses.get(name, 0) & GIVEN)
    return {
        " ".join(sorted((name, first))) for name in rare[:RAREST_NAMES] for first in given[:PAIRED] if first != name
    }


def wide_keys(one: Profile, words: list[str], tables: Tables) -> set[str]:
    """Return the pairs of telling words, names before others, and of a place and a kind of act, or a word that is none of its name."""
    names = {stem(name) for name, tells in one.names.items() if tells}
    first = telling({word: weight * (2 if word in names else 1) for word, weight in one.text.items()})[:PAIRED]
    own = {stem(word) for place in one.places for word in place.name.replace("-", " ").split()}
    beside = [word for word in words if word not in own][:PAIRED]
    kinds = [f"({family_of(one.kind, tables=tables)})"] if one.kind and one.kind != "other" else []
    return paired(first) | {f"{key_of(place)} {word}" for place in one.places for word in beside + kinds}


def paired(words: Iterable[str]) -> set[str]:
    """Return every two of the words, in alphabetical order."""
    return {f"{one} {other}" for one, other in combinations(sorted(words), 2)}


def known_names(tables: Tables) -> frozenset[str]:
    """Return the stems of names that stand in too many reports to tell: countries, known actors, agencies, outlets, offices."""
    names = {name for _, each in entries(tables) for name, _, _ in each}
    names |= {word for row in tables.of(Countries).rows for word in row.demonyms}
    names |= {name for name, senses in name_book(tables).senses.items() if senses & ~GIVEN}
    return frozenset(stem(word.strip(".,()")) for name in names for word in name.replace("-", " ").split())
