"""The numbers that published coding policies use, as a table the user can change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class AcledPolicy:
    """ACLED's point codes for vague words, and when a number counts as corroborated."""

    codes: dict[str, int]
    large_codes: dict[str, int]
    large_from: int = 100
    corroborated_by: int = 2


@dataclass(frozen=True, slots=True)
class MajorityPolicy:
    """How many independent roots make a majority."""

    least_roots: int = 2


@dataclass(frozen=True)
class Policies:
    """The settings of the estimate policies; ``ucdp``, ``min-max`` and ``latest`` need none."""

    TABLE: ClassVar[str] = "policies.yaml"

    acled: AcledPolicy
    majority: MajorityPolicy
