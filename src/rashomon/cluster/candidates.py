"""Which reports are worth comparing: those that find each other by a key, in an index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.cluster.signature import Signature


def candidates(signatures: Sequence[Signature]) -> list[tuple[int, int]]:
    """Return the pairs of positions to compare, in order: one asks for what the other is filed under."""
    filed: dict[str, list[int]] = defaultdict(list)
    for position, each in enumerate(signatures):
        for key in each.filed:
            filed[key].append(position)
    found = {
        (min(position, other), max(position, other))
        for position, each in enumerate(signatures)
        for key in each.asked
        for other in filed.get(key, ())
        if other != position
    }
    return sorted(found)
