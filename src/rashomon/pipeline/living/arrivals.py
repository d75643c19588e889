"""What sources hold, one source after the other: the one seam to intake."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import InputError
from rashomon.intake.source import STDIN, read_bytes
from rashomon.intake.source import load as bytes_of
from rashomon.lexicon.tables import Tables
from rashomon.model import Note, Report


@dataclass(frozen=True, slots=True)
class Arrival:
    """One item that came: its bytes where there are any, the reports in it, or the reason why it cannot be read."""

    source: str
    data: bytes | None = None
    reports: tuple[Report, ...] = ()
    notes: tuple[Note, ...] = ()
    reason: str | None = None


def arrivals(sources: Iterable[str | Path | Report], *, tables: Tables) -> Iterator[Arrival]:
    """Yield what each source holds, in the order given."""
    for source in sources:
        yield Arrival(source.source, None, (source,)) if isinstance(source, Report) else arrival(source, tables)


def arrival(source: str | Path, tables: Tables) -> Arrival:
    """Return what one file holds, or why it cannot be read."""
    data, name = None, "stdin" if str(source) == STDIN else str(source)
    try:
        data = sys.stdin.buffer.read() if str(source) == STDIN else bytes_of(Path(source))
        reports, notes = read_bytes(data, name, tables=tables)
    except InputError as problem:
        return Arrival(name, data, reason=str(problem).removeprefix(f"{problem.source}: "))
    return Arrival(name, data, tuple(reports), tuple(notes))
