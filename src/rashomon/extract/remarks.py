"""What a reader of the record should know of a report: doubtful counts, broken characters, times without a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.broken import broken_characters
from rashomon.extract.page import Page
from rashomon.model import Claim, ClaimKind, Layer, Note

REVIEWED = 0.6
"""Confidence below which a count is marked for review."""


def notes_of(page: Page, claims: Sequence[Claim]) -> tuple[Note, ...]:
    """Return notes on what a reader of the record should know of this report, doubtful counts of the happening among it."""
    notes = [*page.report.notes, *broken_characters(page.report), *(doubt(c) for c in claims if is_doubtful(c))]
    if page.report.day is None and any(m.timespan is None and m.kind == "date" for m in page.times):
        notes.append(
            Note(
                "times-unresolved",
                'no report day is known, so words such as "yesterday" stay without a date',
                None,
                page.report.id,
            )
        )
    return tuple(replace(note, report_id=page.report.id) for note in notes)


def is_doubtful(claim: Claim) -> bool:
    """Say whether a person should look at a count of the happening before it is used."""
    return claim.kind is ClaimKind.COUNT and claim.layer is Layer.MAIN and claim.confidence < REVIEWED


def doubt(claim: Claim) -> Note:
    """Return the note that marks a doubtful count for review."""
    words = claim.quantity.words if claim.quantity else ""
    message = f'"{words}" may not count people {claim.measure} (probability {claim.confidence:.2f}); please check it'
    return Note("review", message, claim.number_span or claim.span, claim.report_id)
