"""A saved web page: its article's paragraphs, headline, captions and metadata."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from rashomon.errors import EmptyInput
from rashomon.intake.kinds import web_address
from rashomon.intake.lines import lines_of
from rashomon.intake.report import Given, report_of
from rashomon.lexicon.match import fold
from rashomon.lexicon.outlets import host_of, outlet_book
from rashomon.lexicon.tables import Tables
from rashomon.model.text import Note, Report

MOST_CAPTIONS, TOP_LINES = 20, 12
SPACES = re.compile(r"\s+")

# What is wrong with a page becomes a note; the page reader's own complaints would go to the terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page yields: the article as lines of text, its captions among them, and its metadata."""

    text: str
    title: str | None = None
    site: str | None = None
    url: str | None = None
    published: str | None = None
    captions: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def read_html(
    page: str, source: str, *, url: str | None = None, notes: tuple[Note, ...] = (), tables: Tables
) -> Report:
    """Return the report of a web page; the text is the extracted article, headline first, captions below it.

    ``url`` is where the page was fetched from; the address that it gives itself is taken where that is the same host.
    Where no article is found all words of the page are the text, with the note ``page-not-cut``.
    """
    cut = read_page(page, source)
    known = outlet_book(tables).named(cut.site) if cut.site else None
    given = Given(
        source,
        outlet=known.label if known else cut.site,
        url=address_of(cut.url, url),
        title=cut.title,
        published=cut.published,
        captions=cut.captions,
        notes=(*notes, *cut.notes),
        rule="page-metadata",
    )
    return report_of(cut.text, given, tables=tables)


def address_of(own: str | None, fetched: str | None) -> str | None:
    """Return a page's address: its own, unless it was fetched and claims to be of another host."""
    own = web_address(own)
    if not fetched or (own and host_of(own) == host_of(fetched)):
        return own
    return fetched


def read_page(page: str, source: str) -> Page:
    """Return the article of a page and its metadata; raises EmptyInput where the page shows no words."""
    import trafilatura

    try:
        tree = trafilatura.load_html(page)
        captions = captions_of(tree) if tree is not None else ()
        found: Any = trafilatura.bare_extraction(
            page,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
        )
        everything = "" if found and found.text else str(trafilatura.html2txt(page) or bare_text(page))
    except (ValueError, AttributeError, TypeError, AssertionError, RecursionError):
        found, everything, captions = None, bare_text(page), ()
    if found and found.text:
        return article(found, captions)
    words = "\n".join(line.words for line in lines_of(everything))
    if not any(c.isalnum() for c in words):
        raise EmptyInput(source, "the page shows no words; save the article's text, or the page after it has loaded")
    note = Note("page-not-cut", "no article was found in the page; all its words are the text, menus included")
    return replace(metadata(found), text=words, notes=(note,))


def article(found: Any, captions: tuple[str, ...]) -> Page:
    """Return the page whose article was found: headline, captions, then the paragraphs."""
    page = metadata(found)
    paragraphs = [line.words for line in lines_of(found.text)]
    top = squeezed(page.title or "")
    paragraphs = [words for at, words in enumerate(paragraphs) if at >= TOP_LINES or squeezed(words) != top]
    seen = {squeezed(words) for words in paragraphs}
    new = tuple(words for words in captions if squeezed(words) not in seen)
    return replace(page, text="\n\n".join([*filter(None, [page.title]), *new, *paragraphs]), captions=captions)


def metadata(found: Any) -> Page:
    """Return a page with its metadata alone."""
    if found is None:
        return Page("")
    title, site, url, published = (tidy(getattr(found, name, None)) for name in ("title", "sitename", "url", "date"))
    return Page("", title, site, url, published)


def tidy(words: str | None) -> str | None:
    """Return words with single spaces, or None where there are none."""
    return SPACES.sub(" ", words).strip() or None if words else None


def squeezed(words: str) -> str:
    """Return words by which two lines that look alike are the same."""
    return SPACES.sub(" ", fold(words)).strip(" .")


def captions_of(tree: Any) -> tuple[str, ...]:
    """Return the words of the page's captions, in order and once each."""
    found = (tidy(" ".join(node.itertext())) for node in tree.iter("figcaption"))
    return tuple(dict.fromkeys(words for words in found if words))[:MOST_CAPTIONS]


def bare_text(page: str) -> str:
    """Return a broken page's words without its tags."""
    page = re.sub(r"(?is)<(script|style)\b[^>]{0,2000}>.{0,100000}?</\1>", " ", page)
    return unescape(re.sub(r"<[^<>]{0,2000}>", "\n", page))
