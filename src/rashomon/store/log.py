"""The change log: append-only, each row bound to the one before by a hash."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, insert, select

from rashomon.model.living import Change
from rashomon.store.codec import canonical, digest, storable
from rashomon.store.schema import log

START = "0" * 64
"""What stands for the hash before the first row."""


def bound(before: str, *row: int | str) -> str:
    """Return the hash of a row: SHA-256 of the hash before it and of all that it says, from its number to its details."""
    return digest(canonical([before, *row]))


@dataclass(slots=True)
class Log:
    """The end of the log, for one transaction: rows are kept until ``write``."""

    at: str
    number: int
    hash: str
    rows: list[dict[str, object]] = field(default_factory=list)

    @classmethod
    def of(cls, connection: Connection, at: str) -> Log:
        """Return the log of a store, to be written on at a time."""
        last = connection.execute(select(log.c.number, log.c.hash).order_by(log.c.number.desc()).limit(1)).first()
        return cls(at, last.number if last else 0, last.hash if last else START)

    def add(self, what: str, subject: str, details: Mapping[str, object]) -> int:
        """Add a row and return its number."""
        self.number += 1
        subject, told = storable(subject), canonical(details)
        self.hash = bound(self.hash, self.number, self.at, what, subject, told)
        self.rows.append(
            {"number": self.number, "at": self.at, "what": what, "subject": subject, "details": told, "hash": self.hash}
        )
        return self.number

    def write(self, connection: Connection) -> None:
        """Keep the rows."""
        if self.rows:
            connection.execute(insert(log), self.rows)
            self.rows = []


def changes(connection: Connection, since: int = 0) -> Iterator[Change]:
    """Yield the changes after a number, in order."""
    for row in connection.execute(select(log).where(log.c.number > since).order_by(log.c.number)):
        yield Change(row.number, row.at, row.what, row.subject, json.loads(row.details), row.hash)


def before(connection: Connection, moment: str) -> int:
    """Return the number of the last change before a moment (ISO 8601 in UTC, or a day); 0 for none."""
    return connection.execute(select(func.max(log.c.number)).where(log.c.at < moment)).scalar() or 0


def last(connection: Connection) -> int:
    """Return the number of the last change; 0 in an empty store."""
    return connection.execute(select(func.max(log.c.number))).scalar() or 0


def broken(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with the chain: rows that are missing, or do not hash to what they are bound by."""
    hash_, expected = START, 1
    for row in connection.execute(select(log).order_by(log.c.number)):
        if row.number != expected:
            yield f"change {expected}: missing from the log"
        elif bound(hash_, row.number, row.at, row.what, row.subject, row.details) != row.hash:
            yield f"change {row.number} ({row.what} {row.subject}): not as it was written"
        hash_, expected = row.hash, row.number + 1
