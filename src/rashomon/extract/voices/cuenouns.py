"""Words handed over by a noun or a reckoning: "its claim that 12 had died", "by the ministry's count"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.bodies import makers
from rashomon.extract.voices.contents import stretch, trimmed_end
from rashomon.extract.voices.figures import counts, tree_span
from rashomon.extract.voices.find import Said
from rashomon.extract.voices.naming import Speaker, Speakers
from rashomon.lexicon.cues import CueBook
from rashomon.model import Span, Stance

PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "PRP$"})
OURS = frozenset({"our", "my"})
CLOSING = frozenset({"reports", "show", "shows"})
"""Verbs at a sentence's end that the tree may take for nouns."""
RETOLD = frozenset({"words", "account", "version", "telling"})
"""Nouns for how somebody tells a thing, behind "in"."""


@dataclass(frozen=True)
class CueNouns:
    """Finds what nouns hand over in one sentence."""

    speakers: Speakers
    book: CueBook

    def by_reckoning(self, sentence: Sentence, parse: Parse, token: Token, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield "by the ministry's count", "by some estimates", "by her count" for who spoke last."""
        noun = parse.kid(token, "pobj")
        if token.dep != "prep" or noun is None or noun.lower not in self.book.reckonings:
            return
        contents = tuple(around(self.reach(sentence, parse, token), tree_span(parse, token), parse))
        cue, source = Span(token.start, token.end), self.speakers.phrase(parse, noun)
        hers = any(kid.tag == "PRP$" for kid in parse.kids(noun, "poss"))
        speaker = self.speakers.author(parse, noun, before if hers else ())
        stance = Stance.SAID if speaker is not None else Stance.REPORTEDLY
        if contents:
            yield Said(speaker, cue, stance, contents, 1, source=source, word=token.lower)

    def by_noun(self, parse: Parse, noun: Token, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield "its claim that 12 had died", "reports that 12 had died": whose word it is, or nobody's."""
        if noun.lower in self.book.reckonings:
            yield from self.by_figure(parse, noun, before)
        if noun.lower in CLOSING and noun.i > 3:
            yield from self.closing_reports(parse, noun, before)
        if noun.lower in RETOLD:
            yield from self.in_words_of(parse, noun)
        if noun.lower in self.book.hearsay:
            yield from self.by_talk(parse, noun)
        yield from self.by_clause(parse, noun, before)

    def by_clause(self, parse: Parse, noun: Token, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield what stands behind a noun of saying as its clause, or behind its "of"."""
        clause = next((kid for kid in parse.kids(noun, "acl", "ccomp", "relcl") if is_that_clause(parse, kid)), None)
        clause = clause or (self.deed_of(parse, noun) if parse.has(noun, "poss") else None)
        if clause is None:
            return
        where, content = Span(noun.start, noun.end), tree_span(parse, clause)
        owner = next((kid for kid in parse.kids(noun, "poss")), None)
        if owner is not None:
            speaker = self.owner(parse, owner, before)
            source = self.speakers.phrase(parse, owner)
            if speaker is not None:
                yield Said(speaker, where, Stance.CLAIMED, (content,), 0, source=source, word=noun.lower)
            return
        maker = next((k for prep in makers(parse, noun, self.book.handled) for k in parse.kids(prep, "pobj")), None)
        if maker is not None and maker.i < clause.i:
            speaker = self.speakers.resolve(parse, maker, before)
            if speaker is not None:
                source = self.speakers.phrase(parse, maker)
                yield Said(speaker, where, Stance.SAID, (content,), 0, source=source, word=noun.lower)
        elif noun.lower in self.book.hearsay and self.is_hearsay(parse, noun) and noun.dep not in ("nsubj", "appos"):
            yield Said(None, where, Stance.REPORTEDLY, (content,), 1, word=noun.lower)

    def deed_of(self, parse: Parse, noun: Token) -> Token | None:
        """Return what stands behind "of" in "the rebels' claim of |31 dead|", "the army's claim of |having killed| 31"."""
        if noun.lower not in self.book.telling_nouns or noun.lower in self.book.documents:
            return None
        below = (
            kid for prep in parse.kids(noun, "prep") if prep.lower == "of" for kid in parse.kids(prep, "pobj", "pcomp")
        )
        return next((kid for kid in below if kid.dep == "pcomp" or counts(parse, kid)), None)

    def closing_reports(self, parse: Parse, noun: Token, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield "12 people died, the mayor's office reports", "..., ministry data show", where the tree takes the verb for a noun."""
        last = next(t for t in reversed(parse.tokens) if t.text not in (".", '"', "”"))
        paper = parse.tokens[noun.i - 1].lower in self.book.documents
        teller = parse.tokens[noun.i - 2 if paper else noun.i - 1]
        if last.i != noun.i or not teller.is_noun or not self.speakers.can_speak(teller):
            return
        words = list(takewhile(lambda t: t.tag in PHRASE, reversed(parse.tokens[: noun.i])))
        first = words[-1]
        if parse.tokens[first.i - 1].text != "," and not self.speakers.covered(teller):
            return
        first = first if parse.tokens[first.i - 1].text == "," else teller
        speaker = self.speakers.resolve_words(parse, teller, Span(first.start, teller.end), before)
        if speaker is not None and first.i > 1:
            content = Span(parse.span.start, trimmed_end(parse, first.start))
            source = Span(first.start, teller.end)
            yield Said(speaker, Span(noun.start, noun.end), Stance.SAID, (content,), 0, source=source, word=noun.lower)

    def in_words_of(self, parse: Parse, noun: Token) -> Iterator[Said]:
        """Yield "in the words of the warden, 12 died", "12 died, in the army's account"."""
        prep = parse.head(noun)
        if prep is None or prep.lower != "in" or noun.dep != "pobj":
            return
        contents = tuple(around(parse.span, tree_span(parse, prep), parse))
        speaker = self.speakers.author(parse, noun, ())
        if speaker is not None and contents:
            source = self.speakers.phrase(parse, noun)
            yield Said(speaker, Span(prep.start, noun.end), Stance.SAID, contents, 1, source=source, word=noun.lower)

    def by_talk(self, parse: Parse, noun: Token) -> Iterator[Said]:
        """Yield "there were unconfirmed reports of 12 dead": nobody's word."""
        over = parse.head(noun)
        if over is None or not parse.has(over, "expl") or not self.is_hearsay(parse, noun):
            return
        for dead in (kid for kid in parse.of(noun) if counts(parse, kid)):
            where = Span(noun.start, noun.end)
            yield Said(None, where, Stance.REPORTEDLY, (tree_span(parse, dead),), 1, word=noun.lower)

    def opening_as(self, sentence: Sentence, parse: Parse, token: Token, before: list[Speaker]) -> Iterator[Said]:
        """Yield "As the ministry informs, ..." where the parser takes the verb for a noun."""
        verb, behind = self.book.verbs.get(token.lower), parse.tokens[token.i + 1 : token.i + 2]
        lead = parse.tokens[1 : token.i]
        if parse.tokens[0].lower != "as" or verb is None or not verb.as_told or not behind or behind[0].text != ",":
            return
        inside = {t.i for t in lead}
        head = next((t for t in lead if t.is_noun and t.head not in inside), None)
        if head is None or any(t.is_verb for t in lead):
            return
        source = Span(lead[0].start, token.start - 1)
        speaker = self.speakers.resolve_words(parse, head, Span(lead[0].start, lead[-1].end), before)
        if speaker is not None:
            content = Span(behind[0].end, sentence.span.end)
            yield Said(speaker, Span(token.start, token.end), verb.stance, (content,), source=source, word=token.lower)

    def by_figure(self, parse: Parse, noun: Token, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield "the union's count stands at 12", "the coroner's figure of 12 dead": a number that a reckoning of somebody's has."""
        owner = next((kid for kid in parse.kids(noun, "poss", "compound", "nmod") if self.reckons(kid)), None)
        counters = (
            maker
            for prep in parse.kids(noun, "prep")
            if prep.lower in ("by", "from")
            for maker in parse.kids(prep, "pobj")
        )
        owner = owner or next((maker for maker in counters if self.reckons(maker)), None)
        verb = parse.head(noun)
        if owner is None or verb is None:
            return
        content = Span(noun.start, tree_span(parse, verb).end) if noun.dep == "nsubj" else tree_span(parse, noun)
        speaker = self.owner(parse, owner, before)
        if speaker is not None and any(t.tag == "CD" and t.i > noun.i for t in parse.at(content)):
            told = Span(noun.end, content.end)
            source = self.speakers.phrase(parse, owner)
            yield Said(speaker, Span(noun.start, noun.end), Stance.SAID, (told,), 0, source=source, word=noun.lower)

    def reckons(self, owner: Token) -> bool:
        """Say whether a word before a reckoning is of somebody who reckons: a body, people who speak, "its"."""
        hit = self.speakers.actor_at(Span(owner.start, owner.end))
        known = hit is not None and not hit.actor.id.startswith("country-")
        spoken = owner.lower in self.book.bodies or owner.lower in self.book.unnamed
        return known or spoken or (owner.tag == "PRP$" and owner.lower in ("its", "their"))

    def owner(self, parse: Parse, owner: Token, before: Sequence[Speaker]) -> Speaker | None:
        """Return whose a noun of saying is: "the army's", or "its" for who spoke last."""
        if owner.tag == "PRP$":
            return self.speakers.owner(parse, owner, before)
        return self.speakers.resolve(parse, owner, before)

    def reach(self, sentence: Sentence, parse: Parse, token: Token) -> Span:
        """Return how far a preposition's words reach: its clause inside another's words, else the sentence."""
        for head in parse.up(token):
            if head.is_verb and head.dep == "ccomp" and head.i != token.i:
                over = parse.head(head)
                span = tree_span(parse, head)
                if over is not None and over.lower in self.book.verbs and span.start < token.start < span.end:
                    return span
        return sentence.span

    def is_own_paper(self, parse: Parse, head: Token) -> bool:
        """Say whether a count or list is that of whoever speaks: "according to our own count", "information we received"."""
        behind = parse.tokens[head.i + 1].lower if head.i + 1 < len(parse.tokens) else ""
        ours = behind == "we" or any(kid.lower in OURS for kid in parse.kids(head, "poss"))
        return ours and (
            head.lower in self.book.tolls or head.lower in self.book.documents or head.lower in self.book.known
        )

    def is_hearsay(self, parse: Parse, head: Token) -> bool:
        """Say whether a noun is talk of nobody in particular: "initial reports", "information"."""
        if head.lower not in self.book.hearsay:
            return False
        kids = parse.kids(head, "amod", "compound", "nmod", "poss", "nummod", "det")
        if any(kid.lower not in self.book.hearsay_words for kid in kids):
            return False
        return not any(
            self.speakers.is_author(kid)
            for prep in (*parse.kids(head, "prep"), *makers(parse, head, self.book.handled))
            for kid in parse.kids(prep, "pobj")
        )


def around(reach: Span, phrase: Span, parse: Parse) -> Iterator[Span]:
    """Yield what lies in a span before and after a phrase in it."""
    yield from stretch(reach.start, trimmed_end(parse, phrase.start))
    start = next(
        (t.start for t in parse.tokens if t.start >= phrase.end and t.text not in (",", ".", "”", '"')), reach.end
    )
    yield from stretch(start, reach.end)


def is_that_clause(parse: Parse, clause: Token) -> bool:
    """Say whether a clause begins with "that" and has a subject of its own, so that it is told and not only described."""
    kids = parse.kids(clause)
    marked = any(kid.dep == "mark" and kid.lower == "that" for kid in kids)
    return marked and any(kid.dep in ("nsubj", "nsubjpass", "expl") for kid in kids)
