"""Originals, reports and their readings, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from rashomon.model import Reading, Report, ReportId
from rashomon.model.living import Rejected
from rashomon.store.codec import digest, pack, storable, to_json, unpack
from rashomon.store.schema import claims, originals, readings, rejected, reports

SOME = 500
"""How many rows are asked for in one go."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a reading was made with: the version of the code, and the digest of the tables."""

    code: str
    tables: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A report with its reading and that one's digest, under its number in the order of arrival."""

    number: int
    report: Report
    reading: Reading
    digest: str


def chunks(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Yield numbers in handfuls that one question to the store can hold."""
    listed = sorted(set(numbers))
    for start in range(0, len(listed), SOME):
        yield listed[start : start + SOME]


def keep_original(connection: Connection, data: bytes, source: str, arrived: str) -> str:
    """Keep the bytes as they came, once, and return their SHA-256."""
    name = digest(data)
    if connection.execute(select(originals.c.digest).where(originals.c.digest == name)).first() is None:
        connection.execute(insert(originals).values(digest=name, source=storable(source), arrived=arrived, bytes=data))
    return name


def keep_report(connection: Connection, report: Report, *, arrived: str, original: str | None) -> tuple[int, str]:
    """Keep a new report; return its number and the digest of what was kept."""
    number = 1 + (connection.execute(select(func.max(reports.c.number))).scalar() or 0)
    told = to_json(Report, report)
    day = report.day.isoformat() if report.day else None
    connection.execute(
        insert(reports).values(
            number=number, id=report.id, arrived=arrived, original=original, day=day, body=pack(told)
        )
    )
    return number, digest(told)


def keep_reading(connection: Connection, number: int, reading: Reading, version: Version) -> str:
    """Keep a report's reading in place of an earlier one, and return its digest."""
    for table in (readings, claims):
        connection.execute(delete(table).where(table.c.report == number))
    told = to_json(Reading, reading)
    connection.execute(
        insert(readings).values(
            report=number, code=version.code, tables=version.tables, digest=digest(told), body=pack(told)
        )
    )
    found = dict.fromkeys(claim.id for claim in (*reading.claims, *reading.implied) if claim.id)
    if found:
        connection.execute(insert(claims), [{"id": id_, "report": number} for id_ in found])
    return digest(told)


def kept(connection: Connection, numbers: Iterable[int]) -> list[Kept]:
    """Return reports with their readings, in the order in which they came."""
    found: list[Kept] = []
    for some in chunks(numbers):
        both = select(reports.c.number, reports.c.body, readings.c.body.label("reading"), readings.c.digest).join(
            readings, readings.c.report == reports.c.number
        )
        rows = connection.execute(both.where(reports.c.number.in_(some)).order_by(reports.c.number))
        found += [Kept(row.number, unpack(Report, row.body), unpack(Reading, row.reading), row.digest) for row in rows]
    return found


def texts(connection: Connection, numbers: Iterable[int]) -> dict[int, Report]:
    """Return reports by their numbers, without their readings."""
    return {
        row.number: unpack(Report, row.body)
        for some in chunks(numbers)
        for row in connection.execute(select(reports.c.number, reports.c.body).where(reports.c.number.in_(some)))
    }


def numbers_of(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Return the numbers of the reports that have these ids."""
    rows = connection.execute(select(reports.c.id, reports.c.number).where(reports.c.id.in_(list(ids))))
    return {row.id: row.number for row in rows}


def ids_of(connection: Connection, numbers: Iterable[int]) -> dict[int, ReportId]:
    """Return the ids of the reports that have these numbers."""
    return {
        row.number: ReportId(row.id)
        for some in chunks(numbers)
        for row in connection.execute(select(reports.c.number, reports.c.id).where(reports.c.number.in_(some)))
    }


def report_of(connection: Connection, report_id: str) -> Report | None:
    """Return a report; None where the store has none of that id."""
    return named(connection, [report_id]).get(ReportId(report_id))


def named(connection: Connection, ids: Sequence[str]) -> dict[ReportId, Report]:
    """Return the reports that have these ids."""
    rows = connection.execute(select(reports.c.body).where(reports.c.id.in_(list(ids))))
    found = (unpack(Report, row.body) for row in rows)
    return {report.id: report for report in found}


def with_claims(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Return the numbers of the reports in which claims stand, by the claim's id."""
    rows = connection.execute(select(claims.c.id, claims.c.report).where(claims.c.id.in_(list(ids))))
    return {row.id: row.report for row in rows}


def not_read_by(connection: Connection, version: Version) -> list[int]:
    """Return the reports whose reading is of another version, in order."""
    other = (readings.c.code != version.code) | (readings.c.tables != version.tables)
    return [
        row.report for row in connection.execute(select(readings.c.report).where(other).order_by(readings.c.report))
    ]


def all_numbers(connection: Connection) -> list[int]:
    """Return the numbers of all reports, in order."""
    return [row.number for row in connection.execute(select(reports.c.number).order_by(reports.c.number))]


def reading_digest(connection: Connection, number: int) -> str | None:
    """Return the digest of a report's reading."""
    return connection.execute(select(readings.c.digest).where(readings.c.report == number)).scalar()


def set_aside(connection: Connection, one: Rejected) -> bool:
    """Keep what could not be read, once for each source, reason and content; say whether it was new."""
    same = (
        (rejected.c.source == storable(one.source))
        & (rejected.c.reason == storable(one.reason))
        & (rejected.c.original.is_not_distinct_from(one.original))
    )
    if connection.execute(select(rejected.c.number).where(same)).first() is not None:
        return False
    number = 1 + (connection.execute(select(func.max(rejected.c.number))).scalar() or 0)
    connection.execute(
        insert(rejected).values(
            number=number, source=storable(one.source), code=one.code, reason=storable(one.reason), arrived=one.arrived, original=one.original
        )
    )  # fmt: skip
    return True


def all_rejected(connection: Connection) -> list[Rejected]:
    """Return what could not be read, in the order in which it came."""
    rows = connection.execute(select(rejected).order_by(rejected.c.number))
    return [Rejected(row.source, row.code, row.reason, row.arrived, row.original) for row in rows]


def original(connection: Connection, name: str) -> bytes | None:
    """Return the bytes that have a SHA-256; None where the store has none."""
    found: bytes | None = connection.execute(select(originals.c.bytes).where(originals.c.digest == name)).scalar()
    return found


def arrival(connection: Connection, report_id: str) -> tuple[str, str | None] | None:
    """Return when a report came, and the SHA-256 of what it came in."""
    row = connection.execute(select(reports.c.arrived, reports.c.original).where(reports.c.id == report_id)).first()
    return (row.arrived, row.original) if row else None
