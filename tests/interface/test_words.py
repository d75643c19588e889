"""Days, numbers and verdicts in words."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.interface.words import (
    SYMBOLS,
    WEIGHT,
    interval_words,
    place_words,
    range_words,
    short_time,
    time_words,
    value_words,
)
from rashomon.model import Place, Position, TimeSpan, Value, Verdict


@pytest.mark.parametrize(
    ("first", "last", "words", "short"),
    [
        (date(2024, 3, 12), date(2024, 3, 12), "12 March 2024", "Tue 12 Mar"),
        (date(2022, 1, 20), date(2022, 1, 22), "20–22 January 2022", "20–22 Jan"),
        (date(2022, 1, 30), date(2022, 2, 2), "30 January – 2 February 2022", "30 Jan–2 Feb"),
        (date(2021, 12, 30), date(2022, 1, 2), "30 December 2021 – 2 January 2022", "30 Dec–2 Jan"),
        (date(2022, 1, 20), None, "from 20 January 2022", "from Thu 20 Jan"),
        (None, date(2022, 1, 20), "until 20 January 2022", "until Thu 20 Jan"),
        (None, None, "", "no date"),
    ],
)
def test_a_time_is_written_with_nothing_said_twice(
    first: date | None, last: date | None, words: str, short: str
) -> None:
    assert time_words(TimeSpan(first, last)) == words
    assert short_time(TimeSpan(first, last)) == short


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (9, 9, "9"),
        (71, None, "71 or more"),
        (None, 300, "300 at most"),
        (81, 89, "81–89"),
        (2000, 9999, "2,000–9,999"),
        (None, None, "number not given"),
    ],
)
def test_an_interval_keeps_its_open_ends(low: int | None, high: int | None, words: str) -> None:
    assert interval_words(low, high) == words


def held(*bounds: tuple[int | None, int | None]) -> list[Position]:
    return [Position(Value("", low, high), "somebody", (), ()) for low, high in bounds]


def test_a_range_runs_from_the_lowest_to_the_highest_bound() -> None:
    assert range_words(held((17, 17), (24, 24), (9, 9))) == "9–24"
    assert range_words(held((9, 9), (24, None))) == "9–24 or more"
    assert range_words(held((17, None), (24, 24))) == "17–24"
    assert range_words(held((3, None))) == "3 or more"
    assert range_words(held((None, None))) == "number not given"


def test_a_value_without_bounds_is_its_words() -> None:
    assert value_words(Value("holds the town")) == "holds the town"


def test_a_place_is_named_with_its_country() -> None:
    assert place_words(Place("Pemba", country="TZ"), {"TZ": "Tanzania"}) == "Pemba, Tanzania"
    assert place_words(Place("Tanzania", country="TZ"), {"TZ": "Tanzania"}) == "Tanzania"
    assert place_words(Place("Nowhere"), {}) == "Nowhere"
    assert place_words(None, {}) == ""


def test_every_verdict_has_a_mark_of_its_own_and_a_weight() -> None:
    assert set(SYMBOLS) == set(Verdict) == set(WEIGHT)
    assert len(set(SYMBOLS.values())) == len(Verdict)
