"""Roots as a report words them: a known actor's canonical name with the alias by which the report calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import engine

if TYPE_CHECKING:
    from rashomon.model import Report

Row = dict[str, Any]

WORDED = frozenset({"counts", "counts_written"})
"""Benchmarks whose readers wrote a root down as the report calls it ("the Pentagon"), and which compare names by their words."""


def with_aliases(name: str, report: Report, rows: list[Row]) -> list[Row]:
    """Return claim rows whose root also tells the alias that stands in the report: ``US Department of Defense (Pentagon)``.

    Only an alias that the tables list for that very actor is told, so that no wrong root becomes a right one. Rows of
    benchmarks that do not compare names by their words are returned as they are.
    """
    return [worded(report, row) for row in rows] if name in WORDED else rows


def worded(report: Report, row: Row) -> Row:
    """Return a claim row with the alias of its root, where the report uses one."""
    source = row.get("attribution") or {}
    last = (source.get("chain") or [{}])[-1]
    if not last.get("actor_id") or not last.get("span") or last["name"] != source["root"]:
        return row
    words = report.text[last["span"]["start"] : last["span"]["end"]]
    alias = engine.alias_of(words, last["actor_id"])
    if alias is None or alias.casefold() in source["root"].casefold():
        return row
    return row | {"attribution": source | {"root": f"{source['root']} ({alias})"}}
