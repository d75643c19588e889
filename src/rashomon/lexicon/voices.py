"""Which names of a source are one voice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Voices:
    """Words that do not tell offices apart, and the kinds whose short name means the one named in full."""

    TABLE: ClassVar[str] = "en/voices.yaml"

    drop: frozenset[str]
    same: dict[str, str] = field(default_factory=dict)
    offices: frozenset[str] = frozenset()
    unnamed_kinds: frozenset[str] = frozenset()
