"""Who is still in hospital is a part of the hurt: "nine remain in hospital" beside "70 were injured"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.lexicon.orders import Orders
from rashomon.model import Scope
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import floor_of
from rashomon.reconcile.questions.said import answered

HURT = "wounded"
BEHIND = 90
"""So many characters behind a number are looked at for where its people are."""


def some_remain(counts: Sequence[Answer], orders: Orders) -> list[Answer]:
    """Return the counts, those of people still in hospital as parts where anybody counts more of the hurt."""
    hurt = [answer for answer in counts if answer.claim.measure == HURT and answer.claim.scope is Scope.WHOLE]
    most = max((least(answer) for answer in hurt), default=0)
    return [
        replace(answer, claim=replace(answer.claim, scope=Scope.PART))
        if answer in hurt and 0 < least(answer) < most and remain(answer, orders)
        else answer
        for answer in counts
    ]


def least(answer: Answer) -> int:
    """Return the least number of people that an answer counts, 0 where it counts nobody."""
    said = answered(answer)
    return floor_of(said) if said is not None else 0


def remain(answer: Answer, orders: Orders) -> bool:
    """Say whether the words behind a number tell that its people are in hospital yet: "of the hurt, 12 are still being treated"."""
    number = answer.claim.number_span
    if number is None:
        return False
    clause = answer.report.text[number.end : number.end + BEHIND].partition(". ")[0].lower()
    return any(word in clause for word in orders.staying) and any(word in clause for word in orders.wards)
