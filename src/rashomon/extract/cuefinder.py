"""Find in one sentence who says what: verbs, prepositions, headlines, and what nobody in particular says."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.extract.closing import closing_source
from rashomon.extract.contents import Contents, clause_span, contents_of, stretch, tree_span, trimmed_end
from rashomon.extract.sentences import Sentence
from rashomon.extract.speakers import Speaker, Speakers
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices import CITED, Said
from rashomon.lexicon.cues import CueBook, CueVerb
from rashomon.model import ActorKind, Span, Stance, ZoneKind

QUOTED = re.compile(r"[“\"]([^“”\"]{2,2000})[”\"]?")
PREPOSED = frozenset({"according", "citing", "quoting", "per"})
NOT_CUES = frozenset({"aux", "auxpass", "amod", "compound"})
ADDING = frozenset({"adding", "noting", "stressing", "continuing"})
RELATIVES = frozenset({"who", "which", "that"})
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
    def other_cues(self) -> frozenset[str]:
        """The words that may hand over others and are no verbs of saying."""
        return self.book.adverbs | PREPOSED | {":"}

    @cached_property
    def cues(self) -> frozenset[str]:
        """The words that may hand over: verbs of saying and the others."""
        return self.other_cues.union(self.book.verbs)

    def find(self, sentence: Sentence, parse: Parse, before: Sequence[Speaker]) -> Iterator[Said]:
        """Yield what is said in a sentence, by whom; ``before`` are the speakers so far."""
        words = self.cues
        cues = [token for token in parse.tokens if token.lower in words]
        if sentence.zone is ZoneKind.HEADLINE or (sentence.index < 2 and len(sentence.span) < SHORT):
            yield from self.in_headline(sentence, parse)
        if not cues:
            return
        verbs = [t for t in cues if t.is_verb and t.lower in self.book.verbs and t.dep not in NOT_CUES]
        quotes = self.quotations(sentence, verbs)
        known = list(before)
        for token in cues:
            for said in self.by_cue(sentence, parse, token, known, quotes if token in verbs else None):
                yield said
                if said.speaker is not None:
                    known.append(said.speaker)

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
            yield self.by_nobody(parse, token)
        elif quotes is not None:
            yield from self.by_verb(sentence, parse, token, before, quotes.get(token.i, ()))

    def quotations(self, sentence: Sentence, verbs: Sequence[Token]) -> dict[int, list[Span]]:
        """Return the sentence's quotations, each with the verb of direct speech that stands nearest to it."""
        found: dict[int, list[Span]] = {}
        marks = self.text[sentence.span.start : sentence.span.end]
        if '"' not in marks and "“" not in marks:
            return found
        direct = [v for v in verbs if self.book.verbs[v.lower].direct or self.book.verbs[v.lower].needs == "quotation"]
        direct = [v for v in direct if v.dep != "relcl"] or direct
        for match in QUOTED.finditer(self.text, sentence.span.start, sentence.span.end):
            outside = [v for v in direct if not match.start() <= v.start < match.end()]
            if match.end() - match.start() > 25 and outside:
                nearest = min(outside, key=lambda v: min(abs(v.start - match.end()), abs(match.start() - v.end)))
                found.setdefault(nearest.i, []).append(Span(match.start(), match.end()))
        return found

    def by_nobody(self, parse: Parse, token: Token) -> Said:
        """Return "reportedly": the clause around is nobody's word."""
        return Said(
            None, Span(token.start, token.end), Stance.REPORTEDLY, (clause_span(parse, token),), word=token.lower
        )

    def by_preposition(
        self, sentence: Sentence, parse: Parse, token: Token, before: Sequence[Speaker]
    ) -> Iterator[Said]:
        """Yield "according to X", "citing X", "quoting X"."""
        holder = (
            next((kid for kid in parse.kids(token, "prep") if kid.lower == "to"), token)
            if token.lower == "according"
            else token
        )
        head = next(iter(parse.kids(holder, "pobj", "dobj")), None)
        if (
            head is None
            or head.lower in self.book.mute
            or (token.lower == "per" and not (head.tag.startswith("NNP") or head.lower in self.book.unnamed))
        ):
            return
        phrase = Span(token.start, max(self.speakers.phrase(parse, head).end, head.end))
        contents = tuple(around(self.reach(sentence, parse, token), phrase, parse))
        if not contents:
            return
        cue = Span(token.start, holder.end)
        speaker = None if self.is_hearsay(parse, head) else self.speakers.resolve(parse, head, before, anyone=True)
        if speaker is None:
            yield Said(None, cue, Stance.REPORTEDLY, contents, 1, word=token.lower)
            return
        depth = 1 if token.lower in ("according", "per") else CITED
        yield Said(
            speaker, cue, Stance.SAID, contents, depth, source=self.speakers.phrase(parse, head), word=token.lower
        )

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
            self.speakers.is_author(kid) for prep in parse.kids(head, "prep") for kid in parse.kids(prep, "pobj")
        )

    def by_verb(
        self, sentence: Sentence, parse: Parse, verb: Token, before: Sequence[Speaker], quotes: Sequence[Span]
    ) -> Iterator[Said]:
        """Yield "X said that ...", "..., said X", "X documented 12 deaths", "X was quoted as saying", "it is believed"."""
        cue = self.book.verbs[verb.lower]
        closing = (
            closing_source(parse, verb, self.speakers)
            if cue.direct and not cue.handover and verb.tag != "VBG"
            else None
        )
        if closing is not None:
            yield from self.by_closing(sentence, parse, verb, closing, before)
            return
        subject = subject_of(parse, verb, self.book.verbs)
        where = Span(verb.start, verb.end)
        if subject is None:
            if is_passive(parse, verb) and verb.lower in self.book.passives:
                yield from self.by_passive(parse, verb)
            return
        source = self.speakers.phrase(parse, subject)
        if source.start <= verb.start < source.end:
            source = Span(subject.start, subject.end)
        contents = contents_of(sentence, parse, verb, cue, source=source, quotes=quotes)
        if contents is None or not contents.spans:
            if not cue.direct or parse.tokens[-1].text != ":":
                return
            contents = Contents(())
        if self.is_hearsay(parse, subject):
            yield Said(None, where, Stance.REPORTEDLY, contents.spans, 1, source=source, word=verb.lower)
            return
        speaker = self.speakers.resolve(parse, subject, before, anyone=not contents.presumed)
        if speaker is not None:
            yield from self.hand_over(parse, verb, cue, speaker, source=source, contents=contents, before=before)

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
        end = trimmed_end(parse, source.start)
        speaker = self.speakers.resolve_words(parse, head, source, before)
        if end > start and speaker is not None:
            contents = Contents((Span(start, end),))
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
        if cue.handover and not is_passive(parse, verb):
            inner = next((kid for kid in parse.kids(verb, "dobj") if kid.i > verb.i), None)
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
        yield Said(speaker, where, stance, contents.spans, 0, via, source, contents.presumed, verb.lower)

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

    def by_passive(self, parse: Parse, verb: Token) -> Iterator[Said]:
        """Yield "it is believed that ...", "is said to have ...", "is estimated at 12": told by nobody in particular."""
        told = parse.kids(verb, "ccomp", "xcomp", "oprd", "advcl")
        subject = next(iter(parse.kids(verb, "nsubjpass")), None)
        if not told and not (verb.lower == "estimated" and parse.kids(verb, "prep")):
            return
        start = next(iter(told), subject) if subject is None or subject.lower == "it" else subject
        if start is None:
            return
        last = tree_span(parse, told[-1]).end if told else tree_span(parse, verb).end
        first = tree_span(parse, start).start
        if first < last:
            yield Said(None, Span(verb.start, verb.end), Stance.REPORTEDLY, (Span(first, last),), 1, word=verb.lower)

    def in_headline(self, sentence: Sentence, parse: Parse) -> Iterator[Said]:
        """Yield "12 dead in blast: police", "Blast kills 12 - state TV", "Police: 12 dead in blast"."""
        tokens = parse.tokens
        marks = [
            t for t in tokens if t.text in (":", "-", "–", "—", "--", "|", "...", "…") and 0 < t.i < len(tokens) - 1
        ]
        for mark in marks:
            tail, lead = tokens[mark.i + 1 :], tokens[: mark.i]
            joined = mark.text == "-" and mark.start == tokens[mark.i - 1].end
            if not joined and len(tail) <= 6 and len(lead) >= 3 and mark is marks[-1]:
                yield from self.named_in(tail, Span(sentence.span.start, mark.start), mark)
            if mark.text == ":" and len(lead) <= 5 and len(tail) >= 3 and mark is marks[0]:
                yield from self.named_in(lead, Span(tail[0].start, sentence.span.end), mark)

    def named_in(self, words: Sequence[Token], content: Span, mark: Token) -> Iterator[Said]:
        """Yield a headline's words as those of the source that a few words beside a mark name."""
        nouns = [t for t in words if t.tag.startswith("NN")]
        if not nouns or any(t.is_verb for t in words):
            return
        span = Span(words[0].start, nouns[-1].end)
        hits = [hit for hit in self.speakers.between(span) if not hit.actor.id.startswith("country-")]
        known = next((hit for hit in hits if not hit.actor.generic), None)
        last = nouns[-1].lower
        if known is not None and known.actor.id not in self.outlet_ids and len(known.span) * 2 > len(span):
            speaker = Speaker(known.actor.label, known.actor.kind, span, known.actor.id, words=span.of(self.text))
        elif last in self.book.unnamed or last in self.book.bodies or last in self.book.hearsay:
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


def around(reach: Span, phrase: Span, parse: Parse) -> Iterator[Span]:
    """Yield what lies in a span before and after a phrase in it."""
    yield from stretch(reach.start, trimmed_end(parse, phrase.start))
    start = next(
        (t.start for t in parse.tokens if t.start >= phrase.end and t.text not in (",", ".", "”", '"')), reach.end
    )
    yield from stretch(start, reach.end)


def stance_of(parse: Parse, verb: Token, cue: CueVerb) -> Stance:
    """Return the verb's stance; a negated "confirm" is no confirmation."""
    negated = cue.stance is Stance.CONFIRMED and any(kid.dep == "neg" for kid in parse.kids(verb))
    return Stance.SAID if negated else cue.stance


def is_passive(parse: Parse, verb: Token) -> bool:
    """Say whether a verb stands in the passive."""
    return any(kid.dep == "auxpass" for kid in parse.kids(verb))


def subject_of(parse: Parse, verb: Token, verbs: Container[str]) -> Token | None:
    """Return the head of a verb's source: its subject, the agent of a passive, or the subject it shares."""
    for agent in parse.kids(verb, "agent"):
        return next(iter(parse.kids(agent, "pobj")), None)
    if is_passive(parse, verb):
        return next(iter(parse.kids(verb, "nsubjpass")), None) if verb.lower in ("quoted", "cited") else None
    subject = min(parse.kids(verb, "nsubj"), key=lambda kid: abs(kid.i - verb.i), default=None)
    if subject is not None:
        return parse.head(verb) if subject.lower in RELATIVES and verb.dep == "relcl" else subject
    return shared_subject(parse, verb, verbs)


def shared_subject(parse: Parse, verb: Token, verbs: Container[str]) -> Token | None:
    """Return the subject a verb shares with one above it: "... and said"; "adding that" goes back to who said the rest."""
    if verb.tag == "VBN" or verb.dep not in ("conj", "advcl", "xcomp", "pcomp", "acl", "dep"):
        return None
    first = None
    for head in parse.up(verb):
        if head.is_verb:
            subject = next(iter(parse.kids(head, "nsubj")), None)
            if subject is None:
                if is_passive(parse, head):
                    return first
                continue
            if subject.lower in RELATIVES and head.dep == "relcl":
                subject = parse.head(head)
            if verb.lower not in ADDING or head.lower in verbs:
                return subject
            first = first or subject
        elif verb.dep == "acl" and verb.tag == "VBG" and head.is_noun and first is None:
            if verb.lower not in ADDING:
                return head
            first = head
    return first
