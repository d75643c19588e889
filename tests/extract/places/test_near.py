"""Which places of a report's names lie near each other."""

from __future__ import annotations

from rashomon.extract.places.names import Candidate
from rashomon.extract.places.near import LARGE, Surroundings
from rashomon.lexicon.gazetteer import GazetteerEntry
from rashomon.model import Span


def entry(lat: float, lon: float, level: str = "town") -> GazetteerEntry:
    return GazetteerEntry(None, "X", "US", "TX", lat, lon, level, 5000, "P")


def candidate(key: str, *entries: GazetteerEntry) -> Candidate:
    return Candidate(Span(0, 0), 0, 0, key, entries)


def test_a_place_with_a_neighbour_is_supported_and_its_namesake_is_not() -> None:
    near, far = entry(32.2, -95.8), entry(33.9, -83.4)
    around = Surroundings.of([candidate("a", near, far), candidate("b", entry(32.3, -95.9))])
    assert around.support("a", near) == 0.5
    assert around.support("a", far) == 0.0


def test_a_name_does_not_support_itself_however_often_it_comes() -> None:
    one, other = entry(10.0, 10.0), entry(10.1, 10.1)
    twice = candidate("a", one, other)
    assert Surroundings.of([twice, twice]).support("a", one) == 0.0


def test_a_name_of_very_many_places_tells_less() -> None:
    here = entry(40.0, -80.0)
    common = candidate("c", *(entry(40.0 + step, -80.0) for step in range(20)))
    assert Surroundings.of([candidate("a", here), common]).support("a", here) == 0.25


def test_support_ends_at_one_and_a_province_has_its_own() -> None:
    here = entry(50.0, 8.0)
    names = [candidate("a", here), *(candidate(key, entry(50.1, 8.1)) for key in "bcdef")]
    assert Surroundings.of(names).support("a", here) == 1.0
    assert Surroundings.of(names).support("a", entry(50.0, 8.0, "province")) == LARGE
