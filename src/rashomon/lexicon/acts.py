"""What is done, and by which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from rashomon.lexicon.inflect import Irregular, verb_forms
from rashomon.lexicon.match import Matcher, shelf_of
from rashomon.lexicon.tables import Tables
from rashomon.model import ClaimKind


@dataclass(frozen=True)
class ActRow:
    """Words of one type of act; ``needs`` names the class its object must be of, ``by`` the class of its doer.

    ``to`` names the class of where it leads. Of an ``inverse`` phrase the subject is what it is done to: "the town fell to the rebels".
    """

    type: str
    verbs: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    kind: ClaimKind = ClaimKind.ACT
    needs: str | None = None
    by: str | None = None
    to: str | None = None
    inverse: bool = False


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
    movers: list[str]
    harming: list[str]
    planning: list[str]
    blaming: list[str]
    answerable: list[str]
    groups: list[str]
    loose: list[str]
    idioms: list[str]
    classes: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trigger:
    """One meaning of an act's word: its type, whether the word is a verb, and of which class its object and doer must be."""

    type: str
    kind: ClaimKind
    verb: bool
    needs: str | None = None
    by: str | None = None
    to: str | None = None
    inverse: bool = False

    @property
    def asks(self) -> int:
        """How much the meaning asks for: of several, those that ask for more are tried first."""
        return (self.needs is not None) + (self.by is not None) + (self.to is not None)


def act_matcher(tables: Tables) -> Matcher:
    """Return a matcher whose values are tuples of triggers; built once per set of tables."""
    return tables.made("act matcher", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> Matcher:
    irregular = tables.of(Irregular)
    found: dict[str, list[Trigger]] = {}
    for row in tables.of(Acts).rows:
        for base in row.verbs:
            for form in verb_forms(base, irregular):
                found.setdefault(form, []).append(
                    Trigger(row.type, row.kind, verb=True, needs=row.needs, by=row.by, to=row.to, inverse=row.inverse)
                )
        for noun in row.nouns:
            found.setdefault(noun, []).append(Trigger(row.type, row.kind, verb=False, needs=row.needs, by=row.by))
    words = (
        (word, tuple(sorted(dict.fromkeys(triggers), key=lambda t: -t.asks)), False) for word, triggers in found.items()
    )
    return Matcher(words, shelf_of(tables))
