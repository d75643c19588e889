"""A parsed sentence with the actors named in it: of which class its words are, and of which side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.extract.acts.partywords import SIDES, SUBJECTS
from rashomon.extract.cast.find import NOBODY, Cast
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.actframes import Frame
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.families import Families
from rashomon.model import FORCE_KINDS, ActorKind, Span

DATELINE = frozenset({"(", "-", "–", "—", "--"})
"""What stands behind the town of a dateline."""


@dataclass(frozen=True)
class Ground:
    """One parsed sentence with the actors' names in it, and the nouns that name places and arms."""

    text: str
    parse: Parse
    actors: Sequence[ActorHit]
    places: Sequence[Span]
    nouns: Mapping[str, frozenset[str]]
    kinds: Families
    earlier: Sequence[ActorHit] = ()
    frames: Mapping[str, tuple[Frame, ...]] = field(default_factory=dict)
    means: Mapping[str, frozenset[str]] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    """What countries are called, by code and by each of their words ("russian")."""

    cast: Cast = NOBODY
    """The people whom the report names."""

    seats: Mapping[str, str] = field(default_factory=dict)
    """What countries are called, by their capital: "Moscow began an air campaign"."""

    def actor_at(self, token: Token) -> ActorHit | None:
        """Return the actor whose name covers a word."""
        start = token.start
        for hit in self.actors:
            if hit.span.start <= start < hit.span.end:
                return hit
        return None

    def is_party_of(self, token: Token, name: str) -> bool:
        """Say whether a party, or what it is a part or number of, is of a class: "dozens of protesters", "an army base"."""
        if name in SIDES:
            return self.side(token) == name
        if is_word_of(token.lower, self.nouns[name]) or (name == "armed" and self.is_armed(token)):
            return True
        beside = self.parse.kids(token, "conj", "compound", "nmod", "amod") if name in ("armed", "protesters") else ()
        return any(is_word_of(kid.lower, self.nouns[name]) for kid in (*self.parse.of(token), *beside))

    def may_act(self, token: Token) -> bool:
        """Say whether a word before a noun names who did it: an actor, or a side's adjective ("rebel shelling")."""
        return (
            (self.actor_at(token) is not None and not self.is_against(token))
            or self.state(token) is not None
            or self.leader_of(token) is not None
            or (token.dep != "amod" and token.lower in self.nouns["sides"])
        )

    def is_against(self, token: Token) -> bool:
        """Say whether a word before a noun names whom it is against: "anti-|government| protests"."""
        return token.i > 1 and self.parse.tokens[token.i - 2].lower == "anti"

    def is_armed(self, token: Token) -> bool:
        """Say whether a name is that of a force or armed group."""
        hit = self.actor_at(token)
        return hit is not None and hit.actor.kind in FORCE_KINDS

    def side(self, token: Token) -> str | None:
        """Return whether a party is the state's or not, by its actor's kind, its noun, and the words before that."""
        token = self.above(token) if token.tag == "PRP" else token
        kids = self.parse.kids(token, "compound", "nmod", "amod", "poss", "conj")
        for word in (token, *reversed(kids)):
            hit = self.actor_at(word)
            for name, kinds in SIDES.items():
                if word.lower in self.nouns[name] or (hit is not None and hit.actor.kind in kinds):
                    return name
        return None

    def is_of_class(self, token: Token, name: str) -> bool:
        """Say whether a noun, or what it is a number or kind of, is a place, people or arms."""
        if is_word_of(token.lower, self.nouns[name]):
            return True
        if name == "place":
            words = (token, *self.parse.of(token))
            if any(span.start <= word.start < span.end for word in words for span in self.places):
                return True
            return any(word.lower in self.nouns[name] for word in words[1:])
        if name == "people":
            return self.actor_at(token) is not None or self.is_counted(token) or self.person(token) is not None
        return self.is_party_of(token, name)

    def person(self, token: Token) -> str | None:
        """Return the person whose name a word is part of, if the report's cast holds one."""
        named = self.cast.at(Span(token.start, token.end)) if token.tag == "NNP" else None
        return named.actor.label if named is not None and named.actor.kind is ActorKind.PERSON else None

    def is_counted(self, token: Token) -> bool:
        """Say whether a number stands for people: "executed the 14"."""
        return token.tag == "CD" and any(kid.lower in ("the", "all") for kid in self.parse.kids(token, "det", "predet"))

    def counted(self, token: Token) -> Token | None:
        """Return of whom a number is: "four of the fighters"."""
        return next(iter(self.parse.of(token)), None)

    def acts_as_state(self, token: Token) -> bool:
        """Say whether a capital's name stands for its government: does or is accused of something, and is no dateline's town."""
        if token.lower not in self.seats or token.tag != "NNP" or token.text.isupper():
            return False
        verb = self.parse.head(token)
        blamed = token.dep == "dobj" and verb is not None and verb.lower in self.nouns["blaming"]
        after = self.parse.tokens[token.i + 1].text if token.i + 1 < len(self.parse.tokens) else ""
        return (token.dep == "nsubj" or blamed) and after not in DATELINE

    def leader_of(self, token: Token) -> Token | None:
        """Return who leads those that "led" before a noun stands for: "|US|-led air strikes"."""
        return self.parse.kid(token, "npadvmod") if token.lower == "led" else None

    def apposed(self, token: Token) -> str | None:
        """Return the person whose name stands behind one's title: "the president, |Ada Bell|,"."""
        if token.tag not in ("NN", "NNP"):
            return None
        found = (self.person(kid) for kid in self.parse.kids(token, "appos"))
        return next((name for name in found if name is not None), None)

    def state(self, token: Token) -> str | None:
        """Return the country whose adjective a word is, or bears: "Russian", "the Turkish state"."""
        if token.text[:1].isupper():
            return self.states.get(token.lower)
        if token.lower not in self.nouns["bearers"]:
            return None
        kids = self.parse.kids(token, "amod", "compound", "nmod", "poss")
        return next((self.states[k.lower] for k in kids if k.text[:1].isupper() and k.lower in self.states), None)

    def subjects_of(self, verb: Token) -> list[Token]:
        """Return a verb's subjects, or the noun that its clause is about: "the man killed after |he| drew a knife"."""
        found = self.parse.kids(verb, *SUBJECTS) if verb.is_verb else []
        about = self.parse.head(verb) if verb.is_verb and not found and verb.dep in ("acl", "relcl") else None
        return [about] if about is not None else found

    def is_one(self, token: Token) -> bool:
        """Say whether a subject may be one person: "the driver", "Idris", and not "police", "the brigade"."""
        return token.tag in ("NN", "NNP") and not self.is_armed(token) and token.lower not in self.nouns["armed"]

    def above(self, token: Token) -> Token:
        """Return the subject of a clause above that a pronoun goes back to, or the pronoun."""
        verb = self.parse.head(token)
        for head in self.parse.up(verb) if verb is not None else ():
            found = next((k for k in self.parse.kids(head, *SUBJECTS) if k.tag.startswith("NN")), None)
            if found is not None:
                return found
        return token

    def is_subject(self, hit: ActorHit) -> bool:
        """Say whether an actor's name is, or stands before, the subject of a verb."""
        tokens = [t for t in self.parse.tokens if hit.span.start <= t.start < hit.span.end]
        return any(t.dep in SUBJECTS or self.parse.tokens[t.head].dep in SUBJECTS for t in tokens)


def is_word_of(word: str, nouns: frozenset[str]) -> bool:
    """Say whether a noun or its singular is in a set."""
    return word in nouns or (word.endswith("s") and word[:-1] in nouns)
