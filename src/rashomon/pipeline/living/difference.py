"""What changed between two records of one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rashomon.model import ClaimId, EventId, Finding, FindingId, Judgement, Position, Record, ReportId, TimeSpan, Value
from rashomon.model.living import Difference, Move, Shift
from rashomon.store.judgements import Decided


def difference(
    before: Record | None, after: Record, *, since: int, absorbed: Sequence[EventId] = (), decided: Sequence[Decided] = ()
) -> Difference:  # fmt: skip
    """Return what changed from one record to a later one of the same event; ``before`` None where there was none.

    Findings are held beside each other by their ids, positions by their roots.
    """
    old, new = (before.event if before else None), after.event
    had = set(old.report_ids) if old else set()
    joined = tuple(report.id for report in after.reports if report.id not in had)
    accounts = [account.id for record in (before, after) if record for account in record.event.accounts]
    subjects = {
        *new.report_ids,
        *had,
        *accounts,
        *(claim.id for record in (before, after) if record for claim in record.claims),
    }
    concerned = [one for one in decided if subjects.intersection(one.judgement.subject)]
    return Difference(
        event=new, since=since, fresh=before is None, joined=joined,
        left=tuple(report.id for report in (before.reports if before else ()) if report.id not in new.report_ids),
        absorbed=tuple(absorbed),
        judged=standing(one.judgement for one in concerned if one.made > since),
        withdrawn=tuple(one.judgement for one in concerned if one.withdrawn is not None and one.made <= since < one.withdrawn),
        when=(old.when, new.when) if old and days_of(old.when) != days_of(new.when) else None,
        where=(old.where, new.where) if old and old.where != new.where else None,
        kind=(old.type, new.type) if old and old.type != new.type else None,
        shifts=shifts(before.findings if before else (), after.findings, set(joined)),
    )  # fmt: skip


def days_of(span: TimeSpan | None) -> tuple[date | None, date | None]:
    """Return the days of a time, whatever it rests on."""
    return (span.earliest, span.latest) if span else (None, None)


def standing(made: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that were not taken back again."""
    return tuple(one for one in made if not one.withdrawn)


def shifts(before: Sequence[Finding], after: Sequence[Finding], joined: set[ReportId]) -> tuple[Shift, ...]:
    """Return what changed on each question, in the later record's order; questions no longer asked come last."""
    old = beside(before, after)
    found = [shift(old.get(one.id), one, joined) for one in after]
    met = {one.id for one in old.values()}
    gone = [Shift(one.question, one.verdict, None, moves(one, None, joined)) for one in before if one.id not in met]
    return tuple(one for one in found if one.before is not one.after or one.moves) + tuple(gone)


def beside(before: Sequence[Finding], after: Sequence[Finding]) -> dict[FindingId, Finding]:
    """Return the earlier finding for each later one: of the same id, else the one that rests on most of the same claims.

    A question is worded anew where a report tells more: "bombing" becomes "bombing of livestock market".
    """
    ids, now = {one.id: one for one in before}, {one.id for one in after}
    found = {one.id: ids[one.id] for one in after if one.id in ids}
    left = [one for one in before if one.id not in now]
    for one in after:
        like = max(left, key=lambda other: len(claims_of(one) & claims_of(other)), default=None)
        if one.id not in found and like and claims_of(one) & claims_of(like):
            found[one.id] = like
            left.remove(like)
    return found


def claims_of(finding: Finding) -> set[ClaimId]:
    """Return the claims that a finding's positions rest on."""
    return {claim for position in finding.positions for claim in position.claims}


def shift(before: Finding | None, after: Finding, joined: set[ReportId]) -> Shift:
    """Return what changed on one question."""
    verdict = before.verdict if before else None
    return Shift(after.question, verdict, after.verdict, moves(before, after, joined), after.why)


def moves(before: Finding | None, after: Finding | None, joined: set[ReportId]) -> tuple[Move, ...]:
    """Return the answers that are others now, in the order of the positions; those no longer given come last."""
    old, new = by_root(before), by_root(after)
    found = [moved(old.get(key), new.get(key), joined) for key in [*new, *(key for key in old if key not in new)]]
    return tuple(move for move in found if move.before != move.after)


def by_root(finding: Finding | None) -> dict[tuple[str, bool, int], Position]:
    """Return the positions on a question by who holds them; the second one of a root beside its first."""
    found: dict[tuple[str, bool, int], Position] = {}
    for position in finding.positions if finding else ():
        key = (position.root, position.derived, 0)
        while key in found:
            key = (*key[:2], key[2] + 1)
        found[key] = position
    return found


def moved(before: Position | None, after: Position | None, joined: set[ReportId]) -> Move:
    """Return one root's answer before and after."""
    was = before.value if before else None
    if after is None:
        gone = before or Position(Value(""), "", (), ())
        return Move(gone.root, was, None, derived=gone.derived, party=gone.party, likely_root=gone.likely_root)
    by = tuple(id_ for id_ in after.reports if id_ in joined)
    return Move(after.root, was, after.value, after.as_of, by, after.derived, after.party, after.likely_root)
