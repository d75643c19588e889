"""How a sentence ends behind "X said": when and where it was said, what was said besides, and who passes it on."""

from __future__ import annotations

from itertools import takewhile

from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.cues import CueBook
from rashomon.model import Span

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TAIL = frozenset(
    {
        "prep",
        "npadvmod",
        "advmod",
        "dative",
        "dobj",
        "pobj",
        "det",
        "amod",
        "compound",
        "punct",
        "nummod",
        "pcomp",
        "poss",
        "case",
        "nmod",
        "aux",
        "neg",
        "mark",
        "acl",
        "agent",
    }
)
"""Relations of words that may follow "X said" at the end of a sentence: "told AFP by telephone on Monday"."""
ADDED = frozenset({"as", "while", "when", "after", "before"})
LONGEST_TAIL = 14
NAMED = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "POS", "HYPH"})
LONGEST_TELLER = 5
"""Words of a source that closes a sentence behind another: "..., a medic said on Monday, |SANA reported"."""


def added(token: Token, book: CueBook) -> bool:
    """Say whether a word begins what a writer adds behind "X said on Monday": "adding that ...", "as rescuers dug"."""
    return token.lower in book.adding or (token.lower in ADDED and token.dep in ("mark", "advmod"))


def goes_on(parse: Parse, token: Token) -> bool:
    """Say whether a word behind "X said" begins what belongs to the words before: "including nine", "with shells still falling"."""
    if token.lower == "with":
        return any(kid.tag == "VBG" for kid in parse.kids(token, "pcomp", "advcl", "acl"))
    return token.lower == "including" and token.dep == "prep"


def second_teller(parse: Parse, book: CueBook) -> Token | None:
    """Return the first word of a source that stands with its verb alone at a sentence's end: "..., the police said, |Harrow Wire reported"."""
    words = [t for t in parse.tokens if t.text not in (".", "!", "?", '"', "”")]
    if len(words) < LONGEST_TELLER or words[-1].lower not in book.closing or words[-2].tag not in ("NN", "NNP", "NNS"):
        return None
    first = words[-1].i - 1
    while first > 0 and words[-1].i - first < LONGEST_TELLER and parse.tokens[first - 1].tag in NAMED:
        first -= 1
    return parse.tokens[first]


def second_half(parse: Parse, book: CueBook) -> int | None:
    """Return where the half begins that another tells: "12 died, according to the mayor, |and 40 fled, the army said|", or None."""
    link = next((t for t in parse.tokens[3:] if t.lower == "according"), None)
    if link is None or parse.tokens[link.i - 1].text != ",":
        return None
    behind = parse.tokens[link.i : link.i + LONGEST_TAIL]
    comma = next((t for t in behind if t.text == ","), None)
    joint = parse.tokens[comma.i + 1] if comma is not None and comma.i + 1 < len(parse.tokens) else None
    if comma is None or joint is None or joint.lower not in ("and", "but", "while"):
        return None
    teller = second_teller(parse, book)
    apart = teller is not None and teller.i > joint.i and parse.tokens[teller.i - 1].text == ","
    return joint.start if apart else None


def ends_sentence(parse: Parse, verb: Token, inner: Span, book: CueBook, *, press: bool = False) -> bool:
    """Say whether "X said" closes the sentence, but for whom, when and where it was said, and who passes it on.

    What the ``press`` "reported" is never a passive.
    """
    second = second_teller(parse, book)
    end = second.start if second is not None and second.i > verb.i else parse.tokens[-1].end
    behind = (t for t in parse.tokens if inner.end <= t.start < end)
    rest = list(takewhile(lambda t: not (added(t, book) or goes_on(parse, t)), behind))
    lead = sum(1 for t in parse.tokens if t.end <= inner.start)
    helped = any(kid.tag in FINITE for kid in parse.kids(verb, "aux"))
    finite = verb.tag in FINITE or helped or (press and verb.tag == "VBN" and not parse.has(verb, "auxpass"))
    if lead < 3 or len(rest) > LONGEST_TAIL or not finite:
        return False
    return all(t.dep in TAIL for t in rest)
