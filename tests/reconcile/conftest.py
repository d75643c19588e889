"""A small newsroom of invented outlets: reports, claims and records for tests of the reconciler."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from rashomon.lexicon import Tables, load_tables
from rashomon.model import (
    OUTLET,
    TOTAL,
    UNATTRIBUTED,
    Act,
    ActorKind,
    Attribution,
    Claim,
    ClaimKind,
    Event,
    EventId,
    Finding,
    Group,
    Judgement,
    Link,
    Place,
    Quantity,
    Reading,
    Record,
    Report,
    SharedText,
    Span,
    TimeSpan,
    Voice,
)
from rashomon.reconcile import reconcile

FIRST = date(2031, 3, 1)
"""The day of the invented happening."""


def day(number: int) -> date:
    """The day of the happening, or one after it."""
    return FIRST + timedelta(days=number)


def said_by(*links: Link) -> Attribution:
    """Words on somebody's word; the last link is the root."""
    return Attribution(links[-1].name, Voice.REPORTED, links)


MONITOR = Link("Harrow Rights Monitor", ActorKind.MONITOR)
MINISTRY = Link("Harrow Health Ministry", ActorKind.GOVERNMENT)
POLICE = Link("Milltown Police", ActorKind.POLICE)
GUARD = Link("Northern Guard", ActorKind.MILITIA)
WIRE = Link("Meridian Wire", ActorKind.AGENCY)
LOCALS = Link("local sources", ActorKind.UNNAMED)

VOICES = {
    "own": Attribution(OUTLET, Voice.OWN),
    "nobody": Attribution(UNATTRIBUTED, Voice.UNATTRIBUTED),
    "monitor": said_by(MONITOR),
    "monitor via wire": said_by(WIRE, MONITOR),
    "ministry": said_by(MINISTRY),
    "short ministry": said_by(Link("health ministry", ActorKind.GOVERNMENT)),
    "police": said_by(POLICE),
    "short police": said_by(Link("police", ActorKind.POLICE)),
    "guard": said_by(GUARD),
    "guard speaker": said_by(GUARD, Link("Ola Brandt", ActorKind.PERSON)),
    "guard officer": said_by(GUARD, Link("Per Lund", ActorKind.PERSON)),
    "hospital": said_by(Link("Milltown Hospital", ActorKind.MEDICAL_BODY)),
    "locals": said_by(LOCALS),
    "locals via wire": said_by(WIRE, LOCALS),
}
"""On whose word a test's claim may rest."""


def group(name: str) -> Group:
    """A group by its id."""
    return TOTAL if name == "total" else Group(name, name)


@dataclass
class Paper:
    """One report being written: each claim gets a sentence of its own."""

    report: Report
    claims: list[Claim] = field(default_factory=list)

    def _add(self, claim: Claim, **changes: object) -> Claim:
        start = 20 * len(self.claims)
        placed = replace(
            claim, report_id=self.report.id, span=Span(start, start + 19), number_span=Span(start, start + 5)
        )
        made = replace(placed, **changes).identified()  # type: ignore[arg-type]
        self.claims.append(made)
        return made

    def count(
        self,
        quantity: Quantity | int,
        by: str = "own",
        *,
        measure: str = "killed",
        of: str = "total",
        **changes: object,
    ) -> Claim:
        """Add a count: "Five people died, the monitor said"."""
        stated = Quantity.exactly(quantity, words=str(quantity)) if isinstance(quantity, int) else quantity
        claim = Claim(
            self.report.id,
            ClaimKind.COUNT,
            Span(0, 1),
            "",
            measure=measure,
            group=group(of),
            quantity=stated,
            attribution=VOICES[by],
        )
        return self._add(claim, **changes)

    def act(
        self, told: str, agent: str | None = None, patient: str | None = None, by: str = "own", **changes: object
    ) -> Claim:
        """Add an act: "Guard fighters attacked the depot"."""
        return self._add(
            Claim(self.report.id, ClaimKind.ACT, Span(0, 1), "", act=Act(told, agent, patient), attribution=VOICES[by]),
            **changes,
        )

    def control(self, kind: str, agent: str | None, patient: str, by: str = "own", **changes: object) -> Claim:
        """Add a claim of control: "the Guard took the depot"."""
        claim = Claim(
            self.report.id, ClaimKind.CONTROL, Span(0, 1), "", act=Act(kind, agent, patient), attribution=VOICES[by]
        )
        return self._add(claim, **changes)


@dataclass
class Newsroom:
    """Papers on one event, and the record made of them."""

    tables: Tables
    papers: list[Paper] = field(default_factory=list)
    shared: list[SharedText] = field(default_factory=list)

    @staticmethod
    def on(number: int, until: int | None = None) -> TimeSpan:
        """A time of one or several days, counted from the happening."""
        return TimeSpan(day(number), day(number if until is None else until))

    @staticmethod
    def day(number: int) -> date:
        """The day of the happening, or one after it."""
        return day(number)

    def paper(self, outlet: str, on_day: int | None = 0, clock: str | None = None) -> Paper:
        """Add a report by an outlet, so many days after the happening."""
        text = f"{outlet} {on_day} {clock} {len(self.papers)} " + "word " * 200
        printed = None if on_day is None else day(on_day)
        published = f"{printed}T{clock}" if printed and clock else None
        report = Report(
            Report.id_of(outlet=outlet, url=None, text=text),
            outlet,
            text,
            outlet=outlet,
            day=printed,
            published=published,
        )
        self.papers.append(Paper(report))
        return self.papers[-1]

    def copy(self, of: Paper, outlet: str, on_day: int = 0) -> Paper:
        """Add a paper that prints another's text as its own."""
        printed = self.paper(outlet, on_day)
        printed.claims = [replace(claim, report_id=printed.report.id).identified() for claim in of.claims]
        self.shared.append(SharedText(of.report.id, printed.report.id, "exact", 1.0))
        return printed

    def record(
        self, *, judgements: Sequence[Judgement] = (), turn: Callable[[list[Report]], Iterable[Report]] = list,
        parties: tuple[str, ...] = (), when: TimeSpan | None = None, where: Place | None = None,
    ) -> Record:  # fmt: skip
        """Reconcile the papers."""
        reports = list(turn([paper.report for paper in self.papers]))
        claims = {paper.report.id: tuple(paper.claims) for paper in self.papers}
        readings = [Reading(report.id, claims[report.id]) for report in reports]
        event = Event(EventId("e-1"), tuple(sorted(claims)), when=when, where=where, parties=parties)
        return reconcile(event, reports, readings, tables=self.tables, shared=self.shared, judgements=judgements)

    def finding(self, label: str, **options: object) -> Finding:
        """The one finding of this label."""
        found = [one for one in self.record(**options).findings if one.question.label == label]  # type: ignore[arg-type]
        assert len(found) == 1, [one.question.label for one in self.record(**options).findings]  # type: ignore[arg-type]
        return found[0]


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The shipped tables."""
    return load_tables()


@pytest.fixture(scope="session")
def newsroom(tables: Tables) -> Callable[[], Newsroom]:
    """A maker of empty newsrooms, one for each example of a law."""
    return lambda: Newsroom(tables)


@pytest.fixture
def room(tables: Tables) -> Newsroom:
    """An empty newsroom."""
    return Newsroom(tables)
