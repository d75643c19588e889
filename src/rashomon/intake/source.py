"""A file, or what is piped in, read as the reports it holds."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from rashomon.errors import EmptyInput, InputError
from rashomon.intake.decode import decode
from rashomon.intake.html import read_html
from rashomon.intake.jsonlines import read_json
from rashomon.intake.report import Given, report_of
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Note, Report

STDIN = "-"
PAGE = (".html", ".htm", ".xhtml", ".shtml")
JSON = (".json", ".jsonl", ".ndjson")
PLAIN = (".txt", ".text", ".md")
PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body")
SNIFF = 1000


def read_source(source: str | Path, *, tables: Tables) -> tuple[list[Report], list[Note]]:
    """Return the reports of a file, or of standard input for ``-``, and notes on what could not be read.

    Raises InputError where there is no such file or it is a folder, NotText and EmptyInput for its content.
    """
    if str(source) == STDIN:
        return read_bytes(sys.stdin.buffer.read(), "stdin", tables=tables)
    path = Path(source)
    return read_bytes(load(path), str(source), tables=tables)


def load(path: Path) -> bytes:
    """Return a file's bytes; InputError says what is wrong with the path."""
    try:
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise InputError(
            str(path), "no such file; give the path of a text, HTML or JSON file, or - for standard input"
        ) from problem
    except IsADirectoryError as problem:
        raise InputError(str(path), "this is a folder; give the files in it") from problem
    except (OSError, ValueError) as problem:
        raise InputError(str(path), f"the file cannot be read: {problem}") from problem


def read_bytes(data: bytes, source: str, *, tables: Tables) -> tuple[list[Report], list[Note]]:
    """Return the reports that bytes hold, told by the name's suffix, else by how they begin.

    A plain text is one report, its text as decoded, line endings and all. A web page is one report, JSON one
    for each object.
    """
    text, notes = decode(data, source)
    form = form_of(source, text)
    if form == "json":
        return read_json(text, source, notes=notes, tables=tables)
    if form == "page":
        return [read_html(text, source, notes=spanless(notes), tables=tables)], []
    if not text.strip():
        raise EmptyInput(source, "nothing but blanks in it; give a report with text")
    return [report_of(text, Given(source, notes=notes), tables=tables)], []


def form_of(source: str, text: str) -> str:
    """Return ``page``, ``json`` or ``plain``: by suffix, else by the first characters."""
    suffix = Path(source).suffix.lower()
    for form, suffixes in (("page", PAGE), ("json", JSON), ("plain", PLAIN)):
        if suffix in suffixes:
            return form
    start = text[:SNIFF].lstrip().lower()
    if start.startswith(PAGE_STARTS) or (start.startswith("<") and "<html" in start):
        return "page"
    return "json" if start.startswith(("{", "[{")) and '"text"' in text else "plain"


def spanless(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Return notes without their spans, which are places in the page and not in the article."""
    return tuple(replace(note, span=None) for note in notes)
