"""What is said of an act, and how two accounts of it compare."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Place, Polarity
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import Relation
from rashomon.reconcile.roots.kin import Kin


@dataclass(frozen=True, slots=True)
class Deed:
    """Who is said to have done what to whom and where; ``denied`` where it is said not to have happened."""

    type: str
    label: str
    agent: str | None = None
    patient: str | None = None
    place: str | None = None
    denied: bool = False
    grain: str = ""
    """How the place is told: "site" for a town or a site, "area" for a region, "name" where no map knows it."""

    @property
    def details(self) -> int:
        """How much the account tells."""
        return sum(part is not None for part in (self.agent, self.patient, self.place))

    @property
    def words(self) -> str:
        """The account as a person would write it: "coalition: air strike on a workshop"."""
        who = f"{self.agent}: " if self.agent else ""
        whom = f" ({self.patient})" if self.patient else ""
        return f"{'no ' if self.denied else ''}{who}{self.label}{whom}"


def deed_of(answer: Answer, label: str, *, told_by: str | None = None, doer: str | None = None) -> Deed:
    """Return what an answer says of an act.

    ``told_by`` is the act that a word about control tells, whose agent is the other side: ``doer``, where it is named.
    """
    act, claim = answer.claim.act, answer.claim
    place, grain = place_of(answer), grain_of(answer.claim.where)
    if act is None or told_by:
        return Deed(told_by or label, label, doer, act.patient if act and not doer else None, place, grain=grain)
    return Deed(act.type, label, act.agent, act.patient, place, claim.polarity is Polarity.DENIED, grain)


def place_of(answer: Answer) -> str | None:
    """Return the id or name of where an answer puts the act."""
    where = answer.claim.where
    return (where.id or where.name) if where else None


def grain_of(where: Place | None) -> str:
    """Return how a place is told."""
    if where is None:
        return ""
    return "name" if where.id is None else "site" if where.precision.is_fine else "area"


@dataclass(frozen=True)
class DeedComparison:
    """Compare accounts of one act; ``ongoing`` acts are seen in many places, and ``mutual`` ones have no one agent."""

    kin: Kin
    family: str
    ongoing: bool = False
    mutual: bool = False

    def relation(self, first: Deed, second: Deed) -> Relation:
        """Return how two accounts stand: one denies, or they name two sides; or they differ in detail only."""
        if first.denied != second.denied:
            return Relation.APART
        if self.ongoing or self.mutual or first.denied:
            return Relation.SAME
        if first.agent and second.agent and self.kin.differ(first.agent, second.agent):
            return Relation.APART
        return Relation.SAME if self.alike(first, second) else Relation.OVERLAP

    def alike(self, first: Deed, second: Deed) -> bool:
        """Say whether two accounts that do not exclude each other tell the same in every detail that both give."""
        agents = not (first.agent and second.agent) or self.kin.same(first.agent, second.agent)
        # a village and the province around it, or a name on no map, are no other places
        told = first.place and second.place and first.grain == second.grain
        places = not told or first.place == second.place
        kinds = first.type == second.type or self.family in {first.type, second.type}
        return agents and places and kinds

    def follows(self, earlier: Deed, later: Deed) -> bool:
        """Say whether a later account may be the earlier one gone on: what was not yet done is done."""
        return earlier.denied and not later.denied and earlier.agent is None

    def restates(self, first: Deed, second: Deed) -> bool:
        """Say whether two accounts are the same."""
        return self.relation(first, second) is Relation.SAME

    def words(self, said: Deed) -> str:
        """Return the account in words."""
        return said.words
