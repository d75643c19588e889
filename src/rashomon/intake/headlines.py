"""The headline: the title where the text holds it, else the short first line; and the subheads between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.intake.lines import Line
from rashomon.lexicon.match import fold, plain
from rashomon.lexicon.zones import ZoneWords
from rashomon.model.text import Span

WORD = re.compile(r"\w+")
SITE = re.compile(r" [|•–—-] (?=[^|•–—]{2,60}$)")
NAMELIKE = re.compile(r"[^\W\d_]{2}")
MOST_TITLE_WORDS = 40


def title_span(lines: Sequence[Line], title: str, table: ZoneWords) -> Span | None:
    """Return where a report's text holds its title near the top, or None."""
    for candidate in (title, SITE.split(title)[0], title.split(" | ", maxsplit=1)[0]):
        found = WORD.findall(fold(candidate))[:MOST_TITLE_WORDS]
        if not found:
            continue
        for line in lines[: table.limits.top_lines]:
            span = title_in(line, found, table)
            if span and not (len(found) < 4 and len(span) < len(line.span) - 2):
                return span
    return None


def title_in(line: Line, found: list[str], table: ZoneWords) -> Span | None:
    """Return where a line holds the title's words as a heading: to the line's end, or before a new sentence."""
    reach = fold(line.words[: table.limits.title_reach])
    match = re.search(r"(?<!\w)" + r"\W{1,6}".join(map(re.escape, found)) + r"(?!\w)", reach)
    if match is None:
        return None
    closing = re.compile(r"[.!?…\"'”’)]*").match(line.words, match.end())
    end = closing.end() if closing else match.end()
    rest = plain(line.words[end:]).lstrip(" \"'-|•:–—")
    opening = re.compile(r"[\"'“‘(]*$").search(line.words[: match.start()])
    start = opening.start() if opening else match.start()
    return line.part(start, end) if not rest or rest[0].isupper() or rest[0].isdigit() else None


def heading_lines(lines: Sequence[Line], free: Sequence[bool], table: ZoneWords) -> list[int]:
    """Return the indices of the lines that are a headline, and a standfirst below it, by their look.

    Only lines still free count; the first must be short, without a full stop, and have something below it.
    """
    limits = table.limits
    top = [
        index
        for index in range(min(len(lines), limits.top_lines))
        if free[index] and NAMELIKE.search(lines[index].words)
    ]
    found: list[int] = []
    for index in top:
        line = lines[index]
        if (
            len(found) == limits.headline_lines
            or not headlike(line, table, first=not found)
            or not any(free[index + 1 :])
        ):
            break
        if found and not (lines[found[-1]].count <= limits.kicker_words or paragraph_below(lines, free, index, table)):
            break
        found.append(index)
    return found


def headlike(line: Line, table: ZoneWords, *, first: bool) -> bool:
    """Say whether a line looks like a headline; the first may end in a stop if it Is Set Like This."""
    limits = table.limits
    if line.is_heading(limits.headline_words, limits.headline_chars):
        return True
    return first and line.full_stop and line.count <= limits.paragraph_words and title_case(line.words)


def title_case(words: str) -> bool:
    """Say whether nearly all longer words have capitals."""
    longer = [word for word in WORD.findall(words) if len(word) > 3 and not word.isdigit()]
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) >= 0.9 * len(longer)


def paragraph_below(lines: Sequence[Line], free: Sequence[bool], index: int, table: ZoneWords) -> bool:
    """Say whether the next free line is a sentence."""
    below = next((lines[other] for other in range(index + 1, len(lines)) if free[other]), None)
    return below is not None and (below.stops or below.count >= table.limits.paragraph_words)


def subhead_lines(lines: Sequence[Line], free: Sequence[bool], table: ZoneWords) -> list[int]:
    """Return the indices of short lines without a stop that stand between two paragraphs."""
    return [index for index in range(1, len(lines) - 1) if free[index] and is_subhead(lines, free, index, table)]


def is_subhead(lines: Sequence[Line], free: Sequence[bool], index: int, table: ZoneWords) -> bool:
    """Say whether one line heads the paragraph below it: set apart, and no part of a list."""
    line, limits = lines[index], table.limits
    opens = line.words[:1].isalnum() or line.words[:1] in "\"'“‘"
    if not (opens and line.is_heading(limits.subhead_words, limits.subhead_chars)):
        return False
    if not free[index + 1] or not (lines[index + 1].stops and lines[index + 1].count >= limits.subhead_words // 2):
        return False
    above = lines[index - 1]
    return (above.stops or not free[index - 1]) and not above.leads_on
