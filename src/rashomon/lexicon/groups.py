"""Whom a count counts: nouns for people, and nouns that are none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from rashomon.lexicon.countwords import CountWords
from rashomon.lexicon.loaded import loaded_words
from rashomon.lexicon.tables import Tables


@dataclass(frozen=True)
class GroupRow:
    """One group: its nouns and the group it is part of.

    A ``bearer`` ("members") names no group of its own; ``size`` is how many one of them is ("a couple" is two).
    """

    id: str
    nouns: list[str]
    part_of: str | None = None
    armed: bool = False
    bearer: bool = False
    size: int = 1


@dataclass(frozen=True)
class Groups:
    """All groups of people."""

    TABLE: ClassVar[str] = "en/groups.yaml"
    rows: list[GroupRow]


@dataclass(frozen=True)
class Things:
    """Nouns that are counted in reports and are no people."""

    TABLE: ClassVar[str] = "en/things.yaml"
    rows: list[str]


@dataclass(frozen=True)
class OtherSenses:
    """Words beside a measure's word by which it says something else, and counts nobody."""

    TABLE: ClassVar[str] = "en/othersenses.yaml"
    hospital: frozenset[str] = frozenset()
    scene: frozenset[str] = frozenset()
    burying: frozenset[str] = frozenset()
    covering: frozenset[str] = frozenset()
    holding_them: frozenset[str] = frozenset()
    straits: frozenset[str] = frozenset()
    employers: frozenset[str] = frozenset()
    volleys: frozenset[str] = frozenset()
    rides: frozenset[str] = frozenset()
    deadly: frozenset[str] = frozenset()
    coffins: frozenset[str] = frozenset()
    treated: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    rooms: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    survivors: frozenset[str] = frozenset()
    abuses: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    close: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    parents: frozenset[str] = frozenset()
    bereaved: frozenset[str] = frozenset()
    nobody_new: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    illness: frozenset[str] = frozenset()
    harming: frozenset[str] = frozenset()
    animals: frozenset[str] = frozenset()
    unhurt: frozenset[str] = frozenset()
    sheltering: frozenset[str] = frozenset()
    apposed: frozenset[str] = frozenset()
    of_aircraft: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()


@dataclass(frozen=True)
class GroupBook:
    """Look-ups over the groups: noun -> row (the more specific one wins), the part-of order, and the words around numbers."""

    by_noun: dict[str, GroupRow]
    by_id: dict[str, GroupRow]
    words: CountWords
    things: frozenset[str] = field(default_factory=frozenset)
    labels: dict[str, str] = field(default_factory=dict)
    """Noun -> its plural, the words a reader sees for the group; a noun that takes sides has none."""
    loaded: frozenset[str] = field(default_factory=frozenset)
    other: OtherSenses = field(default_factory=OtherSenses)

    def several(self, words: str) -> str:
        """Return words for people with their last one in the plural, where the tables have it: "night watchmen" for "night watchman"."""
        first, blank, last = words.rpartition(" ")
        return f"{first}{blank}{self.labels.get(last, last)}"

    def whole_of(self, group: str) -> tuple[str, ...]:
        """Return the groups a group is part of, nearest first; an unknown one is part of the total."""
        found: list[str] = []
        row = self.by_id.get(group)
        while row is not None and row.part_of and row.part_of not in found:
            found.append(row.part_of)
            row = self.by_id.get(row.part_of)
        return tuple(found) if "total" in found or group == "total" else (*found, "total")


def group_book(tables: Tables) -> GroupBook:
    """Return the look-ups over the tables of groups; built once per set of tables."""
    return tables.made("group book", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> GroupBook:
    rows = tables.of(Groups).rows
    by_noun: dict[str, GroupRow] = {}
    for row in rows:
        for noun in row.nouns:
            by_noun[noun.lower()] = row
    loaded = loaded_words(tables)
    labels = {
        noun: plural
        for row in rows
        for noun, plural in plurals(row.nouns).items()
        if by_noun[noun] is row and plural not in loaded
    }
    things = frozenset(word.lower() for word in tables.of(Things).rows)
    by_id, words = {row.id: row for row in rows}, tables.of(CountWords)
    return GroupBook(by_noun, by_id, words, things, labels, loaded, tables.of(OtherSenses))


def plurals(nouns: list[str]) -> dict[str, str]:
    """Return each noun of a row with its plural, where the row has both or the noun is one.

    >>> plurals(["inmate", "inmates", "policeman", "policemen", "deputy", "deputies", "kin"])["policeman"]
    'policemen'
    """
    known = {noun.lower() for noun in nouns}
    found = {}
    for noun in known:
        made = (noun + "s", noun + "es", noun[:-1] + "ies", noun.removesuffix("man") + "men")
        several = next((form for form in made if form in known and form != noun), None)
        if several is not None:
            found[noun] = found[several] = several
    return found
