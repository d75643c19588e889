"""The small globe that shows where a map lies."""

from __future__ import annotations

from rashomon.interface.dossier.pictures.draw import Spec
from rashomon.interface.dossier.pictures.theme import colour
from rashomon.interface.dossier.places.base import countries, polygon
from rashomon.interface.dossier.places.chart import SPHERE, flat, geo
from rashomon.interface.dossier.places.frame import Frame
from rashomon.interface.dossier.places.scene import Scene
from rashomon.lexicon.shapes.world import World

SIZE = 96
SMALLEST, LARGEST = 9.0, 66.0
"""The sides of the square that stands for the map, in pixels."""


def locator(scene: Scene, world: World) -> Spec:
    """Return a small globe with the map's part of it marked, and the countries that stand for a place."""
    frame = scene.frame
    ball = Frame(frame.lat, frame.lon, SIZE / 2 - 1, SIZE, SIZE, whole=True)
    found = list(countries(world, ball))
    named = [mark.shape for mark in scene.marks if mark.shape]
    tinted = [polygon(rings) for shape, rings in found if shape in named]
    side = min(max(frame.width * ball.scale / frame.scale, SMALLEST), LARGEST)
    box = {"type": "point", "shape": "square", "size": side * side, "color": colour("ink"), "strokeWidth": 1.8}
    middle = [SIZE / 2, SIZE / 2]
    turn = {"type": "orthographic", "rotate": [-frame.lon, -frame.lat, 0]}
    layers = [
        geo([SPHERE], fill=colour("water"), stroke=colour("line")),
        geo([polygon(rings) for _, rings in found], fill=colour("land"), stroke=colour("line"), strokeWidth=0.5),
        *([geo(tinted, fill=colour("ink"), fillOpacity=0.4)] if tinted else []),
        flat([{"x": middle[0], "y": middle[1]}], box),
    ]
    projection = {**turn, "scale": ball.scale, "translate": middle, "precision": 3}
    return {"width": SIZE, "height": SIZE, "padding": 1, "projection": projection, "layer": layers}
