"""The picture of tolls over time: days across, people up, a colour and a shape for each root."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from rashomon.interface.dossier.pictures.draw import Picture, Spec, picture
from rashomon.interface.dossier.pictures.theme import colour
from rashomon.interface.dossier.tolls.key import OTHERS, Key, key_of
from rashomon.interface.dossier.tolls.points import Point
from rashomon.interface.words import short_day

ALL_DAYS = 16
"""A longer stretch of days shows only those that have a figure."""
SPREAD = 0.8
"""The share of a day's width over which its answers are set beside each other."""
OPEN = 0.14
"""How far an open end reaches, as a share of the height."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a drawing is, in pixels; where its key stands; letters of its longest name; how many labels it has room for.

    With more points than labels, only the last answer of each root is labelled.
    """

    width: int
    height: int
    key: str
    longest: int
    labels: int


WIDE, NARROW = Size(700, 260, "right", 44, 26), Size(285, 250, "bottom", 40, 9)
FEW_DAYS, LOW = 2, 0.65
"""A picture of so few days is no more than this share of the height."""


def drawing(points: Sequence[Point], label: str, *, name: str, slots: Mapping[str, int]) -> Picture:
    """Return the picture of dated points, for wide and narrow pages; ``slots`` are the colours of the roots on this page."""
    wide, narrow = (spec(points, size, key_of(points, slots, size.longest)) for size in (WIDE, NARROW))
    return picture(wide, narrow, label, name=name)


def spec(points: Sequence[Point], size: Size, key: Key) -> Spec:
    """Return the chart."""
    days = days_shown([point.day for point in points if point.day])
    top = max(bound for point in points for bound in (point.low, point.high) if bound is not None)
    rows = rows_of(points, days, key, size, top)
    legend = {"orient": size.key, "title": None, "columns": 1, "symbolSize": 90}
    base = {"field": "root", "type": "nominal", "legend": legend}
    colours = {**base, "scale": {"domain": key.domain, "range": key.colours}}
    shapes = {**base, "scale": {"domain": key.domain, "range": key.shapes}}
    return {
        "width": size.width,
        "height": size.height if len(days) > FEW_DAYS else round(size.height * LOW),
        "padding": {"left": 12, "right": 6, "top": 16, "bottom": 4},
        "data": {"values": rows},
        "layer": layers(rows, x_of(days, size), y_of(rows, top), colours, shapes),
    }


def days_shown(days: Sequence[date]) -> list[date]:
    """Return the days across: all of a short stretch, of a long one those that have a figure."""
    first, last = min(days), max(days)
    if (last - first).days < ALL_DAYS:
        return [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return sorted(set(days))


def rows_of(points: Sequence[Point], days: Sequence[date], key: Key, size: Size, top: int) -> list[Spec]:
    """Return the chart's data: each point beside the others of its day, so that none hides another."""
    reach = top * (1 + OPEN) * OPEN
    last = {point.root: point for point in points}
    rows: list[Spec] = []
    for place, day in enumerate(days):
        today = sorted((p for p in points if p.day == day), key=lambda p: (key.rank_of(p.root), p.low or p.high or 0))
        for number, point in enumerate(today):
            made = row(point, place + SPREAD * ((number + 0.5) / len(today) - 0.5), reach, key.name_of(point.root))
            told = len(points) <= size.labels or last[point.root] is point
            rows.append({**made, "label": made["value"] if told else ""})
    return rows


def row(point: Point, across: float, reach: float, root: str) -> Spec:
    """Return one point as data: where its mark stands, and from where to where its line runs."""
    low, high = point.low, point.high
    mark = low if low is not None else high or 0
    bottom = low if low is not None else max(mark - reach, 0)
    ceiling = high if high is not None else mark + reach
    ends = (
        "exact"
        if low == high
        else "range"
        if low is not None and high is not None
        else "above"
        if high is None
        else "below"
    )
    return {
        "x": across, "mark": mark, "low": bottom, "high": ceiling, "ends": ends, "root": root, "value": short_value(low, high),
        "derived": point.derived, "dropped": bool(point.dropped),
    }  # fmt: skip


def short_value(low: int | None, high: int | None) -> str:
    """Return an interval as briefly as a chart needs it.

    >>> short_value(71, None), short_value(None, 300), short_value(81, 89), short_value(5, 5)
    ('71+', '≤300', '81–89', '5')
    """
    if low is None:
        return f"≤{high:,}"
    if high is None:
        return f"{low:,}+"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def x_of(days: Sequence[date], size: Size) -> Spec:
    """Return the axis of days; where they crowd, only as many are named as fit."""
    step = max(1, -(-len(days) * 62 // size.width))
    names = [short_day(day) if place % step == 0 else "" for place, day in enumerate(days)]
    axis = {
        "values": list(range(len(days))), "labelExpr": f"{names!r}[datum.value]", "title": None, "grid": False, "ticks": False,
        "domain": True, "labelPadding": 8, "labelOverlap": False, "labelFlush": False,
    }  # fmt: skip
    return {
        "field": "x",
        "type": "quantitative",
        "scale": {"domain": [-0.5, len(days) - 0.5], "nice": False, "zero": False},
        "axis": axis,
    }


def y_of(rows: Sequence[Spec], top: int) -> Spec:
    """Return the axis of people: its grid lies at numbers that were reported, as far as they do not crowd."""
    ceiling = max([top, *(row["high"] for row in rows)]) * 1.06 or 1
    stated = sorted({row["mark"] for row in rows})
    kept: list[int] = []
    for number in reversed(stated):
        if not kept or kept[-1] - number > ceiling * 0.09:
            kept.append(number)
    axis = {"values": kept, "title": None, "domain": False, "ticks": False, "labelPadding": 8, "format": ",d"}
    return {"field": "mark", "type": "quantitative", "scale": {"domain": [0, ceiling], "nice": False}, "axis": axis}


def layers(rows: Sequence[Spec], x: Spec, y: Spec, colours: Spec, shapes: Spec) -> list[Spec]:
    """Return series lines, intervals, marks, arrows and labels, from the back to the front."""
    span = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "color": colours}
    ends = {"x": x, "color": colours}
    return [
        *({"data": {"values": run}, "mark": {"type": "line", "strokeDash": [2, 3], "strokeWidth": 1.5}, "encoding": {"x": x, "y": y, "color": colours}}
          for run in runs(rows)),
        {"transform": [{"filter": "datum.ends != 'exact'"}], "mark": {"type": "rule", "strokeWidth": 3}, "encoding": span},
        {"transform": [{"filter": "datum.ends == 'above'"}], "mark": {"type": "point", "opacity": 1, "shape": "triangle-up", "filled": True, "size": 70},
         "encoding": {**ends, "y": {**y, "field": "high"}}},
        {"transform": [{"filter": "datum.ends == 'below'"}], "mark": {"type": "point", "opacity": 1, "shape": "triangle-down", "filled": True, "size": 70},
         "encoding": {**ends, "y": {**y, "field": "low"}}},
        {"transform": [{"filter": "datum.ends == 'range'"}], "mark": {"type": "tick", "thickness": 3, "width": 12},
         "encoding": {**ends, "y": {**y, "field": "high"}}},
        {"transform": [{"filter": "!datum.derived"}], "mark": {"type": "point", "opacity": 1, "filled": True, "size": 90},
         "encoding": {"x": x, "y": y, "color": colours, "shape": shapes}},
        {"transform": [{"filter": "datum.derived"}], "mark": {"type": "point", "opacity": 1, "filled": False, "size": 90, "strokeWidth": 2, "fill": colour("card")},
         "encoding": {"x": x, "y": y, "color": colours, "shape": shapes}},
        {"transform": [{"filter": "datum.label != ''"}, {"calculate": "datum.ends == 'below' ? datum.mark : datum.high", "as": "over"}],
         "mark": {"type": "text", "dy": -13, "fontSize": 12, "fontWeight": "bold", "color": colour("ink")},
         "encoding": {"x": x, "y": {**y, "field": "over"}, "text": {"field": "label"}}},
    ]  # fmt: skip


def runs(rows: Sequence[Spec]) -> list[list[Spec]]:
    """Return the steps of each root's series, to be joined by a line; others are no series."""
    found = []
    for root in dict.fromkeys(row["root"] for row in rows):
        mine = [row for row in rows if row["root"] == root]
        if root != OTHERS and len(mine) > 1:
            found += [[one, two] for one, two in pairwise(mine)]
    return found
