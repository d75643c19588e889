"""What is counted, and by which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from rashomon.lexicon.inflect import Irregular, verb_forms
from rashomon.lexicon.match import Matcher
from rashomon.lexicon.tables import Tables


class Role(StrEnum):
    """What part the counted people play beside a measure's word."""

    OBJECT = "object"
    SUBJECT = "subject"
    OF = "of"
    ITSELF = "itself"
    IS = "is"


@dataclass(frozen=True)
class Measure:
    """One measure with its words by role; ``people`` asks for a noun for people, or none at all."""

    measure: str
    nature: str
    object: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    of: list[str] = field(default_factory=list)
    itself: list[str] = field(default_factory=list)
    is_: list[str] = field(default_factory=list)
    people: bool = False


@dataclass(frozen=True)
class Measures:
    """All measures."""

    TABLE: ClassVar[str] = "en/measures.yaml"
    rows: list[Measure]

    def flows(self) -> frozenset[str]:
        """Return the measures that only grow within an event."""
        return frozenset(row.measure for row in self.rows if row.nature == "flow")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a measure's word."""

    measure: str
    role: Role
    people: bool = False


def measure_matcher(tables: Tables) -> Matcher:
    """Return a matcher whose values are tuples of senses; built once per set of tables."""
    return tables.made("measure matcher", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> Matcher:
    senses: dict[str, list[Sense]] = {}
    irregular = tables.of(Irregular)
    for row in tables.of(Measures).rows:
        for role in (Role.OBJECT, Role.SUBJECT):
            for base in getattr(row, role):
                for form in verb_forms(base, irregular):
                    senses.setdefault(form, []).append(Sense(row.measure, role, row.people))
        for role, words in ((Role.OF, row.of), (Role.ITSELF, row.itself), (Role.IS, row.is_)):
            for word in words:
                senses.setdefault(word, []).append(Sense(row.measure, role, row.people))
    return Matcher((word, tuple(dict.fromkeys(found)), False) for word, found in senses.items())
