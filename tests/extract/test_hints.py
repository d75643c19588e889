"""Hints never miss a topic that a phrase's own pattern would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.counts import beside, context, crimes, find
from rashomon.extract.hints import Hinted, Hints, any_of, telling
from rashomon.extract.layers.cues import pattern
from rashomon.extract.origins import LED_AWAY
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


BROKEN = Hinted(re.compile(r"broke (?:his|her) (?:arm|leg)", re.IGNORECASE), ("his ", "her "))


def test_a_hinted_pattern_finds_what_it_finds_alone_in_any_case() -> None:
    text = "The clerk BROKE HER ARM. The driver broke his leg."
    found = BROKEN.search(text, 0, len(text))
    assert found is not None
    assert found.group() == "BROKE HER ARM"
    later = BROKEN.search(text, 25, len(text))
    assert later is not None
    assert later.span() == (36, 49)


def test_a_hinted_pattern_keeps_to_its_stretch() -> None:
    text = "The clerk broke her arm."
    assert BROKEN.search(text, 0, 10) is None
    assert BROKEN.search(text, 0, 20) is None
    assert BROKEN.search("The bridge broke.", 0, 17) is None


def test_a_hinted_pattern_looks_behind_a_word_that_reaches_out_of_its_stretch() -> None:
    hinted = Hinted(re.compile("oar"), ("two oars", "oar"))
    assert hinted.search("two oars", 0, 7) is not None


@pytest.mark.parametrize(
    ("hinted", "text"),
    [
        (crimes.SEVERAL, "a Double fatal stabbing"),
        (crimes.SEVERAL, "a sextuple murder"),
        (crimes.SUICIDE, "an apparent Murder-Suicide"),
        (crimes.ORDINAL, "A Fourth suspect was arrested"),
        (crimes.HELD, "Lone was charged with assault"),
        (crimes.HELD, "he is being booked into jail"),
        (crimes.HELD, "was denied bail"),
        (crimes.HELD, "has been ordered held"),
        (crimes.HELD, "was Arraigned"),
        (crimes.HELD, "WOMAN JAILED OVER a blaze"),
        (crimes.HELD, "man arrested after a blaze"),
        (crimes.HELD, "teen indicted on two counts"),
        (crimes.HELD, "Lone faces charges of robbery"),
        (crimes.HELD, "she remains held without bond"),
        (crimes.OWN_HAND, "killed Herself"),
        (crimes.OWN_HAND, "took his own life"),
        (crimes.OWN_HAND, "turned the gun on himself"),
        (crimes.OWN_HAND, "died of a Self-Inflicted wound"),
        (crimes.OWN_HAND, "a murder suicide"),
        (crimes.BY_POLICE, "Shot and killed by Orle police"),
        (crimes.BY_POLICE, "shot dead by officers"),
        (crimes.BY_POLICE, "fatally shot by a trooper"),
        (crimes.BY_POLICE, "shot to death by deputies"),
        (find.ONE_OF_SEVERAL, "in One of several raids"),
        (find.ONE_OF_SEVERAL, "during a single attack"),
        (find.ONE_OF_SEVERAL, "in another village"),
        (find.ONE_PLACE_ALONE, "in the harbour district Alone"),
        (beside.SELF, "shot his wife, then himself and herself"),
        (beside.SELF, "taking her own life"),
        (beside.SELF, "committed Suicide"),
        (context.SUBSET, "nine sailors, Including "),
        (context.SUBSET, "nine sailors (incl. "),
        (context.SUBSET, "a crew comprising "),
        (context.SUBSET, "a crew made up of "),
        (context.SUBSET, "ten sailors, of whom "),
        (context.SUBSET, "ten sailors, two of which "),
        (context.SUBSET, "most of them "),
        (context.SUBSET, "of these, "),
        (context.SUBSET, "of the missing, at least "),
        (context.SUBSET, "amongst them "),
        (context.SUBSET, "Among those were also "),
        (context.SUBSET, "among the rescued, "),
        (find.THE_WHOLE, "three of the "),
        (find.THE_WHOLE, "three of These "),
        (find.THE_WHOLE, "three of those "),
        (find.THE_WHOLE, "three of their "),
        (find.THE_WHOLE, "three of its "),
        (find.THE_WHOLE, "three of all other "),
        (find.AMONG_THE_HARMED, "Among the survivors of the wreck is also "),
        *(
            (LED_AWAY, f"families {way} ")
            for way in ("flee to", "Fled into", "are fleeing to", "escaping into", "escapes to")
        ),
        *((LED_AWAY, f"families {way} to ") for way in ("evacuated", "relocate", "displaced", "deported", "airlifted")),
        *(
            (LED_AWAY, f"families {way} into ")
            for way in ("Crossed", "transferred", "transfers", "rushed", "transporting")
        ),
        *((LED_AWAY, f"were {way} to the coast of ") for way in ("taken", "brought", "flown")),
        (LED_AWAY, "took the wounded to "),
        (LED_AWAY, "sought refuge in "),
        (LED_AWAY, "found Shelter in "),
    ],
)
def test_the_words_of_a_pattern_let_it_find(hinted: Hinted, text: str) -> None:
    assert hinted.pattern.search(text) is not None
    assert hinted.search(text, 0, len(text)) is not None


def test_a_stretch_holds_one_of_some_words_only_where_it_holds_it_whole() -> None:
    text, words = "The clerk broke an Arm and a leg.", frozenset({"arm", "leg"})
    assert any_of(words, text, 0, len(text))
    assert any_of(words, text, 19, 22)
    assert not any_of(words, text, 0, 21)
    assert not any_of(words, text, 23, 31)
    assert not any_of(frozenset({"rib"}), text, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "Triple stabbing at the ferry dock.",
        "A murder-suicide, the sheriff says.",
        "A fifth suspect was arrested in Vell.",
        "Orlo Tarn is being held without bond.",
        "Then the gunman killed himself.",
        "He was shot and killed by Vell deputies as the gunman fled.",
    ],
)
def test_a_sentence_that_implies_a_count_holds_a_sign_of_one(text: str) -> None:
    assert any_of(crimes.SIGNS, text, 0, len(text))
    assert list(crimes.crimes_in(text, 0, len(text)))
    assert not any_of(crimes.SIGNS, "The ferry was late on Tuesday.", 0, 30)
