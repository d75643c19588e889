"""The map drawn twice, for a page and for a phone, and what its key has to tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.interface.dossier.pictures.draw import Picture, draw
from rashomon.interface.dossier.places.chart import chart
from rashomon.interface.dossier.places.frame import Degrees, Frame, frame_around
from rashomon.interface.dossier.places.globe import away
from rashomon.interface.dossier.places.locator import locator
from rashomon.interface.dossier.places.marks import Form, Mark, extent, in_view
from rashomon.interface.dossier.places.rows import Naming
from rashomon.interface.dossier.places.scene import LOCAL_KM, Scene, scene_of
from rashomon.interface.dossier.places.sites import Role
from rashomon.interface.plain import listing, shorten
from rashomon.lexicon.gazetteer import GazetteerEntry
from rashomon.lexicon.shapes.world import World

WIDE, NARROW = (900, 480), (340, 340)
MARGIN_WIDE, MARGIN_NARROW = 56.0, 34.0
WIDTHS = (60.0, 150.0, 300.0, 600.0)
"""A map is at least so wide, in kilometres: the first width at which there are towns to find one's way by."""
ENOUGH = 3
"""So many towns are enough for that."""
TOWNS = 60
"""So many towns are tried for a place on the map."""
NAMED = 6
"""So many places the map's label names."""


@dataclass(frozen=True, slots=True)
class BeyondView:
    """A place beyond the map: ``distance`` tells how far and which way it lies from ``anchor``, both empty where nothing is on the map."""

    name: str
    distance: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map: ``forms``, ``own``, ``numbered``, ``whole`` and ``off_map`` as in :class:`PlacesView`."""

    picture: Picture
    globe: Picture | None
    forms: tuple[str, ...]
    own: bool
    numbered: bool
    whole: bool
    off_map: tuple[BeyondView, ...]


def drawn(marks: Sequence[Mark], weights: Sequence[int], world: World, naming: Naming) -> Drawn:
    """Return the map of the marks; ``weights`` are how many claims each has."""
    held = [point for mark in in_view(marks, weights, world) for point in extent(mark, world)]
    wide = scene(marks, held, WIDE, MARGIN_WIDE, world=world, naming=naming)
    narrow = scene(marks, held, NARROW, MARGIN_NARROW, world=world, naming=naming)
    label = label_of(wide)
    shown = [mark for mark in marks if mark in wide.marks]
    return Drawn(
        Picture(
            draw(chart(wide), label, name="places-wide"),
            draw(chart(narrow), label, name="places-narrow"),
            label,
        ),
        None if wide.frame.whole else on_globe(wide, world),
        tuple(forms(shown, wide)),
        any(mark.role is Role.EVENT for mark in shown),
        wide.numbered or narrow.numbered,
        wide.frame.whole,
        tuple(off_map(marks, shown)),
    )


def scene(
    marks: Sequence[Mark],
    held: Sequence[Degrees],
    size: tuple[int, int],
    margin: float,
    *,
    world: World,
    naming: Naming,
) -> Scene:
    """Return the scene that holds some points, wide enough to have towns on it where that is possible."""
    for least in WIDTHS:
        frame = frame_around(held, *size, least=least, margin=margin)
        made = scene_of(marks, frame, world, towns=towns_of(frame, naming), countries_named=naming.countries)
        if len(made.towns) >= ENOUGH or frame.width * frame.km > WIDTHS[-1]:
            break
    return made


def on_globe(scene: Scene, world: World) -> Picture:
    """Return the small globe, the same for a page and a phone."""
    label = "Where on the globe the map lies"
    ball = draw(locator(scene, world), label, name="places-globe")
    return Picture(ball, ball, label)


def towns_of(frame: Frame, naming: Naming) -> Sequence[GazetteerEntry]:
    """Return the largest towns about a local map."""
    return naming.gazetteer.towns_in(*date_line(frame), TOWNS) if frame.width * frame.km <= LOCAL_KM else ()


def date_line(frame: Frame) -> tuple[float, float, float, float]:
    """Return a frame's bounds with west above east where it lies across the date line."""
    west, south, east, north = frame.box
    return (west + 360 if west < -180 else west), south, (east - 360 if east > 180 else east), north


def forms(shown: Sequence[Mark], scene: Scene) -> Iterable[str]:
    """Yield the forms that the key explains."""
    if any(mark.role is Role.EVENT and mark.form is Form.POINT for mark in shown):
        yield "event"
    strong = {mark.form for mark in shown if mark.role is not Role.RELATED}
    if any(mark.role is Role.MAIN and mark.form is Form.POINT for mark in shown):
        yield "point"
    yield from (str(form) for form in Form if form is not Form.POINT and form in strong)
    if any(mark.role is Role.RELATED for mark in shown):
        yield "related"
    if scene.towns:
        yield "town"


def off_map(marks: Sequence[Mark], shown: Sequence[Mark]) -> Iterable[BeyondView]:
    """Yield the places beyond the map, each with where it lies from the first one on it."""
    for mark in marks:
        if mark not in shown:
            distance = away(shown[0].point, mark.point) if shown else ""
            yield BeyondView(mark.name, distance, shown[0].name if shown else "")


def label_of(scene: Scene) -> str:
    """Return what the map shows, for those who do not see it."""
    names = list(dict.fromkeys(shorten(mark.name, 40) for mark in scene.marks))
    rest = len(names) - NAMED
    named = [*names[:NAMED], f"{rest} more"] if rest > 0 else names
    return f"Map with {listing(named)}. The table below says the same in words."
