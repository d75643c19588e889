"""Reports and the places in their text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

ReportId = NewType("ReportId", str)
PAIR = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
"""Two halves of one character side by side, as text from UTF-16 may hold them."""


def content_id(prefix: str, *parts: object) -> str:
    """Return a short id made of what ``parts`` say: equal content, equal id.

    >>> content_id("r", "Example Post", None, "Five people died.")
    'r-f2f97da3ca82'
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


@dataclass(frozen=True, order=True, slots=True, init=False)
class Span:
    """A half-open range ``[start, end)`` of Unicode code points in ``Report.text``."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # Written out because a report makes hundreds: the made one checks in a second call, and looks its slots up by name.
        if not 0 <= start <= end:
            raise ValueError(f"not a span: [{start}, {end})")
        set_start(self, start)
        set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def hull(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


set_start: Callable[[Span, int], None] = vars(Span)["start"].__set__
set_end: Callable[[Span, int], None] = vars(Span)["end"].__set__


class ZoneKind(StrEnum):
    """What a stretch of a report is."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    EMBED = "embedded post"
    SUBHEAD = "subhead"
    LINK = "link"
    BOILERPLATE = "boilerplate"

    @property
    def is_furniture(self) -> bool:
        """Whether a page sets it around the report: boilerplate, or a link with the headline of another story."""
        return self in (ZoneKind.BOILERPLATE, ZoneKind.LINK)


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a report of one kind; ``credit`` and ``day`` are a caption's or an embedded post's own source and date."""

    kind: ZoneKind
    span: Span
    credit: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something that could not be read, or that a reader should know, with where it stands.

    ``code`` is a short stable name (``no-report-day``, ``other-language``, ``control-characters`` ...).
    """

    code: str
    message: str
    span: Span | None = None
    report_id: ReportId | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a value was inferred: the ``rule`` that did it and the words or metadata it rests on."""

    field: str
    value: str
    rule: str
    words: str
    span: Span | None = None


def whole_character(halves: re.Match[str]) -> str:
    """Return the character that two halves make."""
    return halves.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Report:
    """One published item; ``text`` is never changed once hashed, but two halves of a character side by side are that character.

    ``published`` is what the metadata says (ISO 8601, date or date and time); ``day`` is the solved
    report day, or None with a note. ``evidence`` says how outlet, day and language were inferred.
    """

    id: ReportId
    source: str
    text: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    day: date | None = None
    zones: tuple[Zone, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        # No JSON tells the two halves from the whole character, and every offset behind them would move.
        for name in ("text", "source", "outlet", "url", "title", "published"):
            words = getattr(self, name)
            if words and not words.isascii() and PAIR.search(words):
                object.__setattr__(self, name, PAIR.sub(whole_character, words))

    @property
    def yearless(self) -> tuple[int, int] | None:
        """The month and day that a dateline gives without a year, where no day is known ("--03-05" among the evidence)."""
        told = next((e.value for e in self.evidence if e.field == "day" and e.value.startswith("--")), None)
        if told is None or self.day is not None:
            return None
        month, day = told[2:].split("-")
        return int(month), int(day)

    @staticmethod
    def id_of(*, outlet: str | None, url: str | None, text: str) -> ReportId:
        """Return the id: a hash of outlet, url and text."""
        return ReportId(content_id("r", outlet, url, text))

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, by which anybody can check that a text is the one that was read."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def name(self) -> str:
        """What a person would call the report: its outlet, else the name of the file it came from."""
        return self.outlet or self.source.rsplit("/", 1)[-1]

    def zone_at(self, position: int) -> ZoneKind:
        """Return the kind of zone at a code point; body where none is marked."""
        for zone in self.zones:
            if zone.span.start <= position < zone.span.end:
                return zone.kind
        return ZoneKind.BODY
