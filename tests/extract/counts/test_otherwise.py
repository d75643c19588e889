"""A measure's word in another sense counts nobody."""

from __future__ import annotations

import pytest

from rashomon.extract import read
from rashomon.extract.syntax import Parser
from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables


def told(text: str, tables: Tables, parser: Parser) -> set[tuple[str, str]]:
    report = make_report(text, source="a.txt", outlet="Harbour Post", published="2023-05-06", tables=tables)
    claims = read(report, tables=tables, parser=parser).claims
    return {(c.measure, c.quantity.words) for c in claims if c.measure and c.quantity}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Both girls were released from the hospital on Friday.", "freed"),
        ("Two of the victims fled the scene.", "displaced"),
        ("A mentally ill man was accused of theft.", "infected"),
        ("He stabbed an officer nearly to death.", "killed"),
        ("The two were getting out of a van when the shots rang out.", "escaped"),
        ("Several people pulled out knives in the club.", "rescued"),
        ("Shots may have been exchanged between two people.", "freed"),
        ("They saw a boy lay down on the pavement.", "surrendered"),
        ("The three girls were not the shooter's targets.", "attackers"),
        ("Four singers escaped the rain under a tree.", "escaped"),
        ("The mill let 300 weavers go in spring.", "freed"),
        ("Some 20 graduates are trapped in debt.", "trapped"),
        ("College raid: 40 taken, a dozen back.", "attackers"),
        ("A landslide hit the hamlet, burying 16 people in their beds.", "killed"),
        ("A farmer caught three boys climbing into his barn.", "captured"),
        ("The hostel can take in 80 people.", "displaced"),
    ],
)
def test_the_other_sense_is_no_count(text: str, never: str, tables: Tables, parser: Parser) -> None:
    assert never not in {measure for measure, _ in told(text, tables, parser)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Both hostages were released from the camp on Friday.", ("freed", "Both")),
        ("Thousands of villagers fled their homes.", ("displaced", "Thousands")),
        ("He stabbed an officer to death.", ("killed", "an")),
        ("Casualties: 3 dead, 14 injured.", ("killed", "3")),
        ("Casualties: 3", ("casualties", "3")),
        ("Two prisoners got out of the jail.", ("escaped", "Two")),
        ("The sides exchanged ten prisoners.", ("freed", "ten")),
    ],
)
def test_its_own_sense_is(text: str, expected: tuple[str, str], tables: Tables, parser: Parser) -> None:
    assert expected in told(text, tables, parser)


def test_people_behind_things_are_not_what_a_number_counts(tables: Tables, parser: Parser) -> None:
    text = "The blast killed nobody in the town but destroyed three buildings and people were still missing."
    assert "three" not in {words for _, words in told(text, tables, parser)}
