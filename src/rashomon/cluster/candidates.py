"""Which reports are worth comparing: those that share a telling word or name, found by an index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from rashomon.cluster.profile import Profile

CROWD = 120
"""A word or name that more reports have only brings together those of neighbouring days."""
NEIGHBOURS = 40
"""How many reports next in time a crowded word brings together with each."""
IN_COMMON = 3
"""Telling words or names that two reports must share."""


def candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Return pairs of positions to compare, in order; work grows with the reports, not with their square."""
    index: dict[str, list[int]] = defaultdict(list)
    for position, one in enumerate(profiles):
        for key in one.keys:
            index[key].append(position)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for positions in index.values():
        for pair in pairs_of(positions, profiles):
            counts[pair] += 1
    return sorted(pair for pair, number in counts.items() if number >= IN_COMMON)


def pairs_of(positions: list[int], profiles: Sequence[Profile]) -> Iterable[tuple[int, int]]:
    """Yield the pairs that one key brings together."""
    reach = len(positions)
    if reach > CROWD:
        positions = sorted(positions, key=lambda p: (profiles[p].day or date.min, p))
        reach = NEIGHBOURS
    for i, first in enumerate(positions):
        for second in positions[i + 1 : i + 1 + reach]:
            yield (first, second) if first < second else (second, first)
