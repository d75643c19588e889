"""Counts of one group that a report joins by "and" are counted together."""

from __future__ import annotations

from pathlib import Path

import pytest

import rashomon
from rashomon.model import Finding, Verdict


def children(folder: Path, *texts: str) -> Finding:
    """The finding on the children hurt, by reports of one place and day."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(
            f"VARN, May {3 + number}, 2030 (Paper {number}) - {text}", encoding="utf-8"
        )
    found = rashomon.compare(folder).findings
    return next(f for f in found if f.question.group is not None and f.question.group.id == "children")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two boys and a girl were hurt when a wall fell in the town of Varn, police said.", 3),
        ("A toddler and two schoolgirls were hurt when a wall fell in the town of Varn, police said.", 3),
        ("Three children were hurt when a wall fell in the town of Varn, police said.", 3),
    ],
)
def test_children_of_two_names_are_added(tmp_path: Path, text: str, number: int) -> None:
    (position,) = children(tmp_path, text).positions
    assert (position.value.low, position.value.high) == (number, number)


def test_their_sum_is_compared_with_the_count_of_all_children(tmp_path: Path) -> None:
    one = "Two boys and a girl were hurt when a wall fell in the town of Varn on Friday, police said."
    other = "Three children were hurt when a wall fell in the town of Varn on Friday, police said."
    assert children(tmp_path, one, other).verdict is Verdict.SINGLE_SOURCE


def test_an_apposition_is_added_to_nothing(tmp_path: Path) -> None:
    text = "Two children, a girl and one boy, were hurt when a wall fell in the town of Varn, police said."
    assert {position.value.low for position in children(tmp_path, text).positions} == {2}


def test_the_same_word_twice_is_added_to_nothing(tmp_path: Path) -> None:
    text = "Two boys were hurt and two boys and nobody else saw it when a wall fell in the town of Varn, police said."
    assert {position.value.low for position in children(tmp_path, text).positions} == {2}
