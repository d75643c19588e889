"""What a verb tells besides in clauses that the tree hangs elsewhere: beside the verb itself, or without their helper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.endings import FINITE, NAMED, ends_sentence
from rashomon.extract.voices.figures import tree_span
from rashomon.lexicon.cues import CueBook
from rashomon.model import Span

LINKS = frozenset({"of", "at", "to"})
LEFT = 3
"""Words at a sentence's end that may be left out of what is told."""
STOPS = frozenset({".", "!", "?"})
LEAD = 5
"""Words before such a figure, and in it."""
HEDGES = frozenset(
    {
        "at",
        "least",
        "more",
        "fewer",
        "less",
        "than",
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "over",
        "up",
        "to",
        "another",
    }
)
"""Words of a hedge before a number."""
GAP = 7
"""Words behind what is told among which such a passive stands."""


def tells_both(parse: Parse, verb: Token, inner: Span, book: CueBook) -> bool:
    """Say whether a closing "X said" tells two clauses, of which the tree sets the first beside it: "one died and six were hurt, X said"."""
    above = parse.head(verb) if verb.dep == "conj" else None
    if above is None or above.dep != "ROOT":
        return False
    joined = {kid.lower for kid in parse.kids(above, "cc")} == {"and"}
    return joined and ends_sentence(parse, verb, inner, book)


def clauses_of(parse: Parse, noun: Token) -> Iterator[Token]:
    """Yield the clauses right behind a document that tell what it says, or behind the words that put it out: "a report issued on Monday |that ...|".

    Such a clause has a subject of its own, unlike that of "said in a statement that was read out", and no gap for the noun.
    """
    put_out = [kid for kid in parse.kids(noun, "acl") if kid.tag == "VBN"]
    inside = (clause for kid in put_out for clause in parse.kids(kid, "ccomp"))
    for clause in (*parse.kids(noun, "acl", "relcl"), *inside):
        first = parse.subtree(clause)[0]
        own = any(kid.i != first.i for kid in parse.kids(clause, "nsubj", "nsubjpass"))
        near = first.i == noun.i + 1 or any(noun.i < kid.i < first.i for kid in put_out)
        if own and near and first.lower == "that" and first.dep in ("mark", "advmod"):
            yield clause


def with_second(parse: Parse, verb: Token, spans: list[Span], tolls: frozenset[str]) -> list[Span]:
    """Return what a verb tells with a harm that the tree hangs beside the verb itself: "said the raid cost five lives, and wounded 15"."""
    if not spans or spans[-1].start < verb.end:
        return spans
    second = (k for k in parse.kids(verb, "conj") if k.lower in tolls and k.start >= spans[-1].end)
    return [*spans, *(tree_span(parse, k) for k in second if not parse.has(k, "nsubj", "nsubjpass"))]


def with_same_tense(parse: Parse, verb: Token, spans: list[Span]) -> list[Span]:
    """Return what a verb tells with a clause joined to the verb itself whose tense is its content's, and not its own.

    "Wardens say three hikers slipped, and a guide was hurt": who say so now have told both.
    """
    own = [kid for kid in parse.kids(verb, "ccomp") if kid.i > verb.i]
    if not spans or not own or tense(parse, own[-1]) in ("", tense(parse, verb)):
        return spans
    for kid in parse.kids(verb, "conj"):
        told = kid.start >= spans[-1].end and tense(parse, kid) == tense(parse, own[-1])
        if told and parse.has(kid, "nsubj", "nsubjpass") and not parse.has(kid, "ccomp"):
            spans = [*spans, tree_span(parse, kid)]
    return spans


def with_gapped(parse: Parse, verb: Token, spans: list[Span]) -> list[Span]:
    """Return what a verb tells with a passive right behind that leaves its helper out: "saying four had been killed |and seven injured|"."""
    if not spans or spans[-1].start < verb.end:
        return spans
    behind = [t for t in parse.tokens if t.start >= spans[-1].end][:GAP]
    if not behind or behind[0].lower != "and" or not any(parse.has(t, "auxpass") for t in parse.at(spans[-1])):
        return spans
    fate = next((t for t in behind if t.tag in ("VBN", "VBD") or t.text == ","), None)
    if fate is None or fate.tag != "VBN" or parse.has(fate, "aux", "auxpass") or all(t.tag != "CD" for t in behind):
        return spans
    return [*spans, Span(behind[0].start, max(fate.end, tree_span(parse, fate).end))]


def second_of_two(
    parse: Parse, verb: Token, spans: Sequence[Span], speaks: Callable[[Token], bool]
) -> tuple[Token, Span, Span] | None:
    """Return who tells another figure behind a comma without a verb, its words, and the figure: "the mayor says 31 died, |the union| |40|".

    The figure closes what is told, behind the same preposition: "the mayor speaks of 31 dead, the union of 40".
    """
    told = [t for t in parse.at(spans[-1]) if t.text not in STOPS] if spans else []
    rest = [t for t in parse.tokens if told and t.i > told[-1].i and t.text not in STOPS]
    told += rest if len(rest) < LEFT else []
    links = {prep.lower for prep in parse.kids(verb, "prep")}
    for comma in told[1:-1]:
        if comma.text != "," or not any(t.tag == "CD" for t in told if t.i < comma.i):
            continue
        named = list(takewhile(lambda t: t.tag in NAMED, parse.tokens[comma.i + 1 :]))
        figure = [t for t in told if named and t.i > named[-1].i]
        lead = list(takewhile(lambda t: t.tag != "CD", figure))
        if not named or not speaks(named[-1]) or named[0].lower in ("a", "an") or len(lead) == len(figure):
            continue
        apart = any(t.is_verb or t.text == "," for t in figure) or len(lead) > LEAD or len(figure) - len(lead) > LEAD
        hedged = len(figure) > 1 and figure[1].lower in ("least", "most")
        linked = hedged or figure[0].lower not in LINKS or figure[0].lower in links
        if linked and not apart:
            return named[-1], Span(named[0].start, named[-1].end), Span(figure[0].start, figure[-1].end)
    return None


def doer_taken(parse: Parse, verb: Token, clause: Token) -> int:
    """Return where a clause begins whose doer the tree takes for the verb's object: "confirmed |the loss of nine divers was due to bad air|"."""
    doers = parse.has(clause, "nsubj", "nsubjpass", "expl", "csubj", "mark")
    if clause.dep != "ccomp" or doers or not tense(parse, clause):
        return clause.start
    taken = next((kid for kid in parse.kids(verb, "dobj") if verb.i < kid.i < clause.i), None)
    return tree_span(parse, taken).start if taken is not None else clause.start


def number_taken(parse: Parse, verb: Token, start: int) -> int:
    """Return where a clause begins whose first number the tree takes for that of who is told: "told Reuters |31 people had died|"."""
    first = next((t.i for t in parse.tokens if t.start >= start), 0)
    if first - 1 <= verb.i or parse.tokens[first - 1].tag != "CD":
        return start
    first -= 1
    while first - 1 > verb.i and parse.tokens[first - 1].lower in HEDGES:
        first -= 1
    return parse.tokens[first].start


def tense(parse: Parse, verb: Token) -> str:
    """Return "past" or "present" for a finite verb, by its first helper or by itself; else nothing."""
    helpers = [kid for kid in parse.kids(verb, "aux", "auxpass") if kid.tag in FINITE]
    tag = helpers[0].tag if helpers else verb.tag
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(tag, "")


def says_instead(parse: Parse, verb: Token, contents: Sequence[Span], text: str) -> bool:
    """Say whether what stands behind a colon is what is said against something denied: "rejected that version: "Nine died"."""
    if not contents or not any(kid.i > verb.i for kid in parse.kids(verb, "dobj")):
        return False
    start = contents[0].start
    return verb.end < start and text[verb.end : start].rstrip(" \"“”'‘\n").endswith(":")
