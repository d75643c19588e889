"""Words that set the layer of a claim, and words that say all or an unknown number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class LayerCues:
    """Phrases that make a claim background or related, verbs of standing facts, periods that are summed up, words for wars.

    ``recent`` are words for the days around the news, ``recalled`` are words of an earlier act, ``charges`` stand between an arrest and the crime behind it,
    ``rival`` are words of a figure that somebody doubts, denies or mends.
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
    rival: list[str]


@dataclass(frozen=True)
class Universal:
    """A sentence such as "all the NOUNS were VERBED" leaves none of the measure."""

    measure: str
    group: str
    nouns: list[str]
    verbs: list[str]


@dataclass(frozen=True)
class Universals:
    """Universals by stock, phrases that leave a number open, and what counts nobody where it is denied.

    ``nobody`` are phrases by measure, ``denying`` the words ahead that deny them, ``leaving_open`` words between by which nothing is denied.
    """

    TABLE: ClassVar[str] = "en/universals.yaml"
    rows: list[Universal]
    unknown: list[str]
    nobody: dict[str, list[str]] = field(default_factory=dict)
    denying: list[str] = field(default_factory=list)
    leaving_open: list[str] = field(default_factory=list)
