"""The benchmark scripts: what they make of a small invented benchmark, with a stand-in for the reader."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

Row = dict[str, Any]

REPORTS = [
    {
        "id": "r1",
        "outlet": "Harbour Post",
        "url": None,
        "title": "Ferry sinks",
        "published": "2031-05-07",
        "text": "Twelve people died.",
    },
    {
        "id": "r2",
        "outlet": None,
        "url": None,
        "title": None,
        "published": None,
        "text": "The ferry went down at night.",
    },
    {"id": "r3", "outlet": None, "url": None, "title": None, "published": None, "text": "BROKEN"},
]
ABOUT = """# tiny

Floor (floors.py) on this half:

```
number_F1                                 28.5%
mean_error                                 3.2
```
"""


@pytest.fixture
def scripts(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """The scripts as modules, with a reader that knows the invented reports."""
    monkeypatch.syspath_prepend(str(root / "bench"))
    stand_in = ModuleType("engine")
    vars(stand_in).update(
        report_of=report_of, readings_of=readings_of, claim_rows=lines, mention_rows=lines, event_rows=events
    )
    monkeypatch.setitem(sys.modules, "engine", stand_in)
    for name in ("layout", "predict", "run"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    import layout
    import predict
    import run

    yield SimpleNamespace(layout=layout, predict=predict, run=run)
    for name in ("layout", "predict", "run"):
        sys.modules.pop(name, None)


def report_of(row: Row) -> SimpleNamespace:
    if row["text"] == "BROKEN":
        raise ValueError("cannot be read")
    return SimpleNamespace(**row)


def readings_of(reports: list[SimpleNamespace]) -> list[SimpleNamespace]:
    return [SimpleNamespace(report_id=report.id) for report in reports]


def lines(reading: SimpleNamespace) -> list[Row]:
    return [{"report_id": reading.report_id, "kind": "count"}]


def events(reports: list[SimpleNamespace], readings: list[SimpleNamespace], *, one_event: bool) -> list[Row]:
    assert len(reports) == len(readings)
    groups = [[report.id for report in reports]] if one_event else [[report.id] for report in reports]
    return [{"id": f"e{number}", "report_ids": ids, "figures": []} for number, ids in enumerate(groups)]


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A folder of invented benchmarks, one for each kind."""
    for name in ("counts_tiny", "places", "airwars_en", "gva", "mystery", "riddle"):
        folder = tmp_path / name
        folder.mkdir()
        write(folder / "reports.jsonl", REPORTS)
        (folder / "ABOUT.md").write_text(ABOUT, "utf-8")
    for name in ("airwars_en", "gva", "mystery"):
        write(tmp_path / name / "groups.jsonl", [{"group": "g1", "report_ids": ["r1", "r2", "r3"]}])
    (tmp_path / "README.md").write_text("| counts | claims.jsonl | number_F1, all field accuracies |\n", "utf-8")
    return tmp_path


def write(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def predicted(scripts: SimpleNamespace, kit: Path, name: str, *more: str) -> list[Row]:
    to = kit / "out" / f"{name}.jsonl"
    scripts.predict.main([str(kit), name, "--to", str(to), "--jobs", "1", *more])
    return [json.loads(line) for line in to.read_text("utf-8").splitlines()]


def test_claims_of_every_report_that_can_be_read(
    scripts: SimpleNamespace, kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [row["report_id"] for row in predicted(scripts, kit, "counts_tiny")] == ["r1", "r2"]
    told = capsys.readouterr().err
    assert "r3: not read: ValueError: cannot be read" in told
    assert "counts_tiny: 1 of 1" in told


def test_mentions_are_asked_of_the_mention_benchmarks(scripts: SimpleNamespace, kit: Path) -> None:
    assert scripts.layout.benchmark(kit, "places").kind == "mentions"
    assert len(predicted(scripts, kit, "places")) == 2


def test_a_group_is_one_event_or_is_grouped(scripts: SimpleNamespace, kit: Path) -> None:
    one = predicted(scripts, kit, "airwars_en")
    assert [row["report_ids"] for row in one] == [["r1", "r2"], ["r3"]]
    several = predicted(scripts, kit, "gva")
    assert [row["report_ids"] for row in several] == [["r1"], ["r2"], ["r3"]]
    assert len({row["id"] for row in several}) == 3
    assert predicted(scripts, kit, "mystery") == several, "an unknown benchmark with groups wants events"


def test_an_unknown_benchmark_without_groups_must_be_told(scripts: SimpleNamespace, kit: Path) -> None:
    with pytest.raises(SystemExit, match="--kind"):
        predicted(scripts, kit, "riddle")
    assert len(predicted(scripts, kit, "riddle", "--kind", "claims")) == 2
    with pytest.raises(SystemExit, match=r"no reports\.jsonl there; benchmarks here: airwars_en, counts_tiny"):
        predicted(scripts, kit, "nothing")


def test_floors_are_read_from_the_page(scripts: SimpleNamespace, kit: Path) -> None:
    assert scripts.layout.floors(kit, "gva") == {"number_F1": 28.5, "mean_error": 3.2}
    (kit / "gva" / "ABOUT.md").write_text(
        "Floor (floors.py): number_measure_F1 29.0, +interval 23.5, of found 17.1.\n", "utf-8"
    )
    assert scripts.layout.floors(kit, "gva") == {"number_measure_F1": 29.0, "number_+interval_F1": 23.5, "found": 17.1}
    assert scripts.layout.floors(kit, "nowhere") == {}


def test_headlines_are_those_that_the_kit_names(scripts: SimpleNamespace, kit: Path) -> None:
    assert scripts.layout.headlines(kit, "counts_tiny", ["number_P", "number_F1"]) == ["number_F1"]
    assert scripts.layout.headlines(kit, "gva", list("abcdefgh")) == list("abcdef")


SCORER = """
import json, sys
rows = [json.loads(line) for line in open(sys.argv[4], encoding="utf-8")]
print(json.dumps({"metrics": {"number_F1": {"value": 10.0 * len(rows)}}, "errors": []}))
"""


def test_a_run_prints_figures_beside_floors(
    scripts: SimpleNamespace, kit: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scripts.run, "BUILD", kit / "build")
    (kit / "score.py").write_text(SCORER, "utf-8")
    scripts.run.main([str(kit), "counts_tiny", "gva", "--jobs", "1"])
    shown = capsys.readouterr().out
    assert "number_F1                              20.0   floor 28.5   BELOW" in shown
    assert "number_F1                              30.0   floor 28.5\n" in shown
    results = json.loads((kit / "build" / "bench-results.json").read_text("utf-8"))
    assert results["gva"]["metrics"] == {"number_F1": 30.0}
