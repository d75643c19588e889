"""Which part of a larger count is all that its report counts of a group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.lexicon.orders import Orders
from rashomon.model import TOTAL, Claim, Scope
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import ceiling_of, floor_of

SHARE = re.compile(r"\s+of (?:them|those|these|whom|the)\b", re.IGNORECASE)
AMONG_ALL = re.compile(
    r"[^.;:!?]{0,40}\b(?:was|were|is|are) among (?:the|those|all) (?:dead|killed|victims|fatalities|slain|wounded|injured|casualties)\b",
    re.IGNORECASE,
)
NEAR = 90
"""So many characters behind a number are looked at for whom it is taken from."""


def has_host(part: Answer, counts: Sequence[Answer], orders: Orders) -> bool:
    """Say whether a part is the event's count of its group: no whole of that group stands beside it, but a wider one does.

    Children and women are counted as parts by habit; a part by role needs a wider count on the same word or in the same
    sentence, for what a raid killed is no part that speaks of the whole event. What takes "46 of them" is all that its measure counts.
    """
    group = group_id(part.claim)
    mates = [
        a
        for a in counts
        if a.report.id == part.report.id and a.claim.id != part.claim.id and same_measure(a, part, orders)
    ]
    own = [a for a in mates if a.root.key == part.root.key or a.own or part.own]
    wholes = [a for a in own if group_id(a.claim) == group and a.claim.scope is Scope.WHOLE]
    if any(not outgrows(part, whole) and not is_as_many(part, whole) for whole in wholes):
        return False
    return (
        bool(wholes)
        or (not mates and is_share(part))
        or is_among_all(part)
        or group in orders.people
        or any(orders.contains(group_id(a.claim), group) and holds(a, part) for a in mates)
    )


def is_only_share(part: Answer, counts: Sequence[Answer], orders: Orders) -> bool:
    """Say whether a part is the one count of a group by name, which no report counts whole: "12 foreigners were among those freed".

    Two parts of one speaker, and a part of another place, are of less than the event.
    """
    group = group_id(part.claim)
    mine = [a for a in counts if group_id(a.claim) == group and same_measure(a, part, orders)]
    others = [a for a in mine if a.report.id == part.report.id and a.claim.quantity != part.claim.quantity]
    whole = any(a.claim.scope is Scope.WHOLE for a in mine)
    return group != TOTAL.id and not whole and not others


def outgrows(part: Answer, whole: Answer) -> bool:
    """Say whether a part counts more than its speaker's whole of the group: it is of a fuller count ("risen to eight, among them five civilians")."""
    inner, outer = part.claim.quantity, whole.claim.quantity
    if inner is None or outer is None or whole.root.key != part.root.key:
        return False
    return floor_of(inner) > ceiling_of(outer)


def is_as_many(part: Answer, whole: Answer) -> bool:
    """Say whether a part is as many as a whole of its group: both tell of the same people ("three, among them a child ... the child was five")."""
    inner, outer = part.claim.quantity, whole.claim.quantity
    return inner is not None and outer is not None and inner.same_bounds(outer)


def is_among_all(part: Answer) -> bool:
    """Say whether a part is told of all whom its measure counts: "one civilian was among the dead"."""
    number = part.claim.number_span
    return number is not None and AMONG_ALL.match(part.report.text, number.end, number.end + NEAR) is not None


def is_share(part: Answer) -> bool:
    """Say whether a part is taken from people told of before, whom another measure counts: "46 of them had been recaptured"."""
    number = part.claim.number_span
    return number is not None and SHARE.match(part.report.text, number.end) is not None


def holds(whole: Answer, part: Answer) -> bool:
    """Say whether a count may be the one that a part is taken from: on the same word or in the same sentence, and no smaller."""
    inner, outer = part.claim.quantity, whole.claim.quantity
    if whole.root.key != part.root.key and not whole.claim.span.overlaps(part.claim.span):
        return False
    return inner is not None and outer is not None and floor_of(inner) <= ceiling_of(outer)


def same_measure(first: Answer, second: Answer, orders: Orders) -> bool:
    """Say whether two counts are of one measure."""
    return orders.measure(first.claim.measure or "") == orders.measure(second.claim.measure or "")


def group_id(claim: Claim) -> str:
    """Return the id of the group a count counts."""
    return (claim.group or TOTAL).id
