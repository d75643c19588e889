"""Labels that never lie on each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.interface.dossier.places.frame import Pixels

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""
LINE = 1.25
"""The height of a line of type, in ems."""
LEADER = 16.0
"""A label farther from its mark than this, in pixels, is tied to it by a line."""
REACHES = (0.0, 12.0, 26.0)
"""How much farther than beside its mark a label may stand, in pixels."""
APART = 3.0
DIRECTIONS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))


@dataclass(frozen=True, slots=True)
class Label:
    """A line of type at a spot: ``align`` is left, center or right of ``x``; ``tie`` leads to its mark if that is not beside it."""

    text: str
    x: float
    y: float
    align: str
    kind: str
    tie: tuple[Pixels, Pixels] | None = None


@dataclass(slots=True)
class Sheet:
    """A map of a size, and what is taken on it already."""

    width: float
    height: float
    taken: list[Rect] = field(default_factory=list)

    def is_free(self, rect: Rect) -> bool:
        """Say whether a place on the map is on it and free."""
        inside = rect[0] >= 2 and rect[1] >= 2 and rect[2] <= self.width - 2 and rect[3] <= self.height - 2
        return inside and not any(overlap(rect, other) for other in self.taken)

    def take(self, rect: Rect) -> None:
        """Let nothing else be put here."""
        self.taken.append(rect)

    def beside(
        self, text: str, spot: Pixels, gap: float, size: float, *, kind: str, reaches: Sequence[float] = REACHES
    ) -> Label | None:
        """Put a label beside a spot, ``gap`` pixels from its middle or as much farther as ``reaches`` allow; None where nothing is free."""
        wide, tall = width_of(text, size), size * LINE
        for reach in reaches:
            for across, down in DIRECTIONS:
                away = (gap + reach) * (0.75 if across and down else 1.0)
                x, y = spot[0] + across * away, spot[1] + down * (away + (tall / 2 if not across else 0.0))
                left = x - (wide if across < 0 else 0.0 if across else wide / 2)
                rect = (left - APART, y - tall / 2, left + wide + APART, y + tall / 2)
                if self.is_free(rect):
                    self.take(rect)
                    tie = (spot, (x, y)) if reach + gap > LEADER + gap - 1 else None
                    return Label(text, x, y, ("right", "center", "left")[across + 1], kind, tie)
        return None

    def within(self, text: str, spots: Iterable[Pixels], size: float, *, kind: str, pad: float = 0.0) -> Label | None:
        """Put a label on the first of some spots where it is free, ``pad`` pixels clear at its ends."""
        wide, tall = width_of(text, size) + 2 * pad, size * LINE
        for x, y in spots:
            rect = (x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
            if self.is_free(rect):
                self.take(rect)
                return Label(text, x, y, "center", kind)
        return None


def overlap(one: Rect, other: Rect) -> bool:
    """Say whether two rectangles lie on each other."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def around_spot(spot: Pixels, radius: float) -> Rect:
    """Return the square about a spot."""
    return spot[0] - radius, spot[1] - radius, spot[0] + radius, spot[1] + radius


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is in pixels, in a face rather wider than most."""
    return sum(em_of(character) for character in text) * size + 4


def em_of(character: str) -> float:
    """Return about how wide a letter is, in ems."""
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.7 if character.isupper() else 0.36 if character in " ,.'’-ilIjtf" else 0.58
