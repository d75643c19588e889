"""The files of a kit: its pages, digests and slices."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace


def test_baselines_are_read_from_the_page(scripts: SimpleNamespace, kit: Path) -> None:
    assert scripts.layout.baselines(kit, "gva") == {"number_F1": 28.5, "mean_error": 3.2}
    (kit / "gva" / "ABOUT.md").write_text(
        "Floor (floors.py): number_measure_F1 29.0, +interval 23.5, of found 17.1.\n", "utf-8"
    )
    found = {"number_measure_F1": 29.0, "number_+interval_F1": 23.5, "found": 17.1}
    assert scripts.layout.baselines(kit, "gva") == found
    assert scripts.layout.baselines(kit, "nowhere") == {}


def test_headlines_are_those_that_the_kit_names(scripts: SimpleNamespace, kit: Path) -> None:
    assert scripts.layout.headlines(kit, "counts_tiny", ["number_P", "number_F1"]) == ["number_F1"]
    assert scripts.layout.headlines(kit, "gva", list("abcdefgh")) == list("abcdef")


def test_a_digest_changes_with_reports_groups_and_gold_and_with_nothing_else(
    scripts: SimpleNamespace, kit: Path
) -> None:
    bench = scripts.layout.benchmark(kit, "gva")
    first = bench.digest
    (kit / "gva" / "ABOUT.md").write_text("Other words.\n", "utf-8")
    assert bench.digest == first == scripts.layout.benchmark(kit, "mystery").digest
    seen = {first}
    for name in ("reports.jsonl", "groups.jsonl", "gold.jsonl"):
        path = kit / "gva" / name
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")
        seen.add(bench.digest)
    assert len(seen) == 4


def test_a_slice_holds_every_so_manieth_report_with_its_gold(
    scripts: SimpleNamespace, kit: Path, tmp_path: Path
) -> None:
    bench = scripts.layout.benchmark(kit, "counts_tiny")
    part = bench.slice(tmp_path / "slices", 2)
    assert [row["id"] for row in part.reports] == ["r2"]
    assert [row["report_id"] for row in scripts.layout.rows_of(part.folder / "gold.jsonl")] == ["r2"]
    assert (part.name, part.kind) == (bench.name, bench.kind)
    assert part.digest == bench.slice(tmp_path / "again", 2).digest != bench.digest
