"""The view of the reports side by side."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.interface.dossier.texts.marked import Marking, Paragraph, paragraphs
from rashomon.interface.findings import Marks
from rashomon.interface.view import FindingView, RecordView, ReportView
from rashomon.model import ClaimId, Record, ReportId, Span

LEAST_REPORTS = 2


@dataclass(frozen=True, slots=True)
class TextView:
    """A report with its text in paragraphs, the words of its claims marked."""

    report: ReportView
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class TextsView:
    """The reports in columns, and the questions on which passages of several of them can be lined up.

    ``partly`` says that some of them tell of other events too.
    """

    texts: tuple[TextView, ...]
    questions: tuple[FindingView, ...]
    partly: bool = False


def texts_of(record: Record, view: RecordView, marks: Marks) -> TextsView:
    """Return the reports' texts, marked."""
    questions = questions_of(record)
    copies = copies_of(record, marks)
    texts = tuple(
        TextView(
            shown,
            paragraphs(
                report, record.claims, Marking(questions, copies.get(report.id, {}), record.event.account_of(report.id))
            ),
        )
        for shown, report in zip(view.reports, record.reports, strict=True)
    )
    several = tuple(
        f for f in view.findings if len({quote.mark for p in f.positions for quote in p.quotes}) >= LEAST_REPORTS
    )
    return TextsView(texts, several, bool(record.event.accounts))


def questions_of(record: Record) -> dict[ClaimId, tuple[str, ...]]:
    """Return which findings each claim answers."""
    found: dict[ClaimId, list[str]] = {}
    for finding in record.findings:
        told = (id_ for p in finding.positions for id_ in (*p.claims, *(c for point in p.series for c in point.claims)))
        for claim in dict.fromkeys(told):
            found.setdefault(claim, []).append(str(finding.id))
    return {claim: tuple(ids) for claim, ids in found.items()}


def copies_of(record: Record, marks: Marks) -> dict[ReportId, dict[Span, tuple[str, ...]]]:
    """Return the sentences of each report that stand in others too, with the letters of those."""
    found: dict[ReportId, dict[Span, list[str]]] = {}
    for text in record.shared:
        for first, second in text.spans:
            found.setdefault(text.first, {}).setdefault(first, []).append(marks.of_report(text.second))
            found.setdefault(text.second, {}).setdefault(second, []).append(marks.of_report(text.first))
    return {
        report: {span: tuple(sorted(set(letters))) for span, letters in spans.items()}
        for report, spans in found.items()
    }
