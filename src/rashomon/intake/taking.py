"""An item read as the reports it holds, whatever its kind."""

from __future__ import annotations

from dataclasses import replace

from rashomon.errors import EmptyInput, InputError, TooLarge
from rashomon.intake.decode import decode
from rashomon.intake.formats.delimited import read_delimited
from rashomon.intake.formats.feeds import read_feed
from rashomon.intake.formats.html import read_html
from rashomon.intake.formats.jsonlines import read_json
from rashomon.intake.formats.newsml import read_newsml
from rashomon.intake.formats.prolog import root_name
from rashomon.intake.item import Intake, Item, rejected
from rashomon.intake.kinds import Kind, kind_of
from rashomon.intake.limits import MOST_FEED, MOST_FILE, MOST_PAGE, size
from rashomon.intake.report import Given, report_of
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Evidence, Note, Report

MOST = {
    Kind.JSON: MOST_FILE,
    Kind.TABLE: MOST_FILE,
    Kind.PLAIN: MOST_FILE,
    Kind.ADDRESSES: MOST_FILE,
    Kind.FEED: MOST_FEED,
}
"""Bytes of the kinds that may be larger or smaller than a page; how long one report may be is told of the report."""
READERS = {Kind.FEED: read_feed, Kind.NEWSML: read_newsml, Kind.JSON: read_json, Kind.TABLE: read_delimited}


def take(item: Item, *, tables: Tables) -> Intake:
    """Return the reports of an item; what cannot be read is among the rejects, and no bytes raise an error.

    >>> from rashomon.lexicon import load_tables
    >>> take(Item("a.pdf", b"%PDF-1.4"), tables=load_tables()).rejects[0].code
    'not-text'
    """
    try:
        found = read_item(item, tables)
    except InputError as problem:
        return Intake(item, rejects=(rejected(item, problem),))
    return replace(found, reports=tuple(with_capture(report, item) for report in found.reports))


def with_capture(report: Report, item: Item) -> Report:
    """Return a report with the time of its capture as evidence, where that is known."""
    if not item.captured:
        return report
    captured = Evidence("captured", item.captured, "arrival", item.url or item.origin)
    return replace(report, evidence=(*report.evidence, captured))


def read_item(item: Item, tables: Tables) -> Intake:
    """Return the reports of an item that can be read; raises InputError where it cannot."""
    if len(item.data) > MOST_FILE:
        raise TooLarge(item.origin, f"{size(len(item.data))}; at most {size(MOST_FILE)} are read as one item")
    text, notes = decode(item.data, item.origin, charset=charset_of(item.media))
    kind = kind_of(text, item.url or item.origin, item.media)
    most = MOST.get(kind, MOST_PAGE)
    if len(item.data) > most:
        raise TooLarge(item.origin, f"a {kind} of {size(len(item.data))}; at most {size(most)} are read")
    if kind in READERS:
        return READERS[kind](text, item, notes=spanless(notes), tables=tables)
    if kind is Kind.ADDRESSES:
        raise InputError(item.origin, "a list of addresses; what stands there is fetched by `rashomon add` alone")
    if kind is Kind.XML:
        what = f"an XML document of the kind {root_name(text)!r}"
        raise InputError(item.origin, f"{what}; RSS, Atom, NewsML-G2 and NITF are read")
    if kind is Kind.PAGE:
        report = read_html(text, item.origin, url=item.url, notes=spanless(notes), tables=tables)
        return Intake(item, (report,))
    if not text.strip():
        raise EmptyInput(item.origin, "nothing but blanks in it; give a report with text")
    return Intake(item, (report_of(text, Given(item.origin, url=item.url, notes=notes), tables=tables),))


def charset_of(media: str | None) -> str | None:
    """Return the encoding that a served media type names.

    >>> charset_of('text/html; charset="windows-1251"')
    'windows-1251'
    """
    for part in (media or "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \t\"'")[:40] or None
    return None


def spanless(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Return notes without their spans, which are places in the page and not in the article."""
    return tuple(replace(note, span=None) for note in notes)
