"""RSS and Atom: each entry of a feed as a report; the one seam to the feed parser."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from rashomon.errors import InputError
from rashomon.intake.formats.markup import text_of
from rashomon.intake.formats.prolog import refuse_declarations
from rashomon.intake.item import Intake, Item, Reject, rejected
from rashomon.intake.kinds import web_address
from rashomon.intake.limits import MOST_ENTRIES
from rashomon.intake.report import Given, report_of, stamp
from rashomon.lexicon.outlets import outlet_book
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Evidence, Note, Report, content_id

RULE = "feed"
LONGEST_KEY = 500
DATES = ("published", "updated", "published_parsed", "updated_parsed")
TROUBLE = (
    ValueError, LookupError, AttributeError, TypeError, AssertionError, ArithmeticError, RecursionError, OSError,
)  # fmt: skip
# The feed parser is old and lenient; on hostile bytes it may stumble over any of these.


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; ``key`` is its own id, or else its link, or else a hash of its words."""

    key: str
    title: str | None = None
    link: str | None = None
    published: str | None = None
    text: str = ""
    author: str | None = None
    language: str | None = None
    outlet: str | None = None
    is_summary: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and its entries in the order given; ``dropped`` entries stand beyond the limit."""

    title: str | None
    entries: tuple[Entry, ...]
    dropped: int = 0


def parse_feed(text: str, source: str, *, base: str | None = None) -> Feed:
    """Return the entries of a feed's text; raises InputError where it is no feed at all. Nothing is fetched.

    ``base`` is the feed's own address, from which links may be told.
    """
    import feedparser

    refuse_declarations(text, source)
    # The text is decoded already: the header outranks what the document says of its own encoding.
    headers = {"content-type": "application/xml; charset=utf-8"}
    data = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        found: Any = feedparser.parse(data, response_headers=headers, resolve_relative_uris=False)
        base = base or str(found.feed.get("link") or "")
        entries = tuple(entry_of(raw, found.feed, base) for raw in found.entries[:MOST_ENTRIES])
        title, version = plain(found.feed.get("title")), found.get("version")
    except TROUBLE as problem:
        raise InputError(source, f"the feed cannot be read: {type(problem).__name__}") from problem
    if not entries and not version:
        raise InputError(source, "this is no RSS or Atom feed")
    return Feed(title, entries, max(0, len(found.entries) - MOST_ENTRIES))


def entry_of(raw: Any, feed: Any, base: str) -> Entry:
    """Return an entry of the parser as one of ours."""
    content, is_summary = content_of(raw)
    link = link_of(raw, base)
    key = str(raw.get("id") or link or "")
    made_of = (key,) if key else (raw.get("title"), content)
    language = (raw.get("content") or [{}])[0].get("language") or raw.get("language") or feed.get("language")
    return Entry(
        key=key if 0 < len(key) <= LONGEST_KEY else content_id("e", *made_of),
        title=plain(raw.get("title")),
        link=link,
        published=published_of(raw),
        text=content,
        author=plain(raw.get("author")),
        language=str(language) if language else None,
        outlet=plain((raw.get("source") or {}).get("title")),
        is_summary=is_summary,
    )


def link_of(raw: Any, base: str) -> str | None:
    """Return where an entry's page stands, as a whole address of the web; None where it names none."""
    try:
        link = urljoin(base, str(raw.get("link") or "").strip()) if raw.get("link") else ""
    except ValueError:
        return None
    return web_address(link)


def content_of(raw: Any) -> tuple[str, bool]:
    """Return the words of an entry, and whether they are its summary alone."""
    for content in raw.get("content") or ():
        words = text_of(str(content.get("value") or ""))
        if words.strip():
            return words, False
    return text_of(str(raw.get("summary") or "")), True


def published_of(raw: Any) -> str | None:
    """Return when an entry was published, as written where that can be read, else as the parser took it."""
    # Past the parser's own way of looking up, which warns where one date stands in for the other.
    published, updated, published_parsed, updated_parsed = (dict.get(raw, name) for name in DATES)
    written = str(published or updated or "").strip()
    taken = published_parsed or updated_parsed
    if not taken or (written and not stamp(written)[1]):
        return written or None
    year, month, day, hour, minute, second = taken[:6]
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC).isoformat()
    except ValueError:
        return written or None


def plain(words: Any) -> str | None:
    """Return a title or name without tags on one line, or None."""
    return " ".join(text_of(str(words)).split()) or None if words else None


def read_feed(text: str, item: Item, *, notes: tuple[Note, ...] = (), tables: Tables) -> Intake:
    """Return the reports of a feed's entries, headline first; of the one that ``item.part`` names where it names one.

    An entry that gives only its summary has the note ``summary-only``. Authors are kept as evidence.
    """
    feed = parse_feed(text, item.origin, base=item.url)
    wanted = [entry for entry in feed.entries if item.part in (None, entry.key)]
    found = [*reports_of(wanted, feed, item, tables)]
    rejects = tuple(one for one in found if isinstance(one, Reject))
    more = (Note("too-many", f"{item.origin}: {feed.dropped} entries beyond {MOST_ENTRIES} were left out"),)
    reports = tuple(one for one in found if isinstance(one, Report))
    return Intake(item, reports, (*notes, *(more if feed.dropped else ())), rejects)


def reports_of(entries: list[Entry], feed: Feed, item: Item, tables: Tables) -> Iterator[Report | Reject]:
    """Yield each entry as a report, or why it is none."""
    for entry in entries:
        origin = f"{item.origin}#{entry.key}" if item.url != entry.link else item.origin
        words = "\n\n".join(filter(None, [entry.title, entry.text.strip()]))
        try:
            yield report_of(words, given_of(entry, feed, origin, tables), tables=tables)
        except InputError as problem:
            yield rejected(Item(origin, words.encode("utf-8", "replace"), entry.link), problem)


def given_of(entry: Entry, feed: Feed, origin: str, tables: Tables) -> Given:
    """Return what an entry says of itself: the outlet it names as its source, else its address, else the feed's title."""
    stated = entry.outlet or (None if entry.link else feed.title)
    known = outlet_book(tables).named(stated) if stated else None
    author = Evidence("author", entry.author, RULE, entry.author) if entry.author else None
    summary = Note("summary-only", "the feed gives only a summary of this report; the page itself tells more")
    return Given(
        origin,
        outlet=known.label if known else stated,
        url=entry.link,
        title=entry.title,
        published=entry.published,
        language=entry.language,
        notes=(summary,) if entry.is_summary else (),
        facts=(author,) if author else (),
        rule=RULE,
    )
