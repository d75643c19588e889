"""What happened when: the acts in order of time, with who tells them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rashomon.model import Claim, ClaimId, Finding, TimelineEntry, TimeSpan
from rashomon.reconcile.case import Answer


def timeline(findings: Iterable[Finding], answers: Sequence[Answer]) -> tuple[TimelineEntry, ...]:
    """Return an entry for each act and each fight for control, earliest first, undated ones last."""
    by_id = {answer.claim.id: answer for answer in answers}
    entries = [entry(finding, by_id) for finding in findings if finding.question.kind in {"act", "control"}]
    return tuple(sorted(entries, key=lambda e: (*time_rank(e.when), e.label, e.claims)))


def entry(finding: Finding, by_id: dict[ClaimId, Answer]) -> TimelineEntry:
    """Return the entry of one finding: its claims, its roots, and the narrowest time that a claim gives."""
    claims = tuple(id_ for position in finding.positions for id_ in position.claims)
    when = narrowest(by_id[id_].claim for id_ in claims)
    return TimelineEntry(when, finding.question.label, claims, tuple(dict.fromkeys(p.root for p in finding.positions)))


def narrowest(claims: Iterable[Claim]) -> TimeSpan | None:
    """Return the shortest time among the claims, the earliest of equally short ones."""
    spans = [claim.when for claim in claims if claim.when]
    return min(spans, key=lambda span: (days(span), *time_rank(span)), default=None)


def days(span: TimeSpan) -> int:
    """Return how many days a time covers; an open end is as long as any."""
    if span.earliest is None or span.latest is None:
        return date.max.toordinal()
    return span.latest.toordinal() - span.earliest.toordinal()


def time_rank(span: TimeSpan | None) -> tuple[bool, str, str]:
    """Return a sort key; what has no time comes last."""
    return (span is None, str(span.earliest or "") if span else "", str(span.latest or "") if span else "")
