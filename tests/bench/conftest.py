"""A small invented benchmark kit, and the benchmark scripts with a stand-in for the reader."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def bench_alone(root: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Import the scripts of the folder anew, each module of it, and put back afterwards what was loaded before.

    Another test file of the same process may have loaded some with the reader itself, and these with a stand-in for it.
    """
    patch.syspath_prepend(str(root / "bench"))
    before = taken_out(root / "bench")
    try:
        yield
    finally:
        taken_out(root / "bench")
        sys.modules.update(before)


def taken_out(folder: Path) -> dict[str, ModuleType]:
    """Forget the modules that were loaded from a folder, the stand-in among them, and return them by name."""
    found = {name: one for name, one in sys.modules.items() if name == "engine" or is_from(one, folder)}
    for name in found:
        del sys.modules[name]
    return found


def is_from(module: object, folder: Path) -> bool:
    """Say whether a module's file lies in a folder."""
    file = getattr(module, "__file__", None)
    return isinstance(file, str) and Path(file).parent == folder


@pytest.fixture
def scripts(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """The scripts as modules, with a reader that knows the invented reports."""
    with bench_alone(root, monkeypatch):
        yield with_stand_in(monkeypatch)


def with_stand_in(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Return the scripts as modules, loaded with the stand-in."""
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
    sys.modules["engine"] = stand_in
    made = {name: __import__(name) for name in SCRIPTS}
    # Weights that leave out sources are not there before training; the gate is tested without.
    monkeypatch.setattr(made["measure"], "settings_for", made["settings"].as_shipped)
    return SimpleNamespace(asked=asked, **made)


@pytest.fixture(scope="module")
def pages(root: Path) -> Iterator[SimpleNamespace]:
    """The scripts behind the error page as modules, with the reader itself, loaded once for a file of tests."""
    with pytest.MonkeyPatch.context() as patch, bench_alone(root, patch):
        yield SimpleNamespace(**{name: __import__(name) for name in PAGES})


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
