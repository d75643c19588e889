"""Reports put together into events, each with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.cluster.candidates import candidates
from rashomon.cluster.clusters import clusters
from rashomon.cluster.copies import shared_text
from rashomon.cluster.describe import by_report, describe
from rashomon.cluster.link import Link, link
from rashomon.cluster.prose import Prose, prose
from rashomon.cluster.signature import Signature, signature
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import Event, Reading, Report, ReportId


def group(
    reports: Sequence[Report], readings: Iterable[Reading] | Mapping[ReportId, Reading], *, tables: Tables
) -> tuple[Event, ...]:
    """Return the events that the reports tell, in the order of their first report's id; every report is in one.

    Two reports belong together when words, names, days, places, kind and copied text make it likely; an event's
    ``reasons`` say which report joined by which link and why. Whether two reports are linked depends on the two alone. The
    order of the reports does not matter, an unrelated report changes nothing, and a copy joins its original's event and
    moves no other report.
    """
    known = by_report(readings)
    unique = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    texts = [prose(report, tables=tables) for report in unique.values()]
    signatures = [
        signature(unique[text.id], known.get(text.id, Reading(text.id)), tables=tables, text=text) for text in texts
    ]
    links = links_between(signatures, texts, tables=tables)
    found = clusters((one.profile for one in signatures), links, least=tables.of(Grouping).together)
    told = [([unique[i] for i in one.report_ids], one.reasons) for one in found]
    return tuple(describe(mine, known, tables=tables, reasons=reasons) for mine, reasons in told)


def links_between(signatures: Sequence[Signature], texts: Sequence[Prose], *, tables: Tables) -> Iterator[Link]:
    """Yield the links of the reports that find each other by a key; both come in the same order."""
    for first, second in candidates(signatures):
        one, other = signatures[first], signatures[second]
        shared = shared_text(texts[first], texts[second]) if one.copies & other.copies else None
        found = link(one, other, shared, tables=tables)
        if found:
            yield found
