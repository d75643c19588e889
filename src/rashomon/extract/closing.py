"""The source right before a verb that closes a sentence, read off the words where the tree goes astray."""

from __future__ import annotations

from rashomon.extract.contents import ends_sentence
from rashomon.extract.speakers import Speakers
from rashomon.extract.syntax import Parse, Token
from rashomon.model import Span

PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "HYPH", "-LRB-", "-RRB-"})
STARTS = frozenset({"DT", "PRP$", "WDT"})
WITH_START = PHRASE | STARTS
WITH_PLACE = WITH_START | {"IN"}
BETWEEN = frozenset({"has", "have", "had", "also", "later", "earlier", "then"})
LONGEST = 7
"""Words that such a source may have."""


def closing_source(parse: Parse, verb: Token, speakers: Speakers) -> tuple[Token, Span] | None:
    """Return the head and words of the source in "... , the news agency SANA said on Monday", or None.

    Only a known actor or a noun for people and bodies who speak counts, so that an object before "said" is none.
    """
    last = verb.i - 1
    while last > 0 and parse.tokens[last].lower in BETWEEN:
        last -= 1
    if last < 3 or parse.tokens[last].tag not in PHRASE or any(kid.i > verb.i for kid in parse.kids(verb, "ccomp")):
        return None
    end = parse.tokens[last].end
    last = over_place(parse, last, speakers)
    head = parse.tokens[last]
    hit = speakers.actor_at(Span(head.start, head.end))
    known = (
        hit is not None
        and not hit.actor.generic
        and hit.span.end >= head.end
        and not hit.actor.id.startswith("country-")
    )
    if known and hit is not None:
        span = Span(hit.span.start, end)
    elif (
        head.lower in speakers.cues.unnamed
        or head.lower in speakers.cues.bodies
        or head.lower in speakers.cues.documents
    ):
        first = last
        while first > 0 and last - first < LONGEST and parse.tokens[first - 1].tag in WITH_START:
            first -= 1
            if parse.tokens[first].tag in STARTS:
                break
        span = Span(parse.tokens[first].start, end)
    else:
        return None
    return (head, span) if ends_sentence(parse, verb, Span(span.start, verb.end)) else None


def over_place(parse: Parse, last: int, speakers: Speakers) -> int:
    """Return the place of the noun that a closing "in Harbour Town" belongs to, if it is one for people who speak."""
    people, bodies = speakers.cues.unnamed, speakers.cues.bodies
    at = last
    while (
        at > 1
        and last - at < LONGEST
        and parse.tokens[at].tag in WITH_PLACE
        and parse.tokens[at].lower not in people
        and parse.tokens[at].lower not in bodies
    ):
        at -= 1
    return (
        at
        if (parse.tokens[at].lower in people or parse.tokens[at].lower in bodies)
        and (at == last or parse.tokens[at + 1].lower in ("in", "at", "from", "of", "for"))
        else last
    )
