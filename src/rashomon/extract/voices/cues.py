"""Find in one sentence who says what: verbs, prepositions, headlines, and what nobody in particular says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.closing import (
    apposed_source,
    closing_source,
    described_source,
    pronoun_source,
    unmarked_source,
)
from rashomon.extract.voices.contents import (
    Contents,
    contents_of,
    is_added,
    is_aside,
    is_within,
    named_so,
    rest_of_told,
    trimmed_end,
    wants,
)
from rashomon.extract.voices.cuenouns import CueNouns, around
from rashomon.extract.voices.endings import second_half
from rashomon.extract.voices.figures import counts, told_of, tree_span
from rashomon.extract.voices.find import CITED, Said
from rashomon.extract.voices.headings import Headings
from rashomon.extract.voices.joined import says_instead, second_of_two
from rashomon.extract.voices.labels import Labels
from rashomon.extract.voices.naming import Speaker, Speakers
from rashomon.extract.voices.nobody import by_nobody, by_passive
from rashomon.extract.voices.subjects import (
    follows,
    in_dateline,
    is_feared,
    is_passive,
    is_quarrel,
    is_quoted_saying,
    is_quoting,
    noun_before,
    people_of,
    rest_of,
    stance_of,
    subject_of,
    teller_over_thing,
)
from rashomon.lexicon.cues import PREPOSED, CueBook, CueVerb
from rashomon.model import ActorKind, Span, Stance, ZoneKind

QUOTED = re.compile(r"[“\"][^“”\"]{2,2000}[”\"]?|(?:``|'')(?:[^'`]|'(?!')){2,2000}''")
NOT_CUES = frozenset({"aux", "auxpass", "amod", "compound"})
SHORT = 160
"""Code points up to which a first line is read as a headline."""


@dataclass(frozen=True)
class CueFinder:
    """Finds the hand-overs of one sentence; ``outlet_ids`` are the report's own, which is never told its own news."""

    text: str
    speakers: Speakers
    book: CueBook
    outlet_ids: frozenset[str] = frozenset()

    @cached_property
    def headings(self) -> Headings:
        """What finds the sources of headlines and lines of figures."""
        return Headings(self.text, self.speakers, self.book, self.outlet_ids)

    @cached_property
    def labels(self) -> Labels:
        """What finds the sources before a colon."""
        return Labels(self.speakers, self.book)

    @cached_property
    def nouns(self) -> CueNouns:
        """What finds the words that nouns hand over."""
        return CueNouns(self.speakers, self.book)

    def find(self, sentence: Sentence, parse: Parse, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield what is said in a sentence, by whom; ``before`` are the speakers so far."""
        words = self.book.handing
        cues = [token for token in parse.tokens if token.lower in words]
        if sentence.zone is ZoneKind.HEADLINE or (sentence.index < 2 and len(sentence.span) < SHORT):
            yield from self.headings.in_headline(sentence, parse)
        else:
            yield from self.labels.find(sentence, parse, before)
        if sentence.index == 0:
            yield from self.headings.flattened(sentence, parse)
            yield from self.headings.dated(sentence, parse)
        if sentence.zone is ZoneKind.HEADLINE:
            yield from self.headings.trailing(sentence, parse)
        if parse.tokens[-1].text == ")" or ")" in (t.text for t in parse.tokens[-2:]):
            yield from self.headings.in_brackets(sentence, parse)
        if not cues:
            return
        verbs = [t for t in cues if t.is_verb and t.lower in self.book.verbs and t.dep not in NOT_CUES]
        quotes = self.quotations(sentence, verbs)
        known = list(before)
        last: Said | None = None
        for token in cues:
            if last is not None and follows(parse, last, token, self.book):
                last = replace(last, cue=Span(token.start, token.end), contents=rest_of(parse, token), word=token.lower)
                yield last
                continue
            for said in self.by_cue(sentence, parse, token, known, quotes if token in verbs else None):
                yield said
                if said.speaker is not None:
                    known.append(said.speaker)
                    last = said

    def by_cue(
        self,
        sentence: Sentence,
        parse: Parse,
        token: Token,
        before: list[Speaker],
        quotes: dict[int, list[Span]] | None,
    ) -> Iterator[Said]:
        """Yield what one cue hands over; ``quotes`` are given for a verb of saying."""
        if token.lower in PREPOSED and (token.lower in ("according", "per") or token.dep != "ROOT"):
            yield from self.by_preposition(sentence, parse, token, before)
        elif token.lower in self.book.adverbs:
            yield by_nobody(parse, token)
        elif token.lower == "by":
            yield from self.nouns.by_reckoning(sentence, parse, token, before)
        elif token.tag.startswith("NN"):
            yield from self.nouns.opening_as(sentence, parse, token, before)
            yield from self.nouns.by_noun(parse, token, before)
        elif quotes is not None and not self.is_silent(parse, token, self.book.verbs[token.lower]):
            yield from self.by_verb(sentence, parse, token, before, quotes.get(token.i, ()))

    def quotations(self, sentence: Sentence, verbs: Sequence[Token]) -> dict[int, list[Span]]:
        """Return the sentence's quotations, each with the verb of direct speech that stands nearest to it."""
        found: dict[int, list[Span]] = {}
        marks = self.text[sentence.span.start : sentence.span.end]
        if '"' not in marks and "“" not in marks and "''" not in marks:
            return found
        direct = [v for v in verbs if self.book.verbs[v.lower].direct or self.book.verbs[v.lower].needs == "quotation"]
        direct = [v for v in direct if v.dep != "relcl"] or direct
        for match in QUOTED.finditer(self.text, sentence.span.start, sentence.span.end):
            outside = [v for v in direct if not match.start() <= v.start < match.end()]
            behind_mark = self.text[max(0, match.start() - 2) : match.start()].startswith(":")
            if (match.end() - match.start() > 25 or behind_mark) and outside:
                nearest = min(outside, key=lambda v: min(abs(v.start - match.end()), abs(match.start() - v.end)))
                found.setdefault(nearest.i, []).append(Span(match.start(), match.end()))
        return found

    def by_preposition(
        self, sentence: Sentence, parse: Parse, token: Token, before: Sequence[Speaker]
    ) -> Iterator[Said]:
        """Yield "according to X", "citing X", "quoting X"."""
        holder = (
            next((kid for kid in parse.kids(token, "prep") if kid.lower == "to"), token)
            if token.lower == "according"
            else token
        )
        head = parse.kid(holder, "pobj", "dobj")
        if (
            head is None
            or head.lower in self.book.mute
            or self.nouns.is_own_paper(parse, head)
            or (token.lower == "per" and not (head.tag.startswith("NNP") or head.lower in self.book.unnamed))
        ):
            return
        phrase = Span(token.start, max(self.speakers.phrase(parse, head).end, head.end))
        contents = tuple(around(self.nouns.reach(sentence, parse, token), phrase, parse))
        half = second_half(parse, self.book) if token.lower == "according" else None
        if half is not None and token.start < half:
            contents = tuple(content for content in contents if content.start < half)
        if not contents:
            return
        cue = Span(token.start, holder.end)
        speaker = (
            None if self.nouns.is_hearsay(parse, head) else self.speakers.resolve(parse, head, before, anyone=True)
        )
        if speaker is None:
            yield Said(None, cue, Stance.REPORTEDLY, contents, 1, word=token.lower)
            return
        depth = 1 if token.lower in ("according", "per") else CITED
        yield Said(
            speaker, cue, Stance.SAID, contents, depth, source=self.speakers.phrase(parse, head), word=token.lower
        )

    def by_verb(
        self, sentence: Sentence, parse: Parse, verb: Token, before: Sequence[Speaker], quotes: Sequence[Span]
    ) -> Iterator[Said]:
        """Yield "X said that ...", "..., said X", "X documented 12 deaths", "X was quoted as saying", "it is believed"."""
        cue, where = self.book.verbs[verb.lower], Span(verb.start, verb.end)
        closing = self.closing(parse, verb, cue)
        if closing is not None:
            yield from self.by_closing(sentence, parse, verb, closing, before)
            return
        subject = self.teller(parse, verb, cue)
        if subject is None:
            if is_passive(parse, verb) and verb.lower in self.book.passives:
                yield from by_passive(parse, verb)
            return
        source = self.speakers.phrase(parse, subject)
        if source.start <= verb.start < source.end:
            source = Span(subject.start, subject.end)
        contents = self.told(sentence, parse, verb, cue, source=source, quotes=quotes)
        if contents is None:
            return
        if self.nouns.is_hearsay(parse, subject):
            yield Said(None, where, Stance.REPORTEDLY, contents.spans, 1, source=source, word=verb.lower)
            return
        known_only = contents.presumed or contents.guarded
        speaker = pronoun_source(parse, verb, subject, self.speakers, before) or self.speakers.resolve(
            parse, subject, before, anyone=not known_only
        )
        if speaker is not None:
            contents, second = self.parted(parse, verb, cue, contents, before)
            yield from self.hand_over(parse, verb, cue, speaker, source=source, contents=contents, before=before)
            yield from second

    def parted(
        self, parse: Parse, verb: Token, cue: CueVerb, contents: Contents, before: Sequence[Speaker]
    ) -> tuple[Contents, list[Said]]:
        """Return what a speaker tells without the figure of another behind it, and that figure: "the mayor says 31 died, the union 40"."""
        other = second_of_two(parse, verb, contents.spans, self.speakers.can_speak)
        second = self.speakers.resolve_words(parse, other[0], other[1], before) if other is not None else None
        if other is None or second is None:
            return contents, []
        cut = Span(contents.spans[-1].start, trimmed_end(parse, other[1].start))
        nowhere = Span(other[1].end, other[1].end)
        said = Said(second, nowhere, cue.stance, (other[2],), source=other[1], word=verb.lower)
        return replace(contents, spans=(*contents.spans[:-1], cut)), [said]

    def told(
        self, sentence: Sentence, parse: Parse, verb: Token, cue: CueVerb, *, source: Span, quotes: Sequence[Span]
    ) -> Contents | None:
        """Return what a verb hands over, or None; nothing as yet where its words follow behind a colon."""
        called = named_so(parse, verb) or told_of(parse, verb, cue)
        if called is not None:
            return Contents((called,), guarded=True, passing=True)
        contents = contents_of(sentence, parse, verb, cue, source=source, quotes=quotes, book=self.book)
        if contents is not None and cue.direct and (joined := self.joined(parse, verb, contents.spans)):
            contents = replace(contents, spans=(*contents.spans, *joined))
        if contents is None or not contents.spans:
            return Contents(()) if cue.direct and parse.tokens[-1].text == ":" else None
        return contents

    def joined(self, parse: Parse, verb: Token, spans: Sequence[Span]) -> list[Span]:
        """Return the clauses joined behind an "X said" that closes what X told: "Two died, a medic said, |and one was saved|"."""
        if not spans or spans[-1].end > verb.start:
            return []
        clauses = [kid for kid in parse.kids(verb, "conj") if parse.kids(kid, "nsubj", "nsubjpass")]
        told = (kid for kid in clauses if kid.lower not in self.book.verbs)
        return [
            tree_span(parse, kid) for kid in told if any(t.text == "," for t in parse.at(Span(verb.end, kid.start)))
        ]

    def is_silent(self, parse: Parse, verb: Token, cue: CueVerb) -> bool:
        """Say whether a verb with its particle tells a deed inside another's words: "they called off the search, the mayor said"."""
        if not cue.silent_with or verb.dep != "ccomp":
            return False
        over = parse.head(verb)
        told = over is not None and over.lower in self.book.verbs
        return told and any(kid.lower in cue.silent_with for kid in parse.kids(verb, "prt"))

    def closing(self, parse: Parse, verb: Token, cue: CueVerb) -> tuple[Token, Span] | None:
        """Return the head and words of the source of an "X said" behind its words."""
        if not cue.direct or cue.handover or verb.tag == "VBG" or is_quoting(parse, verb):
            return None
        if (is_aside(parse, verb, cue) and is_within(parse, verb)) or named_so(parse, verb) is not None:
            return None
        if not cue.as_told and is_added(parse, verb):
            return None
        if (cue.base == "ask" and wants(parse, verb)) or any(counts(parse, kid) for kid in parse.kids(verb, "dobj")):
            return None
        ways = (apposed_source, described_source, closing_source, unmarked_source)
        sources = (source(parse, verb, self.speakers) for source in ways)
        return next((found for found in sources if found is not None), None)

    def teller(self, parse: Parse, verb: Token, cue: CueVerb) -> Token | None:
        """Return the head of a verb's source by the tree, or by the words where the tree cannot be right."""
        if (
            is_feared(parse, verb, self.book)
            or is_quoted_saying(parse, verb)
            or (cue.base == "argue" and is_quarrel(parse, verb))
        ):
            return None
        if cue.needs == "toll" and verb.tag == "VBN" and verb.dep == "acl" and parse.tokens[verb.i - 1].text == ",":
            head = parse.head(verb)
            return head if head is not None and head.lower not in self.book.tolls else None
        subject = subject_of(parse, verb, self.book)
        if cue.direct and not is_passive(parse, verb) and (subject is None or in_dateline(parse, subject, verb)):
            return noun_before(parse, verb, self.book)
        return teller_over_thing(parse, verb, subject, self.book) if verb.dep in ("acl", "ccomp") else subject

    def by_closing(
        self, sentence: Sentence, parse: Parse, verb: Token, closing: tuple[Token, Span], before: Sequence[Speaker]
    ) -> Iterator[Said]:
        """Yield "..., X said" at the end of a sentence: all before it, unless another reporting verb governs it."""
        head, source = closing
        start = sentence.span.start
        over = next(
            (h for h in parse.up(verb) if h.is_verb and h.lower in self.book.verbs and parse.kids(h, "nsubj")), None
        )
        if over is not None and over.i < verb.i and verb.dep in ("conj", "ccomp", "advcl"):
            start = min(
                (tree_span(parse, kid).start for kid in parse.kids(verb, "ccomp") if kid.i < verb.i), default=over.end
            )
        end = trimmed_end(parse, min(source.start, verb.start))
        half = second_half(parse, self.book)
        if half is not None and half < verb.start:
            start = max(start, half)
        speaker = (
            self.speakers.antecedent(head, before)
            if head.tag == "PRP"
            else self.speakers.resolve_words(parse, head, source, before)
        )
        if speaker is not None:
            start = max([start, *(s.span.start for s in before if s.name == speaker.name and s.span.end <= end)])
        if end > start and speaker is not None:
            contents = Contents((Span(start, end), *rest_of_told(parse, verb)))
            yield Said(
                speaker,
                Span(verb.start, verb.end),
                self.book.verbs[verb.lower].stance,
                contents.spans,
                0,
                self.told_to(parse, source, contents),
                source,
                word=verb.lower,
            )

    def hand_over(
        self,
        parse: Parse,
        verb: Token,
        cue: CueVerb,
        speaker: Speaker,
        *,
        source: Span,
        contents: Contents,
        before: Sequence[Speaker],
    ) -> Iterator[Said]:
        """Yield a speaker's words, and those of whom the speaker quotes."""
        where, stance = Span(verb.start, verb.end), stance_of(parse, verb, cue)
        if stance is Stance.DENIED and says_instead(parse, verb, contents.spans, self.text):
            stance = Stance.SAID
        if (cue.handover or is_quoting(parse, verb)) and not is_passive(parse, verb):
            inner = people_of(parse, next((kid for kid in parse.kids(verb, "dobj") if kid.i > verb.i), None), self.book)
            quoted = self.speakers.resolve(parse, inner, before) if inner is not None else None
            if quoted is not None and inner is not None:
                yield Said(speaker, where, Stance.SAID, contents.spans, 0, source=source, word=verb.lower)
                yield Said(
                    quoted,
                    Span(verb.end, verb.end),
                    stance,
                    contents.spans,
                    1,
                    source=self.speakers.phrase(parse, inner),
                    word=verb.lower,
                )
                return
        via = self.told_to(parse, source, contents)
        passing = contents.passing
        yield Said(
            speaker, where, stance, contents.spans, 0, via, source, contents.presumed, verb.lower, passing=passing
        )

    def told_to(self, parse: Parse, source: Span, contents: Contents) -> Speaker | None:
        """Return the agency or outlet that was told: "told SANA", "in a statement carried by SANA"."""
        for hit in self.speakers.between(parse.span):
            kind = hit.actor.kind
            if (
                kind not in (ActorKind.AGENCY, ActorKind.OUTLET)
                or hit.actor.id in self.outlet_ids
                or hit.span.overlaps(source)
            ):
                continue
            if any(span.overlaps(hit.span) for span in contents.spans):
                continue
            lead = self.text[max(parse.span.start, hit.span.start - 40) : hit.span.start].lower().split()
            if any(word in ("told", "tell", "telling", "tells", "to", "by", "with") for word in lead[-3:]):
                return Speaker(hit.actor.label, kind, hit.span, hit.actor.id)
        return None
