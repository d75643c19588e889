"""Lines that a page adds around a report: menus, share buttons, copyright, links to other reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.intake.lines import Line
from rashomon.lexicon.match import fold
from rashomon.lexicon.zones import ZoneWords

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|@\w{1,40}", re.ASCII
)
RULER = re.compile(r"[\W_]{1,400}")
BYLINE = re.compile(r"(?:by|By|BY):? (?:[A-Z][\w.'’-]{0,30},? ?(?:and |& |of |for |in )?){1,10}")
MOST_CALL_WORDS = 14
LINKS_FROM, TITLE_FROM, TRAIL, HEADLINE_WORDS = 3, 4, 3, 25
AGAIN = 4
"""Lines within which a headline stands again."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
COUNTER = re.compile(r"(?P<number>\d[\d,.]{0,8}[KkMm]?) (?P<what>[a-z ]{2,20})")
LENGTH = re.compile(r"(\d{1,2}):(\d\d) [A-Z]")
PUT_UP = re.compile(
    r".{15,}?\w\s?(?:\d{1,2} ?(?:mins?|hrs?|(?:minute|hour|day)s? ago)|\d{1,2}:\d\d ?[AP]M(?: [A-Z]{2,4})?)(?: · Updated ago)?"
)
"""A headline with how long ago, or when, a page put it up: "Storm hits the coast 2hr", "Ferry sinks off Velden9:40 AM UTC"."""
EDGES = " \t.:;!»>→…"


def is_boilerplate(line: Line, table: ZoneWords, *, index: int) -> bool:
    """Say whether a line is page furniture by its own words; ``index`` counts the lines above it."""
    if line.count > table.limits.boilerplate_words:
        return False
    lower = line.folded
    if bare_label(lower) in table.whole or is_address(line.words) or RULER.fullmatch(line.words):
        return True
    return (
        by_cue(line, lower, table, index)
        or is_counter(lower, table)
        or is_menu(line, table, near_top=index < table.limits.top_lines)
    )


def is_link(line: Line, table: ZoneWords, *, index: int) -> bool:
    """Say whether a line of page furniture is a link with the headline of another story: "Related: Four die in fire"."""
    opened = index >= LINKS_FROM and opens_with(line.folded, table.link_starts) and not line.full_stop
    return opened and titles_a_story(line, table)


def titles_a_story(line: Line, table: ZoneWords) -> bool:
    """Say whether a line among links is long enough for a headline, and no heading, counter or address itself."""
    return TITLE_FROM <= line.count <= table.limits.boilerplate_words and not opens_section(line, table)


def bare_label(lower: str) -> str:
    """Return a label without the marks around it: "Read more »" is "read more"."""
    return lower.strip(EDGES) if lower not in {"...", "…"} else lower


def by_cue(line: Line, lower: str, table: ZoneWords, index: int) -> bool:
    """Say whether a line opens with or holds a phrase of page furniture."""
    if opens_with(lower, table.starts):
        return not reads_as_news(line, lower)
    if index >= LINKS_FROM and opens_with(lower, table.link_starts):
        return not line.full_stop
    short = line.count <= table.limits.short_line_words
    if short and opens_with(lower, table.short_starts):
        return not line.full_stop
    cues = (*table.contains, *table.short_contains) if short and not line.full_stop else table.contains
    return any(has_phrase(lower, cue) for cue in cues)


def reads_as_news(line: Line, lower: str) -> bool:
    """Say whether a line that opens with a cue goes on as a sentence of a report, and claims no rights."""
    rights = "copyright" in lower or "rights reserved" in lower or ("©" in lower and YEAR.search(lower))
    return line.full_stop and not rights and (line.count > MOST_CALL_WORDS or "©" in lower)


def opens_with(lower: str, cues: tuple[str, ...]) -> bool:
    """Say whether a line begins with one of the cues, as whole words."""
    if not lower.startswith(cues):
        return False
    return any(lower.startswith(cue) and ends_word(lower, len(cue)) for cue in cues)


def has_phrase(lower: str, cue: str) -> bool:
    """Say whether a line holds a phrase, as whole words."""
    at = lower.find(cue)
    return at >= 0 and (at == 0 or not lower[at - 1].isalnum()) and ends_word(lower, at + len(cue))


def ends_word(lower: str, at: int) -> bool:
    """Say whether a word may end at this place."""
    return at >= len(lower) or not (lower[at].isalnum() and lower[at - 1].isalnum())


def is_address(words: str) -> bool:
    """Say whether a line is web or mail addresses and nothing else."""
    parts = words.split()
    return len(parts) <= 4 and all(ADDRESS.fullmatch(part.strip("(),;")) for part in parts)


def is_counter(lower: str, table: ZoneWords) -> bool:
    """Say whether a line only counts readers: "3 min read", "12 comments"."""
    match = COUNTER.fullmatch(lower.strip(EDGES))
    return bool(match) and match is not None and match.group("what") in table.counters


def is_menu(line: Line, table: ZoneWords, *, near_top: bool) -> bool:
    """Say whether a line is a path ("News / Syria", near the top) or a menu of three parts or more."""
    if line.stops or len(line.span) > 200:
        return False
    for mark in filter(line.words.__contains__, table.separators):
        parts = [part.strip() for part in line.words.split(mark)]
        parts = [part for part in parts if part]
        if len(parts) >= 2 and all(is_menu_part(part, table) for part in parts):
            path = near_top and any(fold(part) in table.sections for part in parts)
            return path or (len(parts) >= 3 and mark in {"|", "•", "·", "›", "»"} and not digits(line.words))
    return False


def is_menu_part(part: str, table: ZoneWords) -> bool:
    """Say whether words could be one part of a path or menu."""
    return len(part.split()) <= table.limits.menu_part_words and not digits(part)


def digits(words: str) -> bool:
    """Say whether a digit stands in the words."""
    return any(c.isdigit() for c in words)


def is_byline(line: Line, table: ZoneWords) -> bool:
    """Say whether a line names the writer and no more: "By Jane Doe and John Roe"."""
    return line.count <= table.limits.short_line_words and not line.full_stop and bool(BYLINE.fullmatch(line.words))


def opens_section(line: Line, table: ZoneWords) -> bool:
    """Say whether a line heads a list of links to other reports."""
    label = bare_label(line.folded).rstrip("-| ")
    return line.count <= table.limits.short_line_words and (
        label in table.opens or (label.startswith(("more from ", "more news from ")) and not line.full_stop)
    )


def heads_related(line: Line) -> bool:
    """Say whether a line heads links even above the text of a report: "Related news", not the "Latest" of a menu."""
    return line.folded.startswith("related")


def section_after(lines: Sequence[Line], opener: int, table: ZoneWords, *, spared: bool = True) -> range:
    """Return the indices of the links below a line that heads a list of them.

    A sentence ends the list, and so does a heading with a sentence right below it, where one is ``spared``.
    """
    index = opener + 1
    while index < len(lines) and index - opener <= table.limits.section_lines:
        line = lines[index]
        if line.stops or line.leads_on or line.count > table.limits.paragraph_words + 4 or opens_item(line):
            break
        index += 1
    stopped_by_text = index < len(lines) and lines[index].stops and lines[index].count >= table.limits.short_line_words
    return range(opener + 1, index - 1 if spared and stopped_by_text and index - opener > 2 else index)


def trailing_links(lines: Sequence[Line], free: Sequence[bool], table: ZoneWords) -> list[int]:
    """Return the lines at the very end that stand one below the other like the headlines of other stories.

    Only where the report above them is written in sentences: a post in fragments has no such end. What is marked as page
    furniture already may stand among them.
    """
    found: list[int] = []
    for index in range(len(lines) - 1, -1, -1):
        if free[index] and not is_headline(lines[index], table):
            break
        found += [index] if free[index] else []
    above = [line for line in lines[: min(found, default=0)] if line.count >= table.limits.paragraph_words]
    return sorted(found) if len(found) >= TRAIL and sum(line.stops for line in above) >= TRAIL - 1 else []


def video_reel(lines: Sequence[Line], free: Sequence[bool]) -> list[int]:
    """Return the lines that stand one below the other as videos with how long they run: "1:05 Mobile Cafe opens".

    Clock times of a running report go one way; lengths do not.
    """
    found = [(i, m) for i, line in enumerate(lines) if free[i] and not line.stops and (m := LENGTH.match(line.words))]
    lengths = [int(match.group(1)) * 60 + int(match.group(2)) for _, match in found]
    in_order = lengths in (sorted(lengths), sorted(lengths, reverse=True))
    return [] if len(found) < TRAIL or in_order else [i for i, _ in found]


def dated_reel(lines: Sequence[Line], free: Sequence[bool]) -> list[int]:
    """Return the lines that stand on a page as headlines of other stories, each with when it was put up: "Storm hits coast 2hr"."""
    found = [i for i, line in enumerate(lines) if free[i] and not line.stops and PUT_UP.fullmatch(line.words)]
    return found if len(found) >= TRAIL else []


def next_stories(lines: Sequence[Line], table: ZoneWords) -> range:
    """Return the lines of the whole stories that a page goes on with below its own, each with its headline given twice.

    Pages that never end do so: the first headline is the report's own, and at least two more follow below paragraphs of text.
    """
    starts: list[int] = []
    for index in range(len(lines) - 1):
        if starts and index <= starts[-1] + AGAIN:
            continue
        if is_given_twice(lines, index, table) and (not starts or is_text(lines[starts[-1] : index])):
            starts.append(index)
    return range(starts[1], len(lines)) if len(starts) >= TRAIL else range(0)


def is_given_twice(lines: Sequence[Line], index: int, table: ZoneWords) -> bool:
    """Say whether a headline stands again right below, with nothing but a name or a day between."""
    line = lines[index]
    if line.count <= TITLE_FROM or not is_headline(line, table):
        return False
    for other in lines[index + 1 : index + AGAIN + 1]:
        if other.words == line.words:
            return True
        if other.stops or other.count > TITLE_FROM:
            return False
    return False


def is_text(lines: Sequence[Line]) -> bool:
    """Say whether some lines hold paragraphs of text."""
    return sum(line.stops and line.count > MOST_CALL_WORDS for line in lines) >= TRAIL - 1


def is_headline(line: Line, table: ZoneWords) -> bool:
    """Say whether a line could be the headline of another story: some words, no stop, and no item of a list."""
    return (
        titles_a_story(line, table) and not line.stops and line.is_heading(HEADLINE_WORDS, 200) and not opens_item(line)
    )


def opens_item(line: Line) -> bool:
    """Say whether a line is an item of a list, which may well count people."""
    return line.words[:1] in {"•", "-", "*", "▪", "–"}
