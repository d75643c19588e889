"""Relative clauses that tell what a deed cost."""

from __future__ import annotations

from rashomon.extract.page import Page
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.find import Voices
from rashomon.model import Span


def tells_of_deed(parse: Parse, verb: Token, page: Page, voices: Voices) -> bool:
    """Say whether a relative clause tells what a deed cost, whose time it has: "sparked clashes in May that left 40 dead".

    Not behind a word of telling, which has a day of its own: "condemned on Monday an attack that killed nine".
    """
    above = verb if verb.is_verb else next((h for h in parse.up(verb) if h.is_verb), verb)
    head = parse.head(above) if above.dep == "relcl" else None
    if head is None or not head.is_noun:
        return False
    told = next((h for h in parse.up(head) if h.is_verb), None)
    if told is not None and any(said.cue.covers(Span(told.start, told.end)) for said in voices.said):
        return False
    return any(hit.start <= head.start < hit.end for hit in page.inside("acts", parse.span))
