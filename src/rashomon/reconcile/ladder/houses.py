"""Outlets of one owner: each keeps its own position, and together they count as one root."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, groupby
from typing import TypeVar

from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import Relation
from rashomon.reconcile.ladder.climb import Comparison, Voice, explained, joined, standing
from rashomon.reconcile.ladder.series import Strand
from rashomon.reconcile.roots.root import Root

S = TypeVar("S")


def stand_apart(strands: Sequence[Strand[S]], compare: Comparison[S]) -> list[Strand[S]]:
    """Return the strands, those of one house that exclude each other without its owner.

    Two papers of one group that both say twelve may have it from one desk. Where one says twelve and the other, of the same
    day, thirty, neither took it from the other, and to count them as one would hide a dispute.
    """
    free = [strand for strand in strands if strand.rests_on is None and strand.root.owner]
    opposed = {
        one.root.house for one, other in combinations(free, 2)
        if one.root.house == other.root.house and at_odds(one, other, compare)
    }  # fmt: skip
    return [
        replace(strand, root=replace(strand.root, owner=None)) if strand.root.house in opposed else strand
        for strand in strands
    ]


def at_odds(one: Strand[S], other: Strand[S], compare: Comparison[S]) -> bool:
    """Say whether the last answers of two outlets exclude each other, and neither is an earlier one of the other's."""
    first, second = Voice(one.root.name, one.points), Voice(other.root.name, other.points)
    return standing(first, second, compare) is Relation.APART and not explained(first, second, compare)


def by_house(strands: Sequence[Strand[S]], join: Callable[[Sequence[Answer]], Strand[S]]) -> list[Strand[S]]:
    """Return the strands with those of each house as one, its answers put together by ``join``; in order of time."""
    return sorted(
        (mine[0] if len(mine) == 1 else of_house(mine, join) for mine in houses(strands)),
        key=lambda strand: (strand.points[0].moment.rank, strand.root.key),
    )


def houses(strands: Sequence[Strand[S]]) -> list[list[Strand[S]]]:
    """Return the strands house by house, each in the order in which its outlets first spoke."""
    ordered = sorted(strands, key=lambda strand: (strand.root.house, strand.points[0].moment.rank, strand.root.key))
    return [list(group) for _, group in groupby(ordered, key=lambda strand: strand.root.house)]


def of_house(strands: Sequence[Strand[S]], join: Callable[[Sequence[Answer]], Strand[S]]) -> Strand[S]:
    """Return the strands of one house as one, under the names of its outlets: "Daily Post and Evening Post (Harrow Media)"."""
    whole = join([answer for strand in strands for answer in strand.answers])
    root, outlets = strands[0].root, joined(outlets_of(strands))
    named = replace(root, via=outlets) if root.via else replace(root, label=outlets, via=root.owner)
    return replace(whole, root=named)


def outlets_of(strands: Sequence[Strand[S]]) -> list[str]:
    """Return the names of the outlets that speak in some strands, or that carry an unnamed source."""
    return list(dict.fromkeys(outlet_of(strand.root) for strand in strands))


def outlet_of(root: Root) -> str:
    """Return the name of the outlet that a root is, or that carries it."""
    return root.via or root.label


def house_words(strands: Sequence[Strand[S]]) -> str:
    """Return a sentence for each group that more than one outlet belongs to: why they count as one root."""
    told = [mine for mine in houses([s for s in strands if s.rests_on is None and s.root.owner]) if len(mine) > 1]
    return "".join(
        f" {joined(outlets_of(mine))} belong to {mine[0].root.owner} and count as one root." for mine in told
    )
