"""The words by which a report turns from one happening to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class AccountCues:
    """What opens a paragraph on another happening; see the table's own comments. ``shortest`` is in words."""

    TABLE: ClassVar[str] = "en/accounts.yaml"

    elsewhere: tuple[str, ...]
    towards: tuple[str, ...]
    another: tuple[str, ...]
    deeds: frozenset[str]
    harm: frozenset[str]
    shortest: int
