"""Loaded words in a name stand in quotation marks."""

from __future__ import annotations

from rashomon.interface.dossier.pictures.quoted import quoted
from rashomon.model import ReportId, Span, Wording


def called(words: str, *loaded: str) -> Wording:
    """What an invented actor was called."""
    return Wording("a", "a", words, ReportId("r-1"), "Lantern", "own", None, loaded, 1, Span(0, 1))


def test_a_loaded_name_is_quoted_where_it_stands() -> None:
    assert quoted("raid by Terror gang", [called("terror gang", "gang")]) == "raid by “Terror gang”"


def test_the_longest_name_is_quoted_once() -> None:
    rows = [called("gang", "gang"), called("terror gang", "terror")]
    assert quoted("raid by terror gang", rows) == "raid by “terror gang”"


def test_names_without_loaded_words_and_parts_of_words_stay() -> None:
    assert quoted("raid by gangway crew", [called("gang", "gang"), called("crew")]) == "raid by gangway crew"


def test_words_that_look_like_a_pattern_are_words() -> None:
    assert quoted("raid by (a+)+$", [called("(a+)+$", "a")]) in {"raid by (a+)+$", "raid by “(a+)+$”"}
