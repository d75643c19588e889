"""Name the parties of an act: canonical labels, and what pronouns and "the group" go back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rashomon.extract.acts.partywords import (
    ABLE,
    BARE,
    BOMBERS,
    FLYING,
    MEN_ONLY,
    NAME_CALLING,
    NATIONAL,
    ONE_PERSON,
    POINTING,
    PRONOUNS,
    RELATING,
    SIDES,
    STATES,
    SUBJECTS,
)
from rashomon.extract.cast.find import NOBODY, Cast
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.actframes import Frame
from rashomon.lexicon.actors import ActorHit
from rashomon.model import FORCE_KINDS, ActorKind, Span

DATELINE = frozenset({"(", "-", "–", "—", "--"})
"""What stands behind the town of a dateline."""


@dataclass(frozen=True)
class Stage:
    """One parsed sentence with the actors' names in it, and the nouns that name places and arms."""

    text: str
    parse: Parse
    actors: Sequence[ActorHit]
    places: Sequence[Span]
    nouns: Mapping[str, frozenset[str]]
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

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The sentence's words in lower case."""
        return frozenset(token.lower for token in self.parse.tokens)

    def is_party_of(self, token: Token, name: str) -> bool:
        """Say whether a party, or what it is a part or number of, is of a class: "dozens of protesters", "an army base"."""
        if name in SIDES:
            return self.side(token) == name
        if is_word_of(token.lower, self.nouns[name]) or (name == "armed" and self.is_armed(token)):
            return True
        below = [
            kid
            for prep in self.parse.kids(token, "prep")
            if prep.lower == "of"
            for kid in self.parse.kids(prep, "pobj")
        ]
        beside = self.parse.kids(token, "conj", "compound", "nmod", "amod") if name in ("armed", "protesters") else ()
        return any(is_word_of(kid.lower, self.nouns[name]) for kid in (*below, *beside))

    def may_act(self, token: Token) -> bool:
        """Say whether a word before a noun names who did it: an actor, or a side's adjective ("rebel shelling")."""
        return (
            self.actor_at(token) is not None
            or self.state(token) is not None
            or (token.dep != "amod" and token.lower in self.nouns["sides"])
        )

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
            below = (
                kid
                for prep in self.parse.kids(token, "prep")
                if prep.lower == "of"
                for kid in self.parse.kids(prep, "pobj")
            )
            words = (token, *below)
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

    def party(self, token: Token | None) -> str | None:
        """Return what a phrase calls a party: the actor's canonical label, or its words without articles."""
        if token is None:
            return None
        if (other := self.stands_for(token)) is not None:
            return self.party(other)
        if token.lower in RELATING and token.dep in SUBJECTS:
            return None
        if token.tag in POINTING and not self.parse.kids(token):
            return self.meant(token)
        if (owner := self.owner(token)) is not None:
            return owner
        return self.country_of(token) or self.named(token)

    def named(self, token: Token) -> str | None:
        """Return what a noun's own phrase names: a person, an actor, who "the group" goes back to, or its words."""
        own = self.actor_at(token)
        if own is None and (person := self.person(token)) is not None:
            return person
        hit = own if own is not None and not own.actor.generic else self.modifier(token) or own
        if hit is not None and hit.actor.generic and self.bears_name(token, hit):
            return self.words(token)
        if hit is not None and not (hit.actor.generic and self.is_definite(token)):
            return self.called(hit)
        if self.is_definite(token):
            return self.antecedent(token) or (hit.actor.label if hit is not None else self.words(token))
        return self.words(token)

    def bears_name(self, token: Token, hit: ActorHit) -> bool:
        """Say whether a common noun has a name before it that no table has: "the Northern Brigade militia"."""
        kids = self.parse.kids(token, "compound")
        return any(
            kid.text[:1].isupper() and kid.tag == "NNP" and not hit.span.start <= kid.start < hit.span.end
            for kid in kids
        )

    def country_of(self, token: Token) -> str | None:
        """Return the country that a noun stands for: "the Russian side", "a Turkish drone", "the Turkish occupation"."""
        own = self.actor_at(token)
        if own is None:
            return None if self.person(token) is not None else self.state(token)
        if self.is_arms_of(token, own):
            return self.states[token.lower]
        return self.state(token) if own.loaded and token.lower in NAME_CALLING else None

    def stands_for(self, token: Token) -> Token | None:
        """Return the noun that a relative pronoun or a number stands for: "the unit which ...", "four of the fighters"."""
        if token.lower in RELATING and token.dep in SUBJECTS:
            clause = self.parse.head(token)
            return self.parse.head(clause) if clause is not None and clause.dep == "relcl" else None
        return self.counted(token) if token.tag == "CD" else None

    def counted(self, token: Token) -> Token | None:
        """Return of whom a number is: "four of the fighters"."""
        behind = (
            kid
            for prep in self.parse.kids(token, "prep")
            for kid in self.parse.kids(prep, "pobj")
            if prep.lower == "of"
        )
        return next(behind, None)

    def meant(self, token: Token) -> str | None:
        """Return what a pronoun goes back to; "he" and "she" are one person, and no force or group."""
        if token.lower in ONE_PERSON:
            return self.subject_above(token, one=True)
        return self.subject_above(token) or self.antecedent(token) if token.lower in PRONOUNS else None

    def doer(self, token: Token | None, kind: str) -> str | None:
        """Return what the doer of an act is called; None for what can do no violence: a place, a number, "uncertainty"."""
        if token is not None and token.tag == "CD":
            token = self.counted(token) or token
        if token is not None and token.lower in self.seats and self.acts_as_state(token):
            return self.seats[token.lower]
        if token is not None and kind in FLYING and (state := self.flown_by(token)) is not None:
            return state
        if token is not None and kind in MEN_ONLY and self.is_leader(token):
            return self.antecedent(token, loose=True)
        if (
            token is not None
            and kind in MEN_ONLY
            and token.tag in ("NN", "NNS", "CD", "NNP")
            and not self.is_able(token)
        ):
            return None
        if kind == "suicide bombing" and token is not None and token.tag == "NN" and token.lower in BOMBERS:
            return "suicide bomber"
        return self.party(token) or None

    def acts_as_state(self, token: Token) -> bool:
        """Say whether a capital's name stands for its government: as a subject, and not as the town of a dateline."""
        after = self.parse.tokens[token.i + 1].text if token.i + 1 < len(self.parse.tokens) else ""
        return token.dep == "nsubj" and token.tag == "NNP" and not (token.text.isupper() or after in DATELINE)

    def flown_by(self, token: Token) -> str | None:
        """Return the country whose aircraft a noun is: "Russian fighters"; None where an actor is named."""
        hit = self.actor_at(token)
        return self.state(token) if hit is None or hit.actor.generic else None

    def is_able(self, token: Token) -> bool:
        """Say whether a noun may name who does violence: a name that is no place's, people, a force, arms."""
        if self.actor_at(token) is not None or self.state(token) is not None or self.modifier(token) is not None:
            return True
        if any(span.start <= token.start < span.end for span in self.places):
            return False
        return token.tag == "NNP" or any(is_word_of(token.lower, self.nouns[name]) for name in ABLE)

    def called(self, hit: ActorHit) -> str:
        """Return an actor's label; a country's "forces" are not told to be its army, and stay forces."""
        words = " ".join(hit.span.of(self.text).split())
        joint = hit.actor.kind is ActorKind.COALITION and " and " in words
        if joint or (hit.actor.kind is ActorKind.STATE_FORCE and NATIONAL.fullmatch(words)):
            return words
        return words.lower() if hit.actor.generic and hit.actor.label == f"{words.lower()}s" else hit.actor.label

    def owner(self, token: Token) -> str | None:
        """Return whose arms did it: of "Turkish drones" the country; "" where nobody is named ("a drone hit ...")."""
        if token.lower not in self.nouns["tools"]:
            return None
        for word in (token, *self.parse.kids(token, "compound", "nmod", "amod", "poss")):
            hit = self.actor_at(word)
            if hit is not None and not (hit.actor.generic and word.i == token.i):
                countries = hit.actor.countries
                last = hit.span.of(self.text).rsplit(maxsplit=1)[-1].lower()
                named = last not in self.nouns["tools"] and last not in self.states
                own = len(countries) == 1 and hit.actor.kind in STATES and not named
                return self.states.get(countries[0], hit.actor.label) if own else hit.actor.label
            if (state := self.state(word)) is not None:
                return state
        for prep in self.parse.kids(token, "prep"):
            for kid in self.parse.kids(prep, "pobj") if prep.lower in ("of", "from", "by") else ():
                return self.party(kid)
        return ""

    def is_arms_of(self, token: Token, hit: ActorHit) -> bool:
        """Say whether an actor's name is only a country's word before its arms: "a Turkish drone strike"."""
        last = hit.span.of(self.text).rsplit(maxsplit=1)[-1].lower()
        return hit.actor.kind is ActorKind.STATE_FORCE and token.lower in self.states and last in self.nouns["tools"]

    def state(self, token: Token) -> str | None:
        """Return the country whose adjective a word is, or bears: "Russian", "the Turkish state"."""
        if token.text[:1].isupper():
            return self.states.get(token.lower)
        if token.lower not in self.nouns["bearers"]:
            return None
        kids = self.parse.kids(token, "amod", "compound", "nmod", "poss")
        return next((self.states[k.lower] for k in kids if k.text[:1].isupper() and k.lower in self.states), None)

    def words(self, token: Token) -> str | None:
        """Return a phrase's words without articles and clauses."""
        tokens = self.parse.subtree(token, without=BARE)
        found = " ".join(self.text[tokens[0].start : tokens[-1].end].split())[:80]
        return f"{found}s" if found.endswith(" force") else found or None

    def is_definite(self, token: Token) -> bool:
        """Say whether a phrase goes back to a party named before: "the group", "its cells", "the militants"."""
        kids = self.parse.kids(token, "det", "poss", "amod", "compound", "nmod", "prep", "relcl")
        if any(kid.lower in ("its", "their") for kid in kids):
            return token.lower in self.nouns["people"] or token.lower in self.nouns["groups"]
        return token.lower in self.nouns["groups"] and [kid.lower for kid in kids] in (["the"], ["this"], ["that"])

    def modifier(self, token: Token) -> ActorHit | None:
        """Return the actor that a noun's modifiers name: "ISIS militants", "members of the army"."""
        partitive = token.lower in self.nouns["partitives"]
        bearing = partitive or token.lower in self.nouns["people"] or token.lower in self.nouns["means"]
        for kid in self.parse.kids(token, "compound", "nmod", "amod", "poss"):
            hit = self.actor_at(kid)
            if hit is not None and not hit.actor.generic and bearing:
                return hit
        for prep in self.parse.kids(token, "prep"):
            if prep.lower in ("of", "from") and (partitive or token.lower in self.nouns["people"]):
                for kid in self.parse.kids(prep, "pobj"):
                    hit = self.actor_at(kid) or self.modifier(kid)
                    if hit is not None and (not partitive or hit.actor.kind in FORCE_KINDS):
                        return hit
        return None

    def is_leader(self, token: Token) -> bool:
        """Say whether a phrase is one man of a group named before: "the cell leader", "the targeted individual"."""
        kids = self.parse.kids(token)
        return (
            token.lower in self.nouns["leaders"]
            and self.actor_at(token) is None
            and any(kid.lower in ("the", "this") for kid in kids)
            and all(self.actor_at(kid) is None for kid in kids if kid.dep in ("compound", "amod", "nmod", "poss"))
        )

    def antecedent(self, token: Token, *, loose: bool = False) -> str | None:
        """Return the armed party a pronoun or "the group" most likely means: the sentence's subject, else the last one named."""
        before = [h for h in self.actors if h.span.end <= token.start and is_party(h)]
        earlier = [*(h for h in self.earlier if is_party(h)), *before]
        if loose or token.lower in self.nouns["loose"]:
            earlier = [
                h for h in earlier if h.actor.kind not in (ActorKind.STATE_FORCE, ActorKind.POLICE, ActorKind.COALITION)
            ]
            named = [h for h in earlier if self.text[h.span.end :].lstrip(" ”’\"'").lower().startswith(token.lower)]
            found = named[-1:] or earlier[-1:]
        else:
            found = [h for h in before if self.is_subject(h)][:1] or earlier[-1:]
        return found[0].actor.label if found else None

    def subject_above(self, token: Token, *, one: bool = False) -> str | None:
        """Return the people or party that is the subject of a clause above: "The army said it had ...", "... as they withdrew".

        ``one``: only one person, and no force.
        """
        if token.dep not in SUBJECTS:
            return None
        verb = self.parse.head(token)
        for head in self.parse.up(verb) if verb is not None else ():
            for kid in self.parse.kids(head, "nsubj", "nsubjpass") if head.is_verb else ():
                if kid.i == token.i or not kid.tag.startswith("NN") or (one and not self.is_one(kid)):
                    continue
                if one or self.is_of_class(kid, "people"):
                    return self.party(kid)
        return None

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


def is_party(hit: ActorHit) -> bool:
    """Say whether an actor can take part in fighting."""
    return hit.actor.kind in FORCE_KINDS and not hit.actor.generic


def is_word_of(word: str, nouns: frozenset[str]) -> bool:
    """Say whether a noun or its singular is in a set."""
    return word in nouns or (word.endswith("s") and word[:-1] in nouns)
