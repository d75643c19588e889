"""The face of a store that takes in reports and judgements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from rashomon.errors import StoreError
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables
from rashomon.model import Decision, EventId, Judgement, Note, Reading, Report, ReportId
from rashomon.model.living import Added, JudgementId, Rejected, Reread
from rashomon.pipeline import HANDFUL, LONG, admit, listed, read
from rashomon.pipeline.living.arrivals import Arrival, arrivals
from rashomon.pipeline.living.making import version_of
from rashomon.pipeline.living.moments import stamp
from rashomon.pipeline.living.neighbours import Neighbours, worth_comparing
from rashomon.pipeline.living.reader import StoreReader
from rashomon.pipeline.living.settle import Settled, settle
from rashomon.store import judgements, links, migrate, reports, search
from rashomon.store.log import Log
from rashomon.store.reports import Kept

Step = Callable[[int], None]
"""Called with how many sources, or reports, are done."""


@dataclass(slots=True)
class Handful:
    """What is added in one transaction: new reports with what they came in, and what could not be read."""

    reports: dict[ReportId, Report] = field(default_factory=dict)
    origins: dict[ReportId, Arrival] = field(default_factory=dict)
    refused: list[Arrival] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether it is time to keep it."""
        return len(self.reports) >= HANDFUL or sum(len(one.text) for one in self.reports.values()) > LONG


@dataclass(slots=True)
class Tally:
    """What an ``add`` has done so far."""

    reports: list[ReportId] = field(default_factory=list)
    known: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    founded: list[EventId] = field(default_factory=list)
    grown: list[EventId] = field(default_factory=list)
    merged: list[tuple[EventId, EventId]] = field(default_factory=list)

    def settled(self, one: Settled) -> None:
        """Take in what a handful did to the events."""
        self.founded += one.founded
        self.grown += one.grown
        self.merged += one.merged

    @property
    def added(self) -> Added:
        """The whole; an event that was founded and has gone again since is told of as neither."""
        gone = {id_ for id_, _ in self.merged} - {*self.founded, *self.grown} | {id_ for id_, _ in self.merged}
        founded = tuple(dict.fromkeys(id_ for id_ in self.founded if id_ not in gone))
        grown = tuple(dict.fromkeys(id_ for id_ in self.grown if id_ not in gone and id_ not in founded))
        merged = tuple((id_, into) for id_, into in self.merged if id_ not in self.founded)
        return Added(
            tuple(self.reports), self.known, tuple(self.rejected), tuple(self.notes), founded, grown, merged
        )


class Store(StoreReader):
    """A store opened to be changed: reports are added, judged and read anew; nothing is ever lost or altered.

    It is made where there is none. What comes has to be read first and is then kept with all that follows from it, a handful
    of reports at a time: where a run breaks off, the next one goes on. Several processes may write at once.

    ::

        with rashomon.Store("harbour.db") as store:
            added = store.add(["post.txt", "tribune.html"], arrived=datetime.now(UTC))
            print(len(added.reports), "new reports")
    """

    writable = True

    def __init__(
        self, where: str | Path, *, tables: Tables | None = None, gazetteer: Gazetteer | None = None
    ) -> None:
        super().__init__(where, tables=tables)
        self._gazetteer = gazetteer
        self._neighbours = Neighbours(self.tables)

    def _prepare(self) -> None:
        """Make a new store's tables, or bring an older one up."""
        migrate.bring_up(self._database)

    def add(
        self, sources: str | Path | Report | Iterable[str | Path | Report], *, arrived: datetime, progress: Step | None = None
    ) -> Added:  # fmt: skip
        """Add the reports that sources hold; those that are there already change nothing.

        ``arrived`` is when they came. What cannot be read is set aside with its reason and bytes, and the rest goes on.
        ``progress`` is called after each source.
        """
        tally, at = Tally(), stamp(arrived)
        for handful in self._handfuls(arrivals(listed(sources), tables=self.tables), tally, progress or (lambda _: None)):
            readings = list(read(handful.reports.values(), tables=self.tables, gazetteer=self._gazetteer))
            with self._database.writing() as connection:
                self._keep(connection, handful, readings, Log.of(connection, at), tally)
        return tally.added

    def preview(self, sources: str | Path | Report | Iterable[str | Path | Report]) -> Added:
        """Return what ``add`` would find: new reports, those that are there already, and what cannot be read; nothing is kept."""
        tally = Tally()
        for handful in self._handfuls(arrivals(listed(sources), tables=self.tables), tally, lambda _: None):
            tally.reports += handful.reports
            tally.rejected += [Rejected(one.source, one.reason or "", "") for one in handful.refused]
        return tally.added

    def judge(self, judgement: Judgement) -> JudgementId:
        """Keep a reviewer's decision and make the records it concerns anew; return its id, by which it can be withdrawn.

        The subject of accept, correct and reject are claims, that of same and not same two reports or more. StoreError where the
        store has none of them, JudgementError where a correction says nothing that can be applied.
        """
        with self._database.writing() as connection:
            numbers = self._concerned(connection, judgement)
            log = Log.of(connection, judgement.at)
            mine = judgements.keep_judgement(connection, replace(judgement, withdrawn=False), log)
            settle(connection, numbers, log, neighbours=self._neighbours, anew=numbers)
            log.write(connection)
        return mine

    def withdraw(self, judgement_id: str, *, by: str, at: str, reason: str | None = None) -> None:
        """Take a judgement back: the records it concerned become what they were without it, and both stay in the log."""
        with self._database.writing() as connection:
            found = {one.id: one for one in judgements.all_judgements(connection)}
            if judgement_id not in found or found[JudgementId(judgement_id)].withdrawn is not None:
                known = ", ".join(id_ for id_, one in found.items() if one.withdrawn is None) or "none"
                raise StoreError(f"{judgement_id!r} is no standing judgement; there are: {known}")
            judgement = found[JudgementId(judgement_id)].judgement
            numbers = self._concerned(connection, judgement)
            log = Log.of(connection, at)
            back = replace(judgement, by=by, at=at, reason=reason, withdrawn=True)
            judgements.keep_judgement(connection, back, log, withdraws=judgement_id)
            settle(connection, numbers, log, neighbours=self._neighbours, anew=numbers)
            log.write(connection)

    def reread(self, *, at: datetime, everything: bool = False, progress: Step | None = None) -> Reread:
        """Read again all reports that were read by another version of code or tables; judgements stay.

        ``everything`` reads all of them. Where a run breaks off, the next one goes on.
        """
        with self._database.reading() as connection:
            stale = reports.not_read_by(connection, version_of(self.tables))
            numbers = reports.all_numbers(connection) if everything else stale
        changed: list[ReportId] = []
        for start in range(0, len(numbers), HANDFUL):
            some = numbers[start : start + HANDFUL]
            changed += self._reread(some, stamp(at))
            if progress:
                progress(start + len(some))
        with self._database.reading() as connection:
            decided = [one for one in judgements.all_judgements(connection) if one.withdrawn is None]
            loose = [one.id for one in decided if not found_all(connection, one.judgement)]
        return Reread(len(numbers), tuple(changed), tuple(loose))

    def _reread(self, numbers: list[int], at: str) -> list[ReportId]:
        """Read a handful of reports again; return those whose reading changed."""
        with self._database.reading() as connection:
            before = reports.kept(connection, numbers)
        readings = list(read([one.report for one in before], tables=self.tables, gazetteer=self._gazetteer))
        changed = []
        with self._database.writing() as connection:
            log = Log.of(connection, at)
            kept = []
            for one, reading in zip(before, readings, strict=True):
                digest = reports.keep_reading(connection, one.number, reading, version_of(self.tables))
                kept.append(Kept(one.number, one.report, reading, digest))
                if digest != one.digest:
                    log.add("reread", one.report.id, {"reading": digest})
                    changed.append(one.report.id)
            links.cut(connection, numbers)
            self._link(connection, kept)
            settle(connection, numbers, log, neighbours=self._neighbours, anew=numbers)
            log.write(connection)
        return changed

    def _handfuls(self, found: Iterable[Arrival], tally: Tally, progress: Step) -> Iterator[Handful]:
        """Yield what is new, a handful at a time; a report that is there already is counted."""
        handful = Handful()
        for done, one in enumerate(found, 1):
            tally.notes += one.notes
            if one.reason is not None:
                handful.refused.append(one)
            for report in one.reports:
                self._admit(report, one, handful, tally)
                if handful.full:
                    yield handful
                    handful = Handful()
            progress(done)
        if handful.reports or handful.refused:
            yield handful

    def _admit(self, report: Report, origin: Arrival, handful: Handful, tally: Tally) -> None:
        """Put a report among those to be added, unless it is known; another text under a known id gets an id of its own."""
        known = dict(handful.reports)
        with self._database.reading() as connection:
            kept = reports.report_of(connection, report.id)
        if kept is not None:
            known[kept.id] = kept
        before = set(known)
        tally.notes += admit(report, known)
        new = set(known) - before
        for id_ in new:
            with self._database.reading() as connection:
                if reports.report_of(connection, id_) is not None:
                    new = set()
        for id_ in new:
            handful.reports[id_], handful.origins[id_] = known[id_], origin
        tally.known += not new

    def _keep(
        self, connection: Connection, handful: Handful, readings: list[Reading], log: Log, tally: Tally
    ) -> None:
        """Keep a handful and all that follows from it; what another writer has added meanwhile is left out."""
        for refused in handful.refused:
            self._set_aside(connection, refused, log, tally)
        kept = []
        for reading in readings:
            report = handful.reports[reading.report_id]
            if reports.report_of(connection, report.id) is not None:
                tally.known += 1
                continue
            kept.append(self._keep_report(connection, report, reading, handful.origins[report.id], log))
        self._link(connection, kept)
        tally.settled(settle(connection, [one.number for one in kept], log, neighbours=self._neighbours))
        tally.reports += [one.report.id for one in kept]
        log.write(connection)

    def _set_aside(self, connection: Connection, one: Arrival, log: Log, tally: Tally) -> None:
        """Keep what could not be read, with its reason and bytes."""
        original = reports.keep_original(connection, one.data, one.source, log.at) if one.data is not None else None
        refused = Rejected(one.source, one.reason or "", log.at, original)
        tally.rejected.append(refused)
        if reports.set_aside(connection, refused):
            log.add("rejected", one.source, {"reason": refused.reason, "original": original})

    def _keep_report(
        self, connection: Connection, report: Report, reading: Reading, origin: Arrival, log: Log
    ) -> Kept:
        """Keep one report: the bytes it came in, itself, its reading, its words."""
        original = (
            reports.keep_original(connection, origin.data, origin.source, log.at) if origin.data is not None else None
        )
        number, digest = reports.keep_report(connection, report, arrived=log.at, original=original)
        read_as = reports.keep_reading(connection, number, reading, version_of(self.tables))
        search.keep_words(connection, number, report)
        details = {"source": report.source, "original": original, "digest": digest, "reading": read_as}
        log.add("added", report.id, details)
        return Kept(number, report, reading, read_as)

    def _link(self, connection: Connection, kept: list[Kept]) -> None:
        """Find the neighbours of reports that are new or read anew, and keep how like they are."""
        fresh = {one.number for one in kept}
        for one in kept:
            links.keep_keys(connection, one.number, self._neighbours.keys(one))
        for one in kept:
            common = links.in_common(connection, sorted(self._neighbours.keys(one)))
            others = [n for n in worth_comparing(common) if n != one.number and (n not in fresh or n < one.number)]
            pairs = (
                (one, other) if one.number < other.number else (other, one)
                for other in reports.kept(connection, others)
            )  # fmt: skip
            found = (self._neighbours.link(first, second) for first, second in pairs)
            links.keep_links(connection, [link for link in found if link])

    def _concerned(self, connection: Connection, judgement: Judgement) -> list[int]:
        """Return the reports that a judgement is about; StoreError where the store has none of that name."""
        about_reports = judgement.decision in (Decision.SAME, Decision.NOT_SAME)
        known = (reports.numbers_of if about_reports else reports.with_claims)(connection, judgement.subject)
        missing = [subject for subject in judgement.subject if subject not in known]
        if missing or len(set(judgement.subject)) < 1 + about_reports:
            what = "two reports or more" if about_reports else "claims"
            named = f"; there is no {', '.join(missing)}" if missing else ""
            raise StoreError(f"{judgement.decision} is said of {what}, by their ids{named}")
        return sorted(set(known.values()))


def found_all(connection: Connection, judgement: Judgement) -> bool:
    """Say whether all that a judgement is about is still there."""
    if judgement.decision in (Decision.SAME, Decision.NOT_SAME):
        return True
    return set(judgement.subject) <= set(reports.with_claims(connection, judgement.subject))


