"""Events, which reports they have and had, and their records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from rashomon.model import Event, EventId, Record, Verdict
from rashomon.model.living import Entry
from rashomon.store.codec import digest, pack, storable, to_json, unpack
from rashomon.store.log import Log
from rashomon.store.reports import chunks
from rashomon.store.schema import events, members, records


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for: those that overlap some days, at a place, of a kind, with an actor, in dispute; None is any.

    Places and actors are parts of names, whatever their capitals.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None
    kind: str | None = None
    actor: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Facets:
    """The names an event is found by: those of its places and countries, and of its actors."""

    places: Sequence[str] = ()
    actors: Sequence[str] = ()


def memberships(connection: Connection, numbers: Iterable[int]) -> dict[int, EventId]:
    """Return the events to which accounts belong now."""
    return {
        row.account: EventId(row.event)
        for some in chunks(numbers)
        for row in connection.execute(
            select(members.c.account, members.c.event).where(members.c.until.is_(None), members.c.account.in_(some))
        )
    }


def members_of(connection: Connection, event_id: str, *, after: int | None = None) -> list[int]:
    """Return the accounts of an event, now or right after a change of the log, in the order in which they came."""
    if after is None:
        then: ColumnElement[bool] = members.c.until.is_(None)
    else:
        then = (members.c.since <= after) & (members.c.until.is_(None) | (members.c.until > after))
    rows = connection.execute(
        select(members.c.account).where(members.c.event == event_id, then).order_by(members.c.account)
    )
    return [row.account for row in rows]


def move(connection: Connection, event_id: str, change: int, *, joined: Iterable[int], left: Iterable[int]) -> None:
    """Let accounts join and leave an event by a change."""
    for some in chunks(left):
        mine = (members.c.event == event_id) & members.c.until.is_(None) & members.c.account.in_(some)
        connection.execute(update(members).where(mine).values(until=change))
    rows = [{"account": number, "since": change, "until": None, "event": event_id} for number in sorted(joined)]
    if rows:
        connection.execute(insert(members), rows)


def keep_event(
    connection: Connection, event: Event, record: Record, facets: Facets, *, founder: int, entry: Log
) -> None:
    """Keep an event as it is now, and its record; ``entry`` is the log with the change that made it so."""
    told = to_json(Record, record)
    verdicts = [finding.verdict for finding in record.findings]
    days = (event.when.earliest, event.when.latest) if event.when else (None, None)
    row = {
        "founder": founder, "merged_into": None, "change": entry.number, "changed": entry.at, "reports": len(event.report_ids),
        "earliest": days[0].isoformat() if days[0] else None, "latest": days[1].isoformat() if days[1] else None,
        "kind": event.type, "places": folded(facets.places), "actors": folded(facets.actors),
        "disputed": verdicts.count(Verdict.DISPUTED), "body": pack(to_json(Entry, entry_of(event, entry.at, verdicts))),
    }  # fmt: skip
    if founder_of(connection, event.id) is None:
        connection.execute(insert(events).values(id=event.id, **row))
    else:
        connection.execute(update(events).where(events.c.id == event.id).values(**row))
    connection.execute(delete(records).where(records.c.event == event.id))
    connection.execute(insert(records).values(event=event.id, digest=digest(told), body=pack(told)))


def digest_of(record: Record) -> str:
    """Return the SHA-256 of a record's JSON."""
    return digest(to_json(Record, record))


def entry_of(event: Event, at: str, verdicts: Sequence[Verdict]) -> Entry:
    """Return an event as a list of events shows it."""
    return Entry(event, at, {verdict: verdicts.count(verdict) for verdict in Verdict if verdict in verdicts})


def folded(names: Iterable[str]) -> str:
    """Return names as one text in which a part of one can be looked for."""
    return storable("\n".join(dict.fromkeys(name.casefold() for name in names)))


def founder_of(connection: Connection, event_id: str) -> int | None:
    """Return the report that founded an event; None where there never was such an event."""
    found: int | None = connection.execute(select(events.c.founder).where(events.c.id == event_id)).scalar()
    return found


def bury(connection: Connection, event_id: str, into: str, change: int, at: str) -> None:
    """Leave a tombstone in place of an event that is now part of another."""
    connection.execute(delete(records).where(records.c.event == event_id))
    connection.execute(
        update(events).where(events.c.id == event_id).values(merged_into=into, change=change, changed=at, reports=0)
    )


def standing(connection: Connection, event_id: str) -> EventId | None:
    """Return the event itself, or the one it is now part of; None where there never was such an event."""
    seen: set[str] = set()
    while event_id not in seen:
        seen.add(event_id)
        row = connection.execute(select(events.c.id, events.c.merged_into).where(events.c.id == event_id)).first()
        if row is None:
            return None
        if row.merged_into is None:
            return EventId(row.id)
        event_id = row.merged_into
    return None


def that_begin(connection: Connection, start: str) -> list[EventId]:
    """Return the ids of events that begin so, no more than a few."""
    begins = events.c.id.startswith(start, autoescape=True)
    return [
        EventId(row.id) for row in connection.execute(select(events.c.id).where(begins).order_by(events.c.id).limit(9))
    ]


def absorbed(connection: Connection, event_id: str, after: int) -> list[EventId]:
    """Return the events that were merged into this one since a change."""
    mine = (events.c.merged_into == event_id) & (events.c.change > after)
    return [EventId(row.id) for row in connection.execute(select(events.c.id).where(mine).order_by(events.c.change))]


def record_of(connection: Connection, event_id: str) -> Record | None:
    """Return the present record of an event; None for a tombstone."""
    body = connection.execute(select(records.c.body).where(records.c.event == event_id)).scalar()
    return unpack(Record, body) if body is not None else None


def record_digest(connection: Connection, event_id: str) -> str | None:
    """Return the SHA-256 of an event's record."""
    return connection.execute(select(records.c.digest).where(records.c.event == event_id)).scalar()


def wanted(connection: Connection, what: Wanted) -> list[Entry]:
    """Return the events that are asked for, the one that changed last first."""
    rows = connection.execute(
        select(events.c.body).where(*conditions(what)).order_by(events.c.change.desc(), events.c.id)
    )
    return [unpack(Entry, row.body) for row in rows]


def entry(connection: Connection, event_id: str) -> Entry:
    """Return one event that there is."""
    return unpack(Entry, connection.execute(select(events.c.body).where(events.c.id == event_id)).scalar_one())


def conditions(what: Wanted) -> list[ColumnElement[bool]]:
    """Return what is asked for, as the engine takes it."""
    asked: list[ColumnElement[bool]] = [events.c.merged_into.is_(None)]
    if what.since:
        asked.append(events.c.latest >= what.since.isoformat())
    if what.until:
        asked.append(events.c.earliest <= what.until.isoformat())
    if what.place:
        asked.append(events.c.places.contains(what.place.casefold(), autoescape=True))
    if what.actor:
        asked.append(events.c.actors.contains(what.actor.casefold(), autoescape=True))
    if what.kind:
        asked.append(events.c.kind == what.kind)
    if what.disputed:
        asked.append(events.c.disputed > 0)
    return asked


def all_events(connection: Connection) -> Mapping[EventId, EventId | None]:
    """Return all events there ever were, each with the one it was merged into."""
    rows = connection.execute(select(events.c.id, events.c.merged_into).order_by(events.c.founder))
    return {EventId(row.id): EventId(row.merged_into) if row.merged_into else None for row in rows}
