"""Numbers and their intervals, by the table of the record."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.quantities.find import Amount, AmountGrammar
from rashomon.extract.quantities.grammar import first_words, pattern_of
from rashomon.lexicon import load_tables
from rashomon.lexicon.match import fold

GRAMMAR = AmountGrammar(load_tables())
PATTERN = re.compile(pattern_of(GRAMMAR.numbers, GRAMMAR.hedges))


def first(text: str) -> Amount:
    """The first amount in a text that is no bare article."""
    return next(amount for amount in GRAMMAR.find(text) if not amount.article)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("17 people", 17, 17),
        ("more than 70 people", 71, None),
        ("over 70 people", 71, None),
        ("at least 17 people", 17, None),
        ("They prayed over 14 coffins", 14, 14),
        ("The lorry ran over three people", 3, 3),
        ("The rebels handed over 20 prisoners", 20, 20),
        ("The raid killed over 14 people", 15, None),
        ("They took about 20 hostages", 18, 22),
        ("40 or more people", 40, None),
        ("fewer than 20 people", 0, 19),
        ("up to 30 people", None, 30),
        ("as many as 30 people", None, 30),
        ("nearly 90 people", 81, 89),
        ("almost 90 people", 81, 89),
        ("about 100 people", 90, 110),
        ("roughly 100 people", 90, 110),
        ("between 5 and 8 people", 5, 8),
        ("10 to 12 people", 10, 12),
        ("two or three people", 2, 3),
        ("a dozen people", 12, 12),
        ("dozens of people", 24, 99),
        ("tens of people", 20, 99),
        ("scores of people", 40, 199),
        ("hundreds of people", 200, 999),
        ("several hundred people", 300, 999),
        ("thousands of people", 2000, 9999),
        ("tens of thousands of people", 20000, 99999),
        ("millions of people", 2000000, 9999999),
        ("several people", 3, 9),
        ("a number of people", 3, 9),
        ("a couple of people", 2, 2),
        ("both drivers", 2, 2),
        ("no people", 0, 0),
        ("twenty-eight people", 28, 28),
        ("1,800 people", 1800, 1800),
        ("2.5 million people", 2500000, 2500000),
    ],
)
def test_a_phrase_means_its_interval(words: str, low: int | None, high: int | None) -> None:
    quantity = first(f"The ferry carried {words} that night.").quantity
    assert (quantity.low, quantity.high) == (low, high)


def test_many_is_marked_vague() -> None:
    quantity = first("Many villagers were hurt.").quantity
    assert (quantity.low, quantity.high, quantity.vague) == (3, None, True)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is 40 metres long.",
        "He paid $300 in all.",
        "The 3rd brigade came.",
        "Ana Prado, 34, drove the van.",
        "It happened on May 25 near the lake.",
        "Turnout fell by 12%.",
        "Call 555-0199-2043 for news.",
    ],
)
def test_what_is_no_number_of_people_is_left_out(text: str) -> None:
    assert [amount.quantity.words for amount in GRAMMAR.find(text) if not amount.article] == []


def test_a_place_before_a_number_makes_it_no_age() -> None:
    assert first("In Tarsk, 31 were killed.").quantity.low == 31


def test_another_five_is_an_increment() -> None:
    amount = first("Another five people were found.")
    assert amount.increment
    assert amount.quantity.low == 5


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for amount in GRAMMAR.find(text):
        assert 0 <= amount.span.start <= amount.number.start < amount.number.end <= amount.span.end <= len(text)
        assert amount.quantity.words == amount.span.of(text)


WORDS = st.sampled_from(
    [
        "at",
        "least",
        "more",
        "than",
        "between",
        "12",
        "and",
        "five",
        "hundred",
        "dozens",
        "of",
        "a",
        "no",
        "another",
        "to",
        "-",
        "1,000",
        "up",
        "or",
        "0",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_any_mix_of_number_words_gives_ordered_intervals(words: list[str]) -> None:
    for amount in GRAMMAR.find(" ".join(words)):
        low, high = amount.quantity.low, amount.quantity.high
        assert low is None or low >= 0
        assert low is None or high is None or low <= high


def phrases() -> list[str]:
    """Return every phrase of the tables of numbers and hedges."""
    numbers, hedges = GRAMMAR.numbers, GRAMMAR.hedges
    known = [*numbers.units, *numbers.tens, *numbers.scales, *numbers.phrases, *numbers.vague, *numbers.none]
    return [
        *known,
        *hedges.above,
        *hedges.at_least,
        *hedges.below,
        *hedges.at_most,
        *hedges.nearly,
        *hedges.about,
        *hedges.increment,
    ]


@given(
    st.lists(
        st.one_of(
            st.sampled_from([*phrases(), "a", "an", "another", "7", "1,200", "2.5", "men", ","]), st.text(max_size=4)
        ),
        max_size=8,
    ).map(" ".join)
)
@settings(max_examples=200, deadline=None)
def test_an_amount_begins_at_a_digit_or_at_a_word_that_amounts_begin_with(text: str) -> None:
    first = first_words(GRAMMAR.numbers, GRAMMAR.hedges)
    for match in PATTERN.finditer(fold(text)):
        word = re.match(r"\w+|.", match.group())
        assert word is not None
        assert word.group() in first or word.group()[0].isdecimal()
