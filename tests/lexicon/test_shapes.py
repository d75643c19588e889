"""The shapes of countries: whole, right side out, and the bytes that their page states."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import TableError
from rashomon.lexicon.actors import Countries
from rashomon.lexicon.shapes import make
from rashomon.lexicon.shapes.world import FORMAT, SHIPPED, is_clockwise, load_world, shipped_world
from rashomon.lexicon.tables import load_tables

WITHOUT = {"BQ", "CC", "CX", "GF", "GI", "GP", "MQ", "RE", "SJ", "TK", "TV", "YT"}
"""Territories that the source draws with another country, or not at this scale."""


def tiny() -> dict[str, Any]:
    """A world of two squares that share a border."""
    transform = {"scale": [1.0, 1.0], "translate": [0.0, 0.0]}
    arcs = [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]]
    shapes = [
        {"code": "AA", "name": "West", "polygons": [[[~1, ~0]]]},
        {"code": None, "name": "East", "polygons": [[[0, ~2]]]},
    ]
    return {"format": FORMAT, **transform, "arcs": arcs, "shapes": shapes}


def write(path: Path, table: object) -> Path:
    path.write_bytes(gzip.compress(json.dumps(table).encode()))
    return path


def test_the_shipped_bytes_are_those_that_the_page_states() -> None:
    page = SHIPPED.with_name("SOURCE.md").read_text("utf-8")
    assert hashlib.sha256(SHIPPED.read_bytes()).hexdigest() in page
    assert make.SOURCE_SHA256 in page
    assert SHIPPED.stat().st_size < 300_000


def test_every_country_of_the_tables_has_a_shape() -> None:
    known = {shape.code for shape in shipped_world().shapes}
    assert {row.id for row in load_tables().of(Countries).rows} - known == WITHOUT


def test_rings_are_closed_and_the_right_side_out() -> None:
    world = shipped_world()
    for shape in world.shapes:
        for piece in shape.pieces:
            rings = list(world.rings(piece))
            assert rings
            assert all(ring[0] == ring[-1] for ring in rings), shape.name
            around_the_pole = shape.code == "AQ" and piece.box[0] == -180
            assert around_the_pole or [is_clockwise(ring) for ring in rings] == [n == 0 for n in range(len(rings))]


def test_bounds_go_on_across_the_date_line() -> None:
    russia = shipped_world().shape("RU")
    assert russia
    assert max(piece.box[2] for piece in russia.pieces) > 185


def test_neighbours_share_their_border_when_it_is_thinned(tmp_path: Path) -> None:
    world = load_world(write(tmp_path / "tiny.gz", tiny()))
    west, east = (shape.pieces[0] for shape in world.shapes)
    assert set(next(world.rings(west))) & set(next(world.rings(east))) == {(1.0, 0.0), (1.0, 1.0)}
    thin = world.thinned(lambda line: (line[0], line[-1]), [west])
    assert list(thin.rings(west)) == []
    assert thin.lines[2] == world.lines[2]


def test_a_ring_that_thinning_turned_inside_out_is_left_out(tmp_path: Path) -> None:
    table = tiny()
    table["shapes"] = [{"code": "AA", "name": "X", "polygons": [[[2, ~0]]]}]
    world = load_world(write(tmp_path / "x.gz", table))
    piece = world.shapes[0].pieces[0]
    assert not is_clockwise([*world.lines[2], world.lines[2][0]])
    assert list(world.rings(piece)) == []


@pytest.mark.parametrize(
    "content", [b"", b"no gzip", *(gzip.compress(text, mtime=0) for text in (b"{", b"[]", b'{"format": "other"}'))]
)
def test_a_broken_file_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.gz"
    path.write_bytes(content)
    with pytest.raises(TableError, match=r"broken\.gz"):
        load_world(path)


def test_the_script_takes_the_stated_file_alone(tmp_path: Path) -> None:
    other = tmp_path / "countries-50m.json"
    other.write_text("{}", "utf-8")
    with pytest.raises(ValueError, match="SHA-256"):
        make.make(other, tmp_path / "out.gz")


def test_the_script_packs_shapes_by_code() -> None:
    arcs = [[[0, 4], [5, 0], [0, 5], [-5, -5]], [[0, 0], [9, 0], [-9, 0]]]
    names = [
        ("036", "One", [[0]]),
        ("036", "Reef", [[0]]),
        (None, "Kosovo", [[0]]),
        (None, "Nowhere", [[0]]),
        ("010", "Ice", [[1], [0]]),
    ]
    rows = [
        {"type": "Polygon", "arcs": rings, "properties": {"name": name}, **({"id": number} if number else {})}
        for number, name, rings in names
    ]
    topology = {
        "objects": {"countries": {"geometries": rows}},
        "arcs": arcs,
        "transform": {"scale": [1, 1], "translate": [-180, -89.999]},
    }
    packed = make.compact(topology, {36: "AU", 10: "AQ"})
    assert [(shape["code"], shape["name"], len(shape["polygons"])) for shape in packed["shapes"]] == [
        ("AQ", "Ice", 1), ("AU", "One", 2), (None, "Nowhere", 1), ("XK", "Kosovo", 1),
    ]  # fmt: skip
    assert packed["shapes"][0]["polygons"] == [[[0]]]
