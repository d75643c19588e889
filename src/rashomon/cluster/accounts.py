"""A round-up divided into the accounts it gives: the report's own story, and each happening that it turns to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.cluster.describe import key_of
from rashomon.cluster.paragraphs import START, Opener, Opening, Paragraph, paragraphs
from rashomon.lexicon.accounts import AccountCues
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    Account,
    Claim,
    ClaimKind,
    Layer,
    MentionType,
    Polarity,
    Reading,
    Report,
    Span,
)

LISTED = frozenset({"item", "heading"})
"""Ways of opening that part happenings only where several do so: one alone is a part of the story."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some paragraphs on one happening beside the report's own story, and how they open."""

    opening: Opening
    paragraphs: tuple[Paragraph, ...]

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return self.paragraphs[0].span.hull(self.paragraphs[-1].span)

    @property
    def body(self) -> Span:
        """The same without a heading; nothing where nothing stands below it."""
        below = self.paragraphs[1:] if self.opening.way == "heading" else self.paragraphs
        return below[0].span.hull(below[-1].span) if below else Span(self.span.end, self.span.end)


def accounts(report: Report, reading: Reading, *, tables: Tables) -> tuple[Account, ...]:
    """Return the accounts of a report that tells of several happenings, its own story first; none where it tells of one.

    A passage is an account of its own where it opens with a turn ("In a separate raid in ..."), is an item of a list, or stands under
    the name of another place, and tells of harm or of an act at a place. Who names a second place alone tells of one happening still.
    """
    found = Finder(report, reading, tables).apart()
    stretches = [tuple(stretch(report.text, one.span) for one in each) for each in found]
    own = tuple(left(sorted(span for each in stretches for span in each), len(report.text)))
    if not found or not any(report.text[span.start : span.end].strip() for span in own):
        return ()
    return tuple(Account(report.id, number, spans) for number, spans in enumerate((own, *stretches), 1))


def stretch(text: str, span: Span) -> Span:
    """Return the whole lines in which some words stand."""
    end = text.find("\n", span.end) + 1
    return Span(text.rfind("\n", 0, span.start) + 1, end or len(text))


def left(taken: Iterable[Span], length: int) -> Iterator[Span]:
    """Yield what is left of a text."""
    start = 0
    for span in taken:
        if start < span.start:
            yield Span(start, span.start)
        start = span.end
    if start < length:
        yield Span(start, length)


class Finder:
    """Finds the passages of one report that tell of happenings beside its own story."""

    def __init__(self, report: Report, reading: Reading, tables: Tables) -> None:
        self.claims = sorted(filter(is_firm, reading.claims), key=START)
        self.cues = tables.of(AccountCues)
        self.aftermath = tables.of(Grouping).aftermath | {"other"}
        self.body = paragraphs(report)
        self.opener = Opener(report, reading, self.cues)

    def apart(self) -> list[list[Passage]]:
        """Return the passages of each further happening, in the order of the text; those under one place are of one."""
        passages = list(self.passages())
        inside = {one.span for each in passages for one in each.paragraphs}
        rest = [one.span for one in self.body if one.span not in inside]
        own, named = self.told_at(rest), frozenset().union(*map(self.named_in, rest))
        found: dict[str, list[Passage]] = {}
        fit = [one for one in passages if self.is_account(one, named if one.opening.way == "heading" else own)]
        lone = [one for one in fit if one.opening.way in LISTED]
        for number, each in enumerate(one for one in fit if len(lone) > 1 or one not in lone):
            place = min(each.opening.places) if each.opening.way == "headed" else str(number)
            found.setdefault(place, []).append(each)
        return list(found.values())

    def passages(self) -> Iterator[Passage]:
        """Yield each paragraph that opens another happening, with those that go on with it."""
        openings = self.opener.openings(self.body)
        first = 0
        while first < len(self.body):
            opening, end = openings.get(first), first + 1
            while opening and end < len(self.body) and end not in openings and self.goes_on(opening, first, end):
                end += 1
            if opening:
                yield Passage(opening, tuple(self.body[first:end]))
            first = end

    def goes_on(self, opening: Opening, first: int, other: int) -> bool:
        """Say whether a paragraph goes on with what one before opened: an item has its line alone, a turn holds until another place is named."""
        if opening.way == "item":
            return False
        there = self.named_in(self.body[other].span)
        return opening.way != "turn" or not there or not there.isdisjoint(self.named_in(self.body[first].span))

    def is_account(self, one: Passage, own: frozenset[str]) -> bool:
        """Say whether a passage tells of a happening, at a place that is none of the report's own unless the words set it apart."""
        told = self.told_at([one.body])
        if one.opening.way == "heading":
            places = told & one.opening.places
        else:
            places = one.opening.places or told or self.named_in(one.paragraphs[0].span)
        telling = any(self.is_telling(claim) for claim in self.claims_in(one.body))
        return telling and bool(places if one.opening.anywhere else places - own)

    def told_at(self, spans: Sequence[Span]) -> frozenset[str]:
        """Return the keys of the places where some words put what they tell."""
        claims = (claim for span in spans for claim in self.claims_in(span))
        return frozenset(key_of(claim.where) for claim in claims if claim.where and claim.where.precision.is_fine)

    def named_in(self, span: Span) -> frozenset[str]:
        """Return the keys of the places that some words name."""
        places = (one.place for one in self.opener.mentions(MentionType.PLACE, span))
        return frozenset(key_of(place) for place in places if place and place.precision.is_fine)

    def claims_in(self, span: Span) -> list[Claim]:
        """Return what some words assert of these days."""
        first, end = (bisect_left(self.claims, edge, key=START) for edge in (span.start, span.end))
        return [claim for claim in self.claims[first:end] if span.covers(claim.span)]

    def is_telling(self, claim: Claim) -> bool:
        """Say whether a claim tells of a happening: whom it harmed, or an act that does not follow on another one."""
        if claim.kind is ClaimKind.COUNT:
            return claim.measure in self.cues.harm
        return claim.kind is ClaimKind.ACT and claim.act is not None and claim.act.type not in self.aftermath


def is_firm(claim: Claim) -> bool:
    """Say whether a claim asserts something of these days."""
    return claim.layer is not Layer.BACKGROUND and claim.polarity is Polarity.AFFIRMED and claim.modality.is_firm
