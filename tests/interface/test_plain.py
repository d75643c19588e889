"""Nothing that a report says can act on the screen."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from rashomon.interface.plain import around, clean, listing, shorten


@given(st.text())
def test_no_character_that_acts_is_left(text: str) -> None:
    assert not [c for c in clean(text) if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S"))))
def test_words_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@given(st.text(min_size=1).map(clean), st.integers(2, 40))
def test_a_shortened_text_fits_and_is_a_beginning(text: str, width: int) -> None:
    short = shorten(text, width)
    assert len(short) <= width
    assert short == text or text.startswith(short.rstrip("…").rstrip())


def test_an_escape_sequence_is_shown_as_a_mark() -> None:
    assert clean("ten\n dead\x1b[31m") == "ten dead\N{REPLACEMENT CHARACTER}[31m"


def test_direction_marks_are_dropped() -> None:
    assert clean("say \u202e21 dead\u2069") == "say 21 dead"


def test_a_list_is_written_as_one_says_it() -> None:
    assert [listing(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == ["", "A", "A and B", "A, B and C"]


@given(st.text(min_size=1).map(clean), st.integers(0, 60), st.integers(12, 40))
def test_a_text_cut_around_a_place_fits(text: str, focus: int, width: int) -> None:
    assert len(around(text, focus, width)) <= width


def test_the_telling_words_are_kept() -> None:
    text = "that the fighting of the last three days in and around the old town led to the killing of 28 soldiers and 45 fighters"
    for focus, words in (
        (text.index("28"), "28 soldiers"),
        (text.index("45"), "45 fighters"),
        (0, "that the fighting"),
    ):
        assert words in around(text, focus, 40)
