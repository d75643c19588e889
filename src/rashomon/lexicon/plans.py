"""Words of what is meant, undertaken or asked for, and not yet done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Plans:
    """Verbs and nouns by which a deed is planned, wanted or going on; the table says what each list holds."""

    TABLE: ClassVar[str] = "en/plans.yaml"

    planning: frozenset[str]
    plotting: frozenset[str]
    undertakings: frozenset[str]
    undertaken: frozenset[str]
    wanting: frozenset[str]
    lasting: frozenset[str]
