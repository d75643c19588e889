"""Reports added a handful at a time: what is new in what came, and one transaction for a handful and all that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from rashomon.intake import Reject
from rashomon.model import EventId, Note, Reading, Report, ReportId
from rashomon.model.living import Added, Rejected
from rashomon.pipeline import HANDFUL, LONG, admit
from rashomon.pipeline.living.arrivals import Arrival
from rashomon.pipeline.living.making import version_of
from rashomon.pipeline.living.neighbours import Neighbours
from rashomon.pipeline.living.settle import Settled, settle
from rashomon.store import reports, search
from rashomon.store.connect import Connection, Database
from rashomon.store.log import Log
from rashomon.store.reports import Kept

NOTHING_THERE = frozenset({"not-found", "not-fetched"})
"""Codes of rejects that are the caller's slip: nothing came that could be kept."""


@dataclass(slots=True)
class Handful:
    """What is added in one transaction: new reports with what they came in, and what could not be read."""

    reports: dict[ReportId, Report] = field(default_factory=dict)
    origins: dict[ReportId, Arrival] = field(default_factory=dict)
    refused: list[Reject] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether it is time to keep it."""
        return len(self.reports) >= HANDFUL or sum(len(one.text) for one in self.reports.values()) > LONG


@dataclass(slots=True)
class Tally:
    """What an ``add`` has done so far; ``again`` is what another writer has taken the id of meanwhile."""

    since: int
    reports: list[ReportId] = field(default_factory=list)
    known: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    founded: dict[EventId, None] = field(default_factory=dict)
    grown: dict[EventId, None] = field(default_factory=dict)
    merged: list[tuple[EventId, EventId]] = field(default_factory=list)
    again: list[Arrival] = field(default_factory=list)

    def count(self, settled: Settled) -> None:
        """Take in what became of the events; one that was founded and has gone again since is told of no more."""
        self.founded |= dict.fromkeys(settled.founded)
        self.grown |= dict.fromkeys(id_ for id_ in settled.grown if id_ not in self.founded)
        for event_id, into in settled.merged:
            self.grown.pop(event_id, None)
            if event_id in self.founded:
                del self.founded[event_id]
            else:
                self.merged.append((event_id, into))

    @property
    def added(self) -> Added:
        """The whole."""
        return Added(
            tuple(self.reports), self.known, tuple(self.rejected), tuple(self.notes), tuple(self.founded), tuple(self.grown),
            tuple(self.merged), self.since,
        )  # fmt: skip


def handfuls(found: Iterable[Arrival], database: Database, tally: Tally) -> Iterator[Handful]:
    """Yield what is new, a handful at a time.

    Where a handful ends depends on the new reports alone, so that a run that goes on after a broken one makes the same handfuls.
    """
    handful = Handful()
    for one in found:
        tally.notes += one.notes
        handful.refused += one.rejects
        for report in one.reports:
            new, notes = fresh(report, handful, database)
            tally.notes += notes
            if new is None:
                tally.known += 1
                continue
            handful.reports[new.id], handful.origins[new.id] = new, one
            if handful.full:
                yield handful
                handful = Handful()
    if handful.reports or handful.refused:
        yield handful


def fresh(report: Report, handful: Handful, database: Database) -> tuple[Report | None, list[Note]]:
    """Return a report that is new, under an id of its own where another text has its id; None for one that is there already."""
    own = Report.id_of(outlet=report.outlet, url=report.url, text=report.text)
    with database.reading() as connection:
        known = {**handful.reports, **reports.named(connection, [report.id, own])}
    before = set(known)
    notes = [note for note in admit(report, known) if note.code != "same-report"]
    return next((known[id_] for id_ in known if id_ not in before), None), notes


def keep(
    connection: Connection, handful: Handful, readings: Sequence[Reading], log: Log, tally: Tally, *, neighbours: Neighbours
) -> None:  # fmt: skip
    """Keep a handful and all that follows from it; what another writer has added meanwhile is left out."""
    for refused in handful.refused:
        set_aside(connection, refused, log, tally)
    kept, there = [], reports.named(connection, list(handful.reports))
    for reading in readings:
        report = handful.reports[reading.report_id]
        origin = handful.origins[report.id]
        if report.id not in there:
            kept.append(keep_report(connection, report, reading, origin, log, neighbours=neighbours))
        elif there[report.id].text == report.text:
            tally.known += 1
        else:
            tally.again.append(replace(origin, reports=(report,), notes=()))
    settled = settle(connection, neighbours.file(connection, kept), log, neighbours=neighbours)
    tally.count(settled)
    tally.reports += [one.report.id for one in kept]
    log.write(connection)


def set_aside(connection: Connection, one: Reject, log: Log, tally: Tally) -> None:
    """Keep what could not be read, with its reason and bytes; a path at which nothing was, is only told of."""
    original = reports.keep_original(connection, one.data, one.origin, log.at) if one.data else None
    refused = Rejected(one.origin, one.code, one.reason, log.at, original)
    tally.rejected.append(refused)
    if (one.data or one.code not in NOTHING_THERE) and reports.set_aside(connection, refused):
        details = {"code": refused.code, "reason": refused.reason, "original": original}
        log.add("rejected", one.origin, details)


def keep_report(
    connection: Connection, report: Report, reading: Reading, origin: Arrival, log: Log, *, neighbours: Neighbours
) -> Kept:
    """Keep one report: the bytes it came in, itself, its reading, its words."""
    original = (
        reports.keep_original(connection, origin.data, origin.source, log.at) if origin.data is not None else None
    )
    number, digest = reports.keep_report(connection, report, arrived=log.at, original=original)
    read_as = reports.keep_reading(connection, number, reading, version_of(neighbours.tables))
    search.keep_words(connection, number, report)
    log.add("added", report.id, {"source": report.source, "original": original, "digest": digest, "reading": read_as})
    return Kept(number, report, reading, read_as)
