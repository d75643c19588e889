"""A store in memory: reports put in and taken out one at a time, each with the work it made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from rashomon.cluster.clusters import Cluster
from rashomon.cluster.copies import shared_text
from rashomon.cluster.cut import told_in
from rashomon.cluster.link import Link, apart, link
from rashomon.cluster.profile import Profile
from rashomon.cluster.prose import Prose, prose
from rashomon.cluster.regroup import Change, regroup
from rashomon.cluster.signature import Signature, signature
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import Reading, Report, ReportId


@dataclass
class Memory:
    """What is known of the reports put in so far."""

    tables: Tables
    signatures: dict[ReportId, Signature] = field(default_factory=dict)
    texts: dict[ReportId, Prose] = field(default_factory=dict)
    filed: dict[str, set[ReportId]] = field(default_factory=lambda: defaultdict(set))
    bonds: dict[ReportId, dict[ReportId, Link]] = field(default_factory=lambda: defaultdict(dict))
    events: dict[ReportId, Cluster] = field(default_factory=dict)
    compared: int = 0

    def add(self, report: Report, reading: Reading) -> Change:
        """Put a report in, account by account; one that is there already changes nothing."""
        if report.id in self.signatures:
            return Change((), ())
        told = told_in(report, reading, tables=self.tables)
        for one in apart(each.report.id for each in told):
            self.bonds[one.first][one.second] = self.bonds[one.second][one.first] = one
        changes = []
        for each in told:
            text = prose(report, each.account, tables=self.tables)
            changes.append(self.put(signature(each.report, each.reading, tables=self.tables, text=text), text))
        return changes[-1]

    def put(self, one: Signature, text: Prose) -> Change:
        """Put a report in by its signature."""
        near = self.neighbours(one)
        self.compared = len(near)
        self.signatures[one.id], self.texts[one.id] = one, text
        for key in one.filed:
            self.filed[key].add(one.id)
        for other in near - self.bonds[one.id].keys():
            self.bind(one, self.signatures[other])
        return self.settle([one.id])

    def neighbours(self, one: Signature) -> set[ReportId]:
        """Return the reports filed under what one asks for."""
        return set().union(*(self.filed.get(key, ()) for key in one.asked)) - {one.id}

    def bind(self, one: Signature, other: Signature) -> None:
        """Note what binds two reports."""
        alike = one.copies & other.copies
        shared = shared_text(self.texts[one.id], self.texts[other.id]) if alike else None
        found = link(one, other, shared, tables=self.tables)
        if found:
            self.bonds[one.id][other.id] = self.bonds[other.id][one.id] = found

    def remove(self, report: ReportId) -> Change:
        """Take a report out."""
        mates = [mate for mate in self.mates(report) if mate != report]
        for key in self.signatures.pop(report).filed:
            self.filed[key].discard(report)
        for other in self.bonds.pop(report, {}):
            del self.bonds[other][report]
        del self.texts[report], self.events[report]
        return self.settle(mates)

    def settle(self, changed: Iterable[ReportId]) -> Change:
        """Put the clusters right."""
        change = regroup(changed, self, least=self.tables.of(Grouping).together)
        for cluster in change.made:
            self.events |= dict.fromkeys(cluster.report_ids, cluster)
        return change

    def member(self, report: ReportId) -> Profile:
        """Return a report's profile, which has its name and fullness."""
        return self.signatures[report].profile

    def ties(self, reports: Collection[ReportId]) -> Iterable[Link]:
        """Return all links of some reports."""
        return {one for report in reports for one in self.bonds[report].values()}

    def among(self, reports: Collection[ReportId]) -> Iterable[Link]:
        """Return the links between some reports."""
        return {one for one in self.ties(reports) if one.first in reports and one.second in reports}

    def mates(self, report: ReportId) -> Iterable[ReportId]:
        """Return the reports of its cluster that are still there."""
        cluster = self.events.get(report)
        return [mate for mate in cluster.report_ids if mate in self.signatures] if cluster else []

    def clusters(self) -> list[Cluster]:
        """Return all clusters, in the order of their first report's id."""
        return sorted(set(self.events.values()), key=lambda cluster: cluster.report_ids)
