"""The invented reports a judge of counts learns from, and the loader that reads their marks."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

HEADER = "=== x-1 | Harbour Post | published 2031-05-07 | ferry | Ferry sinks"


@pytest.fixture
def texts(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The loader as a module."""
    monkeypatch.syspath_prepend(str(root / "bench" / "train"))
    sys.modules.pop("texts", None)
    import texts

    yield texts
    sys.modules.pop("texts", None)


def test_marks_leave_the_text_and_become_rows(texts: ModuleType) -> None:
    (report,) = texts.parse(
        f'{HEADER}\n\n[[At least nine|killed root="Ann Roe"]] died, [[two|killed scope=part ?]] at sea.'
    )
    assert (report.id, report.outlet, report.published, report.title) == (
        "x-1",
        "Harbour Post",
        "2031-05-07",
        "Ferry sinks",
    )
    assert report.text == "At least nine died, two at sea."
    first, second = report.gold
    assert report.text[second["start"] : second["end"]] == "two"
    assert (first["root"], first["scope"], first["group"], first["layer"]) == ("Ann Roe", "whole", "total", "main")
    assert (second["root"], second["scope"], second["optional"]) == ("outlet", "part", True)
    assert "optional" not in first


def test_a_measure_of_two_words_is_read(texts: ModuleType) -> None:
    (report,) = texts.parse(f"{HEADER}\n[[Two|at large group=suspects]] ran.")
    assert report.gold[0]["measure"] == "at large"


@pytest.mark.parametrize(
    "mark",
    ["[[Two|kiled]]", "[[Two|killed scop=part]]", "[[Two|killed scope=half]]", "[[Two|killed group=civillians]]"],
)
def test_a_mark_that_cannot_stand_is_refused_with_its_report(texts: ModuleType, mark: str) -> None:
    with pytest.raises(ValueError, match=r"x-1.*no "):
        texts.parse(f"{HEADER}\n{mark} died.")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (f"{HEADER}\n[[Two|killed [[one|wounded]]]] died.", r"x-1"),
        (f"{HEADER}\n[[Two |killed]] died.", r"blank"),
        (f"{HEADER}\nTwo died.\n{HEADER}\nThree died.", r"2 times"),
        ("=== x-1 | Harbour Post\nTwo died.", r"header"),
    ],
)
def test_the_check_names_what_stands_wrong(texts: ModuleType, tmp_path: Path, written: str, said: str) -> None:
    file = tmp_path / "bad.txt"
    file.write_text(written, encoding="utf-8")
    assert any(re.search(said, fault) for fault in texts.faults_of([file]))


def test_the_reports_stand_the_check(texts: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert texts.main(["--check"]) == 0
    assert "reports" in capsys.readouterr().out


def test_every_mark_lies_where_its_words_are(texts: ModuleType) -> None:
    for report in texts.load():
        for row in report.gold:
            assert report.text[row["start"] : row["end"]] == row["words"]
        ends = [0, *(row["end"] for row in report.gold)]
        assert all(row["start"] >= end for row, end in zip(report.gold, ends, strict=False)), report.id


def test_the_reports_are_many_and_cover_the_measures_and_layers(texts: ModuleType) -> None:
    reports = texts.load()
    rows = [row for report in reports for row in report.gold]
    assert len(reports) >= 150
    assert {row["measure"] for row in rows} == texts.MEASURES
    assert {row["group"] for row in rows} == texts.GROUPS
    layers = Counter(row["layer"] for row in rows)
    assert layers["background"] > len(rows) / 6
    assert layers["related"] > len(rows) / 15


def test_the_tally_counts_by_field(texts: ModuleType) -> None:
    told = list(texts.tally(texts.parse(f"{HEADER}\n[[Two|killed]] died, [[one|killed scope=part]] at sea.")))
    assert told[0] == "measure: killed 2"
    assert "scope: whole 1, part 1" in told
