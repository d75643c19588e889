"""Find who says what: sources, cues and contents, carried over from sentence to sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.extract.sentences import Sentence
from rashomon.extract.speakers import Speaker, Speakers
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.cues import CueBook
from rashomon.lexicon.match import fold
from rashomon.model import OUTLET, UNATTRIBUTED, ActorKind, Attribution, Link, Span, Stance, Voice

NOT_REPORTED = frozenset({"responsibility", "life", "lives", "victory", "credit", "asylum", "casualties", "prize"})
QUOTED = re.compile(r"[“\"]([^“”\"]{2,2000})[”\"]?")


@dataclass(frozen=True, slots=True)
class Said:
    """One hand-over of words: the speaker (None: nobody in particular), the cue, its stance, and the words handed over.

    ``depth`` orders speakers of the same words from the outlet inward.
    """

    speaker: Speaker | None
    cue: Span
    stance: Stance
    contents: tuple[Span, ...]
    depth: int = 0
    via: Speaker | None = None
    source: Span | None = None


@dataclass
class Voices:
    """All that is said in a report; asks for the attribution of any span."""

    outlet_ids: frozenset[str] = frozenset()
    said: list[Said] = field(default_factory=list)
    credits: list[tuple[Span, Speaker]] = field(default_factory=list)
    doubtful: list[Span] = field(default_factory=list)

    def attribution(self, anchor: Span, *, statement: bool = False) -> Attribution:
        """Return on whose word the anchor words rest: chain from the outlet inward, the root last.

        A ``statement`` ("X demanded ...") is its speaker's own, so its anchor is the cue itself.
        """
        over = [s for s in self.said if any(c.covers(anchor) for c in s.contents) and not s.cue.overlaps(anchor)]
        if statement:
            over += [s for s in self.said if s.cue.overlaps(anchor) and s.speaker is not None]
        over.sort(key=lambda s: (-max((len(c) for c in s.contents if c.covers(anchor)), default=0), s.depth, s.cue.start))
        links: list[Link] = []
        nobody = False
        for item in over:
            if item.speaker is None:
                nobody = True
                continue
            if item.speaker.actor_id in self.outlet_ids and item.speaker.actor_id:
                continue
            nobody = False
            links += [link for link in links_of(item) if not any(link.name == known.name for known in links)]
        credit = next((speaker for span, speaker in self.credits if span.covers(anchor)), None)
        if credit is not None and not any(link.name == credit.name for link in links):
            links.insert(0, Link(credit.name, credit.kind, None, Stance.SAID, credit.span, credit.actor_id))
        doubtful = any(span.covers(anchor) for span in self.doubtful)
        if nobody and not links:
            return Attribution(UNATTRIBUTED, Voice.UNATTRIBUTED, (), doubtful)
        if not links:
            return Attribution(OUTLET, Voice.OWN, (), doubtful)
        return Attribution(links[-1].name, Voice.REPORTED, tuple(links))


def links_of(said: Said) -> Iterator[Link]:
    """Yield the chain of one hand-over: the agency it was told to, the organisation, the person."""
    speaker = said.speaker
    if said.via is not None:
        yield Link(said.via.name, said.via.kind, None, Stance.SAID, said.via.span, said.via.actor_id)
    if speaker is None:
        return
    if speaker.organisation and speaker.organisation_kind is not None and speaker.organisation != speaker.name:
        yield Link(speaker.organisation, speaker.organisation_kind, None, Stance.SAID, speaker.span, speaker.organisation_id)
    yield Link(speaker.name, speaker.kind, None, said.stance, speaker.span, speaker.actor_id)


@dataclass
class Listener:
    """Walks through a report's sentences in order and collects what is said."""

    text: str
    speakers: Speakers
    book: CueBook
    before: list[Speaker] = field(default_factory=list)
    voices: Voices = field(default_factory=Voices)
    in_quotation: bool = False
    last_paragraph: int = -1

    def hear(self, sentence: Sentence, parse: Parse | None) -> None:
        """Take in one sentence; ``parse`` is None where the prefilter saw no cue in it."""
        named = False
        earlier = list(self.before)
        for item in self.find(sentence, parse) if parse is not None else ():
            self.voices.said.append(item)
            if item.speaker is not None:
                named = True
                self.before.append(item.speaker)
        if not named and earlier:
            self.carry(sentence)
        self.in_quotation = self.still_open(sentence)
        self.last_paragraph = sentence.paragraph

    def carry(self, sentence: Sentence) -> None:
        """Give the last speaker a sentence that is all quotation; mark one that may still be the speaker's."""
        words = sentence.span.of(self.text)
        speaker = self.before[-1]
        opened = words[:1] in "“\"" and (words.rstrip(".,")[-1:] in "”\"" or not re.search(r"[”\"]", words[1:]))
        if opened or self.in_quotation:
            self.voices.said.append(Said(speaker, Span(sentence.span.start, sentence.span.start), Stance.SAID, (sentence.span,)))
        elif sentence.paragraph == self.last_paragraph:
            self.voices.doubtful.append(sentence.span)

    def still_open(self, sentence: Sentence) -> bool:
        """Say whether a quotation is still open after the sentence."""
        words = sentence.span.of(self.text)
        opened, closed = words.rfind("“"), words.rfind("”")
        if opened < 0 and closed < 0:
            return self.in_quotation
        return opened > closed

    def find(self, sentence: Sentence, parse: Parse) -> Iterator[Said]:
        """Yield what is said in a sentence."""
        yield from self.by_nobody(sentence, parse)
        yield from self.by_preposition(sentence, parse)
        for token in parse.tokens:
            if token.lower in self.book.stances and token.is_verb and token.dep not in ("aux", "auxpass", "amod", "compound"):
                yield from self.by_verb(sentence, parse, token)

    def by_nobody(self, sentence: Sentence, parse: Parse) -> Iterator[Said]:
        """"reportedly", "it is believed": the clause around is nobody's word."""
        folded = fold(sentence.span.of(self.text))
        for at in self.book.unattributed.finditer(folded):
            cue = Span(sentence.span.start + at.start(), sentence.span.start + at.end())
            tokens = parse.at(cue)
            if tokens and not self.has_agent(parse, tokens[-1]):
                yield Said(None, Span(cue.start, cue.start), Stance.REPORTEDLY, (clause_span(parse, tokens[0]),), depth=0)

    def has_agent(self, parse: Parse, token: Token) -> bool:
        """Say whether "was reported by X" names who."""
        return bool(parse.kids(token, "agent"))

    def by_preposition(self, sentence: Sentence, parse: Parse) -> Iterator[Said]:
        """"according to X", "citing X", "quoting X"."""
        for token in parse.tokens:
            if token.lower == "according" and token.i + 2 < len(parse.tokens) and parse.tokens[token.i + 1].lower == "to":
                heads = [k for k in parse.kids(parse.tokens[token.i + 1], "pobj")] or [k for k in parse.kids(token, "pobj")]
                yield from self.handed(sentence, parse, token, heads, 1)
            elif token.lower in ("citing", "quoting") and token.dep in ("advcl", "prep", "acl", "xcomp", "conj", "pcomp", "ROOT"):
                yield from self.handed(sentence, parse, token, parse.kids(token, "dobj", "pobj"), 2)

    def handed(self, sentence: Sentence, parse: Parse, token: Token, heads: Sequence[Token], depth: int) -> Iterator[Said]:
        """Yield a hand-over of the whole sentence by a preposition, unless it names no speaker."""
        if not heads or heads[0].lower in ("reports", "report", "rumours", "rumors") and not parse.kids(heads[0], "prep", "poss", "compound"):
            return
        speaker = self.speakers.resolve(parse, heads[0], self.before)
        if speaker is not None:
            yield Said(speaker, Span(token.start, heads[0].end), Stance.SAID, (self.reach(sentence, parse, token),), depth, source=speaker.span)

    def reach(self, sentence: Sentence, parse: Parse, token: Token) -> Span:
        """Return how far a preposition's words reach: its clause inside another's words, else the sentence."""
        for head in parse.up(token):
            if head.is_verb and head.dep in ("ccomp", "conj") and head.lower not in self.book.stances:
                span = tree_span(parse, head)
                if head.dep == "conj" or token.start > span.start:
                    return span if span.covers(Span(token.start, token.end)) and head.dep == "ccomp" else sentence.span
        return sentence.span

    def by_verb(self, sentence: Sentence, parse: Parse, verb: Token) -> Iterator[Said]:
        """"X said that ...", "..., said X", "X documented 12 deaths", "X was quoted as saying"."""
        subject = subject_of(parse, verb)
        contents = tuple(self.contents(sentence, parse, verb, subject))
        if subject is None or not contents:
            return
        stance = self.stance(parse, verb)
        speaker = self.speakers.resolve(parse, subject, self.before)
        if speaker is None:
            return
        via = self.told_to(parse, verb)
        cue = Span(verb.start, verb.end)
        if verb.lower in self.book.handover:
            inner = next(iter(parse.kids(verb, "dobj")), None)
            quoted = self.speakers.resolve(parse, inner, self.before) if inner is not None and inner.i > verb.i else None
            if quoted is not None:
                yield Said(speaker, cue, Stance.SAID, contents, 0, source=speaker.span)
                yield Said(quoted, cue, stance, contents, 1, source=quoted.span)
                return
        yield Said(speaker, cue, stance, contents, 0, via, speaker.span)

    def stance(self, parse: Parse, verb: Token) -> Stance:
        """Return the verb's stance; a negated "confirm" is no confirmation."""
        stance = self.book.stances[verb.lower]
        negated = any(kid.dep == "neg" for kid in parse.kids(verb))
        return Stance.SAID if negated and stance is Stance.CONFIRMED else stance

    def told_to(self, parse: Parse, verb: Token) -> Speaker | None:
        """Return the agency or outlet that was told."""
        if verb.lower not in ("told", "tells", "telling", "tell"):
            return None
        for kid in parse.kids(verb, "dobj", "dative"):
            hit = self.speakers.actor_at(Span(kid.start, kid.end))
            if hit is not None and hit.actor.kind in (ActorKind.AGENCY, ActorKind.OUTLET) and hit.actor.id not in self.voices.outlet_ids:
                return Speaker(hit.actor.label, hit.actor.kind, hit.span, hit.actor.id)
        return None

    def contents(self, sentence: Sentence, parse: Parse, verb: Token, subject: Token | None) -> Iterator[Span]:
        """Yield the spans a reporting verb hands over."""
        found = False
        for kid in parse.kids(verb, "ccomp", "xcomp", "parataxis"):
            if kid.dep == "xcomp" and verb.lower in ("said",) and kid.tag != "VB":
                continue
            found = True
            yield self.widened(parse, kid)
        for prep in parse.kids(verb, "prep"):
            if prep.lower == "as":
                for kid in parse.kids(prep, "pcomp"):
                    if kid.lower == "saying":
                        for inner in parse.kids(kid, "ccomp"):
                            found = True
                            yield tree_span(parse, inner)
        if verb.lower in self.book.object_content or verb.lower in ("put", "puts", "putting"):
            for kid in parse.kids(verb, "dobj"):
                if kid.lower not in NOT_REPORTED and kid.tag not in ("PRP",):
                    found = True
                    start = tree_span(parse, kid).start
                    yield Span(start, max(tree_span(parse, kid).end if self.clause_end(parse, verb) <= start else 0, self.clause_end(parse, verb)))
        quotes = list(self.quotations(sentence, parse, verb))
        yield from quotes
        if not found and not quotes and subject is not None and self.at_end(sentence, parse, verb, subject):
            yield Span(sentence.span.start, min(verb.start, tree_span(parse, subject).start))

    def widened(self, parse: Parse, clause: Token) -> Span:
        """Return a content clause's span."""
        return tree_span(parse, clause)

    def clause_end(self, parse: Parse, verb: Token) -> int:
        """Return where the verb's own clause ends, before a clause that is added to it."""
        later = [kid.start for kid in parse.kids(verb, "conj", "cc", "advcl") if kid.i > verb.i and kid.dep != "advcl"]
        return min([*later, max(t.end for t in parse.subtree(verb))])

    def quotations(self, sentence: Sentence, parse: Parse, verb: Token) -> Iterator[Span]:
        """Yield the quotations that stand next to a verb of saying."""
        if self.book.stances[verb.lower] is not Stance.SAID or verb.lower not in DIRECT:
            return
        for match in QUOTED.finditer(self.text, sentence.span.start, sentence.span.end):
            if match.end() - match.start() > 25:
                yield Span(match.start(), match.end())

    def at_end(self, sentence: Sentence, parse: Parse, verb: Token, subject: Token) -> bool:
        """Say whether "X said" closes the sentence."""
        return max(verb.end, tree_span(parse, subject).end) >= sentence.span.end - 25 and verb.dep in ("ROOT", "parataxis") and verb.i > 3


DIRECT = frozenset("said says say told tells added adds wrote writes tweeted tweets posted stated states declared announced reported explained noted saying adding telling continued recalled insisted warned asked read reads quoted".split())


def subject_of(parse: Parse, verb: Token) -> Token | None:
    """Return the head of a verb's source: its subject, the agent of a passive, or the subject it shares."""
    passive = any(kid.dep == "auxpass" for kid in parse.kids(verb))
    for agent in parse.kids(verb, "agent"):
        return next(iter(parse.kids(agent, "pobj")), None)
    if passive and verb.lower in ("quoted", "cited"):
        return next(iter(parse.kids(verb, "nsubjpass")), None)
    if passive:
        return None
    subject = min(parse.kids(verb, "nsubj"), key=lambda kid: abs(kid.i - verb.i), default=None)
    if subject is not None:
        if subject.lower in ("who", "which", "that") and verb.dep == "relcl":
            return parse.head(verb)
        return subject
    if verb.dep in ("conj", "advcl", "xcomp", "pcomp", "acl", "dep"):
        for head in parse.up(verb):
            if head.is_verb:
                shared = next(iter(parse.kids(head, "nsubj")), None)
                if shared is not None:
                    return shared if verb.dep in ("conj", "xcomp") or verb.tag == "VBG" or verb.dep == "advcl" else None
            elif verb.dep == "acl" and verb.tag == "VBG" and head.is_noun:
                return head
    return None


def tree_span(parse: Parse, token: Token) -> Span:
    """Return the span of a word and all below it."""
    tokens = parse.subtree(token)
    return Span(min(t.start for t in tokens), max(t.end for t in tokens))


def clause_span(parse: Parse, token: Token) -> Span:
    """Return the span of the clause a word stands in, without clauses that are added to it."""
    head = token
    while not head.is_verb and head.head != head.i:
        head = parse.tokens[head.head]
    while head.dep in ("aux", "auxpass") and head.head != head.i:
        head = parse.tokens[head.head]
    tokens = parse.subtree(head, without=frozenset({"conj", "advcl", "parataxis", "punct"})) if head.dep != "xcomp" else parse.subtree(parse.tokens[head.head])
    return Span(min(t.start for t in tokens), max(t.end for t in tokens))
