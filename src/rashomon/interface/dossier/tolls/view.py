"""The view of tolls over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rashomon.interface.dossier.pictures.draw import Picture
from rashomon.interface.dossier.tolls.chart import drawing
from rashomon.interface.dossier.tolls.key import slots_of
from rashomon.interface.dossier.tolls.points import Point, points_of
from rashomon.interface.findings import Marks
from rashomon.interface.plain import listing
from rashomon.interface.view import RecordView
from rashomon.interface.words import day_words, interval_words
from rashomon.model import Finding, Record, Verdict

MOST_CHARTS = 6
LEAST_POINTS = 2
MOST_TOLD = 4


@dataclass(frozen=True, slots=True)
class TollView:
    """One figure over time: the finding it is of, its picture, its points in a table, and what has no date and so no place in it."""

    finding_id: str
    label: str
    picture: Picture
    points: tuple[Point, ...]
    undated: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class TollsView:
    """The figures on which several answers, or one over several days, can be drawn; ``more`` names those left out for want of room."""

    charts: tuple[TollView, ...]
    more: tuple[str, ...]


def tolls_of(record: Record, view: RecordView, marks: Marks) -> TollsView:
    """Return the figures over time: those with most days and answers first, six at most."""
    found = [(finding, points_of(finding, marks)) for finding in record.findings if is_drawn(finding)]
    names = {finding.id: finding.name for finding in view.findings}
    slots = slots_of([point for _, points in found for point in points])
    drawable = [
        (finding, points) for finding, points in found if sum(p.day is not None for p in points) >= LEAST_POINTS
    ]
    drawable.sort(key=lambda item: (-days_in(item[1]), -len(item[1]), item[0].question.label, item[0].id))
    charts = tuple(toll(finding, names[str(finding.id)], points, slots) for finding, points in drawable[:MOST_CHARTS])
    return TollsView(charts, tuple(names[str(finding.id)] for finding, _ in drawable[MOST_CHARTS:]))


def is_drawn(finding: Finding) -> bool:
    """Say whether a finding is of one figure over time; answers that cannot be compared share no picture."""
    return finding.question.kind == "count" and finding.verdict is not Verdict.NOT_COMPARABLE


def days_in(points: tuple[Point, ...]) -> int:
    """Return on how many days the points lie."""
    return len({point.day for point in points if point.day})


def toll(finding: Finding, name: str, points: tuple[Point, ...], slots: Mapping[str, int]) -> TollView:
    """Return one figure over time."""
    dated = tuple(point for point in points if point.day is not None)
    undated = tuple(point for point in points if point.day is None)
    picture = drawing(dated, label_of(name, dated), name=f"toll-{finding.id}", slots=slots)
    return TollView(str(finding.id), name, picture, points, undated)


def label_of(name: str, points: tuple[Point, ...]) -> str:
    """Return the picture in words: the first answers, and how far in time they reach."""
    days = [point.day for point in points if point.day]
    told = [f"{point.root} {interval_words(point.low, point.high)}" for point in points[:MOST_TOLD]]
    more = "" if len(points) <= MOST_TOLD else " and others in the table"
    return f"{name} by root, {spell(min(days), max(days))}: {listing(told)}{more}"


def spell(first: date, last: date) -> str:
    """Return a stretch of days in words."""
    return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
