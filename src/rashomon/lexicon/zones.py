"""The words that tell a headline, a caption, a post or page furniture from a report's body."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import ClassVar, cast

from rashomon.lexicon.actors import Countries
from rashomon.lexicon.calendar import Calendar
from rashomon.lexicon.tables import Tables


@dataclass(frozen=True, slots=True)
class ZoneLimits:
    """How long the parts of a report may be, in words, characters or lines, as each name says."""

    headline_words: int
    headline_chars: int
    headline_lines: int
    kicker_words: int
    subhead_words: int
    subhead_chars: int
    paragraph_words: int
    boilerplate_words: int
    short_line_words: int
    menu_part_words: int
    section_lines: int
    stamp_words: int
    caption_words: int
    agency_caption_words: int
    post_chars: int
    top_lines: int
    title_reach: int
    dateline_chars: int
    dateline_lines: int


@dataclass(frozen=True)
class ZoneWords:
    """The cue words of ``en/zones.yaml``, in lower case with straight quotes.

    ``months``, ``weekdays`` and ``cities`` come from other tables; see :func:`zone_words`.
    """

    TABLE: ClassVar[str] = "en/zones.yaml"

    whole: frozenset[str]
    starts: tuple[str, ...]
    short_starts: tuple[str, ...]
    link_starts: tuple[str, ...]
    contains: tuple[str, ...]
    short_contains: tuple[str, ...]
    opens: frozenset[str]
    counters: tuple[str, ...]
    separators: tuple[str, ...]
    sections: frozenset[str]
    stamp_words: frozenset[str]
    stamp_starts: tuple[str, ...]
    not_cities: frozenset[str]
    caption_starts: tuple[str, ...]
    caption_contains: tuple[str, ...]
    credit_words: tuple[str, ...]
    credit_prefixes: tuple[str, ...]
    post_starts: tuple[str, ...]
    post_marks: tuple[str, ...]
    limits: ZoneLimits
    months: dict[str, int] = field(default_factory=dict)
    weekdays: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()

    def month(self, word: str) -> int | None:
        """Return the number of a month's name or abbreviation: ``Jan.`` is 1."""
        return self.months.get(word.rstrip(".").lower())


def zone_words(tables: Tables) -> ZoneWords:
    """Return the cue words with months, weekdays and capitals, made once."""
    return cast(ZoneWords, tables.made("zone words", with_calendar))


def with_calendar(tables: Tables) -> ZoneWords:
    """Return the cue words with the names of months, weekdays and capitals that other tables know."""
    calendar = tables.of(Calendar)
    weekdays = frozenset(calendar.weekdays) | frozenset(calendar.weekday_abbreviations)
    cities = frozenset(name.upper() for row in tables.of(Countries).rows for name in (row.capital, row.label) if name)
    return replace(tables.of(ZoneWords), months=calendar.months, weekdays=weekdays, cities=cities)
