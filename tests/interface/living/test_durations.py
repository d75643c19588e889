"""Lengths of time as people type them."""

from __future__ import annotations

from contextlib import suppress

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from rashomon.interface.living.durations import LONGEST, seconds_of


@pytest.mark.parametrize(
    ("words", "seconds"),
    [("90s", 90), ("15m", 900), ("1h", 3600), ("1h30m", 5400), (" 2H ", 7200), ("1d", 86_400), ("1d12h", 129_600)],
)
def test_a_number_with_its_unit_is_so_many_seconds(words: str, seconds: int) -> None:
    assert seconds_of(words) == seconds


@pytest.mark.parametrize("words", ["", "900", "15", "m", "15 min", "1.5h", "-1h", "1h30", "1w", "٣m", "1h 30m"])
def test_anything_else_is_refused_and_told_how(words: str) -> None:
    with pytest.raises(typer.BadParameter, match="with its unit: 90s, 15m"):
        seconds_of(words)


@pytest.mark.parametrize("words", ["0s", "59s", "31d", "999999d"])
def test_bounds_are_named(words: str) -> None:
    with pytest.raises(typer.BadParameter, match="from 60s to 30d are allowed"):
        seconds_of(words, least=60)


@given(st.text(max_size=20))
def test_no_words_but_are_seconds_or_refused(words: str) -> None:
    with suppress(typer.BadParameter):
        assert 1 <= seconds_of(words) <= LONGEST
