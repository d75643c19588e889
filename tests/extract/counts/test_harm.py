"""The other side of an act: those who do the harm or are only sought are not counted as having come to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from rashomon.extract import read
from rashomon.extract.judge.weights import Answer, Question
from rashomon.extract.syntax import Parser
from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables
from rashomon.model import ClaimKind

if TYPE_CHECKING:
    from conftest import Read


@dataclass
class AlwaysSays:
    """A judge that takes every number for one measure."""

    measure: str

    def ask(self, task: str, questions: Sequence[Question]) -> list[Answer]:
        """Answer each question alike."""
        assert task == "measure"
        return [Answer(self.measure, 0.9) for _ in questions]


def judged(tables: Tables, parser: Parser, text: str, measure: str) -> list[str]:
    """The number words that a judge who sees one measure everywhere gets counted."""
    mine = tables.judged_by(AlwaysSays(measure))
    report = make_report(text, source="test", outlet="Harbour Post", published="2023-05-06", tables=mine)
    claims = read(report, tables=mine, parser=parser).claims
    return [c.quantity.words for c in claims if c.kind is ClaimKind.COUNT and c.quantity and c.measure == measure]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("Twenty raiders dragged two guards out of the mill and killed them.", "killed", ["two"]),
        ("A farmer was shot dead by three gunmen in Tarsk.", "killed", ["A"]),
        ("Rangers killed two poachers during an operation in search of a smuggler.", "killed", ["two"]),
        ("Twenty raiders were killed at the mill.", "killed", ["Twenty"]),
    ],
)
def test_the_judge_does_not_turn_the_sides(
    tables: Tables, parser: Parser, text: str, measure: str, expected: list[str]
) -> None:
    assert judged(tables, parser, text, measure) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomber killed at least 16 people and wounded 40 in Tarsk.", [("killed", 16), ("wounded", 40)]),
        ("A farmer was shot dead by three suspected raiders in Tarsk.", [("killed", 1)]),
        ("20 killed over 50 wounded in Tarsk", [("killed", 20), ("wounded", 51)]),
        ("Two killed others injured in Tarsk market blast", [("killed", 2)]),
    ],
)
def test_the_rules_do_not_either(read_text: Read, text: str, expected: list[tuple[str, int]]) -> None:
    claims = read_text(text).claims
    told = [(c.measure, c.quantity.low) for c in claims if c.kind is ClaimKind.COUNT and c.quantity is not None]
    assert [one for one in told if one[0] != "attackers"] == expected
