"""Words by which the rules of counting tell what a number counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class CountWords:
    """Verbs and nouns around a number, by what they say of those it counts; the table says what each list holds."""

    TABLE: ClassVar[str] = "en/countwords.yaml"

    raiding: frozenset[str]
    hostile: frozenset[str]
    strangers: frozenset[str]
    shot: frozenset[str]
    blows: frozenset[str]
    headline: frozenset[str]
    rounds: frozenset[str]
    hitting: frozenset[str]
    missiles: frozenset[str]
    firing: frozenset[str]
    preterites: frozenset[str]
    planning: frozenset[str]
    trying: frozenset[str]
    doing: frozenset[str]
    taking: frozenset[str]
    denying: frozenset[str]
    demanding: frozenset[str]
    searching: frozenset[str]
    seeking: frozenset[str]
    seekers: frozenset[str]
    sought: frozenset[str]
    coming: frozenset[str]
    having: frozenset[str]
    injuries: frozenset[str]
    living: frozenset[str]
    bodies: frozenset[str]
    lifeless: frozenset[str]
    fates: frozenset[str]
    fated: frozenset[str]
    members: frozenset[str]
    company: frozenset[str]
    kin: frozenset[str]
    somebody: frozenset[str]
    many: frozenset[str]
    sites: frozenset[str]
    organised: frozenset[str]
    numbered: frozenset[str]
    amounts: frozenset[str]
    measuring: frozenset[str]
    told_of: frozenset[str]
    causing: frozenset[str]
    including: frozenset[str]
    making_up: frozenset[str]
    linking: frozenset[str]
    leading: frozenset[str]
    bringing: frozenset[str]
    naming: frozenset[str]
    saying: frozenset[str]
    asides: frozenset[str]
