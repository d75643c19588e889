"""The sentences of a report that copying is told by, and the keys under which a copy of one is found again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import pairwise

from rashomon.cluster.sentences import sentences
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.match import fold
from rashomon.lexicon.tables import Tables
from rashomon.model import Account, Report, ReportId, Span

WORD = re.compile(r"\w+")
SHORTEST = 8
"""Words of the shortest sentence that tells of copying; shorter ones are stock phrases."""
SHORT = 4
"""Words of the shortest sentence that belongs to a copied text where longer ones stand in both reports."""
SHINGLE = 4
"""Words that stand together in one piece of a sentence."""
BANDS, DEEP = 3, 2
"""Keys of a sentence, and the least hashes that make one: of two sentences with half of their pieces in common, more than half share a key."""
WIDE = 6
"""Bytes of a hash."""


@dataclass(frozen=True)
class Sentence:
    """One sentence to compare: where it stands, its folded words."""

    span: Span
    words: tuple[str, ...]

    @property
    def long(self) -> bool:
        """Whether it tells of copying on its own."""
        return len(self.words) >= SHORTEST

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The neighbouring words, which change little when a desk edits a sentence."""
        return frozenset(pairwise(self.words))


@dataclass(frozen=True)
class Prose:
    """A report's sentences, ready to be compared with those of another one."""

    id: ReportId
    sentences: tuple[Sentence, ...]

    @cached_property
    def size(self) -> int:
        """How many words the sentences have."""
        return sum(len(sentence.words) for sentence in self.sentences)


def prose(report: Report, account: Account | None = None, *, tables: Tables) -> Prose:
    """Return the report's sentences that are long enough and no stock phrases, boilerplate left out, or those of one account."""
    found = comparable(report, tables.of(Grouping).stock)
    return Prose(report.id, tuple(one for one in found if account is None or account.tells(one.span)))


def comparable(report: Report, stock: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of four words and more without those that stand under anything."""
    for span in sentences(report):
        folded = fold(span.of(report.text))
        words = tuple(WORD.findall(folded))
        if len(words) >= SHORT and not any(phrase in folded for phrase in stock):
            yield Sentence(span, words)


def copy_keys(text: Prose) -> frozenset[str]:
    """Return the keys that a report shares with every report that has one of its longer sentences, and mostly with one that has it edited.

    They depend on the report alone: the least hashes of a sentence's pieces (MinHash), a few together in a key.
    """
    return frozenset(key for words in {one.words for one in text.sentences if one.long} for key in bands(words))


def bands(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the keys of one sentence."""
    pieces = {" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}
    hashes = [blake2b(piece.encode("utf-8", "replace"), digest_size=BANDS * DEEP * WIDE).digest() for piece in pieces]
    for band in range(BANDS):
        starts = range(band * DEEP * WIDE, (band + 1) * DEEP * WIDE, WIDE)
        least = b"".join(min(each[start : start + WIDE] for each in hashes) for start in starts)
        yield f"copy{band} {blake2b(least, digest_size=WIDE).hexdigest()}"
