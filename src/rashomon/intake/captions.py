"""Lines under pictures, and the credits that give them away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.intake.lines import Line
from rashomon.intake.stamps import full_date
from rashomon.lexicon.match import fold
from rashomon.lexicon.outlets import OutletBook
from rashomon.lexicon.zones import ZoneWords
from rashomon.model.text import Span, Zone, ZoneKind

BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,90})[)\]]")
TAIL = re.compile(
    r"\b(?:photo(?:graph)?s?|image|picture|credit)(?: (?:credit|courtesy))?(?:(?: by|:| courtesy of) {0,2})([^.:]{2,60})$",
    re.IGNORECASE,
)
STOP = re.compile(r"[.!?][\"'”’)]{0,2} (?=[A-Z\"'“‘])")
DASH = re.compile(r" [-–—] ?")
PARTS = re.compile(r" via |[/:|,;]| - | — ")
LONGEST = 320


def caption_of(line: Line, book: OutletBook, table: ZoneWords, *, near_top: bool) -> Zone | None:
    """Return the caption a whole line is, with its credit and own day, or None."""
    if line.count > table.limits.caption_words:
        return None
    lower = line.folded
    bracket = closing_credit(line, book, table, near_top=near_top)
    tail = TAIL.search(line.words[-120:])
    opens = lower.startswith(table.caption_starts)
    holds = any(cue in lower for cue in table.caption_contains)
    if not (bracket or tail or opens or holds):
        return None
    credit = bracket or (credit_name(tail.group(1), book, table) if tail else first_credit(line.words, book, table))
    return Zone(ZoneKind.CAPTION, line.span, credit, full_date(line.words, table))


def signed_caption(line: Line, book: OutletBook, table: ZoneWords) -> Zone | None:
    """Return the caption that a dash and an agency's name close, without a stop: "Mourners in Kabul - AFP"."""
    words = DASH.split(line.words[-60:])[-1]
    if (
        line.stops
        or line.count > table.limits.agency_caption_words
        or words == line.words[-60:]
        or not is_name(words, book)
    ):
        return None
    return Zone(ZoneKind.CAPTION, line.span, credit_name(words, book, table), full_date(line.words, table))


def closing_credit(line: Line, book: OutletBook, table: ZoneWords, *, near_top: bool) -> str | None:
    """Return the credit in the brackets that end a line, or None where they hold none.

    A bare agency in round brackets also signs the last line of a story, so that there it needs a short line
    near the top; in square brackets it is always a picture's.
    """
    tail = line.words[-110:].rstrip(". ")
    last = next((match for match in BRACKET.finditer(tail) if match.end() == len(tail)), None)
    if last is None:
        return None
    inside = last.group(1)
    if has_credit_word(inside, table):
        return credit_name(inside, book, table)
    square = last.group().startswith("[")
    short = near_top and line.count <= table.limits.agency_caption_words
    return credit_name(inside, book, table) if is_name(inside, book) and (square or short) else None


def has_credit_word(inside: str, table: ZoneWords) -> bool:
    """Say whether words in brackets open or close with a word of picture credits ("Photo by", "courtesy")."""
    words = fold(inside).strip()
    return any(
        words == cue or words.startswith((f"{cue} ", f"{cue}:", f"{cue}/")) or words.endswith((f" {cue}", f"/{cue}"))
        for cue in table.credit_words
    )


def is_name(inside: str, book: OutletBook) -> bool:
    """Say whether words in brackets are an agency or outlet, or a person and one ("Name/AFP")."""
    return any(book.named(part.strip()) for part in PARTS.split(inside))


def credit_name(words: str, book: OutletBook, table: ZoneWords) -> str | None:
    """Return whom a credit names: the agency where it is known, else the words without "Photo by"."""
    parts = [part.strip() for part in PARTS.split(words)]
    known = next((row for part in reversed(parts) if (row := book.named(part))), None)
    if known:
        return known.label
    hits = book.find(words)
    if hits:
        return str(hits[-1].value.label)
    rest = words.strip(" :()[]©")
    for cue in sorted(table.credit_prefixes, key=len, reverse=True):
        if fold(rest) == cue:
            return None
        if fold(rest).startswith((f"{cue} ", f"{cue}:", f"{cue}/")):
            return rest[len(cue) :].strip(" :/-") or None
    return rest or None


def first_credit(words: str, book: OutletBook, table: ZoneWords) -> str | None:
    """Return the credit in some brackets of a caption that opens with "File photo:", or None."""
    for match in BRACKET.finditer(words):
        if has_credit_word(match.group(1), table) or is_name(match.group(1), book):
            return credit_name(match.group(1), book, table)
    return None


def inner_captions(line: Line, book: OutletBook, table: ZoneWords) -> Iterator[Zone]:
    """Yield the captions that stand inside a line, as where a page was flattened to one.

    Such a caption is the sentence that a credit closes: "... [Agency]" or "(Photo by ...)".
    """
    at = 0
    for match in BRACKET.finditer(line.words):
        square = match.group().startswith("[")
        inside = match.group(1)
        if not (has_credit_word(inside, table) or (square and is_name(inside, book))):
            continue
        start = sentence_start(line.words, max(at, match.start() - LONGEST), match.start(), cut=at)
        span = line.part(start, match.end())
        at = match.end()
        if len(line.words[start : match.start()].split()) >= 3:
            yield Zone(
                ZoneKind.CAPTION, span, credit_name(inside, book, table), full_date(span_words(line, span), table)
            )


def sentence_start(words: str, low: int, high: int, *, cut: int) -> int:
    """Return where the sentence that ends at ``high`` begins, not before ``low``; ``high`` if that is unknown."""
    starts = [match.end() for match in STOP.finditer(words, low, high)]
    if starts:
        return starts[-1]
    if low != cut:
        return high
    return low + len(words[low:high]) - len(words[low:high].lstrip())


def span_words(line: Line, span: Span) -> str:
    """Return the words of a span inside a line."""
    return line.words[span.start - line.span.start : span.end - line.span.start]
