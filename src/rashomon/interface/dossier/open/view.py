"""The view of what is open."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.interface.view import LineView, RecordView


@dataclass(frozen=True, slots=True)
class OpenView:
    """What is still open on the event, what each report leaves out that others carry, and the notes on what was read."""

    points: tuple[str, ...]
    left_out: tuple[LineView, ...]
    notes: tuple[LineView, ...]


def open_of(view: RecordView) -> OpenView:
    """Return what is open."""
    return OpenView(view.open, view.left_out, view.notes)
