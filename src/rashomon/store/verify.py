"""The store held against its log: nothing changed, nothing missing, nothing beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from rashomon.model.living import Verified
from rashomon.store import events, judgements
from rashomon.store.codec import content, digest
from rashomon.store.log import START, broken
from rashomon.store.schema import accounts, log, members, originals, readings, records, rejected, reports
from rashomon.store.schema import events as event_rows
from rashomon.store.schema import judgements as judgement_rows


@dataclass(slots=True)
class Told:
    """What the log tells: the last digest of each thing, by the subject it is of."""

    reports: dict[str, str] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)
    buried: set[str] = field(default_factory=set)
    members: dict[str, set[str]] = field(default_factory=dict)
    judgements: dict[int, str] = field(default_factory=dict)
    rejected: set[tuple[str, str]] = field(default_factory=set)
    changed: dict[str, str] = field(default_factory=dict)

    def hear(self, number: int, what: str, subject: str, details: dict[str, object]) -> None:
        """Take in one row."""
        if what == "added":
            self.reports[subject] = str(details["digest"])
        if what in {"added", "reread"}:
            self.readings[subject] = str(details["reading"])
        if what == "rejected":
            self.rejected.add((subject, str(details["reason"])))
        if what in {"event", "merged"}:
            self.changed[subject] = str(number)
        if what == "event":
            self.buried.discard(subject)
            self.records[subject] = str(details["record"])
            mine = self.members.setdefault(subject, set())
            mine.difference_update(map(str, listed(details["left"])))
            mine.update(map(str, listed(details["joined"])))
        if what == "merged":
            self.records.pop(subject, None)
            self.members.pop(subject, None)
            self.buried.add(subject)
        if what in {"judged", "withdrawn"}:
            self.judgements[number] = str(details["digest"])


def listed(value: object) -> list[object]:
    """Return a value of the log that is a list."""
    return list(value) if isinstance(value, list) else []


def verify(connection: Connection) -> Verified:
    """Return what of the store is not as the log tells, in words; an empty ``problems`` is a sound store."""
    told = Told()
    for row in connection.execute(select(log).order_by(log.c.number)):
        told.hear(row.number, row.what, row.subject, json.loads(row.details))
    problems = (
        *broken(connection), *wrong_originals(connection), *wrong_reports(connection, told), *wrong_rejected(connection, told),
        *wrong_records(connection, told), *wrong_members(connection, told), *wrong_judgements(connection, told),
    )  # fmt: skip
    head = connection.execute(select(log.c.hash).order_by(log.c.number.desc()).limit(1)).scalar()
    standing = select(func.count()).select_from(event_rows).where(event_rows.c.merged_into.is_(None))
    return Verified(
        reports=count(connection, reports), originals=count(connection, originals),
        events=connection.execute(standing).scalar() or 0, judgements=count(connection, judgement_rows),
        changes=count(connection, log), head=head or START, problems=problems,
    )  # fmt: skip


def count(connection: Connection, table: object) -> int:
    """Return how many rows a table has."""
    return connection.execute(select(func.count()).select_from(table)).scalar() or 0  # type: ignore[arg-type]


def wrong_originals(connection: Connection) -> Iterator[str]:
    """Yield the originals whose bytes are not those of their SHA-256."""
    for row in connection.execute(select(originals.c.digest, originals.c.source, originals.c.bytes)):
        if digest(row.bytes) != row.digest:
            yield f"original {row.digest[:12]} ({row.source}): its bytes have changed"


def differences(kind: str, told: dict[str, str], found: dict[str, str]) -> Iterator[str]:
    """Yield what is there and was not told, what was told and is gone, and what has changed."""
    for subject in sorted(told.keys() | found.keys()):
        if subject not in found:
            yield f"{kind} {subject}: gone, though the log tells of it"
        elif subject not in told:
            yield f"{kind} {subject}: not in the log"
        elif told[subject] != found[subject]:
            yield f"{kind} {subject}: not as it was written"


def wrong_reports(connection: Connection, told: Told) -> Iterator[str]:
    """Yield the reports and readings that are not as the log tells."""
    both = select(reports.c.id, reports.c.body, readings.c.body.label("reading")).outerjoin(
        readings, readings.c.report == reports.c.number
    )
    texts, read = {}, {}
    for row in connection.execute(both):
        texts[row.id] = content(row.body)
        if row.reading is not None:
            read[row.id] = content(row.reading)
    yield from differences("report", told.reports, texts)
    yield from differences("reading of", told.readings, read)


def wrong_rejected(connection: Connection, told: Told) -> Iterator[str]:
    """Yield what was set aside and is gone, or is there without a row of the log."""
    found = {(row.source, row.reason) for row in connection.execute(select(rejected.c.source, rejected.c.reason))}
    for source, reason in sorted(found ^ told.rejected):
        yield f"rejected {source} ({reason}): {'not in the log' if (source, reason) in found else 'gone'}"


def wrong_records(connection: Connection, told: Told) -> Iterator[str]:
    """Yield the records that are not as the log tells, and the tombstones that are missing."""
    found = {row.event: content(row.body) for row in connection.execute(select(records.c.event, records.c.body))}
    yield from differences("record of", told.records, found)
    changed = {row.id: str(row.change) for row in connection.execute(select(event_rows.c.id, event_rows.c.change))}
    yield from differences("last change of", told.changed, changed)
    buried = {str(id_) for id_, into in events.all_events(connection).items() if into is not None}
    for id_ in sorted(buried ^ told.buried):
        yield f"event {id_}: merged, but not so in {'the log' if id_ in buried else 'the store'}"


def wrong_members(connection: Connection, told: Told) -> Iterator[str]:
    """Yield the events that have other reports than the log tells."""
    now = (
        select(members.c.event, accounts.c.id)
        .join(accounts, accounts.c.number == members.c.account)
        .where(members.c.until.is_(None))
    )
    found: dict[str, set[str]] = {}
    for row in connection.execute(now):
        found.setdefault(row.event, set()).add(row.id)
    for id_ in sorted(found.keys() | told.members.keys()):
        if found.get(id_, set()) != told.members.get(id_, set()):
            yield f"event {id_}: has other reports than the log tells"


def wrong_judgements(connection: Connection, told: Told) -> Iterator[str]:
    """Yield the judgements that are not as the log tells."""
    found = {str(number): one for number, one in judgements.digests(connection).items()}
    yield from differences("judgement of change", {str(number): one for number, one in told.judgements.items()}, found)
