"""The figures that a verb gives: "put the toll at 12", "raised the toll to 12", "gave a toll of 12", "holds to 12"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.cues import CueVerb
from rashomon.model import Span

NEAR = 5
"""Words behind a verb, or behind the noun of a figure, among which what it gives is looked for."""
LAST = frozenset({".", "!", "?"})


def figure_of(parse: Parse, verb: Token, cue: CueVerb, tolls: frozenset[str]) -> Span | None:
    """Return the words of the figure that a verb puts, raises, gives or holds to, or None without a number."""
    if cue.needs == "toll":
        return revised(parse, verb, tolls)
    if cue.needs == "figure":
        return held(parse, verb, cue.preposition, tolls) if cue.preposition else given(parse, verb, tolls)
    return valued(parse, verb)


def valued(parse: Parse, verb: Token) -> Span | None:
    """Return "the toll at 12" of "put the toll at 12", with "and the wounded at 30" behind it; None without a number.

    Wherever the tree hangs the number: "put the toll at 12 earlier".
    """
    held = parse.kid(verb, "dobj", "nsubjpass") or raised_one(parse, verb)
    ats = [t for t in parse.subtree(verb) if t.i > verb.i and t.lower == "at"]
    numbers = [number for at in ats if (number := number_after(parse, at)) is not None]
    if held is None or not numbers:
        return None
    start = min(tree_span(parse, held).start, numbers[0].start)
    return Span(start, max(tree_span(parse, number).end for number in numbers))


def revised(parse: Parse, verb: Token, tolls: frozenset[str]) -> Span | None:
    """Return what stands behind "raised" in "raised the toll to 12", "raised to 12 the number of dead"; None without both."""
    below = [t for t in parse.subtree(verb) if t.i > verb.i]
    numbered = any(t.lower in ("to", "at") and number_after(parse, t) is not None for t in below)
    raised = raised_one(parse, verb)
    if not numbered or not any(t.lower in tolls for t in (*below, *([raised] if raised is not None else ()))):
        return None
    return Span(below[0].start, clause_end(parse, verb))


def raised_one(parse: Parse, verb: Token) -> Token | None:
    """Return what is put or raised in the passive: "|the toll|, put at 12 by the office, was raised to 19 by the ministry"."""
    if verb.tag != "VBN" or not parse.has(verb, "agent"):
        return None
    return parse.head(verb) if verb.dep == "acl" else parse.kid(verb, "nsubjpass")


def given(parse: Parse, verb: Token, tolls: frozenset[str]) -> Span | None:
    """Return "a toll of 12 dead and 30 hurt" of who gave it, "its balance: 12 dead, 30 hurt"; None where no figure is given."""
    behind = parse.tokens[verb.i + 1 : verb.i + 1 + NEAR]
    noun = next((t for t in behind if t.is_noun and t.lower in tolls), None)
    if noun is None or noun.dep in ("compound", "nmod", "poss"):
        return None
    if all(t.tag != "CD" for t in parse.tokens[noun.i : noun.i + 1 + NEAR]):
        return None
    return Span(behind[0].start, reach(parse, verb))


def held(parse: Parse, verb: Token, preposition: str, tolls: frozenset[str]) -> Span | None:
    """Return "to twelve" of who holds to it, "by its figure of twelve"; None where it is no number that is held to."""
    behind = parse.tokens[verb.i + 1 : verb.i + 3]
    at = next((t for t in behind if t.lower == preposition), None)
    if at is None:
        return None
    ahead = parse.tokens[at.i + 1 : at.i + 1 + NEAR]
    number = next((t for t in ahead if t.tag == "CD"), None)
    named = any(t.lower in tolls for t in ahead)
    alone = number is not None and not (number.i + 1 < len(parse.tokens) and parse.tokens[number.i + 1].is_noun)
    return Span(at.start, reach(parse, verb)) if number is not None and (named or alone) else None


def reach(parse: Parse, verb: Token) -> int:
    """Return where the figures end that a verb gives: at its sentence's end, or before a clause with a doer of its own."""
    own = [kid for kid in parse.kids(verb, "conj") if any(k.tag != "CD" for k in parse.kids(kid, "nsubj"))]
    words = [t for t in parse.tokens if t.text not in LAST]
    return min([words[-1].end, *(tree_span(parse, kid).start for kid in own if kid.i > verb.i)])


def number_after(parse: Parse, token: Token) -> Token | None:
    """Return the number among the few words behind a preposition."""
    return first_number(parse.tokens[token.i + 1 : token.i + NEAR])


def first_number(tokens: Sequence[Token]) -> Token | None:
    """Return the first number of some words."""
    return next((t for t in tokens if t.tag == "CD"), None)


def clause_end(parse: Parse, verb: Token) -> int:
    """Return where the verb's own clause ends, before a clause that is added to it."""
    later = [kid.start for kid in parse.kids(verb, "conj", "cc") if kid.i > verb.i]
    return min([*later, max(t.end for t in parse.subtree(verb))])


def tree_span(parse: Parse, token: Token) -> Span:
    """Return the span of a word and all below it."""
    tokens = parse.subtree(token)
    return Span(tokens[0].start, tokens[-1].end)
