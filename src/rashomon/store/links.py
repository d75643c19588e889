"""The index by which a report finds its neighbours, and the links to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, or_, select

from rashomon.model import SharedText
from rashomon.store.codec import pack, storable, to_json, unpack
from rashomon.store.reports import SOME, chunks
from rashomon.store.schema import keys, links


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports by their numbers, the earlier first: how likely they tell one happening, why, and the text they share."""

    first: int
    second: int
    likeness: float
    why: str = ""
    shared: SharedText | None = None


def keep_keys(connection: Connection, number: int, found: Iterable[str]) -> None:
    """Keep the keys of a report in place of earlier ones."""
    connection.execute(delete(keys).where(keys.c.report == number))
    rows = [{"key": storable(key), "report": number} for key in sorted(set(found))]
    if rows:
        connection.execute(insert(keys), rows)


def in_common(connection: Connection, found: Iterable[str]) -> dict[int, int]:
    """Return the reports that have some of these keys, and how many."""
    totals: dict[int, int] = {}
    listed = sorted({storable(key) for key in found})
    for start in range(0, len(listed), SOME):
        counted = select(keys.c.report, func.count().label("common")).where(
            keys.c.key.in_(listed[start : start + SOME])
        )
        for row in connection.execute(counted.group_by(keys.c.report)):
            totals[row.report] = totals.get(row.report, 0) + row.common
    return totals


def keep_links(connection: Connection, found: Iterable[Link]) -> None:
    """Keep links that are new."""
    rows = [
        {
            "first": one.first, "second": one.second, "likeness": one.likeness, "why": storable(one.why),
            "shared": pack(to_json(SharedText, one.shared)) if one.shared else None,
        }
        for one in found
    ]  # fmt: skip
    if rows:
        connection.execute(insert(links), rows)


def cut(connection: Connection, numbers: Iterable[int]) -> None:
    """Take out all links of some reports, whose readings have changed."""
    for some in chunks(numbers):
        connection.execute(delete(links).where(or_(links.c.first.in_(some), links.c.second.in_(some))))


def near(connection: Connection, numbers: Iterable[int], least: float) -> set[int]:
    """Return the reports that a link of at least that likeness joins to one of these."""
    found: set[int] = set()
    for some in chunks(numbers):
        for mine, other in ((links.c.first, links.c.second), (links.c.second, links.c.first)):
            rows = connection.execute(select(other).where(mine.in_(some), links.c.likeness >= least))
            found.update(row[0] for row in rows)
    return found


def among(connection: Connection, numbers: Iterable[int]) -> list[Link]:
    """Return the links between these reports, in order."""
    wanted = set(numbers)
    found = []
    for some in chunks(wanted):
        for row in connection.execute(select(links).where(links.c.first.in_(some))):
            if row.second in wanted:
                shared = unpack(SharedText, row.shared) if row.shared is not None else None
                found.append(Link(row.first, row.second, row.likeness, row.why, shared))
    return sorted(found, key=lambda one: (one.first, one.second))
