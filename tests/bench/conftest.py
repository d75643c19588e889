"""A small invented benchmark kit, and the benchmark scripts with a stand-in for the reader."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from rashomon.lexicon.tables import load_tables

Row = dict[str, Any]
SCRIPTS = ("settings", "layout", "predict", "measure", "floors", "gate")
PAGES = (
    "engine",
    "cases",
    "kinds",
    "sections",
    "standing",
    "constructions",
    "tally",
    "causes",
    "chart",
    "errorpage",
    "errors",
)

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
GOLD = [{"report_id": "r1", "value": 12}, {"report_id": "r2", "value": 0}, {"report_id": "r3", "value": 0}]
ABOUT = """# tiny

Floor (floors.py) on this half:

```
number_F1                                 28.5%
mean_error                                 3.2
```
"""
SCORER = """
import json, sys
rows = [json.loads(line) for line in open(sys.argv[4], encoding="utf-8")]
metrics = {"number_F1": {"value": 10.0 * len(rows)}, "other_F1": {"value": 50.0}, "empty_F1": {"value": None}}
print(json.dumps({"metrics": metrics, "errors": []}))
"""


@pytest.fixture
def scripts(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """The scripts as modules, with a reader that knows the invented reports."""
    monkeypatch.syspath_prepend(str(root / "bench"))
    stand_in = ModuleType("engine")
    asked: list[Row] = []

    def readings_of(reports: list[SimpleNamespace], options: Row | None = None) -> list[SimpleNamespace]:
        asked.append(options or {})
        return [SimpleNamespace(report_id=report.id) for report in reports]

    vars(stand_in).update(
        report_of=report_of,
        readings_of=readings_of,
        claim_rows=lines,
        mention_rows=lines,
        event_rows=events,
        tables=load_tables,
    )
    monkeypatch.setitem(sys.modules, "engine", stand_in)
    for name in SCRIPTS:
        monkeypatch.delitem(sys.modules, name, raising=False)
    made = {name: __import__(name) for name in SCRIPTS}
    # Weights that leave out sources are not there before training; the gate is tested without.
    monkeypatch.setattr(made["measure"], "settings_for", made["settings"].as_shipped)
    yield SimpleNamespace(asked=asked, **made)
    for name in SCRIPTS:
        sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def pages(root: Path) -> Iterator[SimpleNamespace]:
    """The scripts behind the error page as modules, with the reader itself, loaded once for a file of tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root / "bench"))
        for name in (*SCRIPTS, *PAGES):
            patch.delitem(sys.modules, name, raising=False)
        yield SimpleNamespace(**{name: __import__(name) for name in PAGES})
        for name in (*SCRIPTS, *PAGES):
            sys.modules.pop(name, None)


def report_of(row: Row) -> SimpleNamespace:
    if row["text"] == "BROKEN":
        raise ValueError("cannot be read")
    return SimpleNamespace(**row)


def lines(reading: SimpleNamespace) -> list[Row]:
    return [{"report_id": reading.report_id, "kind": "count"}]


def events(reports: list[SimpleNamespace], readings: list[SimpleNamespace], *, one_event: bool) -> list[Row]:
    assert len(reports) == len(readings)
    groups = [[report.id for report in reports]] if one_event else [[report.id] for report in reports]
    return [{"id": f"e{number}", "report_ids": ids, "figures": []} for number, ids in enumerate(groups)]


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A folder of invented benchmarks, one for each kind, with a scorer."""
    bench = tmp_path / "bench"
    for name in ("counts_tiny", "places", "airwars_en", "gva", "mystery", "riddle"):
        folder = bench / name
        folder.mkdir(parents=True)
        write(folder / "reports.jsonl", REPORTS)
        write(folder / "gold.jsonl", GOLD)
        (folder / "ABOUT.md").write_text(ABOUT, "utf-8")
    for name in ("airwars_en", "gva", "mystery"):
        write(bench / name / "groups.jsonl", [{"group": "g1", "report_ids": ["r1", "r2", "r3"]}])
    (bench / "README.md").write_text("| counts | claims.jsonl | number_F1, all field accuracies |\n", "utf-8")
    (bench / "score.py").write_text(SCORER, "utf-8")
    return bench


def write(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


Predicted = Callable[..., list[Row]]


@pytest.fixture
def predicted(scripts: SimpleNamespace, kit: Path) -> Predicted:
    """What the script writes for a benchmark of the kit."""

    def run(name: str, *more: str) -> list[Row]:
        to = kit / "out" / f"{name}.jsonl"
        scripts.predict.main([str(kit), name, "--to", str(to), "--jobs", "1", *more])
        return [json.loads(line) for line in to.read_text("utf-8").splitlines()]

    return run
