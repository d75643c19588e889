"""People who plainly came to harm, against a judge of numbers who counts nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from rashomon.extract import read
from rashomon.extract.judge.weights import Answer, Question
from rashomon.extract.syntax import Parser
from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables
from rashomon.model import ClaimKind


@dataclass
class NeverCounts:
    """A judge that takes no number for people."""

    def ask(self, task: str, questions: Sequence[Question]) -> list[Answer]:
        """Answer each question alike."""
        assert task == "measure"
        return [Answer("none", 0.99) for _ in questions]


def firm(tables: Tables, parser: Parser, text: str) -> list[tuple[str, str]]:
    """The numbers with their measures that stand against a judge who counts nobody."""
    mine = tables.judged_by(NeverCounts())
    report = make_report(text, source="test", outlet="Harbour Post", published="2023-05-06", tables=mine)
    claims = read(report, tables=mine, parser=parser).claims
    return [(c.quantity.words, c.measure) for c in claims if c.kind is ClaimKind.COUNT and c.quantity and c.measure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A baker was taken to a clinic, where she died.", [("A", "killed")]),
        ("Two men were rushed to a hospital, where they were pronounced dead.", [("Two", "killed")]),
        ("A student hospitalized after a fall on Friday has died.", [("A", "killed")]),
        ("One of six people shot on Friday has died.", [("One", "killed"), ("six", "casualties")]),
        ("Two of the nine guests hurt in the fire died at home.", [("Two", "killed"), ("nine", "casualties")]),
        ("Medics were called after a four-year-old was accidentally shot.", [("a", "wounded")]),
        ("Officers came for a 6-year-old who had been stabbed.", [("a", "wounded")]),
        ("They say a 15-year-old who was shot on Friday has died.", [("a", "killed")]),
        ("A 3-year-old remains in critical condition after the accident.", [("A", "wounded")]),
        ("He fired into the queue, hitting six other people.", [("six", "wounded")]),
        ("The bullet went through a door, striking another child.", [("another", "wounded")]),
        ("As guests were leaving, four people were struck.", [("four", "wounded")]),
        ("A waiter was locking the door when he was shot.", [("A", "wounded")]),
        ("A boy is at home again after accidentally shooting himself.", [("A", "wounded")]),
        ("The victims included four men and a nurse.", [("four", "wounded"), ("a", "wounded")]),
    ],
)
def test_harm_stands(tables: Tables, parser: Parser, text: str, expected: list[tuple[str, str]]) -> None:
    assert firm(tables, parser, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The workers were hit hard by the new tax.",
        "A man called the police after he was told of the noise.",
        "The company is striking a deal with two rivals.",
        "A woman was asleep when she was not hit.",
    ],
)
def test_no_harm(tables: Tables, parser: Parser, text: str) -> None:
    assert firm(tables, parser, text) == []
