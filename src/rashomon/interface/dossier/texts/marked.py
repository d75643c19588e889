"""A report's text cut up so that the words claims rest on, and the sentences it shares, can be marked and linked to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.interface.plain import clean, seen
from rashomon.model import Account, Claim, ClaimId, Layer, Report, Span

QUIET_LAYERS = {Layer.RELATED, Layer.BACKGROUND}
KIND_ORDER = ("count", "control", "act", "statement")
"""Which kind a stretch is shown as where claims of several kinds lie over it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's text in one dress.

    ``ids`` are the claims that begin here, to be linked to; ``claims`` all that lie over it, and ``questions`` the findings they answer.
    ``kind`` is ``count``, ``control``, ``act``, ``statement``, ``background``, or empty where no claim stands; ``telling`` says that
    it is the number of a count or the verb of an act. ``copies`` are the letters of the reports that carry the same sentence, and
    ``tag`` repeats them where a run of such sentences begins;
    ``title`` says what the claims are.
    """

    text: str
    ids: tuple[str, ...]
    claims: tuple[str, ...]
    questions: tuple[str, ...]
    kind: str
    telling: bool
    copies: tuple[str, ...]
    title: str
    tag: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report; ``zone`` is headline, dateline, body, caption, embedded post, subhead, link or boilerplate.

    ``aside`` says that it is about another event.
    """

    zone: str
    pieces: tuple[Piece, ...]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Marking:
    """What is to be marked in the texts: which findings a claim answers, and where a report's sentences stand in others.

    ``account`` is the part of a report that is about the event, None for the whole.
    """

    questions: Mapping[ClaimId, tuple[str, ...]]
    copies: Mapping[Span, tuple[str, ...]]
    account: Account | None = None


NOTHING = Marking({}, {})


def paragraphs(report: Report, claims: Sequence[Claim], marking: Marking = NOTHING) -> tuple[Paragraph, ...]:
    """Return a report's text in paragraphs, one a line, with the claims' words and the shared sentences marked.

    ``marking.copies`` are those of this report alone.
    """
    waiting = deque(sorted((claim for claim in claims if claim.report_id == report.id), key=lambda c: (c.span, c.id)))
    live: list[Claim] = []
    found = []
    for start, end in lines_of(report.text):
        live = [claim for claim in live if claim.span.end > start]
        while waiting and waiting[0].span.start < end:
            live.append(waiting.popleft())
        line = Line(report.text, start, end, marking)
        aside = marking.account is not None and not marking.account.tells(Span(start, end))
        found.append(Paragraph(str(report.zone_at(start)), tuple(tagged(line.pieces(live))), aside))
    return tuple(found)


def tagged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces, the first of each run that stands in the same other reports with a tag; blanks between sentences break no run."""
    before: tuple[str, ...] = ()
    for piece in pieces:
        yield replace(piece, tag=piece.copies) if piece.copies and piece.copies != before else piece
        before = piece.copies if piece.copies or piece.text.strip() else before


def lines_of(text: str) -> list[tuple[int, int]]:
    """Return where the lines with something on them begin and end."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start, start + len(line.rstrip())))
        start += len(line)
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text that is to be cut up."""

    text: str
    start: int
    end: int
    marking: Marking

    def pieces(self, claims: Sequence[Claim]) -> Iterator[Piece]:
        """Yield the line cut at the ends of all claims, telling words and shared sentences on it; ``claims`` in text order."""
        copied = [span for span in self.marking.copies if span.start < self.end and span.end > self.start]
        waiting, over = deque(claims), list[Claim]()
        for first, last in pairwise(self.cuts(claims, copied)):
            while waiting and waiting[0].span.start <= first:
                over.append(waiting.popleft())
            over = [claim for claim in over if claim.span.end >= last]
            yield self.piece(Span(first, last), over, [span for span in copied if span.covers(Span(first, last))])

    def cuts(self, claims: Sequence[Claim], copied: Sequence[Span]) -> list[int]:
        """Return where to cut, both ends of the line included."""
        told = [telling(claim) for claim in claims if claim.layer not in QUIET_LAYERS]
        spans = [*(claim.span for claim in claims), *(span for span in told if span), *copied]
        return sorted(
            {self.start, self.end, *(min(max(edge, self.start), self.end) for s in spans for edge in (s.start, s.end))}
        )

    def piece(self, at: Span, over: Sequence[Claim], copied: Sequence[Span]) -> Piece:
        """Return one piece with what lies over it."""
        live = [claim for claim in over if claim.layer not in QUIET_LAYERS]
        return Piece(
            text=visible(at.of(self.text)),
            ids=tuple(str(claim.id) for claim in over if self.begins(claim, at.start)),
            claims=tuple(str(claim.id) for claim in over),
            questions=tuple(dict.fromkeys(q for claim in live for q in self.marking.questions.get(claim.id, ()))),
            kind=min((str(claim.kind) for claim in live), key=KIND_ORDER.index)
            if live
            else "background"
            if over
            else "",
            telling=any((span := telling(claim)) is not None and span.covers(at) for claim in live),
            copies=tuple(dict.fromkeys(mark for span in copied for mark in self.marking.copies[span])),
            title="; ".join(dict.fromkeys(title_of(claim) for claim in over)),
        )

    def begins(self, claim: Claim, start: int) -> bool:
        """Say whether a claim's words begin at a place; those that began in the blanks before the line begin with it."""
        return claim.span.start == start or (start == self.start and not self.text[claim.span.start : start].strip())


def telling(claim: Claim) -> Span | None:
    """Return the number of a count or the words that assert an act, where they stand inside the claim's own words."""
    span = claim.number_span or claim.trigger_span
    return span if span and claim.span.covers(span) else None


def title_of(claim: Claim) -> str:
    """Return what a claim is, for the hint over its words."""
    what = claim.measure or (claim.act.type if claim.act else claim.kind)
    return clean(f"{what} ({claim.layer}), on the word of: {claim.attribution.root}")


def visible(text: str) -> str:
    """Return the text without characters that act instead of showing; the length may change, the words do not."""
    return "".join(" " if character.isspace() else seen(character) for character in text)
