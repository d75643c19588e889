"""Words that set the layer of a claim, and words that say all or an unknown number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class LayerCues:
    """Phrases that make a claim background or related, verbs of standing facts, periods that are summed up, words for wars.

    ``recent`` are words for the days around the news, ``recalled`` are words of an earlier act, ``charges`` stand between an arrest and the crime behind it.
    """

    TABLE: ClassVar[str] = "en/layers.yaml"
    background: list[str]
    related: list[str]
    standing: list[str]
    sums: list[str]
    recent: list[str]
    wars: list[str]
    recalled: list[str]
    charges: list[str]


@dataclass(frozen=True)
class Universal:
    """A sentence such as "all the NOUNS were VERBED" leaves none of the measure."""

    measure: str
    group: str
    nouns: list[str]
    verbs: list[str]


@dataclass(frozen=True)
class Universals:
    """Universals by stock, and phrases that leave a number open."""

    TABLE: ClassVar[str] = "en/universals.yaml"
    rows: list[Universal]
    unknown: list[str]
