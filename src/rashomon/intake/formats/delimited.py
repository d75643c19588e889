"""Reports in a table of comma- or tab-separated values: a row each, the columns named in its first line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice

from rashomon.errors import EmptyInput, InputError
from rashomon.intake.formats.jsonlines import Batch
from rashomon.intake.item import Intake, Item
from rashomon.intake.limits import MOST_RECORDS
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Note

COLUMNS = {
    "id": ("id", "report_id"),
    "outlet": ("outlet", "publisher", "publication", "source_name", "media", "newspaper", "source"),
    "url": ("url", "link", "source_url"),
    "title": ("title", "headline"),
    "published": ("published", "published_at", "publication_date", "date_published", "pubdate", "date"),
    "language": ("language", "lang"),
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "article_text"),
}
"""What a column may be called for each field of a report; the first name that the table has counts."""
MARKS = ",;\t|"
"""What may part the columns: the one that parts the first line most often."""
SHOWN = 8
"""So many columns are named where none holds a text."""


def read_delimited(text: str, item: Item, *, notes: tuple[Note, ...] = (), tables: Tables) -> Intake:
    """Return the reports of a table; rows that cannot be read are rejects, other columns are noted.

    Raises InputError where no column holds a text, or no row a report.
    """
    if not text.strip():
        raise EmptyInput(item.origin, "the file is empty; give a table with a column 'text'")
    first = text.lstrip("\ufeff").partition("\n")[0]
    mark = max(MARKS, key=first.count)
    batch = Batch(item, tables, notes=list(notes))
    lines = values(text.lstrip("\ufeff"), mark, batch)
    names = [name.strip() for _, row in islice(lines, 1) for name in row]
    found = fields_of(names)
    if "text" not in found:
        shown = ", ".join(repr(name[:30]) for name in names[:SHOWN])
        raise InputError(
            item.origin, f"a table without a column for the text; name it 'text' in the first line, which has {shown}"
        )
    for number, row in islice(lines, MOST_RECORDS):
        if any(value.strip() for value in row):
            batch.add(f"row {number}", object_of(row, names, found))
    return batch.done()


def values(text: str, mark: str, batch: Batch) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield each row with the line that it ends on; what breaks the table ends it, and is noted."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=mark)
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as problem:
        batch.skip(f"line {rows.line_num}", f"no table any further: {problem}", "")


def fields_of(names: Sequence[str]) -> dict[str, int]:
    """Return which column holds which field of a report.

    >>> fields_of(["Date", "Source", "Headline", "Article text"])
    {'outlet': 1, 'title': 2, 'published': 0, 'text': 3}
    """
    known = {name.lower().replace(" ", "_"): place for place, name in reversed(list(enumerate(names)))}
    found = {field: next((known[name] for name in called if name in known), None) for field, called in COLUMNS.items()}
    return {field: place for field, place in found.items() if place is not None}


def object_of(row: Sequence[str], names: Sequence[str], found: dict[str, int]) -> dict[str, str]:
    """Return a row as the object that JSON would give, columns of no known name under their own."""
    told = {field: row[place] for field, place in found.items() if place < len(row)}
    places = set(found.values())
    others = {name: value for place, (name, value) in enumerate(zip(names, row, strict=False)) if place not in places}
    return {**{name: value for name, value in others.items() if name not in COLUMNS}, **told}
