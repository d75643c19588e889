"""Which form bytes are in: told by what they hold, and by their name where that leaves it open."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from rashomon.intake.formats.prolog import root_name
from rashomon.intake.limits import HEAD


class Kind(StrEnum):
    """The forms that are taken in."""

    PLAIN = "plain text"
    PAGE = "web page"
    JSON = "JSON"
    TABLE = "table"
    FEED = "feed"
    NEWSML = "NewsML-G2"
    XML = "XML document"
    ADDRESSES = "list of addresses"


class Packing(StrEnum):
    """The forms that hold others."""

    GZIP = "gzip"
    ZIP = "zip"
    WARC = "WARC"


MAGIC = (
    (b"\x1f\x8b", Packing.GZIP),
    (b"PK\x03\x04", Packing.ZIP),
    (b"PK\x05\x06", Packing.ZIP),
    (b"WARC/", Packing.WARC),
    (b"\x28\xb5\x2f\xfd", Packing.WARC),
)
ROOTS = {
    "html": Kind.PAGE,
    "rss": Kind.FEED,
    "feed": Kind.FEED,
    "rdf": Kind.FEED,
    "newsitem": Kind.NEWSML,
    "newsmessage": Kind.NEWSML,
    "packageitem": Kind.NEWSML,
    "nitf": Kind.NEWSML,
}
SUFFIXES = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), Kind.PAGE),
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), Kind.JSON),
    **dict.fromkeys((".txt", ".text", ".md"), Kind.PLAIN),
    **dict.fromkeys((".csv", ".tsv"), Kind.TABLE),
    **dict.fromkeys((".rss", ".atom"), Kind.FEED),
    ".nitf": Kind.NEWSML,
    ".urls": Kind.ADDRESSES,
}
MEDIA = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "text/plain": Kind.PLAIN,
    "application/json": Kind.JSON,
    "text/csv": Kind.TABLE,
    "text/tab-separated-values": Kind.TABLE,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
}
PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body")
JSON_MARKS = ('"text"', '"headline', '"body_', '"bodies"')
ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
REMARK = "#"


def packing_of(head: bytes) -> Packing | None:
    """Return what kind of archive bytes begin, or None."""
    return next((packing for magic, packing in MAGIC if head.startswith(magic)), None)


def kind_of(text: str, name: str, media: str | None = None) -> Kind:
    """Return the kind of a text: by the way it opens, then by its media type, then by its name's suffix.

    JSON and loose pieces of a page in a file named ``.txt`` stay plain text.
    """
    kind = by_root(text) or (Kind.ADDRESSES if addresses_in(text) else None) or by_name(name, media)
    return kind or by_content(text)


def by_root(text: str) -> Kind | None:
    """Return the kind that a document's first element tells, or None."""
    start = text[:HEAD].lstrip("\ufeff \t\r\n").lower()
    if not start.startswith("<"):
        return None
    other = Kind.XML if start.startswith("<?xml") else None
    return Kind.PAGE if start.startswith(PAGE_STARTS) else ROOTS.get(root_name(text), other)


def by_name(name: str, media: str | None) -> Kind | None:
    """Return the kind that a media type or a suffix tells, or None."""
    served = MEDIA.get((media or "").partition(";")[0].strip().lower())
    return served or SUFFIXES.get(suffix_of(name))


def suffix_of(name: str) -> str:
    """Return the suffix of a path or an address in small letters, that of packing by gzip aside.

    >>> suffix_of("https://dailyharbour.example/a.HTML?page=2")
    '.html'
    """
    if ADDRESS.match(name):
        try:
            name = urlsplit(name).path
        except ValueError:
            return ""
    return PurePosixPath(name.replace("\x00", "").lower().removesuffix(".gz")).suffix


def by_content(text: str) -> Kind:
    """Return the kind of a text without a telling name."""
    start = text[:HEAD].lstrip().lower()
    if start.startswith("<") and "<html" in start:
        return Kind.PAGE
    opens = start.startswith(("{", "[{", "[\n", "[ ", "[\r"))
    return Kind.JSON if opens and any(mark in text for mark in JSON_MARKS) else Kind.PLAIN


def addresses_in(text: str) -> list[str]:
    r"""Return the addresses of a text that holds nothing but one a line, remarks after ``#`` aside; else nothing.

    >>> addresses_in("# port\nhttps://dailyharbour.example/a\n")
    ['https://dailyharbour.example/a']
    """
    if not text[:HEAD].lstrip("\ufeff \t\r\n").lower().startswith(("http", REMARK)):
        return []
    found = []
    for line in text.lstrip("\ufeff").splitlines():
        words = line.strip()
        if not words or words.startswith(REMARK):
            continue
        if not ADDRESS.fullmatch(words):
            return []
        found.append(words)
    return found


def web_address(words: str | None) -> str | None:
    """Return what is an address of the web, and None for anything else: a page shows it as a link.

    >>> web_address("https://reef.example/1"), web_address("javascript:alert(1)")
    ('https://reef.example/1', None)
    """
    return words if words and ADDRESS.fullmatch(words) else None
