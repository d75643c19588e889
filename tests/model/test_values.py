"""Intervals and times."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Quantity, TimeSpan

ENDS = st.none() | st.integers(0, 100)


@given(ENDS, ENDS, ENDS, ENDS)
def test_overlap_means_a_common_number(a: int | None, b: int | None, c: int | None, d: int | None) -> None:
    if (a is not None and b is not None and a > b) or (c is not None and d is not None and c > d):
        return
    first, second = Quantity(a, b), Quantity(c, d)
    low, high = max(a or 0, c or 0), min(200 if b is None else b, 200 if d is None else d)
    assert first.overlaps(second) == second.overlaps(first) == (low <= high)


def test_more_than_seventy_is_never_seventy() -> None:
    more = Quantity.at_least(71, hedge="more than")
    assert not more.overlaps(Quantity.exactly(70))
    assert more.overlaps(Quantity.between(81, 89))
    assert not more.is_exact


def test_the_least_of_an_interval_open_below_is_nobody() -> None:
    assert Quantity.at_least(17).least == 17
    assert Quantity.at_most(300).least == 0


def test_an_upside_down_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="above"):
        Quantity(5, 4)


def test_an_unknown_number_holds_any_number() -> None:
    assert Quantity.unknown().overlaps(Quantity.exactly(7))


def test_days_overlap_with_open_ends() -> None:
    week = TimeSpan(date(2023, 5, 1), date(2023, 5, 7))
    assert week.overlaps(TimeSpan(date(2023, 5, 7), None))
    assert not week.overlaps(TimeSpan.day(date(2023, 5, 8)))
