"""Who takes a stance in a sentence: candidates for attributions wider than saying, with their source and content.

"Planners want to close the road", "the mayor's endorsement of the plan", "residents are wary of the levy". What is found here
makes mentions of attributions and never the root of a claim. A judge (``stancejudge``) decides which candidates are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.syntax import IN_ORDER, Parse, Token
from rashomon.lexicon.stances import Stance, StanceBook
from rashomon.model import Span
from rashomon.model.quick import quick

AUXILIARY = frozenset({"aux", "auxpass", "amod", "compound", "prep"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "oprd", "prep", "acomp", "attr", "dative", "agent"})
OF_NOUN = frozenset({"prep", "acl", "ccomp", "relcl"})
MAKERS = frozenset({"of", "by", "from", "among", "between"})
CHANNELS = frozenset({"in", "on", "at", "during", "via", "through", "by"})
GAP = 2
"""Code points between a noun and its "who": a comma and a blank."""
LEAD = 6
"""Words that may stand before a colon and name who speaks."""
RELATIVES = frozenset({"who", "which", "that"})
BRANCHES = frozenset({"relcl", "acl", "advcl", "punct", "ccomp", "appos", "case"})
PREDICATED = frozenset({"acomp", "conj", "oprd", "ROOT", "advcl", "ccomp"})
SHARING = ("conj", "xcomp", "advcl", "pcomp", "acl", "dep")


@quick
@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may hand over a stance, whose it is (None: nobody's), and what it is about."""

    token: Token
    kind: str
    stance: Stance
    holder: Token | None
    shape: str
    parts: tuple[tuple[Token, ...], ...] = ()
    """The words whose phrases are the content, each group one stretch; worked out only where asked for."""
    giver: Token | None = None
    """The verb of "gave his word", which belongs to the cue."""
    named: Span | None = None
    """The source's span where it is known already."""
    told: tuple[Span, ...] = ()
    """The content's spans where they are known already."""

    @property
    def cue(self) -> Span:
        """The span of the word, with the verb that gives it."""
        if self.giver is None:
            return Span(self.token.start, self.token.end)
        first, last = sorted((self.token, self.giver), key=IN_ORDER)
        return Span(first.start, last.end)

    @property
    def has_source(self) -> bool:
        """Whether the stance is anybody's."""
        return self.holder is not None or self.named is not None

    @property
    def has_content(self) -> bool:
        """Whether the stance is about anything that is told."""
        return bool(self.parts or self.told)

    def source(self, parse: Parse) -> Span | None:
        """Return the words of whose stance it is."""
        return self.named or source_of(parse, self.holder)

    def contents(self, parse: Parse) -> tuple[Span, ...]:
        """Return the words of what it is about."""
        return self.told or tuple(stretch(parse, group) for group in self.parts)


def candidates(parse: Parse, book: StanceBook) -> Iterator[Candidate]:
    """Yield a sentence's candidates in text order."""
    words = book.words
    for token in parse.tokens:
        if token.lower in words:
            found = of_word(parse, token, book) or of_mark(parse, token, book)
            if found is not None:
                yield found


def of_word(parse: Parse, token: Token, book: StanceBook) -> Candidate | None:
    """Return the candidate that a verb, a noun or an adjective is."""
    tag, word = token.tag[:2], token.lower
    if tag == "VB":
        known = book.verbs.get(word)
        if known is not None and token.dep not in AUXILIARY and not gives(parse, token, book):
            return of_verb(parse, token, known)
    elif tag == "NN":
        known = book.nouns.get(word)
        if known is not None and token.dep != "compound" and not is_channel(parse, token, book):
            return of_noun(parse, token, known, book)
    elif tag == "JJ":
        known = book.adjectives.get(word)
        if known is not None and token.dep in PREDICATED:
            return of_adjective(parse, token, known)
    return None


def of_mark(parse: Parse, token: Token, book: StanceBook) -> Candidate | None:
    """Return the candidate that a preposition or a colon is."""
    if token.tag == "IN" and token.lower in book.prepositions:
        return of_preposition(parse, token, book)
    if token.text == ":" and 0 < token.i <= LEAD and token.i + 2 < len(parse.tokens):
        return of_colon(parse, token)
    return None


def of_verb(parse: Parse, verb: Token, stance: Stance) -> Candidate:
    """Return a verb with its subject, or a passive's agent, and its complements."""
    passive = verb.tag == "VBN" and (parse.has(verb, "auxpass") or verb.dep == "acl")
    holder = agent(parse, verb) if passive else subject(parse, verb)
    held = [kid for kid in parse.kids(verb) if kid.dep in COMPLEMENTS and kid.i > verb.i and kid.dep != "agent"]
    ahead = [kid for kid in parse.kids(verb, "ccomp") if kid.i < verb.i]
    parts = [(kid,) for kid in (*ahead, *(parse.kids(verb, "nsubjpass") if passive else ()))]
    groups = (*parts, tuple(held)) if held else tuple(parts)
    shape = "+".join(sorted({kid.dep for kid in (*held, *ahead)})) + ("|p" if passive else "")
    return Candidate(verb, "verb", stance, holder, shape, groups)


def of_noun(parse: Parse, noun: Token, stance: Stance, book: StanceBook) -> Candidate:
    """Return a noun with its owner, its maker or the subject of the verb that gives it, and what it is of."""
    giver = giver_of(parse, noun, book)
    owner = parse.kid(noun, "poss")
    if owner is not None and owner.tag == "PRP$" and giver is not None:
        owner = None
    how = "poss" if owner is not None else ""
    preps = parse.kids(noun, "prep")
    if owner is None:
        maker = next((p for p in preps if p.lower in MAKERS), None)
        if giver is not None:
            owner, how = subject(parse, giver), "light"
        elif maker is not None and (maker.lower != "of" or len(preps) > 1 or parse.has(noun, "acl")):
            owner, how = parse.kid(maker, "pobj"), "maker " + maker.lower
    held = [
        k
        for k in parse.kids(noun)
        if k.dep in OF_NOUN and k.i > noun.i and not (how[:5] == "maker" and owner is not None and k.i == owner.head)
    ]
    shape = how + "|" + (held[0].dep + " " + (held[0].lower if held[0].dep == "prep" else "") if held else "")
    return Candidate(noun, "noun", stance, owner, shape, (tuple(held),) if held else (), giver)


def giver_of(parse: Parse, noun: Token, book: StanceBook) -> Token | None:
    """Return the verb of "gave his word", "issued a statement"."""
    verb = parse.head(noun)
    given = verb is not None and verb.is_verb and noun.dep == "dobj" and verb.lower in book.givers
    return verb if given else None


def gives(parse: Parse, verb: Token, book: StanceBook) -> bool:
    """Say whether a verb only gives a noun that is the cue itself."""
    return verb.lower in book.givers and any(kid.lower in book.nouns for kid in parse.kids(verb, "dobj"))


def is_channel(parse: Parse, noun: Token, book: StanceBook) -> bool:
    """Say whether a noun only tells where a verb's words were said: "said in a statement", "told him in an interview"."""
    prep = parse.head(noun)
    verb = parse.head(prep) if prep is not None and noun.dep == "pobj" and prep.lower in CHANNELS else None
    if verb is None or not verb.is_verb or parse.has(noun, "poss"):
        return False
    known = book.verbs.get(verb.lower)
    return known is not None and "tell" in known.classes


def of_colon(parse: Parse, mark: Token) -> Candidate:
    """Return a line's opening words before a colon with what follows: "Mayor: the bridge stays shut"."""
    lead, rest = parse.tokens[: mark.i], parse.tokens[mark.i + 1 :]
    holder = next((t for t in reversed(lead) if t.tag.startswith("NN")), lead[-1])
    names = sum(t.tag.startswith("NNP") for t in lead) == len(lead)
    upper = all(t.text.isupper() for t in lead)
    opens = "quote" if rest[0].text in ("“", '"', "‘", "''", "'", "``") else rest[0].text[:1].isupper()
    shape = f"{min(len(lead), 4)} {names} {upper} {opens}"
    contents = (Span(rest[0].start, max(t.end for t in rest)),)
    named = Span(lead[0].start, lead[-1].end)
    return Candidate(mark, "colon", Stance(holder.lower, ()), holder, shape, named=named, told=contents)


def of_adjective(parse: Parse, word: Token, stance: Stance) -> Candidate:
    """Return an adjective with the subject of its clause and what it is about."""
    verb = parse.head(word)
    holder = subject(parse, verb) if verb is not None and verb.is_verb else None
    held = [k for k in parse.kids(word, "prep", "ccomp", "xcomp", "advcl") if k.i > word.i]
    if not held and verb is not None:
        held = [k for k in parse.kids(verb, "ccomp", "xcomp", "prep") if k.i > word.i]
    return Candidate(word, "adj", stance, holder, held[0].dep if held else "", (tuple(held),) if held else ())


def of_preposition(parse: Parse, word: Token, book: StanceBook) -> Candidate | None:
    """Return "in the poll", "under the law", "in their view": the words around on a document's or somebody's word."""
    noun = parse.kid(word, "pobj")
    if noun is None or noun.lower not in book.voices:
        return None
    owner = parse.kid(noun, "poss") or noun
    verb = next((h for h in parse.up(word) if h.is_verb), None)
    around = Span(parse.tokens[0].start, parse.tokens[-1].end) if verb is None else phrase(parse, verb)
    own = phrase(parse, word)
    contents = tuple(
        s
        for s in (Span(around.start, max(around.start, own.start)), Span(min(own.end, around.end), around.end))
        if len(s) > 1
    )
    return Candidate(word, "prep", Stance(word.lower + " " + noun.lower, ()), owner, word.dep, told=contents)


def agent(parse: Parse, verb: Token) -> Token | None:
    """Return the agent of a passive."""
    return next((noun for by in parse.kids(verb, "agent") for noun in parse.kids(by, "pobj")), None)


def subject(parse: Parse, verb: Token) -> Token | None:
    """Return a verb's subject, or the one it shares with a verb above it; a relative's noun."""
    found = parse.kid(verb, "nsubj")
    seen = verb
    while found is None and seen.dep in SHARING:
        over = parse.head(seen)
        if over is None:
            return None
        if not over.is_verb:
            if seen.dep == "acl" and over.is_noun and not behind_comma(parse, seen):
                return over
            seen = over
            continue
        found = parse.kid(over, "nsubj", "nsubjpass")
        seen = over
    if found is not None and found.lower in RELATIVES and seen.dep == "relcl":
        return parse.head(seen)
    return found


def behind_comma(parse: Parse, verb: Token) -> bool:
    """Say whether a participle stands behind a comma: ", saying ..." is the sentence's subject's, not the last noun's."""
    return verb.tag == "VBG" and verb.i > 0 and parse.tokens[verb.i - 1].text == ","


def source_of(parse: Parse, holder: Token | None) -> Span | None:
    """Return the words of a holder without clauses and appositions."""
    if holder is None:
        return None
    tokens = parse.subtree(holder, without=BRANCHES)
    return Span(tokens[0].start, max(t.end for t in tokens))


def phrase(parse: Parse, token: Token) -> Span:
    """Return the span of a word and all below it."""
    tokens = parse.subtree(token)
    return Span(tokens[0].start, max(t.end for t in tokens))


def stretch(parse: Parse, tokens: Sequence[Token]) -> Span:
    """Return the span from the first word of some phrases to the last."""
    spans = [phrase(parse, token) for token in tokens]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def with_relative(parse: Parse, token: Token, source: Span | None) -> Span | None:
    """Return a source with the "who" or "which" right behind it that a relative clause takes it up by."""
    verb = token if token.dep == "relcl" else next((h for h in parse.up(token) if h.dep == "relcl"), None)
    if source is None or verb is None:
        return source
    taken = next((t for t in parse.kids(verb, "nsubj", "nsubjpass") if t.lower in RELATIVES), None)
    return Span(source.start, taken.end) if taken is not None and 0 <= taken.start - source.end <= GAP else source
