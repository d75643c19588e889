"""Average-link clustering: the two likest clusters become one until none is like enough."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Pair = tuple[int, int]


def agglomerate(size: int, likeness: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Return the clusters of ``size`` things, each sorted, in the order of their first member.

    ``likeness`` holds the pairs (smaller number first) that are alike at all; other pairs count as 0. Two clusters
    join while the mean over all their pairs is at least ``least``, so that one mistaken link joins nothing large.
    """
    sums: dict[int, dict[int, float]] = {number: {} for number in range(size)}
    for (first, second), value in likeness.items():
        sums[first][second] = sums[second][first] = value
    members = {number: [number] for number in range(size)}
    heap = [(-value, first, second, 1, 1) for (first, second), value in likeness.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        _, first, second, many, more = heapq.heappop(heap)
        if len(members.get(first, ())) != many or len(members.get(second, ())) != more:
            continue
        merge(first, second, members, sums)
        for other, total in sums[first].items():
            mean = total / (len(members[first]) * len(members[other]))
            if mean >= least:
                low, high = min(first, other), max(first, other)
                heapq.heappush(heap, (-mean, low, high, len(members[low]), len(members[high])))
    return [sorted(members[number]) for number in sorted(members)]


def merge(first: int, second: int, members: dict[int, list[int]], sums: dict[int, dict[int, float]]) -> None:
    """Let the second cluster become part of the first, in place."""
    for other, total in sums.pop(second).items():
        sums[other].pop(second, None)
        if other != first:
            sums[first][other] = sums[other][first] = sums[first].get(other, 0.0) + total
    members[first] += members.pop(second)
