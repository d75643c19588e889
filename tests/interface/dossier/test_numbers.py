"""Every number on the page is in the record with the same value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from rashomon.exchange.jsonio import record_to_dict
from rashomon.interface.dossier import render
from rashomon.lexicon.tables import Tables
from rashomon.model import Record

NUMBER = re.compile(r"\b[0-9a-f]{12,}\b|\d+(?:[,\u202f\u00a0]\d{3})+(?!\d)|\d+(?:\.\d+)*")
VOID = frozenset({"meta", "br", "link", "img", "hr", "input", "wbr", "col"})
WORDS_OF_OTHERS = frozenset({"q", "blockquote", "mark"})
"""Elements that hold a report's own words, as does any element with ``dir="auto"``; what numbers stand in them is theirs."""
ON_THE_GROUND = frozenset({"ground", "key"})
"""Classes of elements that hold a distance between two positions, or the key of a place on the map: geography, not a figure."""
UNSEEN = frozenset({"style", "script", "template"})
ABOUT_PLACES_IN_TEXT = frozenset({
    "text", "quote", "span", "spans", "number_span", "trigger_span", "source_span", "id", "report_id", "report_ids", "claims",
    "rules", "mentions", "confidence",
})  # fmt: skip
"""Keys of the record that hold no figure: texts, places in them, names of things."""
NO_FIGURES = re.compile(
    r"\b[a-z]-[0-9a-f]{12}\b|CC BY 4\.0|SHA-256|UTF-8|WCAG 2\.2|\bA4\b|\band \d+ more\b|\b\d+ more roots? (?:has|have) no column\b"
)
"""Ids, names with a number in them, and how much of a list that is cut short stands elsewhere."""


class Told(HTMLParser):
    """The text that a page tells in its own words, the words inside its pictures included, piece by piece."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.pieces: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.pieces += [
            given[name] or "" for name in ("aria-label", "title", "alt") if name in given and not self.silent
        ]
        if tag not in VOID:
            # The labels of a scale measure and say nothing: bare numbers in the quiet colour of an axis.
            scale = tag == "text" and given.get("fill") == "var(--quiet)"
            other = given.get("dir") == "auto" or not ON_THE_GROUND.isdisjoint((given.get("class") or "").split())
            self.open.append((tag, tag in WORDS_OF_OTHERS | UNSEEN or other or scale))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)

    @property
    def silent(self) -> bool:
        """Whether what comes now is not the page's own telling."""
        return any(other for _, other in self.open)


def numbers_in(text: str) -> Iterator[str]:
    """Yield the numbers in words, thousands without separators: "2,700 on 8 November" has 2700 and 8. A digest is one number."""
    for match in NUMBER.finditer(NO_FIGURES.sub("", text)):
        yield re.sub("[,\u202f\u00a0]", "", match[0]).lstrip("0") or "0"


def numbers_of(value: Any) -> Iterator[str]:
    """Yield the numbers that a part of the record holds, in its figures, its dates and its words."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from numbers_in(key)
            if key not in ABOUT_PLACES_IN_TEXT:
                yield from numbers_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from numbers_of(inner)
    elif isinstance(value, float):
        yield from {f"{value:g}", f"{round(100 * value)}"} if 0 <= value <= 1 else {f"{abs(value):g}"}
    elif isinstance(value, (int, str)) and not isinstance(value, bool):
        yield from numbers_in(str(value))


def astray(html: str, record: Record) -> list[str]:
    """Return the pieces of a page that tell a number which the record does not hold."""
    kept = record_to_dict(record)
    known = {*numbers_of(kept), *numbers_of([claim["where"] for claim in kept["claims"]])}
    return [piece.strip() for piece in Told(html).pieces if not known.issuperset(numbers_in(piece))]


@pytest.fixture(params=["bol", "beledweyne", "record"])
def shown(request: pytest.FixtureRequest, tables: Tables) -> tuple[str, Record]:
    """A page and its record: both examples, and a record made by hand."""
    record: Record = request.getfixturevalue(request.param)
    return render(record, tables=tables), record


def test_every_number_on_the_page_is_in_the_record(shown: tuple[str, Record]) -> None:
    html, record = shown
    assert astray(html, record) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda html: html.replace("</h2>", " 7,654,321</h2>", 1),
        lambda html: html.replace("</h2>", '</h2><svg aria-label="98765 dead"></svg>', 1),
        lambda html: html.replace("</h2>", "</h2><svg><text>98765</text></svg>", 1),
    ],
)
def test_a_number_that_is_not_in_the_record_is_found(bol: Record, tables: Tables, change: Callable[[str], str]) -> None:
    html = render(bol, tables=tables)
    assert len(astray(change(html), bol)) == len(astray(html, bol)) + 1
