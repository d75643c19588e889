from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon.intake.source as source_module
from rashomon.errors import EmptyInput, InputError, NotText
from rashomon.intake import read_bytes, read_source
from rashomon.lexicon import Tables

LEAD = "At least nine people were killed when a ferry overturned off Korvana, the harbour master said."


def test_a_plain_text_is_kept_as_decoded_without_its_mark(tmp_path: Path, tables: Tables) -> None:
    text = f"Nine drown\r\n\r\n{LEAD}\n\n\u2029 \t"
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    (report,), notes = read_source(path, tables=tables)
    assert report.text == text
    assert report.source == str(path)
    assert notes == []


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a", LEAD, LEAD),
        ("a.txt", f"<b>{LEAD}</b>", f"<b>{LEAD}</b>"),
        ("a.txt", json.dumps({"text": LEAD}), json.dumps({"text": LEAD})),
        ("a", json.dumps({"text": LEAD}), LEAD),
        ("a.jsonl", json.dumps({"text": LEAD}), LEAD),
        ("a", json.dumps([{"text": LEAD}]), LEAD),
        ("a", f"<!DOCTYPE html><html><body><p>{LEAD}</p></body></html>", LEAD),
        ("a.htm", f"<p>{LEAD}</p>", LEAD),
        ("a", f"[Quillwire] {LEAD}", f"[Quillwire] {LEAD}"),
        ("a", f"{{note}} {LEAD}", f"{{note}} {LEAD}"),
    ],
)
def test_the_form_is_told_by_suffix_and_then_by_content(name: str, data: str, text: str, tables: Tables) -> None:
    (report,), _ = read_bytes(data.encode(), name, tables=tables)
    assert report.text == text


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch, tables: Tables) -> None:
    monkeypatch.setattr(source_module.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(LEAD.encode())))
    (report,), _ = read_source("-", tables=tables)
    assert (report.source, report.text) == ("stdin", LEAD)


@pytest.mark.parametrize("name", ["no-such-file.txt", "no/such/folder/a.txt", "a\x00b"])
def test_a_missing_file_is_refused_with_what_to_do(name: str, tmp_path: Path, tables: Tables) -> None:
    with pytest.raises(InputError, match=r"no such file; give the path|cannot be read"):
        read_source(tmp_path / name, tables=tables)


def test_a_folder_without_files_is_refused(tmp_path: Path, tables: Tables) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / ".hidden").write_text(LEAD)
    with pytest.raises(InputError, match="no file in it or by it"):
        read_source(tmp_path, tables=tables)


@pytest.mark.parametrize("data", [b"", b" \n ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(data: bytes, tables: Tables) -> None:
    for name in ("a.txt", "a.html", "a.jsonl", "a"):
        with pytest.raises(EmptyInput):
            read_bytes(data, name, tables=tables)


def test_bytes_that_are_no_text_are_refused(tables: Tables) -> None:
    with pytest.raises(NotText, match="a PDF"):
        read_bytes(b"%PDF-1.4", "a.txt", tables=tables)


def test_notes_on_the_encoding_reach_the_report(tables: Tables) -> None:
    (report,), _ = read_bytes(f"{LEAD} “Nine.”".encode("cp1252"), "a.txt", tables=tables)
    assert "encoding-guessed" in [note.code for note in report.notes]
    assert {note.report_id for note in report.notes} == {report.id}


@settings(max_examples=60)
@given(data=st.binary(max_size=300), name=st.sampled_from(["a.txt", "a.html", "a.jsonl", "a"]))
def test_any_bytes_are_read_or_refused_as_bad_input(tables: Tables, data: bytes, name: str) -> None:
    try:
        reports, _ = read_bytes(data, name, tables=tables)
    except InputError:
        return
    assert reports
