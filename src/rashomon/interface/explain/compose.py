"""Compose the explanation of one finding from its record: nouns in, words out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.interface.explain.reasons import (
    aside_words,
    asks_the_same,
    reading_words,
    report_of,
    settled_words,
)
from rashomon.interface.explain.view import AsideLine, ClaimLine, Explanation, PolicyLine, RootLine, RungLine
from rashomon.interface.findings import Marks, estimate_view, remarks, root_words
from rashomon.interface.plain import clean, count_of
from rashomon.interface.words import SYMBOLS, report_day_words, short_day, value_words, verdict_words
from rashomon.model import Claim, ClaimId, Estimate, Finding, Position, Record, Value, ZoneKind

TAKES = {
    "acled": "the lowest number until another is corroborated",
    "ucdp": "low and high of all, best the sum by side or the number most roots support",
    "min-max": "the lowest and the highest number named",
    "majority": "the number that most roots give, if one leads",
    "latest": "the last number in time",
}
"""What each policy takes, as the page on the method tells it."""


def explanation(finding: Finding, record: Record) -> Explanation:
    """Return the way from claims to the verdict on one question, from the record alone."""
    marks = Marks.of(record.reports)
    held = [(claim, position) for position in finding.positions for claim in claims_of(position, record)]
    used = sorted({claim.id: claim for claim, _ in held}.values(), key=lambda claim: place_rank(claim, record))
    numbers = {claim.id: place for place, claim in enumerate(used, 1)}
    stated = {claim.id: position for claim, position in reversed(held)} | {
        claim.id: position for claim, position in reversed(held) if not position.derived
    }
    return Explanation(
        label=clean(finding.question.label), verdict=f"{SYMBOLS[finding.verdict]} {verdict_words(finding.verdict)}",
        roots=count_of(finding.independent_roots, "independent root"), why=clean(finding.why),
        claims=tuple(claim_line(claim, stated[claim.id], numbers, record, marks) for claim in used),
        aside=tuple(asides(finding, used, record, marks)),
        series=tuple(root_line(position, numbers, record, marks) for position in finding.positions),
        ladder=tuple(RungLine(clean(r.name), verdict_words(r.verdict), r.fits, clean(r.why)) for r in finding.ladder),
        policies=tuple(policy_line(name, one, numbers) for name, one in finding.estimates.items()),
        open=tuple(clean(point) for point in finding.open),
    )  # fmt: skip


def claims_of(position: Position, record: Record) -> list[Claim]:
    """Return the claims of a position that the record holds."""
    return [claim for claim in record.claims if claim.id in position.claims]


def place_rank(claim: Claim, record: Record) -> tuple[int, object]:
    """Sort claims as the record lists its reports, then by where they stand."""
    order = [report.id for report in record.reports]
    return (order.index(claim.report_id) if claim.report_id in order else len(order), claim.span)


def claim_line(
    claim: Claim, position: Position, numbers: Mapping[ClaimId, int], record: Record, marks: Marks
) -> ClaimLine:
    """Return one claim that was compared."""
    report = report_of(claim, record)
    day = (report and report_day_words(report)) or "day not known"
    clock = clock_words(report.published) if report and report.published else ""
    return ClaimLine(
        numbers[claim.id], marks.of_report(claim.report_id), f"{marks.names.get(claim.report_id, '')}, {day}{clock}",
        place_words(claim, record), clean(claim.quote), reading_words(claim), root_words(position, marks),
        settled_words(claim, position, record, marks),
    )  # fmt: skip


def clock_words(published: str) -> str:
    """Return the time of day of an ISO 8601 stamp: " 15:40+03:00"."""
    clock = published.partition("T")[2]
    return f" {clean(clock)}" if clock else ""


def place_words(claim: Claim, record: Record) -> str:
    """Return where a claim's telling words stand in its report: "line 3, characters 97-106", in code points from 0."""
    span = claim.number_span or claim.trigger_span or claim.span
    report = report_of(claim, record)
    line = report.text.count("\n", 0, span.start) + 1 if report else 1
    zone = f", {claim.zone.value}" if claim.zone is not ZoneKind.BODY else ""
    return f"line {line}{zone}, characters {span.start}-{span.end}"


def asides(finding: Finding, used: Iterable[Claim], record: Record, marks: Marks) -> Iterable[AsideLine]:
    """Yield the claims of the same measure and group, or the same kind of act, that were not compared."""
    mine = {claim.id for claim in used}
    told = frozenset(claim.measure or (claim.act.type if claim.act else None) for claim in used)
    measures = told | {finding.question.measure or finding.question.act}
    answers = {id_: one for one in record.findings for position in one.positions for id_ in position.claims}
    others = [claim for claim in record.claims if claim.id not in mine and asks_the_same(claim, finding, measures)]
    for claim in sorted(others, key=lambda claim: place_rank(claim, record)):
        yield AsideLine(
            marks.of_report(claim.report_id),
            place_words(claim, record),
            clean(claim.quote),
            reading_words(claim),
            aside_words(claim, answers.get(claim.id)),
        )


def root_line(position: Position, numbers: Mapping[ClaimId, int], record: Record, marks: Marks) -> RootLine:
    """Return a root with its answers in order of time."""
    points = [(point.value, point.as_of) for point in position.series] or [(position.value, position.as_of)]
    series = ", then ".join(dated(value, short_day(day) if day else "no date") for value, day in points)
    facts = ", ".join(remarks(position, claims_of(position, record)))
    adds = "; adds no root" if position.likely_root else ""
    return RootLine(root_words(position, marks), series, f"{facts}{adds}", cited(position.claims, numbers))


def dated(value: Value, day: str) -> str:
    """Return an answer with its day."""
    return f"{clean(value_words(value))} ({day})"


def cited(claims: Iterable[ClaimId], numbers: Mapping[ClaimId, int]) -> str:
    """Return the numbers of some claims: "[1] [3]"."""
    return " ".join(f"[{number}]" for number in sorted({numbers[id_] for id_ in claims if id_ in numbers}))


def policy_line(name: str, estimate: Estimate, numbers: Mapping[ClaimId, int]) -> PolicyLine:
    """Return an estimate with the claims it used."""
    view = estimate_view(name, estimate)
    return PolicyLine(view.policy, TAKES.get(name, ""), view.words, cited(estimate.claims, numbers))
