"""Settle who the names of a report are: full names first, then surnames, acronyms and other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rashomon.extract.cast.capitals import ARTICLE, Capitals, is_capitals
from rashomon.extract.cast.names import Name, Shape
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.names import NameBook
from rashomon.model import CAST_ID, Actor, ActorKind, Span

BEFORE_NAME = re.compile(rf"{ARTICLE}(?=\w)")
SUFFIXES = frozenset({"al", "el", "jr", "sr", "ii", "iii", "iv"})
BRACKET = re.compile(r"(?:['’]s)? ?\((?:the |or |also |hereafter )?[\"“'‘]?([A-Z][\w.&/-]{1,11})[\"”'’]?[);,]")
GLOSS = re.compile(r"(?: ?\([^()]{0,120}\))?")
"""What may stand between a name and "also known as": its spelling in another script."""
MEANING = re.compile(r" ?\([^()\"“]{0,120}[\"“]{1,2}(?:the |The )?")
"""What stands between a name in another language and its meaning: "Harakat Nur ("Movement of Light")"."""
SLUG = re.compile(r"[\W_]+")
NAMESAKES = 20
"""How many people of one surname are told apart."""
MOST_OFFICE_WORDS = 60


@dataclass
class Member:
    """One person of the cast: the words of the name, those of the offices held, and where the person was last named."""

    actor: Actor
    words: tuple[str, ...]
    offices: set[str] = field(default_factory=set)

    def hold(self, words: Iterable[str]) -> None:
        """Note the words of an office, of no more offices than a person has."""
        if len(self.offices) < MOST_OFFICE_WORDS:
            self.offices.update(words)


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name an actor; ``office``: they are no name, but tell what the actor is ("the minister")."""

    span: Span
    actor: Actor
    office: bool = False

    def is_titled_by(self, word: str) -> bool:
        """Say whether a word is a title before a person's name here: "Gen" of "Gen. Omar Idris"."""
        return (
            self.actor.kind is ActorKind.PERSON and not self.office and word.strip(".") not in self.actor.label.split()
        )

    def is_short(self, word: str) -> bool:
        """Say whether a word is the acronym of a body whose name it is not: "WRF" for "World Relief Fund"."""
        return self.actor.kind is not ActorKind.PERSON and is_capitals(word) and word not in self.actor.label


class Casting:
    """The names of one report that are settled, and the people and bodies known so far."""

    def __init__(self, capitals: Capitals, book: NameBook) -> None:
        self.text, self.low, self.book = capitals.text, capitals.low, book
        self.named: dict[Span, Named] = {}
        self.bearers: dict[Span, Member] = {}
        self.people: dict[str, list[Member]] = {}
        self.bodies: dict[str, Actor] = {}
        self.short: dict[str, Actor] = {}
        self.same: dict[str, Actor] = {}
        self._cut: dict[tuple[int, int], tuple[str, ...]] = {}

    def settle(self, names: Sequence[Name], actors: Sequence[ActorHit]) -> None:
        """Settle all names as far as they tell it themselves; ``actors`` are the known ones, whose acronyms may stand in brackets."""
        for name in names:
            if name.shape is Shape.PERSON and " " in name.span.of(self.text):
                self.enrol(name.span)
        alone = {self.words(n.span)[-1:] for n in names if n.shape in (Shape.PERSON, Shape.SINGLE)}
        for name in names:
            if name.shape is Shape.GUESS and self.words(name.span)[-1:] in alone:
                self.enrol(name.span)
        for name in names:
            self.settle_one(name)
        self.abbreviate(actors)
        for name in names:
            if name.shape is Shape.ACRONYM:
                self.add(
                    name.span, self.short.get(name.span.of(self.text)) or self.shouted(name) or self.body(name.span)
                )
        self.rename(names, actors)

    def settle_one(self, name: Name) -> None:
        """Settle one name by its own words."""
        if name.shape is Shape.BODY:
            self.add(name.span, self.body(name.span))
        elif name.shape is Shape.PERSON:
            member = self.enrol(name.span)
            if member is not None:
                self.entitle(name, member)
        elif name.shape is not Shape.ACRONYM:
            member = self.known_as(name.span)
            if member is not None:
                self.bear(name.span, member)
            elif name.shape is Shape.GUESS:
                self.add(name.span, self.body(name.span))

    def entitle(self, name: Name, member: Member) -> None:
        """Note a person's name, with its titles where it has any; a bare surname is not noted beside "Gen. Idris"."""
        self.bear(name.span, member, silent=name.whole != name.span and " " not in name.span.of(self.text))
        if name.whole != name.span:
            self.add(name.whole, member.actor)
            member.hold(word.strip(".,") for word in self.low[name.whole.start : name.span.start].split())

    def words(self, span: Span) -> tuple[str, ...]:
        """Return the words of a name that tell it from others: folded, without initials and the Arabic article."""
        found = self._cut.get((span.start, span.end))
        if found is None:
            words = [BEFORE_NAME.sub("", word, 1).strip(".,'’“”\"") for word in self.low[span.start : span.end].split()]
            found = tuple([word for word in words if len(word) > 1 and word not in SUFFIXES])
            self._cut[span.start, span.end] = found
        return found

    def enrol(self, span: Span) -> Member | None:
        """Return the person of a name, a new one where no earlier name fits."""
        words = self.words(span)
        if not words:
            return None
        namesakes = self.people.setdefault(words[-1], [])
        for member in namesakes[-NAMESAKES:]:
            if set(words) <= set(member.words) or set(member.words) <= set(words):
                member.words = max(words, member.words, key=len)
                return member
        label = " ".join(span.of(self.text).split())
        member = Member(stranger(label, ActorKind.PERSON), words)
        namesakes.append(member)
        return member

    def known_as(self, span: Span) -> Member | None:
        """Return whose surname or full name some words are."""
        words = self.words(span)
        namesakes = self.people.get(words[-1], ()) if words else ()
        return next((m for m in reversed(namesakes[-NAMESAKES:]) if set(words) <= set(m.words)), None)

    def add(self, span: Span, actor: Actor, *, office: bool = False) -> None:
        """Note a name that is not settled yet."""
        self.named.setdefault(span, Named(span, actor, office))

    def bear(self, span: Span, member: Member, *, silent: bool = False) -> None:
        """Note that words are a person's name, ``silent`` where a longer name around them is noted."""
        if not silent:
            self.named[span] = Named(span, member.actor)
        self.bearers[span] = member

    def body(self, span: Span) -> Actor:
        """Return the body of a name; the same words are the same body."""
        label = " ".join(span.of(self.text).split())
        key = fold_key(self.low[span.start : span.end])
        return self.bodies.setdefault(key, stranger(label, ActorKind.OTHER))

    def shouted(self, name: Name) -> Actor | None:
        """Return the person whose surname is printed in capitals: "FORD: We have no figures"."""
        member = self.known_as(name.span)
        return member.actor if member is not None else None

    def abbreviate(self, actors: Iterable[ActorHit]) -> None:
        """Take in the acronyms in brackets: "World Relief Fund (WRF)"."""
        own = [(named.span, named.actor) for named in self.named.values() if named.actor.kind is not ActorKind.PERSON]
        for span, actor in [*((hit.span, hit.actor) for hit in actors), *own]:
            found = BRACKET.match(self.text, span.end)
            if found is not None and abbreviates(found.group(1), span.of(self.text)):
                self.short.setdefault(found.group(1), actor)

    def rename(self, names: Iterable[Name], actors: Iterable[ActorHit]) -> None:
        """Take in other names: "Abu Harun, also known as Yusuf Tahan", and what a name means, in brackets."""
        starts = {name.whole.start: name for name in names}
        own = [(named.span, named.actor) for named in self.named.values()]
        for span, actor in [*((hit.span, hit.actor) for hit in actors), *own]:
            other = starts.get(self.other_name(span.end))
            if other is not None:
                self.make_one(actor, other)

    def make_one(self, actor: Actor, other: Name) -> None:
        """Make a name's actor the one that was named before it, wherever either is named; a person stays a person."""
        later = self.bearers.get(other.span)
        actor = self.same.get(actor.id, actor)
        if later is not None and later.actor.id != actor.id:
            if actor.id.startswith(CAST_ID):
                actor = replace(actor, kind=ActorKind.PERSON)
                self.same[actor.id] = actor
            self.same[later.actor.id] = actor
        self.named[other.whole] = Named(other.whole, actor)

    def final(self, named: Named) -> Named:
        """Return a name with the actor that it turned out to be."""
        seen = {named.actor.id}
        while (meant := self.same.get(named.actor.id)) is not None and meant != named.actor:
            named = replace(named, actor=meant)
            if meant.id in seen:
                break
            seen.add(meant.id)
        return named

    def other_name(self, end: int) -> int:
        """Return where another name begins that is given right behind a name, -1 where none is."""
        gloss = GLOSS.match(self.text, end)
        cue = self.book.also_called.match(self.text, gloss.end() if gloss else end) or MEANING.match(self.text, end)
        return cue.end() if cue else -1


def stranger(label: str, kind: ActorKind) -> Actor:
    """Return an actor that no table has; its id is made of its name: "Lena Ford" -> "cast-lena-ford"."""
    return Actor(CAST_ID + SLUG.sub("-", label.lower()).strip("-"), label, kind)


def fold_key(low: str) -> str:
    """Return what a body is known by: its folded words with single blanks, without a possessive ending."""
    return " ".join(low.split()).removesuffix("'s")


def abbreviates(short: str, long: str) -> bool:
    """Say whether an acronym may stand for a name: its letters in order, from the first letter of one of the words.

    >>> abbreviates("WRF", "World Relief Fund"), abbreviates("NAVHQ", "Naval Headquarters"), abbreviates("XYZ", "World Fund")
    (True, True, False)
    """
    letters = [letter for letter in short.lower() if letter.isalnum()]
    words = re.split(r"[\s\-‑]+", long.lower())
    return any(
        bool(letters) and word.startswith(letters[0]) and in_order(letters, "".join(words[first:]))
        for first, word in enumerate(words)
    )


def in_order(letters: Sequence[str], word: str) -> bool:
    """Say whether letters occur in a word in this order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)
