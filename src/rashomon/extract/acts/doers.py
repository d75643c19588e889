"""Who did it, where a sentence leaves it to the report: doers carried on and back, a country's own army, the police of an arrest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rashomon.extract.drafts import Draft
from rashomon.lexicon.actors import ActorBook, ActorHit
from rashomon.model import Act, ActorKind

ARMED = frozenset(
    {"air strike", "drone strike", "shelling", "chemical attack", "attack", "assault", "raid", "destruction"}
)
"""Acts whose doer a report names once and then leaves out."""

GENERAL = frozenset(
    {"army", "government", "government forces", "troops", "soldiers", "air force", "regime forces", "military"}
)
"""Names of a state's forces without the state: in a report of one country they are that country's."""

FORCES = frozenset(
    {"forces", "security forces", "coalition forces", "joint forces", "combined forces", "assault forces", "coalition"}
)
"""Names that go back to forces named in full before."""

NAMING = ("forces", "coalition")
"""How the names of forces end that a later "the forces" goes back to."""

JOINT = re.compile(r"(.* and .*?)(?: security| assault| joint| combined)? forces?")
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
    army: str | None = None
    police: str | None = None
    last: dict[str, str] = field(default_factory=dict)

    def named(self, draft: Draft, act: Act) -> Draft:
        """Return the draft with its doer's full name, or with the doer that the report named before."""
        agent = self.of_forces(self.allowed(act, act.agent))
        if act.type in ARMED:
            agent = agent or self.allowed(act, self.last.get(act.type)) or self.allowed(act, self.last.get("any"))
            agent = self.army if agent in GENERAL and self.army is not None else agent
            if agent is not None:
                self.last[act.type] = self.last["any"] = agent
        elif act.type == "arrest":
            agent = agent or self.police
        return draft if agent == act.agent else replace(draft, act=replace(act, agent=agent))

    def of_forces(self, agent: str | None) -> str | None:
        """Return the forces that "the security forces" go back to, and keep those that are named for the next."""
        if agent is None:
            return None
        if agent in FORCES or f"{agent}s" in FORCES:
            if "coalition" in agent:
                self.last.setdefault("forces", agent)
            return self.last.get("forces", agent)
        if (joint := JOINT.fullmatch(agent)) is not None:
            agent = f"{joint[1]} forces"
        if agent.endswith(NAMING) and agent not in GENERAL:
            self.last["forces"] = agent
        return agent

    def allowed(self, act: Act, agent: str | None) -> str | None:
        """Return the doer, or None where its kind does not do such a thing: a monitor shells nobody."""
        if agent is None or act.type not in ARMED:
            return agent
        kinds = {self.book.by_id[i].kind for i in self.book.labelled(agent)}
        return None if kinds & TELLERS or (act.type in FLYING and kinds & UNFLOWN) else agent

    def filled(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts with the report's most named doer where acts before it have none."""
        named = Counter(
            d.act.agent for d in drafts if d.act is not None and d.act.type in ARMED and d.act.agent is not None
        )
        most = next(iter(named)) if len(named) == 1 else None
        return [
            replace(d, act=replace(d.act, agent=self.allowed(d.act, most)))
            if d.act is not None and d.act.agent is None and d.act.type in ARMED
            else d
            for d in drafts
        ]


def police_of(actors: Sequence[ActorHit]) -> str | None:
    """Return the police a report names first."""
    return next((hit.actor.label for hit in actors if hit.actor.kind is ActorKind.POLICE), None)
