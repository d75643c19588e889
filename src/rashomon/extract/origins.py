"""Where people come from or are bound for, which is not where they were harmed."""

from __future__ import annotations

import re

from rashomon.extract.drafts import Draft
from rashomon.extract.hints import Hinted
from rashomon.model import Span

NEAR = 6
"""Words from a number to the place where those counted come from: "two elderly shopkeepers from Homs"."""
AHEAD = 80
"""So many characters before a place are looked at for a way that leads there."""
BOUND_FOR = re.compile(r"\btowards?\b[^,.;:]{0,50}$", re.IGNORECASE)
LED_AWAY = Hinted(
    re.compile(
    r"\b(?:flee|flees|fled|fleeing|escap(?:e|es|ed|ing)|evacuat(?:e|es|ed|ing)|relocat(?:e|es|ed|ing)|displac(?:e|es|ed|ing)"
    r"|deport(?:s|ed|ing)?|airlift(?:s|ed|ing)?|cross(?:es|ed|ing)?(?!-)|transferr?(?:s|ed|ing)?|rush(?:es|ed|ing)|transport(?:s|ed|ing)?"
    r"|taken|took|brought|flown|refuge|shelter)\b[^.;:]{0,50}?(?:\b(?:to|into)|(?<=refuge) in|(?<=shelter) in)\s"
    r"(?:(?!(?:after|when|as|following|because|amid|where|from|by|since|during|while|near|at|on|which|north|south|east|west)\b)[\w'’-]+\s){0,4}$",
    re.IGNORECASE,
    ),
    (
        "flee", "fled", "escap", "evacuat", "relocat", "displac", "deport", "airlift", "cross", "transfer", "rush", "transport",
        "taken", "took", "brought", "flown", "refuge", "shelter",
    ),
)  # fmt: skip
"""What leads people away from where it happened: "fled to |Goma", "were taken to a hospital in |Goma"."""
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
    start = max(0, place.start - AHEAD)
    return BOUND_FOR.search(text, start, place.start) is not None or leads_away(text, place)


def is_refuge(draft: Draft, place: Span, text: str) -> bool:
    """Say whether those of whom a count or a flight tells only came to a place; of a deployment it is where that happened."""
    return (draft.act is None or draft.act.type == "displacement") and leads_away(text, place)


def leads_away(text: str, place: Span) -> bool:
    """Say whether a place is where people fled or were brought to, and not where it befell them."""
    return LED_AWAY.search(text, max(0, place.start - AHEAD), place.start) is not None
