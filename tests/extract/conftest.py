"""What tests of the reader share: the shipped tables, gazetteer and model, made once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from rashomon.extract import read
from rashomon.extract.judge.weights import Answer, Question
from rashomon.extract.syntax import Parser
from rashomon.intake import make_report
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import ClaimKind, Reading

SATURDAY = date(2023, 5, 6)
"""The report day of a text that is read without another."""

Read = Callable[..., Reading]
"""Reads a text: ``read_text(text, outlet="Harbour Post", published="2023-05-06", title=None)``."""

Firm = Callable[[str], list[tuple[str, str]]]
"""Gives the numbers of a text with their measures that stand against a judge who counts nobody."""


@dataclass
class NeverCounts:
    """A judge that takes no number for people."""

    def ask(self, task: str, questions: Sequence[Question]) -> list[Answer]:
        """Answer each question alike."""
        assert task == "measure"
        return [Answer("none", 0.99) for _ in questions]


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The shipped tables."""
    return load_tables()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The shipped gazetteer."""
    return Gazetteer()


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The shipped model, loaded at its first use."""
    return Parser()


@pytest.fixture(scope="session")
def read_text(tables: Tables, gazetteer: Gazetteer, parser: Parser) -> Read:
    """The reader, for a text with an outlet and a day; ``published=None`` lets the text tell its day."""

    def reads(
        text: str,
        outlet: str | None = "Harbour Post",
        published: str | None = SATURDAY.isoformat(),
        title: str | None = None,
    ) -> Reading:
        report = make_report(text, source="test", outlet=outlet, published=published, title=title, tables=tables)
        return read(report, tables=tables, gazetteer=gazetteer, parser=parser)

    return reads


@pytest.fixture(scope="session")
def firm(tables: Tables, parser: Parser) -> Firm:
    """The reader against a judge who counts nobody."""
    mine = tables.judged_by(NeverCounts())

    def counted(text: str) -> list[tuple[str, str]]:
        report = make_report(text, source="test", outlet="Harbour Post", published=SATURDAY.isoformat(), tables=mine)
        claims = read(report, tables=mine, parser=parser).claims
        return [(c.quantity.words, c.measure) for c in claims if c.kind is ClaimKind.COUNT and c.quantity and c.measure]

    return counted
