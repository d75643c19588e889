"""Words by which somebody takes a stance: intentions, demands, judgements, feelings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.lexicon.inflect import Irregular, verb_forms
from rashomon.lexicon.tables import Tables


@dataclass(frozen=True)
class Stances:
    """The words by class as the table has them: class -> base forms of verbs, nouns and adjectives as they stand.

    ``judged`` switches attributions of stances on; a table laid over with ``judged: false`` leaves those of claims alone.
    """

    TABLE: ClassVar[str] = "en/stances.yaml"
    verbs: dict[str, list[str]]
    nouns: dict[str, list[str]]
    adjectives: dict[str, list[str]]
    givers: list[str]
    prepositions: list[str]
    voices: list[str]
    judged: bool = True


@dataclass(frozen=True, slots=True)
class Stance:
    """What one word may be: its base form and its classes."""

    base: str
    classes: tuple[str, ...]


@dataclass(frozen=True)
class StanceBook:
    """Look-ups: form of a word -> its base and classes."""

    verbs: dict[str, Stance]
    nouns: dict[str, Stance]
    adjectives: dict[str, Stance]
    givers: frozenset[str]
    prepositions: frozenset[str]
    voices: frozenset[str]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that may be a stance or hand one over, the colon too."""
        return self.prepositions.union(self.verbs, self.nouns, self.adjectives, ":")


def stance_book(tables: Tables) -> StanceBook:
    """Return the look-ups over the table of stances; built once."""
    return tables.made("stance book", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> StanceBook:
    given, irregular = tables.of(Stances), tables.of(Irregular)
    verbs = {form: stance for base, stance in classed(given.verbs).items() for form in verb_forms(base, irregular)}
    nouns, adjectives = classed(given.nouns), classed(given.adjectives)
    givers = frozenset(form for base in given.givers for form in verb_forms(base, irregular))
    return StanceBook(verbs, nouns, adjectives, givers, frozenset(given.prepositions), frozenset(given.voices))


def classed(words: dict[str, list[str]]) -> dict[str, Stance]:
    """Return each base form with all the classes that it stands in.

    >>> classed({"feel": ["hope"], "intend": ["hope", "plan"]})["hope"].classes
    ('feel', 'intend')
    """
    found: dict[str, list[str]] = {}
    for name, bases in words.items():
        for base in bases:
            classes = found.setdefault(base, [])
            if name not in classes:
                classes.append(name)
    return {base: Stance(base, tuple(classes)) for base, classes in found.items()}
