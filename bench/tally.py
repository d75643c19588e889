"""Figures of some cases: how many are found, how many of those claimed are right, and which fields are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from cases import Case

FEW = 20
"""Cases below which figures are hardly more than stories."""


@dataclass(frozen=True)
class Tally:
    """The figures of one row of the page, in per cent; None where nothing is there to be counted."""

    name: str
    cases: int
    found: float | None
    precise: float | None
    group: float | None
    speaker: float | None
    layer: float | None
    scope: float | None
    all_right: float | None
    margin: tuple[float, float]

    @property
    def few(self) -> bool:
        """Whether there are too few cases to lean on."""
        return self.cases < FEW


def tally(name: str, cases: Sequence[Case]) -> Tally:
    """Return the figures of some cases under a name.

    ``found``: of the gold, those with a claim of the same measure on the number. ``precise``: of the claims, those that meet
    gold so. ``all_right``: of the gold, those found with interval, group, speaker, layer, polarity, scope and modality right.
    """
    gold = [case for case in cases if case.gold]
    hits = [case for case in gold if case.claim]
    claims = sum(case.claim is not None for case in cases)
    group, speaker, layer, scope = (
        share(sum(case.right[field] for case in hits), len(hits)) for field in ("group", "root", "layer", "scope")
    )
    return Tally(
        name,
        len(gold),
        found=share(len(hits), len(gold)),
        precise=share(len(hits), claims),
        group=group,
        speaker=speaker,
        layer=layer,
        scope=scope,
        all_right=share(sum(all(case.right.values()) for case in hits), len(gold)),
        margin=wilson(len(hits), len(gold)),
    )


def share(part: int, whole: int) -> float | None:
    """Return a share in per cent, None of nothing."""
    return 100 * part / whole if whole else None


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Return the bounds, in per cent, between which a share lies in 95 of 100 samples as large as this one."""
    if not whole:
        return 0.0, 100.0
    z, p = 1.96, part / whole
    middle = p + z * z / (2 * whole)
    half = z * sqrt(p * (1 - p) / whole + z * z / (4 * whole * whole))
    low, high = ((middle + sign * half) / (1 + z * z / whole) for sign in (-1, 1))
    return 100 * max(0.0, low), 100 * min(1.0, high)
