"""A report's text cut up so that the words claims rest on can be marked and linked to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.interface.plain import clean, seen
from rashomon.model import Claim, Layer, Report

QUIET_LAYERS = {Layer.RELATED, Layer.BACKGROUND}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's text in one dress.

    ``ids`` are the claims that begin here, to be linked to; ``kind`` is ``count``, ``claim``, ``background`` or empty
    where no claim stands; ``rules`` say what made the claims.
    """

    text: str
    ids: tuple[str, ...]
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report; ``zone`` is headline, dateline, body, caption, embedded post, subhead, link or boilerplate."""

    zone: str
    pieces: tuple[Piece, ...]


def paragraphs(report: Report, claims: Sequence[Claim]) -> tuple[Paragraph, ...]:
    """Return a report's text in paragraphs, one a line, with the claims' words marked."""
    waiting = deque(sorted((claim for claim in claims if claim.report_id == report.id), key=lambda c: (c.span, c.id)))
    live: list[Claim] = []
    found = []
    for start, end in lines_of(report.text):
        live = [claim for claim in live if claim.span.end > start]
        while waiting and waiting[0].span.start < end:
            live.append(waiting.popleft())
        found.append(Paragraph(str(report.zone_at(start)), tuple(pieces_of(report.text, start, end, live))))
    return tuple(found)


def lines_of(text: str) -> list[tuple[int, int]]:
    """Return where the lines with something on them begin and end."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start, start + len(line.rstrip())))
        start += len(line)
    return found


def pieces_of(text: str, start: int, end: int, claims: Sequence[Claim]) -> Iterator[Piece]:
    """Yield a line cut at the ends of all claims on it; ``claims`` are those, in text order."""
    cuts = sorted({start, end, *(min(max(edge, start), end) for c in claims for edge in (c.span.start, c.span.end))})
    waiting, over = deque(claims), list[Claim]()
    for first, last in pairwise(cuts):
        while waiting and waiting[0].span.start <= first:
            over.append(waiting.popleft())
        over = [claim for claim in over if claim.span.end >= last]
        yield piece(text, first, last, over, start)


def piece(text: str, start: int, end: int, over: Sequence[Claim], line: int) -> Piece:
    """Return one piece and the claims over it; a claim that began in the blanks before the line has its anchor at the line's start."""
    begun = tuple(str(claim.id) for claim in over if begins(claim, text, start, line))
    hint = "; ".join(dict.fromkeys(title_of(claim) for claim in over))
    return Piece(visible(text[start:end]), begun, dress(over), hint)


def begins(claim: Claim, text: str, start: int, line: int) -> bool:
    """Say whether a claim's words begin at a place, blanks aside."""
    return claim.span.start == start or (start == line and not text[claim.span.start : start].strip())


def dress(claims: Sequence[Claim]) -> str:
    """Return how a piece is marked."""
    if not claims:
        return ""
    if all(claim.layer in QUIET_LAYERS for claim in claims):
        return "background"
    return "count" if any(claim.measure for claim in claims if claim.layer not in QUIET_LAYERS) else "claim"


def title_of(claim: Claim) -> str:
    """Return what a claim is, for the hint over its words."""
    what = claim.measure or (claim.act.type if claim.act else claim.kind)
    return clean(f"{what} ({claim.layer}), on the word of: {claim.attribution.root}")


def visible(text: str) -> str:
    """Return the text without characters that act instead of showing; the length may change, the words do not."""
    return "".join(" " if character.isspace() else seen(character) for character in text)
