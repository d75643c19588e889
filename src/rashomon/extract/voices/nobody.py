"""What is told by nobody in particular: "reportedly", "it is believed", "is said to have"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.contents import clause_span
from rashomon.extract.voices.figures import tree_span
from rashomon.extract.voices.find import Said
from rashomon.model import Span, Stance


def by_nobody(parse: Parse, token: Token) -> Said:
    """Return "reportedly": the clause around is nobody's word."""
    return Said(None, Span(token.start, token.end), Stance.REPORTEDLY, (clause_span(parse, token),), word=token.lower)


def by_passive(parse: Parse, verb: Token) -> Iterator[Said]:
    """Yield "it is believed that ...", "is said to have ...", "is estimated at 12": told by nobody in particular."""
    told = parse.kids(verb, "ccomp", "xcomp", "oprd", "advcl")
    subject = parse.kid(verb, "nsubjpass")
    if not told and not (verb.lower == "estimated" and parse.has(verb, "prep")):
        return
    start = next(iter(told), subject) if subject is None or subject.lower == "it" else subject
    if start is None:
        return
    last = tree_span(parse, told[-1]).end if told else tree_span(parse, verb).end
    first = tree_span(parse, start).start
    if first < last:
        yield Said(None, Span(verb.start, verb.end), Stance.REPORTEDLY, (Span(first, last),), 1, word=verb.lower)
