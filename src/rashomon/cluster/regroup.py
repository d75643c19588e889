"""Clusters put right after a few reports came, went or changed, without looking at the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from rashomon.cluster.clusters import Cluster, Member, clusters
from rashomon.cluster.link import Link
from rashomon.model import ReportId


class Known(Protocol):
    """What is kept of all reports: a store answers from its tables, a test from memory."""

    def member(self, report: ReportId) -> Member:
        """Return a report's name and fullness."""

    def ties(self, reports: Collection[ReportId]) -> Iterable[Link]:
        """Return the links of some reports, with whomever, that are copies or at least as strong as joins two reports."""

    def among(self, reports: Collection[ReportId]) -> Iterable[Link]:
        """Return all links between some reports, the faint ones too."""

    def mates(self, report: ReportId) -> Collection[ReportId]:
        """Return the reports of its cluster as it was, itself among them; none for a new report."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a change does to clusters: those that are gone, those that took their place, and how many reports were looked at."""

    gone: tuple[tuple[ReportId, ...], ...]
    made: tuple[Cluster, ...]
    looked_at: int = 0


def regroup(changed: Iterable[ReportId], known: Known, *, least: float) -> Change:
    """Return what becomes of the clusters after reports are new, gone, or linked in another way.

    ``changed`` are the reports that are new or have other links than before, and those that were with one that is gone;
    what is gone, ``known`` knows no more. The result is what `clusters` makes of all reports. Average link lets two clusters
    meet only where they have a link of at least ``least``. So the clusters of the changed reports are made again together
    with those that they have such links with; where one of these comes out otherwise than it was, it is taken among the
    changed ones, and its neighbours are looked at too. Where all come out as they were, no cluster further away can feel
    the change.
    """
    near = Neighbourhood(known, least)
    mine = near.whole(changed)
    while True:
        around = near.whole(mine | near.touching(mine))
        found = near.clusters(around)
        before = {near.whole([report]) for report in around - mine}
        moved = before - {frozenset(one.report_ids) for one in found}
        if not moved:
            break
        mine = mine.union(*moved)
    gone = {tuple(sorted(mates)) for report in mine if (mates := near.mates(report))}
    made = tuple(one for one in found if mine.issuperset(one.report_ids))
    return Change(tuple(sorted(gone)), made, len(around))


class Neighbourhood:
    """The clusters around some reports, each asked for once."""

    def __init__(self, known: Known, least: float) -> None:
        self._known = known
        self._least = least
        self._mates: dict[ReportId, frozenset[ReportId]] = {}

    def mates(self, report: ReportId) -> frozenset[ReportId]:
        """Return the cluster that a report was in; empty for a new one."""
        if report not in self._mates:
            mates = frozenset(self._known.mates(report))
            self._mates |= dict.fromkeys(mates or [report], mates)
        return self._mates[report]

    def whole(self, reports: Iterable[ReportId]) -> frozenset[ReportId]:
        """Return the reports with all that were in their clusters."""
        return frozenset().union(*((self.mates(report) or {report}) for report in reports))

    def touching(self, reports: Collection[ReportId]) -> frozenset[ReportId]:
        """Return the reports that a strong link or a copy ties to one of these, and these where they are tied."""
        ties = (one for one in self._known.ties(reports) if one.copy or one.probability >= self._least)
        return frozenset(end for one in ties for end in (one.first, one.second))

    def clusters(self, reports: Collection[ReportId]) -> list[Cluster]:
        """Return the clusters of these reports alone."""
        members = [self._known.member(report) for report in reports]
        return clusters(members, self._known.among(reports), least=self._least)
