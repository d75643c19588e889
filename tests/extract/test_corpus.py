"""The reader against the corpus of our own sentences, with a floor under the share that it reads right."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rashomon.extract.syntax import Parser
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables

FLOOR = 0.90
"""The share of entries that must pass; raised when the reader gets better, never lowered silently."""


@pytest.fixture(scope="module")
def corpus() -> ModuleType:
    """The script that reads the corpus."""
    folder = str(Path(__file__).resolve().parents[2] / "bench")
    sys.path.insert(0, folder)
    try:
        import corpus as script
    finally:
        sys.path.remove(folder)
    return script


@pytest.fixture(scope="module")
def reader(corpus: ModuleType, tables: Tables, gazetteer: Gazetteer, parser: Parser) -> Any:
    """The reader with all it needs."""
    return corpus.Reader(tables, gazetteer, parser)


@pytest.fixture(scope="module")
def found(corpus: ModuleType, reader: Any) -> list[Any]:
    """The outcome of each entry."""
    return list(corpus.outcomes(reader))


def test_the_share_of_entries_read_right_stays_above_its_floor(corpus: ModuleType, found: list[Any]) -> None:
    assert corpus.share(found) >= FLOOR, corpus.table(found)


def test_no_two_entries_have_the_same_text(corpus: ModuleType) -> None:
    texts = [entry.text for entry in corpus.entries()]
    assert len(texts) == len(set(texts)) >= 220


def test_every_measure_of_the_tables_is_in_the_corpus(corpus: ModuleType, tables: Tables) -> None:
    from rashomon.lexicon.measures import Measures

    told = {str(claim.get("measure")) for entry in corpus.entries() for claim in entry.claims}
    assert {row.measure for row in tables.of(Measures).rows} <= told


def test_a_slip_in_an_entry_is_refused(corpus: ModuleType) -> None:
    with pytest.raises(ValueError, match="loww"):
        corpus.entry_of("new", 1, {"text": "Two died.", "claims": [{"kind": "count", "words": "Two", "loww": 2}]})
    with pytest.raises(ValueError, match="Three"):
        corpus.entry_of("new", 1, {"text": "Two died.", "claims": [{"kind": "count", "words": "Three"}]})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"low": 3}, "low is 2, not 3"), ({"measure": "wounded"}, "measure is 'killed'"), ({"root": "police"}, "root is 'outlet'"),
        ({"layer": "related"}, "layer is 'main'"),
    ],
)  # fmt: skip
def test_the_corpus_can_fail(corpus: ModuleType, reader: Any, change: dict[str, Any], fault: str) -> None:
    claim = {"kind": "count", "measure": "killed", "words": "Two", "low": 2, "root": "outlet", **change}
    entry = corpus.entry_of("new", 1, {"text": "Two people were killed in the fire.", "claims": [claim]})
    assert any(fault in one for one in corpus.outcome(entry, reader).faults)


@pytest.fixture
def read_entry(corpus: ModuleType, reader: Any) -> Callable[..., tuple[str, ...]]:
    """Reads an entry given as a row, and returns its faults."""
    return lambda **row: corpus.outcome(corpus.entry_of("new", 1, row), reader).faults  # type: ignore[no-any-return]


def test_a_count_that_is_not_listed_is_a_fault_unless_the_entry_allows_it(
    read_entry: Callable[..., tuple[str, ...]],
) -> None:
    text = "Two people were killed in the fire."
    assert read_entry(text=text)
    assert not read_entry(text=text, extra=True)
    assert read_entry(text=text, extra=True, never=["Two"])
