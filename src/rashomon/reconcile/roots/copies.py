"""Shared text makes the later report's own words rest on the earlier one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.lexicon.placekeys import place_key
from rashomon.model import Claim, ClaimId, ClaimKind, Report, ReportId, SharedText, Span
from rashomon.reconcile.moments import clock_of, report_day
from rashomon.reconcile.roots.root import Known, Root
from rashomon.reconcile.roots.voices import VoiceBook

WHOLE = frozenset({"exact", "near"})
"""Kinds of shared text that take in the whole report."""

Copied = Mapping[ReportId, Sequence[tuple[Span | None, ReportId]]]
"""For each report, the stretches that also stand in another report; None is the whole text."""


def copied(shared: Sequence[SharedText]) -> dict[ReportId, list[tuple[Span | None, ReportId]]]:
    """Return, for each report, what of it stands in which other report."""
    found: dict[ReportId, list[tuple[Span | None, ReportId]]] = {}
    for one in shared:
        for here, there, side in ((one.first, one.second, 0), (one.second, one.first, 1)):
            spans: list[Span | None] = [None] if one.kind in WHOLE else [pair[side] for pair in one.spans]
            found.setdefault(here, []).extend((span, there) for span in spans)
    return found


def same_words(claim: Claim, copies: Copied) -> set[ReportId]:
    """Return the reports that carry the words of this claim too, its own included."""
    near = copies.get(claim.report_id, ())
    return {claim.report_id, *(other for span, other in near if span is None or span.overlaps(claim.span))}


def origin(reports: set[ReportId], by_id: Mapping[ReportId, Report], book: VoiceBook, known: Known) -> Report:
    """Return the report the words most likely come from: an agency's or a body's own, else the earliest; where nothing tells, by id."""
    return min(
        (by_id[id_] for id_ in reports), key=lambda report: origin_rank(report, book.publishers[report.id], known)
    )


def origin_rank(report: Report, publisher: Root, known: Known) -> tuple[bool, bool, str, str, str]:
    """Return the sort key of a likely origin: agencies and bodies that speak for themselves, then known days, then clocks, then ids."""
    day = report_day(report)
    return (not first_hand(publisher, known), day is None, str(day), clock_of(report) or "~", report.id)


def first_hand(publisher: Root, known: Known) -> bool:
    """Say whether a publisher is an agency, or a body on its own page."""
    return not publisher.key.startswith("outlet:") or place_key(publisher.label) in known.agencies


def with_origins(
    shared: Sequence[SharedText], reports: Mapping[ReportId, Report], book: VoiceBook, known: Known
) -> tuple[SharedText, ...]:
    """Return the shared texts with whose words they likely are, where an agency's credit or the reports' times tell it."""
    found = []
    for one in shared:
        source = origin({one.first, one.second}, reports, book, known)
        other = reports[one.second if source.id == one.first else one.first]
        ranks = [origin_rank(report, book.publishers[report.id], known)[:-1] for report in (source, other)]
        sure = ranks[0] != ranks[1] or book.publishers[source.id].key == book.publishers[other.id].key
        found.append(replace(one, origin=book.publishers[source.id].label if sure else None))
    return tuple(found)


def rest_on_origin(
    book: VoiceBook, claims: Sequence[Claim], reports: Mapping[ReportId, Report], shared: Sequence[SharedText],
    known: Known,
) -> tuple[dict[ClaimId, Root], dict[ClaimId, Root]]:  # fmt: skip
    """Give a copy's own words the root of the report they come from; words on a named root are that root's already.

    "Reportedly" and unnamed sources in a copy are those of the original too. Returned are the roots, and on whose word
    the original gives what the copy gives on nobody's.
    """
    copies, settled, dropped = copied(shared), dict(book.roots), dict[ClaimId, Root]()
    told = told_by_name(claims, book.roots) if copies else {}
    for claim in claims:
        carriers = same_words(claim, copies) & reports.keys()
        if claim.id in settled and len(carriers) > 1:
            named = [root for id_ in sorted(carriers) for root in told.get((id_, *said_in(claim)), ())]
            if named and settled[claim.id].spoken:
                dropped[claim.id] = min(named, key=lambda root: (root.key, root.name))
                continue
            source = origin(carriers, reports, book, known)
            settled[claim.id] = moved(
                settled[claim.id], book.publishers[claim.report_id], book.publishers[source.id], source
            )
    return settled, dropped


def said_in(claim: Claim) -> tuple[str | None, str | None, int | None, int | None]:
    """Return what a count says, whoever says it."""
    number, group = claim.quantity, claim.group
    return (claim.measure, group.id if group else None, number.low if number else None, number.high if number else None)


def told_by_name(
    claims: Sequence[Claim], roots: Mapping[ClaimId, Root]
) -> dict[tuple[ReportId, str | None, str | None, int | None, int | None], list[Root]]:
    """Return the roots that each report names for each count."""
    found: dict[tuple[ReportId, str | None, str | None, int | None, int | None], list[Root]] = {}
    for claim in claims:
        root = roots.get(claim.id)
        if claim.kind is ClaimKind.COUNT and root and not (root.spoken or root.vague):
            found.setdefault((claim.report_id, *said_in(claim)), []).append(root)
    return found


def moved(root: Root, mine: Root, theirs: Root, source: Report) -> Root:
    """Return the root as it stands in the report that the words come from; ``mine`` and ``theirs`` are the two publishers."""
    if root.spoken:
        return theirs
    if root.vague:
        return replace(root, key=f"unattributed:{source.id}", via=source.name)
    behind = " via " + mine.key.removeprefix("outlet:")
    if root.key.endswith(behind):
        return replace(
            root, key=root.key.removesuffix(behind) + " via " + theirs.key.removeprefix("outlet:"), via=source.name
        )
    return root


def first_printed(
    claims: Sequence[Claim], reports: Mapping[ReportId, Report], shared: Sequence[SharedText]
) -> dict[ClaimId, Report]:
    """Return, for each claim that stands word for word in an earlier report with which its own shares text, that report.

    What is printed again is not said again: a copy of yesterday's report does not make its figures today's.
    """
    near: dict[ReportId, set[ReportId]] = {}
    for one in shared:
        near.setdefault(one.first, set()).add(one.second)
        near.setdefault(one.second, set()).add(one.first)
    carriers: dict[tuple[object, ...], set[ReportId]] = {}
    for claim in (claim for claim in claims if claim.report_id in near):
        carriers.setdefault(as_printed(claim), set()).add(claim.report_id)
    found = {}
    for claim in (claim for claim in claims if claim.report_id in near):
        mates = (carriers[as_printed(claim)] & near[claim.report_id]) | {claim.report_id}
        found[claim.id] = min((reports[id_] for id_ in mates if id_ in reports), key=time_rank)
    return found


def as_printed(claim: Claim) -> tuple[object, ...]:
    """Return a claim's words and what they say."""
    return (claim.kind, " ".join(claim.quote.split()), claim.measure, claim.group, claim.quantity, claim.act)


def time_rank(report: Report) -> tuple[bool, str, str, str]:
    """Sort reports by day and clock; what has no day comes last."""
    day = report_day(report)
    return (day is None, str(day), clock_of(report) or "~", report.id)
