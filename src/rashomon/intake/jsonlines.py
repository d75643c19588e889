"""Reports in JSON: one object, an array of them, or an object a line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from rashomon.errors import EmptyInput, InputError
from rashomon.intake.report import Given, report_of
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Note, Report, ReportId

KEYS = ("id", "outlet", "url", "title", "published", "language", "text")
LONE = re.compile("[\ud800-\udfff]")


@dataclass
class Batch:
    """The reports and notes of one file while it is read."""

    source: str
    tables: Tables
    reports: list[Report] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    ids: set[ReportId] = field(default_factory=set)

    def skip(self, where: str, why: str) -> None:
        """Note what was left out, and go on."""
        self.notes.append(Note("bad-line", f"{self.source}: {where}: {why}; it was left out"))

    def add(self, where: str, row: Any) -> None:
        """Read one object as a report."""
        if not isinstance(row, dict):
            self.skip(where, f"{type(row).__name__} given where an object with a text is wanted")
            return
        text = row.get("text")
        if not isinstance(text, str):
            self.skip(where, "no text; an object needs the key 'text' with a string")
            return
        self.unknown.update(key for key in row if key not in KEYS)
        try:
            self.reports.append(self.unique(where, self.report(where, row, text)))
        except EmptyInput:
            self.skip(where, "the text is empty")

    def report(self, where: str, row: dict[str, Any], text: str) -> Report:
        """Return the report of an object; values that are no strings are noted and left out."""
        wrong = [key for key in KEYS if row.get(key) is not None and not isinstance(row[key], str)]
        values: dict[str, Any] = {
            key: whole(row[key]) for key in KEYS[:-1] if isinstance(row.get(key), str) and row[key].strip()
        }
        notes = [Note("bad-value", f"{self.source}: {where}: {key} is no string and was left out") for key in wrong]
        if LONE.search(text):
            notes.append(
                Note("encoding-errors", f"{self.source}: {where}: half characters in the text; they stand as U+FFFD")
            )
        given = replace(Given(f"{self.source}#{where}", notes=tuple(notes)), **values)
        return report_of(whole(text), given, tables=self.tables)

    def unique(self, where: str, report: Report) -> Report:
        """Return the report, under an id made of its content where the one given is taken already."""
        if report.id not in self.ids:
            self.ids.add(report.id)
            return report
        own = Report.id_of(outlet=report.outlet, url=report.url, text=report.text)
        name = own if own not in self.ids else ReportId(f"{own}-{len(self.ids)}")
        self.ids.add(name)
        self.notes.append(
            Note("same-id", f"{self.source}: {where}: the id {report.id} stands twice; this one is read as {name}")
        )
        return replace(report, id=name, notes=tuple(replace(note, report_id=name) for note in report.notes))

    def done(self) -> tuple[list[Report], list[Note]]:
        """Return what was read; raise InputError where nothing could be."""
        if not self.reports:
            first = self.notes[0].message if self.notes else f"{self.source}: no objects in it"
            raise InputError(
                self.source, f"no report could be read; give objects with the key 'text', one a line ({first})"
            )
        for key, count in sorted(self.unknown.items()):
            known = ", ".join(KEYS)
            self.notes.append(
                Note("unknown-key", f"{self.source}: {key!r} in {count} objects is not read; known keys: {known}")
            )
        return self.reports, self.notes


def read_json(
    text: str, source: str, *, notes: tuple[Note, ...] = (), tables: Tables
) -> tuple[list[Report], list[Note]]:
    """Return the reports of a JSON object, array, or lines, and notes on lines that could not be read.

    Keys: id, outlet, url, title, published, language, text; only text is required, and a given id is kept.
    """
    if not text.strip():
        raise EmptyInput(source, "the file is empty; give objects with the key 'text', one a line")
    batch = Batch(source, tables, notes=list(notes))
    for where, row in rows(text, batch):
        batch.add(where, row)
    return batch.done()


def rows(text: str, batch: Batch) -> Iterator[tuple[str, Any]]:
    """Yield each object of the file with where it stands: "line 3" or "item 3"."""
    whole_file = one_value(text)
    if isinstance(whole_file, list):
        yield from ((f"item {number}", row) for number, row in enumerate(whole_file, 1))
    elif whole_file is not None:
        yield "line 1", whole_file
    else:
        yield from lines(text, batch)


def one_value(text: str) -> Any:
    """Return the value of a file that is one JSON value, or None where it is not."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def lines(text: str, batch: Batch) -> Iterator[tuple[str, Any]]:
    """Yield the objects of JSON lines; a broken line is noted."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield f"line {number}", json.loads(line)
        except (ValueError, RecursionError) as problem:
            batch.skip(f"line {number}", f"no JSON: {problem}"[:160])


def whole(words: str) -> str:
    """Return a string with U+FFFD for half characters, which JSON can write but no file can hold."""
    return LONE.sub("\ufffd", words)
