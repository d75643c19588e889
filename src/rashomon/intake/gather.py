"""All that a source holds, read: for those who want reports and not items."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from rashomon.errors import EmptyInput
from rashomon.intake.item import Arrival, Intake, Item, Reject
from rashomon.intake.source import items
from rashomon.intake.taking import take
from rashomon.intake.unpack import unpack
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Note, Report


def read_source(source: str | Path, *, tables: Tables) -> tuple[list[Report], list[Note]]:
    """Return the reports of a source that has to be readable, and notes on what in it could not be read.

    Raises InputError where nothing in it is a report.
    """
    return gathered(str(source), items(source), tables)


def read_bytes(data: bytes, source: str, *, tables: Tables) -> tuple[list[Report], list[Note]]:
    """Return the reports that bytes hold, told by how they begin, then by the name's suffix.

    A plain text is one report, its text as decoded, line endings and all. A web page is one report, JSON and feeds one
    for each object or entry. Raises InputError where nothing in it is a report.
    """
    return gathered(source, unpack(io.BytesIO(data), Item(source, b"")), tables)


def gathered(source: str, arrivals: Iterable[Arrival], tables: Tables) -> tuple[list[Report], list[Note]]:
    """Return the reports and notes of all that arrives from a source; raise InputError where there is no report."""
    found = [*taken(arrivals, tables)]
    reports = [report for intake in found if isinstance(intake, Intake) for report in intake.reports]
    rejects = [reject for one in found for reject in ((one,) if isinstance(one, Reject) else rejects_of(one))]
    if not reports:
        raise rejects[0].error() if rejects else EmptyInput(source, "no report in it")
    notes = [note for one in found for note in ((one,) if isinstance(one, Note) else notes_of(one))]
    return reports, [*notes, *(reject.note() for reject in rejects)]


def taken(arrivals: Iterable[Arrival], tables: Tables) -> Iterator[Intake | Reject | Note]:
    """Yield what arrives with each item read."""
    for arrival in arrivals:
        yield take(arrival, tables=tables) if isinstance(arrival, Item) else arrival


def rejects_of(one: Intake | Note) -> tuple[Reject, ...]:
    """Return what an intake could not read."""
    return one.rejects if isinstance(one, Intake) else ()


def notes_of(one: Intake | Reject) -> tuple[Note, ...]:
    """Return the notes of an intake."""
    return one.notes if isinstance(one, Intake) else ()
