"""Who speaks: a name, a kind, and the organisation spoken for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.model import ActorKind, Span

KEPT = 256
"""How many speakers' nouns are kept: all later phrases are held against them."""
WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a canonical name or the words used, what kind, and the organisation he or she speaks for."""

    name: str
    kind: ActorKind
    span: Span
    actor_id: str | None = None
    organisation: str | None = None
    organisation_id: str | None = None
    organisation_kind: ActorKind | None = None
    words: str = ""

    @property
    def nouns(self) -> frozenset[str]:
        """The words of the name and of the phrase, in lower case, without plural endings."""
        return nouns_of(self.name, self.words)

    @property
    def body(self) -> Speaker | None:
        """The organisation spoken for, as a speaker of its own."""
        if self.organisation is None or self.organisation_kind is None:
            return None
        return Speaker(
            self.organisation, self.organisation_kind, self.span, self.organisation_id, words=self.organisation
        )


@lru_cache(maxsize=KEPT)
def nouns_of(name: str, words: str) -> frozenset[str]:
    """Return the words of a name and of a phrase, without plural endings, and those of the phrase as they are."""
    own = WORD.findall(words.lower())
    return frozenset([*map(singular, WORD.findall(name.lower())), *map(singular, own), *own])


def singular(word: str) -> str:
    """Return a word without a plural or possessive ending."""
    word = word.removesuffix("'s").removesuffix("’s")
    return (
        word[:-3] + "y"
        if word.endswith("ies")
        else word[:-1]
        if word.endswith("s") and not word.endswith("ss")
        else word
    )
