"""What a sentence's counts hand on to the next: "Three of them were women", and lists under a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Group, Quantity, Span
from rashomon.model.quick import quick

BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦+o]\s|\(?[a-z0-9]{1,2}[.)]\s|\d{1,2}\s?[-–.)]\s)?\s*")
LOOKS_BACK = re.compile(
    r"[\"“'\s•*-]*(?:(?:of|among|amongst|out of|from)\s+(?:them|those|these|whom|which|the|this|that)\b"
    r"|(?:\S+\s){0,4}?(?:of (?:them|those|these|whom|which|the (?:victims|dead|wounded|injured|missing|total|\S+))|(?:are|were|was|is)\b)"
    r"|the\s+\w+\s+\w+(?:,?\s+(?:and\s+)?\w+\s+\w+){1,3}\s+(?:are|were)\b"
    r"|they\s+(?:are|were|(?:also )?included?)|(?:the|that|this|its|their) (?:\w+ )?(?:toll|figure|number|total|count|tally) (?:also )?(?:includ|compris|takes? in|took in)"
    r"|(?:\S+\s){1,4}(?:are|were|is|was) (?:also )?among (?:them|those)\b|(?:those|all|both|among|not)\b"
    r"|.{0,90}\b(?:say(?:s|ing)?|said|speaks? of|spoke of|gives?|gave|counted|counts|report(?:s|ed)?|stays? at|talks? of|figure|toll|number|it's|it at|them at|it is|mentions?)\b)",
    re.IGNORECASE,
)
STANDS_ALONE = re.compile(
    r"\s*(?:[.,;:)?!\"”]|$|(?:has|have|had|is|are|was|were|remain|came|come|went|go|ran|of (?:them|those|these|the|whom))\b)",
    re.IGNORECASE,
)
"""What stands behind a number that names nobody itself: "The union's number, 31, takes in ...", "58 have gone home"."""
SHORT = 170
"""Code points up to which a sentence without a word of a measure may go on about the counts before it."""

KEPT = 60
"""How many counts told before are kept at most."""

TOPIC = 90
"""Code points up to which a sentence that counts nobody may only say of whom the next one tells: "The count of missing is in doubt"."""

ASKED = 3
"""Sentences for which a question holds: "And the dead?"."""

HEADING = frozenset(
    {
        "killed",
        "wounded",
        "missing",
        "casualties",
        "rescued",
        "detained",
        "displaced",
        "freed",
        "held",
        "evacuated",
        "escaped",
        "infected",
        "trapped",
        "abducted",
    }
)


@quick
@dataclass(frozen=True, slots=True)
class Tally:
    """A count that an earlier sentence told: its measure, how many, whom, and which sentence it was."""

    measure: str
    quantity: Quantity
    group: Group
    sentence: int = -1


@quick
@dataclass(frozen=True, slots=True)
class Carried:
    """The measure told of last, whether a list of its parts is open, for how many sentences it holds, whether deaths were counted, and how many it counted.

    ``group`` is whom the sentence just before counts, in the paragraph numbered so, where it has one count alone; ``told``
    are the counts of all the sentences before, in order.
    """

    measure: str | None = None
    listed: bool = False
    left: int = 0
    toll: bool = False
    number: int | None = None
    group: Group | None = None
    paragraph: int = -1
    told: tuple[Tally, ...] = ()


NOTHING = Carried()


def goes_on(text: str, span: Span, carried: Carried | None = None) -> bool:
    """Say whether a sentence without a word of a measure may count parts of what was counted before it."""
    if carried is not None and carried.measure is None and not carried.toll:
        return False
    if span.end - span.start > SHORT:
        return False
    return LOOKS_BACK.match(text, span.start, span.end) is not None or is_item(text, span)


def stands_alone(text: str, amount: Span) -> bool:
    """Say whether no noun stands behind a number."""
    return STANDS_ALONE.match(text, amount.end) is not None


def is_item(text: str, span: Span) -> bool:
    """Say whether a sentence is an item of a list: "- three soldiers;"."""
    mark = BULLET.match(text, span.start, span.end)
    return (
        (mark is not None and mark.end() > span.start)
        or text[span.end : span.end + 1] == "\n"
        or text[max(0, span.start - 1) : span.start] == "\n"
    )


def hand_on(carried: Carried, text: str, span: Span, measures: Sequence[str], senses: Sequence[Sense]) -> Carried:
    """Return what the next sentence may look back to, given the measures counted in this one and the words in it."""
    opens = text[span.end : span.end + 1] == ":" or text[span.start : span.end].rstrip("\"”' ").endswith(":")
    toll = carried.toll or "killed" in measures
    if measures:
        return Carried(
            measures[-1], opens or (carried.listed and is_item(text, span) and carried.measure == measures[-1]), 2, toll
        )
    asks = text[span.start : span.end].rstrip("\"”' ").endswith("?")
    if opens or asks:
        roles = (Role.ITSELF, Role.IS, Role.OBJECT, Role.OF, *((Role.SUBJECT,) if asks else ()))
        said = next((s.measure for s in senses if s.measure in HEADING and s.role in roles), None)
        if said is not None:
            return Carried(said, listed=opens, left=ASKED if asks else 2, toll=toll)
    if carried.listed and is_item(text, span):
        return carried
    topics = {s.measure for s in senses if s.measure in HEADING and s.role in (Role.ITSELF, Role.IS)}
    topics.discard("casualties")  # "the victims were taken to a clinic" is about no count
    if len(topics) == 1 and span.end - span.start < TOPIC:
        return Carried(topics.pop(), left=2, toll=False)
    return Carried(carried.measure, left=carried.left - 1, toll=toll) if carried.left > 1 else Carried(toll=toll)
