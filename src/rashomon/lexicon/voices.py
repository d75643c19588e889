"""Which names of a source are one voice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

_MARK = re.compile(r"['’]")


@dataclass(frozen=True)
class Voices:
    """Words that do not tell offices apart, and the kinds whose short name means the one named in full.

    ``titles`` stand between a body and the person who speaks for it; ``law`` are the words of a police office; ``generic``
    are names that mean whichever office investigates, ``taken_up`` such as mean the source named before; ``outside`` are kinds of voice that no local crime has; ``described``
    are the words by which a voice of a kind is meant without its name ("the monitor"). ``bodies`` are nouns of bodies by the kind
    of voice they have, ``partial`` those that need the word behind them, ``no_bodies`` phrases that end in such a noun and name none,
    ``tails`` words that follow them in a name, ``particles`` small words inside a person's; ``press`` are words of papers and stations, ``mute`` of what has no voice.
    ``holders`` are offices of one person at a time, ``calendar`` words with a capital letter that belong to no name.
    ``authorities`` are nouns for those who govern, ``plain`` words beside them that name nobody, ``ranks`` titles of investigators, ``posts`` words
    before them that make them civil posts, ``force`` nouns for investigators, ``accusers`` words of the offices that bring charges. ``stately`` are words of a state's offices that publish, ``nouns`` such as news calls a body by alone,
    ``units`` parts of an army. ``endings`` are what the short form of a body ends in, with its noun.
    """

    TABLE: ClassVar[str] = "en/voices.yaml"

    drop: frozenset[str]
    same: dict[str, str] = field(default_factory=dict)
    offices: frozenset[str] = frozenset()
    unnamed_kinds: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    law: frozenset[str] = frozenset()
    bureaus: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    taken_up: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    militants: frozenset[str] = frozenset()
    soldierly: frozenset[str] = frozenset()
    described: dict[str, frozenset[str]] = field(default_factory=dict)
    state_words: frozenset[str] = frozenset()
    media_words: frozenset[str] = frozenset()
    bodies: dict[str, frozenset[str]] = field(default_factory=dict)
    partial: frozenset[str] = frozenset()
    no_bodies: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    press: frozenset[str] = frozenset()
    mute: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    authorities: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    force: frozenset[str] = frozenset()
    accusers: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    stately: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    endings: dict[str, str] = field(default_factory=dict)

    @cached_property
    def same_phrases(self) -> tuple[str, ...]:
        """The names of more than one word that mean another word, the longest first."""
        return tuple(sorted((name for name in self.same if " " in name), key=lambda name: (-len(name), name)))

    @cached_property
    def long_nouns(self) -> re.Pattern[str]:
        """The names of more than one word that stand for a bureau, as written: "State's Attorney"."""
        names = [re.escape(name) for name in self.same_phrases if self.same[name] in self.bureaus]
        return re.compile(r"\b(?:" + "|".join(names).replace("s\\ ", "['’]?s\\ ") + r")\b", re.IGNORECASE)

    @cached_property
    def long_law(self) -> re.Pattern[str]:
        """A police office under a name of more than one word, with the words of its name before it: "Norland State Patrol"."""
        names = "|".join(re.escape(name.title()) for name in self.same_phrases if self.same[name] in self.law)
        return re.compile(rf"(?:\b[A-Z][\w’'-]*\s)+(?:Department of |Bureau of )?(?:{names.replace('Of', 'of')})\b")

    def in_short(self, words: str) -> str:
        """Return some words with each such name as its noun: "District Attorney Ola Brandt" -> "Prosecutor Ola Brandt"."""
        return self.long_nouns.sub(lambda hit: self.same[_MARK.sub("", hit.group().lower())].capitalize(), words)

    @cached_property
    def body_kinds(self) -> dict[str, str]:
        """The kind of voice that each noun of a body has."""
        return {noun: kind for kind, nouns in self.bodies.items() for noun in nouns}
