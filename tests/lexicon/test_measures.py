"""Words of measures: phrases that need other words, and what becomes of their words where those are missing."""

from __future__ import annotations

import pytest

from rashomon.lexicon import load_tables
from rashomon.lexicon.measures import MeasureMatcher, Role, Sense, measure_matcher, whole

SIEGE = Sense("evacuated", Role.SUBJECT, near=frozenset({"siege"}))
FEAR = Sense("displaced", Role.SUBJECT, rest=(" for fear",))
ALONE = Sense("escaped", Role.SUBJECT)


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Words and measures found by a small matcher."""
    matcher = MeasureMatcher(
        [("left the village", ((SIEGE,), True), False), ("left", ((FEAR, ALONE), True), False)],
    )
    return [(text[hit.start : hit.end], tuple(sense.measure for sense in hit.value)) for hit in matcher.find(text)]


def test_a_phrase_that_is_refused_leaves_its_words_free() -> None:
    assert told("They left the village.") == [("left", ("escaped",))]


def test_the_longest_phrase_wins_where_its_words_are_there() -> None:
    assert told("They left the village under siege.") == [("left the village", ("evacuated",))]


def test_its_verb_still_says_what_it_says_with_words_further_on() -> None:
    assert told("They left the village for fear of a siege.") == [("left the village", ("evacuated", "displaced"))]


def test_a_word_broken_up_with_stars_is_read_as_it_is_meant() -> None:
    assert told("They le*ft, le-ft and le*fty.") == [("le*ft", ("escaped",)), ("le-ft", ("escaped",))]


def test_a_phrase_leads_to_one_of_its_goals_close_behind_it() -> None:
    goals = frozenset({"shaft", "cave"})
    assert whole(" out of", " six men out of the flooded shafts", goals)
    assert not whole(" out of", " six men out of work near a village and its old cave", goals)


def test_dead_and_wounded_are_either() -> None:
    assert whole(" dead", " left 40 dead")
    assert not whole(" dead", " left 40 dead and wounded")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Ten swam ashore.", "swam"),
        ("The march drew 90 people.", "drew"),
        ("Eleven inmates sat in prison.", "sat"),
        ("Two paid with their lives.", "paid"),
        ("Six won their freedom.", "won"),
        ("They had 12 in custody.", "had"),
    ],
)
def test_irregular_verbs_are_known_by_their_past(text: str, verb: str) -> None:
    found = [text[hit.start : hit.end].split(maxsplit=1)[0] for hit in measure_matcher(load_tables()).find(text)]
    assert verb in found
