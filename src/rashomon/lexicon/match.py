"""Find many words at once in a text, with exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate, islice
from typing import Any, NamedTuple, cast

from rashomon.lexicon.tables import Tables

SAME = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "‐": "-", "‑": "-"}
)
"""Characters that mean the same in print, one for one, so that spans stay true."""

KEPT = 256
"""How many texts are kept folded: all the matchers read one report after another."""

AT_HAND = 128
"""Of how many texts a shelf keeps what stands in them; then all are forgotten."""

WORD = re.compile(r"([^\W_]+)")


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


Entries = list[tuple[str, Any, bool]]
"""What a pattern stands for in each of its spellings: (words, value, exact)."""

Standing = tuple[int, int, Entries]
"""Where a pattern stands in a text, in any case, and what it stands for."""


class Pattern(NamedTuple):
    """A folded pattern on a shelf: whose it is, how far before its first word it begins, what it stands for."""

    owner: int
    key: str
    before: int
    entries: Entries


Filed = tuple[list[Pattern], dict[str, list[Pattern]]]
"""The patterns that begin with a word: those of this word alone, and the others by their second word."""


class Shelf:
    """The patterns of many matchers, filed under their first word or their first two: a text is gone through once for all.

    A pattern stands at word boundaries, so that its words, letters and digits in a row, are whole words of the text.
    """

    def __init__(self) -> None:
        self._filed: dict[str, Filed] = {}
        self._wordless: list[Pattern] = []
        self._owners = 0
        self._read: dict[str, list[list[Standing]]] = {}

    def take_in(self, table: Mapping[str, Entries]) -> int:
        """File a matcher's patterns; return the number under which the matcher asks for them."""
        owner, self._owners = self._owners, self._owners + 1
        for key, entries in table.items():
            first, second = (*islice(WORD.finditer(key), 2), None, None)[:2]
            pattern = Pattern(owner, key, first.start() if first else 0, entries)
            if first is None:
                self._wordless.append(pattern)
                continue
            alone, followed = self._filed.setdefault(first[0], ([], {}))
            (alone if second is None else followed.setdefault(second[0], [])).append(pattern)
        return owner

    def standing(self, folded: str) -> list[list[Standing]]:
        """Return by matcher which of its patterns stand in a folded text; kept for a few texts, until another matcher comes."""
        found = self._read.get(folded)
        if found is None or len(found) < self._owners:
            if len(self._read) >= AT_HAND:
                self._read.clear()
            found = self._read[folded] = self.read(folded)
        return found

    def read(self, folded: str) -> list[list[Standing]]:
        """Go through a folded text."""
        found: list[list[Standing]] = [[] for _ in range(self._owners)]
        parts, filed = WORD.split(folded), self._filed
        starts, words = list(accumulate(map(len, parts)))[::2], [*parts[1::2], ""]
        for place in [at for at, word in enumerate(words) if word in filed]:
            alone, followed = filed[words[place]]
            for owner, key, before, entries in alone:
                start = starts[place] - before
                if key == words[place] or (folded.startswith(key, start) and is_whole(key, start, folded)):
                    found[owner].append((start, start + len(key), entries))
            for owner, key, before, entries in followed.get(words[place + 1], ()):
                start = starts[place] - before
                if folded.startswith(key, start) and is_whole(key, start, folded):
                    found[owner].append((start, start + len(key), entries))
        for owner, key, _, entries in self._wordless:
            found[owner] += [(at, at + len(key), entries) for at in range(len(folded)) if folded.startswith(key, at)]
        return found


def is_whole(key: str, start: int, folded: str) -> bool:
    """Say whether a pattern that stands at a place of a folded text stands there at word boundaries."""
    if start < 0:
        return False
    end = start + len(key)
    inside = start > 0 and folded[start - 1].isalnum() and folded[start].isalnum()
    return not inside and not (folded[end : end + 1].isalnum() and folded[end - 1].isalnum())


def shelf_of(tables: Tables) -> Shelf:
    """Return the shelf that the matchers of these tables share."""
    return cast(Shelf, tables.made("shelf", lambda _: Shelf()))


class Matcher:
    """Finds many words at once; the longest match at a place wins.

    ``words`` are (pattern, value, exact) triples: an exact pattern must have the same case. Matchers that read the same
    texts share a ``shelf``.
    """

    def __init__(self, words: Iterable[tuple[str, Any, bool]], shelf: Shelf | None = None) -> None:
        table: dict[str, Entries] = {}
        for word, value, exact in words:
            table.setdefault(fold(word), []).append((plain(word), value, exact))
        self._shelf = shelf or Shelf()
        self._owner = self._shelf.take_in(table)
        self._table = table

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
        printed = plain(text)
        for start, end, entries in self._shelf.standing(fold(text))[self._owner]:
            for word, value, exact in entries:
                if not exact or printed[start:end] == word:
                    found.append((start, -end, value))
                    break
        return found

    def meant_by(self, word: str) -> list[Any]:
        """Return the value of the pattern that a word is as a whole; none where it is no pattern."""
        entries = self._table.get(fold(word), ())
        return [value for known, value, exact in entries if not exact or plain(word) == known][:1]
