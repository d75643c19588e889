"""Strands of counts as the positions that a record shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import Position, Quantity, SeriesPoint, Value
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.counting import value_of
from rashomon.reconcile.ladder.series import Point, Strand, claim_ids, report_ids

SUM = "sum"
"""The hedge of a number that is added up: of people told one by one, each by name."""


def position_of(strand: Strand[Quantity], added: Sequence[Strand[Quantity]] = ()) -> Position:
    """Return a strand as a position: its last figure, and the series where there was more than one."""
    more = [point for one in added if one.root.key == strand.root.key for point in one.points]
    points = [*strand.points, *more]
    series = [series_point(p, "+" if p in more else "") for p in sorted(points, key=lambda p: p.moment.rank)]
    answers: list[Answer] = [a for point in points for a in point.answers]
    return Position(
        value_of(strand.latest.said), strand.root.shown, claim_ids(answers), report_ids(answers), strand.latest.moment.as_of,
        root_kind=strand.root.kind.value, party=strand.root.party,
        likely_root=strand.rests_on.label if strand.rests_on else None,
        derived=strand.latest.said.hedge == SUM, series=tuple(series) if len(series) > 1 else (),
    )  # fmt: skip


def derived_position(points: Sequence[Point[Quantity]]) -> Position:
    """Return a sum, as one voice gives it in some reports, as a position that nobody took, marked as derived."""
    answers, last = [answer for point in points for answer in point.answers], points[-1]
    root = answers[0].root
    return Position(
        value_of(last.said), root.shown, claim_ids(answers), report_ids(answers), last.moment.as_of,
        root_kind=root.kind.value, party=root.party, derived=True,
    )  # fmt: skip


def addition_position(strand: Strand[Quantity]) -> Position:
    """Return a root's "another five" where it gives no number that they add to."""
    position = position_of(strand)
    return replace(position, value=Value(f"+{position.value.label}", position.value.low, position.value.high))


def series_point(point: Point[Quantity], sign: str) -> SeriesPoint:
    """Return a point of a series; an increment is marked with a plus."""
    value = value_of(point.said)
    shown = Value(f"{sign}{value.label}", value.low, value.high)
    return SeriesPoint(shown, point.moment.as_of, claim_ids(point.answers), report_ids(point.answers))
