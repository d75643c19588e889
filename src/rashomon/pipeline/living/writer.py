"""The face of a store that takes in reports and judgements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from rashomon.errors import StoreError
from rashomon.intake import Arrival as Came
from rashomon.intake import Fetch
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables
from rashomon.model import Decision, Judgement, Report, ReportId
from rashomon.model.living import Added, JudgementId, Rejected, Reread
from rashomon.pipeline import HANDFUL, listed, read
from rashomon.pipeline.living.adding import Handful, Tally, handfuls, keep
from rashomon.pipeline.living.arrivals import Arrival, arrivals, taken
from rashomon.pipeline.living.making import version_of
from rashomon.pipeline.living.moments import moment_of, stamp
from rashomon.pipeline.living.neighbours import Filed, Neighbours
from rashomon.pipeline.living.reader import StoreReader
from rashomon.pipeline.living.settle import settle
from rashomon.store import accounts, judgements, migrate, reports
from rashomon.store.connect import Connection
from rashomon.store.log import Log, last
from rashomon.store.reports import Kept
from rashomon.store.visits import all_visits, keep_visits

Sources = str | Path | Report | Iterable[str | Path | Report]
"""Files, folders, patterns and addresses by their names, ``-`` for standard input; or reports."""
Step = Callable[[int], None]
"""Called with how many sources, or reports, are done."""


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

    def __init__(self, where: str | Path, *, tables: Tables | None = None, gazetteer: Gazetteer | None = None) -> None:
        super().__init__(where, tables=tables)
        self._gazetteer = gazetteer
        self._neighbours = Neighbours(self.tables)

    def _prepare(self) -> None:
        """Make a new store's tables, or bring an older one up."""
        migrate.bring_up(self._database)

    def add(
        self, sources: Sources, *, arrived: datetime, fetch: Fetch | None = None,
        progress: Step | None = None,
    ) -> Added:  # fmt: skip
        """Add the reports that sources hold; those that are there already change nothing.

        ``arrived`` is when they came. What cannot be read is set aside with its reason and bytes, and the rest goes on.
        ``fetch`` (a :class:`rashomon.intake.web.Fetcher`) is asked for addresses; without it they are told of as not fetched.
        ``progress`` is called after each item: a file, a page, a record of an archive.
        """
        return self._add(counted(self._arrivals(sources, fetch), progress), arrived)

    def take(self, came: Iterable[Came], *, arrived: datetime) -> Added:
        """Add what came otherwise, such as what :func:`rashomon.intake.web.poll` finds new in feeds; else as :meth:`add`."""
        return self._add(taken(came, tables=self.tables), arrived)

    def visits(self) -> dict[str, str]:
        """Return what was remembered of feeds, by address, for the next visit."""
        with self._database.reading() as connection:
            return all_visits(connection)

    def remember(self, visits: dict[str, str]) -> None:
        """Remember visits to feeds, once what they brought is kept."""
        with self._database.writing() as connection:
            keep_visits(connection, visits)

    def _arrivals(self, sources: Sources, fetch: Fetch | None = None) -> Iterator[Arrival]:
        """Yield what sources hold, the store itself aside, which may lie in a folder of reports."""
        path = str(Path(self._database.where).absolute())
        own = frozenset(path + end for end in ("", "-wal", "-shm", "-journal"))
        return arrivals(listed(sources), tables=self.tables, fetch=fetch, own=own)

    def _add(self, found: Iterable[Arrival], arrived: datetime) -> Added:
        """Add what came, a handful at a time."""
        tally = self._tally()
        while True:
            for handful in handfuls(found, self._database, tally):
                readings = list(read(handful.reports.values(), tables=self.tables, gazetteer=self._gazetteer))
                with self._database.writing() as connection:
                    log = Log.of(connection, stamp(arrived))
                    keep(connection, handful, readings, log, tally, neighbours=self._neighbours)
            found, tally.again = tally.again, []
            if not found:
                return tally.added

    def preview(self, sources: Sources) -> Added:
        """Return what ``add`` would find: new reports, those that are there already, and what cannot be read; nothing is kept."""
        tally, seen = self._tally(), Handful()
        for one in handfuls(self._arrivals(sources), self._database, tally):
            new = [id_ for id_ in one.reports if id_ not in seen.reports]
            seen.reports.update(one.reports)
            tally.known += len(one.reports) - len(new)
            tally.reports += new
            tally.rejected += [Rejected(r.origin, r.code, r.reason, "") for r in one.refused]
        return tally.added

    def _tally(self) -> Tally:
        """Return a tally that begins at the end of the log."""
        with self._database.reading() as connection:
            return Tally(last(connection))

    def judge(self, judgement: Judgement) -> JudgementId:
        """Keep a reviewer's decision and make the records it concerns anew; return its id, by which it can be withdrawn.

        The subject of accept, correct and reject are claims, that of same and not same two reports or more. StoreError where the
        store has none of them, JudgementError where a correction says nothing that can be applied.
        """
        with self._database.writing() as connection:
            numbers = self._concerned(connection, judgement)
            log = Log.of(connection, moment_of(judgement.at))
            mine = judgements.keep_judgement(connection, replace(judgement, withdrawn=False), log)
            settle(connection, Filed(), log, neighbours=self._neighbours, anew=numbers)
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
            log = Log.of(connection, moment_of(at))
            back = replace(judgement, by=by, at=at, reason=reason, withdrawn=True)
            judgements.keep_judgement(connection, back, log, withdraws=judgement_id)
            settle(connection, Filed(), log, neighbours=self._neighbours, anew=numbers)
            log.write(connection)

    def reread(self, *, at: datetime, everything: bool = False, progress: Step | None = None) -> Reread:
        """Read again all reports that were read by another version of code or tables; judgements stay.

        ``everything`` reads all of them. Where a run breaks off, the next one goes on.
        """
        numbers = self._stale(everything=everything)
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

    def stale(self, *, everything: bool = False) -> int:
        """Return how many reports a ``reread`` would read."""
        return len(self._stale(everything=everything))

    def _stale(self, *, everything: bool) -> list[int]:
        """Return the reports that another version read, or all."""
        with self._database.reading() as connection:
            if everything:
                return reports.all_numbers(connection)
            return reports.not_read_by(connection, version_of(self.tables))

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
            filed = self._neighbours.file(connection, kept)
            settle(connection, filed, log, neighbours=self._neighbours, anew=filed.numbers)
            log.write(connection)
        return changed

    def _concerned(self, connection: Connection, judgement: Judgement) -> list[int]:
        """Return the accounts that a judgement is about; StoreError where the store has none of that name."""
        about_reports = judgement.decision in (Decision.SAME, Decision.NOT_SAME)
        known = (accounts.numbers_of if about_reports else reports.with_claims)(connection, judgement.subject)
        missing = [subject for subject in judgement.subject if subject not in known]
        if missing or len(set(judgement.subject)) < 1 + about_reports:
            what = "two reports or more" if about_reports else "claims"
            named = f"; there is no {', '.join(missing)}" if missing else ""
            raise StoreError(f"{judgement.decision} is said of {what}, by their ids{named}")
        if about_reports:
            return sorted(set(known.values()))
        told = accounts.of_reports(connection, known.values())
        given = accounts.given(connection, [number for mine in told.values() for number in mine])
        return [one.number for one in given if one.holds(judgement.subject)]


def found_all(connection: Connection, judgement: Judgement) -> bool:
    """Say whether all that a judgement is about is still there."""
    if judgement.decision in (Decision.SAME, Decision.NOT_SAME):
        return True
    return set(judgement.subject) <= set(reports.with_claims(connection, judgement.subject))


def counted(found: Iterable[Arrival], progress: Step | None) -> Iterator[Arrival]:
    """Yield what came, and tell how many sources are done."""
    for done, one in enumerate(found, 1):
        yield one
        if progress:
            progress(done)
