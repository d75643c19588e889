"""A scene as a Vega-Lite specification."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rashomon.interface.dossier.pictures.draw import Spec
from rashomon.interface.dossier.pictures.theme import colour
from rashomon.interface.dossier.places.base import Feature, polygon
from rashomon.interface.dossier.places.frame import Degrees, Frame
from rashomon.interface.dossier.places.globe import around
from rashomon.interface.dossier.places.marks import Form, Mark
from rashomon.interface.dossier.places.scene import LEAST, SIZES, Scene
from rashomon.interface.dossier.places.sites import Role

CORNERS = 72
EDGE = 4
"""Shapes are cut off so many pixels beyond the map's edge, so that the cut is not seen."""
WIDTHS: dict[Role | None, float] = {Role.EVENT: 2.6, Role.MAIN: 1.4}
VEILS: dict[Role | None, float] = {Role.EVENT: 0.16, Role.MAIN: 0.09}
"""How heavy the rim of a ring or disc is, and how dark a disc; other roles are fainter."""
SPHERE: Feature = {"type": "Sphere"}


def chart(scene: Scene, links: Sequence[tuple[Degrees, Degrees]] = ()) -> Spec:
    """Return the specification of a map; ``links`` are pairs of points tied by a thin line, a place and its rival."""
    frame = scene.frame
    layers = [
        *ground(scene),
        *areas(scene.marks, frame),
        *ties(scene, links),
        *points(scene),
        *bar(scene),
        *texts(scene),
    ]
    return {
        "width": frame.width,
        "height": frame.height,
        "padding": 1,
        "projection": {**frame.projection, "clipExtent": [[-EDGE, -EDGE], [frame.width + EDGE, frame.height + EDGE]]},
        "view": {"stroke": None} if frame.whole else {"fill": colour("water"), "stroke": colour("line")},
        "layer": layers,
    }


def ground(scene: Scene) -> list[Spec]:
    """Return the sea of a whole world, the countries, and a tint over those that stand for a place."""
    sea = [geo([SPHERE], fill=colour("water"))] if scene.frame.whole else []
    land = [polygon(rings) for _, rings in scene.ground]
    layers = [*sea, geo(land, fill=colour("land"), stroke=colour("line"), strokeWidth=1)]
    strongest = {mark.shape.name: mark.role for mark in reversed(scene.marks) if mark.shape}
    for name, role in strongest.items():
        rings = [polygon(rings) for shape, rings in scene.ground if shape.name == name]
        veil, width = (0.14, 1.8) if role is Role.EVENT else (0.06, 0.8)
        layers.append(geo(rings, fill=colour("ink"), fillOpacity=veil, stroke=colour("ink"), strokeWidth=width))
    return layers


def areas(marks: Sequence[Mark], frame: Frame) -> list[Spec]:
    """Return the rings and discs, the widest first."""
    wide = sorted((m for m in marks if m.form in (Form.RING, Form.DISC)), key=lambda m: (-m.km, m.number))
    return [geo([circle(mark, frame)], **area_style(mark)) for mark in wide]


def area_style(mark: Mark) -> dict[str, Any]:
    """Return how a ring or disc is drawn: a ring as a line alone, a disc as a veil with a broken rim."""
    ink = colour("quiet" if mark.role in (Role.RELATED, Role.BACKGROUND) else "ink")
    width = WIDTHS.get(mark.role, 1.0)
    if mark.form is Form.RING:
        return {"fill": None, "stroke": ink, "strokeWidth": width}
    veil = VEILS.get(mark.role, 0.05)
    return {"fill": ink, "fillOpacity": veil, "stroke": ink, "strokeWidth": width * 0.7, "strokeDash": [5, 4]}


def circle(mark: Mark, frame: Frame) -> Feature:
    """Return a circle of true size on the ground, but never too small to be seen."""
    corners = [[lon, lat] for lat, lon in around(mark.point, max(mark.km, LEAST * frame.km), CORNERS)]
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}}


def ties(scene: Scene, links: Iterable[tuple[Degrees, Degrees]]) -> list[Spec]:
    """Return the lines from far labels to their marks, and those from places to their rivals."""
    lines = [{"type": "LineString", "coordinates": [[one[1], one[0]], [two[1], two[0]]]} for one, two in links]
    tied = [label.tie for label in scene.labels if label.tie]
    rows = [{"x": a[0], "y": a[1], "x2": b[0], "y2": b[1]} for a, b in tied]
    found = []
    if lines:
        found.append(
            geo(
                [{"type": "Feature", "geometry": line} for line in lines],
                fill=None,
                stroke=colour("quiet"),
                strokeWidth=1,
                strokeDash=[2, 3],
            )
        )
    if rows:
        found.append(flat(rows, {"type": "rule", "color": colour("quiet"), "strokeWidth": 1}))
    return found


def points(scene: Scene) -> list[Spec]:
    """Return the dots of towns, then the marks of exact places, the weightiest on top."""
    towns = [{"x": x, "y": y} for x, y in scene.towns]
    found = [flat(towns, {"type": "point", "filled": True, "size": 12, "color": colour("quiet")})] if towns else []
    for role in (Role.RELATED, None, Role.MAIN, Role.EVENT):
        spots = [scene.frame.at(*mark.point) for mark in scene.marks if mark.form is Form.POINT and mark.role is role]
        rows = [{"x": x, "y": y} for x, y in dict.fromkeys(spots)]
        found += [flat(rows, style) for style in point_styles(role)] if rows else []
    return found


def point_styles(role: Role | None) -> list[dict[str, Any]]:
    """Return the marks that make up a point: the event's a dot in a ring, a rival's hollow, a related one's a diamond."""
    ink, card = colour("ink"), colour("card")
    if role is Role.EVENT:
        ring = {"type": "point", "filled": True, "size": 314, "color": card, "stroke": ink, "strokeWidth": 2}
        return [ring, {"type": "point", "filled": True, "size": 95, "color": ink}]
    if role is Role.MAIN:
        return [{"type": "point", "filled": True, "size": 80, "color": ink, "stroke": card, "strokeWidth": 1}]
    if role is None:
        return [{"type": "point", "filled": True, "size": 64, "color": card, "stroke": ink, "strokeWidth": 1.5}]
    return [{"type": "point", "filled": True, "shape": "diamond", "size": 60, "color": colour("quiet")}]


def bar(scene: Scene) -> list[Spec]:
    """Return the scale bar."""
    if not scene.bar:
        return []
    y = scene.frame.height - 12
    line = [{"x": 14, "y": y, "x2": 14 + scene.bar, "y2": y}]
    ends = [{"x": x, "y": y - 4, "x2": x, "y2": y + 1} for x in (14, 14 + scene.bar)]
    return [flat([*line, *ends], {"type": "rule", "color": colour("ink"), "strokeWidth": 1.5})]


def texts(scene: Scene) -> list[Spec]:
    """Return the labels; the style sheet sets them off from what lies below."""
    found = []
    for kind, size in SIZES.items():
        for align in ("left", "center", "right"):
            rows = [
                {"x": one.x, "y": one.y, "t": one.text}
                for one in scene.labels
                if (one.kind, one.align) == (kind, align)
            ]
            style = {"type": "text", "align": align, "baseline": "middle", "fontSize": size, **text_style(kind)}
            if rows:
                found.append(flat(rows, style, "t"))
    return found


def text_style(kind: str) -> dict[str, Any]:
    """Return how a kind of label is set."""
    if kind in ("event", "number"):
        return {"fontWeight": "bold", "color": colour("ink" if kind == "event" else "quiet")}
    if kind in ("country", "area"):
        return {"fontStyle": "italic", "color": colour("ink" if kind == "area" else "quiet")}
    return {"color": colour("quiet" if kind in ("town", "related", "rival", "scale") else "ink")}


def geo(features: Sequence[Feature], **style: Any) -> Spec:
    """Return a layer of shapes on the globe."""
    return {"data": {"values": list(features)}, "mark": {"type": "geoshape", "clip": True, **style}}


def flat(rows: Sequence[dict[str, Any]], mark: dict[str, Any], text: str | None = None) -> Spec:
    """Return a layer of marks at pixels."""
    encoding: dict[str, Any] = {
        axis: {"field": axis, "type": "quantitative", "scale": None, "axis": None} for axis in ("x", "y")
    }
    if "x2" in rows[0]:
        encoding |= {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    if text:
        encoding["text"] = {"field": text, "type": "nominal"}
    return {"data": {"values": list(rows)}, "mark": {"opacity": 1, "tooltip": None, **mark}, "encoding": encoding}
