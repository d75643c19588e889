"""The face of a store that changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Self

from rashomon.errors import StoreError
from rashomon.lexicon.tables import Tables
from rashomon.model import Account, EventId, Judgement, Record, Report, ReportId, Span
from rashomon.model.living import Change, Difference, Entry, Hit, JudgementId, Rejected, Verified
from rashomon.pipeline import default_tables
from rashomon.pipeline.living.difference import difference
from rashomon.pipeline.living.making import record_after
from rashomon.pipeline.living.moments import moment_of
from rashomon.store import accounts, events, judgements, log, migrate, reports, search
from rashomon.store.codec import storable
from rashomon.store.connect import Database
from rashomon.store.events import Wanted
from rashomon.store.verify import verify

MOST_HITS = 50
EXCERPT = 240


class StoreReader:
    """A store opened for reading: the events that its reports tell, their records, and how they came about.

    ``where`` is the path of an SQLite file or the URL of a PostgreSQL database. Use it in a ``with``, or close it.

    ::

        with rashomon.StoreReader("harbour.db") as store:
            for entry in store.events(disputed=True):
                record = store.record(entry.event.id)
    """

    writable = False

    def __init__(self, where: str | Path, *, tables: Tables | None = None) -> None:
        self.tables = tables or default_tables()
        self._database = Database(where, writable=self.writable)
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        """Refuse a store that cannot be read."""
        migrate.check_version(self._database)

    def close(self) -> None:
        """Let go of the store."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def events(
        self, *, since: date | None = None, until: date | None = None, place: str | None = None, kind: str | None = None,
        actor: str | None = None, disputed: bool = False,
    ) -> tuple[Entry, ...]:  # fmt: skip
        """Return the events that are asked for, the one that changed last first.

        ``since`` and ``until`` are days of the happening, ``place`` and ``actor`` parts of names ("beled", "police"), ``kind`` a kind
        of act ("bombing"); ``disputed`` asks for events with at least one disputed finding.
        """
        place, kind, actor = (storable(name) if name else None for name in (place, kind, actor))
        with self._database.reading() as connection:
            return tuple(events.wanted(connection, Wanted(since, until, place, kind, actor, disputed)))

    def entry(self, event: str) -> Entry:
        """Return one event as :meth:`events` lists it, named as in :meth:`find`."""
        event_id = self.find(event)
        with self._database.reading() as connection:
            return events.entry(connection, event_id)

    def founder(self, event: str) -> ReportId:
        """Return the first report of an event, after which it is named; of one that tells of other events too, the id of its account of this one."""
        event_id = self.find(event)
        with self._database.reading() as connection:
            number = events.members_of(connection, event_id)[0]
            return accounts.ids_of(connection, [number])[number]

    def find(self, name: str) -> EventId:
        """Return the event that is meant: by its id, the beginning of it, that of an event merged into it, or a report of it.

        StoreError says so where there is none, or more than one.
        """
        name = storable(name)
        with self._database.reading() as connection:
            exact = events.standing(connection, name)
            if exact:
                return exact
            number = accounts.numbers_of(connection, [name]).get(name)
            if number is not None:
                return events.memberships(connection, [number])[number]
            begin = {events.standing(connection, id_) for id_ in events.that_begin(connection, name)} if name else set()
        found = sorted(id_ for id_ in begin if id_)
        if len(found) == 1:
            return found[0]
        several = f"; it may mean {', '.join(found)}" if found else "; 'rashomon events' lists them"
        raise StoreError(f"{name!r} names no event{several}")

    def record(self, event: str, *, at: int | str | date | None = None) -> Record:
        """Return the record of an event, as it is, or as it was after a change of the log or at the beginning of a day.

        An event is named as in :meth:`find`. An earlier record is made with today's readings. StoreError says so where the event
        had no report then.
        """
        event_id = self.find(event)
        with self._database.reading() as connection:
            if at is None:
                record = events.record_of(connection, event_id)
            else:
                record = record_after(connection, event_id, self._change(at), tables=self.tables)
        if record is None:
            raise StoreError(f"event {event_id} had no report at {at}")
        return record

    def diff(self, event: str, *, since: int | str | date | datetime) -> Difference:
        """Return what changed in an event's record since a change of the log, by its number, or since a day or moment.

        The figures that moved, with by whom, the verdicts that are others now and why, and the reports that did it.
        """
        event_id = self.find(event)
        change = self._change(since)
        with self._database.reading() as connection:
            after = events.record_of(connection, event_id)
            if after is None:
                raise StoreError(f"event {event_id} has no record")
            return difference(
                record_after(connection, event_id, change, tables=self.tables),
                after,
                since=change,
                absorbed=events.absorbed(connection, event_id, change),
                decided=judgements.all_judgements(connection),
            )

    def changes(self, *, since: int | str | date | datetime = 0) -> tuple[Change, ...]:
        """Return the changes after one of the log, by its number, or since a day or moment, the oldest first."""
        with self._database.reading() as connection:
            return tuple(log.changes(connection, self._change(since)))

    def search(self, words: str, *, most: int = MOST_HITS) -> tuple[Hit, ...]:
        """Return the reports that have all the words in some form, the best first; ``"in double quotes"`` side by side."""
        with self._database.reading() as connection:
            numbers = search.find_words(connection, words, most=most)
            found = {one.number: one.report for one in reports.kept(connection, numbers)}
            told = accounts.of_reports(connection, numbers)
            home = events.memberships(connection, [number for mine in told.values() for number in mine])
            parts = {one.number: one.account for one in accounts.given(connection, home)}
            return tuple(hit(found[number], [(parts[n], home[n]) for n in told[number]], words) for number in numbers)

    def reports(self) -> Iterator[Report]:
        """Yield all reports in the order in which they came."""
        with self._database.reading() as connection:
            numbers = reports.all_numbers(connection)
        for some in reports.chunks(numbers):
            with self._database.reading() as connection:
                yield from (one.report for one in reports.kept(connection, some))

    def report(self, report_id: str) -> Report:
        """Return a report by its id; StoreError where there is none."""
        with self._database.reading() as connection:
            found = reports.report_of(connection, storable(report_id))
        if found is None:
            raise StoreError(f"{report_id!r} names no report; 'rashomon search' finds them by their words")
        return found

    def original(self, digest: str) -> bytes:
        """Return the bytes that came, by their SHA-256 (see :attr:`Rejected.original`); StoreError where there are none."""
        with self._database.reading() as connection:
            found = reports.original(connection, digest)
        if found is None:
            raise StoreError(f"no bytes with the SHA-256 {digest!r}")
        return found

    def arrival(self, report_id: str) -> tuple[str, str | None]:
        """Return when a report came, and the SHA-256 of the bytes it came in; None where it was given as a report."""
        with self._database.reading() as connection:
            found = reports.arrival(connection, report_id)
        if found is None:
            raise StoreError(f"{report_id!r} names no report")
        return found

    def rejected(self) -> tuple[Rejected, ...]:
        """Return what could not be read, with the reasons, in the order in which it came."""
        with self._database.reading() as connection:
            return tuple(reports.all_rejected(connection))

    def judgements(self) -> dict[JudgementId, Judgement]:
        """Return what reviewers decided, in order; what they took back is marked as withdrawn."""
        with self._database.reading() as connection:
            return {one.id: one.judgement for one in judgements.all_judgements(connection)}

    def verify(self) -> Verified:
        """Hold the whole store against its hash-chained log."""
        with self._database.reading() as connection:
            return verify(connection)

    def _change(self, since: int | str | date | datetime) -> int:
        """Return the change of the log that a number, a day or a moment means: the last one before it."""
        if isinstance(since, int):
            return since
        with self._database.reading() as connection:
            return log.before(connection, moment_of(since))


def hit(report: Report, homes: Sequence[tuple[Account | None, EventId]], asked: str) -> Hit:
    """Return a report as a search shows it, with the event of the account in which the words stand."""
    place = search.first_place(report.text, asked)
    inside = (id_ for account, id_ in homes if account is None or account.tells(Span(place, place)))
    words = search.excerpt(report.text, asked, width=EXCERPT)
    return Hit(report.id, next(inside, homes[0][1]), report.name, report.title, report.day, words)
