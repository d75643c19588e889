"""The frame of a map: what it holds, and where points lie on it."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.interface.dossier.pictures.draw import draw
from rashomon.interface.dossier.places.chart import flat
from rashomon.interface.dossier.places.frame import EARTH_KM, Frame, azimuthal, frame_around, turned, unproject
from rashomon.interface.dossier.places.globe import around, away, beyond, km_words
from rashomon.lexicon.ownplaces import distance_km

LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)
POINTS = st.tuples(LATITUDES, LONGITUDES)


@given(st.lists(POINTS, min_size=1, max_size=6))
def test_a_frame_holds_its_points(points: list[tuple[float, float]]) -> None:
    frame = frame_around(points, 900, 480, least=60)
    assert frame.width == 900
    assert all(frame.holds(frame.at(*point), -1) for point in points)
    assert frame.whole or frame.width * frame.km >= 60 - 1e-6


@given(POINTS, st.floats(-0.9, 0.9), st.floats(-0.9, 0.9))
def test_a_spot_leads_back_to_its_point(middle: tuple[float, float], x: float, y: float) -> None:
    point = unproject(x, y, middle)
    assert point is not None
    assert azimuthal(point, middle) == pytest.approx((x, y), abs=1e-6)


@given(POINTS, st.floats(1, 2000), st.floats(0, 360))
def test_a_circle_on_the_ground_has_its_radius(middle: tuple[float, float], km: float, bearing: float) -> None:
    end = beyond(middle, km, bearing)
    assert distance_km(*middle, *end) == pytest.approx(km, rel=0.01, abs=0.1)
    assert -180 <= end[1] <= 180


@pytest.mark.parametrize(
    "points",
    [
        [(35.0, 36.0), (35.5, 37.5)],
        [(-17.0, 178.0), (-18.0, -178.0)],
        [(-89.0, 0.0), (-85.0, 170.0)],
        [(50.0, 0.0), (-30.0, 150.0), (40.0, -100.0)],
    ],
    ids=["inland", "date line", "pole", "world"],
)
def test_the_library_puts_points_where_the_frame_says(points: list[tuple[float, float]]) -> None:
    frame = frame_around(points, 600, 400, least=60)
    rows = [{"lat": lat, "lon": lon} for lat, lon in points]
    geo = {"longitude": {"field": "lon", "type": "quantitative"}, "latitude": {"field": "lat", "type": "quantitative"}}
    layer = {"data": {"values": rows}, "mark": {"type": "point", "shape": "square"}, "encoding": geo}
    spec = {
        "width": frame.width,
        "height": frame.height,
        "padding": 0,
        "projection": frame.projection,
        "layer": [layer],
    }
    drawn = re.findall(r'<path transform="translate\(([-\d.]+),([-\d.]+)\)', draw(spec, "points", name="x"))
    expected = [pytest.approx(frame.at(*point), abs=0.11) for point in points]
    assert [(float(x), float(y)) for x, y in drawn] == expected


def test_points_on_both_sides_of_the_date_line_share_a_narrow_frame() -> None:
    frame = frame_around([(-17.0, 179.5), (-17.0, -179.5)], 900, 480, least=60)
    assert frame.width * frame.km < 200
    assert frame.box[0] < 180 < frame.box[2]


def test_points_on_both_sides_of_the_globe_give_the_whole_world() -> None:
    assert frame_around([(0.0, 0.0), (0.0, 180.0)], 900, 480, least=60).whole


def test_a_frame_about_a_pole_goes_all_the_way_round() -> None:
    west, south, east, _ = Frame(-89.0, 20.0, EARTH_KM / 2, 900, 480).box
    assert (west, south, east) == (-180.0, -90.0, 180.0)


def test_a_circle_about_the_pole_keeps_its_latitude() -> None:
    ring = around((90.0, 0.0), 100.0, 12)
    assert {round(lat, 2) for lat, _ in ring} == {round(90 - math.degrees(100 / EARTH_KM), 2)}
    assert len({round(lon) for _, lon in ring}) == 12


def test_distances_are_told_with_their_direction() -> None:
    assert away((0.0, 0.0), (0.0, 1.0)) == "110 km east"
    assert away((0.0, 179.9), (0.0, -179.9)) == "22 km east"
    assert away((10.0, 10.0), (10.0, 10.0)) == "at the same point"
    assert [km_words(km) for km in (0.4, 7.2, 1234.0)] == ["0 km", "7 km", "1,200 km"]
    assert turned(190.0) == -170.0


def test_marks_at_pixels_need_no_scale() -> None:
    layer = flat([{"x": 3, "y": 4}], {"type": "point", "shape": "square"})
    spec = {"width": 20, "height": 20, "padding": 0, "layer": [layer]}
    assert "translate(3,4)" in draw(spec, "one", name="x")
