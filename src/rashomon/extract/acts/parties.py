"""Name the parties of an act: canonical labels, and what pronouns and "the group" go back to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.extract.acts.ground import Ground, is_word_of
from rashomon.extract.acts.partywords import (
    ABLE,
    BARE,
    BOMBERS,
    FLYING,
    MODIFYING,
    NATIONAL,
    ONE_PERSON,
    POINTING,
    PRONOUNS,
    RELATING,
    ROUNDLY,
    STATES,
    SUBJECTS,
    TELLERS,
)
from rashomon.extract.syntax import Token
from rashomon.lexicon.actors import ActorHit
from rashomon.model import FORCE_KINDS, ActorKind


@dataclass(frozen=True)
class Stage(Ground):
    """A parsed sentence that names the parties of an act: who they are called, and whom a pronoun means."""

    def party(self, token: Token | None) -> str | None:
        """Return what a phrase calls a party: the actor's canonical label, or its words without articles."""
        if token is None:
            return None
        if (other := self.stands_for(token)) is not None:
            return self.party(other)
        if self.acts_as_state(token):
            return self.seats[token.lower]
        if (leader := self.leader_of(token)) is not None:
            return f"{leader.text}-led coalition"
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
        if (own is None or own.actor.generic) and (person := self.person(token) or self.apposed(token)) is not None:
            return person
        hit = own if own is not None and not own.actor.generic else self.modifier(token) or own
        if hit is not None and hit.actor.generic and (self.bears_name(token, hit) or self.is_of_states(token)):
            return self.words(token)
        if hit is not None and not (hit.actor.generic and self.is_definite(token)):
            return self.called(hit) if self.is_head_in(token, hit) else hit.actor.label
        if self.is_definite(token):
            found = self.antecedent(token) or self.whose(token)
            return found or (hit.actor.label if hit is not None else self.words(token))
        return self.words(token)

    def whose(self, token: Token) -> str | None:
        """Return whose people a noun tells: "|the Harrow Guard| said its fighters had taken the town"; None where nobody's."""
        owners = (kid for kid in self.parse.kids(token, "poss") if kid.lower in ("its", "their"))
        return next((who for kid in owners if (who := self.meant(kid)) is not None), None)

    def is_head_in(self, token: Token, hit: ActorHit) -> bool:
        """Say whether a name stands for itself, and does not describe the noun behind it: "a |rebel| attack" is one of rebels."""
        head = self.parse.head(token)
        return token.dep not in MODIFYING or (head is not None and head.start < hit.span.end)

    def bears_name(self, token: Token, hit: ActorHit) -> bool:
        """Say whether a common noun has a name before it that no table has: "the Northern Brigade militia"."""
        kids = self.parse.kids(token, "compound")
        return any(
            kid.text[:1].isupper() and kid.tag == "NNP" and not hit.span.start <= kid.start < hit.span.end
            for kid in kids
        )

    def is_of_states(self, token: Token) -> bool:
        """Say whether a common noun has a country's adjective before it, alone or in a pair: "an |Afghan|-led force"."""
        if token.dep in MODIFYING:
            return False
        kids = self.parse.kids(token, "amod", "nmod")
        return any(self.state(word) is not None for kid in kids for word in (kid, *self.parse.kids(kid, "amod")))

    def country_of(self, token: Token) -> str | None:
        """Return the country that a noun stands for: "the Russian side", "a Turkish drone", "the Turkish occupation"."""
        own = self.actor_at(token)
        if own is None:
            return None if self.person(token) is not None else self.state(token)
        if self.is_arms_of(token, own):
            return self.states[token.lower]
        return self.state(token) if own.loaded and token.lower in self.nouns["name calling"] else None

    def stands_for(self, token: Token) -> Token | None:
        """Return the noun that a relative pronoun or a number stands for: "the unit which ...", "four of the fighters"."""
        if token.lower in RELATING and token.dep in SUBJECTS:
            clause = self.parse.head(token)
            return self.parse.head(clause) if clause is not None and clause.dep == "relcl" else None
        if token.tag == "CD" or token.lower in ROUNDLY or token.lower in self.nouns["shares"]:
            return self.counted(token)
        crowd = self.counted(token) if token.lower in self.nouns["crowds"] and self.actor_at(token) is None else None
        return crowd if crowd is not None and crowd.tag == "NNS" and self.is_of_class(crowd, "people") else None

    def meant(self, token: Token) -> str | None:
        """Return what a pronoun goes back to; "he" and "she" are one person, and no force or group."""
        if token.lower in ONE_PERSON:
            found = self.subject_above(token, one=True) or self.object_above(token)
            return found or self.cast.person_before(self.parse.span.start)
        if token.tag == "PRP$" and (owner := self.subject_beside(token)) is not None:
            return owner
        return self.subject_above(token) or self.antecedent(token) if token.lower in PRONOUNS else None

    def either(self, token: Token) -> str | None:
        """Return the parties of which one did it: "either Russian or government warplanes"; None where the words leave no choice."""
        for word in (token, *self.parse.kids(token, "amod", "compound", "nmod")):
            if any(kid.lower == "or" for kid in self.parse.kids(word, "cc")):
                sides = [self.named_side(each) for each in (word, *self.parse.kids(word, "conj"))]
                return " or ".join(side for side in sides if side) if all(sides) and len(sides) > 1 else None
        return None

    def named_side(self, word: Token) -> str | None:
        """Return what one of several sides is called: the country of "Russian", the actor of "government jets"."""
        hit = self.actor_at(word)
        if hit is not None and hit.span.end > word.end and not self.is_arms_of(word, hit):
            return hit.actor.label
        return self.state(word) or (hit.actor.label if hit is not None else None) or self.owner(word) or None

    def doer(self, token: Token | None, kind: str) -> str | None:
        """Return what the doer of an act is called; None for what can do no violence: a place, a number, "uncertainty"."""
        if token is not None and token.tag == "CD":
            token = self.counted(token) or token
        if token is not None and (several := self.either(token)) is not None:
            return several
        if token is not None and kind in FLYING and (state := self.flown_by(token)) is not None:
            return state
        if token is not None and kind in self.kinds.by_people and self.is_leader(token):
            return self.antecedent(token, loose=True) or self.words(token)
        if (
            token is not None
            and kind in self.kinds.by_people
            and token.tag in ("NN", "NNS", "CD", "NNP")
            and not self.is_able(token)
        ):
            return None
        if kind == "suicide bombing" and token is not None and token.tag == "NN" and token.lower in BOMBERS:
            return "suicide bomber"
        return self.party(token) or None

    def is_teller(self, token: Token | None) -> bool:
        """Say whether a noun names who only tells of acts: a news agency, an outlet, a monitor."""
        hit = self.actor_at(token) if token is not None else None
        return hit is not None and hit.actor.kind in TELLERS

    def sufferer(self, token: Token | None) -> str | None:
        """Return what those are called, or that is, to whom an act is done: arms of nobody named by their own words, "two tanks"."""
        if token is not None and (name := self.town_of(token)) is not None:
            return name
        called = self.party(token)
        return self.words(token) if called == "" and token is not None else called

    def town_of(self, token: Token) -> str | None:
        """Return the name of a settlement that stands behind its noun: "the town of |Ostrava|"."""
        if token.lower not in self.nouns["settlements"]:
            return None
        behind = self.parse.of(token)
        return self.words(behind[0]) if len(behind) == 1 and behind[0].text[:1].isupper() else None

    def flown_by(self, token: Token) -> str | None:
        """Return the country whose aircraft a noun is: "Russian fighters"; None where an actor is named."""
        hit = self.actor_at(token)
        return self.state(token) if hit is None or hit.actor.generic else None

    def is_able(self, token: Token) -> bool:
        """Say whether a noun may name who does violence: a name that is no place's, people, a force, arms."""
        if self.actor_at(token) is not None or self.state(token) is not None or self.modifier(token) is not None:
            return True
        if self.acts_as_state(token):
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
        lower = words.lower()
        one = hit.actor.generic and hit.actor.label in (f"{lower}s", re.sub("man$", "men", lower))
        return lower if one else hit.actor.label

    def owner(self, token: Token) -> str | None:
        """Return whose arms did it: of "Turkish drones" the country; "" where nobody is named ("a drone hit ...")."""
        if token.lower not in self.nouns["tools"]:
            return None
        for word in (token, *self.parse.kids(token, "compound", "nmod", "amod", "poss")):
            hit = self.actor_at(word)
            if word.tag == "PRP$" and (whose := self.meant(word)) is not None:
                return whose
            if hit is not None and not (hit.actor.generic and hit.span.end > token.start):
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

    def words(self, token: Token) -> str | None:
        """Return a phrase's words without articles and clauses."""
        tokens = self.parse.subtree(token, without=BARE)
        tokens = [word for word in tokens if word.tag != "PRP$"] or tokens
        if tokens[0].lower == "dead":
            tokens = tokens[1:] or tokens
        while len(tokens) > 1 and tokens[-1].tag.startswith(("JJ", "RB")) and self.text[tokens[-2].end] == ",":
            tokens = tokens[:-1]
        found = " ".join(self.text[tokens[0].start : tokens[-1].end].split())[:80]
        return f"{found}s" if found.endswith(" force") else found or None

    def is_definite(self, token: Token) -> bool:
        """Say whether a phrase goes back to a party named before: "the group", "its cells", "the militants"."""
        kids = self.parse.kids(token, "det", "poss", "amod", "compound", "nmod", "prep", "relcl")
        if any(kid.lower in ("its", "their") for kid in kids):
            return token.lower in self.nouns["people"] or token.lower in self.nouns["groups"]
        words = [kid.lower for kid in kids if kid.lower not in self.nouns["group kinds"]]
        return token.lower in self.nouns["groups"] and words in (["the"], ["this"], ["that"])

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
            for kid in self.subjects_of(head):
                if kid.i == token.i or not kid.tag.startswith("NN") or (one and not self.is_one(kid)):
                    continue
                if one or self.is_of_class(kid, "people") or self.acts_as_state(kid):
                    return self.party(kid)
        return None

    def goes_back(self, token: Token | None) -> bool:
        """Say whether who did it is a pronoun that no noun of the sentence explains: "|They| also burned ..."."""
        if token is None or token.lower not in ("they", "it") or token.dep not in SUBJECTS:
            return False
        return self.subject_above(token) is None and not any(
            is_party(h) and h.span.end <= token.start and self.is_subject(h) for h in self.actors
        )

    def object_above(self, token: Token) -> str | None:
        """Return the one person whom the clause above is done to: "officers shot the man when |he| drew a knife"."""
        verb = self.parse.head(token) if token.dep in SUBJECTS else None
        above = next((head for head in self.parse.up(verb) if head.is_verb), None) if verb is not None else None
        objects = self.parse.kids(above, "dobj") if above is not None else ()
        return next(
            (self.party(k) for k in objects if k.i < token.i and self.is_one(k) and self.is_of_class(k, "people")), None
        )

    def subject_beside(self, token: Token) -> str | None:
        """Return the subject that "its" and "their" go back to: "the army said |its| jets ..."."""
        noun = self.parse.head(token)
        for head in self.parse.up(noun) if noun is not None else ():
            for kid in self.parse.kids(head, *SUBJECTS) if head.is_verb else ():
                if noun is not None and kid.i < noun.i and kid.tag in ("NN", "NNS", "NNP") and self.may_own(kid):
                    return self.party(kid)
        return None

    def may_own(self, token: Token) -> bool:
        """Say whether a subject may be whose arms or raids "its" are: people, or a state."""
        known = self.state(token) is not None or self.acts_as_state(token) or token.lower in self.nouns["groups"]
        return known or self.is_of_class(token, "people")


def is_party(hit: ActorHit) -> bool:
    """Say whether an actor can take part in fighting."""
    return hit.actor.kind in FORCE_KINDS and not hit.actor.generic
