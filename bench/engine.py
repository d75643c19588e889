"""The one place where these scripts touch rashomon: rows of a benchmark in, rows of the public output out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rashomon.lexicon.tables import Tables
    from rashomon.model import Reading, Report

Row = dict[str, Any]
FIELDS = ("outlet", "url", "title", "published", "language")


@cache
def tables() -> Tables:
    """Return the shipped tables, loaded once a process."""
    from rashomon.lexicon.tables import load_tables

    return load_tables()


def report_of(row: Row) -> Report:
    """Return the report of one row of ``reports.jsonl``, under the row's own id."""
    from rashomon.intake.report import make_report

    known = {name: row.get(name) for name in FIELDS}
    return make_report(row["text"], source=row["id"], id=row["id"], tables=tables(), **known)


def readings_of(reports: Iterable[Report]) -> Iterable[Reading]:
    """Yield the readings of some reports."""
    import rashomon

    return rashomon.read(list(reports), tables=tables())


def claim_rows(reading: Reading) -> list[Row]:
    """Return the lines of ``claims.jsonl``."""
    from rashomon.exchange import jsonio

    return [jsonio.claim_row(claim) for claim in reading.claims]


def mention_rows(reading: Reading) -> list[Row]:
    """Return the lines of ``mentions.jsonl``."""
    from rashomon.exchange import jsonio

    return [jsonio.mention_row(mention) for mention in reading.mentions]


def event_rows(reports: Sequence[Report], readings: Sequence[Reading], *, one_event: bool) -> list[Row]:
    """Return the lines of ``events.jsonl``: of one event, or of those that grouping finds."""
    import rashomon
    from rashomon.cluster.describe import describe
    from rashomon.exchange import jsonio

    if one_event:
        events = (describe(reports, readings, tables=tables()),)
    else:
        events = rashomon.group(reports, readings, tables=tables())
    by_id = {reading.report_id: (report, reading) for report, reading in zip(reports, readings, strict=True)}
    rows = []
    for event in events:
        told, read = zip(*(by_id[i] for i in event.report_ids), strict=True)
        rows.append(jsonio.event_row(rashomon.reconcile(event, told, read, tables=tables()).event))
    return rows
