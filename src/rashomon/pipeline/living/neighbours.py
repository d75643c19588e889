"""Which reports of a store a report may belong with, and the clusters around a change: the one seam to grouping."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from rashomon.cluster.clusters import Cluster
from rashomon.cluster.copies import shared_text
from rashomon.cluster.link import Link as Likeness
from rashomon.cluster.link import link
from rashomon.cluster.prose import prose
from rashomon.cluster.signature import Signature, signature
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import Report, ReportId, SharedText
from rashomon.store import events, links, reports
from rashomon.store.links import Link, Sketch
from rashomon.store.reports import Kept

MOST_KNOWN = 2000
"""How many signatures are kept at hand."""
APART = -1e6
"""The likeness of two reports that a reviewer holds apart: no likeness of others makes up for it."""

Pairs = Mapping[tuple[int, int], bool]
"""Pairs of reports, and whether a reviewer holds them to be of one event."""


class Neighbours:
    """What grouping sees of the reports of a store; signatures that are used again and again are kept at hand."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.least = tables.of(Grouping).together
        self._known: OrderedDict[tuple[int, str], Signature] = OrderedDict()

    def file(self, connection: Connection, kept: Sequence[Kept]) -> None:
        """File reports that are new or read anew under their keys, and link them with those that they find by theirs."""
        fresh = {one.number: signature(one.report, one.reading, tables=self.tables) for one in kept}
        before = links.sketches(connection, fresh)
        links.cut(connection, before)
        for number, sketch in before.items():
            links.take_keys(connection, number, Signature.from_row(sketch.row).filed)
        for one in kept:
            mine = fresh[one.number]
            sketch = Sketch(one.digest, mine.profile.name, mine.profile.fullness, mine.to_row())
            links.keep_signature(connection, one.number, sketch, mine.filed)
            self._keep(one.number, one.digest, mine)
        for number, mine in fresh.items():
            found = links.filed_under(connection, mine.asked)
            others = sorted(other for other in found if other != number and (other not in fresh or other < number))
            links.keep_links(connection, self._links(connection, number, mine, others))

    def _links(self, connection: Connection, number: int, mine: Signature, others: Sequence[int]) -> list[Link]:
        """Return the links of a report with others."""
        known = self._signatures(connection, others)
        near = {
            other: known[other]
            for other in others
            if mine.filed & known[other].asked or mine.asked & known[other].filed
        }
        alike = [other for other, one in near.items() if one.copies & mine.copies]
        texts = reports.texts(connection, [number, *alike]) if alike else {}
        found = []
        for other, one in near.items():
            shared = self._shared(texts[number], texts[other]) if other in alike else None
            like = link(mine, one, shared, tables=self.tables)
            if like or shared:
                first, second = sorted((number, other))
                told = (like.probability, like.reason, like.copy) if like else (0.0, "", False)
                found.append(Link(first, second, *told, shared))
        return found

    def _shared(self, one: Report, other: Report) -> SharedText | None:
        """Return the text that two reports share."""
        return shared_text(prose(one, tables=self.tables), prose(other, tables=self.tables))

    def _signatures(self, connection: Connection, numbers: Sequence[int]) -> dict[int, Signature]:
        """Return the signatures of reports, from the store where they are not at hand."""
        digests = links.digests(connection, numbers)
        missing = [number for number in numbers if (number, digests[number]) not in self._known]
        found = {n: self._known[n, digests[n]] for n in numbers if n not in set(missing)}
        for number, sketch in links.sketches(connection, missing).items():
            found[number] = Signature.from_row(sketch.row)
            self._keep(number, sketch.digest, found[number])
        return found

    def _keep(self, number: int, digest: str, mine: Signature) -> None:
        """Keep a signature at hand in place of the one kept longest."""
        self._known[number, digest] = mine
        if len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A report as clusters see it."""

    id: ReportId
    name: str
    fullness: int


class Around:
    """What regrouping asks of the store, asked for an event at a time; reviewers' words on pairs of reports are laid over it."""

    def __init__(self, connection: Connection, judged: Pairs) -> None:
        self._connection, self._judged = connection, judged
        self._spoken = {number for pair in judged for number in pair}
        self._ids: dict[int, ReportId] = {}
        self._numbers: dict[ReportId, int] = {}
        self._mates: dict[int, tuple[int, ...]] = {}
        self._links: dict[int, list[Likeness]] = {}
        self._members: dict[int, Name] = {}

    def number(self, report: ReportId) -> int:
        """Return the number of a report."""
        if report not in self._numbers:
            self._learn(reports.numbers_of(self._connection, [report]).values())
        return self._numbers[report]

    def ids(self, numbers: Iterable[int]) -> list[ReportId]:
        """Return the ids of reports."""
        wanted = list(numbers)
        self._learn(number for number in wanted if number not in self._ids)
        return [self._ids[number] for number in wanted]

    def mates(self, report: ReportId) -> Collection[ReportId]:
        """Return the reports of the event that a report belongs to so far; none for a new one."""
        number = self.number(report)
        if number not in self._mates:
            home = events.memberships(self._connection, [number])
            mates = tuple(events.members_of(self._connection, home[number])) if home else ()
            self._mates |= dict.fromkeys(mates or (number,), mates)
        return self.ids(self._mates[number])

    def member(self, report: ReportId) -> Name:
        """Return a report's name and fullness."""
        number = self.number(report)
        if number not in self._members:
            together = {number, *(self.number(mate) for mate in self.mates(report))}
            for each, told in links.names(self._connection, together).items():
                self._members[each] = Name(self.ids([each])[0], *told)
        return self._members[number]

    def links(self, report: ReportId) -> Iterable[Likeness]:
        """Return all links of a report, with what reviewers say of it."""
        number = self.number(report)
        if number not in self._links:
            wanted = {number, *(self.number(mate) for mate in self.mates(report))} - self._links.keys()
            found = self._said(
                {(one.first, one.second): one for one in links.links_of(self._connection, wanted)}, wanted
            )
            self._learn({end for one in found for end in (one.first, one.second)} - self._ids.keys())
            self._links |= {each: [] for each in wanted}
            for one in found:
                likeness = self._likeness(one)
                for end in {one.first, one.second} & wanted:
                    self._links[end].append(likeness)
        return self._links[number]

    def _said(self, found: dict[tuple[int, int], Link], wanted: set[int]) -> list[Link]:
        """Return links as reviewers leave them: who was judged is weighed for itself, and pairs held apart are as unlike as can be."""
        for pair, one in found.items():
            if one.copy and self._spoken & set(pair):
                found[pair] = replace(one, copy=False)
        for pair, same in self._judged.items():
            if not same and wanted & set(pair):
                found[pair] = Link(*pair, APART)
        return list(found.values())

    def _likeness(self, one: Link) -> Likeness:
        """Return a link between ids, the smaller first."""
        first, second = sorted((self._ids[one.first], self._ids[one.second]))
        return Likeness(first, second, one.likeness, one.why, one.copy)

    def _learn(self, numbers: Iterable[int]) -> None:
        """Look up the ids of reports."""
        found = reports.ids_of(self._connection, numbers)
        self._ids |= found
        self._numbers |= {id_: number for number, id_ in found.items()}


def united(clusters: Iterable[Cluster], said: Mapping[tuple[ReportId, ReportId], bool]) -> list[Cluster]:
    """Return the clusters, those that a reviewer put together as one, unless others of their reports are held apart."""
    home = {report: one for one in clusters for report in one.report_ids}
    for (first, second), same in said.items():
        if not same or first not in home or second not in home or home[first] is home[second]:
            continue
        both = {*home[first].report_ids, *home[second].report_ids}
        if any(not held and both.issuperset(pair) for pair, held in said.items()):
            continue
        reasons = (*home[first].reasons, *home[second].reasons, f"a reviewer put {first} and {second} together")
        home |= dict.fromkeys(both, Cluster(tuple(sorted(both)), reasons))
    return list({one.report_ids: one for one in home.values()}.values())
