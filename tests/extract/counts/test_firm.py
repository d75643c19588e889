"""Rules whose answer the judge of numbers leaves alone."""

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
        ("The raid led to the killing or wounding of nine fishermen.", [("nine", "casualties")]),
        ("The blast caused the death and injury of six miners.", [("six", "casualties")]),
        ("At least nine people were killed 20 were wounded in a blast.", [("20", "wounded")]),
        ("The nine who were killed were buried.", []),
        ("Aid groups have recorded dozens of deaths and injuries.", [("dozens", "casualties")]),
        ("A clerk is accused of fatally shooting three passengers.", [("three", "killed")]),
        ("Police found a baker and a waiter shot dead in Tarsk.", [("a", "killed")]),
        ("Police are searching for two men after the robbery.", [("two", "at large")]),
        ("Police are searching for two missing men.", []),
        ("At least two other men are being sought.", [("At least two", "at large")]),
        ("The convoy was ambushed by at least two gunmen.", [("at least two", "attackers")]),
        ("The stones caused serious injuries to a woman.", [("a", "wounded")]),
        ("Officers found two men with gunshot wounds in the yard.", [("two", "wounded")]),
        ("Three suspects fired shots into the market hall.", [("Three", "attackers")]),
        ("Three soldiers fired shots into the air.", []),
        ("Three deputies fired shots into the air.", []),
        ("Two others were also shot and hospitalised in the city.", [("Two", "wounded")]),
    ],
)
def test_the_rule_stands(tables: Tables, parser: Parser, text: str, expected: list[tuple[str, str]]) -> None:
    assert firm(tables, parser, text) == expected
