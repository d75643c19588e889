"""Counts that the next sentences count on: "found four people wounded ... A fifth came to the clinic later" are four of five."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.drafts import Draft
from rashomon.model import ClaimKind, Scope

ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
LEAST = 2
"""The first ordinal counts on from so many."""
HARM = frozenset({"wounded", "casualties"})
"""Measures of which a report may tell a part before it comes to the rest; the dead are told one after the other."""
NEAR = 300
"""Code points within which it is counted on."""

ONE_MORE = re.compile(
    r"\b[Aa]n? (?P<ordinal>" + "|".join(ORDINALS) + r") (?:[\w-]+ )?"
    r"(?:person|victim|subject|individual|patient|casualty|man|woman|male|female|boy|girl|child|teen(?:ager)?|youth|resident|student|worker|officer|bystander"
    r"|was|had|later|also|arrived|showed|walked|turned|drove|came|went)\b"
)
"""How one more is told of."""


def counted_on(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Return the drafts, a count as a part where the words behind it count on from it and the report counts more elsewhere."""
    return [replace(draft, scope=Scope.PART) if is_begun(draft, drafts, text) else draft for draft in drafts]


def is_begun(draft: Draft, drafts: Sequence[Draft], text: str) -> bool:
    """Say whether a count is only where the counting begins."""
    number = exact(draft)
    if number is None or draft.measure not in HARM or draft.scope is not Scope.WHOLE:
        return False
    if not any(other.measure in HARM and (exact(other) or 0) > number for other in drafts):
        return False
    found = ONE_MORE.search(text, draft.anchor.end, draft.anchor.end + NEAR)
    return found is not None and ORDINALS.index(found.group("ordinal")) + LEAST == number


def exact(draft: Draft) -> int | None:
    """Return the number of people that a draft counts, None where it leaves it open."""
    quantity = draft.quantity if draft.kind is ClaimKind.COUNT else None
    return quantity.low if quantity is not None and quantity.low == quantity.high else None
