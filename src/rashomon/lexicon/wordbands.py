"""How much a word tells: rare words tell reports apart, common ones do not."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

ENDINGS = ("ings", "ing", "edly", "ed", "es", "s")
RUNNING_WORDS = 600
"""Length of the report that the share of reports with a word is reckoned for."""
RAREST = 6.5
"""Most that a word can tell, in nats: one report in about 660 has it."""


@dataclass(frozen=True)
class WordBands:
    """Words by how common they are, in general English (``bands``) and in news (``news``)."""

    TABLE: ClassVar[str] = "en/wordbands.yaml"

    bands: dict[int, tuple[str, ...]]
    news_share: float
    news: tuple[str, ...]

    def told(self) -> dict[str, float]:
        """Return what each listed stem tells, in nats: minus the log of the share of reports that have it."""
        shares: dict[str, float] = {}
        for band, lines in self.bands.items():
            for word in words_of(lines):
                shares[stem(word)] = shares.get(stem(word), 0.0) + math.exp(-band)
        shares = {word: 1 - math.exp(-RUNNING_WORDS * rate) for word, rate in shares.items()}
        for word in words_of(self.news):
            shares[stem(word)] = max(shares.get(stem(word), 0.0), self.news_share)
        return {word: min(RAREST, -math.log(share)) for word, share in shares.items()}


def words_of(lines: Iterable[str]) -> list[str]:
    """Return the single words of a list of lines."""
    return [word for line in lines for word in line.split()]


def stem(word: str) -> str:
    """Return the word in lower case without its commonest endings; crude, and the same for every report.

    >>> [stem(w) for w in ("Attackers", "attacked", "city's", "bus")]
    ['attacker', 'attack', 'city', 'bus']
    """
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
