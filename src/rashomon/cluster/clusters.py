"""Reports that are linked made into clusters, and the reasons that hold each together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rashomon.cluster.agglomerate import Pair, agglomerate
from rashomon.cluster.link import Link
from rashomon.model import ReportId

APART = "much the same words"
"""The reason where the likest report of a cluster is not alike itself."""


class Member(Protocol):
    """A report as clusters see it: a profile is one."""

    @property
    def id(self) -> ReportId: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def fullness(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Cluster:
    """The reports on one happening, in the order of their ids, and why each of them is among them."""

    report_ids: tuple[ReportId, ...]
    reasons: tuple[str, ...] = ()


def clusters(members: Iterable[Member], links: Iterable[Link], *, least: float) -> list[Cluster]:
    """Return the clusters of some reports, in the order of their ids; every report is in one.

    Two clusters join while the mean probability over all their pairs is at least ``least``; a pair without a link counts
    as 0. Of exact copies one alone, the fullest, is weighed, and the others go where it goes. The order of members and
    links does not matter.
    """
    known = {member.id: member for member in members}
    links = [one for one in links if one.first in known and one.second in known]
    bundles = bundled(known, links)
    between = links_between(bundles, links)
    found = agglomerate(len(bundles), {pair: one.probability for pair, one in between.items()}, least)
    return sorted((made(each, bundles, known, between) for each in found), key=lambda cluster: cluster.report_ids)


def bundled(known: Mapping[ReportId, Member], links: Iterable[Link]) -> list[list[ReportId]]:
    """Return the reports that are copies of each other, the fullest first; most stand alone."""
    head = {report: report for report in sorted(known)}

    def top(report: ReportId) -> ReportId:
        while head[report] != report:
            report = head[report]
        return report

    for one in links:
        if one.copy:
            low, high = sorted((top(one.first), top(one.second)))
            head[high] = low
    bundles: dict[ReportId, list[ReportId]] = {}
    for report in head:
        bundles.setdefault(top(report), []).append(report)
    return [sorted(bundle, key=lambda report: (-known[report].fullness, report)) for bundle in bundles.values()]


def links_between(bundles: Sequence[Sequence[ReportId]], links: Iterable[Link]) -> dict[Pair, Link]:
    """Return the links between the bundles' heads, and those that hold any two of their reports apart."""
    heads = {bundle[0]: number for number, bundle in enumerate(bundles)}
    homes = {report: number for number, bundle in enumerate(bundles) for report in bundle}
    found: dict[Pair, Link] = {}
    for one in sorted(links, key=lambda one: -one.probability):
        place = heads if one.probability >= 0 else homes
        first, second = place.get(one.first), place.get(one.second)
        if first is not None and second is not None and first != second:
            found[min(first, second), max(first, second)] = one
    return found


def made(
    numbers: Sequence[int],
    bundles: Sequence[Sequence[ReportId]],
    known: Mapping[ReportId, Member],
    between: Mapping[Pair, Link],
) -> Cluster:
    """Return the cluster of some bundles with its reasons."""
    mine = [bundles[number] for number in numbers]
    reasons = (*copied(mine, known), *joined(numbers, bundles, known, between))
    return Cluster(tuple(sorted(report for bundle in mine for report in bundle)), reasons)


def copied(bundles: Iterable[Sequence[ReportId]], known: Mapping[ReportId, Member]) -> Iterator[str]:
    """Yield a reason for each report that is a copy of another."""
    for head, *others in bundles:
        for other in others:
            yield f"{named(known[other])} is a copy of {named(known[head])}"


def joined(
    numbers: Sequence[int],
    bundles: Sequence[Sequence[ReportId]],
    known: Mapping[ReportId, Member],
    between: Mapping[Pair, Link],
) -> Iterator[str]:
    """Yield why each bundle is with the first: the strongest links that hold them together, one for each."""
    newest, *left = numbers
    nearest: dict[int, tuple[float, int, int]] = {}
    while left:
        for number in left:
            one = between.get((min(newest, number), max(newest, number)))
            strength = (one.probability if one else 0.0, -newest, -number)
            nearest[number] = max(nearest.get(number, strength), strength)
        inside, newest = min(
            ((-nearest[number][1], number) for number in left), key=lambda pair: tuple(-x for x in nearest[pair[1]])
        )
        one = between.get((min(inside, newest), max(inside, newest)))
        with_whom = named(known[bundles[inside][0]])
        yield f"{named(known[bundles[newest][0]])} with {with_whom}: {one.reason if one else APART}"
        left.remove(newest)


def named(member: Member) -> str:
    """Return a report's name with its id."""
    return f"{member.name} ({member.id})"
