"""Act types in a benchmark's own words: the reader's types, by the tables beside this file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

Row = dict[str, Any]

TABLES = {"case_acts": "act_map.tsv", "acts": "act_types.tsv"}
"""Benchmarks with a vocabulary of their own; each table is in the form in which the kit's scorer reads its own."""


def in_words_of(name: str, rows: list[Row]) -> list[Row]:
    """Return claim rows with the act types that a benchmark knows; rows of other benchmarks are returned as they are.

    A kit whose own tables lack a type ("territory transfer") then scores it all the same; one that is given these tables
    scores the reader's own lines alike.
    """
    if name not in TABLES:
        return rows
    table = types_of(Path(__file__).with_name(TABLES[name]))
    return [
        row | {"act": row["act"] | {"type": known(table, row["act"]["type"])}} if row.get("act") else row
        for row in rows
    ]


def known(table: dict[str, str], kind: str) -> str:
    """Return the benchmark's word for a type, or the type itself."""
    return table.get(key_of(kind), kind)


@cache
def types_of(path: Path) -> dict[str, str]:
    """Return a table of act types; a line that starts with # is none."""
    lines = path.read_text("utf-8").splitlines()
    return {key_of(first): second for first, second in (line.split("\t") for line in lines if line and line[0] != "#")}


def key_of(kind: str) -> str:
    """Return a type as it is compared: lower case, one underscore between words."""
    return re.sub(r"[^a-z0-9]+", "_", kind.lower()).strip("_")
