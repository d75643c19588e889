"""Cut a report into sentences, zone by zone, with exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.lexicon.abbreviations import Abbreviations
from rashomon.model import Report, Span, ZoneKind
from rashomon.model.quick import quick

LONGEST = 1200
"""Code points after which a sentence without an end is cut at a blank."""

DAY = re.compile(r"\s+(?:(?:early|late|on) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
EMPTY_LINE, LINE_END = re.compile(r"\r?\n\s*\n\s*|\u2029"), re.compile(r"\s*[\r\n\u2028\u2029]+\s*")
"""What parts two paragraphs in a text that is broken into lines of one width, and in any other."""
STOP = re.compile(
    r"[.!?…]+[\"”’')\]]*(?=\s+(?:''|``|[\"“‘'(\[#])?[A-Z0-9\u0600-\u06ff]|\s*$)|[.!?](?=[A-Z][a-z]+\s)|[:;](?=\s*\n)"
)

WIDTHS = (50, 100)
"""Code points between which the lines of a wrapped text are long."""

RUN_ON = re.compile(r"[a-z,] ?[\n\u2028](?=[a-z])(?!https?:)")
"""A single line break inside a sentence: a letter or comma before it, a small letter behind it, and no address."""


@quick
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the zone it stands in and the number of its paragraph."""

    index: int
    span: Span
    zone: ZoneKind
    paragraph: int


def split_sentences(report: Report, short: Abbreviations) -> list[Sentence]:
    """Return the sentences of all zones but links and boilerplate, in text order.

    A zone's border and a blank line always end a sentence; a single line break does, unless the text is
    wrapped at a fixed width or a long line plainly runs on in the next one.
    """
    text = report.text
    wrapped = is_wrapped(text)
    found: list[Sentence] = []
    paragraph = 0
    for zone, area in areas(report):
        for block in blocks(text, area, wrapped=wrapped):
            for span in cut(text, block, short):
                found.append(Sentence(len(found), span, zone, paragraph))
            paragraph += 1
    return found


def split_links(report: Report, first: int, short: Abbreviations) -> list[Sentence]:
    """Return the headlines of other stories that the page links to, each once, numbered from ``first``."""
    links = [zone.span for zone in report.zones if zone.kind is ZoneKind.LINK]
    once = {link.of(report.text): link for link in reversed(links)}
    spans = [span for link in sorted(once.values()) for span in cut(report.text, link, short)]
    return [Sentence(first + i, span, ZoneKind.LINK, first + i) for i, span in enumerate(spans)]


def areas(report: Report) -> Iterator[tuple[ZoneKind, Span]]:
    """Yield the stretches of one zone each, in order, what a page sets around the report left out."""
    position = 0
    for zone in sorted(report.zones, key=lambda zone: zone.span):
        if zone.span.start > position:
            yield ZoneKind.BODY, Span(position, zone.span.start)
        if not zone.kind.is_furniture and zone.span.end > position:
            yield zone.kind, Span(max(position, zone.span.start), zone.span.end)
        position = max(position, zone.span.end)
    if position < len(report.text):
        yield ZoneKind.BODY, Span(position, len(report.text))


def is_wrapped(text: str) -> bool:
    """Say whether the text is broken into lines of one width, so that a line's end means nothing."""
    lines = [len(line) for line in text.splitlines() if line.strip()]
    if len(lines) < 5:
        return False
    return sum(WIDTHS[0] <= size <= WIDTHS[1] for size in lines) > 0.6 * len(lines)


def blocks(text: str, area: Span, *, wrapped: bool) -> Iterator[Span]:
    """Yield the paragraphs of an area."""
    position = area.start
    for match in (EMPTY_LINE if wrapped else LINE_END).finditer(text, area.start, area.end):
        if RUN_ON.match(text, match.start() - 1, match.end() + 8) and match.start() - position >= WIDTHS[0]:
            continue
        if match.start() > position:
            yield Span(position, match.start())
        position = match.end()
    if position < area.end:
        yield Span(position, area.end)


def cut(text: str, block: Span, short: Abbreviations) -> Iterator[Span]:
    """Yield the sentences of a paragraph without surrounding blanks."""
    start = block.start
    for match in STOP.finditer(text, block.start, block.end):
        if goes_on(text, start, match.end(), short) and text[match.end() : block.end].strip():
            continue
        yield from pieces(text, Span(start, match.end()))
        start = match.end()
    if start < block.end:
        yield from pieces(text, Span(start, block.end))


def goes_on(text: str, start: int, end: int, short: Abbreviations) -> bool:
    """Say whether a stop is that of an abbreviation: "Lt. |Okafor", "in Millbrook, Md. |Friday evening"."""
    near = max(start, end - 12)
    if short.never_ending.search(text, near, end):
        return True
    return short.before_days.search(text, near, end) is not None and DAY.match(text, end) is not None


def pieces(text: str, span: Span) -> Iterator[Span]:
    """Yield a sentence, or several where it is longer than any sentence should be."""
    start, end = span.start, span.end
    while end - start > LONGEST:
        blank = max(text.rfind(" ", start + 200, start + LONGEST), text.rfind("\n", start + 200, start + LONGEST))
        middle = blank if blank > 0 else start + LONGEST
        yield from trimmed(text, start, middle)
        start = middle
    yield from trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span without blanks at its ends, unless nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
