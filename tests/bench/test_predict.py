"""What is written of a small invented benchmark, with a stand-in for the reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

Predicted = Callable[..., list[dict[str, Any]]]


def test_claims_of_every_report_that_can_be_read(predicted: Predicted, capsys: pytest.CaptureFixture[str]) -> None:
    assert [row["report_id"] for row in predicted("counts_tiny")] == ["r1", "r2"]
    told = capsys.readouterr().err
    assert "r3: not read: ValueError: cannot be read" in told
    assert "counts_tiny: 1 of 1" in told


def test_mentions_are_asked_of_the_mention_benchmarks(
    scripts: SimpleNamespace, kit: Path, predicted: Predicted
) -> None:
    assert scripts.layout.benchmark(kit, "places").kind == "mentions"
    assert len(predicted("places")) == 2


def test_a_group_is_one_event_or_is_grouped(predicted: Predicted) -> None:
    one = predicted("airwars_en")
    assert [row["report_ids"] for row in one] == [["r1", "r2"], ["r3"]]
    several = predicted("gva")
    assert [row["report_ids"] for row in several] == [["r1"], ["r2"], ["r3"]]
    assert len({row["id"] for row in several}) == 3
    assert predicted("mystery") == several, "an unknown benchmark with groups wants events"


def test_an_unknown_benchmark_without_groups_must_be_told(predicted: Predicted) -> None:
    with pytest.raises(SystemExit, match="--kind"):
        predicted("riddle")
    assert len(predicted("riddle", "--kind", "claims")) == 2
    with pytest.raises(SystemExit, match=r"no reports\.jsonl there; benchmarks here: airwars_en, counts_tiny"):
        predicted("nothing")


@pytest.mark.parametrize("name", ["counts_tiny", "gva"])
def test_each_report_is_read_with_its_own_settings(scripts: SimpleNamespace, kit: Path, name: str) -> None:
    def folds(row: dict[str, Any]) -> dict[str, Any]:
        return {"judge": f"without {row['id']}"}

    bench = scripts.layout.benchmark(kit, name)
    assert scripts.predict.predict(bench, kit / "out.jsonl", jobs=1, settings=folds) == ["r3"]
    assert scripts.asked == [{"judge": "without r1"}, {"judge": "without r2"}]


def test_a_shipped_reader_has_no_settings(scripts: SimpleNamespace) -> None:
    assert scripts.settings.as_shipped({"id": "r1"}) == {}


def test_reports_of_one_source_are_read_with_the_same_weights(scripts: SimpleNamespace) -> None:
    settings = scripts.settings
    assert settings.source_of({"id": "r1", "outlet": "Reuters"}) == settings.source_of(
        {"id": "r2", "outlet": "reuters"}
    )
    assert settings.source_of({"id": "r1", "outlet": None}) != settings.source_of({"id": "r2", "outlet": None})
    assert 0 <= settings.fifth("reuters") < settings.PARTS


def test_missing_weights_say_how_to_make_them(
    scripts: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts.settings, "FOLDS", tmp_path)
    with pytest.raises(SystemExit, match="train/judge"):
        scripts.settings.settings_for({"id": "r1", "outlet": "Reuters"})
    with pytest.raises(SystemExit, match="train/stances"):
        scripts.settings.stances_for("reuters")


def test_stances_of_a_source_that_was_learnt_from_have_weights_of_their_own(
    scripts: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts.settings, "FOLDS", tmp_path)
    (tmp_path / "stances.json").write_text('["harbour-post"]', encoding="utf-8")
    (tmp_path / "stances-harbour-post.bin").write_bytes(b"")
    assert scripts.settings.stances_for("harbour-post") == tmp_path / "stances-harbour-post.bin"
    assert scripts.settings.stances_for("reuters") == "shipped"
