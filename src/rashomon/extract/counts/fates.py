"""What became of "the five victims", "both", "all four", and of people shot, by the other counts of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.drafts import Draft
from rashomon.model import ClaimKind, Polarity, Scope, Span

RULE = "by_fate_told"
ALIVE_RULE = "by_recovering"
"""The rule that tells of people who will live."""

"""The rule's name on a claim that another count of the report has settled."""

HIT = "by_hitting"
"""The rule by which people are counted whom shots hit, whatever became of them."""

UNSURE = frozenset({"wounded", "casualties"})
"""Measures under which people are counted of whom a sentence only says that they were hit."""

VICTIMS = re.compile(r"\W*(?:(?:other|of|the|shooting|homicide|murder|gunshot|\w+ly) ){0,3}victims?\b", re.IGNORECASE)
VICTIMS_AHEAD = re.compile(r"\bvictims(?: (?:are|were|is|was|as|at))?[,:]? $", re.IGNORECASE)
"""What stands before the number of victims: "the victims, four men,", "the number of victims was 10"."""

ALIVE = re.compile(
    r"[^.;,]{0,40}?\bvictims?\b[^.;,]{0,25}?\b(?:remain(?:s|ed)?|(?:is|are|was|were) (?:\w+ )?(?:recovering|hospitali[sz]ed|treated|taken|transported|rushed|airlifted|flown|stable|in (?:the |a |an )?(?:[\w-]+ )?(?:hospital|condition|surgery|intensive|critical|stable|serious))|survived|suffered|sustained|have|had)\b",
    re.IGNORECASE,
)
"""What is told of victims who live, whatever word their number was counted by."""

HURT = re.compile(r"\s+(?:(?:other|more)\s+)?(?:wounded|injured|hurt)\b", re.IGNORECASE)
"""What stands behind a number that says itself that they were hurt: "the seven |injured"."""

AGAIN = re.compile(r"\b(?P<cue>the|these|those|all|both)(?: other| remaining)?\s*$", re.IGNORECASE)
OTHER = re.compile(r"\bother\b", re.IGNORECASE)
REST = re.compile(r"\bthe (?:other|remaining)\s*$", re.IGNORECASE)
"""What stands before a number of those who are left."""

OTHERS = re.compile(r" others?\b", re.IGNORECASE)
"""And what stands behind one."""


@dataclass(frozen=True)
class Tolls:
    """The numbers that a report tells of its killed, wounded and both, and those that add up."""

    killed: frozenset[int]
    wounded: frozenset[int]
    both: frozenset[int]
    sums: frozenset[int]


def fates_told(drafts: Sequence[Draft], text: str, living: frozenset[str]) -> list[Draft]:
    """Return the drafts in order; victims whose fate their sentence leaves open have the one told elsewhere.

    ``living`` are words that say of people themselves that they live.
    "Two were shot dead ... Both victims sat in a car": both are killed.  "One dead, two hurt ... the three victims": either.
    "Four were shot. One died. The other three victims are stable": the three are wounded.
    """
    drafts = with_breakdowns(with_survivors(drafts, text), text)
    if not any(is_open(draft, text, living) for draft in drafts):
        return list(drafts)
    tolls = tolls_of([draft for draft in drafts if not is_open(draft, text, living)])
    return [settled(draft, tolls, text) if is_open(draft, text, living) else draft for draft in drafts]


def with_survivors(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Return the drafts; where some of those hit died, "the other three" of them are hurt, and the first number tells both."""
    found = list(drafts)
    for j, rest in enumerate(found):
        if rest.measure not in UNSURE or not is_rest(rest.anchor, text):
            continue
        dead = next((d for d in reversed(found[:j]) if d.measure == "killed" and d.least), None)
        if dead is None:
            continue
        wholes = [i for i, d in enumerate(found[:j]) if is_whole(d, dead.least + rest.least)]
        for i in wholes:
            if not is_beside_dead(found, i, text):
                found[i] = replace(found[i], measure="casualties", rule=RULE)
        if wholes:
            found[j] = replace(rest, measure="wounded", rule=RULE)
    return found


def is_rest(number: Span, text: str) -> bool:
    """Say whether a number tells of those who are left: "the other three", "the three other victims"."""
    if REST.search(text, max(0, number.start - 24), number.start) is not None:
        return True
    return (
        text[max(0, number.start - 4) : number.start].lower() == "the " and OTHERS.match(text, number.end) is not None
    )


def is_beside_dead(drafts: Sequence[Draft], i: int, text: str) -> bool:
    """Say whether none of the people hit died: "the seven injured", or beside dead ones of their sentence, "one was killed and three others hurt"."""
    if HURT.match(text, drafts[i].anchor.end) is not None:
        return True
    return OTHERS.match(text, drafts[i].anchor.end) is not None or any(is_pair(drafts[i], other) for other in drafts)


def with_breakdowns(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Return the drafts; of people shot whom the sentence goes on to part into dead and hurt, either is told."""
    found = list(drafts)
    counts = [i for i, draft in enumerate(found) if draft.kind is ClaimKind.COUNT]
    for i, j, k in zip(counts, counts[1:], counts[2:], strict=False):
        if parts_add_up(found[i], found[j], found[k]) and not is_beside_dead(found, i, text):
            found[i] = replace(found[i], measure="casualties", rule=RULE)
    return found


def parts_add_up(whole: Draft, one: Draft, two: Draft) -> bool:
    """Say whether people are parted into dead and hurt in one sentence: "six were shot, two of them killed and four hurt"."""
    if not (whole.measure in UNSURE or whole.rule == "judge") or whole.sentence.index != one.sentence.index:
        return False
    return is_pair(one, two) and one.least + two.least == whole.least


def is_whole(draft: Draft, number: int) -> bool:
    """Say whether a count tells of so many people hit, some of whom may have died."""
    return (
        draft.kind is ClaimKind.COUNT
        and draft.measure in UNSURE
        and draft.least == number
        and draft.scope is Scope.WHOLE
    )


def is_open(draft: Draft, text: str, living: frozenset[str]) -> bool:
    """Say whether a count tells of victims, or of people told before, without saying itself what became of them."""
    if (
        draft.kind is not ClaimKind.COUNT
        or draft.measure not in UNSURE
        or draft.least < 2
        or draft.rule in (RULE, ALIVE_RULE)
    ):
        return False
    if draft.polarity is not Polarity.AFFIRMED or (draft.verb is not None and draft.verb.lower in living):
        return False
    if ALIVE.match(text, draft.anchor.end) is not None or HURT.match(text, draft.anchor.end) is not None:
        return False
    start = max(0, draft.anchor.start - 40)
    told_so = VICTIMS.match(text, draft.anchor.end) or VICTIMS_AHEAD.search(text, start, draft.anchor.start)
    return told_so is not None or draft.rule == HIT or is_again(draft.anchor, text)


def is_again(number: Span, text: str) -> bool:
    """Say whether a number points back: "the two", "all four", "both"."""
    own = number.of(text).lower()
    return own.startswith(("both", "all ")) or AGAIN.search(text, max(0, number.start - 16), number.start) is not None


def tolls_of(drafts: Sequence[Draft]) -> Tolls:
    """Return what the counts of a report add up to."""
    told: dict[str, set[int]] = {"killed": set(), "wounded": set(), "casualties": set()}
    sums: set[int] = set()
    for i, draft in enumerate(drafts):
        if draft.kind is not ClaimKind.COUNT or draft.measure not in told or not draft.least:
            continue
        told[draft.measure].add(draft.least)
        sums |= {draft.least + other.least for other in drafts[i + 1 :] if is_pair(draft, other)}
    killed, wounded, both = told.values()
    return Tolls(frozenset(killed), frozenset(wounded), frozenset(both), frozenset(sums))


def is_pair(one: Draft, two: Draft) -> bool:
    """Say whether two counts of a sentence tell of the killed and of the wounded."""
    return one.sentence.index == two.sentence.index and {one.measure, two.measure} == {"killed", "wounded"}


def settled(draft: Draft, tolls: Tolls, text: str) -> Draft:
    """Return a count with the measure under which the report tells its number, where that is one."""
    number = draft.least
    rest = OTHER.search(text, draft.anchor.start - 8, draft.anchor.end + 7) is not None
    fate = fate_of({number, number + 1} if rest else {number}, tolls)
    if fate is None and draft.rule == HIT and any(dead < number for dead in tolls.killed):
        fate = "casualties"
    return draft if fate in (None, draft.measure) else replace(draft, measure=fate, rule=RULE)


def fate_of(numbers: set[int], tolls: Tolls) -> str | None:
    """Return what the report says of so many people, or None where it says nothing, or two things."""
    found = [
        measure
        for measure, told in (
            ("killed", tolls.killed),
            ("wounded", tolls.wounded),
            ("casualties", tolls.both | tolls.sums),
        )
        if numbers & told
    ]
    return found[0] if len(found) == 1 else None
