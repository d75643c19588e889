"""Which reports of a store a report may belong with, and the clusters around a change: the one seam to grouping."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rashomon.cluster.accounts import accounts as accounts_in
from rashomon.cluster.clusters import Cluster
from rashomon.cluster.copies import shared_text
from rashomon.cluster.cut import told
from rashomon.cluster.link import APART, link
from rashomon.cluster.link import Link as Likeness
from rashomon.cluster.prose import Prose, prose
from rashomon.cluster.signature import Signature, signature
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import ReportId, SharedText
from rashomon.store import accounts, events, links
from rashomon.store.accounts import Given
from rashomon.store.connect import Connection
from rashomon.store.links import Link, Sketch
from rashomon.store.reports import Kept

MOST_KNOWN = 2000
"""How many signatures are kept at hand."""

Pairs = Mapping[tuple[int, int], bool]
"""Pairs of accounts, and whether a reviewer holds them to be of one event."""


@dataclass(frozen=True, slots=True)
class Filed:
    """The accounts that were filed, by their numbers, and those that are gone, each with the own story of its report."""

    numbers: tuple[int, ...] = ()
    gone: Mapping[int, int] = field(default_factory=dict)


class Neighbours:
    """What grouping sees of a store's reports and their accounts; signatures that are used again and again are kept at hand."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.least = tables.of(Grouping).together
        self._known: OrderedDict[tuple[int, str], Signature] = OrderedDict()
        self._texts: OrderedDict[int, Prose] = OrderedDict()

    def file(self, connection: Connection, kept: Sequence[Kept]) -> Filed:
        """File reports that are new or read anew under their keys, account by account, and link them with those that they find by theirs."""
        mine: list[Given] = []
        gone: dict[int, int] = {}
        for each in kept:
            told_apart = accounts_in(each.report, each.reading, tables=self.tables)
            given, lost = accounts.keep_accounts(connection, each, told_apart)
            mine += given
            gone |= dict.fromkeys(lost, given[0].number)
        fresh = {one.number: self._signature(one) for one in mine}
        self._take_out(connection, [*fresh, *gone])
        for one in mine:
            sign = fresh[one.number]
            sketch = Sketch(one.kept.digest, sign.profile.name, sign.profile.fullness, sign.to_row())
            links.keep_signature(connection, one.number, sketch, sign.filed)
            self._keep(one.number, one.kept.digest, sign)
        for siblings in given_by_one(mine):
            links.keep_links(connection, [Link(first, second, APART) for first, second in combinations(siblings, 2)])
            for number in siblings:
                found = links.filed_under(connection, fresh[number].asked).difference(siblings)
                others = sorted(other for other in found if other not in fresh or other < number)
                links.keep_links(connection, self._links(connection, number, fresh[number], others))
        return Filed(tuple(fresh), gone)

    def _signature(self, one: Given) -> Signature:
        """Return the signature of an account."""
        report, account = one.kept.report, one.account
        cut = told(report, one.kept.reading, account)
        self._texts[one.number] = text = prose(report, account, tables=self.tables)
        return signature(cut.report, cut.reading, tables=self.tables, text=text)

    def _take_out(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Take accounts out of the index that were filed as something else before."""
        before = links.sketches(connection, numbers)
        links.cut(connection, before)
        for number, sketch in before.items():
            links.take_keys(connection, number, Signature.from_row(sketch.row).filed)

    def _links(self, connection: Connection, number: int, mine: Signature, others: Sequence[int]) -> list[Link]:
        """Return the links of an account with others."""
        known = self._signatures(connection, others)
        alike = [other for other, one in known.items() if one.copies & mine.copies]
        texts = self._proses(connection, [number, *alike]) if alike else {}
        found = []
        for other, one in known.items():
            shared = shared_text(texts[number], texts[other]) if other in texts else None
            like = link(mine, one, shared, tables=self.tables)
            if like or shared:
                found.append(
                    linked(number, other, like, shared, why=like is not None and like.probability >= self.least)
                )
        return found

    def _proses(self, connection: Connection, numbers: Sequence[int]) -> dict[int, Prose]:
        """Return the sentences of accounts, made once for those at hand."""
        missing = [number for number in numbers if number not in self._texts]
        for number, (report, account) in accounts.texts(connection, missing).items():
            self._texts[number] = prose(report, account, tables=self.tables)
        found = {number: self._texts[number] for number in numbers}
        while len(self._texts) > MOST_KNOWN:
            self._texts.popitem(last=False)
        return found

    def _signatures(self, connection: Connection, numbers: Sequence[int]) -> dict[int, Signature]:
        """Return the signatures of accounts, from the store where they are not at hand."""
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


def given_by_one(given: Iterable[Given]) -> Iterator[list[int]]:
    """Yield the numbers of the accounts of each report, sorted."""
    found: dict[int, list[int]] = {}
    for one in given:
        found.setdefault(one.kept.number, []).append(one.number)
    yield from map(sorted, found.values())


def linked(number: int, other: int, like: Likeness | None, shared: SharedText | None, *, why: bool) -> Link:
    """Return a link to keep; the reason only of one that may hold a cluster together."""
    first, second = sorted((number, other))
    if like is None:
        return Link(first, second, 0.0, shared=shared)
    return Link(first, second, like.probability, like.reason if why else "", like.copy, shared)


@dataclass(frozen=True, slots=True)
class Name:
    """An account as clusters see it."""

    id: ReportId
    name: str
    fullness: int


class Around:
    """What regrouping asks of the store, asked for an event at a time; reviewers' words on pairs of reports are laid over it."""

    def __init__(self, connection: Connection, judged: Pairs, *, least: float, gone: Collection[int] = ()) -> None:
        self._connection, self._gone = connection, frozenset(gone)
        self.judged, self.least = judged, least
        self._spoken = {number for pair in judged for number in pair}
        self._ids: dict[int, ReportId] = {}
        self._numbers: dict[ReportId, int] = {}
        self._mates: dict[int, tuple[int, ...]] = {}
        self._members: dict[int, Name] = {}

    def number(self, report: ReportId) -> int:
        """Return the number of an account."""
        if report not in self._numbers:
            self._learn(accounts.numbers_of(self._connection, [report]).values())
        return self._numbers[report]

    def ids(self, numbers: Iterable[int]) -> list[ReportId]:
        """Return the ids of accounts."""
        wanted = list(numbers)
        self._learn(number for number in wanted if number not in self._ids)
        return [self._ids[number] for number in wanted]

    def mates(self, report: ReportId) -> Collection[ReportId]:
        """Return the accounts of the event that one belongs to so far; none for a new one."""
        number = self.number(report)
        if number not in self._mates:
            home = events.memberships(self._connection, [number])
            mates = (
                tuple(n for n in events.members_of(self._connection, home[number]) if n not in self._gone)
                if home
                else ()
            )
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

    def ties(self, reports: Collection[ReportId]) -> Iterable[Likeness]:
        """Return the strong links of some accounts, with what reviewers say of them."""
        return self._said(links.ties(self._connection, map(self.number, reports), self.least))

    def among(self, reports: Collection[ReportId]) -> Iterable[Likeness]:
        """Return all links between some reports, with what reviewers say of them."""
        wanted = set(map(self.number, reports))
        apart = [Link(*pair, APART) for pair, same in self.judged.items() if not same and wanted.issuperset(pair)]
        return self._said([*links.among(self._connection, wanted), *apart])

    def _said(self, found: Sequence[Link]) -> list[Likeness]:
        """Return links as reviewers leave them: who was judged is weighed for itself, and pairs held apart are as unlike as can be."""
        self._learn({end for one in found for end in (one.first, one.second)} - self._ids.keys())
        held = {pair for pair, same in self.judged.items() if not same}
        left = [one for one in found if (one.first, one.second) not in held or one.likeness == APART]
        return [self._likeness(one) for one in left]

    def _likeness(self, one: Link) -> Likeness:
        """Return a link between ids, the smaller first."""
        first, second = sorted((self._ids[one.first], self._ids[one.second]))
        copy = one.copy and one.first not in self._spoken and one.second not in self._spoken
        return Likeness(first, second, one.likeness, one.why, copy)

    def _learn(self, numbers: Iterable[int]) -> None:
        """Look up the ids of accounts."""
        found = accounts.ids_of(self._connection, numbers)
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
