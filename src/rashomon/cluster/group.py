"""Reports put together into events, each with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.cluster.agglomerate import Pair, agglomerate
from rashomon.cluster.candidates import candidates
from rashomon.cluster.copies import NEAR
from rashomon.cluster.describe import by_report, describe
from rashomon.cluster.profile import Profile, profile
from rashomon.cluster.similarity import Ground, Likeness, compare
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import Event, Reading, Report, ReportId, SharedText

FAINT = 0.02
"""A probability below this is no likeness."""


def group(
    reports: Sequence[Report],
    readings: Iterable[Reading] | Mapping[ReportId, Reading],
    *,
    shared: Sequence[SharedText] = (),
    tables: Tables,
) -> tuple[Event, ...]:
    """Return the events that the reports tell, in the order of their first report's id; every report is in one.

    Two reports belong together when words, names, days, places, kind and copied text make it likely; an event's
    ``reasons`` say which report joined by which link and why. The order of the reports does not matter, an
    unrelated report changes nothing, and a copy joins its original's event and moves no other report.
    """
    known = by_report(readings)
    unique = {report.id: report for report in reports}
    profiles = [profile(unique[i], known.get(i, Reading(i)), tables=tables) for i in sorted(unique)]
    copies = {(text.first, text.second): text for text in shared}
    bundles = bundled(profiles, shared)
    heads = [bundle[0] for bundle in bundles]
    links = likenesses([profiles[head] for head in heads], copies, tables)
    clusters = agglomerate(len(heads), {p: one.probability for p, one in links.items()}, tables.of(Grouping).together)
    events = []
    for cluster in clusters:
        members = sorted(member for number in cluster for member in bundles[number])
        told = [unique[profiles[member].id] for member in members]
        reasons = (*copied(cluster, bundles, profiles), *reasons_of(cluster, heads, profiles, links))
        events.append(describe(told, known, tables=tables, reasons=reasons))
    return tuple(sorted(events, key=lambda event: event.report_ids))


def bundled(profiles: Sequence[Profile], shared: Iterable[SharedText]) -> list[list[int]]:
    """Return the positions of reports that are copies of each other, the fullest first; most stand alone."""
    place = {one.id: number for number, one in enumerate(profiles)}
    head = list(range(len(profiles)))

    def top(number: int) -> int:
        while head[number] != number:
            number = head[number]
        return number

    for text in shared:
        if text.share >= NEAR and text.kind == "exact" and text.first in place and text.second in place:
            low, high = sorted((top(place[text.first]), top(place[text.second])))
            head[high] = low
    bundles: dict[int, list[int]] = {}
    for number in range(len(profiles)):
        bundles.setdefault(top(number), []).append(number)
    return [sorted(bundle, key=lambda n: (-len(profiles[n].text), profiles[n].id)) for bundle in bundles.values()]


def likenesses(
    profiles: Sequence[Profile], copies: Mapping[tuple[ReportId, ReportId], SharedText], tables: Tables
) -> dict[Pair, Likeness]:
    """Return how like the candidate pairs are, those left out that are not alike at all."""
    place = {one.id: number for number, one in enumerate(profiles)}
    shares = {ordered(place[a], place[b]): text.share for (a, b), text in copies.items() if a in place and b in place}
    links = {}
    for pair in sorted({*candidates(profiles), *shares}):
        like = compare(profiles[pair[0]], profiles[pair[1]], shared=shares.get(pair, 0.0), tables=tables)
        if like.probability >= FAINT:
            links[pair] = like
    return links


def ordered(first: int, second: int) -> Pair:
    """Return the two numbers, the smaller first."""
    return (first, second) if first < second else (second, first)


def copied(cluster: Iterable[int], bundles: Sequence[Sequence[int]], profiles: Sequence[Profile]) -> list[str]:
    """Return a reason for each report that is a copy of another."""
    return [
        f"{profiles[member].name} ({profiles[member].id}) is a copy of {profiles[bundle[0]].name} ({profiles[bundle[0]].id})"
        for bundle in (bundles[number] for number in cluster)
        for member in bundle[1:]
    ]


def reasons_of(
    cluster: Sequence[int], heads: Sequence[int], profiles: Sequence[Profile], links: Mapping[Pair, Likeness]
) -> list[str]:
    """Return why each report of a cluster is in it: the strongest links that hold it together."""
    inside = set(cluster)
    joined, reasons = {cluster[0]}, []
    none = Likeness(0.0, (Ground(0.0),))
    while joined != inside:
        pairs = [(a, b) for a in sorted(joined) for b in sorted(inside - joined)]
        best = max(pairs, key=lambda p: (links.get(ordered(*p), none).probability, -p[0], -p[1]))
        one, other = (profiles[heads[number]] for number in best)
        why = links.get(ordered(*best), none).reason
        reasons.append(f"{other.name} ({other.id}) with {one.name} ({one.id}): {why}")
        joined.add(best[1])
    return reasons
