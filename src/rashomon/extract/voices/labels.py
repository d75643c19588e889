"""Words that a line of running text gives to a source before a colon: "Rescue chief in Harrow: four found alive"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.endings import FINITE
from rashomon.extract.voices.find import Said
from rashomon.extract.voices.naming import Speaker, Speakers
from rashomon.lexicon.cues import CueBook
from rashomon.model import ActorKind, Span, Stance

LONGEST = 12
"""Words that such a source may have, with when and where it speaks."""
FARTHEST = 20
"""Words before the colon where somebody does something before it."""
PHRASE = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "VBN", "VBG"})
MARKS = frozenset({"-", "–", "—", "--", "]", "•", "*", ",", "|"})
"""Marks behind which such a source begins: "12:15 - Rescue chief: ...", "From the hospital, the director: ..."."""
QUOTES = frozenset({'"', "“", "''", "``"})
FEWEST = 4
"""Words behind the colon that tell something; "Police: two killed" in a list tells who was killed."""


@dataclass(frozen=True)
class Labels:
    """Finds the sources before a colon in running text."""

    speakers: Speakers
    book: CueBook

    def find(self, sentence: Sentence, parse: Parse, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield what stands behind a colon as the words of who is named before it, where nothing else is told of them."""
        mark = next((t for t in parse.tokens[1 : FARTHEST + 1] if t.text == ":"), None)
        if mark is None:
            return
        if any(t.tag in FINITE for t in parse.tokens[: mark.i]):
            yield from self.in_gesture(sentence, parse, mark, before)
            return
        if mark.i > LONGEST:
            return
        behind = parse.tokens[mark.i + 1 :]
        told = behind and (behind[0].text in QUOTES or (len(behind) > FEWEST and any(t.tag == "CD" for t in behind)))
        words = self.source(parse, mark) if told else ()
        speaker = self.named(parse, words, before) if words else None
        if speaker is not None:
            span = Span(words[0].start, words[-1].end)
            content = Span(behind[0].start, sentence.span.end)
            yield Said(speaker, Span(mark.start, mark.end), Stance.SAID, (content,), 1, source=span, word=":")

    def in_gesture(self, sentence: Sentence, parse: Parse, mark: Token, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield a quotation behind a colon as the words of one who does something before it: "The priest shook his head: "Nine died.""."""
        lead, behind = parse.tokens[: mark.i], parse.tokens[mark.i + 1 :]
        verbs = [t for t in lead if t.tag in FINITE and t.dep not in ("aux", "auxpass")]
        told = any((cue := self.book.verbs.get(t.lower)) is not None and (t.is_verb and cue.direct) for t in lead)
        if not behind or behind[0].text not in QUOTES or len(verbs) != 1 or told:
            return
        if any(t.lower in self.book.documents or t.lower in self.book.telling_nouns for t in lead):
            return
        doer = next((kid for kid in parse.kids(verbs[0], "nsubj") if kid.i < verbs[0].i), None)
        if doer is None or doer.tag not in ("NN", "NNP") or doer.lower in self.book.bodies:
            return
        words = [t for t in parse.subtree(doer) if t.tag in PHRASE and t.i <= doer.i]
        speaker = self.named(parse, words, before)
        if speaker is not None:
            source, content = Span(words[0].start, words[-1].end), Span(behind[0].start, sentence.span.end)
            yield Said(speaker, Span(mark.start, mark.end), Stance.SAID, (content,), 1, source=source, word=":")

    def source(self, parse: Parse, mark: Token) -> Sequence[Token]:
        """Return the words of the source: the first phrase behind the last mark before the colon."""
        lead = parse.tokens[: mark.i]
        first = max((t.i + 1 for t in lead if t.text in MARKS), default=0)
        return list(takewhile(lambda t: t.tag in PHRASE, lead[first:]))

    def named(self, parse: Parse, words: Sequence[Token], before: Sequence[Speaker]) -> Speaker | None:
        """Return the speaker that some words name: a body, an office, a person with a title; None for any other words."""
        head = next((t for t in reversed(words) if t.is_noun), None)
        if head is None or head.lower in self.book.hearsay or words[-1].lower in self.book.hosts:
            return None
        if head.lower in self.book.headed and parse.tokens[words[-1].i + 2].text not in QUOTES:
            return None
        hit = self.speakers.actor_at(Span(head.start, head.end))
        beside = parse.tokens[: head.i + 1] if head.tag.startswith("NNP") else words
        office = any(t.lower in self.book.titles or t.lower in self.book.unnamed for t in beside)
        quoted = parse.tokens[words[-1].i + 1 :][:FARTHEST]
        told = head.tag == "NNP" and any(a.text == ":" and b.text in QUOTES for a, b in pairwise(quoted))
        office = office or (told and self.speakers.cast.full_name(Span(head.start, head.end), head.text) != head.text)
        if not (office or head.lower in self.book.bodies or (hit is not None and not hit.actor.generic)):
            return None
        speaker = self.speakers.resolve_words(parse, head, Span(words[0].start, head.end), before)
        return speaker if speaker is not None and speaker.kind is not ActorKind.DOCUMENT else None
