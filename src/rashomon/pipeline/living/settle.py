"""What a change touches: the reports within reach of it put together anew, and the records of the events that changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from rashomon.lexicon.tables import Tables
from rashomon.model import Decision, EventId, Judgement, ReportId, content_id
from rashomon.pipeline.living.making import facets_of, record_of
from rashomon.pipeline.living.neighbours import Cluster, Neighbours
from rashomon.store import events, judgements, links, reports
from rashomon.store.links import Link
from rashomon.store.log import Log
from rashomon.store.reports import Kept

Pairs = Mapping[tuple[int, int], bool]


@dataclass(frozen=True, slots=True)
class Settled:
    """The events that a change founded, those whose reports or record it changed, and those that are now part of another."""

    founded: tuple[EventId, ...] = ()
    grown: tuple[EventId, ...] = ()
    merged: tuple[tuple[EventId, EventId], ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """The reports within reach of a change, with the links between them and the events they belonged to."""

    kept: Mapping[int, Kept]
    links: Sequence[Link]
    before: Mapping[int, EventId]
    judged: Pairs

    @property
    def had(self) -> dict[EventId, set[int]]:
        """The reports that each event had."""
        found: dict[EventId, set[int]] = {}
        for number, event_id in self.before.items():
            found.setdefault(event_id, set()).add(number)
        return found


def settle(
    connection: Connection, touched: Iterable[int], log: Log, *, neighbours: Neighbours, anew: Iterable[int] = ()
) -> Settled:
    """Put the reports within reach of those touched together, and make the records of the events that are no longer as they were.

    No report beyond a link of the joining likeness can be joined, so that the rest of the store stays as it is. ``anew`` are
    reports whose reading or claims changed: the record of their event is made again in any case.
    """
    decided = [one.judgement for one in judgements.all_judgements(connection)]
    reach = within_reach(connection, {*touched, *anew}, decided, neighbours)
    clusters = neighbours.clusters(list(reach.kept.values()), reach.links, reach.judged)
    named = {named_after(reach.kept[one.members[0]].report.id): one for one in clusters}
    had, again = reach.had, set(anew)
    founded: list[EventId] = []
    grown: list[EventId] = []
    for event_id, cluster in named.items():
        mine = set(cluster.members)
        if had.get(event_id, set()) != mine or mine & again:
            (grown if event_id in had else founded).append(event_id)
            write_event(connection, event_id, cluster, reach, log, tables=neighbours.tables, judged=decided)
    merged = bury(connection, {id_: had[id_] for id_ in had if id_ not in named}, named, log)
    return Settled(tuple(founded), tuple(grown), tuple(merged))


def named_after(founder: ReportId) -> EventId:
    """Return the id of the event that a report founded: it stays while the event grows, and comes back with the event."""
    return EventId(content_id("e", founder))


def within_reach(
    connection: Connection, touched: set[int], decided: Sequence[Judgement], neighbours: Neighbours
) -> Reach:
    """Return the reports that could belong with those touched, by link, by judgement or because they do now."""
    judged = pairs_judged(connection, decided)
    found: set[int] = set()
    fresh = set(touched)
    while fresh:
        found |= fresh
        near = links.near(connection, fresh, neighbours.least)
        said = {number for pair, same in judged.items() if same and fresh & set(pair) for number in pair}
        now = set(events.memberships(connection, fresh).values())
        together = {number for id_ in now for number in events.members_of(connection, id_)}
        fresh = (near | said | together) - found
    kept = {one.number: one for one in reports.kept(connection, found)}
    return Reach(kept, links.among(connection, found), events.memberships(connection, found), judged)


def pairs_judged(connection: Connection, decided: Sequence[Judgement]) -> dict[tuple[int, int], bool]:
    """Return the pairs of reports that reviewers put together or held apart; the last word on a pair counts."""
    standing = [one for one in decided if not one.withdrawn and one.decision in (Decision.SAME, Decision.NOT_SAME)]
    numbers = reports.numbers_of(connection, sorted({subject for one in standing for subject in one.subject}))
    found = {}
    for one in standing:
        known = sorted(numbers[subject] for subject in set(one.subject) if subject in numbers)
        for place, first in enumerate(known):
            for second in known[place + 1 :]:
                found[first, second] = one.decision is Decision.SAME
    return found


def write_event(
    connection: Connection, event_id: EventId, cluster: Cluster, reach: Reach, log: Log, *, tables: Tables,
    judged: Sequence[Judgement],
) -> None:  # fmt: skip
    """Make the record of an event, tell the log, and keep both."""
    mine, before = set(cluster.members), reach.had.get(event_id, set())
    shared = sorted(
        (one.shared for one in reach.links if one.shared and {one.first, one.second} <= mine),
        key=lambda text: (text.first, text.second),
    )
    kept = [reach.kept[number] for number in cluster.members]
    record = record_of(event_id, kept, shared, tables=tables, reasons=cluster.reasons, judged=judged)
    digest = events.digest_of(record)
    details = {
        "joined": [reach.kept[number].report.id for number in sorted(mine - before)],
        "left": [reach.kept[number].report.id for number in sorted(before - mine)],
        "reports": len(mine), "record": digest,
    }  # fmt: skip
    change = log.add("event", event_id, details)
    events.keep_event(
        connection, record.event, record, facets_of(record.event, record, tables), founder=cluster.members[0], entry=log
    )
    events.move(connection, event_id, change, joined=mine - before, left=before - mine)


def bury(
    connection: Connection, gone: Mapping[EventId, set[int]], named: Mapping[EventId, Cluster], log: Log
) -> list[tuple[EventId, EventId]]:
    """Leave tombstones for events that are no more, each pointing to the one that has its first report."""
    home = {number: id_ for id_, cluster in named.items() for number in cluster.members}
    merged = []
    for event_id, had in gone.items():
        into = home[min(had)]
        change = log.add("merged", event_id, {"into": into})
        events.move(connection, event_id, change, joined=(), left=had)
        events.bury(connection, event_id, into, change, log.at)
        merged.append((event_id, into))
    return merged
