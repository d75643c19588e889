"""Words that a headline, a line of figures or an agency's line gives to a source beside a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.find import Said
from rashomon.extract.voices.naming import Speaker, Speakers
from rashomon.lexicon.cues import CueBook
from rashomon.model import ActorKind, Span, Stance

MARKS = frozenset({":", "-", "–", "—", "--", "|", "...", "…"})
"""Marks that part a headline from its source."""
MEDIA = frozenset({"media", "television", "tv", "radio", "agency"})
SHORTEST = 6
"""Words of a headline that may end in a source without a mark."""
BELOW = 8
"""Code points below a headline in which an agency's line begins."""
TITLED = 0.65
"""Share of longer words with a capital from which a headline is in title case, so that a capital shows no source."""
LINE = 12
"""Words of a line of figures."""
DATED = re.compile(r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2}\s[A-Z][a-z]{2})\b")


@dataclass(frozen=True)
class Headings:
    """Finds the sources of headlines and of lines of figures."""

    text: str
    speakers: Speakers
    book: CueBook
    outlet_ids: frozenset[str] = frozenset()

    def in_headline(self, sentence: Sentence, parse: Parse) -> Iterator[Said]:
        """Yield "12 dead in blast: police", "Blast kills 12 - state TV", "Police: 12 dead in blast"."""
        tokens = parse.tokens
        marks = [t for t in tokens if t.text in MARKS and 0 < t.i < len(tokens) - 1]
        for mark in marks:
            tail, lead = tokens[mark.i + 1 :], tokens[: mark.i]
            joined = mark.text == "-" and mark.start == tokens[mark.i - 1].end
            if not joined and len(tail) <= 6 and len(lead) >= 3 and mark is marks[-1]:
                yield from self.named_in(tail, Span(sentence.span.start, mark.start), mark)
            if mark.text == ":" and len(lead) <= 5 and len(tail) >= 3 and mark is marks[0]:
                yield from self.named_in(lead, Span(tail[0].start, sentence.span.end), mark)

    def trailing(self, sentence: Sentence, parse: Parse) -> Iterator[Said]:
        """Yield a headline that lost the mark before its source: "Blast in harbour town kills 12 Monitor"."""
        tokens = [t for t in parse.tokens if t.text != "."]
        if len(tokens) < SHORTEST or any(t.text in MARKS and t.start > tokens[t.i - 1].end for t in tokens[1:]):
            return
        last, before = tokens[-1], tokens[-2]
        first = before if before.text[:1].isupper() and last.lower in (*MEDIA, *self.book.telling) else last
        plain = (
            last.text in self.book.unharmed
            and not (last.lower in MEDIA and first is before)
            and self.agency_follows(sentence)
        )
        hit = None if plain else self.speakers.actor_at(Span(last.start, last.end))
        if plain:
            first = before if last.lower in MEDIA else last
        elif hit is not None and hit.span.end == last.end and self.agency_follows(sentence):
            first = next((t for t in tokens if t.start == hit.span.start), last)
        elif last.lower not in self.book.announcing and not (last.lower in MEDIA and first is before):
            return
        lead = tokens[: first.i]
        if len(lead) < SHORTEST - 2 or lead[-1].tag in ("IN", "CC", "TO", "DT", "POS"):
            return
        longer = [t for t in lead if len(t.text) > 3 and t.text.isalpha()]
        titled = sum(t.text[:1].isupper() for t in longer) > TITLED * len(longer)
        if not plain and (titled or not first.text[:1].isupper()):
            return
        yield from self.named_in(parse.tokens[first.i : last.i + 1], Span(sentence.span.start, lead[-1].end), first)

    def agency_follows(self, sentence: Sentence) -> bool:
        """Say whether an agency's name stands right below a headline."""
        below = Span(sentence.span.end, sentence.span.end + BELOW)
        return any(hit.actor.kind is ActorKind.AGENCY for hit in self.speakers.between(below))

    def in_brackets(self, sentence: Sentence, parse: Parse) -> Iterator[Said]:
        """Yield a line of figures with its source in brackets at the end: "27 dead (Emergency Committee)"."""
        opening = max((t.i for t in parse.tokens if t.text == "("), default=0)
        lead = parse.tokens[:opening]
        words = [t for t in parse.tokens[opening + 1 :] if t.text not in (")", ".")]
        words = list(takewhile(lambda t: t.text != ",", words))
        if not 1 < len(lead) <= LINE or not 0 < len(words) <= 6 or any(t.tag == "CD" for t in words):
            return
        if not any(t.tag == "CD" for t in lead):
            return
        if any(t.tag in ("VBD", "VBZ", "VBP") and lead[t.i - 1].tag != "CD" for t in lead):
            return
        yield from self.named_in(words, Span(sentence.span.start, lead[-1].end), parse.tokens[opening])

    def flattened(self, sentence: Sentence, parse: Parse) -> Iterator[Said]:
        """Yield a headline that lost its marks and runs on into an agency's line: "Blast kills 12 State media AFP Monday"."""
        for hit in self.speakers.between(parse.span):
            if hit.actor.kind is not ActorKind.AGENCY or not DATED.match(self.text, hit.span.end):
                continue
            lead = [t for t in parse.tokens if t.end <= hit.span.start][-2:]
            if not lead or lead[0].start == sentence.span.start:
                continue
            two = lead[0].text[:1].isupper() and lead[0].tag != "CD"
            plain = lead[-1].text in self.book.unharmed and lead[0].tag not in ("IN", "CC", "TO", "DT", "POS")
            if not (lead[-1].text[:1].isupper() or (two and lead[0].lower in self.book.announcing) or plain):
                continue
            words = lead if two or (plain and lead[-1].lower in MEDIA) else lead[1:]
            if lead[-1].lower in self.book.telling or lead[-1].lower in self.book.announcing:
                words = lead[1:]
            content = Span(sentence.span.start, words[0].start)
            yield from self.named_in(words, content, words[0])

    def speaks(self, noun: Token) -> bool:
        """Say whether a noun is of a body or of people who speak: "Committee for Emergencies", "joint assessment"."""
        word = noun.lower
        return word in self.book.unnamed or word in self.book.bodies or word in self.book.announcing

    def dated(self, sentence: Sentence, parse: Parse) -> Iterator[Said]:
        """Yield a headline whose source, its mark lost, runs on into the day: "12 killed in blast Monitor Friday 3 May"."""
        for token in parse.tokens[SHORTEST - 2 :]:
            ends = (
                token.lower in self.book.announcing and token.text[:1].isupper() and DATED.match(self.text, token.end)
            )
            if ends and parse.tokens[token.i - 1].tag not in ("IN", "CC", "TO", "DT", "POS"):
                yield from self.named_in((token,), Span(sentence.span.start, parse.tokens[token.i - 1].end), token)
                return

    def named_in(self, words: Sequence[Token], content: Span, mark: Token) -> Iterator[Said]:
        """Yield a headline's words as those of the source that a few words beside a mark name."""
        nouns = [t for t in words if t.tag.startswith("NN")]
        if not nouns or any(t.is_verb for t in words):
            return
        span = Span(words[0].start, nouns[-1].end)
        hits = [hit for hit in self.speakers.between(span) if not hit.actor.id.startswith("country-")]
        known = next((hit for hit in hits if not hit.actor.generic), None)
        if known is not None and known.actor.id in self.outlet_ids:
            return
        last = nouns[-1].lower
        if known is not None and len(known.span) * 2 > len(span):
            speaker = Speaker(known.actor.label, known.actor.kind, span, known.actor.id, words=span.of(self.text))
        elif last in self.book.hearsay or any(self.speaks(noun) for noun in (nouns[0], nouns[-1])):
            name = self.speakers.unnamed(span)
            speaker = Speaker(name, ActorKind.UNNAMED, span, words=span.of(self.text))
        else:
            return
        hearsay = last in self.book.hearsay and known is None
        yield Said(
            None if hearsay else speaker,
            Span(mark.start, mark.end),
            Stance.SAID,
            (content,),
            1,
            source=span,
            word=mark.text,
        )
