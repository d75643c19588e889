"""The counts that a report opens with, beside which later ones are weighed: news tells its own toll first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from rashomon.extract.drafts import Draft

OPENING = 3
"""Sentences in which a report tells what it is about, so that another place or day is still its own."""
DWARFED = frozenset({"killed", "wounded", "casualties", "displaced", "detained", "infected", "missing", "abducted"})
GREAT, TIMES, TWICE = 20_000, 4, 2
"""News tells its own toll first: one below that is over twice as high is beside the matter, one of over four times is of
another time or of a whole war, as is one of tens of thousands where the opening has none."""
FEW = 10
"""Fewer people than that are no toll of something else, however few the opening tells of."""


@dataclass(frozen=True)
class Opening:
    """The largest count of each measure in a report's opening, and whom else the opening counts.

    ``armed`` are the ids of groups that bear arms: what a fight cost one side may be far more than what it cost the others.
    """

    armed: Collection[str] = frozenset()
    sizes: dict[str, int] = field(default_factory=dict)
    counted: set[tuple[str, str]] = field(default_factory=set)

    def take(self, drafts: Iterable[Draft]) -> None:
        """Take in the counts of the opening; a vague one ("dozens") by what it may stand for."""
        for draft in drafts:
            if draft.measure and draft.quantity is not None and draft.sentence.index < OPENING:
                self.sizes[draft.measure] = max(reach_of(draft), self.sizes.get(draft.measure, 0))
                self.counted.add((draft.measure, group_of(draft)))

    def is_outsized(self, draft: Draft) -> bool:
        """Say whether a toll below the opening dwarfs the happening's, so that it is that of a whole war or plague."""
        if draft.measure not in DWARFED or draft.sentence.index < OPENING:
            return False
        size, first = size_of(draft), self.sizes.get(draft.measure, 0)
        return size >= GREAT if not first else size >= FEW and size > TIMES * first

    def is_larger(self, draft: Draft) -> bool:
        """Say whether a toll below the opening is over twice the happening's, so that it is of something else."""
        first = self.sizes.get(draft.measure or "", 0)
        size = size_of(draft)
        if self.is_other_side(draft) and size <= TIMES * first:
            return False
        return bool(first) and draft.sentence.index >= OPENING and size >= FEW and size > TWICE * first

    def is_other_side(self, draft: Draft) -> bool:
        """Say whether a count is of armed people of whom the opening tells nothing: "the troops killed 26 militants"."""
        group = group_of(draft)
        return group in self.armed and (draft.measure or "", group) not in self.counted


def group_of(draft: Draft) -> str:
    """Return the id of the group that a count counts."""
    return draft.group.id if draft.group is not None else ""


def reach_of(draft: Draft) -> int:
    """Return the largest number that a count may tell: of "several" nine, of "at least 40" 40."""
    high = draft.quantity.high if draft.quantity is not None else None
    return high if high is not None else size_of(draft)


def size_of(draft: Draft) -> int:
    """Return the number a count tells, its low end where it has one."""
    if draft.quantity is None:
        return 0
    return (draft.quantity.low if draft.quantity.low is not None else draft.quantity.high) or 0
