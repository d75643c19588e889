"""Whom a definite description means among those named before it: "the ministry", "the armed group", "the London-based monitor"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.speaker import WORD, Speaker, singular
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.cues import CueBook
from rashomon.model import ActorKind, Span

NEAR_NAME = 40
"""Code points below which a description may stand for someone of its kind who is not called so."""
RECENT = 2
"""How many speakers back a plural pronoun may look for a plural source."""
FARTHER = 5
"""How many it may where only a named person has spoken since."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "same"})
PROPER = re.compile(r"[A-Z]\w+ [A-Z]")
MARKS = frozenset({"NN", "NNS", "JJ", "VBN", "VBG"})
ARMED = (ActorKind.REBEL_GROUP, ActorKind.MILITIA, ActorKind.GANG)


@dataclass(frozen=True, slots=True)
class Described:
    """Finds whom the descriptions of one report mean, given its actors' names and the table of cues."""

    text: str
    actors: Sequence[ActorHit]
    cues: CueBook

    def earlier(self, parse: Parse, head: Token, span: Span, before: Sequence[Speaker]) -> Speaker | None:
        """Return the last speaker that a definite description can mean: same noun, or of the kind it stands for."""
        marks = marks_of(parse, head) if head.lower in self.cues.bodies else ()
        if any(mark in self.cues.arming for mark in marks):
            return self.armed(span, before)
        noun = singular(head.lower)
        if head.lower in self.cues.telling or (head.tag.startswith("NNP") and head.lower in self.cues.bodies):
            known = self.called_so(noun, before) or (
                self.named_so(noun, span) if head.lower in self.cues.telling else None
            )
            if known is not None:
                return known
        for speaker in reversed(before):
            candidate = speaker.body if head.lower in self.cues.bodies and is_person(speaker) else speaker
            if candidate is not None and self.marked(marks, candidate) and self.kindred(head, noun, span, candidate):
                return candidate
        return self.only_firm(span) if noun in self.cues.businesses else None

    def only_firm(self, span: Span) -> Speaker | None:
        """Return the one firm that the report names before "the company", though it has not spoken yet; None among several."""
        named = {" ".join(match.group().split()): match for match in self.cues.firm.finditer(self.text, 0, span.start)}
        if len(named) != 1:
            return None
        (name,) = named
        return Speaker(name, ActorKind.OTHER, span, words=span.of(self.text))

    def pronoun(self, head: Token, before: Sequence[Speaker]) -> Speaker | None:
        """Return whom a pronoun means: the last person for "he", the last body for "it", the last plural source for "they"."""
        if not before:
            return None
        if head.lower in ("he", "she", "him", "her"):
            people = (s for s in reversed(before) if s.kind in (ActorKind.PERSON, ActorKind.UNNAMED) and self.is_one(s))
            return next(people, before[-1])
        if head.lower == "it":
            last = before[-1]
            return last.body or last if last.kind is ActorKind.PERSON else last
        if head.lower in ("they", "them"):
            return self.several(before)
        return before[-1]

    def several(self, before: Sequence[Speaker]) -> Speaker:
        """Return whom "they" means: a plural source of late, or behind a person who speaks for nobody the last body before."""
        several = (s for s in reversed(before[-RECENT:]) if s.kind is ActorKind.UNNAMED and s.name.endswith("s"))
        last = next(several, before[-1])
        if last.kind is not ActorKind.PERSON or last.organisation is not None:
            return last
        bodies = (speaker for speaker in reversed(before[-FARTHER:]) if is_plural(speaker))
        return next(bodies, last)

    def is_one(self, speaker: Speaker) -> bool:
        """Say whether "he" may mean a speaker: one person, and no body that has no name ("the newspaper")."""
        last = speaker.name.lower().split(" ")[-1]
        return speaker.kind is ActorKind.PERSON or last not in self.cues.bodies

    def armed(self, span: Span, before: Sequence[Speaker]) -> Speaker | None:
        """Return the armed group that spoke last, or that was named last before "the armed group"."""
        spoke = next((speaker for speaker in reversed(before) if speaker.kind in ARMED), None)
        if spoke is not None:
            return spoke
        hits = (hit for hit in reversed(self.actors) if hit.span.start < span.start and not hit.actor.generic)
        hit = next((hit for hit in hits if hit.actor.kind in ARMED), None)
        return self.speaker(hit, span) if hit is not None else None

    def called_so(self, noun: str, before: Sequence[Speaker]) -> Speaker | None:
        """Return the last speaker, or the body spoken for, whose name holds a noun."""
        for speaker in reversed(before):
            for candidate in (speaker, speaker.body):
                if (
                    candidate is not None
                    and not is_two(candidate)
                    and noun in map(singular, WORD.findall(candidate.name.lower()))
                ):
                    return candidate
        return None

    def named_so(self, noun: str, span: Span) -> Speaker | None:
        """Return the actor that the report names with a noun in its name, the last one before a place or the next after it."""
        hits = [hit for hit in self.actors if not hit.actor.generic and noun in WORD.findall(hit.actor.label.lower())]
        hit = next((hit for hit in reversed(hits) if hit.span.start < span.start), hits[0] if hits else None)
        return self.speaker(hit, span) if hit else None

    def speaker(self, hit: ActorHit, span: Span) -> Speaker:
        """Return an actor that a description means as the speaker of its words."""
        return Speaker(hit.actor.label, hit.actor.kind, span, hit.actor.id, words=span.of(self.text))

    def marked(self, marks: Sequence[str], candidate: Speaker) -> bool:
        """Say whether the words before a body's noun fit a speaker: "the prison service" is not the Interior Ministry."""
        return all(mark in self.cues.unmarking or singular(mark) in candidate.nouns for mark in marks)

    def kindred(self, head: Token, noun: str, span: Span, candidate: Speaker) -> bool:
        """Say whether a noun is one of a speaker's own words, or stands for the speaker's kind."""
        if is_two(candidate) and head.tag == "NN":
            return False
        if candidate.kind in ARMED and head.lower in self.cues.of_a_kind and noun not in candidate.name.lower():
            return False
        if noun in candidate.nouns or (noun in self.cues.businesses and self.is_firm(candidate)):
            return True
        general = head.lower in self.cues.bodies and head.lower not in self.cues.of_a_kind
        proper = general and candidate.kind is ActorKind.OTHER and bool(PROPER.match(candidate.name))
        of_kind = candidate.kind in self.cues.anaphora.get(head.lower, ()) or proper
        return of_kind and not is_named_post(span.of(self.text)) and len(span) < NEAR_NAME

    def is_firm(self, candidate: Speaker) -> bool:
        """Say whether a speaker is a business by its name or by what it was called: "the operator Corran Coal"."""
        called = not self.cues.businesses.isdisjoint(candidate.nouns) or self.cues.firm.search(candidate.name)
        return candidate.kind is ActorKind.OTHER and candidate.name[:1].isupper() and bool(called)


def marks_of(parse: Parse, head: Token) -> tuple[str, ...]:
    """Return the small words right before a noun that tell which one it is: "the |prison| service"."""
    before = reversed(parse.tokens[: head.i])
    marks = takewhile(lambda token: token.tag in MARKS and token.text[:1].islower(), before)
    return tuple(token.lower for token in marks)


def is_plural(speaker: Speaker) -> bool:
    """Say whether a source is several people, or a body: "police", "officials", "the Harbour Watch"."""
    if speaker.kind is ActorKind.UNNAMED:
        return speaker.name.endswith("s")
    return speaker.kind is not ActorKind.PERSON and speaker.kind is not ActorKind.DOCUMENT


def is_two(speaker: Speaker) -> bool:
    """Say whether two are named together without their names ("a hospital and a rescue group"), of whom a noun means but one."""
    return " and " in speaker.name and speaker.name[:1].islower()


def is_person(speaker: Speaker) -> bool:
    """Say whether a speaker is a named person, who answers to no noun of bodies."""
    return speaker.kind is ActorKind.PERSON


def is_named_post(words: str) -> bool:
    """Say whether words name a post by its place or body, so that it need not be whoever spoke last: "the Alder County Coroner"."""
    return sum(word[:1].isupper() for word in words.split() if word.lower() not in DEFINITE) > 1
