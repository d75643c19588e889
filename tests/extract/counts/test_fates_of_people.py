"""What becomes of people besides dying: told by phrases, by denied deeds, and by words that the report bears out."""

from __future__ import annotations

import pytest

from rashomon.extract import read
from rashomon.extract.syntax import Parser
from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables
from rashomon.model import Polarity


def told(text: str, tables: Tables, parser: Parser) -> set[tuple[str | None, str, Polarity]]:
    report = make_report(text, source="a.txt", outlet="Harbour Post", published="2031-05-06", tables=tables)
    claims = read(report, tables=tables.judged_by(None), parser=parser).claims
    return {(c.measure, c.quantity.words, c.polarity) for c in claims if c.measure and c.quantity}


@pytest.mark.parametrize(
    ("text", "measure", "words"),
    [
        ("Three hikers have not been found.", "missing", "Three"),
        ("There is no trace of nine of the passengers.", "missing", "nine"),
        ("The ferry sank. Four fishermen have not returned to port.", "missing", "Four"),
        ("The ferry sank. Crews are looking for 23 people.", "missing", "23"),
        ("Five convicts have not been recaptured.", "at large", "Five"),
        ("Fourteen schoolchildren are stuck on a ledge.", "trapped", "Fourteen"),
        ("The siege has hemmed in some 300 civilians.", "trapped", "some 300"),
        ("Six sailors swam ashore after their trawler broke up.", "rescued", "Six"),
        ("At least 12,000 villagers have been shifted to relief camps.", "evacuated", "At least 12,000"),
        ("About 350 families are camping on the football pitch.", "displaced", "About 350"),
        ("The raiders made off with six women.", "abducted", "six"),
        ("A court set four activists at liberty.", "freed", "four"),
        ("Ninety people have come down with the fever.", "infected", "Ninety"),
        ("Some 500 workers downed tools.", "participants", "Some 500"),
        ("Forty-nine engineers seized in June regained their freedom.", "freed", "Forty-nine"),
    ],
)
def test_a_fate_is_told(text: str, measure: str, words: str, tables: Tables, parser: Parser) -> None:
    assert (measure, words, Polarity.AFFIRMED) in told(text, tables, parser)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Police are looking for 23 people who paid the fee.", "missing"),
        ("Four students have returned to port.", "missing"),
        ("Two men got out of a car and walked off.", "rescued"),
        ("Two men got out of a car and walked off.", "escaped"),
        ("The prison can hold 900 people.", "held"),
        ("The four others were checked and released.", "freed"),
        ("Three women came home in coffins.", "freed"),
        ("Two homeless men were named.", "displaced"),
        ("Nine survivors told us of that night.", "rescued"),
        ("Some 7,000 soldiers took part in the search.", "participants"),
    ],
)
def test_what_only_sounds_like_it_is_none(text: str, never: str, tables: Tables, parser: Parser) -> None:
    assert never not in {measure for measure, _, _ in told(text, tables, parser)}
