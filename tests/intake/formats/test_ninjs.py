from __future__ import annotations

import json
from typing import Any

import pytest

from rashomon.intake import Intake, Item, take
from rashomon.lexicon import Tables

LEAD = "KORVANA (Quillwire) - At least nine people were killed when a ferry overturned off Korvana on Monday."
NEXT = "The port has been shut since, and traders said that prices for fish had doubled."


def taken(row: Any, tables: Tables) -> Intake:
    return take(Item("a.json", json.dumps(row).encode()), tables=tables)


@pytest.mark.parametrize("name", ["ninjs1.json", "ninjs3.json"])
def test_paragraphs_are_kept_where_a_body_has_them(name: str, samples: dict[str, bytes], tables: Tables) -> None:
    found = take(Item(name, samples[name]), tables=tables)
    report = found.reports[0]
    assert report.text == f"Nine drown off Korvana\n\n{LEAD}\n\n{NEXT}"
    assert (report.outlet, report.published) == ("Quillwire", "2024-03-12T18:05:00Z")
    assert (report.url or "").startswith("https://quillwire.example/items/")
    assert report.title == "Nine drown off Korvana"


def test_what_an_item_says_of_itself_is_evidence(samples: dict[str, bytes], tables: Tables) -> None:
    found = take(Item("a.json", samples["ninjs1.json"]), tables=tables)
    facts = {item.field: item.value for item in found.reports[0].evidence if item.rule == "ninjs"}
    assert (facts["author"], facts["located"], facts["uri"]) == (
        "Ada Quay",
        "Korvana",
        "https://quillwire.example/items/7",
    )


def test_a_picture_carried_along_is_noted_and_not_read(samples: dict[str, bytes], tables: Tables) -> None:
    found = take(Item("a.json", samples["ninjs1.json"]), tables=tables)
    assert len(found.reports) == 1
    assert [(note.code, "picture" in note.message) for note in found.notes] == [("not-a-text", True)]


def test_an_item_that_was_taken_back_is_read_and_noted(samples: dict[str, bytes], tables: Tables) -> None:
    (report,) = take(Item("a.json", samples["ninjs2.json"]), tables=tables).reports
    assert report.text == f"Nine drown off Korvana\n\n{LEAD}"
    assert (report.outlet, report.url) == ("Quillwire", None)
    assert "canceled" in [note.code for note in report.notes]


def test_a_kill_notice_without_a_body_is_a_reject_that_says_so(tables: Tables) -> None:
    row = {"uri": "urn:a:7", "headline": "Ferry", "pubstatus": "canceled"}
    (reject,) = taken(row, tables).rejects
    assert "a canceled item without a body" in reject.reason


def test_a_description_stands_in_for_a_body_with_a_note(tables: Tables) -> None:
    row = {"uri": "urn:a:7", "headline": "Nine drown", "description_text": "Nine people drowned off Korvana."}
    (report,) = taken(row, tables).reports
    assert report.text == "Nine drown\n\nNine people drowned off Korvana."
    assert "summary-only" in [note.code for note in report.notes]


def test_items_may_come_in_an_array_beside_objects_of_our_own(samples: dict[str, bytes], tables: Tables) -> None:
    rows = [json.loads(samples["ninjs3.json"]), {"text": LEAD}, json.loads(samples["ninjs2.json"])]
    assert len(taken(rows, tables).reports) == 3


def test_texts_carried_along_are_reports_of_their_own(tables: Tables) -> None:
    inner = {
        "uri": "urn:a:8",
        "type": "text",
        "headline": "Divers go on",
        "body_text": "Divers went on with the search.",
    }
    row = {
        "uri": "urn:a:7",
        "type": "composite",
        "headline": "Nine drown",
        "body_text": LEAD,
        "associations": {"more": inner},
    }
    assert [report.title for report in taken(row, tables).reports] == ["Nine drown", "Divers go on"]
    deep: dict[str, Any] = row
    for _ in range(50):
        deep = {**row, "associations": [deep]}
    assert len(taken(deep, tables).reports) == 4


@pytest.mark.parametrize(
    "row",
    [
        {"uri": 7, "headline": ["x"], "body_text": {"a": 1}},
        {"uri": "urn:a", "headlines": "x", "bodies": {"role": "main"}},
        {"uri": "urn:a", "bodies": [None, 7, {"value": None}, {"value": " "}]},
        {"uri": "urn:a", "type": "picture", "headline": "A ferry", "description_caption": "Nine"},
        {"uri": "urn:a", "headline": "\ud83d", "body_text": "\ud83d"},
        {"uri": "urn:a", "headline": "x", "associations": 7, "infosources": [7], "body_html": "<<<>>>"},
        {"uri": "urn:a", "pubstatus": {"literal": "canceled"}, "headline": "x"},
    ],
)
def test_odd_items_raise_nothing(row: dict[str, Any], tables: Tables) -> None:
    found = taken(row, tables)
    assert found.reports or found.rejects or found.notes
