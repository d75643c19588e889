"""Which topics a text may be about, by words that every phrase of a topic holds: a cheap test before a dear one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rashomon.lexicon.match import KEPT, fold

WORD = re.compile(r"\w+")
CENTURIES = frozenset({"19", "20"})


class Hints:
    """An automaton over each topic's words, found anywhere, in other words too: never missing, sometimes mistaken."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        import ahocorasick

        topics: dict[str, set[str]] = {}
        for topic, held in words.items():
            for word in held:
                topics.setdefault(fold(word), set()).add(topic)
        self._automaton: Any = ahocorasick.Automaton()
        for word, about in topics.items():
            self._automaton.add_word(word, frozenset(about))
        self._automaton.make_automaton()

    def topics(self, folded: str) -> set[str]:
        """Return the topics that a folded text may touch.

        >>> Hints({"toll": ["killed"], "earlier": ["recent"]}).topics("the worst in recent years")
        {'earlier'}
        """
        found: set[str] = set()
        for _, about in self._automaton.iter(folded):
            found |= about
        return found

    def ends(self, folded: str) -> list[int]:
        """Return where words that hint at any topic end, in order."""
        return [last + 1 for last, _ in self._automaton.iter(folded)]


@dataclass(frozen=True, slots=True)
class Hinted:
    """A pattern that is tried only where one of some words stands; each of its matches holds one, in whatever case.

    >>> Hinted(re.compile("held without (?:bail|bond)", re.I), ("held",)).search("HELD without bail", 0, 17).group()
    'HELD without bail'
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    """Folded, and found in other words too."""

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the pattern's first match in a stretch of a text."""
        return self.pattern.search(text, start, end) if any_of(self.words, text, start, end) else None


def any_of(words: tuple[str, ...] | frozenset[str], text: str, start: int, end: int) -> bool:
    """Say whether one of some folded words stands in a stretch of a text, in other words too."""
    places = places_of(words, fold(text))
    for first, last in places[bisect_left(places, (start,)) :] if places else ():
        if last <= end:
            return True
        if first >= end:
            break
    return False


@lru_cache(maxsize=KEPT)
def places_of(words: tuple[str, ...] | frozenset[str], folded: str) -> list[tuple[int, int]]:
    """Return where any of some words stand in a folded text, in order; kept, since a text is asked about sentence by sentence."""
    found = []
    for word in words:
        at = folded.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = folded.find(word, at + 1)
    return sorted(found)


def telling(phrases: Collection[str]) -> set[str]:
    """Return words one of which each phrase must hold: a year's century where ``#`` stands for a year, else its longest word.

    >>> sorted(telling(["in recent years", "since #"]))
    ['19', '20', 'recent']
    """
    found = {max(WORD.findall(fold(phrase)), key=len) for phrase in phrases if "#" not in phrase}
    return found | CENTURIES if any("#" in phrase for phrase in phrases) else found
