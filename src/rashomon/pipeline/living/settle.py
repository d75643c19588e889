"""What a change touches: the accounts around it put together anew, and the records of the events that changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.cluster.clusters import Cluster
from rashomon.cluster.regroup import regroup
from rashomon.lexicon.tables import Tables
from rashomon.model import Decision, EventId, Judgement, ReportId, content_id
from rashomon.pipeline.living.making import facets_of, record_of
from rashomon.pipeline.living.neighbours import Around, Filed, Neighbours, united
from rashomon.store import accounts, events, judgements, links
from rashomon.store.connect import Connection
from rashomon.store.log import Log


@dataclass(frozen=True, slots=True)
class Settled:
    """The events that a change founded, those whose reports or record it changed, and those that are now part of another."""

    founded: tuple[EventId, ...] = ()
    grown: tuple[EventId, ...] = ()
    merged: tuple[tuple[EventId, EventId], ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """An event as it will be: its accounts by their numbers, the founder first, and why they stand together."""

    members: tuple[int, ...]
    reasons: tuple[str, ...]


def settle(
    connection: Connection, filed: Filed, log: Log, *, neighbours: Neighbours, anew: Iterable[int] = ()
) -> Settled:  # fmt: skip
    """Put the accounts around those filed together, and make the records of the events that are no longer as they were.

    The rest of the store stays as it is. ``anew`` are accounts whose reading or claims changed: the record of their event is
    made again in any case.
    """
    decided = [one.judgement for one in judgements.all_judgements(connection)]
    again = set(anew)
    around = Around(connection, pairs_judged(connection, decided), least=neighbours.least, gone=filed.gone)
    named = castings({*filed.numbers, *again, *left_behind(connection, filed.gone)}, around)
    members = {number for one in named.values() for number in one.members}
    before = events.memberships(connection, members | filed.gone.keys())
    had: dict[EventId, set[int]] = {}
    for number, event_id in before.items():
        had.setdefault(event_id, set()).add(number)
    founded: list[EventId] = []
    grown: list[EventId] = []
    for event_id, one in named.items():
        mine = set(one.members)
        if had.get(event_id, set()) != mine or mine & again:
            (grown if event_id in had else founded).append(event_id)
            write_event(
                connection, event_id, one, had.get(event_id, set()), log, tables=neighbours.tables, judged=decided
            )
    home = {number: id_ for id_, one in named.items() for number in one.members}
    home |= {number: home[own] for number, own in filed.gone.items()}
    merged = bury(connection, {id_: had[id_] for id_ in had if id_ not in named}, home, log)
    return Settled(tuple(founded), tuple(grown), tuple(merged))


def left_behind(connection: Connection, gone: Collection[int]) -> set[int]:
    """Return the accounts that were of one event with those that are gone."""
    homes = set(events.memberships(connection, gone).values())
    return {number for home in homes for number in events.members_of(connection, home)} - set(gone)


def named_after(founder: ReportId) -> EventId:
    """Return the id of the event that an account founded: it stays while the event grows, and comes back with the event."""
    return EventId(content_id("e", founder))


def castings(changed: Iterable[int], around: Around) -> dict[EventId, Cast]:
    """Return the events around a change by their ids, the oldest first."""
    said = {tuple(around.ids(pair)): same for pair, same in around.judged.items()}
    reach = set(around.ids(sorted(changed)))
    while True:
        made = regroup(sorted(reach), around, least=around.least).made
        inside = {report for one in made for report in one.report_ids}
        # Who was put together with one of these comes with it, wherever it stands.
        more = {end for pair, same in said.items() if same and inside & {*pair} for end in pair} - inside
        if not more:
            break
        reach |= more
    pairs = {(pair[0], pair[1]): same for pair, same in said.items()}
    return by_founder(united(made, pairs), around)


def by_founder(clusters: Iterable[Cluster], around: Around) -> dict[EventId, Cast]:
    """Return clusters as events named after their first account, the oldest first."""
    cast = [Cast(tuple(sorted(map(around.number, one.report_ids))), one.reasons) for one in clusters]
    inorder = sorted(cast, key=lambda one: one.members)
    return {named_after(around.ids(one.members[:1])[0]): one for one in inorder}


def pairs_judged(connection: Connection, decided: Sequence[Judgement]) -> dict[tuple[int, int], bool]:
    """Return the pairs of accounts that reviewers put together or held apart; the last word on a pair counts."""
    standing = [one for one in decided if not one.withdrawn and one.decision in (Decision.SAME, Decision.NOT_SAME)]
    numbers = accounts.numbers_of(connection, sorted({subject for one in standing for subject in one.subject}))
    found = {}
    for one in standing:
        known = sorted(numbers[subject] for subject in set(one.subject) if subject in numbers)
        for place, first in enumerate(known):
            for second in known[place + 1 :]:
                found[first, second] = one.decision is Decision.SAME
    return found


def write_event(
    connection: Connection, event_id: EventId, cast: Cast, before: set[int], log: Log, *, tables: Tables,
    judged: Sequence[Judgement],
) -> None:  # fmt: skip
    """Make the record of an event, tell the log, and keep both."""
    mine, given = set(cast.members), accounts.given(connection, cast.members)
    shared = links.shared_among(connection, mine)
    record = record_of(event_id, given, shared, tables=tables, reasons=cast.reasons, judged=judged)
    details = {
        "joined": ids_in_order(connection, mine - before), "left": ids_in_order(connection, before - mine),
        "reports": len(mine), "record": events.digest_of(record),
    }  # fmt: skip
    change = log.add("event", event_id, details)
    facets = facets_of(record.event, record, tables)
    events.keep_event(connection, record.event, record, facets, founder=given[0].kept.number, entry=log)
    events.move(connection, event_id, change, joined=mine - before, left=before - mine)


def ids_in_order(connection: Connection, numbers: Iterable[int]) -> list[ReportId]:
    """Return the ids of accounts in the order in which they came."""
    return [id_ for _, id_ in sorted(accounts.ids_of(connection, numbers).items())]


def bury(
    connection: Connection, gone: Mapping[EventId, set[int]], home: Mapping[int, EventId], log: Log
) -> list[tuple[EventId, EventId]]:
    """Leave tombstones for events that are no more, each pointing to the one that now has its first account, or its report's own story."""
    merged = []
    for event_id, had in gone.items():
        into = home[min(had)]
        change = log.add("merged", event_id, {"into": into})
        events.move(connection, event_id, change, joined=(), left=had)
        events.bury(connection, event_id, into, change, log.at)
        merged.append((event_id, into))
    return merged
