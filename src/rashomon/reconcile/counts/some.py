"""Whoever counts only some: a hospital those it took in, a report those it names. Their count is the least where others count more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import ActorKind, Quantity, Verdict
from rashomon.reconcile.counts.counting import CountComparison
from rashomon.reconcile.counts.intervals import ceiling_of, floor_of
from rashomon.reconcile.ladder.climb import climb
from rashomon.reconcile.ladder.series import Strand
from rashomon.reconcile.questions.ask import is_named


def unless_disputed(strands: Sequence[Strand[Quantity]], compare: CountComparison) -> list[Strand[Quantity]]:
    """Return the strands as told, or, where that makes a dispute, with what counts only some as the least."""
    disputed = bool(strands) and climb(strands, compare)[0] is Verdict.DISPUTED
    return some_as_least(strands) if disputed else list(strands)


def some_as_least(strands: Sequence[Strand[Quantity]]) -> list[Strand[Quantity]]:
    """Return the strands, the last answer of whoever counts only some as the least that it means where another root counts more.

    "Two of the wounded were brought in", says a hospital; "six people were hurt", says a village council; "the injured are Ada Brandt
    and Per Lund", says a paper.
    """
    most = max((floor_of(strand.latest.said) for strand in strands), default=0)
    return [opened(s) if counts_some(s) and ceiling_of(s.latest.said) < most else s for s in strands]


def counts_some(strand: Strand[Quantity]) -> bool:
    """Say whether a medical body, or somebody who names people and gives no number, speaks of at least somebody."""
    last = strand.latest
    naming = all(is_named(answer) for answer in last.answers)
    return (naming or strand.root.kind is ActorKind.MEDICAL_BODY) and floor_of(last.said) > 0


def opened(strand: Strand[Quantity]) -> Strand[Quantity]:
    """Return a strand with its last answer as a least."""
    last = strand.latest
    least = Quantity.at_least(floor_of(last.said), words=last.said.words)
    return replace(strand, points=(*strand.points[:-1], replace(last, said=least)))
