"""What sources hold, item by item, each read: the one seam to intake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.intake import Arrival as Came
from rashomon.intake import Fetch, Item, Reject, items, take
from rashomon.lexicon.tables import Tables
from rashomon.model import Note, Report


@dataclass(frozen=True, slots=True)
class Arrival:
    """One item that came: its bytes where there are any, the reports in it, and what in it cannot be read."""

    source: str
    data: bytes | None = None
    reports: tuple[Report, ...] = ()
    notes: tuple[Note, ...] = ()
    rejects: tuple[Reject, ...] = ()


def arrivals(
    sources: Iterable[str | Path | Report], *, tables: Tables, fetch: Fetch | None = None, own: frozenset[str] = frozenset()
) -> Iterator[Arrival]:  # fmt: skip
    """Yield what each source holds, in the order given; ``fetch`` is asked for addresses, and the store's own files are passed over."""
    for source in sources:
        if isinstance(source, Report):
            yield Arrival(source.source, None, (source,))
        else:
            came = items(source, fetch=fetch)
            yield from taken((one for one in came if path_of(one) not in own), tables=tables)


def path_of(one: Came) -> str:
    """Return the path from the root of what came, if it is a file."""
    return "" if isinstance(one, Note) else str(Path(one.origin).absolute())


def taken(came: Iterable[Came], *, tables: Tables) -> Iterator[Arrival]:
    """Yield what came with its items read."""
    for one in came:
        if isinstance(one, Item):
            found = take(one, tables=tables)
            yield Arrival(one.origin, one.data, found.reports, found.notes, found.rejects)
        elif isinstance(one, Reject):
            yield Arrival(one.origin, rejects=(one,))
        else:
            yield Arrival("", notes=(one,))
