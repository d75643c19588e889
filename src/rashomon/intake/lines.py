"""The lines of a text, trimmed, with their place and how they end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.lexicon.match import fold
from rashomon.model.text import Span

BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
CLOSERS = " \t\"'”’)]}»"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: where it stands, its words, how many, and the blank lines before it.

    ``folded`` is the words in lower case with straight quotes, of the same length.
    """

    span: Span
    words: str
    count: int
    gap: int = 0
    folded: str = ""

    @property
    def stops(self) -> bool:
        """Whether the line ends as a sentence does, closing quotes and brackets aside."""
        return self.words.rstrip(CLOSERS).endswith((".", "!", "?", "…", "。"))

    @property
    def full_stop(self) -> bool:
        """Whether the line ends in a full stop; a headline may ask or exclaim."""
        return self.words.rstrip(CLOSERS).endswith((".", "…", "。"))

    @property
    def leads_on(self) -> bool:
        """Whether the line wants another after it ("The dead were:")."""
        return self.words.endswith((":", ",", ";", "-", "–", "—"))

    def is_heading(self, words: int, chars: int) -> bool:
        """Say whether the line could be a heading of at most so many words and characters."""
        fits = self.count <= words and len(self.span) <= chars
        return fits and not self.full_stop and not self.leads_on and not opens_low(self.words)

    def part(self, start: int, end: int) -> Span:
        """Return the span in the text of a stretch of this line."""
        return Span(self.span.start + start, self.span.start + end)


def opens_low(words: str) -> bool:
    """Say whether the words begin in lower case or as an item of a list, so that no heading does."""
    first = words.lstrip("\"'“‘")[:1]
    return first.islower() or first in {"•", "-", "*", "–", "—", "·", "▪", "#", "@", ""}


def lines_of(text: str) -> list[Line]:
    r"""Return the lines that are not blank, in order.

    >>> [(line.words, line.gap) for line in lines_of("Two die in blast\n\nKABUL - Two people died.")]
    [('Two die in blast', 0), ('KABUL - Two people died.', 1)]
    """
    found: list[Line] = []
    start = blank = 0
    for end, after in [*((m.start(), m.end()) for m in BREAK.finditer(text)), (len(text), len(text))]:
        words = text[start:end].strip()
        if words:
            first = start + text[start:end].index(words[0])
            found.append(
                Line(Span(first, first + len(words)), words, len(words.split()), blank if found else 0, fold(words))
            )
        blank = 0 if words else blank + 1
        start = after
    return found
