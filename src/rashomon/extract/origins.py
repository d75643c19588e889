"""Where people come from or are bound for, which is not where they were harmed."""

from __future__ import annotations

import re

from rashomon.extract.drafts import Draft
from rashomon.model import Span

NEAR = 6
"""Words from a number to the place where those counted come from: "two elderly shopkeepers from Homs"."""
AHEAD = 60
"""So many characters before a place are looked at for a way that leads there."""
BOUND_FOR = re.compile(r"\btowards?\b[^,.;:]{0,50}$", re.IGNORECASE)
HARM = frozenset({"killed", "wounded", "casualties", "missing"})


def is_origin(draft: Draft, place: Span) -> bool:
    """Say whether a place tells where somebody killed or hurt comes from: "a civilian from Homs was hurt in the shelling"."""
    if draft.measure not in HARM:
        return False
    words = [token for token in draft.parse.tokens if token.start >= draft.anchor.start and token.end <= place.start]
    if not 1 < len(words) <= NEAR:
        return False
    return words[-1].lower == "from" and words[-2].tag in ("NN", "NNS")


def is_goal(text: str, place: Span) -> bool:
    """Say whether a place is where somebody is bound for: "killed 43 people as rebels advanced towards |Mosul|"."""
    return BOUND_FOR.search(text, max(0, place.start - AHEAD), place.start) is not None
