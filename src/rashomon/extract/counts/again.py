"""Numbers without a word of their own that go back to counts told before: "the figure of 140", "all 44", "the search for 22"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.extract.counts.carried import Tally
from rashomon.extract.counts.senses import senses_above
from rashomon.extract.hints import Hinted
from rashomon.extract.scene import Case, Counted, Decided
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Group

FIGURE = Hinted(
    re.compile(
        r"\b(?:figure|number|total|count|tally|toll|estimate|sum)s?(?: of|,|:)?(?: about| some| around)? [\"“'‘]?$",
        re.IGNORECASE,
    ),
    ("figure", "number", "total", "count", "tally", "toll", "estimate", "sum"),
)
"""What stands before a number that is spoken of: "the figure of 140", "the number 33"."""

LEFT = re.compile(
    r"\b(?:still|remain(?:s|ed|ing)?|left|leaves|leaving|others?|rest|search for|hunt for|lacking|not yet|makes?|so|are held|under treatment|where the|fate of)\b",
    re.IGNORECASE,
)
"""Words in a sentence that tells of those who are left."""

ANYTHING = re.compile(
    r"\b(?:at|by|until|till|since|before|after|on|in|aged|page|no\.?|number|chapter|article|point|from|per|under|over|age|of age|\w+’s|\w+'s) $",
    re.IGNORECASE,
)
"""Words before a number that may be an hour, a day, an age, a page."""

LEFT_OF: Mapping[str, tuple[str, Collection[str]]] = {
    "abducted": ("held", frozenset({"freed", "escaped", "rescued", "killed"})),
    "held": ("held", frozenset({"freed", "escaped", "rescued", "killed"})),
    "detained": ("held", frozenset({"freed", "escaped"})),
    "trapped": ("trapped", frozenset({"rescued", "killed", "escaped", "freed"})),
    "missing": ("missing", frozenset({"rescued", "killed"})),
    "escaped": ("at large", frozenset({"captured", "detained", "killed", "surrendered"})),
    "wounded": ("wounded", frozenset({"freed", "killed"})),
}
"""What those are who are left of some people, and what may become of the others."""

SEVERAL = 2
"""A number from which one may go back to a count; "one" goes back to nobody."""

CERTAIN = 10
"""A number from which no other thing is likely to be told with the same number."""

LATEST = 4
"""Counts before a number of which some may add up to those who are not left."""


def by_told_again(case: Case) -> Decided | None:
    """ "The figure of 140 came from ...", "all 44 are farmers": a number told before counts the same people."""
    number, told = bare_number(case), reversed(case.scene.carried.told)
    if number is None or number < SEVERAL:
        return None
    same = next((tally for tally in told if tally.quantity.is_exact and tally.quantity.low == number), None)
    if same is None:
        return None
    text, start = case.scene.text, case.amount.span.start
    first = max(case.scene.parse.span.start, start - 40)
    if FIGURE.search(text, first, start) is None and (number < CERTAIN or ANYTHING.search(text, first, start)):
        return None
    return Sense(same.measure, Role.OBJECT), None, 0.7


def by_those_left(case: Case) -> Decided | None:
    """ "52 escaped. Police brought back 30. The search for 22 goes on": who is left of those told before."""
    number = bare_number(case)
    if number is None or number < SEVERAL or len(case.scene.carried.told) + len(case.before) < SEVERAL:
        return None
    text, span, start = case.scene.text, case.scene.parse.span, case.amount.span.start
    if LEFT.search(text, span.start, min(span.end, start + 90)) is None:
        return None
    if ANYTHING.search(text, max(span.start, start - 20), start) is not None:
        return None
    whole = whole_of(number, told_before(case))
    return (Sense(LEFT_OF[whole.measure][0], Role.OBJECT), None, 0.7) if whole is not None else None


def bare_number(case: Case) -> int | None:
    """Return how many a number counts that has no word of its own for what it counts; else None."""
    quantity = case.amount.quantity
    if case.amount.article or case.noun is not None or not quantity.is_exact or not quantity.low:
        return None
    if is_of_a_name(case):
        return None
    return None if any(True for _ in senses_above(case.scene, case.node)) else quantity.low


def is_of_a_name(case: Case) -> bool:
    """Say whether a number is a name's: "a shooting at Club 21", "Flight 370"."""
    parse, start = case.scene.parse, case.amount.span.start
    before = next((token for token in reversed(parse.tokens) if token.end <= start), None)
    return before is not None and before.tag == "NNP" and before.text[:1].isupper() and start - before.end == 1


def told_before(case: Case) -> list[Tally]:
    """Return the counts before a number, those of its own sentence with them."""
    own = [Tally(count.measure, count.amount.quantity, Group("total", "total")) for count in case.before]
    return [*case.scene.carried.told, *own]


def whole_of(number: int, told: Sequence[Tally]) -> Tally | None:
    """Return the count of which a number is left when some of the counts behind it are taken away; None where none is."""
    return next((tally for tally in reversed(told) if number in rests(tally, told)), None)


def rests(whole: Tally, told: Sequence[Tally]) -> Iterator[int]:
    """Yield how many may be left of some people, by what became of others of them."""
    size = whole.quantity.low if whole.quantity.is_exact else None
    if size is None or whole.measure not in LEFT_OF:
        return
    behind = told[next(i for i, tally in enumerate(told) if tally is whole) + 1 :]
    fates = LEFT_OF[whole.measure][1]
    gone = [t.quantity.low for t in behind if t.measure in fates and t.quantity.is_exact and t.quantity.low]
    for some in range(1, LATEST + 1):
        yield from (size - sum(parts) for parts in combinations(gone[-LATEST:], some) if sum(parts) < size)


AGAIN = {by_told_again.__name__, by_those_left.__name__}
"""The rules of this room."""


def group_again(counted: Counted, told: Sequence[Tally]) -> Group | None:
    """Return whom the counts before tell of to which a number goes back."""
    number = counted.amount.quantity.least
    if counted.rule == by_told_again.__name__:
        same = (t for t in reversed(told) if t.quantity.low == number and t.measure == counted.measure)
        return next((tally.group for tally in same), None)
    whole = whole_of(number, told)
    return whole.group if whole is not None else None
