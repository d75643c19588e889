"""Decide what each number of a sentence counts: its measure, whom, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.countrules import RULES, SUBSET
from rashomon.extract.quantities import Amount
from rashomon.extract.refusals import counts_no_one
from rashomon.extract.scene import Counted, Scene, may_be_people, names_people, place
from rashomon.model import Scope

__all__ = ["Counted", "Scene", "find_counts"]


def find_counts(scene: Scene) -> list[Counted]:
    """Return what the sentence's numbers count, in order; a number that counts no people is left out."""
    found: list[Counted] = []
    for amount in scene.amounts:
        counted = count_of(scene, amount, found)
        if counted is not None:
            found.append(replace(counted, scope=scope_of(scene, counted, found)))
    return found


def count_of(scene: Scene, amount: Amount, before: Sequence[Counted]) -> Counted | None:
    """Return what one number counts by the first rule that accepts it."""
    placed = place(scene, amount)
    if placed is None:
        return None
    node, noun = placed
    if not may_be_people(scene, amount, node, noun) or counts_no_one(scene, amount, node, noun):
        return None
    for rule in RULES:
        decided = rule(scene, amount, node, noun, before)
        if decided is None:
            continue
        sense, governor, confidence = decided
        if sense.people and noun is not None and not names_people(scene.book, noun):
            continue
        return Counted(amount, sense.measure, node, noun, governor, rule.__name__, confidence=confidence)
    return None


def scope_of(scene: Scene, counted: Counted, before: Sequence[Counted]) -> Scope:
    """Say whether a count is of the whole, a part of the one before, or adds to it."""
    amount = counted.amount
    start = max(scene.parse.span.start, amount.span.start - 60)
    if counted.rule in ("by_subset", "by_looking_back") or SUBSET.search(scene.text, start, amount.span.start):
        return Scope.PART
    same = [c for c in before if c.measure == counted.measure]
    if amount.increment and not re.search(r"\bothers?\b", scene.text[amount.span.start : amount.span.end + 12], re.IGNORECASE):
        return Scope.INCREMENT if same or re.search(r"another|additional|further", scene.text[start : amount.span.end], re.IGNORECASE) else Scope.WHOLE
    return Scope.WHOLE
