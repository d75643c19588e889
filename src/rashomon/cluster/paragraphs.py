"""The paragraphs of a report, and which of them open on another happening: by a turn, as items, under a place, under a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.cluster.describe import key_of
from rashomon.lexicon.accounts import AccountCues
from rashomon.lexicon.match import fold
from rashomon.model import Mention, MentionType, Reading, Report, Span, ZoneKind

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
    """A line of a report outside its furniture, without the blanks around it; ``opens`` where it goes on with no sentence of the line above."""

    span: Span
    zone: ZoneKind
    opens: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """How a paragraph opens on another happening, and the keys of the places by which it does.

    ``anywhere`` says that it may be where the report's own story is: "in a separate incident".
    """

    way: Literal["turn", "item", "headed", "heading"]
    places: frozenset[str] = frozenset()
    anywhere: bool = False


def paragraphs(report: Report) -> list[Paragraph]:
    """Return the lines of a report that are read, in order."""
    found: list[Paragraph] = []
    above = ""
    for match in LINE.finditer(report.text):
        line = match[0]
        span = Span(match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip()))
        zone = report.zone_at(span.start)
        if not zone.is_furniture:
            apart = not found or report.text.count("\n", found[-1].span.end, span.start) > 1
            opens = apart or above[-1:] in ENDED or ITEM.match(line) is not None
            found.append(Paragraph(span, zone, opens))
            above = line.rstrip()
    return found


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

    def mentions(self, kind: MentionType, span: Span) -> Iterator[Mention]:
        """Yield the mentions of a type that stand in some words."""
        return (one for one in self.reading.mentions if one.type is kind and span.covers(one.span))

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
        if one.zone is not ZoneKind.BODY or not one.opens:
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
