"""Words before a number that take it back or only hold it possible: "and not 288", "the risk of a second death"."""

from __future__ import annotations

import re

from rashomon.lexicon.match import fold
from rashomon.model import Span

POSSIBLE = re.compile(
    r"\b(?:possibility|potential|risk|likelihood|chances?|prospect|danger|threat)s? (?:of|for) (?:\w+ ){0,3}$"
)
"""What makes of a count something that may be: "the possibility of a civilian casualty"."""
TAKEN_BACK = re.compile(
    r"(?:[,;–—]|\b(?:and|but)) ?(?:and |but )?not (?:the )?$|\b(?:rather than|instead of) (?:the )?$", re.IGNORECASE
)


def is_taken_back(text: str, number: Span) -> bool:
    """Say whether a number is given as the wrong one: 288 of "275 people, and not 288", of "275 rather than 288"."""
    return TAKEN_BACK.search(text[max(0, number.start - 20) : number.start]) is not None


def is_possible(text: str, number: Span) -> bool:
    """Say whether a number is only held possible: "the risk of a second death"."""
    return POSSIBLE.search(fold(text[max(0, number.start - 50) : number.start])) is not None
