"""The limits hold, and the page of sources tells them as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.intake import Item, limits, take
from rashomon.intake.kinds import Kind, Packing
from rashomon.intake.limits import size
from rashomon.intake.web import Manners
from rashomon.lexicon import Tables

LEAD = "At least nine people were killed when a ferry overturned off Korvana, the harbour master said."


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    """The page of sources, on one line."""
    return " ".join((root / "docs" / "sources.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("name", ["MOST_FILE", "MOST_PAGE", "MOST_FEED", "MOST_RECORD", "MOST_UNPACKED", "RATIO_FROM"])
def test_the_page_tells_each_size(name: str, page: str) -> None:
    assert size(getattr(limits, name)) in page


@pytest.mark.parametrize(
    "name",
    ["MOST_TEXT", "MOST_RECORDS", "MOST_FILES", "MOST_ENTRIES", "MOST_ADDRESSES", "LONGEST_ADDRESS", "MOST_RATIO"],
)
def test_the_page_tells_each_number(name: str, page: str) -> None:
    assert f"{getattr(limits, name):,}" in page


def test_the_page_tells_our_manners(page: str) -> None:
    ours = Manners()
    told = (f"{ours.connect:g} seconds to connect", f"{ours.read:g} for each step", f"{ours.total:g} for the whole answer",
            f"{size(ours.most_bytes)}, and {size(ours.most_unpacked)} unpacked", f"up to {ours.longest_gap:g} seconds")  # fmt: skip
    assert [words for words in told if words not in page] == []
    assert (ours.gap, ours.tries, ours.redirects, ours.patience, ours.closed_for) == (2, 3, 5, 60, 600)
    assert (ours.longest_backoff, ours.robots_for) == (86_400, 86_400)


def test_the_page_tells_each_form(page: str) -> None:
    names = {kind.value for kind in Kind} - {Kind.XML} | {packing.value for packing in Packing} - {Packing.ZIP}
    assert [name for name in names if name.lower() not in page.lower() and name != Kind.FEED] == []


@pytest.mark.parametrize(
    ("name", "data", "limit"),
    [
        ("a.html", f"<html><body><p>{LEAD}</p></body></html>", "MOST_PAGE"),
        ("a.xml", f"<newsItem><contentSet><inlineData>{LEAD}</inlineData></contentSet></newsItem>", "MOST_PAGE"),
        ("a.txt", LEAD, "MOST_FILE"),
    ],
)
def test_what_is_larger_than_its_kind_may_be_is_a_reject(
    name: str, data: str, limit: str, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert take(Item(name, data.encode()), tables=tables).reports
    monkeypatch.setattr(f"rashomon.intake.taking.{limit}", 50)
    (reject,) = take(Item(name, data.encode()), tables=tables).rejects
    assert (reject.code, "at most 50 bytes" in reject.reason) == ("too-large", True)
    assert reject.data == data.encode()
