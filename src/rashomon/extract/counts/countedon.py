"""Counts that are counted on: "found four people wounded ... A fifth came to the clinic later", "two other sons were also hurt"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from rashomon.extract.drafts import Draft
from rashomon.model import ClaimKind, Scope

ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
LEAST = 2
"""The first ordinal counts on from so many."""
HARM = frozenset({"wounded", "casualties"})
"""Measures of which a report may tell a part before it comes to the rest; the dead are told one after the other."""
VICTIMS = "by_weak_noun"
"""The rule that takes "victims" for the hurt where no verb tells more."""
OTHERS = re.compile(r"\s(?:[\w-]+\s)?(?:others?|more|further|additional)\b", re.IGNORECASE)
MANY = 4
"""So many people at least are a sum of the dead and the hurt by no chance."""
SHOT = frozenset({"shot", "hit", "struck", "stabbed", "shoot", "shooting"})
"""Verbs that leave open who lived."""

ALSO = re.compile(r"\s(?:[\w-]+\s){0,2}?others?\b[^.;:!?]{0,40}?\b(?:also|too|as well)\b", re.IGNORECASE)
"""What stands behind the number of those to whom happened what had happened to somebody already."""

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


def besides_them(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Return the drafts, "two other sons were also hurt" beside those told before as adding to them, or as a part where they are more."""
    scopes = [beside(draft, drafts[:place], text) for place, draft in enumerate(drafts)]
    return [replace(draft, scope=scope) if scope else draft for draft, scope in zip(drafts, scopes, strict=True)]


def beside(draft: Draft, before: Sequence[Draft], text: str) -> Scope | None:
    """Return the scope of a count of others to whom also happened what befell those before; None for any other count."""
    number = exact(draft)
    if number is None or draft.scope is not Scope.WHOLE or ALSO.match(text, draft.anchor.end) is None:
        return None
    same = [exact(other) or 0 for other in before if other.measure == draft.measure]
    if not same or number in same:
        return None  # as many are told once more: "three were hurt ... three others were hurt too"
    return Scope.PART if max(same) > number else Scope.INCREMENT


def shot_in_all(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Return the drafts, a number of the shot that is the dead and the hurt of the report together as both: "seven victims ... two killed, five hurt"."""
    whole = [(draft.measure, exact(draft) or 0) for draft in drafts if draft.scope is Scope.WHOLE]
    dead = {number for measure, number in whole if measure == "killed" and number}
    hurt = {number for measure, number in whole if measure == "wounded" and number}
    both = {one + other for one in dead for other in hurt if one + other >= MANY} & hurt
    return [replace(draft, measure="casualties") if both and is_both(draft, both, text) else draft for draft in drafts]


def is_both(draft: Draft, both: Collection[int], text: str) -> bool:
    """Say whether a count of people shot is one of some numbers, by words that do not tell the hurt from the dead."""
    if draft.measure != "wounded" or exact(draft) not in both or draft.scope is not Scope.WHOLE:
        return False
    if OTHERS.match(text, draft.anchor.end) is not None:
        return False
    return draft.rule == VICTIMS or (draft.verb is not None and draft.verb.lower in SHOT)


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
