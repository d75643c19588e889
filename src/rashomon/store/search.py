"""Words looked for in all reports: FTS5 in SQLite, a text search vector in PostgreSQL."""

from __future__ import annotations

import re

from sqlalchemy import Connection, text

from rashomon.model import Report
from rashomon.store.codec import storable

WORD = re.compile(r"\w+")
QUOTED = re.compile(r'"([^"]*)"|(\S+)')
LONGEST = 900_000
"""Code points of a report that are looked through; a vector of PostgreSQL holds no more than a megabyte."""
KEEP = {
    "sqlite": "INSERT INTO words (rowid, title, text) VALUES (:number, :title, :text)",
    "postgresql": (
        "INSERT INTO words (report, stems) VALUES (:number, "
        "setweight(to_tsvector('english', :title), 'A') || to_tsvector('english', :text))"
    ),
}
FIND = {
    "sqlite": "SELECT rowid FROM words WHERE words MATCH :asked ORDER BY bm25(words, 4.0, 1.0), rowid LIMIT :most",
    "postgresql": (
        "SELECT report FROM words, to_tsquery('english', :asked) AS asked WHERE stems @@ asked "
        "ORDER BY ts_rank_cd(stems, asked) DESC, report LIMIT :most"
    ),
}


def keep_words(connection: Connection, number: int, report: Report) -> None:
    """Make a new report's words findable."""
    told = {"number": number, "title": storable(report.title or ""), "text": storable(report.text[:LONGEST])}
    connection.execute(text(KEEP[connection.dialect.name]), told)


def find_words(connection: Connection, asked: str, *, most: int) -> list[int]:
    """Return the reports that have all the words, in any form of them; words in double quotes stand side by side.

    ``"two dozen" ferry`` finds "Two dozen people were on the ferries". The best come first.
    """
    groups = phrases(asked)
    if not groups:
        return []
    if connection.dialect.name == "postgresql":
        query = " & ".join(f"({' <-> '.join(group)})" for group in groups)
    else:
        query = " ".join(f'"{" ".join(group)}"' for group in groups)
    rows = connection.execute(text(FIND[connection.dialect.name]), {"asked": query, "most": most})
    return [row[0] for row in rows]


def phrases(asked: str) -> list[list[str]]:
    """Return the words looked for, those in double quotes together; nothing of it is read as an engine's own signs.

    >>> phrases('"two dozen" ferry*')
    [['two', 'dozen'], ['ferry']]
    """
    found = []
    for match in QUOTED.finditer(storable(asked)):
        words = WORD.findall(match[1] if match[1] is not None else match[2])
        if words:
            found.append(words)
    return found


def excerpt(words: str, asked: str, *, width: int) -> str:
    """Return the words of a report around the first that was looked for, or its beginning; an ellipsis stands for what is left out."""
    place = first_place(words, asked)
    start = max(0, place - width // 3)
    start = words.find(" ", start) + 1 if start else 0
    cut = words[start : start + width]
    return ("… " if start else "") + " ".join(cut.split()) + (" …" if start + width < len(words) else "")


def first_place(words: str, asked: str) -> int:
    """Return where the first word stands that begins as one looked for; 0 where none does."""
    stems = tuple(word.casefold()[: max(4, len(word) - 3)] for group in phrases(asked) for word in group)
    return next((m.start() for m in WORD.finditer(words) if m[0].casefold().startswith(stems)), 0)
