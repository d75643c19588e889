"""Published policies that make one figure of several; they stand side by side and none is the truth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.lexicon.policies import AcledPolicy, Policies
from rashomon.model import Estimate, Quantity
from rashomon.reconcile.counting import CountComparison
from rashomon.reconcile.intervals import ceiling_of, floor_of, point_of
from rashomon.reconcile.series import Point, Strand, claim_ids

Latest = tuple[str, Point[Quantity]]
"""A root's key and its last figure."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the policies weigh: the last figure of each independent root, a sum by side if one was derived, and the settings."""

    latest: tuple[Latest, ...]
    compare: CountComparison
    settings: Policies
    by_side: Point[Quantity] | None = None


def weighing(
    strands: Sequence[Strand[Quantity]],
    compare: CountComparison,
    settings: Policies,
    by_side: Point[Quantity] | None = None,
) -> Weighing:
    """Return what the policies weigh; a strand that rests on another root is not weighed again."""
    latest = tuple((s.root.key, s.latest) for s in strands if s.rests_on is None)
    return Weighing(latest, compare, settings, by_side)


def acled(w: Weighing) -> Estimate:
    """ACLED: the lowest number until another is corroborated; vague words by the codebook's numbers."""
    policy = w.settings.acled
    large = max(floor_of(p.said) for _, p in w.latest) >= policy.large_from
    points = [(coded(p.said, policy, large=large), p) for _, p in w.latest]
    counts = {number: sum(n == number for n, _ in points) for number, _ in points}
    sure = [number for number, roots in counts.items() if roots >= policy.corroborated_by]
    best = max(sure) if sure else min(counts)
    return Estimate(best, best, best, claim_ids(a for n, p in points if n == best for a in p.answers))


def coded(said: Quantity, policy: AcledPolicy, *, large: bool) -> int:
    """Return the number that ACLED codes for a figure: of "dozens" 12, of "more than 70" 71."""
    codes = {**policy.codes, **policy.large_codes} if large else policy.codes
    words = said.words.casefold().split()
    for phrase in sorted(codes, key=lambda one: (-len(one), one)):
        if said.hedge.casefold() == phrase or f" {phrase} " in f" {' '.join(words)} ":
            return codes[phrase]
    return floor_of(said) if said.low is not None else ceiling_of(said)


def ucdp(w: Weighing) -> Estimate:
    """UCDP: low and high of all, best the sum by side where one root gives it, else the number most roots support."""
    low, high = span_of(w)
    favoured = majority(w).best
    best = point_of(w.by_side.said) if w.by_side else favoured if favoured is not None else point_of(lowest(w).said)
    best = min(max(best, low), high) if not w.by_side else best
    used = [a for _, p in w.latest for a in p.answers] + (list(w.by_side.answers) if w.by_side else [])
    return Estimate(min(low, best), best, max(high, best), claim_ids(used))


def min_max(w: Weighing) -> Estimate:
    """Airwars and Iraq Body Count: the lowest and the highest number named; no best one. An open end adds nothing."""
    low, high = span_of(w)
    return Estimate(low, None, high, claim_ids(a for _, p in w.latest for a in p.answers))


def majority(w: Weighing) -> Estimate:
    """The number that most independent roots give; none where no number has a lead."""
    tally: dict[tuple[int | None, int | None], list[Point[Quantity]]] = {}
    for _, point in w.latest:
        tally.setdefault((point.said.low, point.said.high), []).append(point)
    ranked = sorted(tally.values(), key=len, reverse=True)
    tied = len(ranked) > 1 and len(ranked[0]) == len(ranked[1])
    if len(ranked[0]) < w.settings.majority.least_roots or tied:
        return Estimate(None, None, None)
    said = ranked[0][0].said
    return Estimate(said.low, point_of(said), said.high, claim_ids(a for p in ranked[0] for a in p.answers))


def newest(w: Weighing) -> Estimate:
    """The last figures in time; of several of one day the hull, and as best the one that a growing measure ends on."""
    last = [p for _, p in w.latest if not any(p.moment.before(other.moment) for _, other in w.latest)]
    points = [point_of(p.said) for p in last]
    best = (max(points) if w.compare.grows else points[0]) if w.compare.grows or len(set(points)) == 1 else None
    low, high = min(floor_of(p.said) for p in last), max(ceiling_of(p.said) for p in last)
    return Estimate(low, best, high, claim_ids(a for p in last for a in p.answers))


def span_of(w: Weighing) -> tuple[int, int]:
    """Return the lowest and the highest number that any root's last figure names."""
    floors = [floor_of(p.said) for _, p in w.latest if p.said.low is not None]
    ceilings = [ceiling_of(p.said) for _, p in w.latest]
    return min(floors, default=0), max(ceilings)


def lowest(w: Weighing) -> Point[Quantity]:
    """Return the figure with the lowest number, the earliest of equals."""
    return min((p for _, p in w.latest), key=lambda p: (point_of(p.said), p.moment.rank, p.said.words))


POLICIES: dict[str, Callable[[Weighing], Estimate]] = {
    "acled": acled, "ucdp": ucdp, "min-max": min_max, "majority": majority, "latest": newest,
}  # fmt: skip
"""The policies by the names that a record shows."""


def estimates(w: Weighing) -> dict[str, Estimate]:
    """Return every policy's estimate."""
    return {name: policy(w) for name, policy in POLICIES.items()} if w.latest else {}
