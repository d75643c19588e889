"""The error page: figures that can be counted by hand, and not a word of the reports."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

Row = dict[str, Any]
TEXT = "Twelve miners were killed near Ostrova. Thirty were hurt, six of them badly, and a cook was missing."
SCORER = """
FIELDS = ("interval", "group", "root", "layer", "polarity", "scope", "modality")

def match_counts(gold, claims):
    return [
        (i, j)
        for i, row in enumerate(gold)
        for j, claim in enumerate(claims)
        if (claim["number_span"]["start"], claim["measure"]) == (row["start"], row["measure"])
    ]

def count_fields(claim, row):
    return {name: claim[name] == row[name] if name in ("layer", "scope") else True for name in FIELDS}
"""


def gold(words: str, measure: str, **more: Any) -> Row:
    start = TEXT.index(words)
    row = {"report_id": "r1", "start": start, "end": start + len(words), "words": words, "measure": measure}
    named = {"group": "total", "group_words": None, "root": "outlet", "root_words": None, "via": None}
    plain = {"low": 12, "high": 12, "hedge": "exact", "layer": "main", "polarity": "affirmed", "modality": "asserted"}
    return row | named | plain | {"scope": "whole"} | more


def claim(words: str, measure: str, **more: Any) -> Row:
    start = TEXT.index(words)
    span = {"start": start, "end": start + len(words)}
    row = {
        "report_id": "r1",
        "kind": "count",
        "measure": measure,
        "number_span": span,
        "span": span,
        "rules": ["by_governor"],
    }
    said = {"quantity": None, "group": None, "attribution": {"root": "outlet", "voice": "own", "chain": []}}
    plain = {"layer": "main", "polarity": "affirmed", "scope": "whole", "modality": "asserted"}
    return row | said | plain | more


GOLD = [
    gold("Twelve", "killed"),
    gold("Thirty", "wounded"),
    gold("six", "wounded", scope="part"),
    gold("a cook", "missing"),
    gold("near", "killed", optional=True),
]
CLAIMS = [claim("Twelve", "killed"), claim("six", "wounded"), claim("Thirty", "killed"), claim("near", "killed")]


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A kit with one report, told twice under the names that the page asks for."""
    report = {
        "id": "r1",
        "outlet": "Harbour Post",
        "url": None,
        "title": None,
        "published": "2031-05-07",
        "language": "en",
    }
    for name in ("counts", "counts_written"):
        (tmp_path / "bench" / name).mkdir(parents=True)
        write(tmp_path / "bench" / name / "reports.jsonl", [report | {"text": TEXT, "collection": "x"}])
        write(tmp_path / "bench" / name / "gold.jsonl", GOLD)
        write(tmp_path / "read" / f"{name}.jsonl", CLAIMS)
    (tmp_path / "bench" / "score.py").write_text(SCORER, "utf-8")
    (tmp_path / "docs").mkdir()
    return tmp_path


def write(path: Path, rows: list[Row]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


@pytest.fixture
def page(pages: SimpleNamespace, kit: Path) -> str:
    """The page of the kit."""
    pages.errors.main([str(kit / "bench"), "--read", str(kit / "read"), "--to", str(kit / "docs")])
    return (kit / "docs" / "errors.md").read_text("utf-8")


def rows(page: str, first: str) -> list[list[str]]:
    """Return the cells of the lines that open with a name."""
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("|")
    ]
    return [cells for cells in lines if cells[0].split(":")[0].removesuffix(" †") == first]


def test_the_figures_are_those_counted_by_hand(page: str) -> None:
    assert rows(page, "all counts")[0][-8:] == ["4", "50", "67", "100", "100", "100", "50", "25"]
    assert rows(page, "subject of a passive") == [
        [
            "subject of a passive †: *Twelve* miners were killed.",
            "2",
            "50",
            "**50**",
            "100",
            "100",
            "100",
            "100",
            "50",
        ]
    ]
    assert rows(page, "of whom, of them")[0][1:] == ["1", "100", "100", "100", "100", "100", "**0**", "**0**"]
    assert rows(page, "newspapers and other press")[0][1] == "4"


def test_each_count_goes_wrong_in_one_way(page: str) -> None:
    assert {
        cells[0]: cells[1:] for name in ("all right", "missed", "only the scope wrong") for cells in rows(page, name)
    } == {
        "all right": ["1", "25 %"],
        "missed": ["1", "25 %"],
        "only the scope wrong": ["1", "25 %"],
    }
    assert rows(page, "the number taken for another measure")[0][1:] == ["1", "25 %"]
    assert rows(page, "a number that counts something else")[0][1:] == ["1", "25"]


def test_measures_and_rules_have_their_tables(page: str) -> None:
    assert rows(page, "wounded")[0][1:] == ["2 †", "50", "100", "0", "2 †", "50", "100", "0"]
    (rule,) = rows(page, "`by_governor`")
    assert rule[2:4] == ["3", "67"]


def test_no_text_of_a_report_is_on_the_page(page: str, kit: Path) -> None:
    written = page + "".join(path.read_text("utf-8") for path in (kit / "docs").glob("*.svg"))
    assert "Ostrova" not in written
    assert "Harbour" not in written


def test_the_pictures_are_drawn_and_shown(page: str, kit: Path) -> None:
    drawn = sorted((kit / "docs").glob("*.svg"))
    assert [f"({path.name})" in page for path in drawn] == [True, True, True]
    for path in drawn:
        assert ET.fromstring(path.read_text("utf-8")).tag.endswith("svg")  # noqa: S314 - it is our own picture


def test_the_margin_is_wide_for_few_and_holds_the_share(pages: SimpleNamespace) -> None:
    low, high = pages.tally.wilson(1, 2)
    assert (round(low, 1), round(high, 1)) == (9.5, 90.5)
    assert pages.tally.wilson(0, 0) == (0.0, 100.0)
    assert pages.tally.wilson(100, 100)[1] == pytest.approx(100.0)


def test_the_page_that_ships_shows_its_pictures(root: Path) -> None:
    text = (root / "docs" / "errors.md").read_text("utf-8")
    assert all(f"({path.name})" in text for path in (root / "docs").glob("errors-*.svg"))
    assert "\nerrors\n" in (root / "docs" / "index.md").read_text("utf-8")
