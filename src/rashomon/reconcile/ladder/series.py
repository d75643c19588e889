"""One root's answers over time: 78, then 89, then 123."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from rashomon.model import ClaimId, ReportId
from rashomon.reconcile.case import Answer
from rashomon.reconcile.moments import Moment
from rashomon.reconcile.roots.root import Root

S = TypeVar("S")
"""What is said: an interval, who holds a place, or who did something."""


@dataclass(frozen=True, slots=True)
class Point(Generic[S]):
    """What one root said, by which answers: last at ``moment``, and first at ``since`` where it said so before.

    ``provisional`` says that it was given as a first count, ``risen`` as one that has grown.
    """

    said: S
    moment: Moment
    answers: tuple[Answer, ...]
    since: Moment | None = None
    provisional: bool = False
    risen: bool = False

    @property
    def first(self) -> Moment:
        """When the root first said so."""
        return self.since or self.moment


@dataclass(frozen=True, slots=True)
class Strand(Generic[S]):
    """One root's points, oldest first; ``rests_on`` is the root it likely repeats without naming it."""

    root: Root
    points: tuple[Point[S], ...]
    rests_on: Root | None = None

    @property
    def latest(self) -> Point[S]:
        """The last point."""
        return self.points[-1]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All answers of the strand."""
        return tuple(answer for point in self.points for answer in point.answers)


def claim_ids(answers: Iterable[Answer]) -> tuple[ClaimId, ...]:
    """Return the ids of the claims, each once, in the answers' order."""
    return tuple(dict.fromkeys(answer.claim.id for answer in answers))


def report_ids(answers: Iterable[Answer]) -> tuple[ReportId, ...]:
    """Return the ids of the reports, each once, in the answers' order."""
    return tuple(dict.fromkeys(answer.report.id for answer in answers))


def by_root(answers: Sequence[Answer]) -> list[tuple[str, list[Answer]]]:
    """Return the answers of each root key, keys in a fixed order."""
    ordered = sorted(answers, key=lambda answer: answer.root.key)
    return [(key, list(group)) for key, group in groupby(ordered, key=lambda answer: answer.root.key)]


def merge_equal(points: Sequence[Point[S]], same: Callable[[S, S], bool]) -> tuple[Point[S], ...]:
    """Put neighbouring points of the same value together; the point keeps the latest moment and all answers."""
    kept: list[Point[S]] = []
    for point in points:
        if kept and same(kept[-1].said, point.said):
            kept[-1] = Point(kept[-1].said, point.moment, kept[-1].answers + point.answers, kept[-1].first)
        else:
            kept.append(point)
    return tuple(kept)
