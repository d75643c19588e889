"""What is counted, and by which words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from rashomon.lexicon.inflect import Irregular, verb_forms
from rashomon.lexicon.match import Hit, Matcher
from rashomon.lexicon.tables import Tables

REACH = 120
"""Code points after a verb within which its further words may stand."""

STOP = re.compile(r"[.;!?]\s|\n")


class Role(StrEnum):
    """What part the counted people play beside a measure's word."""

    OBJECT = "object"
    SUBJECT = "subject"
    OF = "of"
    ITSELF = "itself"
    IS = "is"


@dataclass(frozen=True)
class Apart:
    """Verbs that say a measure with words that need not follow at once: "took 12 people to hospital"."""

    verbs: list[str]
    rest: list[str]


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
    object_with: list[Apart] = field(default_factory=list)
    subject_with: list[Apart] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
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
    """One meaning of a measure's word.

    ``rest``: phrases, each with the blank before it, one of which must follow in the clause; ``near``: words one of
    which must stand in the report.
    """

    measure: str
    role: Role
    people: bool = False
    rest: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()


class MeasureMatcher(Matcher):
    """Finds the words of measures; a hit's value is the tuple of senses that its surroundings allow."""

    def find(self, text: str) -> list[Hit]:
        """Return the words that say some measure, in text order, none overlapping."""
        found = super().find(text)
        asked = {word for hit in found for sense in hit.value for word in sense.near}
        present = frozenset(re.findall(r"[a-z0-9-]+", text.lower())) & asked if asked else frozenset()
        kept = []
        for hit in found:
            senses = [s for s in hit.value if not s.near or s.near & present]
            if any(s.rest for s in senses):
                clause = clause_after(text, hit.end)
                senses = [s for s in senses if not s.rest or any(phrase in clause for phrase in s.rest)]
            if senses:
                kept.append(hit if len(senses) == len(hit.value) else Hit(hit.start, hit.end, tuple(senses)))
        return kept


def clause_after(text: str, start: int) -> str:
    """Return the rest of a clause in lower case, as far as a verb's further words may stand."""
    return STOP.split(text[start : start + REACH], maxsplit=1)[0].lower()


def measure_matcher(tables: Tables) -> MeasureMatcher:
    """Return a matcher whose values are tuples of senses; built once per set of tables."""
    return tables.made("measure matcher", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> MeasureMatcher:
    senses: dict[str, list[Sense]] = {}
    irregular = tables.of(Irregular)
    for row in tables.of(Measures).rows:
        for role in (Role.OBJECT, Role.SUBJECT):
            for base in getattr(row, role):
                for form in verb_forms(base, irregular):
                    senses.setdefault(form, []).append(Sense(row.measure, role, row.people))
        for role, parted in ((Role.OBJECT, row.object_with), (Role.SUBJECT, row.subject_with)):
            for phrase in parted:
                for form in (form for base in phrase.verbs for form in verb_forms(base, irregular)):
                    senses.setdefault(form, []).append(Sense(row.measure, role, row.people, tuple(f" {words}" for words in phrase.rest)))
        near = frozenset(row.near)
        for role, words in ((Role.OF, row.of), (Role.ITSELF, row.itself), (Role.IS, row.is_)):
            for word in words:
                senses.setdefault(word, []).append(Sense(row.measure, role, row.people, (), near if role in (Role.ITSELF, Role.OF) else frozenset()))
    return MeasureMatcher((word, tuple(dict.fromkeys(found)), False) for word, found in senses.items())
