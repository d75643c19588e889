"""Which of the places that stand near a claim is the one where it happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.extract.drafts import Draft
from rashomon.extract.places.find import PlaceMention
from rashomon.lexicon.placewords import place_lore
from rashomon.lexicon.tables import Tables
from rashomon.model import ClaimKind, Place, Precision, Span

WIDTH = {"country": 3, "province": 2, "region": 2, "sea": 2, "river": 1, "district": 1}
"""How much ground a level covers; what is not listed is a town or less."""
LONGEST = 70
"""Code points between a place and the larger one that it lies in."""
BEHIND = 30
"""Code points between a count and the place right behind it."""
BEFORE = 4
"""How many times as far a place before the claim's words counts as one behind them: English tells the act, then its place."""
WORD = re.compile(r"[\w-]+|[^\w\s]")
PARTED = re.compile(r"[,;0-9]|\band\b")


@dataclass(frozen=True)
class Whereabouts:
    """Chooses among places; ``linking`` are the words that may stand between a place and a larger one around it."""

    linking: frozenset[str]

    @classmethod
    def of(cls, tables: Tables) -> Whereabouts:
        """Return the chooser with the tables' words."""
        made: Whereabouts = tables.made("whereabouts", make)
        return made

    def choose(self, found: Sequence[PlaceMention], draft: Draft, text: str) -> Place | None:
        """Return the place of a claim among those named near it, the smallest first, then the nearest; None without any.

        Of "the village of Karvan in Orsk province" it is the village; where no map knows it, it takes the point of the larger place around it,
        near or in that region. A country that is the doer ("US air strikes") is no place.
        """
        doer = draft.act.agent if draft.act is not None else None
        usable = [one for one in found if one.place.level != "continent" and one.place.name != doer]
        inner = self.innermost(usable, text) if len(usable) > 1 else usable
        if not inner:
            return None
        return min(
            inner, key=lambda one: (not follows(one.span, draft, text), width(one.place), far(one.span, draft))
        ).place

    def innermost(self, found: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
        """Return the places without those that another one is said to lie in: "Karvan in Orsk", "Orsk province's Karvan"."""
        kept = list(found)
        for first, second in pairwise(found):
            between = text[first.span.end : second.span.start]
            if len(between) > LONGEST or not self.linking.issuperset(WORD.findall(between.lower())):
                continue
            inner, outer = (second, first) if width(first.place) > width(second.place) else (first, second)
            if width(outer.place) > width(inner.place) or leans_on(first.place, second.place, between):
                kept = [within(one, outer.place) if one is inner else one for one in kept if one is not outer]
        return kept


def make(tables: Tables) -> Whereabouts:
    """Collect the words that link a place to a larger one."""
    lore = place_lore(tables)
    near = {word for phrase in lore.words.near for word in phrase.split()}
    return Whereabouts(lore.words.within | lore.words.directions | near | lore.levels.keys())


def leans_on(first: Place, second: Place, between: str) -> bool:
    """Say whether one place is only told by another: "Karvan, north of Orsk", "Karvan in the hills of Orsk" where no map has Karvan."""
    unknown = first.lat is None and second.lat is not None and len(between.split()) > 1
    return unknown or (second.precision is Precision.NEAR and width(second) >= width(first))


def within(one: PlaceMention, outer: Place) -> PlaceMention:
    """Return a place that no map knows with the point of the place around it; any other as it is."""
    place = one.place
    if place.lat is not None or outer.lat is None:
        return one
    precision = Precision.NEAR if width(outer) < WIDTH["province"] else Precision.REGION
    there = replace(
        place, lat=outer.lat, lon=outer.lon, country=outer.country, admin1=outer.admin1, precision=precision
    )
    return replace(one, place=there)


def width(place: Place) -> int:
    """Return how much ground a place covers."""
    return WIDTH.get(place.level or "", 0)


def far(place: Span, draft: Draft) -> int:
    """Return how far a place stands from the claim's words."""
    behind = place.start - draft.anchor.end
    return behind if behind >= 0 else BEFORE * (draft.anchor.start - place.end)


def follows(place: Span, draft: Draft, text: str) -> bool:
    """Say whether a place stands right behind a count: "nine in Lviv and eight in Odesa"."""
    if draft.kind is not ClaimKind.COUNT or not 0 <= place.start - draft.anchor.end < BEHIND:
        return False
    return PARTED.search(text, draft.anchor.end, place.start) is None
