"""Clusters put right after each change are those that all reports make at once, whatever the order."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.cluster.agglomerate import agglomerate
from rashomon.cluster.clusters import Cluster, clusters
from rashomon.cluster.link import Link
from rashomon.cluster.regroup import Change, regroup
from rashomon.model import ReportId

LEAST = 0.3
SIZE = 14
TENTHS = st.integers(0, 10).map(lambda tenths: tenths / 10)
"""Probabilities that are often equal, which is where the order of merging could tell."""
PAIRS = st.dictionaries(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.tuples(TENTHS | st.floats(0, 1), st.sampled_from([False] * 7 + [True])),
    max_size=60,
)


@dataclass(frozen=True)
class Sheet:
    """A report as clusters see it."""

    id: ReportId
    name: str
    fullness: int


@dataclass
class Desk:
    """Some reports with links among them, and the clusters as they were made last."""

    every: list[Link]
    there: dict[ReportId, Sheet] = field(default_factory=dict)
    events: dict[ReportId, Cluster] = field(default_factory=dict)

    def member(self, report: ReportId) -> Sheet:
        return self.there[report]

    def ties(self, reports: Collection[ReportId]) -> Iterable[Link]:
        return [one for one in self.links() if one.first in reports or one.second in reports]

    def among(self, reports: Collection[ReportId]) -> Iterable[Link]:
        return [one for one in self.links() if one.first in reports and one.second in reports]

    def links(self) -> list[Link]:
        return [one for one in self.every if one.first in self.there and one.second in self.there]

    def mates(self, report: ReportId) -> list[ReportId]:
        cluster = self.events.get(report)
        return [mate for mate in cluster.report_ids if mate in self.there] if cluster else []

    def settle(self, changed: Iterable[ReportId]) -> Change:
        change = regroup(changed, self, least=LEAST)
        for cluster in change.made:
            self.events |= dict.fromkeys(cluster.report_ids, cluster)
        return change

    def add(self, sheet: Sheet) -> Change:
        self.there[sheet.id] = sheet
        return self.settle([sheet.id])

    def remove(self, report: ReportId) -> Change:
        mates = [mate for mate in self.mates(report) if mate != report]
        del self.there[report], self.events[report]
        return self.settle(mates)

    def now(self) -> list[Cluster]:
        return sorted({self.events[report] for report in self.there}, key=lambda cluster: cluster.report_ids)

    def at_once(self) -> list[Cluster]:
        return clusters(self.there.values(), self.every, least=LEAST)


def sheet(number: int) -> Sheet:
    """A report; some are fuller than others."""
    return Sheet(ReportId(f"r{number:02}"), f"Paper {number}", number * 7 % 5)


def linked(pairs: dict[tuple[int, int], tuple[float, bool]]) -> list[Link]:
    """The links that some numbers stand for."""
    found = pairs.items()
    return [Link(ReportId(f"r{a:02}"), ReportId(f"r{b:02}"), p, f"{a} {b}", copy) for (a, b), (p, copy) in found]


@settings(max_examples=300)
@given(PAIRS, st.permutations(range(SIZE)))
def test_reports_added_one_at_a_time_make_the_clusters_of_all_at_once(pairs: Any, order: list[int]) -> None:
    desk = Desk(linked(pairs))
    for number in order:
        desk.add(sheet(number))
        assert desk.now() == desk.at_once()


@settings(max_examples=100)
@given(PAIRS, st.lists(st.integers(0, SIZE - 1), max_size=6, unique=True))
def test_reports_taken_out_leave_what_the_others_make(pairs: Any, out: list[int]) -> None:
    desk = Desk(linked(pairs))
    for number in range(SIZE):
        desk.add(sheet(number))
    for number in out:
        desk.remove(ReportId(f"r{number:02}"))
        assert desk.now() == desk.at_once()


@settings(max_examples=100)
@given(PAIRS, PAIRS)
def test_links_that_change_are_put_right_at_their_ends_alone(before: Any, after: Any) -> None:
    old, new = linked(before), linked(after)
    desk = Desk(old)
    for number in range(SIZE):
        desk.add(sheet(number))
    desk.every = new
    desk.settle({end for one in {*old} ^ {*new} for end in (one.first, one.second)})
    assert desk.now() == desk.at_once()


@given(PAIRS, st.permutations(range(SIZE)))
def test_a_change_names_what_is_gone_and_what_took_its_place(pairs: Any, order: list[int]) -> None:
    desk = Desk(linked(pairs))
    seen: set[tuple[ReportId, ...]] = set()
    for number in order:
        change = desk.add(sheet(number))
        seen = seen.difference(change.gone).union(cluster.report_ids for cluster in change.made)
        assert seen == {cluster.report_ids for cluster in desk.now()}


@given(PAIRS)
def test_average_link_never_joins_what_no_chain_of_strong_links_ties(pairs: Any) -> None:
    likeness = {pair: probability for pair, (probability, _) in pairs.items()}
    found = agglomerate(SIZE, likeness, LEAST)
    part = list(range(SIZE))
    for (first, second), probability in likeness.items():
        if probability >= LEAST:
            part = [part[first] if each == part[second] else each for each in part]
    together = [[number for number in range(SIZE) if part[number] == each] for each in sorted(set(part))]
    alone = []
    for component in together:
        inside = {
            (component.index(a), component.index(b)): value
            for (a, b), value in likeness.items()
            if a in component and b in component
        }
        alone += [[component[number] for number in each] for each in agglomerate(len(component), inside, LEAST)]
    assert sorted(found) == sorted(alone)


def test_a_far_report_is_not_looked_at() -> None:
    chain = {(number, number + 1): (0.9 if number % 2 == 0 else 0.31, False) for number in range(SIZE - 1)}
    desk = Desk(linked(chain))
    for number in range(SIZE - 1):
        desk.add(sheet(number))
    assert desk.add(sheet(SIZE - 1)).looked_at <= 6
