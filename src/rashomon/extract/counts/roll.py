"""Rolls of names below a line that tells what became of them: "The injured are:" and a line for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Counted
from rashomon.extract.syntax import Parse
from rashomon.lexicon.match import Hit
from rashomon.model import Quantity, Span

RULE = "roll of names"
"""The rule's name on a claim."""

HARMED = frozenset({"killed", "wounded", "missing", "abducted", "detained"})
"""Measures whose people are named in rolls."""

HEADED = re.compile(
    r"\b(?:the|names?|who|they|these|as follows|following|identified|list)\b[^.;\n]*:[\"“'\s]*$", re.IGNORECASE
)
"""How a line ends that a roll follows: "As to the injured, these are:"."""

THEM = re.compile(r"\b(?:the|those|all)\s(?:[\w-]+\s)?$", re.IGNORECASE)
"""What stands before the word for those whom a roll names: "the injured", "the names of those killed"."""

PART = r"(?:(?:al|el|ad|an|ar|as|ash|at|az)-)?[A-Z][\w’'`-]+"
NAME = rf"{PART}(?:\s(?:{PART}|al|el|bin|bint|ibn|abu|abd|um|umm|de|da|del|van|von|y)){{1,6}}"
AGED = r"(?:\s?\(\s?(?:aged?\s)?\d{1,3}(?:\s(?:years?|yrs?|months?)(?:\sold)?)?\s?\)|,?\s(?:aged\s)?\d{1,2}(?:\s(?:years?|yrs?|months?)(?:\sold)?)?)"
ITEM = re.compile(rf"\W{{0,3}}(?:\d{{1,2}}\s?[.)-]\s?)?{NAME}(?P<age>{AGED})?(?:,\s[^.:;]{{1,60}})?[.,;]?\W{{0,3}}")
"""A line of a roll: a name, often with an age."""

LINE = re.compile(r"\s{0,6}(?P<words>\S[^\n]{0,160}?)[ \t\r]*(?=\n|\Z)")
LEAST, LONGEST = 2, 60
"""Names that make a roll, and at most so many are read."""


def roll_below(text: str, end: int) -> int:
    """Return how many people the lines right below a place name one by one; 0 where they are no roll.

    At least half of them bear an age: a list of places or of offices does not.
    """
    names, aged, at = 0, 0, end
    while names < LONGEST:
        line = LINE.match(text, at)
        item = ITEM.fullmatch(text, *line.span("words")) if line is not None else None
        if line is None or item is None:
            break
        names, aged, at = names + 1, aged + (item.group("age") is not None), line.end()
    return names if names >= LEAST and aged * 2 >= names else 0


def find_roll(text: str, parse: Parse, hits: Iterable[Hit], counted: Mapping[str, int]) -> Iterator[Counted]:
    """Yield the count of a roll that a sentence heads; ``counted`` is how many of each measure the report has counted so far."""
    end = parse.span.end
    if HEADED.search(text, parse.span.start, end) is None:
        return
    them = [hit for hit in hits if THEM.search(text, parse.span.start, hit.start)]
    told = {sense.measure: hit for hit in them for sense in hit.value if sense.measure in HARMED}
    if len(told) != 1:
        return
    ((measure, hit),) = told.items()
    span, number = Span(hit.start, hit.end), roll_below(text, end)
    if number > counted.get(measure, 0):
        amount = Amount(span, span, Quantity(number, number, "named", span.of(text)))
        yield Counted(amount, measure, parse.at(span)[0], None, None, RULE, confidence=0.6)
