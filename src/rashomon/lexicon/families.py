"""Which act types tell the same act, and what words about control say of who holds a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class Family:
    """Act types that tell one act; ``part_of`` names the wider family that may tell it too, ``joint`` leads to the target.

    ``ongoing`` is asked day by day, ``lasting`` once for all its days; ``violent`` is an attack or a fight.
    """

    label: str
    types: tuple[str, ...]
    part_of: str | None = None
    mutual: bool = False
    ongoing: bool = False
    lasting: bool = False
    joint: str = "of"
    violent: bool = False


@dataclass(frozen=True, slots=True)
class ControlWord:
    """What a control type says of its agent: holds or loses the place; ``tells`` the act that it also asserts."""

    agent: Literal["holds", "loses"]
    words: str
    tells: str | None = None


@dataclass(frozen=True, slots=True)
class StatementKind:
    """A kind of statement that is asked as a question."""

    label: str


@dataclass(frozen=True)
class Families:
    """The act families, the control words, types of act by who does them and how they are told, and the kinds of place that news names by the kind alone."""

    TABLE: ClassVar[str] = "en/families.yaml"

    acts: dict[str, Family]
    control: dict[str, ControlWord]
    statements: dict[str, StatementKind] = field(default_factory=dict)
    befalling: frozenset[str] = frozenset()
    by_people: frozenset[str] = frozenset()
    undergone: frozenset[str] = frozenset()
    in_passing: frozenset[str] = frozenset()
    carried_on: frozenset[str] = frozenset()
    violence: frozenset[str] = frozenset()
    domestic: frozenset[str] = frozenset()
    side_words: frozenset[str] = frozenset()
    place_kinds: tuple[str, ...] = ()
    place_fillers: tuple[str, ...] = ()
    settlements: frozenset[str] = frozenset()
    place_parts: tuple[str, ...] = ()
    place_edges: tuple[str, ...] = ()
    place_ends: tuple[str, ...] = ()

    def family_of(self, act_type: str) -> str:
        """Return the family that tells an act of this type; a type of no family is a family of its own."""
        return next(
            (name for name, family in self.acts.items() if act_type == name or act_type in family.types), act_type
        )

    def family(self, name: str) -> Family:
        """Return a family by its name, made up for a type of no family."""
        return self.acts.get(name) or Family(label=name, types=(name,))
