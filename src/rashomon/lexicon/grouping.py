"""The evidence for putting two reports together, and the sentences that are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class DayWeight:
    """What reports add for lying at most ``within`` days apart, in log-odds."""

    within: int
    adds: float


@dataclass(frozen=True)
class Grouping:
    """Weights and thresholds of grouping, in log-odds; see the table's own comments."""

    TABLE: ClassVar[str] = "en/grouping.yaml"

    start: float
    together: float
    text: float
    lede: float
    most_alike: float
    names: float
    details: float
    most_details: int
    shared_text: float
    days: tuple[DayWeight, ...]
    later: float
    unknown_day: float
    remembered: float
    long_after: int
    remembrance: tuple[str, ...]
    same_time: float
    times: tuple[DayWeight, ...]
    other_time: float
    surely_other_time: float
    same_place: float
    near_place: float
    other_place: float
    far_km: float
    same_kind: float
    other_kind: float
    same_party: float
    same_plight: float
    same_toll: float
    telling_toll: int
    plights: dict[str, str]
    aftermath_weight: float
    aftermath: frozenset[str]
    following: frozenset[str]
    general: frozenset[str]
    lasting: frozenset[str]
    since: tuple[str, ...]
    happened: tuple[str, ...]
    telling: tuple[str, ...]
    afterwards: tuple[str, ...]
    stamps: tuple[str, ...]
    present: frozenset[str]
    stock: tuple[str, ...]
    not_names: tuple[str, ...]

    def for_days(self, apart: int | None) -> float:
        """Return what ``apart`` days between two reports add; None is not known."""
        if apart is None:
            return self.unknown_day
        return next((line.adds for line in self.days if apart <= line.within), self.later)

    def for_times(self, apart: int) -> float:
        """Return what two dates of the main happening add that lie ``apart`` days from each other."""
        if apart == 0:
            return self.same_time
        return next((line.adds for line in self.times if apart <= line.within), self.other_time)
