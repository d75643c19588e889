"""The picture of tolls over time: days across, people up, a colour and a shape for each root."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from rashomon.interface.dossier.pictures.draw import Picture, Spec, picture
from rashomon.interface.dossier.pictures.theme import colour
from rashomon.interface.dossier.tolls.points import Point
from rashomon.interface.plain import shorten
from rashomon.interface.words import short_day

SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down", "wedge", "stroke")
MOST_ROOTS = 8
"""More roots than this share the last colour and shape, as "others"."""
OTHERS = "others"
ALL_DAYS = 16
"""A longer stretch of days shows only those that have a figure."""
SPREAD = 0.8
"""The share of a day's width over which its answers are set beside each other."""
OPEN = 0.14
"""How far an open end reaches, as a share of the height."""
MOST_LABELS = 26


@dataclass(frozen=True, slots=True)
class Size:
    """How large a drawing is, in pixels, and where its key stands."""

    width: int
    height: int
    key: str
    longest: int


WIDE, NARROW = Size(700, 260, "right", 44), Size(285, 250, "bottom", 40)
FEW_DAYS, LOW = 2, 0.65
"""A picture of so few days is no more than this share of the height."""


def drawing(points: Sequence[Point], label: str, *, name: str) -> Picture:
    """Return the picture of dated points, for wide and narrow pages."""
    return picture(spec(points, WIDE), spec(points, NARROW), label, name=name)


def spec(points: Sequence[Point], size: Size) -> Spec:
    """Return the chart."""
    days = days_shown([point.day for point in points if point.day])
    roots = roots_shown(points)
    top = max(bound for point in points for bound in (point.low, point.high) if bound is not None)
    rows = rows_of(points, days, roots, top)
    names = [shorten(root, size.longest) for root in roots]
    key = {"orient": size.key, "title": None, "columns": 1, "symbolSize": 90}
    colours = {
        "field": "key",
        "type": "nominal",
        "legend": key,
        "scale": {"domain": names, "range": [colour(f"root-{i + 1}") for i in range(len(names))]},
    }
    shapes = {
        "field": "key",
        "type": "nominal",
        "legend": key,
        "scale": {"domain": names, "range": list(SHAPES[: len(names)])},
    }
    for row in rows:
        row["key"] = shorten(str(row["root"]), size.longest)
    height = size.height if len(days) > FEW_DAYS else round(size.height * LOW)
    return {
        "width": size.width, "height": height, "padding": {"left": 12, "right": 6, "top": 16, "bottom": 4}, "data": {"values": rows},
        "layer": layers(rows, x_of(days, size), y_of(rows, top), colours, shapes),
    }  # fmt: skip


def days_shown(days: Sequence[date]) -> list[date]:
    """Return the days across: all of a short stretch, of a long one those that have a figure."""
    first, last = min(days), max(days)
    if (last - first).days < ALL_DAYS:
        return [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return sorted(set(days))


def roots_shown(points: Sequence[Point]) -> list[str]:
    """Return the roots that have a colour of their own, those with most answers first; the rest are others."""
    counts: dict[str, int] = {}
    for point in points:
        counts[point.root] = counts.get(point.root, 0) + 1
    ranked = sorted(counts, key=lambda root: (-counts[root], root))
    return ranked if len(ranked) <= MOST_ROOTS else [*ranked[: MOST_ROOTS - 1], OTHERS]


def rows_of(points: Sequence[Point], days: Sequence[date], roots: Sequence[str], top: int) -> list[Spec]:
    """Return the chart's data: each point beside the others of its day, so that none hides another."""
    reach = top * (1 + OPEN) * OPEN
    rows: list[Spec] = []
    for place, day in enumerate(days):
        today = sorted(
            (p for p in points if p.day == day), key=lambda p: (roots.index(known(p.root, roots)), p.low or p.high or 0)
        )
        for number, point in enumerate(today):
            across = place + SPREAD * ((number + 0.5) / len(today) - 0.5)
            rows.append(row(point, across, reach, known(point.root, roots)))
    last = {point.root: point for point in points}
    for one, point in zip(rows, in_rows(points, days, roots), strict=True):
        one["label"] = one["value"] if len(points) <= MOST_LABELS or last[point.root] is point else ""
    return rows


def in_rows(points: Sequence[Point], days: Sequence[date], roots: Sequence[str]) -> list[Point]:
    """Return the points in the order of their rows."""
    rank = {day: place for place, day in enumerate(days)}
    dated = [(rank[point.day], point) for point in points if point.day]
    dated.sort(key=lambda item: (item[0], roots.index(known(item[1].root, roots)), item[1].low or item[1].high or 0))
    return [point for _, point in dated]


def known(root: str, roots: Sequence[str]) -> str:
    """Return the name that a root goes by in the key."""
    return root if root in roots else OTHERS


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
