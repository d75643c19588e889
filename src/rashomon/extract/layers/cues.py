"""The words that set a claim's layer, as patterns and sets made of the tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.extract.hints import Hints, telling
from rashomon.extract.wording import ALLEGED
from rashomon.lexicon.actors import actor_book
from rashomon.lexicon.families import Families
from rashomon.lexicon.groups import Groups
from rashomon.lexicon.layers import LayerCues
from rashomon.lexicon.match import fold
from rashomon.lexicon.plans import Plans
from rashomon.lexicon.tables import Tables
from rashomon.model import FORCE_KINDS


@dataclass(frozen=True)
class LayerWords:
    """The tables' layer cues as patterns."""

    background: re.Pattern[str]
    related: re.Pattern[str]
    sums: re.Pattern[str]
    recent: re.Pattern[str]
    rival: re.Pattern[str]
    standing: frozenset[str]
    wars: frozenset[str]
    recalled: frozenset[str]
    charges: re.Pattern[str]
    hints: Hints
    armed: frozenset[str]
    violent: frozenset[str]
    """Act types of attacks and fights."""

    domestic: frozenset[str]
    """Act types by which another country's state does something of its own."""

    @classmethod
    def of(cls, tables: Tables) -> LayerWords:
        """Compile the cues of the tables."""
        cues = tables.of(LayerCues)
        phrases = (cues.background, cues.related, cues.sums, cues.recent, cues.rival, cues.charges)
        background, related, sums, recent, rival, charges = (pattern(words) for words in phrases)
        topics = {
            "background": telling(cues.background),
            "related": telling(cues.related),
            "sums": telling(cues.sums),
            "war": cues.wars,
            "recalled": cues.recalled,
            "rival": telling(cues.rival),
            "charge": telling(cues.charges),
            "since": ["since"],
            "fear": ["fear"],
            "alleged": ALLEGED,
            "wanting": tables.of(Plans).wanting,
        }
        standing, wars, recalled = (frozenset(words) for words in (cues.standing, cues.wars, cues.recalled))
        return cls(
            background,
            related,
            sums,
            recent,
            rival,
            standing,
            wars,
            recalled,
            charges,
            Hints(topics),
            armed_groups(tables),
            violent_acts(tables),
            tables.of(Families).domestic,
        )


def armed_groups(tables: Tables) -> frozenset[str]:
    """Return the ids of the groups and actors that bear arms."""
    rows = (row.id for row in tables.of(Groups).rows if row.armed)
    actors = actor_book(tables).by_id.values()
    return frozenset([*rows, *(actor.id for actor in actors if actor.kind in FORCE_KINDS)])


def pattern(phrases: list[str]) -> re.Pattern[str]:
    """Return a pattern for any of the phrases at the start of a word; ``#`` stands for a year."""
    words = (re.escape(fold(phrase)).replace(r"\#", r"(?:19|20)\d\d") for phrase in phrases)
    return re.compile(r"\b(?:" + "|".join(words) + r")")


def violent_acts(tables: Tables) -> frozenset[str]:
    """Return the act types that tell of an attack or a fight."""
    return frozenset(kind for family in tables.of(Families).acts.values() if family.violent for kind in family.types)
