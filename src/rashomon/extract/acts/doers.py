"""Who did it, where a sentence leaves it to the report: doers carried on and back, a country's own army, the police of an arrest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.extract.acts.partywords import STATES
from rashomon.extract.drafts import Draft
from rashomon.lexicon.actors import ActorBook, ActorHit
from rashomon.lexicon.families import Families
from rashomon.model import Act, ActorKind

NEXT = 2
"""Sentences over which "they" goes back to who did the act before."""

LAWFUL = frozenset({"arrest", "weapons seizure", "defused bomb"})
"""Acts of those who search and arrest, whom a report names once."""

LAW = frozenset({ActorKind.POLICE, ActorKind.STATE_FORCE, ActorKind.GOVERNMENT, ActorKind.COALITION})

NAMING = ("forces", "coalition")
"""How the names of forces end that a later "the forces" goes back to."""

JOINT = re.compile(r"(.* and .*?|[A-Z]\w+-[a-z]\w+)(?: security| assault| joint| combined)? forces?")
"""Two parties' forces as one: "an Afghan and coalition security force"."""

TELLERS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY, ActorKind.MONITOR, ActorKind.CIVILIANS})
"""Kinds that tell of violence and do not commit it."""

FLYING = frozenset({"air strike"})
UNFLOWN = frozenset({ActorKind.REBEL_GROUP, ActorKind.MILITIA, ActorKind.COMBATANTS, ActorKind.GANG})
"""Kinds that have no aircraft."""


@dataclass
class Doers:
    """The doers a report has named so far, by type of act; ``army`` and ``police`` are what it means by these words."""

    book: ActorBook
    nouns: Mapping[str, frozenset[str]]
    kinds: Families
    army: str | None = None
    police: str | None = None
    recent: str | None = None
    """Who did what the report told last, and ``told`` the sentence of it."""

    told: int = 0
    last: dict[str, str] = field(default_factory=dict)
    forces: dict[str, str] = field(default_factory=dict)
    """The force by which the report named each country as a doer first."""

    def named(self, draft: Draft, act: Act) -> Draft:
        """Return the draft with its doer's full name, or with the doer that the report named before."""
        before = self.recent if draft.back and draft.sentence.index - self.told <= NEXT else None
        agent = self.of_forces(self.allowed(act, before or act.agent))
        if act.type in self.kinds.carried_on:
            agent = agent or self.allowed(act, self.last.get(act.type)) or self.allowed(act, self.last.get("any"))
            if (
                agent in self.nouns["own forces"]
                and self.army is not None
                and not (agent == "government" and act.type == "raid")
            ):
                agent = self.army
            agent = self.at_level(agent)
            if agent is not None and " or " not in agent:
                self.last[act.type] = self.last["any"] = agent
        elif act.type in LAWFUL:
            agent = agent or self.last.get("lawful") or (self.police if act.type == "arrest" else None)
        if agent is not None and (act.type in LAWFUL or act.type == "raid") and self.is_of_law(agent):
            self.last["lawful"] = agent
        if agent is not None and act.type == "bombing" and self.is_of_state(agent):
            self.last["any"] = agent
        if agent is not None:
            self.recent, self.told = agent, draft.sentence.index
        return draft if agent == act.agent else replace(draft, act=replace(act, agent=agent))

    def of_forces(self, agent: str | None) -> str | None:
        """Return the forces that "the security forces" go back to, and keep those that are named for the next."""
        if agent is None:
            return None
        if agent in self.nouns["named before"] or f"{agent}s" in self.nouns["named before"]:
            if "coalition" in agent:
                self.last.setdefault("forces", agent)
            return self.last.get("forces", agent)
        if (joint := JOINT.fullmatch(agent)) is not None:
            agent = f"{joint[1]} forces"
        if agent.endswith(NAMING) and agent not in self.nouns["own forces"]:
            self.last["forces"] = agent
        return agent

    def allowed(self, act: Act, agent: str | None) -> str | None:
        """Return the doer, or None where its kind does not do such a thing: a monitor shells nobody."""
        if agent is None or act.type not in self.kinds.carried_on:
            return agent
        kinds = {self.book.by_id[i].kind for i in self.book.labelled(agent)}
        return None if kinds & TELLERS or (act.type in FLYING and kinds & UNFLOWN) else agent

    def at_level(self, agent: str | None) -> str | None:
        """Return the force that a country's name goes back to: "Turkish shelling" after "the Turkish army fired ..."."""
        hits = self.book.named_in(agent) if agent is not None else ()
        if agent is None or len(hits) != 1 or len(hits[0].actor.countries) != 1:
            return agent
        actor, country = hits[0].actor, hits[0].actor.countries[0]
        if actor.kind is ActorKind.STATE_FORCE:
            self.forces.setdefault(country, agent)
        return self.forces.get(country, agent) if actor.id == f"country-{country.lower()}" else agent

    def is_of_state(self, agent: str) -> bool:
        """Say whether a doer is a state or its force."""
        kinds = {self.book.by_id[i].kind for i in self.book.labelled(agent)}
        return bool(kinds & STATES) or agent.endswith(" forces")

    def is_of_law(self, agent: str) -> bool:
        """Say whether a doer may search and arrest: police and forces, under a name or a noun."""
        last = agent.rsplit(maxsplit=1)[-1].lower()
        return last in self.nouns["officers"] or any(self.book.by_id[i].kind in LAW for i in self.book.labelled(agent))

    def filled(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts with the report's most named doer where acts before it have none."""
        named = Counter(
            d.act.agent
            for d in drafts
            if d.act is not None
            and d.act.type in self.kinds.carried_on
            and d.act.agent is not None
            and " or " not in d.act.agent
        )
        most = next(iter(named)) if len(named) == 1 else None
        return [
            replace(d, act=replace(d.act, agent=self.allowed(d.act, most)))
            if d.act is not None and d.act.agent is None and d.act.type in self.kinds.carried_on
            else d
            for d in drafts
        ]


def police_of(actors: Sequence[ActorHit]) -> str | None:
    """Return the police a report names first."""
    return next((hit.actor.label for hit in actors if hit.actor.kind is ActorKind.POLICE), None)
