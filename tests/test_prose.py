"""The pages tell every word that the record uses."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pytest

from rashomon.model import (
    ActorKind,
    Basis,
    ClaimKind,
    Grain,
    Layer,
    Modality,
    Polarity,
    Precision,
    Scope,
    Stance,
    Verdict,
    Voice,
)

WORDS_OF_THE_RECORD = [Basis, ClaimKind, Grain, Layer, Modality, Polarity, Precision, Scope, Stance, Verdict, Voice]
# A source in a text may be one of these; no entry of a table is.
NO_TABLE_HOLDS = {ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.DOCUMENT}


@pytest.mark.parametrize("words", WORDS_OF_THE_RECORD, ids=lambda words: words.__name__)
def test_each_word_of_the_record_is_explained(words: type[StrEnum], root: Path) -> None:
    page = (root / "docs" / "record.md").read_text(encoding="utf-8")
    assert [word.value for word in words if f"`{word.value}`" not in page] == []


def test_each_kind_an_actor_may_have_is_named_where_actors_are_added(root: Path) -> None:
    page = (root / "docs" / "tables.md").read_text(encoding="utf-8")
    assert [kind.value for kind in ActorKind if kind not in NO_TABLE_HOLDS and f"`{kind.value}`" not in page] == []


def test_each_page_is_reached_from_the_index(root: Path) -> None:
    index = (root / "docs" / "index.md").read_text(encoding="utf-8").splitlines()
    pages = {path.stem for path in (root / "docs").glob("*.md")} - {"index"}
    assert pages <= set(index)


def test_each_target_of_make_that_contributing_names_exists(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    named = {
        line.split()[2]
        for line in (root / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
        if "$ make " in line
    }
    assert named
    assert [target for target in named if f"\n{target}:" not in makefile] == []
