"""The points of a toll chart: each answer of each root, with its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rashomon.interface.findings import Marks, root_words
from rashomon.interface.plain import clean
from rashomon.interface.words import day_words, interval_words
from rashomon.model import ClaimId, Finding, Position


@dataclass(frozen=True, slots=True)
class Point:
    """One answer: on whose word, its interval (people; an open end is None), its day, whether it is a sum that nobody stated.

    ``dropped`` names the root it likely rests on where the attribution was dropped; ``claim_id`` is where it stands first, ``marks``
    the reports that carry it.
    """

    root: str
    low: int | None
    high: int | None
    day: date | None
    derived: bool
    dropped: str
    claim_id: ClaimId | None
    marks: tuple[str, ...]

    @property
    def value(self) -> str:
        """The interval in words."""
        return interval_words(self.low, self.high)

    @property
    def when(self) -> str:
        """The day in words."""
        return day_words(self.day) if self.day else "no date"


def points_of(finding: Finding, marks: Marks) -> tuple[Point, ...]:
    """Return all answers on a count that give a number, by day, those without one last."""
    found = dict.fromkeys(point for position in finding.positions for point in of_position(position, marks))
    known = [point for point in found if (point.low, point.high) != (None, None)]
    return tuple(sorted(known, key=lambda p: (p.day is None, p.day or date.min, p.root, p.low or 0, p.high or 0)))


def of_position(position: Position, marks: Marks) -> Iterator[Point]:
    """Yield the series of one root and its latest answer."""
    root = root_words(position, marks)
    dropped = clean(position.likely_root or "")
    told = [(point.value, point.as_of, point.claims, point.reports) for point in position.series]
    latest = (position.value, position.as_of, position.claims, position.reports)
    if not any(
        (value.low, value.high, day) == (position.value.low, position.value.high, position.as_of)
        for value, day, _, _ in told
    ):
        told.append(latest)
    for value, day, claims, reports in told:
        letters = tuple(sorted({marks.of_report(id_) for id_ in reports}, key=lambda mark: (len(mark), mark)))
        yield Point(root, value.low, value.high, day, position.derived, dropped, claims[0] if claims else None, letters)
