"""The words before a report's first sentence: "BEIRUT, Jan 22 (Agency) -"."""

from __future__ import annotations

import re

from rashomon.intake.lines import Line
from rashomon.intake.stamps import NUMERIC, full_date, is_stamp
from rashomon.lexicon.match import plain
from rashomon.lexicon.outlets import OutletBook
from rashomon.lexicon.zones import ZoneWords
from rashomon.model.text import Span, Zone, ZoneKind

DASH = re.compile(r" ?(?:--|—|–) ?| - ?|(?<=\))-|(?<=\w)- (?=[A-Z\"'“])|(?<=[A-Z]{3}): |: (?=[A-Z\"'“])")
BRACKET = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
SMALL = frozenset({"al", "de", "of", "the", "el", "and", "la", "du", "ed", "ul", "near"})
OPENING_DATE = re.compile(
    r"(?:[A-Z][a-z]{2,8},? )?(?:\d{1,2} [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}) ?[:.-]? ?(?=[A-Z\"“])"
)

DAY_LAST = re.compile(r", (?:([A-Z][a-z]{2,8})\.? \d{1,2}|\d{1,2} ([A-Z][a-z]{2,8})\.?)$")


def dateline_of(line: Line, book: OutletBook, table: ZoneWords) -> Zone | None:
    """Return the dateline that opens a line, its agency as credit and its day where the year is given."""
    head = plain(line.words[: table.limits.dateline_chars])
    for dash in DASH.finditer(head):
        if is_dateline(head[: dash.start()], line.words[dash.end() :], book, table, colon=":" in dash.group()):
            return made(line, dash.end(), book, table)
    opening = OPENING_DATE.match(head)
    if opening and full_date(opening.group(), table):
        return made(line, opening.end(), book, table)
    return None


def made(line: Line, end: int, book: OutletBook, table: ZoneWords) -> Zone:
    """Return the zone of a dateline that ends at ``end`` of the line."""
    words = line.words[:end].rstrip()
    hits = book.find(words)
    credit = hits[-1].value.label if hits else None
    return Zone(ZoneKind.DATELINE, line.part(0, len(words)), credit, full_date(words, table))


def whole_dateline(line: Line, book: OutletBook, table: ZoneWords) -> Zone | None:
    """Return the dateline that is a line of its own ("KABUL, Afghanistan (Jan. 22, 2022)"), or None."""
    if line.count > table.limits.short_line_words or line.stops:
        return None
    words = plain(line.words).rstrip(" -–—")
    closed = len(words) < len(line.words) or bool(BRACKET.search(words)) or ends_in_day(words, table)
    if closed and is_dateline(words, "A report", book, table, colon=False):
        return made(line, len(line.words), book, table)
    return None


def ends_in_day(words: str, table: ZoneWords) -> bool:
    """Say whether words tell a full date, or end in a day without a year behind a comma ("Gulu, March 4")."""
    if full_date(words, table) is not None:
        return True
    named = DAY_LAST.search(words)
    return named is not None and table.month(named.group(1) or named.group(2)) is not None


def is_dateline(head: str, rest: str, book: OutletBook, table: ZoneWords, *, colon: bool) -> bool:
    """Say whether ``head`` names a city, with a date or an agency, and ``rest`` opens a sentence."""
    if not head.strip() or head.strip().lower() in table.not_cities or not opens_sentence(rest):
        return False
    bare = BRACKET.sub(" ", head)
    tokens = [token for token in re.split(r"[\s,;/|]+", bare) if token]
    if len(tokens) > 9 or not all(in_dateline(token, table) for token in tokens):
        return False
    capital = bool(tokens) and tokens[0].isupper() and len(tokens[0]) >= 3
    if colon:
        return bare.split(",")[0].strip() in table.cities
    credited = any(book.find(part) for part in (*BRACKET.findall(head), bare))
    dated = any(table.month(token) for token in tokens) and any(token.isdigit() for token in tokens)
    return capital or credited or dated


def opens_sentence(rest: str) -> bool:
    """Say whether words begin as a sentence does."""
    first = rest.lstrip(" \"'“‘")[:1]
    return first.isupper() or first.isdigit()


def in_dateline(token: str, table: ZoneWords) -> bool:
    """Say whether a word may stand in a dateline: a name, a month, a number of a day or year."""
    return token[:1].isupper() or token.rstrip(".").isdigit() or token in SMALL or table.month(token) is not None


def stamp_of(line: Line, table: ZoneWords) -> Span | None:
    """Return the span of a line that only says when the report was published."""
    lower = line.folded
    says = any(lower.startswith(cue) and not lower[len(cue) : len(cue) + 1].isalpha() for cue in table.stamp_starts)
    short = line.count <= table.limits.stamp_words and not line.full_stop
    dated = says and short and (full_date(line.words, table) or NUMERIC.search(line.words))
    return line.span if dated or is_stamp(line, table) else None
