"""Figures of an event as a benchmark reads them, where it reads a few groups only and its scorer takes others for one of these.

airwars_en reads a measure's figure for civilians, else for all, else for children, else for women (its ABOUT.md). Its scorer
takes every group with a civil word for civilians: of "a man, a woman hurt" it would read the man as all who were. So the
figures of other groups are left out there; the figures that stay are the record's own. Nothing is taken from the coders' rows.
"""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]

READ = {"airwars_en": frozenset({"civilians", "total", "children", "women"})}
"""By benchmark, the groups whose figures it reads."""


def as_read(name: str, events: list[Row]) -> list[Row]:
    """Return the event rows with the figures that a benchmark reads; other benchmarks' rows as they are."""
    if name not in READ:
        return events
    return [row | {"figures": [f for f in row["figures"] if f["group"]["id"] in READ[name]]} for row in events]
