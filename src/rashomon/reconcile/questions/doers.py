"""The dead without whoever killed them: "four people were killed by a guard before police shot him", "five dead"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.model import TOTAL, Scope
from rashomon.reconcile.case import Answer
from rashomon.reconcile.questions.said import answered

SUSPECTS = "suspects"


def without_doers(key: tuple[str, str, str], groups: Mapping[tuple[str, str, str], Sequence[Answer]]) -> list[Answer]:
    """Return the totals of a question that leave out the dead suspects of their own report, where another report counts them in.

    The two totals differ by just those suspects, so that neither corrects the other.
    """
    if key[1] != TOTAL.id:
        return []
    totals = [a for a in groups[key] if a.claim.scope is Scope.WHOLE]
    doers = groups.get((key[0], SUSPECTS, key[2]), ())
    return [a for a in totals if any(counts_in(b, a, d) for d in doers if is_beside(d, a) for b in totals)]


def is_beside(doer: Answer, total: Answer) -> bool:
    """Say whether a count of suspects stands in the report of a total, on the same word."""
    return doer.report.id == total.report.id and doer.voice == total.voice and number(doer) is not None


def counts_in(other: Answer, total: Answer, doer: Answer) -> bool:
    """Say whether another report's total is a total and those who did it."""
    more, mine, them = number(other), number(total), number(doer)
    if more is None or mine is None or them is None or other.report.id == total.report.id:
        return False
    return bool(mine and them) and more == mine + them


def number(answer: Answer) -> int | None:
    """Return the one number that an answer gives; None of a range."""
    said = answered(answer)
    return said.low if said is not None and said.is_exact else None
