"""Words handed over by a noun or a reckoning: "its claim that 12 had died", "by the ministry's count"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.contents import stretch, trimmed_end
from rashomon.extract.voices.figures import tree_span
from rashomon.extract.voices.find import Said
from rashomon.extract.voices.naming import Speaker, Speakers
from rashomon.lexicon.cues import CueBook
from rashomon.model import Span, Stance

RECKONINGS = frozenset(
    {
        "count",
        "counts",
        "tally",
        "tallies",
        "estimate",
        "estimates",
        "account",
        "accounts",
        "reckoning",
        "figure",
        "figures",
    }
)


@dataclass(frozen=True)
class CueNouns:
    """Finds what nouns hand over in one sentence."""

    speakers: Speakers
    book: CueBook

    def by_reckoning(self, sentence: Sentence, parse: Parse, token: Token) -> Iterator[Said]:
        """Yield "by the ministry's count", "by some estimates"."""
        noun = parse.kid(token, "pobj")
        if token.dep != "prep" or noun is None or noun.lower not in RECKONINGS:
            return
        contents = tuple(around(self.reach(sentence, parse, token), tree_span(parse, token), parse))
        cue, source = Span(token.start, token.end), self.speakers.phrase(parse, noun)
        speaker = self.speakers.author(parse, noun, ())
        stance = Stance.SAID if speaker is not None else Stance.REPORTEDLY
        if contents:
            yield Said(speaker, cue, stance, contents, 1, source=source, word=token.lower)

    def by_noun(self, parse: Parse, noun: Token, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield "its claim that 12 had died", "reports that 12 had died": whose word it is, or nobody's."""
        if noun.lower in RECKONINGS:
            yield from self.by_figure(parse, noun, before)
        clause = next((kid for kid in parse.kids(noun, "acl", "ccomp", "relcl") if is_that_clause(parse, kid)), None)
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
        maker = next((k for prep in self.speakers.makers(parse, noun) for k in parse.kids(prep, "pobj")), None)
        if maker is not None and maker.i < clause.i:
            speaker = self.speakers.resolve(parse, maker, before)
            if speaker is not None:
                source = self.speakers.phrase(parse, maker)
                yield Said(speaker, where, Stance.SAID, (content,), 0, source=source, word=noun.lower)
        elif noun.lower in self.book.hearsay and self.is_hearsay(parse, noun) and noun.dep not in ("nsubj", "appos"):
            yield Said(None, where, Stance.REPORTEDLY, (content,), 1, word=noun.lower)

    def by_figure(self, parse: Parse, noun: Token, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield "the union's count stands at 12", "the coroner's figure of 12 dead": a number that a reckoning of somebody's has."""
        owner = next((kid for kid in parse.kids(noun, "poss", "compound", "nmod") if self.reckons(kid)), None)
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

    def is_hearsay(self, parse: Parse, head: Token) -> bool:
        """Say whether a noun is talk of nobody in particular: "initial reports", "information"."""
        if head.lower not in self.book.hearsay:
            return False
        kids = parse.kids(head, "amod", "compound", "nmod", "poss", "nummod", "det")
        if any(kid.lower not in self.book.hearsay_words for kid in kids):
            return False
        return not any(
            self.speakers.is_author(kid)
            for prep in (*parse.kids(head, "prep"), *self.speakers.makers(parse, head))
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
