"""A report's zones: headline, dateline, body, caption, embedded post, subhead, link, boilerplate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.intake.boilerplate import (
    dated_reel,
    heads_related,
    is_boilerplate,
    is_byline,
    is_link,
    next_stories,
    opens_section,
    section_after,
    titles_a_story,
    trailing_links,
    video_reel,
)
from rashomon.intake.captions import caption_of, inner_captions, signed_caption
from rashomon.intake.datelines import dateline_of, stamp_of, whole_dateline
from rashomon.intake.headlines import heading_lines, subhead_lines, title_span
from rashomon.intake.lines import Line, lines_of
from rashomon.intake.posts import end_of_handle, inner_posts, post_at
from rashomon.intake.stamps import full_date
from rashomon.lexicon.outlets import OutletBook, outlet_book
from rashomon.lexicon.tables import Tables
from rashomon.lexicon.zones import ZoneWords, zone_words
from rashomon.model.text import Span, Zone, ZoneKind

MERGED = frozenset({ZoneKind.BODY, ZoneKind.BOILERPLATE})


def find_zones(
    text: str, *, title: str | None = None, captions: Sequence[str] = (), outlet: str | None = None, tables: Tables
) -> tuple[Zone, ...]:
    """Return the zones of a report in text order, none overlapping; every word that is not blank lies in one.

    ``title`` is the headline if the text holds it. ``captions`` are lines known to be captions, as a page's
    markup says. ``outlet`` is who published it, as far as that was given. A line is body unless something speaks against it.
    """
    sheet = Sheet(lines_of(text), outlet_book(tables), zone_words(tables))
    sheet.mark_title(title)
    sheet.mark_posts()
    sheet.mark_handles(outlet)
    sheet.mark_captions(captions)
    sheet.mark_furniture()
    sheet.mark_headline()
    sheet.mark_stamps()
    sheet.mark_subheads()
    return tuple(merged(sheet.all_zones()))


def whole_text(text: str) -> tuple[Zone, ...]:
    """Return one body zone for a text whose parts are not told apart."""
    lines = lines_of(text)
    return (Zone(ZoneKind.BODY, lines[0].span.hull(lines[-1].span)),) if lines else ()


@dataclass
class Sheet:
    """The lines of one text while their zones are found; a line once marked keeps its mark."""

    lines: list[Line]
    book: OutletBook
    table: ZoneWords

    def __post_init__(self) -> None:
        self.marks: list[Zone | None] = [None] * len(self.lines)
        self.inner: dict[int, list[Zone]] = {}
        self.headline_at = -1

    @property
    def free(self) -> list[bool]:
        """Which lines bear no mark yet."""
        return [mark is None for mark in self.marks]

    def mark(self, index: int, kind: ZoneKind, credit: str | None = None, day: date | None = None) -> None:
        """Give a free line a zone of its own."""
        if self.marks[index] is None:
            self.marks[index] = Zone(kind, self.lines[index].span, credit, day)

    def mark_title(self, title: str | None) -> None:
        """Mark the given title as headline where the text holds it, and lines that repeat it near the top."""
        span = title_span(self.lines, title, self.table) if title else None
        for index, line in enumerate(self.lines):
            if span is None or line.span.start > span.end:
                break
            if line.span.covers(span):
                self.headline_at = index
                self.mark_part(index, span)

    def mark_part(self, index: int, span: Span) -> None:
        """Mark a line as headline, or the part of it that is."""
        line = self.lines[index]
        if len(line.span) - len(span) <= 2 or (span.start == line.span.start and line.is_heading(40, 400)):
            self.mark(index, ZoneKind.HEADLINE)
        else:
            self.inner.setdefault(index, []).append(Zone(ZoneKind.HEADLINE, span))

    def mark_posts(self) -> None:
        """Mark each embedded post, all its lines, with who posted it and when."""
        for last in range(len(self.lines)):
            found = post_at(self.lines, last, self.table) if self.marks[last] is None else None
            if found and found.span.start > self.lines[last].span.start:
                self.inner.setdefault(last, []).append(found)
            elif found:
                self.mark_post(found, last)

    def mark_handles(self, outlet: str | None) -> None:
        """Mark the account's name that opens a line of its own posts, run into their words by the page they come from."""
        for index, line in enumerate(self.lines):
            if self.marks[index] is None and (end := end_of_handle(line, outlet)):
                self.inner.setdefault(index, []).append(Zone(ZoneKind.BOILERPLATE, line.part(0, end)))

    def mark_post(self, post: Zone, last: int) -> None:
        """Mark the lines of a post, up to one that is something else already."""
        first = last
        while first > 0 and self.marks[first - 1] is None and self.lines[first - 1].span.start >= post.span.start:
            first -= 1
        zone = replace(post, span=Span(self.lines[first].span.start, post.span.end))
        self.marks[first : last + 1] = [zone] * (last + 1 - first)

    def mark_captions(self, captions: Sequence[str]) -> None:
        """Mark lines that are captions by the markup or by their credit."""
        known = {caption.strip() for caption in captions}
        for index, line in enumerate(self.lines):
            if self.marks[index] is None and (zone := self.caption(index)):
                self.mark(index, ZoneKind.CAPTION, zone.credit, zone.day)
            elif line.words in known:
                self.mark(index, ZoneKind.CAPTION, day=full_date(line.words, self.table))

    def caption(self, index: int) -> Zone | None:
        """Return the caption that a line is by its own words, or None; a first line with " - Outlet" is a page's title."""
        line = self.lines[index]
        near_top = index < min(5, len(self.lines) - 1)
        found = caption_of(line, self.book, self.table, near_top=near_top)
        return found or (signed_caption(line, self.book, self.table) if index > 0 else None)

    def mark_furniture(self) -> None:
        """Mark page furniture, and the links below a line that heads a list of them."""
        for index, line in enumerate(self.lines):
            if self.marks[index] is None and is_boilerplate(line, self.table, index=index):
                link = is_link(line, self.table, index=index)
                self.mark(index, ZoneKind.LINK if link else ZoneKind.BOILERPLATE)
        start = self.start_of_body()
        for index, line in enumerate(self.lines):
            if opens_section(line, self.table) and (index >= start or heads_related(line)):
                spared = index >= start or not self.is_headed(index)
                for other in section_after(self.lines, index, self.table, spared=spared):
                    story = titles_a_story(self.lines[other], self.table)
                    self.mark(other, ZoneKind.LINK if story else ZoneKind.BOILERPLATE)
                self.mark(index, ZoneKind.BOILERPLATE)
        for reel in (video_reel, dated_reel):
            for index in reel(self.lines, self.free):
                self.mark(index, ZoneKind.LINK)
        for index in next_stories(self.lines, self.table):
            self.mark(index, ZoneKind.LINK)
        for index in trailing_links(self.lines, self.free, self.table):
            self.mark(index, ZoneKind.LINK)

    def is_headed(self, index: int) -> bool:
        """Say whether a line above looks like the report's own headline, so that none is to be looked for below."""
        limits = self.table.limits
        return any(
            titles_a_story(line, self.table) and line.is_heading(limits.headline_words, limits.headline_chars)
            for line in self.lines[:index]
        )

    def start_of_body(self) -> int:
        """Return the index of the first line that reads as a paragraph; link lists come after it."""
        limits = self.table.limits
        for index, line in enumerate(self.lines):
            least = limits.short_line_words if line.stops else limits.paragraph_words
            if self.marks[index] is None and line.count >= least:
                return index
        return len(self.lines)

    def mark_headline(self) -> None:
        """Mark the headline by its look where no title was found, and bylines near the top."""
        for index, line in enumerate(self.lines[: self.table.limits.top_lines]):
            if self.marks[index] is None and is_byline(line, self.table):
                self.mark(index, ZoneKind.BOILERPLATE)
            elif self.marks[index] is None and (zone := self.own_dateline(index)):
                self.mark(index, zone.kind, zone.credit, zone.day)
        if self.headline_at < 0:
            for index in heading_lines(self.lines, self.free, self.table):
                self.mark(index, ZoneKind.HEADLINE)

    def own_dateline(self, index: int) -> Zone | None:
        """Return the dateline or date stamp that a whole line is, or None."""
        line = self.lines[index]
        stamp = stamp_of(line, self.table)
        if stamp:
            return Zone(ZoneKind.DATELINE, stamp, None, full_date(line.words, self.table))
        return whole_dateline(line, self.book, self.table)

    def mark_stamps(self) -> None:
        """Mark lines further down that hold a date alone: they head a day's part of the report, or close it."""
        for index, line in enumerate(self.lines):
            if (
                self.marks[index] is None
                and line.count <= self.table.limits.stamp_words
                and (stamp := stamp_of(line, self.table))
            ):
                said = line.folded.startswith(self.table.stamp_starts)
                day = full_date(line.words, self.table)
                self.mark(index, ZoneKind.DATELINE if said and stamp else ZoneKind.SUBHEAD, day=day)

    def mark_subheads(self) -> None:
        """Mark the short lines between paragraphs."""
        for index in subhead_lines(self.lines, self.free, self.table):
            self.mark(index, ZoneKind.SUBHEAD)

    def all_zones(self) -> Iterator[Zone]:
        """Yield the zones of all lines; a body line is cut at the zones inside it."""
        datelines = self.table.limits.dateline_lines
        for index, line in enumerate(self.lines):
            mark = self.marks[index]
            if mark is not None:
                yield replace(mark, span=line.span) if mark.kind is not ZoneKind.EMBED else mark
                continue
            yield from cut(line, self.parts(index, opening=datelines > 0))
            datelines -= 1

    def parts(self, index: int, *, opening: bool) -> list[Zone]:
        """Return the zones inside a body line: a dateline that opens it, captions and posts run into it."""
        line = self.lines[index]
        found = list(self.inner.get(index, ()))
        found += inner_posts(line, self.table)
        found += inner_captions(line, self.book, self.table)
        dateline = dateline_of(line, self.book, self.table) if opening else None
        return [*found, dateline] if dateline else found


def cut(line: Line, parts: Iterable[Zone]) -> Iterator[Zone]:
    """Yield a line's parts and the body between them; of two that overlap the earlier stays."""
    at = line.span.start
    for part in sorted(parts, key=lambda zone: zone.span.start):
        if len(part.span) and part.span.start >= at:
            yield from body(line, at, part.span.start)
            yield part
            at = part.span.end
    yield from body(line, at, line.span.end)


def body(line: Line, start: int, end: int) -> Iterator[Zone]:
    """Yield the body between two places of a line, without the blanks around it; nothing if there is none."""
    words = line.words[start - line.span.start : end - line.span.start]
    left = start + len(words) - len(words.lstrip())
    right = end - (len(words) - len(words.rstrip()))
    if left < right:
        yield Zone(ZoneKind.BODY, Span(left, right))


def merged(zones: Iterable[Zone]) -> Iterator[Zone]:
    """Yield the zones with neighbours of one kind joined: paragraphs of the body, furniture, lines of one post."""
    last: Zone | None = None
    for zone in zones:
        if last and last.kind is zone.kind and (zone.kind in MERGED or zone.span == last.span):
            last = replace(last, span=last.span.hull(zone.span))
            continue
        if last:
            yield last
        last = zone
    if last:
        yield last
