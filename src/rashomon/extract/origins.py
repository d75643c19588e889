"""Where people come from, which is not where they were harmed."""

from __future__ import annotations

from rashomon.extract.drafts import Draft
from rashomon.model import Span

NEAR = 6
"""Words from a number to the place where those counted come from: "two elderly shopkeepers from Homs"."""
HARM = frozenset({"killed", "wounded", "casualties", "missing"})


def is_origin(draft: Draft, place: Span) -> bool:
    """Say whether a place tells where somebody killed or hurt comes from: "a civilian from Homs was hurt in the shelling"."""
    if draft.measure not in HARM:
        return False
    words = [token for token in draft.parse.tokens if token.start >= draft.anchor.start and token.end <= place.start]
    if not 1 < len(words) <= NEAR:
        return False
    return words[-1].lower == "from" and words[-2].tag in ("NN", "NNS")
