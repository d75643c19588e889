"""The benchmark's tables of act types: every type the reader may write has one meaning there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rashomon.lexicon.actframes import ActFrames
from rashomon.lexicon.acts import Acts
from rashomon.lexicon.tables import load_tables
from rashomon.model import ClaimKind


@pytest.fixture
def acttypes(root: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(root / "bench"))
    import acttypes

    return acttypes


def written(*kinds: ClaimKind) -> set[str]:
    tables = load_tables()
    return {row.type for row in tables.of(Acts).rows if row.kind in kinds} | {f.to for f in tables.of(ActFrames).frames}


def test_each_act_type_has_one_meaning_for_the_25_types(acttypes: Any, root: Path) -> None:
    table = acttypes.types_of(root / "bench" / "act_map.tsv")
    missing = {kind for kind in written(ClaimKind.ACT, ClaimKind.CONTROL) if acttypes.key_of(kind) not in table}
    assert missing == set()


@pytest.mark.parametrize("name", ["act_map.tsv", "act_types.tsv"])
def test_no_type_is_listed_twice(name: str, root: Path) -> None:
    lines = [line for line in (root / "bench" / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    first = [line.split("\t")[0] for line in lines]
    assert len(first) == len(set(first))


def test_rows_take_the_words_of_their_benchmark(acttypes: Any) -> None:
    rows = [{"kind": "act", "act": {"type": "territory transfer", "agent": "army"}}, {"kind": "count", "act": None}]
    moved, count = acttypes.in_words_of("case_acts", rows)
    assert moved["act"] == {"type": "NON_VIOL_TERRIT_TRANSFER", "agent": "army"}
    assert count == rows[1]
    assert acttypes.in_words_of("acts", rows)[0]["act"]["type"] == "capture of place"
    assert acttypes.in_words_of("counts", rows) == rows
