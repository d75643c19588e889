"""A finding in words: its positions, on whose word, and the words of the reports they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.interface.plain import clean
from rashomon.interface.view import EstimateView, FindingView, PositionView, QuoteView
from rashomon.interface.words import SYMBOLS, interval_words, range_words, short_day, value_words, verdict_words
from rashomon.model import UNATTRIBUTED, Claim, ClaimId, Estimate, Finding, Position, Record, Report, ReportId, Verdict

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WHOLE_EVENT = "event"
POLICY_NAMES = {"acled": "ACLED", "ucdp": "UCDP"}


@dataclass(frozen=True)
class Marks:
    """The letters that the reports go by: A, B ... Z, AA, AB ..."""

    letters: dict[ReportId, str]
    names: dict[ReportId, str]

    @classmethod
    def of(cls, reports: Sequence[Report]) -> Marks:
        """Give each report its letter, in order."""
        return cls(
            {report.id: letter_of(place) for place, report in enumerate(reports)},
            {report.id: clean(report.name) for report in reports},
        )

    def of_report(self, report_id: ReportId) -> str:
        """Return one report's letter; its id where the record does not hold it."""
        return self.letters.get(report_id, str(report_id))

    def of_reports(self, ids: Iterable[ReportId]) -> str:
        """Return the letters of some reports: ``A C``."""
        return " ".join(sorted((self.of_report(id_) for id_ in ids), key=lambda mark: (len(mark), mark)))


def letter_of(place: int) -> str:
    """Return the letter of a place, counted as spreadsheets count their columns.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'AA')
    """
    rest, last = divmod(place, len(LETTERS))
    return (letter_of(rest - 1) if rest else "") + LETTERS[last]


def finding_view(finding: Finding, record: Record, marks: Marks) -> FindingView:
    """Return one finding in words."""
    question, verdict = finding.question, finding.verdict
    counts = question.kind == "count"
    claims = {claim.id: claim for claim in record.claims}
    return FindingView(
        id=str(finding.id), kind=question.kind, label=clean(question.label),
        scope=scope_of(finding),
        verdict=verdict, symbol=SYMBOLS[verdict], words=verdict_words(verdict),
        range=range_words(finding.positions) if counts else "", roots=finding.independent_roots, why=clean(finding.why),
        positions=tuple(position_view(position, claims, marks) for position in finding.positions),
        estimates=tuple(estimate_view(*item) for item in finding.estimates.items()),
        open=tuple(clean(point) for point in finding.open), echo=is_echo(finding, claims),
    )  # fmt: skip


def is_echo(finding: Finding, claims: dict[ClaimId, Claim]) -> bool:
    """Say whether a finding is a total that nobody stated, made of one group's count alone: its own figure tells as much."""
    if finding.verdict is not Verdict.SINGLE_SOURCE or not all(position.derived for position in finding.positions):
        return False
    parts = {claims[id_].group for position in finding.positions for id_ in position.claims if id_ in claims}
    return len(parts) == 1 and finding.question.group not in parts


def scope_of(finding: Finding) -> str:
    """Return what part of the event a count is of; empty for the whole of it, or where the label says so already."""
    question = finding.question
    whole = question.scope == WHOLE_EVENT or question.kind != "count" or question.scope in question.label
    whole = whole or finding.verdict is Verdict.NOT_COMPARABLE
    return "" if whole else clean(question.scope)


def position_view(position: Position, claims: dict[ClaimId, Claim], marks: Marks) -> PositionView:
    """Return one position in words, each report's own words for it once."""
    mine = [claims[id_] for id_ in position.claims if id_ in claims]
    return PositionView(
        value=clean(value_words(position.value)), root=root_words(position, marks), as_of=short_day(position.as_of) if position.as_of else "",
        marks=tuple(marks.of_reports([id_]) for id_ in position.reports), remarks=tuple(remarks(position, mine)),
        earlier=tuple(earlier(position)), quotes=tuple(quote_view(claim, marks, position.root) for claim in latest_first(mine, position)),
    )  # fmt: skip


def root_words(position: Position, marks: Marks) -> str:
    """Return who says it; an outlet speaking for itself is told apart from one that names a source."""
    if position.root == UNATTRIBUTED:
        return "nobody named"
    own = position.root_kind == "outlet" and clean(position.root) in {marks.names.get(id_) for id_ in position.reports}
    return f"{clean(position.root)}, own voice" if own else clean(position.root)


def remarks(position: Position, claims: Sequence[Claim]) -> Iterable[str]:
    """Yield what a reader has to know of a position."""
    if position.party:
        yield "a party"
    if position.derived:
        yield "derived sum, stated by nobody"
    if position.likely_root:
        yield f"likely {clean(position.likely_root)}, attribution dropped"
    if claims and all(claim.attribution.ambiguous for claim in claims):
        yield "unclear whose words"


def earlier(position: Position) -> Iterable[str]:
    """Yield the answers of the series before the latest."""
    for point in position.series:
        words = clean(value_words(point.value))
        if point.value != position.value or point.as_of != position.as_of:
            yield f"{words} on {short_day(point.as_of)}" if point.as_of else words


def latest_first(claims: Sequence[Claim], position: Position) -> list[Claim]:
    """Return one claim for each report: one with the position's own value, from the body rather than the headline."""
    best: dict[ReportId, Claim] = {}
    for claim in sorted(claims, key=lambda c: (not states(c, position), c.zone == "headline", c.span)):
        best.setdefault(claim.report_id, claim)
    return [best[id_] for id_ in position.reports if id_ in best]


def states(claim: Claim, position: Position) -> bool:
    """Say whether a claim states the position's value itself."""
    quantity = claim.quantity
    return quantity is None or (quantity.low, quantity.high) == (position.value.low, position.value.high)


def quote_view(claim: Claim, marks: Marks, root: str) -> QuoteView:
    """Return the words of one claim, with who passed them on; a body is not told again where its spokesman is its voice."""
    via = [clean(link.name) for link in claim.attribution.chain[:-1] if link.name.casefold() != root.casefold()]
    return QuoteView(
        clean(claim.quote),
        marks.of_report(claim.report_id),
        claim.report_id,
        claim.id,
        claim.span,
        ", ".join(via),
        focus_of(claim),
    )


def focus_of(claim: Claim) -> int:
    """Return where the telling words begin in a claim's cleaned quotation; 0 where they do not stand in it."""
    telling = claim.number_span or claim.trigger_span
    if telling is None or not claim.span.covers(telling):
        return 0
    before = claim.quote[: telling.start - claim.span.start]
    return len(clean(before + "x")) - 1


def estimate_view(policy: str, estimate: Estimate) -> EstimateView:
    """Return an estimate in words: ``9–24, best 17``."""
    policy = POLICY_NAMES.get(policy, policy)
    if estimate.low is None and estimate.best is None and estimate.high is None:
        return EstimateView(policy, "none")
    spread = interval_words(estimate.low, estimate.high) if (estimate.low, estimate.high) != (None, None) else ""
    best = "" if estimate.best is None or estimate.low == estimate.high == estimate.best else f"best {estimate.best:,}"
    return EstimateView(policy, ", ".join(part for part in (spread, best) if part))
