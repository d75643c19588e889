"""Find many words at once in a text, with exact spans."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

SAME = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "‐": "-", "‑": "-"}
)
"""Characters that mean the same in print, one for one, so that spans stay true."""

KEPT = 256
"""How many texts are kept folded: all the matchers read one report after another."""


@lru_cache(maxsize=KEPT)
def plain(text: str) -> str:
    """Return the text with printed variants made one; same length, same offsets."""
    return text.translate(SAME)


@lru_cache(maxsize=KEPT)
def fold(text: str) -> str:
    """Return the plain text in lower case; same length, same offsets.

    >>> fold("Ta’izz İzmir")
    "ta'izz İzmir"
    """
    text = plain(text)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Hit(NamedTuple):
    """One match: where it stands and what the pattern stands for."""

    start: int
    end: int
    value: Any


class Matcher:
    """An Aho-Corasick automaton over folded words; the longest match at a place wins.

    ``words`` are (pattern, value, exact) triples: an exact pattern must have the same case.
    """

    def __init__(self, words: Iterable[tuple[str, Any, bool]]) -> None:
        import ahocorasick

        self._automaton = ahocorasick.Automaton()
        table: dict[str, list[tuple[str, Any, bool]]] = {}
        for word, value, exact in words:
            table.setdefault(fold(word), []).append((plain(word), value, exact))
        for key, entries in table.items():
            self._automaton.add_word(key, (len(key), entries))
        if table:
            self._automaton.make_automaton()
        self._empty = not table

    def find(self, text: str) -> list[Hit]:
        """Return the matches at word boundaries in text order, none overlapping, the longest first."""
        kept: list[Hit] = []
        done = 0
        for start, end, value in sorted(self._all(text)):
            if start >= done:
                kept.append(Hit(start, -end, value))
                done = -end
        return kept

    def _all(self, text: str) -> list[tuple[int, int, Any]]:
        """Return start, minus end and value of every match at word boundaries; no two have the same start and end."""
        found: list[tuple[int, int, Any]] = []
        if self._empty:
            return found
        printed, folded = plain(text), fold(text)
        size = len(folded)
        for last, (length, entries) in self._automaton.iter(folded):
            end = last + 1
            if end < size and folded[end].isalnum() and folded[last].isalnum():
                continue
            start = end - length
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            for word, value, exact in entries:
                if not exact or printed[start:end] == word:
                    found.append((start, -end, value))
                    break
        return found
