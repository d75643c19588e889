"""What an answer to a question of number says: an interval, nobody at all, or nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.model import TOTAL, Polarity, Quantity
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import ceiling_of, stated

NAMED = "named"
"""The hedge of people counted by their names, and not by a number."""
SOME_OF_ALL = re.compile(
    r"\s+of (?:the|those|its) (?:\w+ ){0,2}(people|persons|victims|dead|killed|wounded|injured|casualties)\b",
    re.IGNORECASE,
)
MEASURE_OF = {"dead": "killed", "killed": "killed", "wounded": "wounded", "injured": "wounded"}
"""What such people are counted as: of "five of the wounded died" the five are not some of all the dead, but five."""
NUMBER_OF = re.compile(r"\bnumbers? of$", re.IGNORECASE)
"""How words end that withhold a number, and still say that there were some."""
NONE_AT_ALL = Quantity(0, 0, "none", "none (denied)")
"""What a denial without a number says."""


def answered(answer: Answer) -> Quantity | None:
    """Return the interval an answer gives; no bound is no answer.

    A denial without a number, or of none, says that there was nobody; a denial of a number says only that it is wrong.
    """
    quantity = answer.claim.quantity
    if answer.claim.polarity is Polarity.DENIED:
        return None if denied(answer) else NONE_AT_ALL
    if answer.claim.polarity is Polarity.UNKNOWN:
        return some_of(quantity)
    if quantity is None or not stated(quantity):
        return None
    return replace(quantity, high=None) if is_some_of_all(answer) else quantity


def some_of(quantity: Quantity | None) -> Quantity | None:
    """Return what a number that is withheld says: "an unknown number of civilians" are one at least, "without giving a number" says nothing."""
    if quantity is None or not NUMBER_OF.search(quantity.words):
        return None
    return Quantity.at_least(1, words=quantity.words)


def is_some_of_all(answer: Answer) -> bool:
    """Say whether an answer counts some of all whom its measure counts, whoever they are: "named as two of the people killed"."""
    claim = answer.claim
    if (
        (claim.group or TOTAL).id != TOTAL.id
        or claim.number_span is None
        or claim.quantity is None
        or not claim.quantity.low
    ):
        return False
    found = SOME_OF_ALL.match(answer.report.text, claim.number_span.end)
    return found is not None and MEASURE_OF.get(found.group(1).lower(), claim.measure) == claim.measure


def denied(answer: Answer) -> Quantity | None:
    """Return the number that an answer says is wrong: 11 of "the toll is not 11"."""
    quantity = answer.claim.quantity
    if answer.claim.polarity is not Polarity.DENIED or quantity is None or not ceiling_of(quantity):
        return None
    return quantity


def is_nobody(answer: Answer) -> bool:
    """Say whether an answer says that there was nobody at all."""
    said = answered(answer)
    return said is not None and said.high == 0


def is_somebody(answer: Answer) -> bool:
    """Say whether an answer counts one person at the least."""
    said = answered(answer)
    return said is not None and bool(said.low)
