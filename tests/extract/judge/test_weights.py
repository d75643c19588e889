"""The judge's weights: loading, hashes, and answers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rashomon.errors import TableError
from rashomon.extract.judge.codes import code_of
from rashomon.extract.judge.weights import DIGEST, SHIPPED, Answer, LinearJudge, Question, judge_of, load
from rashomon.lexicon.tables import Tables, load_tables


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A weights file of one task with two labels, which knows one feature."""
    to = tmp_path / "weights.npz"
    ids = np.array([code_of("noun", "men")], np.uint32)
    weights = np.array([[2.0, -2.0]], np.float16)
    np.savez_compressed(
        to, **{"measure.ids": ids, "measure.weights": weights, "measure.labels": np.array(["killed", "none"])}
    )
    return to


def asked(*nouns: str, told: str = "none") -> Question:
    """A question about the first word of a text, with the nouns that are seen."""
    return Question(0, 1, [code_of("noun", name) for name in nouns], told)


def test_a_known_feature_decides_and_an_unknown_one_does_not(path: Path) -> None:
    known, unknown = LinearJudge(path).ask("measure", [asked("men"), asked("sheep")])
    assert (known.label, known.probability) == ("killed", pytest.approx(0.982, abs=0.001))
    assert unknown.probability == 0.5


def test_a_feature_given_twice_counts_once(path: Path) -> None:
    once, twice = LinearJudge(path).ask("measure", [asked("men"), asked("men", "men")])
    assert once == twice


def test_a_task_without_weights_leaves_the_rules_their_answer(path: Path) -> None:
    assert LinearJudge(path).ask("layer", [asked("men", told="related")]) == [Answer("related", 1.0)]


def test_no_question_no_answer(path: Path) -> None:
    assert LinearJudge(path).ask("measure", []) == []


def test_other_weights_than_the_pinned_ones_are_refused(path: Path) -> None:
    with pytest.raises(TableError, match="not those this version was made with"):
        LinearJudge(path, digest=DIGEST)


def test_the_weights_that_ship_are_the_pinned_ones() -> None:
    assert isinstance(load(load_tables()), LinearJudge)
    assert SHIPPED.stat().st_size < 4_000_000


def test_the_judge_can_be_switched_off_and_taken_from_a_file(path: Path) -> None:
    assert judge_of(load_tables(judge=None)) is None
    assert isinstance(judge_of(load_tables(judge=path)), LinearJudge)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no such weights"):
        judge_of(Tables(judge=tmp_path / "none.npz"))
