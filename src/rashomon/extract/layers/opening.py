"""The counts that a report opens with, beside which later ones are weighed: news tells its own toll first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from rashomon.extract.drafts import Draft
from rashomon.extract.layers.earlier import names_a_year
from rashomon.model import Layer

OPENING = 3
"""Sentences in which a report tells what it is about, so that another place or day is still its own."""
DWARFED = frozenset({"killed", "wounded", "casualties", "displaced", "detained", "infected", "missing", "abducted"})
GREAT, TIMES, TWICE = 20_000, 4, 2
"""News tells its own toll first: one below that is over twice as high is beside the matter, one of over four times is of
another time or of a whole war, as is one of tens of thousands where the opening has none."""
FEW = 10
"""Fewer people than that are no toll of something else, however few the opening tells of."""
HUNDRED, BEYOND = 100, 20
"""Least number of dead, and how many times the hurt they are, that are another matter's where the opening tells of no dead."""
HARM, DEADLY = frozenset({"killed", "wounded", "casualties"}), frozenset({"killed", "casualties"})
HELPED = frozenset({"rescued", "evacuated"})
"""Of those who are brought out a report may tell one first and a thousand below, and they are the same happening's."""

TELLING = re.compile(
    r"\b(?:said|says|reported|announced|published|released|estimated|warned|told (?:[\w']+ ){1,3})(?: ?(?:late|early|on)\b)* ?\w+day\b"
)
"""The day on which a number was told, and not that of the dead."""

Toll = tuple[str | None, int]
"""A measure and a number of people."""


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
        size, first = size_of(draft), self.first(draft)
        if first:
            return size >= FEW and size > TIMES * first
        return size >= GREAT or (draft.measure == "killed" and self.is_beyond(size))

    def is_beyond(self, size: int) -> bool:
        """Say whether so many dead cannot be of a happening whose opening tells of a few hurt and of nobody dead."""
        hurt = max((self.sizes.get(measure, 0) for measure in HARM), default=0)
        return bool(hurt) and size >= HUNDRED and size >= BEYOND * hurt

    def layer(self, draft: Draft, folded: str, recent: re.Pattern[str], *, dated: bool) -> Layer | None:
        """Return the layer of a toll too large for the happening: beside it if told of these days, else that of a war or plague.

        ``folded`` is its sentence, ``recent`` finds words for the days around the news, and ``dated`` says that it names its day.
        """
        outsized = self.is_outsized(draft)
        if not outsized and not self.is_larger(draft):
            return None
        words = TELLING.sub("", folded)
        near = size_of(draft) < GREAT and recent.search(words) is not None and not names_a_year(words)
        return Layer.RELATED if near or (dated and not outsized) else Layer.BACKGROUND

    def first(self, draft: Draft) -> int:
        """Return the happening's own toll beside which a count is weighed; where many died, the hurt may be more than it tells first."""
        own = self.sizes.get(draft.measure or "", 0)
        return max(own, TWICE * self.sizes.get("killed", 0)) if own and draft.measure == "wounded" else own

    def is_larger(self, draft: Draft) -> bool:
        """Say whether a toll below the opening is over twice the happening's, so that it is of something else."""
        first, size = self.first(draft), size_of(draft)
        if draft.measure in HELPED or (self.is_other_side(draft) and size <= TIMES * first):
            return False
        return bool(first) and draft.sentence.index >= OPENING and size >= FEW and size > TWICE * first

    def tells_harm(self) -> bool:
        """Say whether the opening tells of people killed or hurt."""
        return any(self.sizes.get(measure) for measure in HARM)

    def admits_none(self, draft: Draft) -> bool:
        """Say whether a count of nobody goes with the harm that the opening tells: "no one died" below "four were hurt"."""
        harm = HARM if draft.measure != "killed" else DEADLY
        return not any(self.sizes.get(measure) for measure in harm)

    def tells_outbreak(self, draft: Draft) -> bool:
        """Say whether a count of the opening is of a sickness spreading, whose own toll is a sum: "since May 900 people have fallen sick"."""
        return bool(draft.measure and self.sizes.get("infected")) and draft.sentence.index < OPENING

    def may_be_part(self, draft: Draft) -> bool:
        """Say whether the happening's tolls may be part of a count of another measure: "18 were shot" below "four were wounded"."""
        first = self.sizes
        return draft.measure not in first and bool(first) and size_of(draft) > max(first.values())

    def is_other_side(self, draft: Draft) -> bool:
        """Say whether a count is of armed people of whom the opening tells nothing: "the troops killed 26 militants"."""
        group = group_of(draft)
        return group in self.armed and (draft.measure or "", group) not in self.counted


def is_none(draft: Draft) -> bool:
    """Say whether a count tells that there is nobody: "no arrests as of Monday" is of no Monday before."""
    return draft.quantity is not None and draft.quantity.high == 0


def group_of(draft: Draft) -> str:
    """Return the id of the group that a count counts."""
    return draft.group.id if draft.group is not None else ""


def reach_of(draft: Draft) -> int:
    """Return the largest number that a count may tell: of "several" nine, of "at least 40" 40."""
    high = draft.quantity.high if draft.quantity is not None else None
    return high if high is not None else size_of(draft)


def toll_of(draft: Draft) -> Toll:
    """Return what a count counts, and how many."""
    return draft.measure, size_of(draft)


def size_of(draft: Draft) -> int:
    """Return the number a count tells, its low end where it has one."""
    if draft.quantity is None:
        return 0
    return (draft.quantity.low if draft.quantity.low is not None else draft.quantity.high) or 0
