"""Parts that a later sentence tells of a whole: "Four men were killed. Two of the men ...", "Seven were hurt. One was treated on the spot"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.drafts import Draft
from rashomon.model import ClaimKind, Polarity, Scope

OF_THEM = re.compile(r"\s+of (?:the|those|these)\b(?!\s+(?:\d|top\b))", re.IGNORECASE)
"""What stands behind a number of some who are known."""

STATE = r"(?:a |an |the )?(?:[\w-]+ )?(?:hospital|condition|surgery|intensive|critical|stable|serious)\b"
CARED_FOR = re.compile(
    rf"\s+(?:(?:was|were|is|are|ha(?:s|ve|d) been|remain(?:s|ed)?)\s+(?:\w+ )?(?:treated|taken|transported|rushed|airlifted|flown|hospitali[sz]ed"
    rf"|admitted|discharged|released|listed|stable|critical|recovering|in {STATE})|in {STATE})",
    re.IGNORECASE,
)
"""What is told of some of the hurt or the ill behind a number that stands alone."""

HARMED = frozenset({"killed", "wounded", "casualties", "infected", "detained", "missing"})
LIVING = frozenset({"wounded", "infected"})
CLOSE = 300
"""Code points before a number that stands alone within which its whole is told."""


def with_parts(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Return the drafts in order, those that tell of some of a whole counted before as its parts."""
    found: list[Draft] = []
    for draft in drafts:
        part = is_some(draft, text) and any(is_whole_of(draft, other, text) for other in found)
        found.append(replace(draft, scope=Scope.PART) if part else draft)
    return found


def is_some(draft: Draft, text: str) -> bool:
    """Say whether a count may tell of some of others: "two of the men", "one was treated on the spot"."""
    if draft.kind is not ClaimKind.COUNT or draft.scope is not Scope.WHOLE or draft.measure not in HARMED:
        return False
    if draft.polarity is not Polarity.AFFIRMED or not draft.least:
        return False
    return OF_THEM.match(text, draft.anchor.end) is not None or is_cared_for(draft, text)


def is_cared_for(draft: Draft, text: str) -> bool:
    """Say whether a number alone tells what became of the hurt or the ill."""
    return draft.measure in LIVING and CARED_FOR.match(text, draft.anchor.end) is not None


def is_whole_of(draft: Draft, other: Draft, text: str) -> bool:
    """Say whether a count told before has more people under the same measure: of the same group, or close by where the number stands alone."""
    if other.kind is not ClaimKind.COUNT or other.measure != draft.measure or other.least <= draft.least:
        return False
    if is_cared_for(draft, text):
        return draft.anchor.start - other.anchor.start < CLOSE
    return draft.group is not None and other.group is not None and draft.group.id == other.group.id
