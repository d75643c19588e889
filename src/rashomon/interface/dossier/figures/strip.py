"""The answers on one figure, drawn one under the other on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.interface.dossier.pictures.draw import Picture, Spec, draw
from rashomon.interface.dossier.pictures.theme import colour
from rashomon.interface.words import interval_words
from rashomon.model import Finding, Position

WIDTH, LINE, MOST = 130, 7, 8
AIR = 1.12
"""How far the scale reaches beyond the highest number, so that an open end can be seen to go on."""


def strip_of(finding: Finding, positions: Sequence[Position], top: int) -> Picture:
    """Return the strip: a mark for an exact number, a bar for a range, an arrow for an open end."""
    end = max(top, 1) * AIR
    rows = [row(number, position, end) for number, position in enumerate(positions[:MOST])]
    label = "; ".join(interval_words(p.value.low, p.value.high) for p in positions[:MOST])
    svg = draw(spec(rows, end), label, name=f"strip-{finding.id}")
    return Picture(svg, svg, label)


def row(number: int, position: Position, end: float) -> Spec:
    """Return one answer as a row of the chart's data."""
    low, high = position.value.low, position.value.high
    kind = (
        "exact"
        if low == high
        else "range"
        if None not in (low, high)
        else "open above"
        if high is None
        else "open below"
    )
    return {"y": number, "low": low if low is not None else 0, "high": high if high is not None else end, "kind": kind}


def spec(rows: Sequence[Spec], end: float) -> Spec:
    """Return the chart."""
    x = {"field": "low", "type": "quantitative", "scale": {"domain": [0, end], "nice": False}, "axis": None}
    y = {
        "field": "y",
        "type": "quantitative",
        "scale": {"domain": [-0.6, len(rows) - 0.4], "reverse": True, "nice": False},
        "axis": None,
    }
    ink = colour("updated")
    return {
        "width": WIDTH, "height": LINE * len(rows) + 4, "padding": {"left": 4, "right": 6, "top": 1, "bottom": 1}, "data": {"values": list(rows)},
        "layer": [
            {"data": {"values": [{"low": 0, "high": end, "y": len(rows) - 0.45}]}, "mark": {"type": "rule", "color": colour("line")},
             "encoding": {"x": x, "x2": {"field": "high"}, "y": y}},
            only("datum.kind != 'exact'", {"type": "rule", "strokeWidth": 3, "color": ink}, {"x": x, "x2": {"field": "high"}, "y": y}),
            only("datum.kind == 'exact' || datum.kind == 'open above'", {"type": "point", "shape": "circle", "filled": True, "size": 34, "color": ink}, {"x": x, "y": y}),
            only("datum.kind == 'open above'", {"type": "point", "shape": "triangle-right", "filled": True, "size": 42, "color": ink},
                 {"x": {**x, "field": "high"}, "y": y}),
            only("datum.kind == 'open below'", {"type": "point", "shape": "triangle-left", "filled": True, "size": 42, "color": ink}, {"x": x, "y": y}),
            only("datum.kind == 'open below'", {"type": "point", "shape": "circle", "filled": True, "size": 34, "color": ink},
                 {"x": {**x, "field": "high"}, "y": y}),
        ],
    }  # fmt: skip


def only(test: str, mark: Spec, encoding: Spec) -> Spec:
    """Return a layer for the rows that pass a test."""
    return {"transform": [{"filter": test}], "mark": mark, "encoding": encoding}
