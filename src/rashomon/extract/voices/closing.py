"""The source right before a verb that closes a sentence, read off the words where the tree goes astray."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.endings import ends_sentence, second_teller
from rashomon.extract.voices.naming import Speaker, Speakers
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.cues import CueBook
from rashomon.model import ActorKind, Span

PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "HYPH", "-LRB-", "-RRB-"})
STARTS = frozenset({"DT", "PRP$", "WDT"})
WITH_START = PHRASE | STARTS
WITH_PLACE = WITH_START | {"IN"}
PERSONAL = frozenset({"he", "she", "they"})
BETWEEN = frozenset({"has", "have", "had", "also", "later", "earlier", "then", "there", "here"})
NAMED_BODIES = frozenset(
    {ActorKind.MONITOR, ActorKind.AGENCY, ActorKind.AID_BODY, ActorKind.RESCUE_BODY, ActorKind.MEDICAL_BODY}
)
"""Kinds that news sets before a noun for what they are: "the Harbour Watch group"."""
PRESS = frozenset({"media", "television", "tv", "radio"})
PRINTERS = (ActorKind.AGENCY, ActorKind.OUTLET)
"""Who report and are seldom reported, so that the tree may take their verb for a passive: "state television |reported| on Monday"."""
TOLD = frozenset({"told", "tells", "tell", "informed", "informs"})
"""Verbs behind which stands who is told, and never who tells."""
INVERTED = frozenset({"said", "says", "added", "stated"})
"""Verbs that a source may follow."""
BRACKET = 4
"""Words that a bracket with an acronym may have."""
TOWNS = frozenset({"city", "town", "village", "province", "district", "region", "governorate", "county"})
LONGEST = 7
"""Words that such a source may have."""
LONGEST_NAME = 4
LONGEST_ASIDE = 22
"""Words that may stand between a source and its verb, when a clause tells who it is."""


def closing_source(parse: Parse, verb: Token, speakers: Speakers) -> tuple[Token, Span] | None:
    """Return the head and words of the source in "... , the news agency SANA said on Monday", or None.

    Only a known actor or a noun for people and bodies who speak counts, so that an object before "said" is none.
    """
    last = verb.i - 1
    while last > 0 and parse.tokens[last].lower in BETWEEN:
        last -= 1
    if parse.tokens[last].text == ")":
        last = before_bracket(parse, last)
    if last < 3 or parse.tokens[last].tag not in PHRASE or tells_on(parse, verb, speakers.cues):
        return None
    end = parse.tokens[verb.i - 1].end if parse.tokens[verb.i - 1].text == ")" else parse.tokens[last].end
    last = over_place(parse, last, speakers)
    head = parse.tokens[last]
    hit = speakers.actor_at(Span(head.start, head.end))
    if hit is None or hit.actor.generic or hit.span.end < head.end:
        hit = named_body(parse, head, speakers)
    known = hit is not None and not hit.actor.generic and not hit.actor.id.startswith("country-")
    if known and hit is not None:
        span = Span(hit.span.start, end)
        head = next((t for t in parse.at(hit.span) if t.end == hit.span.end), head)
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
        name = name_ahead(parse, first)
        if name is not None:
            return name if ends_sentence(parse, verb, Span(name[1].start, verb.end), speakers.cues) else None
        first = joint(parse, past_people(parse, past_place(parse, first, last), last), speakers)
        first = min(first, name_of(parse, head, speakers))
        span = Span(parse.tokens[first].start, end)
    else:
        return None
    inner, press = (
        Span(span.start, verb.end),
        head.lower in PRESS or (hit is not None and known and hit.actor.kind in PRINTERS),
    )
    return (head, span) if ends_sentence(parse, verb, inner, speakers.cues, press=press) else None


def tells_on(parse: Parse, verb: Token, book: CueBook) -> bool:
    """Say whether a clause stands behind a verb of saying that it tells, and not only who passes it on: "said on Monday SANA reported"."""
    second = second_teller(parse, book)
    return any(kid.i > verb.i and (second is None or kid.i < second.i) for kid in parse.kids(verb, "ccomp"))


def described_source(parse: Parse, verb: Token, speakers: Speakers) -> tuple[Token, Span] | None:
    """Return the source of "... killed 40 people, the governor, who visited the site, said", whom the tree takes for the people."""
    if verb.i < 6 or parse.tokens[verb.i - 1].text != "," or any(kid.dep == "nsubj" for kid in parse.kids(verb)):
        return None
    for at in range(verb.i - 3, max(3, verb.i - LONGEST_ASIDE), -1):
        if parse.tokens[at].lower in ("who", "which") and parse.tokens[at - 1].text == ",":
            head = parse.tokens[at - 2]
            first = head.i
            while first > 0 and head.i - first < LONGEST and parse.tokens[first - 1].tag in WITH_START:
                first -= 1
            found = noun_that_speaks(parse.tokens[first : head.i + 1], speakers) if head.is_noun else None
            apart = parse.tokens[first - 1].text in (",", '"', "”") if first else False
            span = Span(parse.tokens[first].start, verb.end)
            return found if found is not None and apart and ends_sentence(parse, verb, span, speakers.cues) else None
    return None


def unmarked_source(parse: Parse, verb: Token, speakers: Speakers) -> tuple[Token, Span] | None:
    """Return the source of an "X said" set behind its words without a comma: "... he added stressing", "... said the source noting".

    The tree of such a sentence is mostly wrong; the words that follow, a participle of saying or nothing, show the border.
    """
    after = next((t for t in parse.tokens[verb.i + 1 :] if t.lower in speakers.cues.adding), None)
    pronoun = parse.tokens[verb.i - 1] if verb.i else verb
    if (
        pronoun.lower in PERSONAL
        and verb.i >= 4
        and parse.tokens[verb.i - 2].tag not in ("IN", "CC", ",", ":", "WDT", "WP")
    ):
        close = after is not None and after.i == verb.i + 1
        return (pronoun, Span(pronoun.start, pronoun.end)) if close else None
    if after is None:
        return inverted_source(parse, verb, speakers)
    if after.i > verb.i + 1 and verb.i >= 3 and verb.lower not in TOLD:
        inverted = parse.tokens[verb.i + 1 : after.i]
        return noun_that_speaks(inverted, speakers) if len(inverted) <= LONGEST else None
    return None


def inverted_source(parse: Parse, verb: Token, speakers: Speakers) -> tuple[Token, Span] | None:
    """Return the source that alone stands behind a verb of saying: "... hit the village of Selby said the Harrow Rights Monitor".

    Whatever name stands before the verb says nothing: it ends the words that are told.
    """
    if verb.lower not in INVERTED or verb.i < 5 or not ends_in_place(parse, verb.i):
        return None
    behind = takewhile(lambda token: token.tag not in ("WDT", "WP") and token.text != ",", parse.tokens[verb.i + 1 :])
    words = [token for token in behind if token.text not in (".", "!", "?")]
    if not 0 < len(words) <= LONGEST:
        return None
    hit = speakers.actor_at(Span(words[-1].start, words[-1].end))
    if hit is not None and hit.span.start <= words[min(1, len(words) - 1)].start and not is_vague(hit):
        return words[-1], Span(words[0].start, words[-1].end)
    return noun_that_speaks(words, speakers)


def ends_in_place(parse: Parse, end: int) -> bool:
    """Say whether the words before a place end in a preposition and a name: "in the province of Deir Ezzor |said"."""
    first = end
    while (
        first > 0 and end - first < LONGEST_NAME and parse.tokens[first - 1].tag in ("NNP", "NNPS", "NN", "HYPH", "DT")
    ):
        first -= 1
    return first < end and first > 0 and parse.tokens[first - 1].tag == "IN"


def is_vague(hit: ActorHit) -> bool:
    """Say whether a name is of nobody who speaks: a general one, or a country's."""
    return hit.actor.generic or hit.actor.id.startswith("country-")


def apposed_source(parse: Parse, verb: Token, speakers: Speakers) -> tuple[Token, Span] | None:
    """Return the head and words of the source in "... left the town, its mayor, Lena Ford, said", or None.

    The tree hangs such an office to the last noun before it, so that the verb seems to have no subject.
    """
    comma = verb.i - 1
    name = name_before_comma(parse, comma)
    office = office_before(parse, name[0].i - 1, speakers) if name else None
    if office is None or any(kid.i > verb.i for kid in parse.kids(verb, "ccomp")):
        return None
    body = any(token.lower in speakers.cues.bodies for token in parse.tokens[office.i : name[0].i])
    span = Span(name[0].start if body else office.start, name[-1].end)
    return (name[-1], span) if ends_sentence(parse, verb, Span(office.start, verb.end), speakers.cues) else None


def pronoun_source(
    parse: Parse, verb: Token, head: Token, speakers: Speakers, before: Sequence[Speaker]
) -> Speaker | None:
    """Return the sentence's own subject that "she" means where no person spoke before it: "Lena Marsh saved two, she said"."""
    if head.lower not in ("he", "she") or any(speaker.kind is ActorKind.PERSON for speaker in before):
        return None
    over = [*(kid for kid in parse.kids(verb, "ccomp") if kid.i < head.i), *parse.up(verb)]
    doers = [
        doer for each in over for doer in parse.kids(each, "nsubj") if doer.i < head.i and is_somebody(parse, doer)
    ]
    owners = [owner for doer in doers for owner in parse.kids(doer, "poss") if owner.tag == "NNP"]
    named = (speakers.resolve(parse, doer, before) for doer in (*owners, *doers))
    return next((s for s in named if s is not None and s.kind in (ActorKind.PERSON, ActorKind.UNNAMED)), None)


def is_somebody(parse: Parse, noun: Token) -> bool:
    """Say whether a noun is of one person or thing that is not counted."""
    return noun.tag in ("NN", "NNP") and not parse.has(noun, "nummod", "conj")


def name_before_comma(parse: Parse, comma: int) -> Sequence[Token]:
    """Return the words of a name between two commas, of which the second stands at a place; none where no name does."""
    first = comma
    while first > 0 and comma - first <= LONGEST_NAME and parse.tokens[first - 1].tag in ("NNP", "NNPS", "HYPH"):
        first -= 1
    bounded = first > 2 and parse.tokens[comma].text == parse.tokens[first - 1].text == ","
    return parse.tokens[first:comma] if bounded and comma - first <= LONGEST_NAME else ()


def office_before(parse: Parse, comma: int, speakers: Speakers) -> Token | None:
    """Return the first word of an office between a comma and the one at a place: ", |the mayor of Harbour Town,"."""
    for at in range(comma - 1, max(1, comma - LONGEST - 2), -1):
        word = parse.tokens[at]
        if word.tag not in WITH_PLACE:
            return None
        if word.tag in STARTS and parse.tokens[at - 1].text in (",", '"', "”"):
            held = [t.lower for t in parse.tokens[at + 1 : comma]]
            return word if any(t in speakers.cues.titles or t in speakers.cues.unnamed for t in held) else None
    return None


def before_bracket(parse: Parse, last: int) -> int:
    """Return the place of the word before a short bracket that ends at a place: "the Federation |(FHR)"."""
    opening = next((i for i in range(last, max(0, last - BRACKET), -1) if parse.tokens[i].text == "("), 0)
    return opening - 1 if opening else last


def named_body(parse: Parse, head: Token, speakers: Speakers) -> ActorHit | None:
    """Return the known actor whose name stands right before a noun for a body: "the Harbour Watch |group said"."""
    if head.lower not in speakers.cues.bodies or not head.i:
        return None
    before = parse.tokens[head.i - 1]
    hit = speakers.actor_at(Span(before.start, before.end))
    return hit if hit is not None and hit.actor.kind in NAMED_BODIES and hit.span.end == before.end else None


def noun_that_speaks(words: Sequence[Token], speakers: Speakers) -> tuple[Token, Span] | None:
    """Return the head and span of some words that are one phrase for a source, or None."""
    last = words[-1]
    if not last.tag.startswith("NN") or any(t.tag not in WITH_START for t in words):
        return None
    hit = speakers.actor_at(Span(last.start, last.end))
    known = last.lower in speakers.cues.unnamed or last.lower in speakers.cues.bodies
    if not known and (hit is None or is_vague(hit)):
        return None
    return last, Span(words[0].start, last.end)


def name_ahead(parse: Parse, first: int) -> tuple[Token, Span] | None:
    """Return the name behind a quotation whose description lost its comma: "..." |Omar Said| a local trader told the paper"."""
    at = first
    while at and parse.tokens[at - 1].tag in ("NNP", "HYPH"):
        at -= 1
    quoted = at > 0 and parse.tokens[at - 1].text in ('"', "”", "''")
    if not quoted or first - at < len(("given", "family")) or parse.tokens[first].lower not in ("a", "an"):
        return None
    return parse.tokens[first - 1], Span(parse.tokens[at].start, parse.tokens[first - 1].end)


def past_people(parse: Parse, first: int, last: int) -> int:
    """Return where a source begins when no mark parts it from the people before it: "killed nine farmers |local media reported"."""
    plural = (t.i for t in reversed(parse.tokens[first:last]) if t.tag == "NNS" and parse.tokens[t.i + 1].tag == "JJ")
    return next(plural, first - 1) + 1


def past_place(parse: Parse, first: int, last: int) -> int:
    """Return where a source begins when no mark parts it from a place before it: "in Harbour Town |local authorities said"."""
    town = next((t.i for t in parse.tokens[first + 1 : last - 1] if t.lower in TOWNS), None)
    if town is not None and parse.tokens[town - 1].tag == "NNP" and parse.tokens[town + 1].text[:1].islower():
        return town + 1
    if not first or parse.tokens[first - 1].tag != "IN":
        return first
    at = first
    while at < last and parse.tokens[at].tag in ("NNP", "NNPS") and parse.tokens[at].text[:1].isupper():
        at += 1
    return at if at > first and parse.tokens[at].text[:1].islower() else first


def name_of(parse: Parse, head: Token, speakers: Speakers) -> int:
    """Return where the name begins that the report has for a body: "the |Fire and Rescue Department"."""
    named = speakers.cast.at(Span(head.start, head.end))
    inside = parse.at(named.span) if named is not None and not named.office and named.span.end == head.end else ()
    return inside[0].i if inside else head.i


def joint(parse: Parse, first: int, speakers: Speakers) -> int:
    """Return where a source begins that two are named for: "|a hospital and a rescue group said"."""
    at = first - 2
    if at < 3 or parse.tokens[first - 1].lower != "and" or parse.tokens[at].lower not in speakers.cues.unnamed:
        return first
    while at > 0 and first - at < LONGEST and parse.tokens[at - 1].tag in WITH_START:
        at -= 1
        if parse.tokens[at].tag in STARTS:
            break
    return at


def over_post(parse: Parse, last: int, speakers: Speakers) -> int | None:
    """Return the place of the source of "a source at Orsk Police |Command|", which is no statement of the command's own."""
    at = last
    while at > 1 and parse.tokens[at].tag in ("NNP", "NNPS"):
        at -= 1
    if at == last or at < 2 or parse.tokens[at].lower not in ("at", "in", "from", "inside"):
        return None
    return at - 1 if parse.tokens[at - 1].lower in speakers.cues.placed else None


def over_place(parse: Parse, last: int, speakers: Speakers) -> int:
    """Return the place of the noun that a closing "in Harbour Town" belongs to, if it is one for people who speak."""
    people, bodies = speakers.cues.unnamed, speakers.cues.bodies
    posted = over_post(parse, last, speakers) if parse.tokens[last].lower in bodies else None
    if posted is not None:
        return posted
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
