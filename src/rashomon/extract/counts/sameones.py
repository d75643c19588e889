"""Whom a number alone counts, by what befell people before: "71 pupils were taken ... 26 were let go" are pupils."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.counts.farther import RUNAWAYS
from rashomon.extract.drafts import Draft
from rashomon.model import TOTAL, ClaimKind, Group, Polarity, Scope

BEFORE = {
    "freed": ("abducted", "held", "freed", "detained"),
    "held": ("abducted", "held", "freed"),
    "abducted": ("abducted",),
    "escaped": ("abducted", "held", "escaped"),
    "captured": ("escaped", "captured"),
    "surrendered": ("surrendered", "escaped"),
    "at large": ("escaped", "at large"),
    "rescued": ("trapped", "abducted"),
    "trapped": ("trapped",),
    "missing": ("trapped",),
}
"""What befell the people first of whom a later count tells what became."""

OPEN = frozenset({TOTAL.id, RUNAWAYS})
"""Groups of those of whom nothing else is said."""

SOUGHT = frozenset({"captured", "surrendered", "at large"})
"""What becomes of those who broke out."""

CAUGHT = frozenset({"captured", "surrendered"})
"""What makes prisoners of them again."""

SOMEBODY = re.compile(
    r"\s*(?:(?!of\b|and\b|or\b)[\w-]+\s){0,3}?(?:people|persons?|individuals?|others?|souls|members|else)\b",
    re.IGNORECASE,
)
"""What stands behind a number that has a noun of its own, or tells of other people."""

FAR_MORE = 3
"""How many times as many the larger of two groups has, for a number alone to be of it."""


def of_the_same(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Return the drafts in order, those of a number alone with the group of people counted before them, or else behind."""
    found: list[Draft] = []
    for draft in drafts:
        around = (found, drafts) if draft.measure in SOUGHT else (found,)  # "All back by noon. In the night 40 got out"
        groups = (group_of(draft, some) for some in around) if is_alone(draft, text) else ()
        group = next(filter(None, groups), None)
        group = group or draft.group
        if group is not None and draft.measure in CAUGHT:
            group = back_inside(group)
        found.append(draft if group == draft.group else replace(draft, group=group))
    return found


def is_alone(draft: Draft, text: str) -> bool:
    """Say whether a count tells of a rarer fate by a number alone."""
    if draft.kind is not ClaimKind.COUNT or draft.measure not in BEFORE or draft.group is None:
        return False
    return draft.group.id in OPEN and draft.group.label in OPEN and SOMEBODY.match(text, draft.anchor.end) is None


def group_of(draft: Draft, others: Sequence[Draft]) -> Group | None:
    """Return the group of those counted elsewhere of whom the number may be some; None where there are two of them."""
    sizes: dict[str, int] = {}
    groups: dict[str, Group] = {}
    for other in others:
        if other.group is not None and may_be_of(draft, other):
            sizes[other.group.id] = max(sizes.get(other.group.id, 0), other.least)
            groups.setdefault(other.group.id, other.group)
    if not sizes:
        return None
    first, *rest = sorted(sizes, key=lambda group: -sizes[group])
    if rest and sizes[first] < FAR_MORE * sizes[rest[0]]:
        return None
    return groups[first]


def back_inside(group: Group) -> Group:
    """Return prisoners for those who broke out, and any other group as it is."""
    if group.id != RUNAWAYS:
        return group
    return Group("prisoners", "prisoners" if group.label == RUNAWAYS else group.label)


def may_be_of(draft: Draft, other: Draft) -> bool:
    """Say whether an earlier count tells what befell a named group first, as many as the later one or more."""
    if other.kind is not ClaimKind.COUNT or other.measure not in BEFORE[draft.measure or ""] or other.group is None:
        return False
    if other.group.id == TOTAL.id or (other.group.id == RUNAWAYS and draft.measure not in SOUGHT):
        return False
    if other.polarity is not Polarity.AFFIRMED or other.scope is Scope.PART:
        return False
    return other.least >= max(draft.least, 1)
