"""Words before a number that take it back or only hold it possible: "and not 288", "the risk of a second death"."""

from __future__ import annotations

import re

from rashomon.extract.drafts import Draft
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.match import fold
from rashomon.lexicon.rejected import Rejected
from rashomon.model import Span

POSSIBLE = re.compile(
    r"\b(?:possibility|potential|risk|likelihood|chances?|prospect|danger|threat)s? (?:of|for) (?:\w+ ){0,3}$"
)
"""What makes of a count something that may be: "the possibility of a civilian casualty"."""
COUNTERFACTUAL = re.compile(r"\bthere (?:could|should|would)(?: easily| well)?(?: have|['’]ve| of) been (?:\w+ ){0,2}$")
"""What makes of a count something that did not come about: "there should have been nine drowned"."""
IS_NOT = re.compile(
    r"\b(?:number|figure|toll|tally|count|total|there|dead|it)\s+(?:is|was|are|were)\s+not\s+(?:the\s+)?$|(?:^|[.!?:]\W{1,3})Not\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What says of a number that it is not so: "the number is not 11"."""
SINGLE = frozenset({"one", "a", "an", "any", "1"})
"""Numbers behind "not" that mean nobody: "not one of them"."""
READ = 110
"""So many characters around a number are looked at for what rejects it."""
TAKEN_BACK = re.compile(
    r"(?:[,;–—]|\b(?:and|but)) ?(?:and |but )?not (?:the )?$|\b(?:rather than|instead of) (?:the )?$", re.IGNORECASE
)

BEHIND_IT = ("not ", "than ", "of ", "the ")
"""How such words end."""

NOBODY = frozenset({"nobody", "none"})
NO = frozenset({"no", "neither"})
UNDONE = frozenset({"missing", "at large"})
"""Measures that a negated verb says: "have not been found"."""


def is_negated(draft: Draft) -> bool:
    """Say whether a claim's verb is negated, where that does not say the measure itself."""
    verb = draft.verb
    if verb is None or draft.measure in UNDONE:
        return False
    return draft.parse.has(verb, "neg") or (
        draft.act is not None and says_it(draft, verb) and is_by_nobody(draft.parse, verb)
    )


def says_it(draft: Draft, verb: Token) -> bool:
    """Say whether the verb's own words tell the act: not the bombing of "nobody claimed the bombing"."""
    return draft.anchor.start <= verb.start < draft.anchor.end


def is_by_nobody(parse: Parse, verb: Token) -> bool:
    """Say whether nobody did what a verb tells, or it was done to nobody: "no inmate escaped", "nobody was arrested"."""
    return any(
        kid.lower in NOBODY or any(word.lower in NO for word in parse.kids(kid, "det", "neg"))
        for kid in parse.kids(verb, "nsubj", "nsubjpass", "dobj")
    )


def is_taken_back(text: str, number: Span, words: Rejected) -> bool:
    """Say whether a number is given as the wrong one: 288 of "275 people, and not 288", of "275 rather than 288", of "the toll of 288 is false"."""
    before = text[max(0, number.start - 20) : number.start]
    taken_back = before.lower().endswith(BEHIND_IT) and TAKEN_BACK.search(before) is not None
    return taken_back or is_rejected(text, number, words)


def is_rejected(text: str, number: Span, words: Rejected) -> bool:
    """Say whether the sentence of a number says that it is wrong.

    "The toll of 35 told in the bazaar is false", "Correction: an earlier entry said 14 guests", "The number is not 11, as the ministry says".
    """
    if number.of(text).casefold() in SINGLE:
        return False
    ahead, behind = text[max(0, number.start - READ) : number.start], text[number.end : number.end + READ]
    if "ot " in ahead and IS_NOT.search(ahead):
        return True
    low = ahead.lower()
    if any(sign in low for sign in words.signs) and words.withdrawn.search(ahead):
        return True
    return words.behind.match(behind) is not None and words.before.search(ahead) is not None


def is_possible(text: str, number: Span) -> bool:
    """Say whether a number is only held possible: "the risk of a second death", "there could have been nine dead"."""
    folded, start = fold(text), max(0, number.start - 50)
    if POSSIBLE.search(folded, start, number.start) is not None:
        return True
    return (
        folded.endswith("been ", start, number.start) and COUNTERFACTUAL.search(folded, start, number.start) is not None
    )
