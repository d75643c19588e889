"""Numbers that break a whole down and add up to it: "33 were treated: 20 at the clinic, nine in the capital and four at home"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.counts.refusals import counts_no_one
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Counted, Scene, may_be_people, names_people, place
from rashomon.model import Scope

RULE = "shares of a whole"
"""The rule's name on a claim."""

OPENS = re.compile(r"[^.;()\d]{0,90}?(?:[:(]|\s[-–—]{1,2}\s)[^.;:()\d]{0,60}")
"""What stands between a whole and the first of its shares."""

GOES_ON = re.compile(r"[^.:()\d]{1,70}")
"""What stands between two shares."""

SMALLEST = 3
"""The smallest whole that is broken down so."""

BESIDE = frozenset({"evacuated", "rescued", "held", "participants", "trapped", "abducted"})
"""What else may seem told of a share by the words for where it is: "33 are being treated: ... four |flown| to the capital"."""


def shared_out(scene: Scene, found: list[Counted]) -> list[Counted]:
    """Return the counts, with numbers that break one of them down and add up to it as its parts."""
    if len(scene.amounts) <= 2 or not any(mark in scene.text for mark in ":(-–—"):
        return found
    for whole in found:
        shares = shares_of(scene, whole)
        if shares:
            found = together(scene, whole, shares, found)
    return found


def shares_of(scene: Scene, whole: Counted) -> Sequence[Amount]:
    """Return the numbers behind a whole that break it down; none where they do not add up to it."""
    size = whole.amount.quantity.least
    if size < SMALLEST or not whole.amount.quantity.is_exact:
        return ()
    total, shares, end, between = 0, [], whole.amount.span.end, OPENS
    for amount in scene.amounts:
        if amount.span.start < end or amount.article:
            continue
        number = amount.quantity.low if amount.quantity.is_exact else None
        if not number or between.fullmatch(scene.text, end, amount.span.start) is None or is_of_others(scene, amount):
            return ()
        total, end, between = total + number, amount.span.end, GOES_ON
        shares.append(amount)
        if total >= size:
            return shares if total == size and len(shares) > 1 else ()
    return ()


def is_of_others(scene: Scene, amount: Amount) -> bool:
    """Say whether a number counts no people: hours, houses, an age."""
    placed = place(scene, amount)
    return placed is None or not may_be_people(scene, amount, *placed) or counts_no_one(scene, amount, *placed)


def together(scene: Scene, whole: Counted, shares: Sequence[Amount], found: Sequence[Counted]) -> list[Counted]:
    """Return the counts with the shares among them, in the order of the text; a share keeps a fate of its own."""
    known = {count.amount.span: count for count in found}
    parts = {amount.span: part_of(scene, whole, amount, known.get(amount.span)) for amount in shares}
    kept = [parts.pop(count.amount.span, count) for count in found]
    return sorted((*kept, *parts.values()), key=lambda count: count.amount.span)


def part_of(scene: Scene, whole: Counted, amount: Amount, told: Counted | None) -> Counted:
    """Return the count of a share: what the whole is, unless the share's own words tell of another fate."""
    if told is not None and told.measure != whole.measure and told.measure not in BESIDE:
        return told
    node, noun = place(scene, amount) or (whole.node, None)
    people = noun if noun is not None and names_people(scene.book, noun) else None
    counted = told or replace(whole, amount=amount, node=node, noun=people, rule=RULE)
    return replace(counted, measure=whole.measure, rule=RULE, scope=Scope.PART)
