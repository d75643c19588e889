"""Counts of one report that tell of the same people in other words: "two rebels were killed ... the two extremists"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.drafts import Draft
from rashomon.extract.scene import family
from rashomon.lexicon.actors import ActorBook
from rashomon.lexicon.groups import GroupBook
from rashomon.model import TOTAL, ActorKind, ClaimKind, Group, Polarity, Scope

REBELS, FORCES, CIVILIANS = "rebels", "forces", "civilians"
KINDS = {
    ActorKind.REBEL_GROUP: REBELS,
    ActorKind.MILITIA: REBELS,
    ActorKind.GANG: REBELS,
    ActorKind.COMBATANTS: REBELS,
    ActorKind.STATE_FORCE: FORCES,
    ActorKind.POLICE: FORCES,
    ActorKind.COALITION: FORCES,
}
"""The side that an actor's people are on."""

APART = frozenset({"children", "teenagers", "women and children", "families", "elderly"})
"""Groups of civilians that are told beside others of the same number."""

OTHERS = re.compile(r"\b(?:an?other|others?|additional|more|further|also|second|separate\w*|meanwhile|elsewhere|different)\b", re.IGNORECASE)  # fmt: skip
"""Words that tell of further people, not of those counted before."""

PICKED = re.compile(r"\s+of\s+(?:the|these|those)\b", re.IGNORECASE)
"""Words by which some are picked out of those told of before."""

FOUND = re.compile(r"\b(?:bod(?:y|ies)|dead|deceased|slain|the (?:killed|arrested|slain))\b", re.IGNORECASE)
"""Words by which one person is told of again."""


@dataclass(frozen=True)
class Retold:
    """Finds the counts that tell of people counted before, given the groups and actors that are known."""

    text: str
    book: GroupBook
    actors: ActorBook

    def settled(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts in order, those told again and the parts of an armed group under the first one's id."""
        found: list[Draft] = []
        for draft in drafts:
            first = self.first_told(draft, found) if counts_people(draft) else None
            found.append(draft if first is None else told_of(draft, first))
        return found

    def first_told(self, draft: Draft, before: Sequence[Draft]) -> Draft | None:
        """Return the earlier count of the same people, or the whole that a part belongs to."""
        side = self.side(draft.group)
        if side is None:
            return self.pointed_at(draft, before)
        same = [d for d in alike(draft, before) if self.side(d.group) == side]
        if draft.scope is Scope.PART:
            if side == CIVILIANS:
                return None
            hosts = [d for d in same if d.sentence.index == draft.sentence.index and d.least >= draft.least]
            return next((d for d in reversed(hosts) if d.scope is not Scope.PART), None)
        again = next((d for d in same if self.again(d, draft)), None)
        return again or self.picked_out(draft, before)

    def picked_out(self, draft: Draft, before: Sequence[Draft]) -> Draft | None:
        """Return the count of men of no side whom "two of the gunmen" tells again: as many, of the same measure."""
        if draft.sentence.index == 0 or PICKED.match(self.text, draft.anchor.end) is None:
            return None
        if OTHERS.search(draft.sentence.span.of(self.text)):
            return None
        known = [d for d in alike(draft, before) if d.group is not None and d.group.id == "men"]
        open_ones = [d for d in known if d.sentence.index < draft.sentence.index]
        return next((d for d in open_ones if d.quantity == draft.quantity), None)

    def pointed_at(self, draft: Draft, before: Sequence[Draft]) -> Draft | None:
        """Return the count that "the three men" points back to: the same number of the same measure."""
        ahead = self.text[max(0, draft.anchor.start - 8) : draft.anchor.start].lower().split()
        if not ahead or ahead[-1] not in ("the", "these", "those") or draft.group is None or draft.group.id == "total":
            return None
        known = [d for d in alike(draft, before) if d.group not in (draft.group, TOTAL)]
        return next((d for d in known if d.least == draft.least), None)

    def again(self, first: Draft, later: Draft) -> bool:
        """Say whether a later sentence tells the same number of the same side again."""
        if (
            first.sentence.index == later.sentence.index
            or first.scope is not Scope.WHOLE
            or later.scope is not Scope.WHOLE
        ):
            return False
        one, two = first.quantity, later.quantity
        if one is None or two is None or one.low is None or two.low is None or two.low > one.low:
            return False
        if (
            first.group is not None
            and later.group is not None
            and self.is_named(first.group)
            and self.is_named(later.group)
        ):
            return False
        told = later.sentence.span.of(self.text)
        if OTHERS.search(told):
            return False
        if two.low < one.low:
            return two.low > 1 and first.group is not None and self.is_named(first.group)
        return one.low != 1 or (later.measure == "killed" and FOUND.search(told) is not None)

    def is_named(self, group: Group) -> bool:
        """Say whether a group is a known actor."""
        actor = self.actors.by_id.get(group.id)
        return actor is not None and not actor.generic

    def side(self, group: Group | None) -> str | None:
        """Return the side a group is on, or None where that is open."""
        if group is None or group.id in APART:
            return None
        actor = self.actors.by_id.get(group.id)
        if actor is not None and not actor.generic:
            return KINDS.get(actor.kind)
        row = self.book.by_id.get(group.id) or self.book.by_noun.get(group.id.lower().split(" ")[-1])
        if row is None:
            return None
        chain = (row.id, *self.book.whole_of(row.id))
        if row.bearer and not row.armed:
            return REBELS
        if "security forces" in chain:
            return FORCES
        return REBELS if "combatants" in chain else CIVILIANS if CIVILIANS in chain else None


def told_of(draft: Draft, first: Draft) -> Draft:
    """Return a draft whose group has another's id and its own label."""
    if first.group is None or draft.group is None:
        return draft
    return replace(draft, group=Group(first.group.id, draft.group.label))


def alike(draft: Draft, before: Sequence[Draft]) -> list[Draft]:
    """Return the earlier counts of people that tell what a draft tells, captures and detentions alike."""
    return [d for d in before if counts_people(d) and family(d.measure) == family(draft.measure)]


def counts_people(draft: Draft) -> bool:
    """Say whether a draft is a count of some people with a number."""
    return draft.kind is ClaimKind.COUNT and draft.polarity is Polarity.AFFIRMED and draft.least > 0
