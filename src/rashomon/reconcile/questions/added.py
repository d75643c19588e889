"""Increments that add to nothing: "eleven were killed and another 65 injured" counts all the injured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import Scope, Span
from rashomon.reconcile.case import Answer

DEAD, HURT = "killed", "wounded"


def without_idle_additions(counts: Sequence[Answer]) -> list[Answer]:
    """Return the counts, the hurt told as "another 65" as a whole where their report counts the dead before, and no other hurt."""
    return [whole(answer) if is_beside_the_dead(answer, counts) else answer for answer in counts]


def is_beside_the_dead(answer: Answer, counts: Sequence[Answer]) -> bool:
    """Say whether an increment of the hurt follows on a count of the dead, and on none of the hurt."""
    if answer.claim.scope is not Scope.INCREMENT or answer.claim.measure != HURT:
        return False
    mates = [one for one in counts if one.report.id == answer.report.id and one is not answer]
    hurt = any(one.claim.measure == HURT and one.claim.scope is not Scope.INCREMENT for one in mates)
    return not hurt and any(one.claim.measure == DEAD and place(one) < place(answer) for one in mates)


def place(answer: Answer) -> Span:
    """Return where the number of a count stands."""
    return answer.claim.number_span or answer.claim.span


def whole(answer: Answer) -> Answer:
    """Return a count as one of all its people."""
    return replace(answer, claim=replace(answer.claim, scope=Scope.WHOLE))
