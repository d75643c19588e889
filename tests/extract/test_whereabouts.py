"""Which of the places near a claim is its own."""

from __future__ import annotations

import pytest
from tests.extract.conftest import Read

from rashomon.model import ClaimKind, Place, Precision


def place_of(read_text: Read, text: str, measure: str | None = None) -> Place | None:
    """Return the place of the first count of a measure, or of the first act."""
    claims = read_text(text).claims
    if measure:
        return next(claim.where for claim in claims if claim.measure == measure)
    return next(claim.where for claim in claims if claim.kind is ClaimKind.ACT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen stormed a clinic in Owo, a town in Nigeria's Ondo state, and shot dead nine patients.", "Owo"),
        ("An air strike hit a bakery in Ariha, in the south of Idlib province, killing six people.", "Ariha"),
        ("In Idlib province, warplanes bombed a bakery in Ariha and killed six people.", "Ariha"),
        ("An air strike hit a bakery in Idlib province, killing six people.", "Idlib"),
        ("A shell hit a bakery in Idlib's Vellora neighbourhood and killed six people.", "Vellora"),
    ],
)
def test_an_act_is_in_the_smallest_place_named_with_it(read_text: Read, text: str, name: str) -> None:
    place = place_of(read_text, text)
    assert place is not None
    assert place.name == name


def test_a_country_that_is_the_doer_is_no_scene(read_text: Read) -> None:
    assert place_of(read_text, "US air strikes destroyed a depot overnight, the rebels said.") is None


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 people were killed in US air strikes on a wedding, officials said.",
        "Russia's air raids killed 14 people, the monitor said.",
        "Israel shot dead seven people overnight and killed two on Friday, medics said.",
        "Seven people were killed by Ethiopia on Friday, the rebels said.",
    ],
)
def test_a_country_that_kills_is_not_where_people_died(read_text: Read, text: str) -> None:
    assert place_of(read_text, text, "killed") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Turkey earthquake has killed 300 people.", "Turkey"),
        ("Three people were killed in Iraq when Iraq bombed a village.", "Iraq"),
        ("Clashes went on near Homs. Syria air strikes killed dozens of people.", "Syria"),
    ],
)
def test_a_country_that_is_the_scene_stays(read_text: Read, text: str, name: str) -> None:
    place = place_of(read_text, text, "killed")
    assert place is not None
    assert place.name == name


def test_a_place_on_no_map_takes_the_point_of_the_one_around_it(read_text: Read) -> None:
    place = place_of(read_text, "Shelling of the village of Belqorun in Idlib province killed four people.", "killed")
    assert place is not None
    assert (place.name, place.precision, place.id) == ("Belqorun", Precision.REGION, None)
    assert place.lat == pytest.approx(35.8, abs=0.5)


def test_a_place_on_no_map_without_another_has_no_point(read_text: Read) -> None:
    place = place_of(read_text, "Shelling of the village of Belqorun killed four people.", "killed")
    assert place is not None
    assert (place.name, place.lat) == ("Belqorun", None)


def test_what_lies_before_counts_as_farther_than_what_lies_behind(read_text: Read) -> None:
    text = "After a lull in the city of Hama, shells fell on Homs and killed three people."
    place = place_of(read_text, text)
    assert place is not None
    assert place.name == "Homs"


def test_a_place_is_not_in_what_stands_at_it(read_text: Read) -> None:
    text = "Gunmen raided the Nile barrage at Belqorun village near Idlib and killed four people."
    place = place_of(read_text, text, "killed")
    assert place is not None
    assert place.name == "Belqorun"
    assert place.country != "EG"
