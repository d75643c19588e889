"""What a store of reports tells beside its records: arrivals, changes, differences, hits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NewType

from rashomon.model.event import Event, EventId, Judgement, Question, Value, Verdict
from rashomon.model.text import Note, ReportId
from rashomon.model.values import Place, TimeSpan

JudgementId = NewType("JudgementId", str)


@dataclass(frozen=True, slots=True)
class Rejected:
    """What could not be read: a file, a page, a line of a file. Why, when it came, and the SHA-256 of its bytes where there were any.

    ``code`` is a short stable name of the reason (``not-text``, ``empty``, ``bad-line``, ``robots`` ...).
    """

    source: str
    code: str
    reason: str
    arrived: str
    original: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What an ``add`` did: the reports that were new, how many were there already, what was set aside, and the events it touched.

    ``founded``, ``grown`` and ``merged`` are events; a merged one is named with the one it is now part of. ``since`` is the last
    change of the log before.
    """

    reports: tuple[ReportId, ...] = ()
    known: int = 0
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[Note, ...] = ()
    founded: tuple[EventId, ...] = ()
    grown: tuple[EventId, ...] = ()
    merged: tuple[tuple[EventId, EventId], ...] = ()
    since: int = 0


@dataclass(frozen=True, slots=True)
class Reread:
    """What a ``reread`` did: the reports read anew, those whose reading changed, and the judgements whose claim is no longer read."""

    reports: int = 0
    changed: tuple[ReportId, ...] = ()
    loose: tuple[JudgementId, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the change log: ``what`` happened to ``subject`` at ``at``; ``digest`` binds it to all rows before it.

    ``what`` is added, rejected, event, merged, judged, withdrawn or reread.
    """

    number: int
    at: str
    what: str
    subject: str
    details: Mapping[str, object]
    digest: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a store: the event with its figures, when it last changed, and how many of its findings have which verdict."""

    event: Event
    changed: str
    verdicts: Mapping[Verdict, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that has the words looked for: in which event, and the words around the first of them."""

    report_id: ReportId
    event_id: EventId
    name: str
    title: str | None
    day: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Move:
    """One root's answer to a question, before and after: at least 78 became 89. None where it gave none.

    ``reports`` are the new ones that carry the answer: by whom it came. ``derived`` marks a sum that nobody stated,
    ``party`` a root that is a party to the conflict; ``likely_root`` is whom it probably rests on where the attribution was dropped.
    """

    root: str
    before: Value | None
    after: Value | None
    as_of: date | None = None
    reports: tuple[ReportId, ...] = ()
    derived: bool = False
    party: bool = False
    likely_root: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """What changed on one question: its verdict, the answers that moved, and why it stands as it does now.

    ``before`` and ``after`` are verdicts; None where the question was not asked, or no longer is.
    """

    question: Question
    before: Verdict | None
    after: Verdict | None
    moves: tuple[Move, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in the record of an event since a change of the log.

    ``joined`` and ``left`` are reports, ``absorbed`` the events merged into it; ``judged`` and ``withdrawn`` are what reviewers
    decided and took back. ``when``, ``where`` and ``kind`` are pairs of before and after, None where nothing changed. ``fresh`` says
    that there was no such event before.
    """

    event: Event
    since: int
    fresh: bool = False
    joined: tuple[ReportId, ...] = ()
    left: tuple[ReportId, ...] = ()
    absorbed: tuple[EventId, ...] = ()
    judged: tuple[Judgement, ...] = ()
    withdrawn: tuple[Judgement, ...] = ()
    when: tuple[TimeSpan | None, TimeSpan | None] | None = None
    where: tuple[Place | None, Place | None] | None = None
    kind: tuple[str | None, str | None] | None = None
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """What ``verify`` found: how much was looked at, the hash of the last change, and each thing that is not as it was written."""

    reports: int
    originals: int
    events: int
    judgements: int
    changes: int
    head: str
    problems: tuple[str, ...] = ()
