"""Published policies that make one figure of several; they stand side by side and none is the truth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.lexicon.policies import AcledPolicy, Policies
from rashomon.model import Estimate, Quantity
from rashomon.reconcile.counts.counting import CountComparison
from rashomon.reconcile.counts.intervals import ceiling_of, floor_of, is_wide, point_of
from rashomon.reconcile.ladder.series import Point, Strand, claim_ids

Latest = tuple[str, Point[Quantity]]
"""A root's key and its last figure."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the policies weigh: the last figure of each independent root, a sum by side if one was derived, and the settings.

    ``named`` are the figures that some report ends on, those that their root has since overtaken among them.
    """

    latest: tuple[Latest, ...]
    named: tuple[Point[Quantity], ...]
    compare: CountComparison
    settings: Policies
    by_side: Point[Quantity] | None = None


def weighing(
    strands: Sequence[Strand[Quantity]],
    compare: CountComparison,
    settings: Policies,
    summed: Sequence[Point[Quantity]] = (),
) -> Weighing:
    """Return what the policies weigh; a strand that rests on another root is not weighed again.

    ``summed`` are the totals that parts of roots add up to. The last is the sum by side; one of a root that states no
    total itself is an account like any other: "six children and three women" are nine.
    """
    free = [s for s in strands if s.rests_on is None]
    latest = tuple((s.root.key, s.latest) for s in free)
    stating = {s.root.house for s in strands}
    accounts = [p for p in summed if len(p.answers) > 1 and p.answers[0].house not in stating]
    named = (*(point for s in free for point in ended_on(s)), *accounts)
    return Weighing(latest, named, compare, settings, summed[-1] if summed else None)


def ended_on(strand: Strand[Quantity]) -> tuple[Point[Quantity], ...]:
    """Return a root's points that some report gives as the last one: of "four, now six" the six, of yesterday's "two" the two."""
    last = {answer.report.id: point for point in strand.points for answer in point.answers}
    return tuple(point for point in strand.points if any(point is one for one in last.values()))


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
    low, high = span_of([point for _, point in w.latest])
    favoured = majority(w).best
    best = point_of(w.by_side.said) if w.by_side else favoured if favoured is not None else point_of(lowest(w).said)
    best = min(max(best, low), high) if not w.by_side else best
    used = [a for _, p in w.latest for a in p.answers] + (list(w.by_side.answers) if w.by_side else [])
    return Estimate(min(low, best), best, max(high, best), claim_ids(used))


def min_max(w: Weighing) -> Estimate:
    """Airwars and Iraq Body Count: the lowest and the highest number of all accounts; no best one.

    An account that its own source has since overtaken stays one: a monitor's 2 of the morning and 4 of the evening make
    2 to 4. So is the sum of the parts of a root that states no total: "six children and three women" are nine. An open end
    adds nothing: "at least 4" names 4. Where another account has a number, "dozens" or "several" adds only its nearer end.
    """
    wide = [point.said for point in w.named if is_wide(point.said)]
    low, high = span_of([point for point in w.named if not is_wide(point.said)] or w.named)
    if len(wide) < len(w.named):
        low, high = min([low, *map(ceiling_of, wide)]), max([high, *map(floor_of, wide)])
    return Estimate(low, None, high, claim_ids(a for p in w.named for a in p.answers))


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
    """The last figure of each root; as best the one that is last in time, of several of one day what a growing measure ends on."""
    points = [point for _, point in w.latest]
    last = [point_of(p.said) for p in points if not any(p.moment.before(other.moment) for other in points)]
    settled = w.compare.grows or len(set(last)) == 1
    low, high = span_of(points)
    best = (max(last) if w.compare.grows else last[0]) if settled else None
    return Estimate(low, best, high, claim_ids(a for p in points for a in p.answers))


def span_of(points: Sequence[Point[Quantity]]) -> tuple[int, int]:
    """Return the lowest and the highest number that some figures name."""
    floors = [floor_of(point.said) for point in points if point.said.low is not None]
    return min(floors, default=0), max(ceiling_of(point.said) for point in points)


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
