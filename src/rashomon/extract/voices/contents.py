"""What a reporting verb hands over: the clause, the quotation, the object, or the words before "X said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.endings import ADDED, FINITE, TAIL, ends_sentence
from rashomon.extract.voices.figures import clause_end, counts, farther_on, figure_of, of_whom, tree_span
from rashomon.extract.voices.joined import (
    clauses_of,
    doer_taken,
    number_taken,
    tells_both,
    with_gapped,
    with_same_tense,
    with_second,
)
from rashomon.lexicon.cues import CueBook, CueVerb
from rashomon.model import Span

OWNED = frozenset({"responsibility", "credit"})
DEATHS = frozenset({"death", "deaths", "killing", "killings"})


@dataclass(frozen=True, slots=True)
class Contents:
    """The spans handed over; ``presumed`` where the verb only judges what they hold.

    ``guarded`` ones are told only where the subject is known to speak: "the group claimed 20 soldiers", not "the storm".
    ``passing`` ones are told in passing, so that nothing goes on from them: "correcting the 12 given by the clinic".
    """

    spans: tuple[Span, ...]
    presumed: bool = False
    guarded: bool = False
    passing: bool = False


OWNED_UP = re.compile(
    r"(?:the|an?|both|several|its|their) (?:[\w-]+ ){0,4}?"
    r"(?:attacks?|bombings?|ambush(?:es)?|assaults?|raids?|blasts?|explosions?|shootings?|killings?|kidnappings?)\b"
    r"(?! (?:had|has|have|was|were|is|are|killed|left|wounded|caused|hit|took|targeted)\b)"
)
"""What stands behind "claimed" where somebody owns up to a deed, and tells no number: "the double attack that killed 12"."""

BEHIND_IT = re.compile(
    r"(?:that )?(?:it|they|he|she|its [\w-]+|their [\w-]+|members) (?:was|were|is|are|had been) (?:not |n't )?"
    r"(?:behind|responsible for|involved in|to blame for)\b"
)
"""How words begin by which somebody owns up to a deed or will have no part in it, and tells no number."""


def contents_of(
    sentence: Sentence,
    parse: Parse,
    verb: Token,
    cue: CueVerb,
    *,
    source: Span | None,
    quotes: Sequence[Span],
    book: CueBook,
) -> Contents | None:
    """Return what a verb hands over, or None where it hands over nothing."""
    if tells_nothing(parse, verb, cue, quotes, book):
        return None
    if cue.preposition == "at" or cue.needs in ("toll", "figure"):
        figure = figure_of(parse, verb, cue, book.tolls)
        return Contents((figure,), guarded=bool(cue.needs)) if figure is not None else None
    if source is not None and is_aside(parse, verb, cue):
        return None if is_within(parse, verb) else as_told(sentence, parse, verb)
    inner = Span(
        min(verb.start, source.start if source else verb.start), max(verb.end, source.end if source else verb.end)
    )
    spans = with_second(parse, verb, list(clauses(sentence, parse, verb, cue, inner, book=book)), book.tolls)
    spans = with_same_tense(parse, verb, with_gapped(parse, verb, spans))
    spans = [*spans, *(span for span in reported_subject(parse, verb, cue) if not any(s.overlaps(span) for s in spans))]
    if cue.direct and source is not None and spans and spans[0].start >= verb.end:
        spans = list(parenthetical(sentence, parse, inner)) or spans
    spans += unheld(spans, quotes) if cue.direct or cue.needs == "quotation" else ()
    if spans and (cue.needs != "quotation" or quotes):
        return Contents(tuple(spans), not quotes and ((cue.presumes and intends(parse, verb)) or owns_up(parse, spans)))
    if cue.needs == "quotation":
        return None
    held = objects(parse, verb, cue, book)
    if held is not None and not (source is not None and held.spans[0].overlaps(source)):
        return held
    if cue.preposition is not None:
        told = prepositional(parse, verb, cue.preposition, book)
        if told is not None:
            return told
    around = beside(sentence, parse, verb, inner, book) if cue.direct and source is not None else ()
    return Contents(around) if around else None


def named_so(parse: Parse, verb: Token) -> Span | None:
    """Return what somebody only calls a thing so: "nine were stabbed in what shopkeepers described |as a quarrel|"."""
    if verb.dep != "pcomp" or parse.has(verb, "ccomp"):
        return None
    if not any(kid.lower == "what" and kid.i < verb.i for kid in parse.kids(verb, "dobj")):
        return None
    end = tree_span(parse, verb).end
    return Span(verb.end, end) if end > verb.end else None


def tells_nothing(parse: Parse, verb: Token, cue: CueVerb, quotes: Sequence[Span], book: CueBook) -> bool:
    """Say whether a verb is one of taking or of asking for, and hands over nothing."""
    if cue.base == "ask":
        return is_question(parse, verb) or (not quotes and wants(parse, verb))
    return cue.base == "claim" and takes(parse, verb, book)


def is_question(parse: Parse, verb: Token) -> bool:
    """Say whether somebody only asks whether: "callers ask if this is the quay where nine drowned"."""
    marks = (mark for kid in parse.kids(verb, "ccomp", "advcl") for mark in parse.kids(kid, "mark") if kid.i > verb.i)
    return any(mark.lower in ("if", "whether") for mark in marks)


def wants(parse: Parse, verb: Token) -> bool:
    """Say whether somebody only asks for something: "after the deaths of two, a mother asks for donations"."""
    behind = parse.tokens[verb.i + 1 : verb.i + 3]
    return any(token.lower == "for" for token in (*behind, *parse.kids(verb, "prep")))


def owns_up(parse: Parse, spans: Sequence[Span]) -> bool:
    """Say whether somebody only owns up to a deed that is known, or will have no part in it: "said it was behind the raid that killed 12"."""
    words = " ".join(token.lower for token in parse.at(spans[0])) if len(spans) == 1 else ""
    return BEHIND_IT.match(words) is not None and " and that " not in words


def reported_subject(parse: Parse, verb: Token, cue: CueVerb) -> Iterator[Span]:
    """Yield the subject of a passive that somebody tells: "|three deaths| were reported by the coastguard"."""
    if cue.takes_object and parse.has(verb, "agent") and parse.has(verb, "auxpass"):
        yield from (tree_span(parse, kid) for kid in parse.kids(verb, "nsubjpass"))


def takes(parse: Parse, verb: Token, book: CueBook) -> bool:
    """Say whether a "claim" is that of "claimed the lives of 12", wherever the tree hangs the lives, or of "claimed the ambush that killed 12"."""
    near = parse.tokens[verb.i + 1 : verb.i + 4]
    ahead = " ".join(token.lower for token in parse.tokens[verb.i + 1 : verb.i + 9])
    return OWNED_UP.match(ahead) is not None or any(
        token.lower in book.not_told for token in (*parse.kids(verb, "dobj"), *near)
    )


def unheld(spans: Sequence[Span], quotes: Sequence[Span]) -> list[Span]:
    """Return the quotations that lie in none of the clauses."""
    return [quote for quote in quotes if not any(span.covers(quote) for span in spans)]


def is_aside(parse: Parse, verb: Token, cue: CueVerb) -> bool:
    """Say whether a verb is that of "as the ministry said", which is said of all that stands beside, and not of a clause of its own."""
    if not cue.as_told or verb.dep != "advcl" or not any(kid.lower == "as" for kid in parse.kids(verb, "mark")):
        return False
    behind = (kid for kid in parse.kids(verb, "ccomp") if kid.i > verb.i)
    return not any(mark.lower == "that" for kid in behind for mark in parse.kids(kid, "mark"))


def is_within(parse: Parse, verb: Token) -> bool:
    """Say whether an aside stands in what somebody else tells: "he insists that 23 left and not 18, as the brigade says"."""
    above = [verb, *parse.up(verb)]
    return any(t.dep == "ccomp" and t.i < verb.i and (h := parse.head(t)) is not None and h.i < t.i for t in above[1:])


def as_told(sentence: Sentence, parse: Parse, verb: Token) -> Contents | None:
    """Return the words around "as the ministry said" that stands at a sentence's beginning, middle or end.

    Behind a colon another speaks: "|the toll is not 11|, as the army says: three died of burns".
    """
    if parse.kids(verb, "dobj", "ccomp") and not any(kid.lower == "it" for kid in parse.kids(verb, "dobj")):
        return None
    span = tree_span(parse, verb)
    start = next((t.start for t in parse.tokens if t.start >= span.end and t.text != ","), span.end)
    led = tuple(stretch(sentence.span.start, trimmed_end(parse, span.start)))
    colon = any(t.text == ":" for t in parse.at(Span(span.end, start + 1)))
    spans = led if led and colon else (*led, *stretch(start, parse.tokens[-1].end))
    return Contents(spans) if any(len(s) > 1 for s in spans) else None


def beside(sentence: Sentence, parse: Parse, verb: Token, inner: Span, book: CueBook) -> tuple[Span, ...]:
    """Return the words before, or around, an "X said" that governs no clause of its own in the tree."""
    if verb.tag == "VBN" and verb.i > 0 and parse.tokens[verb.i - 1].lower == "as" and parse.has(verb, "agent"):
        return tuple(before(sentence, parse, Span(parse.tokens[verb.i - 1].start, inner.end)))
    if is_added(parse, verb):
        return ()
    between = parenthetical(sentence, parse, inner)
    if between:
        return between
    told_before = tuple(before(sentence, parse, inner)) if ends_sentence(parse, verb, inner, book) else ()
    return (*told_before, *rest_of_told(parse, verb)) if told_before else ()


def clauses(
    sentence: Sentence, parse: Parse, verb: Token, cue: CueVerb, inner: Span, *, book: CueBook
) -> Iterator[Span]:
    """Yield the clauses that a verb governs as its content."""
    own = parse.kids(verb, "ccomp", "xcomp", "parataxis")
    for kid in own:
        if any(t.text == ";" for t in parse.tokens[kid.i : verb.i]):
            continue
        if not tells(parse, kid, cue) or (kid.i < verb.i < own[-1].i and is_beside(parse, kid)):
            continue
        span = told(parse, kid)
        if kid.i > verb.i:
            start = inner.end if span.start < inner.end < span.end else span.start
            start = min(start, doer_taken(parse, verb, kid), number_taken(parse, verb, start))
            yield from stretch(start, max(span.end, extended(parse, verb, kid)))
        else:
            yield from leading(sentence, parse, verb, span, inner, book=book)
    if not own:
        yield from behind_noun(parse, verb)
    for prep in parse.kids(verb, "prep"):
        if prep.lower == "as":
            for saying in parse.kids(prep, "pcomp"):
                yield from (tree_span(parse, clause) for clause in parse.kids(saying, "ccomp", "dobj"))


def behind_noun(parse: Parse, verb: Token) -> Iterator[Span]:
    """Yield the clause that the tree hangs to a noun between it and its verb: "said in a statement |that a shell hit the camp|"."""
    for prep in parse.kids(verb, "prep"):
        for noun in parse.kids(prep, "pobj") if prep.i > verb.i else ():
            for clause in clauses_of(parse, noun):
                start = parse.subtree(clause)[0].start
                yield Span(start, max(tree_span(parse, clause).end, extended(parse, verb, clause)))


def intends(parse: Parse, verb: Token) -> bool:
    """Say whether a verb only tells what its subject means to do ("vowed to strike those who killed 12")."""
    if parse.has(verb, "ccomp", "parataxis"):
        return False
    return any(kid.tag == "VB" and not parse.kids(kid, "aux")[1:] for kid in parse.kids(verb, "xcomp"))


def tells(parse: Parse, clause: Token, cue: CueVerb) -> bool:
    """Say whether a clause is what a verb tells, and not only what it does."""
    if clause.dep == "xcomp":
        infinitive = clause.tag == "VB" or any(kid.lower == "to" for kid in parse.kids(clause, "aux"))
        gerund = clause.tag == "VBG" and cue.of_deeds
        told = infinitive or gerund or not clause.is_verb
        return cue.needs != "clause" and told and cue.base not in ("say", "add", "see")
    if cue.needs != "clause":
        return True
    kids = parse.kids(clause)
    if any(kid.dep == "mark" and kid.lower in ("that", "whether", "if") for kid in kids):
        return True
    return clause.tag in FINITE or any(kid.tag in FINITE and kid.dep in ("aux", "auxpass") for kid in kids)


def told(parse: Parse, clause: Token) -> Span:
    """Return a clause of content without a closing ", which ..." that a writer adds by way of background."""
    span = tree_span(parse, clause)
    for token in reversed(parse.tokens):
        if token.dep == "relcl" and span.start < token.start and token.end <= span.end:
            added = parse.subtree(token)
            first = added[0]
            comma = first.i > 0 and parse.tokens[first.i - 1].text == ","
            if (
                comma
                and first.start > span.start + 1
                and first.lower in ("which", "whose")
                and max(t.end for t in added) >= span.end - 1
            ):
                return Span(span.start, parse.tokens[first.i - 1].start)
    return span


def extended(parse: Parse, verb: Token, clause: Token) -> int:
    """Return the end of what belongs to a clause although the parser hangs it to the verb of saying: "and wounded six"."""
    end = 0
    for kid in parse.kids(verb, "advcl", "prep", "npadvmod", "punct"):
        if (kid.i > clause.i and kid.dep in ("prep", "npadvmod")) or (
            kid.i > clause.i
            and kid.dep == "advcl"
            and kid.lower not in ("adding", "citing", "quoting", "saying", "noting")
        ):
            end = max(end, tree_span(parse, kid).end)
    return end


def leading(sentence: Sentence, parse: Parse, verb: Token, span: Span, inner: Span, *, book: CueBook) -> Iterator[Span]:
    """Yield a content clause that stands before its verb, in one piece, or around it in two."""
    whole = verb.dep == "ROOT" or (span.start < inner.start and tells_both(parse, verb, inner, book))
    start = sentence.span.start if whole and span.start < inner.start else span.start
    yield from stretch(start, trimmed_end(parse, inner.start))
    yield from stretch(max(span.start, inner.end), span.end)
    yield from rest_of_told(parse, verb)


def stretch(start: int, end: int) -> Iterator[Span]:
    """Yield the span from start to end unless nothing lies between."""
    if start < end:
        yield Span(start, end)


def before(sentence: Sentence, parse: Parse, inner: Span) -> Iterator[Span]:
    """Yield the words of a sentence before "X said"."""
    yield from stretch(sentence.span.start, trimmed_end(parse, inner.start))


def trimmed_end(parse: Parse, limit: int) -> int:
    """Return where the words before a limit end, commas left out."""
    end = 0
    for token in parse.tokens:
        if token.start >= limit:
            break
        if token.text not in (",", "-", "–", "—"):
            end = token.end
    return min(end, limit)


def objects(parse: Parse, verb: Token, cue: CueVerb, book: CueBook) -> Contents | None:
    """Return the object that a verb tells ("documented 12 deaths", "says 71") or judges, up to the end of its clause."""
    for kid in parse.kids(verb, "dobj", "nsubjpass", "npadvmod", "oprd"):
        if (kid.dep == "npadvmod" and kid.tag != "CD") or (kid.dep == "oprd" and not counts(parse, kid)):
            continue
        owned, numbered = (
            kid.lower in OWNED,
            cue.takes_number and (counts(parse, kid) or is_headline_of_deaths(verb, kid)),
        )
        if not (owned or cue.takes_object or numbered) or kid.lower in book.not_told or kid.tag == "PRP":
            continue
        span = tree_span(parse, kid)
        if span.start < verb.start:
            held = Span(span.start, max(span.end, verb.start))
        else:
            held = Span(span.start, max(span.end, clause_end(parse, verb)))
        return Contents(
            (held,), owned or (cue.presumes and kid.lower not in book.tolls), numbered and not cue.takes_object
        )
    return None


def is_headline_of_deaths(verb: Token, noun: Token) -> bool:
    """Say whether a headline says deaths without a verb behind them: "Army says deaths of five likely an accident"."""
    return noun.lower in DEATHS and verb.lower in ("says", "say")


def prepositional(parse: Parse, verb: Token, preposition: str, book: CueBook) -> Contents | None:
    """Return the content behind a preposition; only a deed ("of killing 12") is told, a thing is presumed."""
    for prep in parse.kids(verb, "prep"):
        if prep.lower == preposition or (preposition == "about" and prep.lower == "of"):
            for kid in parse.kids(prep, "pcomp", "pobj"):
                numbered = prep.lower in ("of", "to", "on") and counts(parse, kid)
                presumed = kid.dep == "pobj" and not numbered
                farther = farther_on(parse, verb, preposition, kid, book.on_air) if numbered else ()
                first = of_whom(parse, verb, kid) if numbered else tree_span(parse, kid)
                return Contents((first, *farther), presumed or preposition == "for")
    farther = farther_on(parse, verb, preposition, verb, book.on_air) if preposition == "of" else ()
    return Contents(tuple(farther)) if farther else None


def parenthetical(sentence: Sentence, parse: Parse, inner: Span) -> tuple[Span, ...]:
    """Return the words around an "X said" that stands between commas, or nothing where it does not."""
    lead = [t for t in parse.tokens if t.end <= inner.start]
    if len(lead) < 2 or lead[-1].text != ",":
        return ()
    for token in parse.tokens:
        if token.start < inner.end:
            continue
        if token.text == ",":
            return (*stretch(sentence.span.start, lead[-1].start), *stretch(token.end + 1, sentence.span.end))
        if token.dep not in TAIL:
            break
    return ()


def rest_of_told(parse: Parse, verb: Token) -> Iterator[Span]:
    """Yield the part of what is told that stands behind "X said on Monday": "including 44 pupils of one school"."""
    yield from (tree_span(parse, t) for t in parse.tokens[verb.i + 1 :] if t.lower == "including" and t.head == verb.i)


def is_added(parse: Parse, verb: Token) -> bool:
    """Say whether a verb's clause tells what went on beside: "as the army responded to the attack"."""
    return verb.dep == "advcl" and is_beside(parse, verb)


def is_beside(parse: Parse, verb: Token) -> bool:
    """Say whether a clause begins as one of time; the tree may take such a one ahead of "X said" for what is said."""
    return any(kid.lower in ADDED for kid in parse.kids(verb, "mark", "advmod"))


def clause_span(parse: Parse, token: Token) -> Span:
    """Return the span of the clause a word stands in, without clauses that are added to it."""
    head = token
    while (not head.is_verb or head.dep in ("aux", "auxpass")) and head.head != head.i:
        head = parse.tokens[head.head]
    if head.dep == "xcomp":
        return tree_span(parse, parse.tokens[head.head])
    tokens = parse.subtree(head, without=frozenset({"conj", "parataxis", "punct"}))
    dropped = {
        t.i for kid in parse.kids(head, "advcl") if kid.tag != "VBG" or kid.i < head.i for t in parse.subtree(kid)
    }
    left = [t for t in tokens if t.i not in dropped]
    return Span(left[0].start, max(t.end for t in left))
