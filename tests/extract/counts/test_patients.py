"""People in hospital, on their way to it, and those who have wounds."""

from __future__ import annotations

import pytest

from rashomon.extract import read
from rashomon.extract.syntax import Parser
from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables


def told(text: str, tables: Tables, parser: Parser) -> list[tuple[str | None, str]]:
    report = make_report(text, source="a.txt", outlet="Harbour Post", published="2023-05-06", tables=tables)
    claims = read(report, tables=tables, parser=parser).claims
    return [(c.measure, c.quantity.words) for c in claims if c.quantity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A young girl is recovering after a shooting.", [("wounded", "A")]),
        ("A nurse is fighting for her life after a crash.", [("wounded", "A")]),
        ("A cook is at Lakeside Hospital after being beaten.", [("wounded", "A")]),
        ("A cook and a waiter drove themselves to Lakeside Hospital.", [("wounded", "A"), ("wounded", "a")]),
        ("Two others walked into a clinic with gunshot wounds.", [("wounded", "Two")]),
        ("Two women and one man have minor injuries.", [("wounded", "Two"), ("wounded", "one")]),
    ],
)
def test_patients_are_hurt(text: str, expected: list[tuple[str, str]], tables: Tables, parser: Parser) -> None:
    assert told(text, tables, parser) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A man is at Lakeside Hospital to visit his mother.",
        "Two guests drove themselves to a bar.",
    ],
)
def test_others_are_not(text: str, tables: Tables, parser: Parser) -> None:
    assert told(text, tables, parser) == []
