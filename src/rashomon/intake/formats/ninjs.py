"""ninjs, news in JSON, versions 1, 2 and 3: the fields differ in name and shape, what they say does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.errors import EmptyInput
from rashomon.intake.formats.markup import is_marked, text_of
from rashomon.intake.kinds import web_address
from rashomon.intake.limits import MOST_DEPTH
from rashomon.intake.report import Given
from rashomon.lexicon.outlets import outlet_book
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Evidence, Note

RULE = "ninjs"
READ = ("text", "composite", "")
USABLE = "usable"
MARKUP = ("html", "xml", "nitf", "rich")
MAIN = ("main", "", "body")


@dataclass(frozen=True, slots=True)
class Piece:
    """A headline, body or description in one of its forms: ``role`` and ``media`` as given, in small letters."""

    role: str
    media: str
    value: str

    @property
    def rank(self) -> tuple[bool, bool]:
        """What is read first: a form with paragraphs, then the main one."""
        marked = any(word in f"{self.media} {self.role}" for word in MARKUP) or is_marked(self.value)
        return not marked, self.role not in MAIN


def is_ninjs(row: dict[str, Any]) -> bool:
    """Say whether a JSON object is a ninjs item: an address and a headline or body, and no plain ``text`` of ours."""
    keys = [str(key).lower() for key in row]
    return "text" not in keys and "uri" in keys and any(key.startswith(("headline", "bod", "descr")) for key in keys)


def items_in(row: dict[str, Any], depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield an item and the items that it carries as its associations, three deep."""
    yield row
    carried = lowered(row).get("associations") if depth < MOST_DEPTH else None
    inner = carried.values() if isinstance(carried, dict) else carried if isinstance(carried, list) else ()
    for item in inner:
        if isinstance(item, dict):
            yield from items_in(item, depth + 1)


def lowered(row: dict[str, Any]) -> dict[str, Any]:
    """Return an object with its keys in small letters: version 3 writes ``pubStatus`` for ``pubstatus``."""
    return {str(key).lower(): value for key, value in row.items()}


def report_in(item: dict[str, Any], source: str, *, tables: Tables) -> tuple[str, Given] | None:
    """Return the text of an item, headline first, and what is known beside it; None for a picture, film or graphic.

    Raises EmptyInput where a text item holds no text. An item that its publisher took back (``pubstatus``) has the note
    ``canceled`` or ``withheld``.
    """
    row = lowered(item)
    if word(row, "type").lower() not in READ:
        return None
    headline = best(pieces(row, "headline"))
    body, summary = best(pieces(row, "body")), best(pieces(row, "description"))
    if not body and not summary:
        raise EmptyInput(source, f"{status_words(row)} without a body".strip())
    title = " ".join(headline.split()) or None
    text = "\n\n".join(filter(None, [title, body or summary]))
    return text, given_of(row, source, title, notes=tuple(notes_on(row, is_summary=not body)), tables=tables)


def given_of(row: dict[str, Any], source: str, title: str | None, *, notes: tuple[Note, ...], tables: Tables) -> Given:
    """Return what an item says of itself; the outlet is its copyright holder, else its source."""
    uri, outlet = word(row, "uri"), outlet_of(row)
    known = outlet_book(tables).named(outlet) if outlet else None
    facts = (("uri", uri), ("author", word(row, "byline", "by")), ("located", word(row, "located")))
    return Given(
        source,
        outlet=known.label if known else outlet,
        url=web_address(uri),
        title=title,
        published=word(row, "versioncreated", "contentcreated", "firstcreated") or None,
        language=word(row, "language") or None,
        notes=notes,
        facts=tuple(Evidence(name, value, RULE, value) for name, value in facts if value),
        rule=RULE,
    )


def notes_on(row: dict[str, Any], *, is_summary: bool) -> Iterator[Note]:
    """Yield the notes on an item: taken back by its publisher, or only a summary."""
    status = word(row, "pubstatus").lower()
    if status and status != USABLE:
        yield Note(status[:40], f"its publisher marks this item as {status[:40]}: {word(row, 'uri')[:200]}")
    if is_summary:
        yield Note("summary-only", "the item gives only a description, and no body")


def status_words(row: dict[str, Any]) -> str:
    """Return what an item without a text is called: "a canceled item"."""
    status = word(row, "pubstatus").lower()
    return f"a {status[:40]} item" if status and status != USABLE else "an item"


def outlet_of(row: dict[str, Any]) -> str | None:
    """Return who an item is from: the holder of its rights, its source, or the first of its sources of information."""
    named = word(row, "copyrightholder", "source")
    for key in ("infosources", "infosource"):
        for source in row.get(key) or () if isinstance(row.get(key), list) else ():
            named = named or (word(lowered(source), "name", "literal") if isinstance(source, dict) else "")
    return named or None


def word(row: dict[str, Any], *keys: str) -> str:
    """Return the first of some fields that is a string with something in it; a single one may come in an object."""
    for key in keys:
        value = row.get(key)
        value = lowered(value).get("name") or lowered(value).get("literal") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def pieces(row: dict[str, Any], name: str) -> Iterator[Piece]:
    """Yield the forms of a field: ``body_html`` and ``body_text`` of version 1, the list ``bodies`` of later ones."""
    plural = {"body": "bodies"}.get(name, f"{name}s")
    listed = row.get(plural)
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict):
            entry = lowered(entry)  # noqa: PLW2901 - the same entry, under keys that all versions share
            yield Piece(word(entry, "role").lower(), word(entry, "contenttype").lower(), word(entry, "value"))
    for key, value in row.items():
        if (key == name or key.startswith(f"{name}_")) and isinstance(value, str):
            yield Piece(key.removeprefix(name).strip("_"), "", value)


def best(found: Iterator[Piece]) -> str:
    """Return the words of the form that keeps most: with paragraphs, then the main one."""
    forms = sorted((piece for piece in found if piece.value.strip()), key=lambda piece: piece.rank)
    return next(filter(None, (text_of(piece.value).strip() for piece in forms)), "")
