"""Words that hand a claim to somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from rashomon.lexicon.inflect import Irregular, verb_forms
from rashomon.lexicon.match import fold
from rashomon.lexicon.tables import Tables
from rashomon.model import ActorKind, Stance


@dataclass(frozen=True)
class Cues:
    """Reporting words as the table has them."""

    TABLE: ClassVar[str] = "en/cues.yaml"
    verbs: dict[Stance, list[str]]
    object_content: list[str]
    handover: list[str]
    phrases: list[str]
    unattributed: list[str]
    documents: list[str]
    unnamed: list[str]
    titles: list[str]
    anaphora: dict[ActorKind, list[str]]


@dataclass(frozen=True)
class CueBook:
    """Look-ups over the cues: form of a verb -> stance, and sets of words."""

    stances: dict[str, Stance]
    object_content: frozenset[str]
    handover: frozenset[str]
    phrases: tuple[str, ...]
    unattributed: re.Pattern[str]
    documents: frozenset[str]
    unnamed: frozenset[str]
    titles: frozenset[str]
    anaphora: dict[str, tuple[ActorKind, ...]]


def cue_book(tables: Tables) -> CueBook:
    """Return the look-ups over the tables of cues; built once."""
    return tables.made("cue book", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> CueBook:
    cues, irregular = tables.of(Cues), tables.of(Irregular)
    stances = {form: stance for stance, verbs in cues.verbs.items() for verb in verbs if " " not in verb for form in verb_forms(verb, irregular)}
    kinds: dict[str, tuple[ActorKind, ...]] = {}
    for kind, nouns in cues.anaphora.items():
        for noun in nouns:
            kinds[noun] = (*kinds.get(noun, ()), kind)
    return CueBook(
        stances, forms(cues.object_content, irregular), forms(cues.handover, irregular), tuple(map(fold, cues.phrases)),
        re.compile(r"\b(?:" + "|".join(re.escape(fold(p)) for p in sorted(cues.unattributed, key=len, reverse=True)) + r")\b"), frozenset(cues.documents), frozenset(cues.unnamed), frozenset(cues.titles), kinds,
    )


def forms(verbs: list[str], irregular: Irregular) -> frozenset[str]:
    """Return every form of every verb."""
    return frozenset(form for verb in verbs for form in verb_forms(verb, irregular))
