"""Reports in JSON: one object, an array of them, or an object a line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from rashomon.errors import EmptyInput, InputError
from rashomon.intake.formats.ninjs import is_ninjs, items_in, report_in
from rashomon.intake.item import Intake, Item, Reject
from rashomon.intake.limits import MOST_RECORDS
from rashomon.intake.report import Given, report_of
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Note, Report, ReportId

KEYS = ("id", "outlet", "url", "title", "published", "language", "text")
LONE = re.compile("[\ud800-\udfff]")


@dataclass
class Batch:
    """The reports, notes and rejects of one file while it is read; ``passed`` counts pictures and such, which are not read."""

    item: Item
    tables: Tables
    reports: list[Report] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    ids: set[ReportId] = field(default_factory=set)
    passed: int = 0

    @property
    def source(self) -> str:
        """Where the file came from."""
        return self.item.origin

    def skip(self, where: str, why: str, raw: str) -> None:
        """Set aside what cannot be read, and go on."""
        data = raw.encode("utf-8", "surrogatepass")
        self.rejects.append(Reject(f"{self.source}#{where}", "bad-line", why, data, self.item.url))

    def add(self, where: str, row: Any) -> None:
        """Read one object as a report, or as the reports of a ninjs item."""
        if not isinstance(row, dict):
            self.skip(where, f"{type(row).__name__} given where an object with a text is wanted", raw_of(row))
        elif is_ninjs(row):
            for number, item in enumerate(items_in(row)):
                self.add_ninjs(f"{where}, association {number}" if number else where, item)
        elif not isinstance(row.get("text"), str):
            self.skip(where, "no text; an object needs the key 'text' with a string", raw_of(row))
        else:
            self.unknown.update(key for key in row if key not in KEYS)
            self.admit(where, row, lambda: self.given(where, row))

    def add_ninjs(self, where: str, item: dict[str, Any]) -> None:
        """Read one ninjs item; a picture, film or graphic is noted."""
        self.admit(where, item, lambda: report_in(whole_all(item), f"{self.source}#{where}", tables=self.tables))

    def admit(self, where: str, row: dict[str, Any], read: Callable[[], tuple[str, Given] | None]) -> None:
        """Make the report that an object holds, or set the object aside."""
        try:
            found = read()
            if found is None:
                self.passed += 1
                self.notes.append(Note("not-a-text", f"{self.source}: {where}: a {kind_in(row)}, which is not read"))
            else:
                self.reports.append(self.unique(where, report_of(*found, tables=self.tables)))
        except EmptyInput as problem:
            self.skip(where, "the text is empty" if "text" in row else problem.reason, raw_of(row))
        except InputError as problem:
            self.skip(where, problem.reason, raw_of(row))

    def given(self, where: str, row: dict[str, Any]) -> tuple[str, Given]:
        """Return the text of an object and what it says beside it; values that are no strings are noted and left out."""
        wrong = [key for key in KEYS if row.get(key) is not None and not isinstance(row[key], str)]
        values: dict[str, Any] = {
            key: whole(row[key]) for key in KEYS[:-1] if isinstance(row.get(key), str) and row[key].strip()
        }
        notes = [Note("bad-value", f"{self.source}: {where}: {key} is no string and was left out") for key in wrong]
        if LONE.search(row["text"]):
            notes.append(
                Note("encoding-errors", f"{self.source}: {where}: half characters in the text; they stand as U+FFFD")
            )
        return whole(row["text"]), replace(Given(f"{self.source}#{where}", notes=tuple(notes)), **values)

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

    def done(self) -> Intake:
        """Return what was read; raise InputError where nothing could be."""
        if not self.reports and not self.passed:
            first = self.rejects[0].note().message if self.rejects else f"{self.source}: no objects in it"
            raise InputError(
                self.source, f"no report could be read; give objects with the key 'text', one a line ({first})"
            )
        for key, count in sorted(self.unknown.items()):
            known = ", ".join(KEYS)
            self.notes.append(
                Note("unknown-key", f"{self.source}: {key!r} in {count} objects is not read; known keys: {known}")
            )
        return Intake(self.item, tuple(self.reports), tuple(self.notes), tuple(self.rejects))


def read_json(text: str, item: Item, *, notes: tuple[Note, ...] = (), tables: Tables) -> Intake:
    """Return the reports of a JSON object, array, or lines; lines and objects that cannot be read are rejects.

    Keys: id, outlet, url, title, published, language, text; only text is required, and a given id is kept. An object may
    as well be a ninjs item.
    """
    if not text.strip():
        raise EmptyInput(item.origin, "the file is empty; give objects with the key 'text', one a line")
    batch = Batch(item, tables, notes=list(notes))
    for where, row in islice(rows(text, batch), MOST_RECORDS):
        batch.add(where, row)
    return batch.done()


def raw_of(row: Any) -> str:
    """Return an object as JSON again; what cannot be written is named by its type."""
    try:
        return json.dumps(row, ensure_ascii=False)
    except (ValueError, RecursionError):
        return type(row).__name__


def kind_in(row: dict[str, Any]) -> str:
    """Return what a ninjs item says it is: "picture"."""
    return next((str(value)[:40] for key, value in row.items() if str(key).lower() == "type"), "piece")


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
            batch.skip(f"line {number}", f"no JSON: {problem}"[:160], line)


def whole(words: str) -> str:
    """Return a string with U+FFFD for half characters, which JSON can write but no file can hold."""
    return LONE.sub("\ufffd", words)


def whole_all(value: Any) -> Any:
    """Return a JSON value with every string whole."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, list):
        return [whole_all(part) for part in value]
    return {whole(key): whole_all(part) for key, part in value.items()} if isinstance(value, dict) else value
