"""Many words at once, with exact spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicon.inflect import Irregular, verb_forms
from rashomon.lexicon.match import Matcher, fold, plain


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(plain(text)) == len(text)


def test_the_longest_match_wins_at_word_borders() -> None:
    matcher = Matcher([("air", 1, False), ("air strike", 2, False), ("IS", 3, True)])
    found = [(hit.start, hit.end, hit.value) for hit in matcher.find("An Air Strike, repair is; IS air")]
    assert found == [(3, 13, 2), (26, 28, 3), (29, 32, 1)]


def test_curly_and_straight_are_one() -> None:
    assert Matcher([("People's Army", 1, False)]).find("the People’s\u00a0Army")


def test_no_words_match_nothing() -> None:
    assert Matcher([]).find("anything") == []


def test_forms_of_verbs() -> None:
    none = Irregular({})
    assert verb_forms("control", none) == ("control", "controls", "controlled", "controlling")
    assert verb_forms("flee", none) == ("flee", "flees", "fleed", "fleeing")
    assert verb_forms("carry out", none) == ("carry out", "carries out", "carried out", "carrying out")
    assert verb_forms("die", Irregular({"die": ["dies", "died", "died", "dying"]})) == ("die", "dies", "died", "dying")
