"""Words by which capitalised words are read as a person, a body, an office, or nothing of the kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from rashomon.lexicon.actors import Countries
from rashomon.lexicon.match import Matcher, fold, shelf_of
from rashomon.lexicon.tables import Tables
from rashomon.model import ActorKind

RANK, FIELD, HEAD, NOTHING, OPENER, GIVEN, ROLE, QUALIFIER, NATION, CALLING = (1 << bit for bit in range(10))
"""What a word can be inside a name, as bits: one word may be several ("Marshal" is a rank and a surname's first word)."""


@dataclass(frozen=True)
class NameWords:
    """The words as the table has them."""

    TABLE: ClassVar[str] = "en/names.yaml"
    ranks: list[str]
    roles: list[str]
    short_roles: dict[str, list[str]]
    loose_roles: list[str]
    qualifiers: list[str]
    fields: list[str]
    heads: list[str]
    nothing: list[str]
    openers: list[str]
    callings: list[str]
    stand_ins: dict[str, list[ActorKind]]
    also_called: list[str]
    given: list[str]


@dataclass(frozen=True)
class NameBook:
    """Look-ups over the words.

    Folded word without its full stop -> senses; offices; the phrases before another name; stand-ins. ``in_full`` has for an
    office in short the words of its full name, behind the first of them.
    """

    senses: dict[str, int]
    offices: Matcher
    loose: frozenset[str]
    in_full: dict[str, tuple[tuple[str, frozenset[str]], ...]]
    also_called: re.Pattern[str]
    stand_ins: Matcher


def name_book(tables: Tables) -> NameBook:
    """Return the look-ups over the tables of names; built once."""
    return tables.made("name book", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> NameBook:
    words = tables.of(NameWords)
    nations = [word for row in tables.of(Countries).rows for word in (*row.demonyms, row.label, *row.acronyms)]
    lists = {
        RANK: words.ranks, FIELD: words.fields, HEAD: words.heads, NOTHING: words.nothing, OPENER: words.openers, GIVEN: words.given,
        ROLE: [*words.roles, *words.short_roles], QUALIFIER: words.qualifiers, NATION: nations, CALLING: words.callings,
    }  # fmt: skip
    senses: dict[str, int] = {}
    for sense, each in lists.items():
        for word in each:
            key = fold(word).rstrip(".")
            senses[key] = senses.get(key, 0) | sense
    cues = "|".join(re.escape(cue) for cue in sorted(words.also_called, key=lambda cue: (-len(cue), cue)))
    shelf = shelf_of(tables)
    return NameBook(
        senses,
        Matcher(((role, fold(role), role in words.short_roles) for role in (*words.roles, *words.short_roles)), shelf),
        frozenset(words.loose_roles),
        {fold(short): ((full[0], frozenset(full)),) for short, full in words.short_roles.items()},
        re.compile(rf"(?:\s?\[\d+\])?,? \(?(?:{cues}) (?:the )?[\"“'‘]*", re.IGNORECASE),
        Matcher(((f"the {noun}", (noun, frozenset(kinds)), False) for noun, kinds in words.stand_ins.items()), shelf),
    )
