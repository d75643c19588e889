"""Patients of an illness: whom only words of care tell of, in a report in which nobody came to any other harm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.drafts import Draft
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.groups import GroupBook
from rashomon.model import ClaimKind, Scope

WORD = re.compile(r"[a-z][a-z’'-]*[a-z]")
RULE = "by_illness"
"""The rule's name on a count of patients who are ill."""

AILING, HURT = "infected", "wounded"
HANGING = frozenset({"advcl", "conj", "xcomp", "pcomp"})
"""How a verb hangs on the one whose doer it shares: "rains soaked the plain, affecting 900 people"."""


def of_illness(drafts: Sequence[Draft], text: str, book: GroupBook) -> list[Draft]:
    """Return the drafts; where a report tells of an illness and of no other harm, those "taken to hospital" are ill."""
    if not any(is_hurt(draft) for draft in drafts):
        return list(drafts)
    words = frozenset(WORD.findall(text.lower()))
    told = any(draft.measure == AILING for draft in drafts) or not words.isdisjoint(book.other.illness)
    if not told or not words.isdisjoint(book.other.harming):
        return list(drafts)
    found: list[Draft] = []
    for draft in drafts:
        found.append(ill(draft, found) if is_hurt(draft) else draft)
    return found


def ill(draft: Draft, before: Sequence[Draft]) -> Draft:
    """Return a count of patients as one of the ill; some of those counted ill before are a part of them."""
    more = any(other.measure == AILING and other.least > draft.least for other in before)
    part = more and draft.scope is Scope.WHOLE and draft.least > 0
    return replace(draft, measure=AILING, rule=RULE, scope=Scope.PART if part else draft.scope)


def is_hurt(draft: Draft) -> bool:
    """Say whether a draft counts people hurt."""
    return draft.kind is ClaimKind.COUNT and draft.measure == HURT


def is_by_illness(parse: Parse, verb: Token, illness: frozenset[str]) -> bool:
    """Say whether it is an illness that affects people, or something that no doer is told of: "the fever affects 12"; not a flood."""
    doers = doers_of(parse, verb)
    return not doers or any(
        token.lower in illness or token.lower in ("it", "this")
        for doer in doers
        for token in (doer, *parse.kids(doer, "compound", "amod", "nmod"))
    )


def doers_of(parse: Parse, verb: Token) -> list[Token]:
    """Return who or what a verb says does it: its subject, the one it shares, the noun it tells more of, or that behind "by"."""
    by = [
        kid for agent in parse.kids(verb, "agent", "prep") if agent.lower == "by" for kid in parse.kids(agent, "pobj")
    ]
    if by or parse.has(verb, "auxpass"):
        return by
    own = [kid for kid in parse.kids(verb, "nsubj") if kid.lower not in ("which", "that")]
    above = parse.head(verb)
    if own or above is None:
        return own
    if verb.dep in ("relcl", "acl"):
        return [above]
    return doers_of(parse, above) if verb.dep in HANGING and above.is_verb else []
