"""What a store tells, as JSON: events with their changes, differences, hits and changes, one object each."""

from __future__ import annotations

from rashomon.exchange.jsonio import Row, event_row, to_row
from rashomon.model.living import Added, Change, Difference, Entry, Hit, Rejected, Verified


def entry_row(entry: Entry) -> Row:
    """Return an event as a line of ``events.jsonl``, with when it last changed and its findings by verdict."""
    verdicts = {str(verdict): many for verdict, many in entry.verdicts.items()}
    return event_row(entry.event) | {"changed": entry.changed, "verdicts": verdicts}


def difference_row(difference: Difference) -> Row:
    """Return what changed in an event; the event as in ``events.jsonl``, pairs are before and after."""
    return to_row(Difference, difference) | {"event": event_row(difference.event)}


def hit_row(hit: Hit, event: Entry | None = None) -> Row:
    """Return a report found by its words, with the reports of its event."""
    return to_row(Hit, hit) | {"report_ids": list(event.event.report_ids) if event else [hit.report_id]}


def change_row(change: Change) -> Row:
    """Return a row of the change log."""
    return to_row(Change, change)


def rejected_row(rejected: Rejected) -> Row:
    """Return what could not be read."""
    return to_row(Rejected, rejected)


def added_row(added: Added) -> Row:
    """Return what an ``add`` did."""
    return to_row(Added, added)


def verified_row(verified: Verified) -> Row:
    """Return what ``verify`` found."""
    return to_row(Verified, verified)
