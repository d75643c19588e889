"""The voice of every claim of an event: roots settled across its reports, and whom an outlet's own words rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.lexicon.placekeys import place_key
from rashomon.model import ActorKind, Claim, ClaimId, ClaimKind, Layer, Mention, MentionType, Report, ReportId, ZoneKind
from rashomon.reconcile.roots.bodies import kind_of_body, office_words
from rashomon.reconcile.roots.commands import of_the_command
from rashomon.reconcile.roots.described import described
from rashomon.reconcile.roots.initials import full_names, in_full
from rashomon.reconcile.roots.offices import (
    is_bureau,
    is_generic,
    law_office,
    law_words,
    offices_in_text,
    on_the_office,
)
from rashomon.reconcile.roots.officials import one_administration
from rashomon.reconcile.roots.pages import group_pages
from rashomon.reconcile.roots.root import Known, Root, outlet_root, root_of
from rashomon.reconcile.roots.settle import settle
from rashomon.reconcile.roots.spokesmen import ranked, spoken_for

INSTITUTIONS = frozenset(
    {ActorKind.GOVERNMENT, ActorKind.MEDICAL_BODY, ActorKind.RESCUE_BODY, ActorKind.PARTY, ActorKind.STATE_FORCE}
)
"""Kinds of body that speak of disasters, strikes and politics as well as of crimes."""

POSTERS = frozenset({ActorKind.OTHER, ActorKind.PERSON})
"""Kinds of the authors of posts of whom nothing is known."""

NEAR = 400
"""A source that is taken up without its name stands within so many characters."""


@dataclass(frozen=True)
class VoiceBook:
    """The root of each claim, and for each report its publisher and the root that its own words most likely rest on."""

    roots: Mapping[ClaimId, Root]
    publishers: Mapping[ReportId, Root] = field(default_factory=dict)
    leans: Mapping[ReportId, Root] = field(default_factory=dict)

    def leans_of(self, claims: Iterable[Claim]) -> dict[ClaimId, Root]:
        """Return, for each claim of a report whose own words rest on a root, that root."""
        return {claim.id: self.leans[claim.report_id] for claim in claims if claim.report_id in self.leans}


def voices_of_claims(
    claims: Sequence[Claim], reports: Mapping[ReportId, Report], known: Known, mentions: Sequence[Mention] = ()
) -> VoiceBook:
    """Return the roots of all claims, names of one voice put together.

    In the news of a local crime one police office speaks; what its outlets say of it in their own voice, and what they
    lay to "officials" or "an arrest warrant", rests on that office.
    """
    homes = {claim.id: reports[claim.report_id] for claim in claims if claim.report_id in reports}
    papers = {ClaimId(f"publisher {id_}"): report for id_, report in sorted(reports.items())}
    bare = {claim.id: root_of(claim, homes[claim.id], known) for claim in claims if claim.id in homes}
    bare |= {id_: outlet_root(report, known) for id_, report in papers.items()}
    initials = full_names([report.text for report in reports.values()])
    behalf = spoken_for(in_full(bare, initials, known), homes | papers, known, initials)
    counts = {claim.id for claim in main_counts(claims)}
    roots = one_administration(settle(behalf, known.voices, known.nations), counts, homes | papers, known)
    roots = group_pages(described(roots, mentions, known), homes | papers, counts, known)
    roots = taken_up(of_the_command(roots, known), claims, known)
    office = None
    if is_local(list(behalf.values()), mentions, reports, known):
        named = [root.label for root in behalf.values() if not (root.spoken or root.vague)]
        names = [*named, *cited_names(mentions, reports)]
        office = law_office(names, roots.values(), known) or law_office(
            offices_in_text(reports.values(), known), (), known
        )
    leans = {}
    if office is not None:
        roots = on_the_office(roots, behalf, office, ranked(behalf, homes, known), known)
        roots = {claim.id: as_posted(claim, roots[claim.id], known) for claim in claims if claim.id in roots} | {
            id_: roots[id_] for id_ in papers
        }
        leans = {
            report: office_of(report, claims, roots, office, known)
            for report in reports
            if not cites_others(report, claims, roots, reports[report], known)
        }
    publishers = {report.id: roots.pop(id_) for id_, report in papers.items()}
    return VoiceBook(roots, publishers, leans)


def as_posted(claim: Claim, root: Root, known: Known) -> Root:
    """Return the author of a post in a report on a local crime as a paper that is quoted: mostly a reporter, seldom a body.

    "Three shot on Elm Street — Ola Brandt (@olab)" tells no more of its source than a station does.
    """
    if claim.zone is not ZoneKind.EMBED or root.spoken or root.vague or root.kind not in POSTERS:
        return root
    return root if kind_of_body(root.label, known.voices) else replace(root, key=f"outlet:{place_key(root.label)}")


def office_of(
    report: ReportId, claims: Sequence[Claim], roots: Mapping[ClaimId, Root], office: Root, known: Known
) -> Root:
    """Return the office that a report's own words rest on: the investigating one, or the prosecutors where it cites them more often."""
    cited = [roots[claim.id] for claim in claims if claim.report_id == report and claim.id in roots]
    often = Counter(root.key for root in cited)
    bureaus = {root.key: root for root in cited if office_words(root.label, known.voices) & known.voices.accusers}
    best = min(bureaus, key=lambda key: (-often[key], key), default=None)
    return bureaus[best] if best is not None and often[best] > often[office.key] else office


def cites_others(
    id_: ReportId, claims: Sequence[Claim], roots: Mapping[ClaimId, Root], report: Report, known: Known
) -> bool:
    """Say whether a report cites bodies and names no police at all: what it says itself rests on no police office."""
    cited = [roots[claim.id] for claim in claims if claim.report_id == id_ and claim.id in roots]
    bodies = [root for root in cited if not (root.spoken or root.vague or root.key.startswith("outlet:"))]
    others = any(root.kind in INSTITUTIONS or root.kind is ActorKind.OTHER for root in bodies)
    return others and not police_words([report], known)


def is_local(
    roots: Collection[Root], mentions: Sequence[Mention], reports: Mapping[ReportId, Report], known: Known
) -> bool:
    """Say whether reports tell of a local crime: no monitor, agency or armed group speaks, and armed groups are hardly named."""
    if any(root.kind.value in known.voices.outside for root in roots if not root.spoken):
        return False
    actors = [
        known.actors.get(m.actor or "") for m in mentions if m.type is MentionType.ACTOR and m.report_id in reports
    ]
    if not investigated(roots, known):
        return False
    armed = sum(actor is not None and actor.kind.value in known.voices.outside for actor in actors)
    return armed <= max(len(reports), police_words(reports.values(), known))


def investigated(roots: Iterable[Root], known: Known) -> bool:
    """Say whether the offices that speak are an investigation's: police more than twice as often as any other institution.

    Prosecutors and coroners are of the investigation too.
    """
    named = [root for root in roots if not (root.spoken or root.vague or is_bureau(root, known))]
    law = [bool(law_words(root.label, known)) or is_generic(root, known) for root in named]
    others = Counter(
        root.key for root, is_law in zip(named, law, strict=True) if root.kind in INSTITUTIONS and not is_law
    )
    return sum(law) >= 2 * max(others.values(), default=0)


def police_words(reports: Iterable[Report], known: Known) -> int:
    """Return how often reports name police, in whatever words."""
    return sum(report.text.casefold().count(word) for report in reports for word in known.voices.law)


def taken_up(roots: Mapping[ClaimId, Root], claims: Sequence[Claim], known: Known) -> dict[ClaimId, Root]:
    """Give "the statement" or "the source" to the one root that the same report names for its counts, else to the one named just before."""
    named = [claim for claim in claims if not is_bare(roots.get(claim.id), known)]
    lone = lone_sources(named, roots)
    bare = [claim for claim in claims if claim.id in roots and is_bare(roots[claim.id], known)]
    taken = {c.id: lone.get(c.report_id) or named_before(c, named, roots) or roots[c.id] for c in bare}
    return {**roots, **taken}


def named_before(claim: Claim, named: Sequence[Claim], roots: Mapping[ClaimId, Root]) -> Root | None:
    """Return the root of what a report says last before a claim on somebody's word, where that is near."""
    near = [
        (other.span.start, other.id) for other in named
        if other.report_id == claim.report_id and 0 <= claim.span.start - other.span.start <= NEAR
        and other.id in roots and not (roots[other.id].spoken or roots[other.id].vague)
    ]  # fmt: skip
    return roots[max(near)[1]] if near else None


def is_bare(root: Root | None, known: Known) -> bool:
    """Say whether a root is a document or a source without any name: "the statement", "sources"."""
    if root is None or root.spoken or root.vague or root.key.startswith("office:"):
        return False
    return set(place_key(root.label).split()) <= known.voices.taken_up


def cited_names(mentions: Sequence[Mention], reports: Mapping[ReportId, Report]) -> list[str]:
    """Return the names of the sources that the reports mention, as they name them where they do so in full."""
    found = [m for m in mentions if m.type is MentionType.ATTRIBUTION and m.report_id in reports]
    return [m.speaker for m in found if m.speaker]


def main_counts(claims: Sequence[Claim]) -> list[Claim]:
    """Return the counts of the happening itself."""
    return [claim for claim in claims if claim.kind is ClaimKind.COUNT and claim.layer is Layer.MAIN]


def lone_sources(claims: Sequence[Claim], roots: Mapping[ClaimId, Root]) -> dict[ReportId, Root]:
    """Return, for each report that names one and the same root for all the counts it names one for, that root."""
    named: dict[ReportId, dict[str, Root]] = {}
    for claim in claims:
        root = roots.get(claim.id)
        if claim.kind is ClaimKind.COUNT and root and not (root.spoken or root.vague):
            named.setdefault(claim.report_id, {})[root.key] = root
    return {report: next(iter(found.values())) for report, found in named.items() if len(found) == 1}
