"""Reports put together into events, each with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.cluster.candidates import candidates
from rashomon.cluster.clusters import clusters
from rashomon.cluster.describe import by_report, describe
from rashomon.cluster.keys import keys_of
from rashomon.cluster.link import Link, link
from rashomon.cluster.profile import Profile, profile
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import Event, Reading, Report, ReportId, SharedText


def group(
    reports: Sequence[Report],
    readings: Iterable[Reading] | Mapping[ReportId, Reading],
    *,
    shared: Sequence[SharedText] = (),
    tables: Tables,
) -> tuple[Event, ...]:
    """Return the events that the reports tell, in the order of their first report's id; every report is in one.

    Two reports belong together when words, names, days, places, kind and copied text make it likely; an event's
    ``reasons`` say which report joined by which link and why. Whether two reports are linked depends on the two alone. The
    order of the reports does not matter, an unrelated report changes nothing, and a copy joins its original's event and
    moves no other report.
    """
    known = by_report(readings)
    unique = {report.id: report for report in reports}
    profiles = [profile(unique[i], known.get(i, Reading(i)), tables=tables) for i in sorted(unique)]
    least = tables.of(Grouping).together
    found = clusters(profiles, links_between(profiles, shared, tables=tables), least=least)
    told = [([unique[i] for i in one.report_ids], one.reasons) for one in found]
    return tuple(describe(mine, known, tables=tables, reasons=reasons) for mine, reasons in told)


def links_between(profiles: Sequence[Profile], shared: Iterable[SharedText], *, tables: Tables) -> list[Link]:
    """Return the links of the reports that find each other by a key or share text."""
    place = {one.id: number for number, one in enumerate(profiles)}
    texts = {(place[t.first], place[t.second]): t for t in shared if t.first in place and t.second in place}
    texts = {(min(pair), max(pair)): text for pair, text in texts.items()}
    pairs = {*candidates([keys_of(one, tables=tables) for one in profiles]), *texts}
    found = (link(profiles[a], profiles[b], texts.get((a, b)), tables=tables) for a, b in sorted(pairs))
    return [one for one in found if one]
