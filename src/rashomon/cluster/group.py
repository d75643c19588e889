"""Reports put together into events, each with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.cluster.candidates import candidates
from rashomon.cluster.clusters import clusters
from rashomon.cluster.copies import shared_text
from rashomon.cluster.cut import Told, told_in
from rashomon.cluster.describe import by_report, describe
from rashomon.cluster.link import Link, apart, link
from rashomon.cluster.prose import Prose, prose
from rashomon.cluster.signature import Signature, signature
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import Event, Reading, Report, ReportId


def group(
    reports: Sequence[Report], readings: Iterable[Reading] | Mapping[ReportId, Reading], *, tables: Tables
) -> tuple[Event, ...]:
    """Return the events that the reports tell, in the order of their first report's id; every report is in one at least.

    A report that turns to another happening gives an account of each, which are grouped for themselves and never together.
    Two reports belong together when words, names, days, places, kind and copied text make it likely; an event's
    ``reasons`` say which report joined by which link and why. Whether two reports are linked depends on the two alone. The
    order of the reports does not matter, an unrelated report changes nothing, and a copy joins its original's event and
    moves no other report.
    """
    known = by_report(readings)
    unique = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    told = [
        each
        for report in unique.values()
        for each in told_in(report, known.get(report.id, Reading(report.id)), tables=tables)
    ]
    texts = [prose(unique[each.origin], each.account, tables=tables) for each in told]
    signatures = [
        signature(each.report, each.reading, tables=tables, text=text) for each, text in zip(told, texts, strict=True)
    ]
    links = [*links_between(signatures, texts, tables=tables), *held_apart(told)]
    found = clusters((one.profile for one in signatures), links, least=tables.of(Grouping).together)
    by_id = {each.report.id: each for each in told}
    return tuple(
        sorted(
            (event_of([by_id[i] for i in one.report_ids], one.reasons, tables=tables) for one in found), key=place_of
        )
    )


def held_apart(told: Iterable[Told]) -> Iterator[Link]:
    """Yield the links that hold the accounts of each report apart."""
    given: dict[ReportId, list[ReportId]] = {}
    for each in told:
        given.setdefault(each.origin, []).append(each.report.id)
    for ids in given.values():
        yield from apart(ids)


def event_of(told: Sequence[Told], reasons: tuple[str, ...], *, tables: Tables) -> Event:
    """Return the event that some reports, or some accounts of reports, tell of; its reports are the whole ones."""
    described = describe([one.report for one in told], [one.reading for one in told], tables=tables, reasons=reasons)
    accounts = sorted(
        (one.account for one in told if one.account), key=lambda account: (account.report_id, account.number)
    )
    ids = tuple(sorted({one.origin for one in told}))
    return replace(described, report_ids=ids, accounts=tuple(accounts))


def place_of(event: Event) -> tuple[bool, tuple[ReportId, ...], tuple[int, ...]]:
    """Return where an event comes in a list: those that are a report's own story first, in the order of their first report's id."""
    own = len(event.report_ids) > sum(account.number > 1 for account in event.accounts)
    return (not own, event.report_ids, tuple(account.number for account in event.accounts))


def links_between(signatures: Sequence[Signature], texts: Sequence[Prose], *, tables: Tables) -> Iterator[Link]:
    """Yield the links of the reports that find each other by a key, not of accounts of one report; both come in the same order."""
    for first, second in candidates(signatures):
        if texts[first].id == texts[second].id:
            continue
        one, other = signatures[first], signatures[second]
        shared = shared_text(texts[first], texts[second]) if one.copies & other.copies else None
        found = link(one, other, shared, tables=tables)
        if found:
            yield found
