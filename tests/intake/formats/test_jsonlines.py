from __future__ import annotations

import json

import pytest

from rashomon.errors import EmptyInput, InputError
from rashomon.intake.formats import jsonlines
from rashomon.intake.item import Item
from rashomon.lexicon import Tables
from rashomon.model import Note, Report

LEAD = "At least nine people were killed when a ferry overturned off Korvana, the harbour master said."
ROW = {
    "id": "k1",
    "outlet": "Reef Gazette",
    "url": "https://reef.example/1",
    "title": "Ferry sinks",
    "published": "2024-03-12",
    "language": "en",
    "text": LEAD,
}


def read_json(text: str, source: str, *, tables: Tables) -> tuple[tuple[Report, ...], list[Note]]:
    """The reports of a JSON text, and notes on it and on what was left out."""
    found = jsonlines.read_json(text, Item(source, b""), tables=tables)
    return found.reports, [*(reject.note() for reject in found.rejects), *found.notes]


@pytest.mark.parametrize(
    "text", [json.dumps(ROW), json.dumps([ROW]), json.dumps(ROW, indent=2), json.dumps(ROW) + "\n\n"]
)
def test_an_object_an_array_and_a_line_hold_the_same_report(text: str, tables: Tables) -> None:
    (report,), notes = read_json(text, "a.json", tables=tables)
    assert (
        report.id,
        report.outlet,
        report.url,
        report.title,
        report.published,
        report.language,
        report.text,
    ) == tuple(ROW.values())
    assert notes == []


def test_only_the_text_is_wanted(tables: Tables) -> None:
    (report,), _ = read_json(json.dumps({"text": LEAD, "title": None}), "a.jsonl", tables=tables)
    assert report.text == LEAD
    assert report.title is None


def test_a_broken_line_is_named_and_the_rest_is_read(tables: Tables) -> None:
    rows = [
        json.dumps(ROW),
        "{broken",
        '"a string"',
        '{"title": "no text"}',
        '{"text": 7}',
        '{"text": "  "}',
        json.dumps({"text": LEAD}),
    ]
    reports, notes = read_json("\n".join(rows), "a.jsonl", tables=tables)
    assert [report.source for report in reports] == ["a.jsonl#line 1", "a.jsonl#line 7"]
    assert [note.code for note in notes] == ["bad-line"] * 5
    assert [f"line {number}" in note.message for number, note in enumerate(notes, 2)] == [True] * 5


def test_unknown_keys_are_noted_once_each(tables: Tables) -> None:
    rows = [json.dumps({"text": f"{LEAD} {number}", "author": "A", "score": 1}) for number in range(3)]
    _, notes = read_json("\n".join(rows), "a.jsonl", tables=tables)
    assert [note.code for note in notes] == ["unknown-key", "unknown-key"]
    assert "'author' in 3 objects" in notes[0].message


def test_values_of_the_wrong_kind_are_left_out_with_a_note(tables: Tables) -> None:
    (report,), _ = read_json(
        json.dumps({"text": LEAD, "published": 20240312, "outlet": ["x"]}), "a.json", tables=tables
    )
    assert (report.published, report.outlet) == (None, None)
    assert [note.code for note in report.notes].count("bad-value") == 2


def test_an_id_that_stands_twice_is_given_once(tables: Tables) -> None:
    rows = [json.dumps({"id": "k1", "text": f"{LEAD} {number}"}) for number in (1, 1, 2)]
    reports, notes = read_json("\n".join(rows), "a.jsonl", tables=tables)
    assert len({report.id for report in reports}) == 3
    assert [note.code for note in notes] == ["same-id", "same-id"]
    assert all(note.report_id == report.id for report in reports for note in report.notes)


def test_half_characters_are_replaced_so_that_the_text_can_be_written(tables: Tables) -> None:
    (report,), _ = read_json('{"text": "Nine \\ud83d people died in the port."}', "a.json", tables=tables)
    assert report.text == "Nine \ufffd people died in the port."
    assert "encoding-errors" in [note.code for note in report.notes]


def test_line_separators_inside_strings_part_no_lines(tables: Tables) -> None:
    text = "\n".join(json.dumps({"text": f"{LEAD}\u2028{LEAD}"}, ensure_ascii=False) for _ in range(2))
    reports, _ = read_json(text, "a.jsonl", tables=tables)
    assert len(reports) == 2


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_file_is_refused(text: str, tables: Tables) -> None:
    with pytest.raises(EmptyInput):
        read_json(text, "a.jsonl", tables=tables)


@pytest.mark.parametrize("text", ["[]", "{}", "7", "nonsense", "[1, 2]", "[" * 100_000])
def test_a_file_without_a_report_is_refused_with_what_is_wanted(text: str, tables: Tables) -> None:
    with pytest.raises(InputError, match=r"a\.json: no report could be read; give objects with the key 'text'"):
        read_json(text, "a.json", tables=tables)
