"""Which names of a source are one voice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Voices:
    """Words that do not tell offices apart, and the kinds whose short name means the one named in full.

    ``titles`` stand between a body and the person who speaks for it; ``law`` are the words of a police office; ``generic``
    are names that mean whichever office investigates, ``taken_up`` such as mean the source named before; ``outside`` are kinds of voice that no local crime has; ``described``
    are the words by which a voice of a kind is meant without its name ("the monitor").
    """

    TABLE: ClassVar[str] = "en/voices.yaml"

    drop: frozenset[str]
    same: dict[str, str] = field(default_factory=dict)
    offices: frozenset[str] = frozenset()
    unnamed_kinds: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    law: frozenset[str] = frozenset()
    bureaus: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    taken_up: frozenset[str] = frozenset()
    described: dict[str, frozenset[str]] = field(default_factory=dict)
    state_words: frozenset[str] = frozenset()
    media_words: frozenset[str] = frozenset()
