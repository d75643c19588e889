"""The capitalised words of a report, in runs: what names are made of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.lexicon.match import fold
from rashomon.lexicon.names import OPENER, NameBook

_UP = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x250)) if c.isupper())
_SHORT = "Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Cmdr|Adm|Brig|Pvt|Pfc|Spc|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|Sen|Rep|Gov|Fr|St|Sr|Jr|Insp|Supt|Det"
ARTICLE = r"(?:al|el|ad|ar|as|at|an|az|ash|ath|ed|er|es|ul|ur)[-‑]"
"""The Arabic article as it stands before a name."""

_WORD = (
    rf"(?:(?:[{_UP}]\.){{2,}}|[{_UP}]\.(?= [{_UP}])|(?:{_SHORT})\.(?= )"
    rf"|(?:{ARTICLE}|d['’])?[{_UP}]\w*(?:[-‑&/]\w+|['’ʼ‘](?!s\b)\w+)*)"
)
_PARTICLE = r"(?:(?:al|el|bin|bint|ibn|abu|abd|ben|von|van|der|den|de|da|di|du|del|della|dos|la|le|ter|ul|ur)[ -]){0,2}"
_NICKNAME = r"(?:[“\"][\w.]{1,12}[”\"] )?"
LONGEST_RUN = 24
"""Most words after the first that are one run, so that a page in capitals is read in pieces."""
# The look ahead is for speed: most words are in small letters and begin no name.
RUN = re.compile(rf"(?=[{_UP}adeu])(?<![\w@#]){_WORD}(?:[ \u00a0]{_NICKNAME}{_PARTICLE}{_WORD}){{0,{LONGEST_RUN}}}")


class Word(NamedTuple):
    """One word of a run, and what it can be in a name."""

    start: int
    end: int
    sense: int


class Run(NamedTuple):
    """Capitalised words in a row, without those that only open a sentence."""

    start: int
    end: int
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Capitals:
    """The runs of a text in order: "Gen. Omar al-Idris", "Harrow Rights Monitor"; ``low`` is the text folded."""

    text: str
    low: str
    runs: Sequence[Run]
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str, book: NameBook) -> Capitals:
        """Return the runs of a text."""
        low = fold(text)
        runs = list(runs_in(text, low, book.senses))
        return cls(text, low, runs, [run.start for run in runs])

    def at(self, position: int) -> Run | None:
        """Return the run that a position lies in."""
        place = bisect_right(self.starts, position) - 1
        return self.runs[place] if place >= 0 and position < self.runs[place].end else None

    def starting_at(self, position: int) -> Run | None:
        """Return the run that begins at a position."""
        run = self.at(position)
        return run if run is not None and run.start == position else None


def runs_in(text: str, low: str, senses: dict[str, int]) -> Iterator[Run]:
    """Yield the runs of a text; ``low`` is the same text folded. A word that only opens a sentence parts two runs."""
    for found in RUN.finditer(text):
        start, end = found.span()
        words: list[Word] = []
        for shown in low[start:end].split(" "):
            after = start + len(shown)
            sense = senses.get(shown.rstrip("."), 0)
            if (sense != OPENER and (words or not sense & OPENER)) or is_capitals(text[start:after]):
                words.append(Word(start, after, sense))
            elif words:
                yield Run(words[0].start, words[-1].end, tuple(words))
                words = []
            start = after + 1
        if words:
            yield Run(words[0].start, words[-1].end, tuple(words))


def is_capitals(word: str) -> bool:
    """Say whether a word is an acronym: two capitals or more and hardly anything else.

    >>> is_capitals("HRM"), is_capitals("IDPs"), is_capitals("Harrow")
    (True, True, False)
    """
    if word.islower() or not word[1:] or word[1:].islower():
        return False
    big = sum(map(str.isupper, word))
    return big > 1 and big > sum(map(str.islower, word))
