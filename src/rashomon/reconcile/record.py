"""Compose the record of one event: a pure function of reports, readings and judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.lexicon.families import Families
from rashomon.lexicon.orders import orders_of
from rashomon.lexicon.policies import Policies
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    Claim,
    ClaimId,
    ClaimKind,
    Event,
    Finding,
    Judgement,
    Mention,
    Note,
    Reading,
    Record,
    Report,
    ReportId,
    SharedText,
)
from rashomon.reconcile.acts.control import control_findings
from rashomon.reconcile.acts.find import act_findings
from rashomon.reconcile.acts.objects import Objects
from rashomon.reconcile.beside.omissions import omissions
from rashomon.reconcile.beside.openpoints import record_open, unfirm_claims
from rashomon.reconcile.beside.tally import tally
from rashomon.reconcile.beside.timeline import timeline
from rashomon.reconcile.beside.wording import wording
from rashomon.reconcile.case import Answer, Case, answers_of, finding_id, in_order, shared_within
from rashomon.reconcile.counts.figures import figures
from rashomon.reconcile.counts.find import count_findings
from rashomon.reconcile.counts.sums import misfits
from rashomon.reconcile.judged import live_claims
from rashomon.reconcile.ladder.within import notes_within
from rashomon.reconcile.moments import Moment, moment_of
from rashomon.reconcile.roots.copies import first_printed, rest_on_origin, with_origins
from rashomon.reconcile.roots.kin import Kin, mark_parties, parties_of
from rashomon.reconcile.roots.known import countries, known
from rashomon.reconcile.roots.owners import with_owners
from rashomon.reconcile.roots.voices import voices_of_claims
from rashomon.reconcile.sayings import days_of_saying


def reconcile(
    event: Event, reports: Sequence[Report], readings: Sequence[Reading], *, tables: Tables,
    shared: Sequence[SharedText] = (), judgements: Sequence[Judgement] = (),
) -> Record:  # fmt: skip
    """Return what the reports on one event say together.

    ``reports`` and ``readings`` may hold more than the event's; their order never matters. A judgement that rejects a
    claim takes it out, one that corrects it sets a value right, and withdrawing the judgement brings the claim back as it was. Three outlets that quote one observatory's 45 dead
    make one finding with one independent root.
    """
    mine = in_order([report for report in reports if report.id in event.report_ids])
    ids = {report.id for report in mine}
    own = [reading for reading in readings if reading.report_id in ids]
    claims = tuple(claim for claim in live_claims(own, judgements) if claim.report_id in ids)
    common = shared_within(shared, mine)
    mentions = mentions_of(own)
    case, kin, common = make_case(event, mine, claims, common, tables, mentions=mentions)
    findings = find(case, kin)
    return Record(
        replace(event, figures=figures(findings)), mine, claims, findings,
        wording=wording(mentions, {report.id: report for report in mine}), timeline=timeline(findings, case.answers),
        shared=common, omissions=omissions(findings, case.answers, mine), open=record_open(findings, case.answers, mine),
        notes=notes_of(case, own, findings, claims), mentions=mentions, versions={"tables": tables.digest},
        tally=tally(mine, findings, case.answers),
    )  # fmt: skip


def make_case(
    event: Event, reports: tuple[Report, ...], claims: Sequence[Claim], shared: Sequence[SharedText], tables: Tables, *,
    mentions: Sequence[Mention],
) -> tuple[Case, Kin, tuple[SharedText, ...]]:  # fmt: skip
    """Return the case of an event, its roots settled, the kin of its actors, and the shared texts with whose words they are."""
    book, families = known(tables), tables.of(Families)
    by_id, kin = (
        {report.id: report for report in reports},
        tables.made("reconcile: kin", lambda _: Kin.of(book, families.side_words)),
    )
    voices = voices_of_claims(claims, by_id, book, mentions)
    roots, dropped = rest_on_origin(voices, claims, by_id, shared, book)
    roots = with_owners(mark_parties(roots, parties_of(event, claims, kin, families), kin), book)
    unfirm = unfirm_claims(claims, {report.id: report.name for report in reports})
    leans = with_owners({**voices.leans_of(claims), **dropped}, book)
    answers = answers_of(claims, by_id, roots, leans, moments_of(claims, by_id, shared, mentions))
    return Case(
        event, reports, answers, orders_of(tables), families, tables.of(Policies), countries(tables), unfirm
    ), kin, with_origins(shared, by_id, voices, book)  # fmt: skip


def moments_of(
    claims: Sequence[Claim],
    reports: Mapping[ReportId, Report],
    shared: Sequence[SharedText],
    mentions: Sequence[Mention],
) -> dict[ClaimId, Moment]:
    """Return when each claim was made: on the day that its report tells, else when its words were first printed."""
    printed, said = first_printed(claims, reports, shared), days_of_saying(claims, mentions, reports)
    return {
        claim.id: moment_of(claim, printed.get(claim.id, reports[claim.report_id]), said.get(claim.id))
        for claim in claims
        if claim.report_id in reports
    }


def find(case: Case, kin: Kin) -> tuple[Finding, ...]:
    """Return all findings: counts, then control, then acts."""
    about = [answer.claim for answer in case.of_kind(ClaimKind.ACT, ClaimKind.CONTROL)]
    objects = Objects.among(about, case.families, case.countries)
    found = (*count_findings(case), *control_findings(case, objects, kin), *act_findings(case, objects, kin))
    return tuple(told_apart(finding, found[:i], case.event) for i, finding in enumerate(found))


def told_apart(finding: Finding, before: Sequence[Finding], event: Event) -> Finding:
    """Return the finding, its scope numbered where an earlier one asks in the same words, so that every id is one finding's."""
    same = sum(other.id == finding.id for other in before)
    if not same:
        return finding
    question = replace(finding.question, scope=f"{finding.question.scope} ({same + 1})")
    return replace(finding, id=finding_id(event, question), question=question)


def notes_of(
    case: Case, readings: Sequence[Reading], findings: Sequence[Finding], claims: Sequence[Claim]
) -> tuple[Note, ...]:
    """Return what was noted on the reports, in the readings, and on sums and contradictions; each once, in a fixed order."""
    counts: list[Answer] = case.of_kind(ClaimKind.COUNT)
    noted = [
        *(replace(note, report_id=note.report_id or report.id) for report in case.reports for note in report.notes),
        *(replace(note, report_id=note.report_id or one.report_id) for one in readings for note in one.notes),
        *misfits(case, counts), *notes_within(findings, claims),
    ]  # fmt: skip
    place = {report.id: i for i, report in enumerate(case.reports)}
    return tuple(
        sorted(
            dict.fromkeys(noted), key=lambda n: note_rank(n, place.get(n.report_id, len(place)) if n.report_id else -1)
        )
    )


def note_rank(note: Note, place: int) -> tuple[int, int, str, str]:
    """Sort notes by report, by where they stand, and by what they say."""
    return (place, note.span.start if note.span else -1, note.code, note.message)


def mentions_of(readings: Sequence[Reading]) -> tuple[Mention, ...]:
    """Return the mentions of all readings, each once, by report and place in the text."""
    found = {mention for reading in readings for mention in reading.mentions}
    return tuple(sorted(found, key=lambda m: (m.report_id, m.span, m.type, m.actor or "", m.value or "", str(m.place))))
