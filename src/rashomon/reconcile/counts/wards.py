"""A hospital counts whom it took in: its count is the least where others count more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import ActorKind, Quantity, Verdict
from rashomon.reconcile.counts.counting import CountComparison
from rashomon.reconcile.counts.intervals import ceiling_of, floor_of
from rashomon.reconcile.ladder.climb import climb
from rashomon.reconcile.ladder.series import Strand


def unless_disputed(strands: Sequence[Strand[Quantity]], compare: CountComparison) -> list[Strand[Quantity]]:
    """Return the strands as told, or, where that makes a dispute, with what hospitals count as the least."""
    disputed = bool(strands) and climb(strands, compare)[0] is Verdict.DISPUTED
    return wards_as_some(strands) if disputed else list(strands)


def wards_as_some(strands: Sequence[Strand[Quantity]]) -> list[Strand[Quantity]]:
    """Return the strands, the last answer of a medical body as the least that it means where another root counts more.

    "Two of the wounded were brought in", says a hospital; "six people were hurt", says a village council.
    """
    most = max((floor_of(strand.latest.said) for strand in strands), default=0)
    return [opened(s) if is_ward(s) and ceiling_of(s.latest.said) < most else s for s in strands]


def is_ward(strand: Strand[Quantity]) -> bool:
    """Say whether a medical body speaks of at least somebody."""
    return strand.root.kind is ActorKind.MEDICAL_BODY and floor_of(strand.latest.said) > 0


def opened(strand: Strand[Quantity]) -> Strand[Quantity]:
    """Return a strand with its last answer as a least."""
    last = strand.latest
    least = Quantity.at_least(floor_of(last.said), words=last.said.words)
    return replace(strand, points=(*strand.points[:-1], replace(last, said=least)))
