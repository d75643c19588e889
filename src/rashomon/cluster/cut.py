"""A report and its reading cut down to one of the accounts it gives, as if it told of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.cluster.accounts import accounts
from rashomon.lexicon.tables import Tables
from rashomon.model import Account, Claim, Mention, Reading, Report, ReportId, Span, Zone


@dataclass(frozen=True, slots=True)
class Told:
    """What is grouped: a report with its reading; ``account`` None where it tells of one happening alone.

    ``report`` and ``reading`` are those of the account, under its id, with spans in its own text.
    """

    report: Report
    reading: Reading
    account: Account | None = None

    @property
    def origin(self) -> ReportId:
        """The id of the whole report."""
        return self.account.report_id if self.account else self.report.id


def told_in(report: Report, reading: Reading, *, tables: Tables) -> list[Told]:
    """Return what a report tells, happening by happening: itself, or what each of its accounts is of it."""
    given = accounts(report, reading, tables=tables)
    return [told(report, reading, account) for account in given or (None,)]


def told(report: Report, reading: Reading, account: Account | None) -> Told:
    """Return a report as one account gives it, the whole where ``account`` is None."""
    return Told(*cut(report, reading, account), account) if account else Told(report, reading)


def cut(report: Report, reading: Reading, account: Account) -> tuple[Report, Reading]:
    """Return the report and the reading of one account; whose words a claim rests on keeps its place in the whole text."""
    id_, mine = ReportId(account.id), account.of(reading)
    shorter = replace(
        report,
        id=id_,
        text="".join(span.of(report.text) for span in account.spans),
        title=report.title if account.number == 1 else None,
        zones=tuple(zones_of(report, account)),
        notes=(),
    )
    return shorter, Reading(
        id_,
        claims=tuple(claim_of(one, id_, account) for one in mine.claims),
        mentions=tuple(mention_of(one, id_, account) for one in mine.mentions),
        implied=tuple(claim_of(one, id_, account) for one in mine.implied),
    )


def zones_of(report: Report, account: Account) -> Iterator[Zone]:
    """Yield the zones as far as they lie in the account."""
    for zone in report.zones:
        for part in account.spans:
            start, end = max(zone.span.start, part.start), min(zone.span.end, part.end)
            if start < end:
                yield replace(zone, span=moved(Span(start, end), account))


def claim_of(claim: Claim, report_id: ReportId, account: Account) -> Claim:
    """Return a claim with its spans in the account's own text."""
    return replace(
        claim,
        report_id=report_id,
        span=moved(claim.span, account),
        number_span=kept_of(claim.number_span, account),
        trigger_span=kept_of(claim.trigger_span, account),
    )


def kept_of(span: Span | None, account: Account) -> Span | None:
    """Return where some words stand in the account's own text; None where they are not in it."""
    return moved(span, account) if span is not None and account.tells(span) else None


def mention_of(mention: Mention, report_id: ReportId, account: Account) -> Mention:
    """Return a mention with its span in the account's own text."""
    return replace(mention, report_id=report_id, span=moved(mention.span, account))


def moved(span: Span, account: Account) -> Span:
    """Return where a span that lies in the account stands once the rest of the report is gone."""
    before = 0
    for part in account.spans:
        if part.covers(span):
            return Span(before + span.start - part.start, before + span.end - part.start)
        before += len(part)
    raise ValueError(f"{span} is not in the account")
