"""What an ``add`` did, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.interface.compose import title_of
from rashomon.interface.living.told import move_line
from rashomon.interface.plain import clean, count_of
from rashomon.lexicon.actors import Countries
from rashomon.model import Added, EventId, Rejected, Verdict

if TYPE_CHECKING:
    from rashomon.pipeline.living import StoreReader

MOST_EVENTS = 12
MOST_MOVES = 4


def summary(done: Added, store: StoreReader, *, dry_run: bool) -> Iterator[str]:
    """Yield the lines that tell what was added, what was there, and what became of the events."""
    told = [f"{count_of(len(done.reports), 'new report')}{' would be added' if dry_run else ''}"]
    told += [f"{done.known} known"] if done.known else []
    told += [f"{len(done.rejected)} set aside"] if done.rejected else []
    yield ", ".join(told)
    names = [("grown", id_) for id_ in done.grown] + [("new event", id_) for id_ in done.founded]
    for what, event_id in names[:MOST_EVENTS]:
        yield f"  {what:<9}  {event_id}  {named(event_id, store)}"
        if what == "grown":
            yield from moved(event_id, done.since, store)
    if len(names) > MOST_EVENTS:
        yield f"  and {len(names) - MOST_EVENTS} more events: see rashomon events"
    for event_id, into in done.merged:
        yield f"  {'merged':<9}  {event_id}  is now part of {into}"


def named(event_id: EventId, store: StoreReader) -> str:
    """Return an event as a person would call it, with how many reports it has."""
    event = store.record(event_id).event
    countries = {row.id: row.label for row in store.tables.of(Countries).rows}
    return f"{title_of(event, countries)} · {count_of(len(event.report_ids), 'report')}"


def moved(event_id: EventId, since: int, store: StoreReader) -> Iterator[str]:
    """Yield the figures of an event that moved, and what is disputed now."""
    difference = store.diff(event_id, since=since)
    figures = [
        (shift, move) for shift in difference.shifts if shift.question.kind == "count" for move in shift.moves
        if move.before is not None and move.after is not None
    ]  # fmt: skip
    for shift, move in figures[:MOST_MOVES]:
        yield f"{'':13}{clean(shift.question.label)}: {move_line(move)}"
    fresh = [s for s in difference.shifts if s.after is Verdict.DISPUTED and s.before is not Verdict.DISPUTED]
    for shift in fresh[:MOST_MOVES]:
        yield f"{'':13}{clean(shift.question.label)}: now disputed"


def rejected_lines(found: Sequence[Rejected]) -> Iterable[str]:
    """Yield what could not be read, one a line."""
    if not found:
        yield "nothing was set aside"
    for one in found:
        yield f"{one.arrived}  {clean(one.source)}: {clean(one.reason)}" + (
            f"  (sha256 {one.original[:12]})" if one.original else ""
        )
