"""Whether two names mean one actor, or actors of one side; and who is a party to the conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rashomon.lexicon.families import Families
from rashomon.lexicon.placekeys import place_key
from rashomon.model import FORCE_KINDS, Actor, ActorKind, Claim, ClaimId, ClaimKind, Event, Layer
from rashomon.reconcile.roots.root import Known, Root

STATE_KINDS = frozenset({ActorKind.GOVERNMENT, ActorKind.STATE_FORCE, ActorKind.POLICE, ActorKind.COALITION})
"""Kinds that speak for a state: a ministry is an organ of the party that its army is."""


@dataclass(frozen=True)
class Kin:
    """Actors by id and by label, to tell whether two names are one actor."""

    actors: Mapping[str, Actor]
    by_label: Mapping[str, Actor]
    common: frozenset[str] = frozenset()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Known, common: frozenset[str] = frozenset()) -> Kin:
        """Return the kin of the known actors; ``common`` words stand in the names of any side."""
        labels = {place_key(actor.label): actor for _, actor in sorted(known.actors.items(), reverse=True)}
        words = {id_: frozenset(names - common) for id_, names in known.words.items()}
        return cls(known.actors, labels, common, words)

    def actor(self, name: str | None) -> Actor | None:
        """Return the known actor of this id or label."""
        return (self.actors.get(name) or self.by_label.get(place_key(name))) if name else None

    def key(self, name: str) -> str:
        """Return one key for the names of one actor."""
        actor = self.actor(name)
        return actor.id if actor else place_key(name)

    def line(self, actor: Actor) -> list[str]:
        """Return the actor's id and those of the bodies above it."""
        found = [actor.id]
        while actor.parent and actor.parent in self.actors and actor.parent not in found:
            actor = self.actors[actor.parent]
            found.append(actor.id)
        return found

    def same(self, first: str, second: str) -> bool:
        """Say whether two names are one actor."""
        return self.key(first) == self.key(second)

    def related(self, first: str, second: str) -> bool:
        """Say whether two actors are of one side.

        One is above the other, both are of one state, one is a member's force of the other's coalition, or one is a general
        name that the other goes by ("Kurdish forces").
        """
        one, two = self.actor(first), self.actor(second)
        if one is None or two is None or one.generic or two.generic:
            return bool(self.telling(first) & self.telling(second))
        if set(self.line(one)) & set(self.line(two)):
            return True
        states = one.kind in STATE_KINDS and two.kind in STATE_KINDS
        shared = bool({*one.countries, *one.led_by} & {*two.countries, *two.led_by})
        return states and (
            shared or (ActorKind.COALITION in {one.kind, two.kind} and not (one.countries and two.countries))
        )

    def differ(self, first: str, second: str) -> bool:
        """Say whether two names are surely two sides; of "gunmen" and a named group, or "troops" and "government forces", nothing is sure."""
        if self.same(first, second) or self.related(first, second):
            return False
        one, two = self.actor(first), self.actor(second)
        if all(actor is not None and not actor.generic for actor in (one, two)):
            return True
        if one is not None and two is not None and {one.kind, two.kind} <= STATE_KINDS:
            return False
        return (one is None) == (two is None) and all(self.telling(name) for name in (first, second))

    def telling(self, name: str) -> frozenset[str]:
        """Return the words of an actor's names that tell sides apart: of "Northern Alliance forces" not the last."""
        actor = self.actor(name)
        known = self.words.get(actor.id, frozenset()) if actor else frozenset()
        return frozenset(word for word in place_key(name).split() if word not in self.common) | known

    def sharper(self, first: str, second: str) -> str:
        """Return the name that tells more: a known actor's rather than a general one."""
        return min((first, second), key=self.vagueness)

    def vagueness(self, name: str) -> int:
        """Return how little a name tells: 0 for a known actor, 1 for a general name that is known, 2 for any other."""
        actor = self.actor(name)
        return 2 if actor is None else int(actor.generic)


def parties_of(event: Event, claims: Iterable[Claim], kin: Kin, families: Families) -> frozenset[str]:
    """Return the keys of the parties: the event's, and every armed agent or patient of its main violent acts.

    An army or a body that no table knows is one where it is told to have done or held something: "the army", "Northern Guard".
    """
    found = {kin.key(name) for name in event.parties}
    for claim in claims:
        if claim.layer is Layer.MAIN and claim.act and is_armed(claim, families):
            doer = kin.actor(claim.act.agent)
            known = [doer, kin.actor(claim.act.patient)]
            found |= {actor.id for actor in known if actor and actor.kind in FORCE_KINDS and not actor.generic}
            if claim.act.agent and (doer is None or doer.kind is ActorKind.STATE_FORCE):
                found.add(kin.key(claim.act.agent))
    return frozenset(found)


def is_armed(claim: Claim, families: Families) -> bool:
    """Say whether a claim is of a violent act, of a siege, or of control."""
    if claim.kind is ClaimKind.CONTROL:
        return True
    if claim.kind is not ClaimKind.ACT or claim.act is None:
        return False
    family = families.family(families.family_of(claim.act.type))
    return family.violent or family.lasting


def mark_parties(roots: Mapping[ClaimId, Root], parties: frozenset[str], kin: Kin) -> dict[ClaimId, Root]:
    """Mark the roots that speak for a party."""
    speaks = {root.key: is_party(root, parties, kin) for root in roots.values()}
    return {id_: replace(root, party=speaks[root.key]) for id_, root in roots.items()}


def is_party(root: Root, parties: frozenset[str], kin: Kin) -> bool:
    """Say whether a root is a party, belongs to one, or is an organ of the state whose force is one."""
    if root.spoken or root.vague:
        return False
    actor = kin.actor(root.actor_id) or kin.actor(root.key.removeprefix("actor:")) or kin.actor(root.label)
    if actor is None:
        return root.kind is not ActorKind.PERSON and place_key(root.label) in parties
    if set(kin.line(actor)) & parties:
        return True
    forces = [kin.actors[key] for key in sorted(parties) if key in kin.actors and kin.actors[key].kind in STATE_KINDS]
    return actor.kind in STATE_KINDS and any(set(actor.countries) & set(force.countries) for force in forces)
