"""Many words at once, with exact spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicon.inflect import Irregular, verb_forms
from rashomon.lexicon.match import Matcher, Shelf, fold, plain


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(plain(text)) == len(text)


def test_the_longest_match_wins_at_word_borders() -> None:
    matcher = Matcher([("air", 1, False), ("air strike", 2, False), ("IS", 3, True)])
    found = [(hit.start, hit.end, hit.value) for hit in matcher.find("An Air Strike, repair is; IS air")]
    assert found == [(3, 13, 2), (26, 28, 3), (29, 32, 1)]


def test_curly_and_straight_are_one() -> None:
    assert Matcher([("People's Army", 1, False)]).find("the People’s\u00a0Army")


def test_matchers_on_one_shelf_find_each_its_own() -> None:
    shelf = Shelf()
    acts = Matcher([("fire", 1, False), ("opened fire", 2, False)], shelf)
    assert [hit.value for hit in acts.find("They opened fire.")] == [2]
    bodies = Matcher([("fire brigade", 3, False), ("IS", 4, True)], shelf)
    text = "The fire brigade is late; IS opened fire"
    assert [hit.value for hit in acts.find(text)] == [1, 2]
    assert [(hit.start, hit.value) for hit in bodies.find(text)] == [(4, 3), (26, 4)]


def test_a_word_is_a_pattern_as_a_whole_or_not_at_all() -> None:
    matcher = Matcher([("kill", 1, False), ("killing field", 2, False), ("IS", 3, True)])
    assert matcher.meant_by("Kill") == [1]
    assert matcher.meant_by("IS") == [3]
    assert [matcher.meant_by(word) for word in ("kills", "killing", "is", "")] == [[], [], [], []]


def test_words_with_marks_stand_where_they_are_written() -> None:
    matcher = Matcher([("'s", 1, False), ("u.s.", 2, False), ("--", 3, False), ("gov.", 4, False)])
    found = [(hit.start, hit.value) for hit in matcher.find("U.S. gov.-- the mayor's U.S.A gov 's")]
    assert found == [(0, 2), (5, 4), (9, 3), (21, 1), (24, 2), (34, 1)]


@given(st.text("ab' .", max_size=30), st.lists(st.text("ab' .", min_size=1, max_size=5), max_size=6))
def test_a_match_stands_whole_and_no_earlier_one_is_missed(text: str, words: list[str]) -> None:
    hits = Matcher((word, word, False) for word in words).find(text)
    standing = {(at, word) for word in words for at in range(len(text)) if whole_at(word, at, text)}
    expected, done = [], 0
    for at, word in sorted(standing, key=lambda found: (found[0], -len(found[1]))):
        if at >= done:
            expected.append((at, word))
            done = at + len(word)
    assert [(hit.start, hit.value) for hit in hits] == expected


def whole_at(word: str, at: int, text: str) -> bool:
    """Say whether a word stands at a place, with no letter growing on to its own."""
    end = at + len(word)
    before, after = text[at - 1 : at] if at else "", text[end : end + 1]
    return text.startswith(word, at) and not (
        (before.isalnum() and word[0].isalnum()) or (after.isalnum() and word[-1].isalnum())
    )


def test_no_words_match_nothing() -> None:
    assert Matcher([]).find("anything") == []


def test_forms_of_verbs() -> None:
    none = Irregular({}, frozenset({"control"}))
    assert verb_forms("control", none) == ("control", "controls", "controlled", "controlling")
    assert verb_forms("patrol", none)[2] == "patroled"
    assert verb_forms("flee", none) == ("flee", "flees", "fleed", "fleeing")
    assert verb_forms("carry out", none) == ("carry out", "carries out", "carried out", "carrying out")
    assert verb_forms("die", Irregular({"die": ["dies", "died", "died", "dying"]})) == ("die", "dies", "died", "dying")
