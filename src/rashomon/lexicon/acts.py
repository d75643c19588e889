"""What is done, and by which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from rashomon.lexicon.inflect import Irregular, verb_forms
from rashomon.lexicon.match import Matcher
from rashomon.lexicon.tables import Tables
from rashomon.model import ClaimKind


@dataclass(frozen=True)
class ActRow:
    """Words of one type of act; ``needs`` names the class its object must have."""

    type: str
    verbs: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    kind: ClaimKind = ClaimKind.ACT
    needs: str | None = None


@dataclass(frozen=True)
class Acts:
    """All types of act."""

    TABLE: ClassVar[str] = "en/acts.yaml"
    rows: list[ActRow]


@dataclass(frozen=True)
class Objects:
    """Nouns an act may need as its object, by class."""

    TABLE: ClassVar[str] = "en/objects.yaml"
    place: list[str]
    arms: list[str]
    means: dict[str, list[str]]
    handling: list[str]
    bombs: list[str]
    openers: list[str]
    groups: list[str]
    loose: list[str]
    idioms: list[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One meaning of an act's word: its type, whether the word is a verb, and what it needs."""

    type: str
    kind: ClaimKind
    verb: bool
    needs: str | None = None


def act_matcher(tables: Tables) -> Matcher:
    """Return a matcher whose values are tuples of triggers; built once per set of tables."""
    return tables.made("act matcher", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> Matcher:
    irregular = tables.of(Irregular)
    found: dict[str, list[Trigger]] = {}
    for row in tables.of(Acts).rows:
        for base in row.verbs:
            for form in verb_forms(base, irregular):
                found.setdefault(form, []).append(Trigger(row.type, row.kind, verb=True, needs=row.needs))
        for noun in row.nouns:
            found.setdefault(noun, []).append(Trigger(row.type, row.kind, verb=False, needs=row.needs))
    return Matcher((word, tuple(dict.fromkeys(triggers)), False) for word, triggers in found.items())
