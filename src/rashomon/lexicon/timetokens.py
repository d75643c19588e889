"""A text as a line of classes: each word that can tell time becomes one letter, and patterns are read over the letters.

"the day before yesterday, Thursday" is THE UNIT BEFORE RELDAY COMMA WEEKDAY. A pattern names the classes, so that
it reads like the grammar it is, and it is matched by `re` over a string with one character a token.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

from rashomon.lexicon.calendar import Calendar, full_year
from rashomon.lexicon.match import Matcher, plain
from rashomon.lexicon.tables import Tables
from rashomon.model import Span

Value = int | str | None
Kind = tuple[str, Value]

TOKEN = re.compile(
    r"""(?P<meridiem>(?<!\w)[ap]\.\s?m(?!\w)\.?)
    |(?P<word>o'clock|[^\W\d_]\w*)
    |(?P<break>\n[^\S\n]*\n\s*)
    |(?P<iso>(?<![\w-])[12]\d{3}-[01]?\d-[0-3]?\d(?!\d|-\w))
    |(?P<slashed>(?<![\w/.])[0-3]?\d(?:/[01]?\d/|/[0-3]\d/|\.[01]?\d\.)(?:[12]\d)?\d\d(?![\w/])
    |(?<![\w/.-])[0-3]?\d-[0-3]?\d-[12]\d{3}(?![\w-]))
    |(?P<clock>(?<![\w:])[0-2]?\d:[0-5]\d(?![\d:]))
    |(?P<decade>(?<!\w)(?:[12]\d\d0|'?[1-9]0)'?s(?!\w))
    |(?P<ordinal>(?<!\w)\d{1,3}(?:st|nd|rd|th)(?!\w))
    |(?P<short>(?<!\w)'\d\d(?!\w))
    |(?P<number>\d+(?:[.,]\d+)*)
    |(?P<clitic>'(?:s|ll|re|ve|d)(?!\w))
    |(?P<mark>[^\s])""",
    re.VERBOSE | re.IGNORECASE,
)
FORMS = (
    "BREAK", "DOT", "ABBR", "COMMA", "DASH", "SLASH", "LPAREN", "RPAREN", "QUOTE", "POSS", "MARK", "CAP", "OTHER",
    "MONTH", "WEEKDAY", "WEEKDAYS", "WDAY", "PART", "SEASON", "UNIT", "UNITS", "NUM", "SCALE", "YEAR", "ORD", "RELDAY", "NOON",
    "CLOCK", "DIGITS", "ISO", "SLASHED", "DECADE", "TENS", "SETWORD", "REF", "FEAST",
)  # fmt: skip
MARKS = {".": "DOT", ",": "COMMA", "،": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "/": "SLASH", "(": "LPAREN", ")": "RPAREN",
         '"': "QUOTE", "!": "DOT", "?": "DOT", ";": "DOT", ":": "MARK"}  # fmt: skip
KEPT = 50_000
"""How many words' classes are kept at most; then all are forgotten."""
ABBREVIABLE = frozenset({"MONTH", "WDAY"})
CLASS_NAME = re.compile(r"(?<![<\w])[A-Z]{2,}(?![>\w])")


class Token(NamedTuple):
    """One word or mark: where it stands, its class and what it is worth ("March": MONTH, 3)."""

    start: int
    end: int
    kind: str
    value: Value = None


class TimeWords:
    """The classes of all words, each class with its letter; made once of the calendar table."""

    def __init__(self, table: Calendar) -> None:
        self.table = table
        self.kinds = {**word_kinds(table), **class_kinds(table)}
        names = dict.fromkeys([*FORMS, *sorted(table.words)])
        self.phrases = Matcher((name, kind, False) for name, kind in phrase_kinds(table))
        self.letters: Mapping[str, str] = {name: chr(0x4E00 + place) for place, name in enumerate(names)}
        self._met: dict[str, Kind] = {}

    def kind_of(self, word: str) -> Kind:
        """Return a word's class and value, kept once it has been met."""
        found = self._met.get(word)
        if found is None:
            if len(self._met) > KEPT:
                self._met = {}
            found = self._met[word] = word_kind(word, self)
        return found

    def pattern(self, spec: str) -> re.Pattern[str]:
        """Compile a pattern that names classes: "ON? (?P<day>WEEKDAY) (?P<part>PART)?"."""
        return re.compile(CLASS_NAME.sub(lambda name: self.letters[name.group()], spec), re.VERBOSE)


def word_kinds(table: Calendar) -> dict[str, Kind]:
    """Return class and value of the words that carry a value."""
    found: dict[str, Kind] = {word: ("TENS", value) for word, value in table.decades.items()}
    for kind, words in (
        ("MONTH", table.months), ("WEEKDAY", table.weekdays), ("WDAY", table.weekday_abbreviations), ("PART", table.dayparts),
        ("SEASON", table.seasons), ("NUM", table.numbers), ("ORD", table.ordinals), ("RELDAY", table.relative_days),
        ("NOON", table.clock_words), ("SETWORD", table.sets),
    ):  # fmt: skip
        found.update({word: (kind, cast(Value, value)) for word, value in words.items()})
    found.update({word + "s": ("WEEKDAYS", value) for word, value in table.weekdays.items()})
    found.update({word + "s": ("SEASON", value) for word, value in table.seasons.items() if value != "FA"})
    found.update({word: ("SCALE", table.numbers[word]) for word in ("hundred", "thousand") if word in table.numbers})
    for unit in table.units:
        found.update(dict.fromkeys(unit.one, ("UNIT", unit.code)) | dict.fromkeys(unit.many, ("UNITS", unit.code)))
    return found


def class_kinds(table: Calendar) -> dict[str, Kind]:
    """Return the class of the words that carry none; a word's own form is its value."""
    return {word: (kind, word) for kind, words in table.words.items() for word in words}


def phrase_kinds(table: Calendar) -> list[tuple[str, Kind]]:
    """Return class and value of the phrases that are one token together: "at the moment", "New Year's Eve"."""
    found: list[tuple[str, Kind]] = [
        (phrase, ("REF", ref)) for ref, phrases in table.refs.items() for phrase in phrases
    ]
    return found + [
        (name, ("FEAST", f"{feast.month:02d}-{feast.day:02d}")) for feast in table.holidays for name in feast.names
    ]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A text's tokens, and the same as a string with one letter a token."""

    text: str
    tokens: tuple[Token, ...]
    letters: str

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens ``first`` up to but not including ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def word(self, index: int) -> str:
        """Return a token's word in lower case; empty outside the line."""
        if not 0 <= index < len(self.tokens):
            return ""
        return plain(self.text[self.tokens[index].start : self.tokens[index].end]).lower()

    def kind(self, index: int) -> str:
        """Return a token's class; "BREAK" outside the line."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else "BREAK"


def time_words(tables: Tables) -> TimeWords:
    """Return the words of these tables, made once."""
    return cast(TimeWords, tables.made("time words", lambda given: TimeWords(given.of(Calendar))))


def read_line(text: str, words: TimeWords) -> TimeLine:
    """Return the text as a line of classes; linear in its length."""
    tokens: list[Token] = []
    position, printed = 0, plain(text)
    for hit in words.phrases.find(text):
        tokens += read_words(printed, position, hit.start, words)
        tokens.append(Token(hit.start, hit.end, *hit.value))
        position = hit.end
    tokens += read_words(printed, position, len(text), words)
    return TimeLine(text, tuple(tokens), "".join(words.letters[token.kind] for token in tokens))


def read_words(text: str, start: int, end: int, words: TimeWords) -> Iterator[Token]:
    """Give the tokens between two places of a text; the point of "Jan." ends no sentence."""
    kind, last = "", start
    abbreviable = False
    for found in TOKEN.finditer(text, start, end):
        group = found.lastgroup
        first, until = found.span()
        if group == "word":
            kind, value = words.kind_of(found.group())
        else:
            kind, value = KINDS[group or "mark"](found.group(), words)
            if kind == "DOT" and abbreviable and last == first:
                kind = "ABBR"
        abbreviable = kind in ABBREVIABLE and until - first <= 4
        last = until
        yield Token(first, until, kind, value)


def word_kind(word: str, words: TimeWords) -> Kind:
    """Return the class of a word; names of months and weekdays need their capital."""
    kind = words.kinds.get(word.lower())
    capital = word[0].isupper()
    if kind is None or (kind[0] in {"MONTH", "WEEKDAY", "WEEKDAYS", "WDAY"} and not capital):
        return ("CAP" if capital else "OTHER", None)
    if kind[0] == "SETWORD" and capital:
        return ("CAP", None)
    return kind


def number_kind(word: str, _: TimeWords) -> Kind:
    """Return YEAR for 1000-2999, NUM for up to three digits, DIGITS for "0530" and "3.30", else nothing to reckon with."""
    if word.isdecimal() and word.isascii():
        if len(word) == 4 and word[0] in "12":
            return ("YEAR", int(word))
        if len(word) <= 3:
            return ("NUM", int(word))
    return ("DIGITS", word) if len(word) <= 5 and word.isascii() else ("OTHER", None)


def leading_int(word: str, kind: str) -> Kind:
    """Return the number a form begins with: "22nd" 22, "1990s" 1990."""
    digits = re.match(r"\d+", word.lstrip("'"), re.ASCII)
    return (kind, int(digits.group())) if digits else ("OTHER", None)


KINDS: dict[str, Callable[[str, TimeWords], Kind]] = {
    "break": lambda _, __: ("BREAK", None),
    "iso": lambda word, _: ("ISO", word),
    "slashed": lambda word, _: ("SLASHED", word),
    "short": lambda word, _: ("YEAR", full_year(int(word[1:]))),
    "clock": lambda word, _: ("CLOCK", word),
    "decade": lambda word, _: leading_int(word, "DECADE"),
    "ordinal": lambda word, _: leading_int(word, "ORD"),
    "number": number_kind,
    "meridiem": lambda word, _: ("AMPM", word.replace(".", "").replace(" ", "").lower()),
    "clitic": lambda word, words: words.kinds.get(word.lower(), ("POSS", None)),
    "word": word_kind,
    "mark": lambda word, _: (MARKS.get(word, "MARK"), None),
}
