"""Posts from elsewhere that stand in a report, told by the signature under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.intake.captions import sentence_start
from rashomon.intake.lines import Line
from rashomon.intake.stamps import full_date
from rashomon.lexicon.zones import ZoneWords
from rashomon.model.text import Span, Zone, ZoneKind

HANDLE = re.compile(r"\(@(\w{1,40})\)(?: {0,3}([A-Za-z0-9][\w.]{0,9} \w{1,9}\.?,? \d{4}))?")
DASHES = ("—", "–", "--", " - ")
NAME_REACH = 85


ACCOUNT = re.compile(r"\w{3,20}")
POSTED = re.compile(r"(?: ?[A-Z][a-z]{2} \d{1,2}(?:, \d{4})?(?=\D|$))?")
"""The day that a page may set right behind an account's name: "Jun 13, 2030"."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A post's last words, "— Name (@handle) January 21, 2022": where in the line, whose, and the day."""

    start: int
    end: int
    name: str
    day: date | None


def end_of_handle(line: Line, outlet: str | None) -> int:
    """Return where the name of the account that a text was taken from ends, which opens a line run into its words; 0 where none does.

    "Harbour Watch@HarbourWatchA ferry sank" of the outlet "HarbourWatch" ends before "A ferry".
    """
    handle = (outlet or "").strip(" '\"@’")
    if "@" not in line.words[:NAME_REACH] or ACCOUNT.fullmatch(handle) is None:
        return 0
    at = line.words.find(f"@{handle}", 0, NAME_REACH)
    if at < 0:
        return 0
    end = at + 1 + len(handle)
    behind = POSTED.match(line.words, end)
    return behind.end() if behind is not None else end


def signatures(line: Line, table: ZoneWords) -> Iterator[Signature]:
    """Yield the signatures in a line, in order."""
    at = 0
    for match in HANDLE.finditer(line.words):
        low = max(at, match.start() - NAME_REACH)
        start = dash_before(line.words[low : match.start()])
        if start is None and low == 0 and match.group(2) and match.end() == len(line.words):
            start = 0
        if start is None:
            continue
        name = line.words[low + start : match.start()].strip(" —–-")
        yield Signature(low + start, match.end(), name or match.group(1), full_date(match.group(2) or "", table))
        at = match.end()


def dash_before(words: str) -> int | None:
    """Return where the dash stands that opens a signature: a long one if there is any, else a short one."""
    at = max(words.rfind(mark) for mark in DASHES[:3])
    if at < 0 and words.startswith("- "):
        at = 0
    return at if at >= 0 else (words.rfind(DASHES[3]) if DASHES[3] in words else None)


def signature_of(line: Line, table: ZoneWords) -> Signature | None:
    """Return the signature that ends a line, or the words of a page that embeds a post."""
    last = max(signatures(line, table), key=lambda found: found.end, default=None)
    if last and last.end >= len(line.words) - 1:
        return last
    lower = line.folded if len(line.span) < NAME_REACH * 2 else ""
    cue = next((cue for cue in table.post_starts if lower.startswith(cue)), None)
    name = line.words[len(cue) :].strip(" :") if cue else ""
    return Signature(0, len(line.words), name, full_date(line.words, table)) if cue else None


def post_at(lines: Sequence[Line], last: int, table: ZoneWords) -> Zone | None:
    """Return the post whose signature ends line ``last``, with whoever posted it and its own day."""
    line = lines[last]
    signature = signature_of(line, table)
    if signature is None:
        return None
    start = lines[first_line(lines, last, table)].span.start if signature.start == 0 else line.span.start
    if signature.start > table.limits.post_chars:
        low = signature.start - table.limits.post_chars
        start += sentence_start(line.words, low, signature.start, cut=-1)
    return Zone(ZoneKind.EMBED, Span(start, line.span.end), signature.name or None, signature.day)


def first_line(lines: Sequence[Line], last: int, table: ZoneWords) -> int:
    """Return the index of the line on which the post signed on line ``last`` begins.

    A wide gap bounds a post; without one it is the paragraph above the signature, and further ones as long
    as they bear a post's marks and it stays as short as a post.
    """
    wide = below_gap(lines, last, table)
    if wide is not None:
        return wide
    first = last
    while first > 0 and fits(lines, first - 1, last, table):
        above = lines[first - 1]
        joined = first == last or lines[first].gap == 0
        if signature_of(above, table) or not (joined or marked(above, table)):
            break
        first -= 1
    return first


def below_gap(lines: Sequence[Line], last: int, table: ZoneWords) -> int | None:
    """Return the line below the nearest gap of two blank lines or more, if a post's length reaches it."""
    index = last - 1
    while index > 0 and fits(lines, index, last, table) and not signature_of(lines[index], table):
        if lines[index].gap >= 2:
            return index
        index -= 1
    return None


def fits(lines: Sequence[Line], first: int, last: int, table: ZoneWords) -> bool:
    """Say whether the words from line ``first`` to the signature are as short as a post."""
    return lines[last].span.start - lines[first].span.start <= table.limits.post_chars


def marked(line: Line, table: ZoneWords) -> bool:
    """Say whether a line bears a hashtag, a handle or a short link."""
    return any(mark in line.words for mark in table.post_marks)


def inner_posts(line: Line, table: ZoneWords) -> Iterator[Zone]:
    """Yield the posts that stand inside a long line, with the sentence their signature closes."""
    at = 0
    for signature in signatures(line, table):
        low = max(at, signature.start - table.limits.post_chars)
        start = sentence_start(line.words, low, signature.start, cut=at)
        yield Zone(ZoneKind.EMBED, line.part(start, signature.end), signature.name, signature.day)
        at = signature.end
