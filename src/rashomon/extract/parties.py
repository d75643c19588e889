"""Name the parties of an act: canonical labels, and what pronouns and "the group" go back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.actors import ActorHit
from rashomon.model import FORCE_KINDS, ActorKind, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PRONOUNS = frozenset({"they", "it", "them", "he", "she", "which", "who"})
BARE = frozenset({"relcl", "acl", "advcl", "punct", "conj", "cc", "appos", "prep", "det", "predet"})
"""Branches that are left out of a party's name."""


@dataclass(frozen=True)
class Stage:
    """One parsed sentence with the actors' names in it, and the nouns that name places and arms."""

    text: str
    parse: Parse
    actors: Sequence[ActorHit]
    places: Sequence[Span]
    nouns: dict[str, frozenset[str]]
    earlier: Sequence[ActorHit] = ()

    def actor_at(self, token: Token) -> ActorHit | None:
        """Return the actor whose name covers a word."""
        return next((h for h in self.actors if h.span.start <= token.start < h.span.end), None)

    def is_of_class(self, token: Token, name: str) -> bool:
        """Say whether a noun is a place, people or arms."""
        if token.lower in self.nouns[name]:
            return True
        if name == "place":
            return any(span.start <= token.start < span.end for span in self.places)
        if name == "people":
            hit = self.actor_at(token)
            return hit is not None
        return False

    def party(self, token: Token | None) -> str | None:
        """Return what a phrase calls a party: the actor's canonical label, or its words without articles."""
        if token is None:
            return None
        if token.lower in ("who", "which", "that") and token.dep in ("nsubj", "nsubjpass"):
            clause = self.parse.head(token)
            noun = self.parse.head(clause) if clause is not None and clause.dep == "relcl" else None
            return self.party(noun) if noun is not None else None
        if token.tag in ("PRP", "WP", "WDT", "DT", "EX") and not self.parse.kids(token):
            pronoun = token.lower in PRONOUNS
            return self.subject_above(token) or self.antecedent(token) if pronoun else None
        own = self.actor_at(token)
        hit = own if own is not None and not own.actor.generic else self.modifier(token) or own
        if hit is not None and not (hit.actor.generic and self.is_definite(token)):
            return hit.actor.label
        if self.is_definite(token):
            return self.antecedent(token) or (hit.actor.label if hit is not None else self.words(token))
        return self.words(token)

    def words(self, token: Token) -> str | None:
        """Return a phrase's words without articles and clauses."""
        tokens = self.parse.subtree(token, without=BARE)
        found = " ".join(self.text[tokens[0].start : tokens[-1].end].split())[:80]
        return found or None

    def is_definite(self, token: Token) -> bool:
        """Say whether a phrase goes back to a party named before: "the group", "its cells", "the militants"."""
        kids = self.parse.kids(token, "det", "poss", "amod", "compound", "nmod", "prep", "relcl")
        if any(kid.lower in ("its", "their") for kid in kids):
            return token.lower in self.nouns["people"] or token.lower in self.nouns["groups"]
        return token.lower in self.nouns["groups"] and [kid.lower for kid in kids] in (["the"], ["this"], ["that"])

    def modifier(self, token: Token) -> ActorHit | None:
        """Return the actor that a noun's modifiers name: "ISIS militants", "members of the army"."""
        bearing = token.lower in self.nouns["people"] or token.lower in self.nouns["means"]
        for kid in self.parse.kids(token, "compound", "nmod", "amod", "poss"):
            hit = self.actor_at(kid)
            if hit is not None and not hit.actor.generic and bearing:
                return hit
        for prep in self.parse.kids(token, "prep"):
            if prep.lower in ("of", "from") and token.lower in self.nouns["people"]:
                for kid in self.parse.kids(prep, "pobj"):
                    hit = self.actor_at(kid) or self.modifier(kid)
                    if hit is not None:
                        return hit
        return None

    def antecedent(self, token: Token) -> str | None:
        """Return the armed party a pronoun or "the group" most likely means: the sentence's subject, else the last one named."""
        before = [h for h in self.actors if h.span.end <= token.start and is_party(h)]
        earlier = [*(h for h in self.earlier if is_party(h)), *before]
        if token.lower in self.nouns["loose"]:
            earlier = [
                h for h in earlier if h.actor.kind not in (ActorKind.STATE_FORCE, ActorKind.POLICE, ActorKind.COALITION)
            ]
            named = [h for h in earlier if self.text[h.span.end :].lstrip(" ”’\"'").lower().startswith(token.lower)]
            found = named[-1:] or earlier[-1:]
        else:
            found = [h for h in before if self.is_subject(h)][:1] or earlier[-1:]
        return found[0].actor.label if found else None

    def subject_above(self, token: Token) -> str | None:
        """Return the people or party that is the subject of a clause above: "The army said it had ...", "... as they withdrew"."""
        if token.dep not in SUBJECTS:
            return None
        verb = self.parse.head(token)
        for head in self.parse.up(verb) if verb is not None else ():
            for kid in self.parse.kids(head, "nsubj", "nsubjpass") if head.is_verb else ():
                if kid.i != token.i and kid.tag.startswith("NN") and self.is_of_class(kid, "people"):
                    return self.party(kid)
        return None

    def is_subject(self, hit: ActorHit) -> bool:
        """Say whether an actor's name is, or stands before, the subject of a verb."""
        tokens = [t for t in self.parse.tokens if hit.span.start <= t.start < hit.span.end]
        return any(t.dep in SUBJECTS or self.parse.tokens[t.head].dep in SUBJECTS for t in tokens)


def is_party(hit: ActorHit) -> bool:
    """Say whether an actor can take part in fighting."""
    return hit.actor.kind in FORCE_KINDS and not hit.actor.generic
