"""The script that measures a store says what it measured."""

from __future__ import annotations

import argparse
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import store
from rashomon.pipeline.living import writer


@pytest.fixture(autouse=True)
def put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The script looks at the clock in the reader's place; it is put back at the end."""
    monkeypatch.setattr(writer, "read", writer.read)


def test_the_cost_of_adding_is_told_and_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told, drawn = tmp_path / "cost.json", tmp_path / "cost.svg"
    store.measured(argparse.Namespace(reports=24, step=8, seed=6, json=str(told), svg=str(drawn)))
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["reports", "8", "16", "24", "the"]
    rows = json.loads(told.read_text())
    assert [row["reports"] for row in rows] == [8, 16, 24]
    assert all(0 < row["reading"] < row["seconds"] for row in rows)
    assert rows[-1]["events"] > 1
    picture = ET.fromstring(drawn.read_text())  # noqa: S314 - drawn just now
    assert len(picture.findall(".//{*}polyline")) == 2
    assert "more, over the reports in the store" in picture.attrib["aria-label"]
