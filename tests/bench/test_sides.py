"""Figures of events as a benchmark reads them."""

from __future__ import annotations

import sides


def figure(group: str, low: int) -> dict[str, object]:
    """A figure of a group."""
    return {"measure": "wounded", "group": {"id": group, "label": group}, "low": low, "best": low, "high": low}


EVENT = {"id": "e", "figures": [figure("men", 1), figure("women", 1), figure("total", 2)]}


def test_a_man_is_not_read_as_all_civilians() -> None:
    (row,) = sides.as_read("airwars_en", [EVENT])
    assert [f["group"]["id"] for f in row["figures"]] == ["women", "total"]
    assert row["id"] == "e"


def test_other_benchmarks_read_every_group() -> None:
    rows = [EVENT]
    assert sides.as_read("verdicts", rows) is rows
