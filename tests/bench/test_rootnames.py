"""The alias that a report uses beside a root's canonical name, for benchmarks that compare names by their words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rashomon.intake import make_report
from rashomon.lexicon.tables import load_tables


@pytest.fixture
def rootnames(root: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(root / "bench"))
    import rootnames

    return rootnames


def row(words: str, actor_id: str | None, name: str) -> dict[str, Any]:
    link = {"name": name, "actor_id": actor_id, "span": {"start": 0, "end": len(words)}}
    return {"kind": "count", "attribution": {"root": name, "chain": [link]}}


@pytest.mark.parametrize(
    ("words", "actor_id", "name", "told"),
    [
        ("The CENTCOM", "us-central-command", "US Central Command", "US Central Command (CENTCOM)"),
        ("US Central Command", "us-central-command", "US Central Command", "US Central Command"),
        ("The command", "us-central-command", "US Central Command", "US Central Command"),
        ("Two doctors", None, "doctors", "doctors"),
    ],
)
def test_only_an_alias_of_the_root_is_told(
    rootnames: Any, words: str, actor_id: str | None, name: str, told: str
) -> None:
    report = make_report(f"{words} said 12 died.", source="test", tables=load_tables())
    (worded,) = rootnames.with_aliases("counts", report, [row(words, actor_id, name)])
    assert worded["attribution"]["root"] == told


def test_other_benchmarks_keep_the_reader_s_own_lines(rootnames: Any) -> None:
    report = make_report("CENTCOM said 12 died.", source="test", tables=load_tables())
    rows = [row("CENTCOM", "us-central-command", "US Central Command")]
    assert rootnames.with_aliases("fa_kes", report, rows) is rows
