"""What an answer to a question of number says: an interval, nobody at all, or nothing."""

from __future__ import annotations

from rashomon.model import Polarity, Quantity
from rashomon.reconcile.case import Answer
from rashomon.reconcile.intervals import ceiling_of, stated

NONE_AT_ALL = Quantity(0, 0, "none", "none (denied)")
"""What a denial without a number says."""


def answered(answer: Answer) -> Quantity | None:
    """Return the interval an answer gives; no bound is no answer.

    A denial without a number, or of none, says that there was nobody; a denial of a number says only that it is wrong.
    """
    quantity = answer.claim.quantity
    if answer.claim.polarity is Polarity.DENIED:
        return None if denied(answer) else NONE_AT_ALL
    if answer.claim.polarity is Polarity.UNKNOWN or quantity is None or not stated(quantity):
        return None
    return quantity


def denied(answer: Answer) -> Quantity | None:
    """Return the number that an answer says is wrong: 11 of "the toll is not 11"."""
    quantity = answer.claim.quantity
    if answer.claim.polarity is not Polarity.DENIED or quantity is None or not ceiling_of(quantity):
        return None
    return quantity
