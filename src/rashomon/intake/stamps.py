"""Lines and words that give a calendar day in full: "Saturday, 22 January 2022, 10:15 GMT"."""

from __future__ import annotations

import re
from datetime import date

from rashomon.intake.lines import Line
from rashomon.lexicon.calendar import make_day
from rashomon.lexicon.zones import ZoneWords

MONTH_FIRST = re.compile(r"\b([A-Z][A-Za-z]{2,8})\.? {1,2}(\d{1,2})(?:st|nd|rd|th)?,? {0,2}(\d{4})\b")
DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([A-Z][A-Za-z]{2,8})\.?[,،]?[ -]{1,2}(\d{4})\b")
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?:\b|T)")
NUMERIC = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
TOKEN = re.compile(r"[^\s|,،()•·/–—]+")
CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d{2}){0,2}(?:Z|am|pm|a\.m\.?|p\.m\.?|AM|PM)?")
NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?|\+?\d{1,2}:?\d{2}|[+-]\d{1,4}")


def full_date(words: str, table: ZoneWords) -> date | None:
    """Return the first day named with its year, or None.

    >>> from rashomon.lexicon import load_tables
    >>> from rashomon.lexicon.zones import zone_words
    >>> full_date("posted on January 21, 2022", zone_words(load_tables()))
    datetime.date(2022, 1, 21)
    """
    found: list[tuple[int, date]] = []
    for pattern, order in ((MONTH_FIRST, (3, 1, 2)), (DAY_FIRST, (3, 2, 1)), (ISO, (1, 2, 3))):
        for match in pattern.finditer(words):
            day = calendar_day(tuple(match.group(part) for part in order), table)
            if day:
                found.append((match.start(), day))
                break
    return min(found)[1] if found else None


def calendar_day(parts: tuple[str, ...], table: ZoneWords) -> date | None:
    """Return the day of the words for year, month and day, or None where there is no such day."""
    year, month, day = parts
    number = int(month) if month.isdigit() else table.month(month)
    return make_day(int(year), number, int(day)) if number else None


def is_stamp(line: Line, table: ZoneWords) -> bool:
    """Say whether a line holds a date, with or without a time and "Published", and nothing else."""
    if line.count > table.limits.stamp_words or len(line.span) > 160:
        return False
    tokens = [token.strip(":;") for token in TOKEN.findall(line.words)]
    tokens = [token for token in tokens if token not in {"", "-"}]
    dated = any(NUMERIC.fullmatch(token) or ISO.match(token) for token in tokens) or names_day(tokens, table)
    return dated and all(in_stamp(token, table) for token in tokens)


def names_day(tokens: list[str], table: ZoneWords) -> bool:
    """Say whether the words hold a month and a number."""
    return any(table.month(token) for token in tokens) and any(token[:1].isdigit() for token in tokens)


def in_stamp(token: str, table: ZoneWords) -> bool:
    """Say whether a word may stand in a line that holds a date alone."""
    word = token.lower()
    known = word in table.stamp_words or word.rstrip(".") in table.weekdays or table.month(word) is not None
    return known or any(pattern.fullmatch(token) for pattern in (CLOCK, NUMBER, NUMERIC)) or bool(ISO.match(token))
