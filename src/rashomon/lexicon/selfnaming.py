"""How an outlet names itself in its own report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class SelfNaming:
    """Words directly before or after an outlet's name by which a report gives its own outlet away."""

    TABLE: ClassVar[str] = "en/selfnaming.yaml"

    before: tuple[str, ...]
    unnamed: frozenset[str]
    not_before: frozenset[str]
    after: tuple[str, ...]
    footer_before: tuple[str, ...]
    footer_after: tuple[str, ...]
