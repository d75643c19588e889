"""Names set beside the word for who speaks: "the harbourmaster, Lena Ford", "one of them, Abu Omar"."""

from __future__ import annotations

from collections.abc import Container

from rashomon.extract.syntax import Parse, Token
from rashomon.model import Span

MOST_NAMES = 4
"""Names that a person has, no more."""


def one_named(parse: Parse, head: Token) -> Token:
    """Return the name set beside "one of them", and any other head as it is: "One of them, Abu Omar, said"."""
    if head.lower != "one":
        return head
    return next((kid for kid in parse.kids(head, "appos") if kid.tag == "NNP"), head)


def name_behind(parse: Parse, head: Token, *, set_off: bool = False) -> Span | None:
    """Return the name right behind what a body is: "the Bonn-based monitoring group |Marsh Watch|".

    A name that is ``set_off`` may stand behind a comma: "the mine's operator, |Corran Coal|, said".
    """
    name = next((kid for kid in parse.kids(head, "appos") if kid.tag in ("NNP", "NNPS")), None)
    words = parse.subtree(name, without=frozenset({"appos", "conj", "cc", "relcl", "acl"})) if name is not None else []
    if head.tag not in ("NN", "NNP") or not words or words[0].tag not in ("NNP", "NNPS"):
        return None
    between = parse.tokens[head.i + 1 : words[0].i]
    if words[0].i <= head.i or not (not between or (set_off and [token.text for token in between] == [","])):
        return None
    return Span(words[0].start, words[-1].end)


def name_beside(parse: Parse, head: Token, *, office: bool) -> Token | None:
    """Return a name set beside a title; the parser may hang it lower, or on the verb: "head of the agency, Lena Ford, 12 died".

    Beside a noun that is no known ``office`` it has two words at least and stands between commas.
    """
    if not parse.has(head, "appos", "prep"):
        return None
    tail = parse.subtree(head, without=frozenset({"relcl", "acl"}))
    named = next((t for t in tail if t.dep == "appos" and t.tag in ("NNP", "NNPS")), None)
    if named is not None and (office or is_set_off(parse, named)):
        return named
    after = parse.tokens[tail[-1].i + 1 : tail[-1].i + 2 + MOST_NAMES] if tail else []
    run = [token for token in after[1:] if token.tag == "NNP"]
    last = run[-1] if run and after[0].text == "," and run[0] is after[1] else None
    return last if last is not None and is_set_off(parse, last) else None


def in_a_name(token: Token) -> bool:
    """Say whether a word can be part of a person's name."""
    if token.tag in ("NNP", "NNPS", "HYPH"):
        return token.text[:1].isupper() or token.text == "-"
    return token.lower in ("al", "bin", "ibn", "abu", "von", "de", "van", "el")


def is_set_off(parse: Parse, name: Token) -> bool:
    """Say whether a name of two words or three stands between commas, or between a comma and the sentence's end."""
    tokens, first = parse.tokens, name.i
    while first and tokens[first - 1].tag == "NNP":
        first -= 1
    closed = name.i + 1 < len(tokens) and tokens[name.i + 1].text in (",", ".")
    return closed and 0 < name.i - first < MOST_NAMES and first > 0 and tokens[first - 1].text == ","


def page_name(parse: Parse, head: Token, platforms: Container[str]) -> Span | None:
    """Return the name that a page or channel goes by before its platform: "the |Harrow Today| Facebook page"."""
    if head.i < 2 or parse.tokens[head.i - 1].lower not in platforms:
        return None
    first = head.i - 1
    while first and (word := parse.tokens[first - 1]).text[:1].isupper() and word.tag in ("NN", "NNP"):
        first -= 1
    return Span(parse.tokens[first].start, parse.tokens[head.i - 2].end) if first < head.i - 1 else None
