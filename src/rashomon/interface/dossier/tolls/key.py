"""Which colour and shape a root has: the same in every picture of the page, as far as they go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.interface.dossier.pictures.theme import colour
from rashomon.interface.dossier.tolls.points import Point
from rashomon.interface.plain import shorten

SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down", "triangle-right", "triangle-left")
OTHERS = "others"
"""What the roots are called that there is no shape left for; they share the last one."""
LAST = len(SHAPES) - 1


@dataclass(frozen=True, slots=True)
class Key:
    """The key of one picture: the roots in order with their names in it, and the number of each one's colour and shape."""

    names: Mapping[str, str]
    slots: Mapping[str, int]

    def name_of(self, root: str) -> str:
        """Return the name a root goes by in the picture."""
        return self.names.get(root, OTHERS)

    def rank_of(self, root: str) -> int:
        """Return a root's place in the key, others last."""
        return list(self.names).index(root) if root in self.names else len(self.names)

    @property
    def domain(self) -> list[str]:
        """The names, in order."""
        return list(self.names.values())

    @property
    def colours(self) -> list[str]:
        """The colours of the names."""
        return [colour(f"root-{self.slots[root] + 1}") for root in self.names]

    @property
    def shapes(self) -> list[str]:
        """The shapes of the names."""
        return [SHAPES[self.slots[root]] for root in self.names]


def ranked(points: Sequence[Point]) -> list[str]:
    """Return the roots, those with most answers first."""
    counts = Counter(point.root for point in points)
    return sorted(counts, key=lambda root: (-counts[root], root))


def slots_of(points: Sequence[Point]) -> dict[str, int]:
    """Return the colours of the roots that answer most often on the whole page."""
    return {root: number for number, root in enumerate(ranked(points)[:LAST])}


def key_of(points: Sequence[Point], slots: Mapping[str, int], longest: int) -> Key:
    """Return the key of a picture; a root without a colour of its own gets one that is free in it."""
    roots = ranked(points)
    shown = roots if len(roots) <= LAST + 1 else roots[:LAST]
    taken = {slots[root] for root in shown if root in slots}
    free = iter([number for number in range(LAST + 1) if number not in taken])
    mine = {root: slots[root] if root in slots else next(free) for root in shown}
    names = apart({root: shorten(root, longest) for root in shown})
    if len(shown) < len(roots):
        mine[OTHERS], names[OTHERS] = next(free), OTHERS
    return Key(names, mine)


def apart(names: Mapping[str, str]) -> dict[str, str]:
    """Return the names with a number behind those that were cut to the same letters."""
    met: Counter[str] = Counter()
    told = {}
    for root, name in names.items():
        met[name] += 1
        told[root] = name if met[name] == 1 else f"{name} ({met[name]})"
    return told
