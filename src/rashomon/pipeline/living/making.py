"""The record of an event made from what the store keeps, as it is now or was after an earlier change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.cluster.cut import told
from rashomon.cluster.group import event_of
from rashomon.lexicon.actors import Countries
from rashomon.lexicon.tables import Tables
from rashomon.model import Event, EventId, Judgement, Layer, Record, SharedText
from rashomon.pipeline import reconcile_told, told_of, version
from rashomon.store import accounts, events, judgements, links
from rashomon.store.accounts import Given
from rashomon.store.connect import Connection
from rashomon.store.events import Facets
from rashomon.store.reports import Version


def version_of(tables: Tables) -> Version:
    """Return what a reading is made with now."""
    return Version(version(), tables.digest if tables.judge is not None else f"{tables.digest}-rules")


def record_of(
    event_id: EventId, given: Sequence[Given], shared: Sequence[SharedText], *, tables: Tables,
    reasons: tuple[str, ...] = (), judged: Sequence[Judgement] = (),
) -> Record:  # fmt: skip
    """Return the record of some reports, or of accounts that they give, as one event: the same, in whatever order they came."""
    inorder = sorted(given, key=lambda one: (one.kept.report.id, one.number))
    parts = [told(one.kept.report, one.kept.reading, one.account) for one in inorder]
    event = replace(event_of(parts, reasons, tables=tables), id=event_id)
    whole = {one.kept.report.id: one.kept for one in inorder}
    readings = told_of(event, [one.reading for one in whole.values()])
    ids = {claim.id for reading in readings for claim in (*reading.claims, *reading.implied)}
    mine = [one for one in judged if ids.intersection(one.subject)]
    reports = [one.report for one in whole.values()]
    return reconcile_told(event, reports, readings, shared, tables=tables, judgements=mine)


def record_after(connection: Connection, event_id: EventId, change: int, *, tables: Tables) -> Record | None:
    """Return the record of the reports and judgements that an event had after a change of the log; None where it had none.

    It is made with today's readings, so that it differs from the present one by what came in, and not by how it was read.
    """
    numbers = events.members_of(connection, event_id, after=change)
    if not numbers:
        return None
    then = [one.at(change) for one in judgements.all_judgements(connection)]
    shared = links.shared_among(connection, numbers)
    judged = [one for one in then if one is not None]
    return record_of(event_id, accounts.given(connection, numbers), shared, tables=tables, judged=judged)


def facets_of(event: Event, record: Record, tables: Tables) -> Facets:
    """Return the names that an event is found by: of its place and country, and of who acts, suffers or speaks in it."""
    main = [claim for claim in record.claims if claim.layer is Layer.MAIN]
    places = [place for place in (event.where, *(claim.where for claim in main)) if place]
    countries = {row.id: row.label for row in tables.of(Countries).rows}
    named = [*(place.name for place in places), *(place.admin1 or "" for place in places[:1])]
    country = [countries.get(event.where.country or "", "")] if event.where else []
    acting = [name for claim in main if claim.act for name in (claim.act.agent, claim.act.patient) if name]
    roots = [position.root for finding in record.findings for position in finding.positions]
    return Facets([name for name in (*named, *country) if name], [*event.parties, *acting, *roots])
