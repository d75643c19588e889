"""Words that take sides, by class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.lexicon.tables import Tables


@dataclass(frozen=True)
class LoadedClass:
    """One class of loaded words."""

    name: str
    words: list[str]


@dataclass(frozen=True)
class Loaded:
    """All loaded words."""

    TABLE: ClassVar[str] = "en/loaded.yaml"
    rows: list[LoadedClass]


def loaded_words(tables: Tables) -> frozenset[str]:
    """Return every loaded word in lower case."""
    return tables.made("loaded words", lambda given: frozenset(w for row in given.of(Loaded).rows for w in row.words))  # type: ignore[no-any-return]
