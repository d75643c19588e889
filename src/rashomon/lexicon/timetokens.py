"""A text as a line of classes: each word that can tell time becomes one letter, and patterns are read over the letters.

"the day before yesterday, Thursday" is THE UNIT BEFORE RELDAY COMMA WEEKDAY. A pattern names the classes, so that
it reads like the grammar it is, and it is matched by `re` over a string with one character a token.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from rashomon.lexicon.calendar import Calendar, full_year
from rashomon.lexicon.match import SAME, Matcher, Shelf, plain, shelf_of
from rashomon.lexicon.tables import Tables
from rashomon.model import Span

Value = int | str | None
Kind = tuple[str, Value]

TOKEN = re.compile(
    r"""[ ]?(?:(?P<word>[^\W\d_]\w+)
    |(?P<meridiem>[apAP](?<!\w.)\.\s?[mM](?!\w)\.?)
    |(?P<letter>(?i:o'clock)|[^\W\d_])
    |(?P<break>\n[^\S\n]*\n\s*)
    |(?P<iso>(?<![\w-])[12]\d{3}-[01]?\d-[0-3]?\d(?!\d|-\w))
    |(?P<slashed>(?<![\w/.])[0-3]?\d(?:/[01]?\d/|/[0-3]\d/|\.[01]?\d\.)(?:[12]\d)?\d\d(?![\w/])
    |(?<![\w/.-])[0-3]?\d-[0-3]?\d-[12]\d{3}(?![\w-]))
    |(?P<clock>(?<![\w:])[0-2]?\d:[0-5]\d(?![\d:]))
    |(?P<decade>(?<!\w)(?:[12]\d\d0|'?[1-9]0)'?(?i:s)(?!\w))
    |(?P<ordinal>(?<!\w)\d{1,3}(?i:st|nd|rd|th)(?!\w))
    |(?P<short>(?<!\w)'\d\d(?!\w))
    |(?P<number>\d+(?:[.,]\d+)*)
    |(?P<clitic>'(?i:s|ll|re|ve|d)(?!\w))
    |(?P<mark>[^\s]))""",
    re.VERBOSE,
)
WORD = TOKEN.groupindex["word"]
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
GLUED = re.compile(r"(0?[1-9]|[12]\d|3[01])((?:19|20)\d\d)", re.ASCII)
"""A day and a year between which the comma was lost: "Apr 152017"."""
UNREAD, DATED = frozenset({"DIGITS", "OTHER"}), frozenset({"MONTH", "ABBR"})
"""The classes of such digits, and those of what stands before them."""
CLASS_NAME = re.compile(r"(?<![<\w])[A-Z]{2,}(?![>\w])")


class TimeWords:
    """The classes of all words, each class with its letter; made once of the calendar table."""

    def __init__(self, table: Calendar, shelf: Shelf | None = None) -> None:
        self.table = table
        self.kinds = {**word_kinds(table), **class_kinds(table)}
        names = dict.fromkeys([*FORMS, *sorted(table.words)])
        self.phrases = Matcher(((name, kind, False) for name, kind in phrase_kinds(table)), shelf)
        self.letters: Mapping[str, str] = {name: chr(0x4E00 + place) for place, name in enumerate(names)}
        self.met: dict[str, Kind] = {}

    def kind_of(self, word: str) -> Kind:
        """Return a word's class and value, kept in ``met`` once it has been met."""
        found = self.met.get(word)
        if found is None:
            if len(self.met) > KEPT:
                self.met.clear()
            found = self.met[word] = word_kind(word, self)
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
    """A text's words and marks: where each stands, its class and worth ("March": MONTH, 3), and one letter for each."""

    text: str
    places: list[tuple[int, int]]
    kinds: list[Kind]
    letters: str

    def __len__(self) -> int:
        return len(self.kinds)

    def start(self, index: int) -> int:
        """Return where a token begins in the text."""
        return self.places[index][0]

    def end(self, index: int) -> int:
        """Return where a token ends in the text."""
        return self.places[index][1]

    def value(self, index: int) -> Value:
        """Return what a token is worth: 3 for "March"."""
        return self.kinds[index][1]

    def of_kind(self, *names: str) -> list[int]:
        """Return the tokens of these classes, in text order."""
        return [index for index, (kind, _) in enumerate(self.kinds) if kind in names]

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens ``first`` up to but not including ``last``."""
        return Span(self.start(first), self.end(last - 1))

    def word(self, index: int) -> str:
        """Return a token's word in lower case; empty outside the line."""
        if not 0 <= index < len(self.kinds):
            return ""
        start, end = self.places[index]
        return self.text[start:end].translate(SAME).lower()

    def kind(self, index: int) -> str:
        """Return a token's class; "BREAK" outside the line."""
        return self.kinds[index][0] if 0 <= index < len(self.kinds) else "BREAK"


def time_words(tables: Tables) -> TimeWords:
    """Return the words of these tables, made once."""
    return cast(TimeWords, tables.made("time words", lambda given: TimeWords(given.of(Calendar), shelf_of(given))))


def read_line(text: str, words: TimeWords) -> TimeLine:
    """Return the text as a line of classes; linear in its length."""
    line = TimeLine(text, [], [], "")
    position, printed = 0, plain(text)
    for hit in words.phrases.find(text):
        read_words(printed, position, hit.start, words, line)
        line.places.append((hit.start, hit.end))
        line.kinds.append(hit.value)
        position = hit.end
    read_words(printed, position, len(text), words, line)
    return replace(line, letters="".join([words.letters[kind] for kind, _ in line.kinds]))


def read_words(text: str, start: int, end: int, words: TimeWords, line: TimeLine) -> None:
    """Add the tokens between two places of a text to a line; the point of "Jan." ends no sentence, "Jan 52017" has a day and a year."""
    places, kinds, met = line.places, line.kinds, words.met
    for found in TOKEN.finditer(text, start, end):
        group = found.lastindex
        if group == WORD:
            word = found[WORD]
            places.append(found.span(WORD))
            kinds.append(met.get(word) or words.kind_of(word))
            continue
        place, kind = found.span(group or 0), KINDS[found.lastgroup or "mark"](found[group or 0], words)
        if kind[0] in UNREAD and kinds and kinds[-1][0] in DATED and (glued := GLUED.fullmatch(found[group or 0])):
            places += [(place[0], place[1] - 4), (place[1] - 4, place[1])]
            kinds += [("NUM", int(glued[1])), ("YEAR", int(glued[2]))]
            continue
        if kind[0] == "DOT" and kinds and kinds[-1][0] in ABBREVIABLE and abbreviated(places[-1], place):
            kind = ("ABBR", None)
        places.append(place)
        kinds.append(kind)


def abbreviated(word: tuple[int, int], point: tuple[int, int]) -> bool:
    """Say whether a point stands right after a word as short as an abbreviation."""
    return word[1] == point[0] and word[1] - word[0] <= 4


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
    "letter": lambda word, words: words.kind_of(word),
    "mark": lambda word, _: (MARKS.get(word, "MARK"), None),
}
