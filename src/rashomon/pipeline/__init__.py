"""The verbs composed: load, read, group, reconcile, and all of them at once: compare."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from rashomon.cluster.copies import find_copies
from rashomon.cluster.describe import describe
from rashomon.cluster.group import group as group_reports
from rashomon.errors import InputError
from rashomon.extract.reader import read_some
from rashomon.intake.gather import taken
from rashomon.intake.item import Intake, Item, Reject
from rashomon.intake.source import items
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import Event, Judgement, Note, Reading, Record, Report, ReportId, SharedText
from rashomon.reconcile.record import reconcile as reconcile_event

Source = str | Path | Report
"""A report, or the path of a file or folder of reports; ``-`` is standard input."""
HANDFUL = 16
"""Reports that are read in one go, which spares the parser steps."""
LONG = 100_000
"""Code points after which a handful is full."""
Progress = Callable[[int, int], None]
"""Called with how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The reports that sources hold, each once; notes on what was left out; and the sources that could not be read."""

    reports: tuple[Report, ...]
    notes: tuple[Note, ...] = ()
    failures: tuple[InputError, ...] = ()


def load(sources: Source | Iterable[Source], *, tables: Tables | None = None) -> Loaded:
    """Return the reports of files, folders and patterns, in the order given.

    What cannot be read at all is among ``failures``, and the rest is read. A report that comes twice counts once, with a
    note ``same-report``.

    >>> load(["no-such-file.txt"]).failures[0].source
    'no-such-file.txt'
    """
    tables = tables or default_tables()
    loading = Loading()
    for source in listed(sources):
        if isinstance(source, Report):
            loading.add(Intake(Item(source.source, b""), (source,)))
            continue
        for found in taken(items(source), tables):
            loading.add(found)
    return Loaded(tuple(loading.reports.values()), tuple(loading.notes), tuple(loading.failures))


@dataclass
class Loading:
    """What has been loaded so far."""

    reports: dict[ReportId, Report] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    failures: list[InputError] = field(default_factory=list)

    def add(self, found: Intake | Reject | Note) -> None:
        """Put what was taken in among the rest; parts that could not be read are notes if others could."""
        if isinstance(found, Note):
            self.notes.append(found)
        elif isinstance(found, Reject):
            self.failures.append(found.error())
        else:
            self.notes += found.notes
            for report in found.reports:
                self.notes += admit(report, self.reports)
            if found.reports:
                self.notes += [reject.note() for reject in found.rejects]
            else:
                self.failures += [reject.error() for reject in found.rejects]


def listed(sources: Source | Iterable[Source]) -> list[Source]:
    """Return the sources as a list; a single one may come bare."""
    return [sources] if isinstance(sources, (str, Path, Report)) else list(sources)


def admit(report: Report, reports: dict[ReportId, Report]) -> list[Note]:
    """Put a report among the others; return a note where it, or another one under its id, is there already."""
    known = reports.setdefault(report.id, report)
    if known is report:
        return []
    if known.text == report.text:
        message = f"{report.source} holds the same report as {known.source}; it is counted once"
        return [Note("same-report", message, None, known.id)]
    own = Report.id_of(outlet=report.outlet, url=report.url, text=report.text)
    message = f"{report.source} gives another report the id {report.id}; it is read as {own}"
    again = admit(replace(report, id=own, notes=tuple(under(note, report.id, own) for note in report.notes)), reports)
    return [Note("same-id", message, None, own), *again]


def under(note: Note, old: ReportId, new: ReportId) -> Note:
    """Return a report's note with the report's new id."""
    return replace(note, report_id=new) if note.report_id == old else note


def read(
    sources: Source | Iterable[Source],
    *,
    tables: Tables | None = None,
    gazetteer: Gazetteer | None = None,
    progress: Progress | None = None,
) -> Iterator[Reading]:
    """Yield the reading of each report: its claims, its mentions, and notes on what could not be read.

    ``sources`` are reports or paths; InputError is raised at the first file that cannot be read. ``gazetteer`` None means
    the one that ships. ``progress`` is called after each report.
    """
    tables = tables or default_tables()
    places = gazetteer or shipped_gazetteer(tables)
    reports = reports_of(sources, tables)
    done = 0
    for some in handfuls(reports):
        with uncollected():
            readings = read_some(some, tables=tables, gazetteer=places)
        for reading in readings:
            yield reading
            done += 1
            if progress:
                progress(done, len(reports))


def handfuls(reports: Sequence[Report]) -> Iterator[list[Report]]:
    """Yield a few reports at a time: sixteen, or fewer where they are long."""
    some: list[Report] = []
    for report in reports:
        some.append(report)
        if len(some) == HANDFUL or sum(len(one.text) for one in some) > LONG:
            yield some
            some = []
    if some:
        yield some


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the search for cyclic garbage, and leave the collector as it was found.

    Reading makes many objects and hardly a cycle, so that the search costs time, again for every report, and frees
    next to nothing. Memory stays bounded: what a few reports leave behind is looked through before the next.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def reports_of(sources: Source | Iterable[Source], tables: Tables) -> tuple[Report, ...]:
    """Return the reports of sources that all have to be readable."""
    given = listed(sources)
    if all(isinstance(source, Report) for source in given):
        return tuple(source for source in given if isinstance(source, Report))
    loaded = load(given, tables=tables)
    for failure in loaded.failures:
        raise failure
    return loaded.reports


def group(
    sources: Source | Iterable[Source], readings: Iterable[Reading] | None = None, *, tables: Tables | None = None
) -> tuple[Event, ...]:
    """Return the events that the reports tell, each with the reasons for putting its reports together; no figures yet.

    ``readings`` None means that the reports are read here.
    """
    tables = tables or default_tables()
    reports = reports_of(sources, tables)
    read_already = tuple(readings) if readings is not None else tuple(read(reports, tables=tables))
    return group_reports(reports, read_already, tables=tables)


def reconcile(
    event: Event,
    reports: Sequence[Report],
    readings: Iterable[Reading],
    *,
    tables: Tables | None = None,
    judgements: Sequence[Judgement] = (),
) -> Record:
    """Return the record of one event: its findings, and figures in ``Record.event``.

    ``reports`` and ``readings`` may hold more than the event's own; of a report that tells of other events too, only what its
    account of this one says is used.
    """
    tables = tables or default_tables()
    mine = [report for report in reports if report.id in event.report_ids]
    shared = find_copies(mine, event.accounts, tables=tables)
    return reconcile_told(event, mine, told_of(event, readings), shared, tables=tables, judgements=judgements)


def reconcile_told(
    event: Event, reports: Sequence[Report], readings: Sequence[Reading], shared: Sequence[SharedText], *, tables: Tables,
    judgements: Sequence[Judgement] = (),
) -> Record:  # fmt: skip
    """Return the record of an event by what its reports say of it and the text they share in saying so."""
    record = reconcile_event(event, reports, readings, shared=shared, tables=tables, judgements=judgements)
    names = {report.id: report.name for report in reports}
    partly = [
        Note(
            "round-up", f"{names[one.report_id]} tells of other events too; what is not about this one is left out",
            None, one.report_id,
        )
        for one in event.accounts
    ]  # fmt: skip
    return replace(record, notes=(*partly, *record.notes), versions={"rashomon": version(), **record.versions})


def told_of(event: Event, readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return the readings as far as they are about an event."""
    found = []
    for reading in readings:
        account = event.account_of(reading.report_id)
        found.append(account.of(reading) if account else reading)
    return tuple(found)


def compare(
    sources: Source | Iterable[Source],
    *,
    tables: Tables | None = None,
    gazetteer: Gazetteer | None = None,
    judgements: Sequence[Judgement] = (),
) -> Record:
    """Return the record of reports that tell one event: who says what, on whose word, and how it fits together.

    A source that cannot be read becomes a note ``unreadable``; InputError is raised where none can. Where the reports
    seem to tell several events, they are compared all the same, with a note ``several-events``.
    """
    tables = tables or default_tables()
    loaded = load(sources, tables=tables)
    return compare_loaded(loaded, tables=tables, gazetteer=gazetteer, judgements=judgements)


def compare_loaded(
    loaded: Loaded,
    *,
    tables: Tables,
    gazetteer: Gazetteer | None = None,
    judgements: Sequence[Judgement] = (),
    progress: Progress | None = None,
) -> Record:
    """Return the record of loaded reports, taken as one event."""
    if not loaded.reports:
        raise loaded.failures[0] if loaded.failures else InputError("sources", "no report given; give one file or more")
    reports = loaded.reports
    readings = tuple(read(reports, tables=tables, gazetteer=gazetteer, progress=progress))
    event = describe(reports, readings, tables=tables, reasons=("the reports were given to be compared as one event",))
    record = reconcile(event, reports, readings, tables=tables, judgements=judgements)
    remarks = (*unreadable(loaded), *loaded.notes, *on_company(reports, readings, tables))
    return replace(record, notes=(*remarks, *record.notes))


def unreadable(loaded: Loaded) -> list[Note]:
    """Return a note for each source that could not be read."""
    return [Note("unreadable", str(failure)) for failure in loaded.failures]


def on_company(reports: Sequence[Report], readings: Sequence[Reading], tables: Tables) -> list[Note]:
    """Return a note where there is nothing to compare with, or where the reports seem to tell several events."""
    if len(reports) == 1:
        return [Note("one-report", f"{reports[0].name} is the only report: there is nothing to compare it with")]
    events = [event for event in group(reports, readings, tables=tables) if has_own_story(event)]
    if len(events) == 1:
        return []
    names = {report.id: report.name for report in reports}
    parts = "; ".join(", ".join(names[i] for i in event.report_ids) for event in events)
    return [
        Note("several-events", f"these reports seem to tell {len(events)} events, and are compared as one: {parts}")
    ]


def has_own_story(event: Event) -> bool:
    """Say whether the event is what one of its reports is mostly about, and not only what others turn to."""
    aside = {account.report_id for account in event.accounts if account.number > 1}
    return any(report not in aside for report in event.report_ids)


@cache
def default_tables() -> Tables:
    """Return the shipped tables, loaded once."""
    return load_tables()


def shipped_gazetteer(tables: Tables) -> Gazetteer:
    """Return the gazetteer that ships with the package, opened once for a set of tables."""
    return tables.made("gazetteer", lambda _: Gazetteer())  # type: ignore[no-any-return]


@cache
def version() -> str:
    """Return the version of the package that is installed."""
    from importlib import metadata

    return metadata.version("rashomon")
