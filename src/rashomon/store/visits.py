"""What is remembered of feeds between two visits."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from rashomon.store.codec import storable
from rashomon.store.schema import visits


def all_visits(connection: Connection) -> dict[str, str]:
    """Return what is remembered, by address."""
    rows = connection.execute(select(visits).order_by(visits.c.address))
    return {row.address: row.body for row in rows}


def keep_visits(connection: Connection, found: dict[str, str]) -> None:
    """Remember visits in place of earlier ones to the same addresses."""
    for address, body in sorted(found.items()):
        connection.execute(delete(visits).where(visits.c.address == storable(address)))
        connection.execute(insert(visits).values(address=storable(address), body=storable(body)))
