"""Walk a sentence's tree: clauses, phrases, and who stands where in them."""

from __future__ import annotations

from rashomon.extract.syntax import IN_ORDER, Parse, Token
from rashomon.model import Span

BRANCHES = frozenset({"parataxis", "punct"})
"""Branches that are no part of a clause or phrase."""

RELATIVES = frozenset({"which", "that", "who", "whom"})
CALENDAR = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december",
    }
)  # fmt: skip
PARTS_OF_DAYS = frozenset(
    {
        "day",
        "night",
        "morning",
        "evening",
        "afternoon",
        "noon",
        "midnight",
        "dawn",
        "dusk",
        "week",
        "weekend",
        "month",
        "year",
        "eve",
        "anniversary",
    }
)
HELD = frozenset({"control", "hold", "possession", "command", "charge"})
PERFECT = frozenset({"has", "have", "had", "'ve"})
REPROACHES = frozenset({"of", "for", "from"})
"""Prepositions between whom a verb is about and what that one did: "accused X of |shelling| Y", "praised X for |freeing| Z"."""

RESULTING = frozenset({"causing", "leaving", "killing", "wounding", "injuring", "destroying", "damaging"})
"""Participles that tell what came of the verb before them, comma or not: "hit the market |killing| two"."""

TAKING_PART = frozenset({"engaged", "involved", "interested", "caught"})
"""Participles whose subject does what stands behind "in": "engaged in |shelling|"."""

REACH = 12
"""Words before a verb among which a subject that the tree misses is looked for."""

AIMED = frozenset({"on", "at", "of", "into", "against", "to", "from", "with", "over"})
"""Prepositions before what an act is aimed at."""


def subject(parse: Parse, verb: Token, movers: frozenset[str] = frozenset()) -> Token | None:
    """Return a verb's subject, or whoever does it by the words above it: "X is accused of |shooting| Y", "X's bid to |take| Y".

    ``movers``: verbs whose object does what stands below them ("forced the rebels to |withdraw|").
    """
    own = next((kid for kid in parse.kids(verb, "nsubj") if not is_calendar(kid)), None)
    if own is not None:
        return own
    if verb.dep == "acl":
        return subject_of_participle(parse, verb) if verb.tag == "VBG" else subject_of_plan(parse, verb)
    if verb.dep not in ("conj", "xcomp", "advcl", "pcomp") or tells_how(parse, verb):
        return None
    head = next((head for head in parse.up(verb) if head.is_verb or head.tag == "JJ"), None)
    if head is None:
        return None
    object_ = next((kid for kid in parse.kids(head, "dobj") if kid.i < verb.i), None)
    if object_ is not None and object_does(parse, verb, head, movers):
        return object_
    if head.tag == "JJ":
        copula = parse.head(head)
        return subject(parse, copula) if head.dep == "acomp" and copula is not None and copula.is_verb else None
    if verb.dep != "conj" and is_passive(parse, head):
        return target_of(parse, head, head)
    return subject(parse, head, movers)


def object_does(parse: Parse, verb: Token, head: Token, movers: frozenset[str]) -> bool:
    """Say whether a verb's object does what stands below it: "accused X of |shelling| Y", "forced X to |leave|"."""
    if verb.dep == "xcomp":
        return head.lower in movers
    prep = parse.head(verb)
    return verb.dep == "pcomp" and prep is not None and prep.lower in REPROACHES and not is_passive(parse, head)


def tells_how(parse: Parse, verb: Token) -> bool:
    """Say whether a verb tells in what a thing was done to somebody, and shares no subject with it: "was killed by |shelling| it"."""
    prep = parse.head(verb)
    if verb.dep != "pcomp" or prep is None or prep.lower not in ("by", "in", "during", "amid"):
        return False
    above = parse.head(prep)
    return above is not None and above.is_verb and above.lower not in TAKING_PART and is_passive(parse, above)


def subject_of_participle(parse: Parse, verb: Token) -> Token | None:
    """Return who does what a participle behind a noun says: "men |carrying| rifles", "X shelled Y, |killing| Z"."""
    above = next((head for head in parse.up(verb) if head.is_verb), None)
    aside = verb.i > 0 and (parse.tokens[verb.i - 1].text == "," or verb.lower in RESULTING)
    return subject(parse, above) if aside and above is not None else parse.head(verb)


def subject_of_plan(parse: Parse, verb: Token) -> Token | None:
    """Return whose attempt or plan it is to do something: "the rebels' attempt to |capture| Y", "a bid by X to |take| Y"."""
    noun = parse.head(verb)
    if verb.tag != "VB" or noun is None or not noun.tag.startswith("NN"):
        return None
    return parse.kid(noun, "poss") or by_agent(parse, noun)


def subject_before(parse: Parse, verb: Token) -> Token | None:
    """Return the subject that stands before a finite verb the tree gives none: "forces loyal to X have taken ..."."""
    if verb.tag not in ("VBD", "VBZ", "VBP") and not any(k.lower in PERFECT for k in parse.kids(verb, "aux")):
        return None
    for token in reversed(parse.tokens[max(0, verb.i - REACH) : verb.i]):
        if token.dep in ("nsubj", "nsubjpass") and token.tag.startswith("NN"):
            return token
    return None


def by_agent(parse: Parse, verb: Token) -> Token | None:
    """Return who did it in a passive clause."""
    for prep in parse.kids(verb, "agent", "prep"):
        if prep.lower == "by":
            return parse.kid(prep, "pobj")
    return None


def is_passive(parse: Parse, verb: Token) -> bool:
    """Say whether a verb is passive: "was attacked", "the town attacked by X", "was hurt and |taken| away"."""
    if parse.has(verb, "auxpass"):
        return True
    if verb.tag != "VBN" or parse.has(verb, "dobj"):
        return False
    if verb.dep == "conj":
        return is_passive_too(parse, verb)
    if verb.dep not in ("acl", "relcl", "advcl") or (verb.dep == "advcl" and parse.has(verb, "nsubj", "aux")):
        return False
    return not any(kid.lower in PERFECT for kid in parse.kids(verb, "aux"))


def is_passive_too(parse: Parse, verb: Token) -> bool:
    """Say whether a participle behind "and" is passive, as the verb before it is or although that stands in the past."""
    head = parse.head(verb)
    if head is None or not head.is_verb or parse.has(verb, "nsubj", "aux"):
        return False
    return head.tag == "VBD" or is_passive(parse, head)


def target_of(parse: Parse, verb: Token, last: Token) -> Token | None:
    """Return what an act is done to: the passive subject, the object, or what stands after "of", "on", "to".

    ``last`` is the last word of the phrase that tells the act ("take control").
    """
    if is_passive(parse, verb):
        own = parse.kid(verb, "nsubjpass") or shared_subject(parse, verb)
        return parse.head(verb) if verb.dep in ("acl", "relcl") and (own is None or own.lower in RELATIVES) else own
    direct = parse.kid(verb, "dobj")
    if direct is not None and direct.lower in RELATIVES and verb.dep == "relcl":
        return parse.head(verb)
    if direct is not None and (direct.lower in HELD or (last.i >= direct.i and last.i != verb.i)):
        direct = inner(parse, direct)
    return direct or aimed_at(parse, verb, last) or taken_for_clause(parse, verb)


def taken_for_clause(parse: Parse, verb: Token) -> Token | None:
    """Return an object that the tree has as the subject of a clause: "found a cache believed to be ..."."""
    for kid in parse.kids(verb, "ccomp"):
        if kid.tag in ("VBD", "VBN") and not parse.has(kid, "mark"):
            return next((k for k in parse.kids(kid, "nsubj") if k.i > verb.i and k.tag.startswith("NN")), None)
    return None


def shared_subject(parse: Parse, verb: Token) -> Token | None:
    """Return what a passive verb shares with the one before it: "a town which borders the lake and is held by X"."""
    head = parse.head(verb) if verb.dep in ("conj", "advcl") else None
    if head is None or not head.is_verb:
        return None
    if head.dep == "relcl":
        return parse.head(head)
    return parse.kid(head, "nsubjpass", "nsubj")


def aimed_at(parse: Parse, verb: Token, last: Token) -> Token | None:
    """Return what an act without an object is aimed at: "fired on the crowd", "failed to take the town"."""
    if last.dep == "prep" and (behind := parse.kid(last, "pobj")) is not None:
        return behind
    for prep in (*parse.kids(last, "prep"), *parse.kids(verb, "prep")):
        found = parse.kid(prep, "pobj") if prep.lower in AIMED else None
        if found is not None and found.tag != "CD" and not is_calendar(found):
            return found
    chained = parse.kid(verb, "xcomp")
    return target_of(parse, chained, chained) if chained is not None and chained.i <= last.i else None


def is_calendar(token: Token) -> bool:
    """Say whether a word names a day, a month or a part of one: no act is aimed at it."""
    return (token.tag == "NNP" and token.lower in CALENDAR) or token.lower in PARTS_OF_DAYS


def inner(parse: Parse, noun: Token) -> Token | None:
    """Return the noun behind "control of ...", "an attack on ..."."""
    for prep in parse.kids(noun, "prep"):
        found = parse.kid(prep, "pobj") if prep.lower in ("of", "over", "on", "against") else None
        if found is not None and not is_calendar(found):
            return found
    return None


def clause(parse: Parse, verb: Token) -> Span:
    """Return the span of a verb's clause: all below it but clauses with a life of their own."""
    found: Span | None = parse.kept.get(("clause", verb.i))
    if found is None:
        found = parse.kept["clause", verb.i] = own_clause(parse, verb)
    return found


def own_clause(parse: Parse, verb: Token) -> Span:
    """Work out the span of a verb's clause."""
    keep: list[Token] = []
    stack, below = [verb], parse.below
    while stack:
        token = stack.pop()
        keep.append(token)
        for kid in below[token.i]:
            if kid.dep in BRANCHES or (
                kid.dep in ("conj", "advcl", "ccomp")
                and kid.is_verb
                and token.is_verb
                and parse.has(kid, "nsubj", "nsubjpass")
            ):
                continue
            if kid.dep == "conj" and kid.is_verb and token.i == verb.i:
                continue
            stack.append(kid)
    keep.sort(key=IN_ORDER)
    while len(keep) > 1 and keep[-1].dep in ("cc", "mark"):
        keep.pop()
    return Span(keep[0].start, keep[-1].end)


def told(parse: Parse, verb: Token) -> Span:
    """Return a verb's clause, with the clause above it in "this is the second time that ..."."""
    own, noun = clause(parse, verb), parse.head(verb)
    if verb.dep in ("relcl", "acl") and noun is not None and noun.lower in ("time", "day", "attack", "incident"):
        above = parse.head(noun)
        if above is not None and above.is_verb and noun.dep == "attr":
            return own.hull(clause(parse, above))
    return own


def holders(parse: Parse, span: Span) -> set[int]:
    """Return the places in the sentence of a span's words and of all words above them."""
    return {word.i for token in parse.at(span) for word in (token, *parse.up(token))}


def phrase(parse: Parse, noun: Token) -> Span:
    """Return the span of a noun phrase."""
    tokens = parse.subtree(noun, without=BRANCHES)
    return Span(tokens[0].start, tokens[-1].end)
