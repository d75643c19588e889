"""The gate: what it holds, what it refuses, what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

Gate = Callable[..., int]


@pytest.fixture
def gate(scripts: SimpleNamespace, kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """The gate over the invented kit, with floors of its own."""
    monkeypatch.setattr(scripts.measure, "BUILD", tmp_path / "build")
    (tmp_path / "build").mkdir()
    for name in ("counts_tiny", "gva"):
        changed(kit / name / "reports.jsonl", "BROKEN", "Two were saved.")

    def run(*arguments: str) -> int:
        status: int = scripts.gate.main(
            [str(kit), *arguments, "--jobs", "1", "--floors", str(tmp_path / "floors.toml")]
        )
        return status

    return run


@pytest.fixture
def held(gate: Gate, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Floors made from a first run."""
    gate("counts_tiny", "--raise")
    capsys.readouterr()
    return tmp_path / "floors.toml"


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_run_holds_its_floors_and_shows_them_in_one_table(
    gate: Gate, held: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held.write_text("[asked.counts_tiny]\nnumber_F1 = 30\n\n" + held.read_text("utf-8"), "utf-8")
    assert gate("counts_tiny") == 0
    shown = capsys.readouterr().out
    assert [line.split() for line in shown.splitlines()[:4]] == [
        ["figure", "trivial", "asked", "floor", "now", "verdict"],
        [],
        ["counts_tiny", *shown.splitlines()[2].split()[1:]],
        ["number_F1", "28.5", "30.0", "29.7", "30.0", "holds,", "as", "asked"],
    ]
    assert shown.endswith("the gate holds: 1 measured, 0 failed, 0 without floors\n")
    results = json.loads((tmp_path / "build" / "bench-results.json").read_text("utf-8"))
    assert results["counts_tiny"]["metrics"] == {"number_F1": 30.0, "other_F1": 50.0}


def test_a_figure_below_its_floor_fails_with_figure_floor_and_found(
    gate: Gate, held: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(held, "floor = 29.7", "floor = 30.1")
    assert gate("counts_tiny") == 1
    shown = capsys.readouterr().out
    assert "counts_tiny number_F1 is below its floor: floor 30.1, found 30.00" in shown
    assert "the gate fails" in shown


def test_raising_does_not_mend_a_failure(gate: Gate, held: Path) -> None:
    changed(held, "floor = 29.7", "floor = 30.1")
    before = held.read_text("utf-8")
    assert gate("counts_tiny", "--raise") == 1
    assert held.read_text("utf-8") == before


@pytest.mark.usefixtures("held")
def test_a_figure_that_the_scorer_no_longer_gives_fails(
    gate: Gate, kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(kit / "score.py", "number_F1", "renamed_F1")
    assert gate("counts_tiny") == 1
    assert "number_F1 is below its floor: floor 29.7, not measured" in capsys.readouterr().out


@pytest.mark.usefixtures("held")
def test_a_scorer_that_breaks_fails(gate: Gate, kit: Path) -> None:
    (kit / "score.py").write_text("raise SystemExit('no')\n", "utf-8")
    assert gate("counts_tiny") == 1


def test_a_figure_well_above_is_hinted_at_and_raised_on_demand(
    gate: Gate, held: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(held, "reached = 30.0, floor = 29.7", "reached = 12.0, floor = 11.7")
    assert gate("counts_tiny") == 0
    assert "number_F1 is well above its floor 11.7; --raise lifts it" in capsys.readouterr().out
    assert gate("counts_tiny", "--raise") == 0
    assert "reached = 30.0, floor = 29.7" in held.read_text("utf-8")


@pytest.mark.parametrize("lift", [[], ["--raise"]])
def test_other_data_is_shown_but_not_judged(
    gate: Gate, kit: Path, held: Path, capsys: pytest.CaptureFixture[str], lift: list[str]
) -> None:
    (kit / "counts_tiny" / "gold.jsonl").write_text('{"report_id": "r1", "value": 13}\n', "utf-8")
    before = held.read_text("utf-8")
    assert gate("counts_tiny", *lift) == 2
    shown = capsys.readouterr().out
    assert "counts_tiny: its figures are of other data (digest " in shown
    assert "remove [whole.counts_tiny] from the floors and run --raise" in shown
    assert "number_F1                        28.5        -        -     30.0   no floor" in shown
    assert held.read_text("utf-8") == before


def test_a_report_that_cannot_be_read_fails_and_makes_no_floors(
    gate: Gate, kit: Path, held: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(kit / "counts_tiny" / "reports.jsonl", "at night.", "BROKEN at night.")
    changed(kit / "counts_tiny" / "reports.jsonl", "The ferry went down BROKEN at night.", "BROKEN")
    held.unlink()
    assert gate("counts_tiny", "--raise") == 2
    assert "counts_tiny: 1 reports could not be read, r2 among them" in capsys.readouterr().out
    assert "[whole.counts_tiny]" not in held.read_text("utf-8")


def test_a_benchmark_without_floors_is_shown_but_not_judged(gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate("gva") == 2
    assert "gva: no floors in [whole.gva]; nothing is held. --raise adds the section" in capsys.readouterr().out


def test_the_reason_for_a_lowered_floor_is_told(gate: Gate, held: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(
        held, "reached = 30.0, floor = 29.7", 'reached = 40.0, floor = 29.7, lowered = "broken reports are left out"'
    )
    assert gate("counts_tiny") == 0
    assert "number_F1: its floor was lowered: broken reports are left out" in capsys.readouterr().out


def test_a_floor_lowered_in_silence_ends_the_run(gate: Gate, held: Path) -> None:
    changed(held, "floor = 29.7", "floor = 10.0")
    with pytest.raises(SystemExit, match="say why in the same line"):
        gate("counts_tiny")


def test_the_fast_part_has_slices_and_floors_of_its_own(
    gate: Gate,
    scripts: SimpleNamespace,
    held: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(scripts.gate, "FAST", ("counts_tiny",))
    monkeypatch.setattr(scripts.gate, "EVERY", 2)
    assert gate("--fast", "--raise") == 0
    assert "[fast.counts_tiny]" in held.read_text("utf-8")
    assert "slack = 1\nfloors.number_F1 = {reached = 10.0, floor = 9.0}" in held.read_text("utf-8")
    shown = capsys.readouterr().out
    assert " 28.5 " not in shown, "what a baseline reaches on the whole is no measure of a slice"


def test_the_seeds_are_measured_where_they_lie_beside_the_kit(
    gate: Gate, scripts: SimpleNamespace, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = kit.parent / "seeds"
    seeds.mkdir()
    (seeds / "score.py").write_text("", "utf-8")
    made: Any = scripts.measure.Measured("seeds", "d", {"counts found": 100.0}, ["counts found"], {}, 1.0)
    monkeypatch.setattr(scripts.measure, "seeds", lambda folder: made if folder == seeds else None)
    monkeypatch.setattr(scripts.gate, "names", lambda _: ["counts_tiny"])
    assert gate("--raise") == 0
    assert gate() == 0
