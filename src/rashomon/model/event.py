"""What several reports say together: events, findings and the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from rashomon.model.account import Account
from rashomon.model.claim import Claim, ClaimId, Group, Mention
from rashomon.model.text import Note, Report, ReportId, Span
from rashomon.model.values import Place, TimeSpan

EventId = NewType("EventId", str)
FindingId = NewType("FindingId", str)


class Verdict(StrEnum):
    """How the positions on one question stand to each other; never who is right."""

    SINGLE_SOURCE = "single-source"
    AGREE = "agree"
    COMPATIBLE = "compatible"
    UPDATED = "updated"
    DISPUTED = "disputed"
    NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True, slots=True)
class Question:
    """One question about an event: a measure of a group in a scope, an act on a target, or control of an object.

    ``scope`` is ``event`` or names a part (a raid, a place, a day).
    """

    kind: str
    label: str
    measure: str | None = None
    group: Group | None = None
    act: str | None = None
    target: str | None = None
    scope: str = "event"


@dataclass(frozen=True, slots=True)
class Value:
    """What a position holds: an interval for a count, a word or two for anything else."""

    label: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One root's latest answer to a question; ``series`` its earlier ones, oldest first.

    ``likely_root`` names the root it probably rests on where the attribution was dropped; ``party`` says
    that the root is a party to the conflict; ``derived`` marks a sum that nobody stated.
    """

    value: Value
    root: str
    claims: tuple[ClaimId, ...]
    reports: tuple[ReportId, ...]
    as_of: date | None = None
    root_kind: str | None = None
    party: bool = False
    derived: bool = False
    likely_root: str | None = None
    series: tuple[SeriesPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One figure of a root's series: what it was, as of when, by which claims."""

    value: Value
    as_of: date | None
    claims: tuple[ClaimId, ...]
    reports: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a published policy makes of the positions, and the claims it used."""

    low: int | None
    best: int | None
    high: int | None
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Rung:
    """One step on the way to a verdict: its name and verdict, whether it fitted, and why, or why not.

    "Every root states the same" did not fit where "Police say 9, the hospital 24".
    """

    name: str
    verdict: Verdict
    why: str
    fits: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One question, the positions taken on it, a verdict, and why.

    ``independent_roots`` counts the roots that do not rest on each other; ``open`` says what would settle it. ``ladder``
    holds the steps that were tried, in order: the last one fitted and gave the verdict.
    """

    id: FindingId
    question: Question
    verdict: Verdict
    positions: tuple[Position, ...]
    independent_roots: int
    why: str
    estimates: dict[str, Estimate] = field(default_factory=dict)
    open: tuple[str, ...] = ()
    ladder: tuple[Rung, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of an event, as ``events.jsonl`` carries it: of which group, with its label, and on how many independent roots."""

    measure: str
    group: Group
    low: int | None
    best: int | None
    high: int | None
    verdict: Verdict
    roots: int


@dataclass(frozen=True, slots=True)
class Event:
    """The reports about one happening; ``reasons`` say why they were put together.

    ``accounts`` are those of the reports that tell of other happenings too: which stretches of them are about this one.
    """

    id: EventId
    report_ids: tuple[ReportId, ...]
    when: TimeSpan | None = None
    where: Place | None = None
    type: str | None = None
    parties: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    accounts: tuple[Account, ...] = ()

    def account_of(self, report: ReportId) -> Account | None:
        """Return which part of a report is about the event; None for the whole of it."""
        return next((one for one in self.accounts if one.report_id == report), None)


@dataclass(frozen=True, slots=True)
class SharedText:
    """Sentences that stand in two reports: ``kind`` is exact, near or partial; ``share`` is of the shorter one.

    ``origin`` is whose words they likely are: an agency that a report is credited to, a body on its own page, else the outlet that
    printed them first; None where nothing tells.
    """

    first: ReportId
    second: ReportId
    kind: str
    share: float
    spans: tuple[tuple[Span, Span], ...] = ()
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """What an actor was called, by whom: in the outlet's voice, or in a quotation of ``speaker``."""

    actor: str
    label: str
    words: str
    report_id: ReportId
    outlet: str
    voice: str
    speaker: str | None
    loaded: tuple[str, ...]
    count: int
    span: Span


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """An act with its time, in order; claims that tell the same act stand together."""

    when: TimeSpan | None
    label: str
    claims: tuple[ClaimId, ...]
    roots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that some reports carry and ``report_id`` leaves out."""

    report_id: ReportId
    what: str
    carried_by: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """A record in numbers: how many reports, of how many named outlets, resting on how many roots.

    ``roots`` counts each root once, however many questions it answers; a figure whose attribution was likely dropped counts
    for the root it likely rests on. ``unsourced`` counts the answers that nobody named stands for. ``verdicts`` maps a
    verdict to the number of findings that have it.
    """

    reports: int = 0
    outlets: int = 0
    roots: int = 0
    unsourced: int = 0
    verdicts: dict[Verdict, int] = field(default_factory=dict)


class Decision(StrEnum):
    """What a reviewer decided."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    SAME = "same"
    NOT_SAME = "not same"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reviewer's decision about claims or reports; withdrawn, never deleted."""

    decision: Decision
    subject: tuple[str, ...]
    by: str
    at: str
    correction: str | None = None
    reason: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Everything the reports on one event say, sourced: a pure function of claims and judgements."""

    event: Event
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    wording: tuple[Wording, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    shared: tuple[SharedText, ...] = ()
    omissions: tuple[Omission, ...] = ()
    open: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    mentions: tuple[Mention, ...] = ()
    versions: dict[str, str] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
