"""What is on a map of a size, and where: marks, labels that do not overlap, towns and the scale."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.interface.dossier.places.base import countries
from rashomon.interface.dossier.places.frame import Frame, Pixels
from rashomon.interface.dossier.places.labels import REACHES, Label, Sheet, around_spot
from rashomon.interface.dossier.places.marks import Form, Mark
from rashomon.interface.dossier.places.names import rows_of, spots_within
from rashomon.interface.dossier.places.sites import Role
from rashomon.interface.plain import clean, shorten
from rashomon.lexicon.gazetteer import GazetteerEntry
from rashomon.lexicon.shapes.world import Point, Shape, World

LONGEST = 30
"""Letters of a name on the map; the table has it whole."""
SIZES = {
    "event": 14,
    "main": 13,
    "area": 13,
    "related": 12,
    "rival": 12,
    "number": 12,
    "town": 12,
    "country": 12,
    "scale": 12,
}
"""The size of type of each kind of label, in pixels."""
RADII = {Role.EVENT: 10.0, Role.MAIN: 5.0, Role.RELATED: 5.0, Role.BACKGROUND: 4.0, None: 5.0}
"""How much room a point's mark takes around its middle, in pixels."""
LEAST = 7.0
"""A ring or disc is drawn at least so large, in pixels, whatever it measures on the ground."""
LOCAL_KM = 900.0
"""Towns are shown for orientation where the map is narrower."""
FARTHER = (*REACHES, 42.0, 60.0, 80.0)
CLOSEST = 14.0
"""A town nearer than this to a mark, in pixels, is left out."""
ALOOF = 90.0
"""The name of a country keeps so far from marks, in pixels, so that it is not read as theirs, if it can."""
TRIED = 60
BAR = 110.0


@dataclass(slots=True)
class Scene:
    """Everything to be painted; spots in pixels. ``ground`` is the countries' polygons, ``numbered`` says a number stands for a name."""

    frame: Frame
    ground: list[tuple[Shape, list[list[Point]]]]
    marks: Sequence[Mark]
    sheet: Sheet
    labels: list[Label] = field(default_factory=list)
    towns: list[Pixels] = field(default_factory=list)
    bar: float = 0.0
    numbered: bool = False


def scene_of(
    marks: Sequence[Mark],
    frame: Frame,
    world: World,
    *,
    towns: Sequence[GazetteerEntry],
    countries_named: Mapping[str, str],
) -> Scene:
    """Return a map with its marks labelled first, then the countries, then towns as far as there is room."""
    polygons = list(countries(world, frame))
    shown = [mark for mark in marks if is_seen(mark, frame, polygons)]
    scene = Scene(frame, polygons, shown, Sheet(frame.width, frame.height))
    if not frame.whole:
        add_scale(scene)
    for mark in shown:
        if mark.form is Form.POINT:
            scene.sheet.take(around_spot(frame.at(*mark.point), RADII[mark.role]))
    add_names(scene)
    if not frame.whole:
        add_countries(scene, countries_named)
        add_towns(scene, towns)
    return scene


def is_seen(mark: Mark, frame: Frame, ground: Sequence[tuple[Shape, list[list[Point]]]]) -> bool:
    """Say whether a mark's middle, or some of its country, is on the map."""
    if mark.shape is None or frame.whole:
        return frame.holds(frame.at(*mark.point), 4)
    return any(rows_of([rings for shape, rings in ground if shape is mark.shape], frame))


def add_scale(scene: Scene) -> None:
    """Put a scale bar of a round length into the lower left corner."""
    fits = min(BAR, scene.frame.width * 0.28) * scene.frame.km
    power = 10.0 ** (len(str(int(fits))) - 1) if fits >= 1 else 1.0
    length = next((round(step * power) for step in (5, 2, 1) if step * power <= fits), 1)
    scene.bar = length / scene.frame.km
    text, y = f"{length:,} km", scene.frame.height - 24.0
    scene.sheet.take((0.0, y - 10, max(scene.bar, 60.0) + 24, float(scene.frame.height)))
    scene.labels.append(Label(text, 14.0, y, "left", "scale"))


def add_names(scene: Scene) -> None:
    """Name the marks, weightiest first; the same name of the same mark once; a number where a name does not fit."""
    seen = set()
    for mark in sorted(scene.marks, key=lambda mark: (mark.role is None, mark.role or 0)):
        key = (mark.name, mark.form, mark.shape is None and mark.point)
        if key in seen:
            continue
        seen.add(key)
        label = named(scene, mark)
        if label is None and mark.role is not Role.RELATED:
            label = beside(scene, mark, str(mark.number), "number", reaches=FARTHER)
            scene.numbered = scene.numbered or label is not None
        if label:
            scene.labels.append(label)


def named(scene: Scene, mark: Mark) -> Label | None:
    """Put a mark's name on the map; None where it does not fit."""
    kind = mark.role.name.lower() if mark.role is not None else "rival"
    text = shorten(f"near {mark.name}" if mark.form is Form.RING else mark.name, LONGEST)
    if mark.form in (Form.POINT, Form.RING):
        return beside(scene, mark, text, kind)
    return inside(scene, mark, text, kind) or (None if mark.shape else beside(scene, mark, text, kind))


def beside(scene: Scene, mark: Mark, text: str, kind: str, *, reaches: Sequence[float] = REACHES) -> Label | None:
    """Put a text beside a point, or on the rim of a ring or disc."""
    x, y = scene.frame.at(*mark.point)
    if mark.form is Form.POINT:
        return scene.sheet.beside(text, (x, y), RADII[mark.role] + 3, SIZES[kind], kind=kind, reaches=reaches)
    rim = min(radius(mark, scene.frame), min(scene.frame.width, scene.frame.height) / 2 - 16)
    spots = [(x, y - rim - 9), (x, y + rim + 9), (x, y - rim + 11), (x, y + rim - 11), (x, y)]
    return scene.sheet.within(text, spots, SIZES[kind], kind=kind)


def inside(scene: Scene, mark: Mark, text: str, kind: str) -> Label | None:
    """Put a text inside a disc or a country."""
    if mark.shape:
        rings = [rings for shape, rings in scene.ground if shape is mark.shape]
        spots = list(spots_within(rings, scene.frame, 20.0))[:TRIED]
        x, y = scene.frame.at(*mark.point)
        spots += [(x, y + down) for down in (0, -16, 16, -32, 32)]
        roomy = sorted(spots, key=lambda spot: any(math.dist(spot, middle) < ALOOF for middle in middles(scene)))
        return scene.sheet.within(text, roomy, SIZES[kind], kind="event" if mark.role is Role.EVENT else "area", pad=8)
    (x, y), half = scene.frame.at(*mark.point), radius(mark, scene.frame) / 2
    spots = [(x, y - half), (x, y + half), (x, y)] if half > SIZES[kind] else []
    return scene.sheet.within(text, spots, SIZES[kind], kind=kind)


def radius(mark: Mark, frame: Frame) -> float:
    """Return the radius of a ring or disc in pixels."""
    return max(mark.km / frame.km, LEAST)


def add_countries(scene: Scene, names: Mapping[str, str]) -> None:
    """Name the countries that are large enough on the map, the largest part first."""
    done = {mark.shape.name for mark in scene.marks if mark.shape}
    pieces: dict[str, list[list[list[Point]]]] = {}
    shapes: dict[str, Shape] = {}
    for shape, rings in scene.ground:
        pieces.setdefault(shape.name, []).append(rings)
        shapes[shape.name] = shape
    for name in pieces:
        text = shorten(clean(names.get(shapes[name].code or "", name)), LONGEST)
        if name not in done:
            spots = list(spots_within(pieces[name], scene.frame, len(text) * 7.5))[:TRIED]
            label = scene.sheet.within(text, spots, SIZES["country"], kind="country", pad=8)
            if label:
                scene.labels.append(label)


def middles(scene: Scene) -> list[Pixels]:
    """Return where the marks of exact places are."""
    return [scene.frame.at(*mark.point) for mark in scene.marks if mark.form is Form.POINT]


def add_towns(scene: Scene, towns: Sequence[GazetteerEntry]) -> None:
    """Show the largest towns that leave room, each with its name, away from the marks; none on a wide map."""
    if scene.frame.width * scene.frame.km > LOCAL_KM:
        return
    most = scene.frame.width // 100
    spots = middles(scene)
    for town in towns:
        spot = scene.frame.at(town.lat, town.lon)
        if len(scene.towns) >= most:
            return
        taken = any(abs(spot[0] - x) < CLOSEST and abs(spot[1] - y) < CLOSEST for x, y in spots)
        if taken or not scene.frame.holds(spot, 6) or not scene.sheet.is_free(around_spot(spot, 2)):
            continue
        text = shorten(clean(town.name), LONGEST)
        label = scene.sheet.beside(text, spot, 5, SIZES["town"], kind="town", reaches=(0.0,))
        if label:
            scene.sheet.take(around_spot(spot, 2))
            scene.towns.append(spot)
            scene.labels.append(label)
