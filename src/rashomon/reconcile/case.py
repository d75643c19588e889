"""What the reconciler works on: an event's live claims, each with its report, its root and its moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.lexicon.families import Families
from rashomon.lexicon.orders import Orders
from rashomon.lexicon.policies import Policies
from rashomon.model import (
    Claim,
    ClaimId,
    ClaimKind,
    Event,
    FindingId,
    Layer,
    Question,
    Report,
    ReportId,
    SharedText,
    content_id,
)
from rashomon.reconcile.moments import Moment, report_day
from rashomon.reconcile.roots.root import Root


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim as the answer to a question: on whose word, in which report, and of when.

    ``leans`` is the named root on which the outlet's own or nobody's words most likely rest; None where nothing tells. ``cited``
    are the keys of the roots that its report names anywhere.
    """

    claim: Claim
    report: Report
    root: Root
    moment: Moment
    leans: Root | None = None
    cited: frozenset[str] = frozenset()

    @property
    def voice(self) -> str:
        """The key of the root that the words rest on."""
        return (self.leans or self.root).key

    @property
    def house(self) -> str:
        """The key under which the root that the words rest on is counted."""
        return (self.leans or self.root).house

    @property
    def rank(self) -> tuple[object, ...]:
        """A sort key by time, then by what the answer says: never by the order in which reports came."""
        return (*self.moment.rank, self.report.id, self.claim.span, self.claim.id)

    @property
    def own(self) -> bool:
        """Whether the report says it in its own voice or names nobody."""
        return self.root.spoken or self.root.vague


@dataclass(frozen=True)
class Case:
    """One event with its reports in order of day, the main claims as answers, and the tables that judge them."""

    event: Event
    reports: tuple[Report, ...]
    answers: tuple[Answer, ...]
    orders: Orders
    families: Families
    policies: Policies
    countries: frozenset[str] = field(default_factory=frozenset)
    unfirm: tuple[tuple[Claim, str], ...] = ()

    def of_kind(self, *kinds: ClaimKind) -> list[Answer]:
        """Return the answers of these kinds of claim."""
        return [answer for answer in self.answers if answer.claim.kind in kinds]


def in_order(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports by day, then id, each once; a report with no day comes last, by its dateline where that has no year."""
    once = {report.id: report for report in reports}
    return tuple(
        sorted(once.values(), key=lambda r: (report_day(r) is None, str(report_day(r)), r.yearless or (13, 0), r.id))
    )


def speaks_of_the_event(claim: Claim) -> bool:
    """Say whether a claim may answer a question about the event: of the main layer, firm, and not on what a page sets around it."""
    return claim.layer is Layer.MAIN and claim.modality.is_firm and not claim.zone.is_furniture


def answers_of(
    claims: Sequence[Claim], reports: Mapping[ReportId, Report], roots: Mapping[ClaimId, Root],
    leans: Mapping[ClaimId, Root], moments: Mapping[ClaimId, Moment],
) -> tuple[Answer, ...]:  # fmt: skip
    """Return the claims about the event as answers, sorted by time and then by what they say; ``moments`` are those of the claims."""
    cited: dict[ReportId, set[str]] = {}
    for claim in claims:
        if claim.id in roots and not (roots[claim.id].spoken or roots[claim.id].vague):
            cited.setdefault(claim.report_id, set()).add(roots[claim.id].key)
    named = {id_: frozenset(keys) for id_, keys in cited.items()}
    answers = [
        Answer(
            claim, reports[claim.report_id], roots[claim.id], moments[claim.id],
            leaning(roots[claim.id], leans.get(claim.id)), named.get(claim.report_id, frozenset()),
        )
        for claim in claims if claim.report_id in reports and speaks_of_the_event(claim)
    ]  # fmt: skip
    return tuple(sorted(answers, key=lambda answer: answer.rank))


def leaning(root: Root, named: Root | None) -> Root | None:
    """Return the named root that an outlet's or nobody's words lean on, be it the report's outlet or one that it quotes; other roots lean on none."""
    loose = root.vague or root.key.startswith("outlet:")
    return named if named and loose and named.key != root.key else None


def shared_within(shared: Sequence[SharedText], reports: Sequence[Report]) -> tuple[SharedText, ...]:
    """Return the shared text that lies between these reports, in a fixed order."""
    ids = {report.id for report in reports}
    kept = {one for one in shared if one.first in ids and one.second in ids}
    return tuple(sorted(kept, key=lambda one: (one.first, one.second, one.spans)))


def finding_id(event: Event, question: Question) -> FindingId:
    """Return the id of the finding on a question: the same question about the same event, the same id."""
    group = question.group.id if question.group else None
    asked = (question.kind, question.measure, group, question.act, question.target, question.scope)
    return FindingId(content_id("f", event.id, *asked))
