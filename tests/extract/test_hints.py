"""Hints never miss a topic that a phrase's own pattern would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.hints import Hints, telling
from rashomon.extract.layers.decide import pattern
from rashomon.lexicon.match import fold

PHRASES = ["in recent years", "since #", "between # and #", "earlier attack", "per day"]


def test_a_word_of_the_phrase_raises_its_topic_alone() -> None:
    hints = Hints({"toll": ["killed"], "earlier": telling(PHRASES)})
    assert hints.topics("the worst flood in recent years") == {"earlier"}
    assert hints.topics("the flood killed nine in 2031") == {"toll", "earlier"}
    assert hints.topics("the bridge is open") == set()


def test_ends_are_where_the_words_end() -> None:
    assert Hints({"loaded": ["regime"]}).ends("the regime and the regimes") == [10, 25]


def test_a_year_is_hinted_at_by_its_century() -> None:
    assert telling(["since #"]) == {"19", "20"}


@given(
    st.lists(
        st.sampled_from(
            [
                *[
                    "in",
                    "recent",
                    "years",
                    "since",
                    "between",
                    "and",
                    "earlier",
                    "attack",
                    "per",
                    "day",
                    "1999",
                    "2016",
                    "the",
                ],
                "Attacks",
                ",",
            ]
        ),
        max_size=12,
    )
)
def test_what_the_pattern_finds_is_always_hinted_at(words: list[str]) -> None:
    text = fold(" ".join(words))
    if pattern(PHRASES).search(text):
        assert Hints({"earlier": telling(PHRASES)}).topics(text)
