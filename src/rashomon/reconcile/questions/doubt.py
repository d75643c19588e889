"""Figures that the reader is not sure of, beside others of the same root that it is sure of."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import TOTAL, Quantity
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import Relation, relation
from rashomon.reconcile.questions.said import answered

UNSURE, SURE = 0.85, 0.9
"""A figure of which the reader is less sure than the first says nothing against one of which it is at least as sure as the second.

Read by eye on 331 incidents of local news, of whose figures 15 changed, 13 of them to the better.
"""
HARM = frozenset({"killed", "wounded"})


def doubtful(key: tuple[str, str, str], answers: Sequence[Answer]) -> list[Answer]:
    """Return the totals of the dead or hurt that the reader is not sure of and that exclude whatever it is sure of on the same root.

    "Three people were hurt", and in another report on the police's word "they fired three shots at nobody": most such totals are of
    something else. People who are named are counted by their names, whatever confidence that has.
    """
    if key[0] not in HARM or key[1] != TOTAL.id or all(confidence(answer) >= UNSURE for answer in answers):
        return []
    sure: dict[str, list[Quantity]] = {}
    for answer in answers:
        if confidence(answer) >= SURE and (said := answered(answer)) is not None:
            sure.setdefault(answer.house, []).append(said)
    return [a for a in answers if confidence(a) < UNSURE and is_apart(a, sure.get(a.house, ()))]


def is_apart(answer: Answer, others: Sequence[Quantity]) -> bool:
    """Say whether an answer excludes each of some figures; where there are none, nothing speaks against it."""
    said = answered(answer)
    return said is not None and bool(others) and all(relation(said, other) is Relation.APART for other in others)


def confidence(answer: Answer) -> float:
    """Return how sure the reader is of an answer; of people who are named it always is."""
    claim = answer.claim
    named = claim.quantity is not None and claim.quantity.hedge == "named"
    return 1.0 if named else claim.confidence
