"""Compare two stated numbers as the intervals they are."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from rashomon.model import Quantity

NEARLY = frozenset({"nearly", "almost"})
"""Hedges whose number lies at the upper end of the interval."""


class Relation(StrEnum):
    """How two answers to one question stand: the same, both possible at once, or not both true."""

    SAME = "same"
    OVERLAP = "overlap"
    APART = "apart"


def stated(quantity: Quantity) -> bool:
    """Say whether the words give any bound at all; "without giving a number" gives none."""
    return quantity.low is not None or quantity.high is not None


def relation(first: Quantity, second: Quantity) -> Relation:
    """Return how two intervals stand; equal ends are the same number, whatever the hedge's words."""
    if first.same_bounds(second):
        return Relation.SAME
    return Relation.OVERLAP if first.overlaps(second) else Relation.APART


def floor_of(quantity: Quantity) -> int:
    """Return the lowest number the words admit; an end that is open below admits none."""
    return quantity.low if quantity.low is not None else 0


def ceiling_of(quantity: Quantity) -> int:
    """Return the highest number the words name: of "more than 70" it is 71, for no reader would guess further."""
    if quantity.high is not None:
        return quantity.high
    return floor_of(quantity)


def point_of(quantity: Quantity) -> int:
    """Return the one number that the words are nearest to.

    Of "at least 70" and "up to 70" 70, of "nearly 90" 89, of "about 40" and "between 30 and 50" 40; of vague words such as
    "dozens" the least they mean.
    """
    if quantity.high is None or quantity.low is None:
        return ceiling_of(quantity)
    if quantity.hedge in NEARLY:
        return quantity.high
    if is_wide(quantity):
        return quantity.low
    return (quantity.low + quantity.high + 1) // 2


def is_wide(quantity: Quantity) -> bool:
    """Say whether words stand for an interval so wide that nobody names its upper end: "dozens", "several", not "between 10 and 30"."""
    if quantity.low is None or quantity.high is None or quantity.hedge == "between":
        return False
    return quantity.high > 2 * quantity.low


def width(quantity: Quantity) -> float:
    """Return how much an interval leaves open; without an end it is endless."""
    return float("inf") if quantity.low is None or quantity.high is None else quantity.high - quantity.low


def sharpest(quantities: Iterable[Quantity]) -> Quantity:
    """Return the narrowest interval; of two equally wide ones the higher, then by words."""
    return min(quantities, key=lambda q: (width(q), -floor_of(q), q.words))


def total_of(parts: Iterable[Quantity]) -> Quantity:
    """Return the interval of a sum; one open end leaves the sum open.

    >>> total_of([Quantity.exactly(28), Quantity.exactly(45), Quantity.at_least(5)])
    Quantity(low=78, high=None, hedge='sum', words='28 + 45 + at least 5', vague=False)
    """
    parts = list(parts)
    low = sum(floor_of(part) for part in parts)
    highs = [part.high for part in parts]
    high = None if None in highs else sum(high for high in highs if high is not None)
    return Quantity(low, high, "sum", " + ".join(written(part) for part in parts))


def written(quantity: Quantity) -> str:
    """Return the interval in plain words, by its bounds: "28", "71 or more", "24 to 99", "at most 9"."""
    if quantity.low is None:
        return "not stated" if quantity.high is None else f"at most {quantity.high:,}"
    if quantity.high is None:
        return f"at least {quantity.low:,}"
    return f"{quantity.low:,}" if quantity.is_exact else f"{quantity.low:,} to {quantity.high:,}"
