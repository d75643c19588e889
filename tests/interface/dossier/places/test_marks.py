"""How exactly a place is known decides how it is drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.interface.dossier.places.base import countries
from rashomon.interface.dossier.places.frame import frame_around
from rashomon.interface.dossier.places.marks import NEAR_KM, REGION_KM, Form, Mark, extent, in_view, mark_of
from rashomon.interface.dossier.places.sites import Role, Site
from rashomon.lexicon.ownplaces import distance_km
from rashomon.lexicon.shapes.world import shipped_world
from rashomon.model import Place, Precision

WORLD = shipped_world()


def drawn(place: Place, role: Role = Role.MAIN) -> Mark:
    return mark_of(Site(1, place, role, ()), WORLD, place.name)


@pytest.mark.parametrize(
    ("precision", "level", "form", "km"),
    [
        (Precision.EXACT, "city", Form.POINT, 0.0),
        (Precision.NEAR, "city", Form.RING, NEAR_KM),
        (Precision.REGION, "province", Form.DISC, REGION_KM["province"]),
        (Precision.REGION, "district", Form.DISC, REGION_KM["district"]),
        (Precision.COUNTRY, "country", Form.SHAPE, 0.0),
        (Precision.REGION, "country", Form.SHAPE, 0.0),
        (Precision.COUNTRY, "continent", Form.DISC, REGION_KM["continent"]),
    ],
)
def test_each_precision_has_its_form(hama: Place, precision: Precision, level: str, form: Form, km: float) -> None:
    mark = drawn(replace(hama, precision=precision, level=level))
    assert (mark.form, mark.km) == (form, km)


def test_a_country_without_a_shape_is_a_disc() -> None:
    assert drawn(Place("Gibraltar", 36.1, -5.3, Precision.COUNTRY, "g", "country", "GI")).form is Form.DISC


def test_far_islands_do_not_widen_a_country_s_map() -> None:
    france = drawn(Place("France", 46.0, 2.0, Precision.COUNTRY, "f", "country", "FR"))
    assert max(distance_km(46.0, 2.0, *point) for point in extent(france, WORLD)) < 1200
    united_states = drawn(Place("United States", 39.8, -98.6, Precision.COUNTRY, "u", "country", "US"))
    assert max(lat for lat, _ in extent(united_states, WORLD)) > 70


def test_a_far_place_of_a_single_claim_does_not_widen_the_map(hama: Place) -> None:
    event, near, far = drawn(hama, Role.EVENT), drawn(replace(hama, lat=35.5)), drawn(replace(hama, lon=-70.0))
    assert in_view([event, near, far], [3, 1, 1], WORLD) == [event, near]
    assert in_view([event, near, far], [1, 1, 9], WORLD) == [event, near, far]


def test_a_country_is_held_only_where_nothing_is_known_more_exactly(hama: Place) -> None:
    country = drawn(Place("Syria", 35.0, 38.0, Precision.COUNTRY, "s", "country", "SY"))
    assert in_view([drawn(hama), country], [1, 1], WORLD) == [drawn(hama)]
    assert in_view([country], [1], WORLD) == [country]


def test_only_countries_in_view_are_drawn_and_thinned() -> None:
    frame = frame_around([(4.7, 45.2)], 900, 480, least=300)
    found = list(countries(WORLD, frame))
    assert {"SO", "ET"} <= {shape.code for shape, _ in found}
    assert "BR" not in {shape.code for shape, _ in found}
    world = frame_around([(0.0, 0.0), (0.0, 180.0)], 900, 480, least=60)
    points = sum(len(ring) for _, rings in countries(WORLD, world) for ring in rings)
    assert points < 12_000
