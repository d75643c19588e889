"""The paragraphs of a report, and which of them open on another happening: by a turn, as items, under a place, under a heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Literal

from rashomon.cluster.describe import key_of
from rashomon.lexicon.accounts import AccountCues
from rashomon.lexicon.match import fold
from rashomon.model import Mention, MentionType, Reading, Report, Span, ZoneKind

START = attrgetter("span.start")
LINE = re.compile(r"[^\n]*\S[^\n]*")
ENDED = '.!?:;"”’)]'
ITEM = re.compile(r"\s*(?:[•*·▪●–—-]\s+|\(?\d{1,2}[.)]\s+)(?=\S)")
HEAD = re.compile(r"(?:\s*\([^)]{2,30}\))?\s*(?:--|[-–—:])\s+(?=[\"“]?\w)")
NOT_WORD = re.compile(r"[\W_]*")
REACH = 70
"""Code points after the opening words in which the deed or the place must follow."""
DEED = 3
"""Words after the opening ones among which the deed is named."""
TITLE = 7
"""Words of the longest heading inside a report; longer ones are the titles of other pages."""
EARLY = 90
"""Code points of an item in which its day or its place stands."""
RUNNING = frozenset({ZoneKind.BODY, ZoneKind.DATELINE})
"""Zones in which a report runs on: the first paragraph in them is its own story's."""
LATE = 12
"""Code points before a day that stands before the opening words."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report outside its furniture, without the blanks around it."""

    span: Span
    zone: ZoneKind


@dataclass(frozen=True, slots=True)
class Opening:
    """How a paragraph opens on another happening, and the keys of the places by which it does.

    ``anywhere`` says that it may be where the report's own story is: "in a separate incident".
    """

    way: Literal["turn", "item", "headed", "heading"]
    places: frozenset[str] = frozenset()
    anywhere: bool = False


def paragraphs(report: Report) -> list[Paragraph]:
    """Return the paragraphs of a report that are read, in order; a line that goes on with a sentence belongs to the one above."""
    found: list[Paragraph] = []
    for match in LINE.finditer(report.text):
        line = match[0]
        span = Span(match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip()))
        zone = report.zone_at(span.start)
        if zone.is_furniture:
            continue
        below = zone is ZoneKind.BODY and found and (found[-1].zone in RUNNING or report.text[span.start].islower())
        if below and goes_on(report.text, found[-1].span, span):
            found[-1] = Paragraph(found[-1].span.hull(span), found[-1].zone)
        else:
            found.append(Paragraph(span, zone))
    return found


def goes_on(text: str, above: Span, line: Span) -> bool:
    """Say whether a line goes on with the sentence of the one above: no blank line between, no full stop, no mark of a list."""
    near = text.count("\n", above.end, line.start) == 1
    return near and text[above.end - 1] not in ENDED and ITEM.match(text, line.start, line.end) is None


@dataclass(frozen=True)
class Opener:
    """Tells how the paragraphs of one report open."""

    report: Report
    reading: Reading
    cues: AccountCues

    def openings(self, body: Sequence[Paragraph]) -> Mapping[int, Opening]:
        """Return the paragraphs that open on another happening, by their position; a list and places at the head come in twos."""
        first = next((at for at, one in enumerate(body) if one.zone in RUNNING), 0)
        below = {at: one for at, one in enumerate(body) if at > first}
        turns = {at: turn for at, one in below.items() if (turn := self.turn(one))}
        headings = {at: heading for at, one in below.items() if (heading := self.heading(one))}
        items = {at: Opening("item") for at, one in below.items() if self.is_item(one)}
        heads = [head for one in body[first : first + 1] if (head := self.head(one))]
        headed = {at: head for at, one in below.items() if (head := self.head(one))}
        places = {place for head in (*heads, *headed.values()) for place in head.places}
        return turns | headings | (items if len(items) > 1 else {}) | (headed if len(places) > 1 else {})

    @cached_property
    def inorder(self) -> list[Mention]:
        """The mentions in the order of the text."""
        return sorted(self.reading.mentions, key=START)

    def mentions(self, kind: MentionType, span: Span) -> Iterator[Mention]:
        """Yield the mentions of a type that stand in some words."""
        first, end = (bisect_left(self.inorder, edge, key=START) for edge in (span.start, span.end))
        return (one for one in self.inorder[first:end] if one.type is kind and span.covers(one.span))

    def is_item(self, one: Paragraph) -> bool:
        """Say whether it is an item of a list that begins with its own day or place: "• At 1:40 a.m. on Monday a man was shot in ..."."""
        words = one.span.of(self.report.text)
        if not ITEM.match(words) or not self.is_long(words):
            return False
        early = Span(one.span.start, min(one.span.end, one.span.start + EARLY))
        return any(next(self.mentions(kind, early), None) for kind in (MentionType.TIME, MentionType.PLACE))

    def is_long(self, words: str) -> bool:
        """Say whether some words are more than a title, or a line that breaks down a toll."""
        return len(words.split()) >= self.cues.shortest and words[-1:] in '.!?"”'

    def head(self, one: Paragraph) -> Opening | None:
        """Return the place that a paragraph is headed by: "KIRKUK -- Gunmen killed two policemen on Monday."."""
        text = self.report.text
        if not self.is_long(one.span.of(text)):
            return None
        for mention in self.mentions(
            MentionType.PLACE, Span(one.span.start, min(one.span.end, one.span.start + REACH))
        ):
            bare = not text[one.span.start : mention.span.start].strip(" \t*•-–—")
            if bare and mention.place and HEAD.match(text, mention.span.end, one.span.end):
                return Opening("headed", frozenset({key_of(mention.place)}))
        return None

    def heading(self, one: Paragraph) -> Opening | None:
        """Return the places that a heading inside the report names."""
        short = one.zone is ZoneKind.SUBHEAD and len(one.span.of(self.report.text).split()) <= TITLE
        named = self.mentions(MentionType.PLACE, one.span) if short else iter(())
        places = frozenset(key_of(mention.place) for mention in named if mention.place)
        return Opening("heading", places) if places else None

    def turn(self, one: Paragraph) -> Opening | None:
        """Return how a paragraph turns to another happening: "Elsewhere, ...", "Also in Kirkuk ...", "On Monday, another raid ..."."""
        if one.zone is not ZoneKind.BODY:
            return None
        start = self.after_day(one.span)
        words = fold(self.report.text)[start : one.span.end]
        if opens_with(words, self.cues.elsewhere):
            return Opening("turn")
        for cues, fits in ((self.cues.towards, self.names_place), (self.cues.another, self.names_deed)):
            length = opens_with(words, cues)
            if length and fits(Span(start + length, min(one.span.end, start + length + REACH))):
                return Opening("turn", anywhere=cues is self.cues.another)
        return None

    def after_day(self, span: Span) -> int:
        """Return where a paragraph begins once marks and a day at its head are passed: "On Monday, another ..."."""
        text, start = self.report.text, span.start
        for day in self.mentions(MentionType.TIME, span):
            if day.span.start - span.start <= LATE and text[day.span.end : day.span.end + 1] == ",":
                start = day.span.end
                break
        blank = NOT_WORD.match(text, start, span.end)
        return blank.end() if blank else start

    def names_place(self, near: Span) -> bool:
        """Say whether a place is named close by: "also in Kirkuk"."""
        return any(self.mentions(MentionType.PLACE, near))

    def names_deed(self, near: Span) -> bool:
        """Say whether a deed is named close by: "in another raid", and not "another man"."""
        first = fold(self.report.text)[near.start : near.end].split()[:DEED]
        return not self.cues.deeds.isdisjoint(word.strip(".,:;'\"") for word in first)


def opens_with(words: str, phrases: Sequence[str]) -> int:
    """Return the length of the longest phrase that some words begin with, 0 where they begin with none."""
    fit = (phrase for phrase in phrases if words.startswith(phrase) and not words[len(phrase) :][:1].isalnum())
    return max(map(len, fit), default=0)
