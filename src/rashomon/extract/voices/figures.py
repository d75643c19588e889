"""The figures that a verb gives: "put the toll at 12", "raised the toll to 12", "gave a toll of 12", "holds to 12"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.cues import CueVerb
from rashomon.model import Span

NEAR = 5
"""Words behind a verb, or behind the noun of a figure, among which what it gives is looked for."""
WHOM = 5
"""Words behind a number among which "of whom" stands."""
FIGURE = frozenset({"toll", "number", "figure", "count", "tally"})
LAST = frozenset({".", "!", "?"})
VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands"})
"""Numbers that the tree takes for nouns."""


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
    dead = next((t for t in parse.kids(verb, "dobj") if t.i > verb.i and t.lower in tolls and counts(parse, t)), None)
    if dead is not None:
        return Span(behind[0].start, reach(parse, verb))
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


def of_whom(parse: Parse, verb: Token, number: Token) -> Span:
    """Return a number that is told with what is told of those counted: "speaks of |forty hurt, of whom six have burns|"."""
    span = tree_span(parse, number)
    behind = [t.lower for t in parse.tokens if t.start >= span.end][:WHOM]
    told = any(word in ("whom", "including") for word in behind) or behind[:2] == ["of", "which"]
    return Span(span.start, max(span.end, reach(parse, verb))) if told else span


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


def farther_on(parse: Parse, verb: Token, preposition: str, last: Token, on_air: frozenset[str]) -> list[Span]:
    """Return the figures that stand farther from their verb: "spoke on television of |forty dead|", "spoke of 40 dead and later of |22|"."""
    found = []
    for prep in parse.tokens[last.i + 1 :]:
        over = parse.head(prep) if prep.lower == preposition and prep.dep == "prep" else None
        if over is None or not (over.dep == "advmod" or (over.dep == "pobj" and over.lower in on_air)):
            continue
        above = parse.head(over) if over.dep == "advmod" else next((h for h in parse.up(over) if h.is_verb), None)
        if above is not None and above.i == verb.i:
            found += [tree_span(parse, kid) for kid in parse.kids(prep, "pobj") if counts(parse, kid)]
    return found


def counts(parse: Parse, noun: Token) -> bool:
    """Say whether a noun is counted, so that who "spoke of six dead" tells the six."""
    return (
        noun.tag == "CD"
        or noun.lower in VAGUE
        or parse.has(noun, "nummod")
        or any(t.tag == "CD" for t in parse.kids(noun, "nsubj"))
        or any(t.lower in ("no", "nil", "zero") for t in parse.kids(noun, "det", "nmod", "amod"))
    )


def told_of(parse: Parse, verb: Token, cue: CueVerb) -> Span | None:
    """Return the figure that a participle gives to somebody: "|the 12 deaths| reported by the ministry", "|the toll of 12| cited by activists"."""
    if verb.tag != "VBN" or verb.dep not in ("acl", "advcl") or not cue.gives or not parse.has(verb, "agent"):
        return None
    noun = parse.head(verb)
    if noun is None or noun.is_verb or not (counts(parse, noun) or noun.lower in FIGURE):
        return None
    if noun.dep in ("npadvmod", "appos") and noun.lower in FIGURE and parse.tokens[max(0, noun.i - 2)].text == ",":
        return Span(parse.span.start, parse.tokens[noun.i - 2].start)
    over = parse.head(noun) if noun.dep == "pobj" else None
    top = parse.head(over) if over is not None and over.lower == "of" else None
    return Span(tree_span(parse, top if top is not None and top.is_noun else noun).start, verb.start)
