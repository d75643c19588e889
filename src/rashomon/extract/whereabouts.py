"""Which of the places that stand near a claim is the one where it happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rashomon.extract.drafts import Draft
from rashomon.extract.places.find import PlaceMention
from rashomon.extract.places.inside import lent
from rashomon.extract.syntax import Token
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
ACTING = frozenset({"nsubj", "poss", "compound", "nmod", "amod"})
"""How the parser relates a doer to its act: "Ruritania struck", "Ruritania's strikes", "Ruritania strikes"."""
AT = re.compile(r"^[^,]*\bat\b")
"""What makes the place behind it the larger one: "Karvan dam at Orsk" is no Orsk in Karvan."""
PARTED = re.compile(r"[,;0-9]|\band\b")


@dataclass(frozen=True)
class Whereabouts:
    """Chooses among places.

    ``linking`` are the words that may stand between a place and a larger one around it; ``doers`` says who acts in each sentence, by its index,
    and ``scenes`` are the countries whose towns the report names: there "Ruritania strikes" are strikes in Ruritania.
    """

    linking: frozenset[str]
    doers: Mapping[int, frozenset[str]] = field(default_factory=dict)
    scenes: frozenset[str | None] = frozenset()

    @classmethod
    def of(cls, tables: Tables) -> Whereabouts:
        """Return the chooser with the tables' words."""
        made: Whereabouts = tables.made("whereabouts", make)
        return made

    def knowing(self, drafts: Iterable[Draft], named: Iterable[PlaceMention]) -> Whereabouts:
        """Return the chooser for a report: who acts in its sentences, and which countries it names towns of."""
        scenes = frozenset(one.place.country for one in named if one.place.level != "country")
        return replace(self, doers=doers_of(drafts), scenes=scenes)

    def choose(self, found: Sequence[PlaceMention], draft: Draft, text: str) -> Place | None:
        """Return the place of a claim among those named near it, the smallest first, then the nearest; None without any.

        Of "the village of Karvan in Orsk province" it is the village; where no map knows it, it takes the point of the larger place around it,
        near or in that region. A country that is the doer ("US air strikes") is no place.
        """
        usable = [one for one in found if one.place.level != "continent" and not self.acts(one, draft)]
        inner = self.innermost(usable, text) if len(usable) > 1 else usable
        if not inner:
            return None
        return min(
            inner, key=lambda one: (not follows(one.span, draft, text), width(one.place), far(one.span, draft))
        ).place

    def acts(self, one: PlaceMention, draft: Draft) -> bool:
        """Say whether a place is who does it: the claim's own doer, or a country that acts in its sentence ("in US air strikes") or kills."""
        name = one.place.name
        if draft.act is not None and name == draft.act.agent:
            return True
        if one.place.level != "country" or draft.kind is not ClaimKind.COUNT:
            return False
        token = next(reversed(draft.parse.at(one.span)), None)
        if token is None:
            return False
        if name in self.doers.get(draft.sentence.index, ()):
            scene = token.dep == "compound" and one.place.country in self.scenes
            return token.dep in ACTING and not scene
        return is_killer(token, draft)

    def innermost(self, found: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
        """Return the places without those that another one is said to lie in: "Karvan in Orsk", "Orsk province's Karvan"."""
        kept = list(found)
        for first, second in pairwise(found):
            between = text[first.span.end : second.span.start]
            if len(between) > LONGEST or not self.linking.issuperset(WORD.findall(between.lower())):
                continue
            inner, outer = (second, first) if is_around(first.place, second.place) else (first, second)
            if outer is first and AT.search(between):
                continue
            if width(outer.place) > width(inner.place) or leans_on(first.place, second.place, between):
                kept = [within(one, outer.place) if one is inner else one for one in kept if one is not outer]
        return kept


def make(tables: Tables) -> Whereabouts:
    """Collect the words that link a place to a larger one."""
    lore = place_lore(tables)
    near = {word for phrase in lore.words.near for word in phrase.split()}
    return Whereabouts(lore.words.within | lore.words.directions | near | lore.levels.keys())


def doers_of(drafts: Iterable[Draft]) -> dict[int, frozenset[str]]:
    """Return who acts in each sentence, by its index."""
    acting: dict[int, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.act is not None and draft.act.agent:
            acting[draft.sentence.index].add(draft.act.agent)
    return {index: frozenset(names) for index, names in acting.items()}


def is_around(first: Place, second: Place) -> bool:
    """Say whether the first of two places is the larger one, or the known one whose point the second has: "Karvan's Old Mill quarter"."""
    lent = second.id is None and second.lat is not None and second.lat == first.lat
    return width(first) > width(second) or (lent and first.id is not None)


def leans_on(first: Place, second: Place, between: str) -> bool:
    """Say whether one place is only told by another: "Karvan, north of Orsk", "Karvan in the hills of Orsk" where no map has Karvan."""
    unknown = first.id is None and second.id is not None and len(between.split()) > 1
    if second.id is None and first.id is not None:
        return second.precision is not Precision.EXACT and second.lat == first.lat
    return unknown or (second.precision is Precision.NEAR and width(second) >= width(first))


def within(one: PlaceMention, outer: Place) -> PlaceMention:
    """Return a place that no map knows with the point of the place around it; any other as it is."""
    known = one.place.lat is not None or outer.lat is None
    return one if known else replace(one, place=lent(one.place, outer))


def is_killer(token: Token, draft: Draft) -> bool:
    """Say whether a country does what a count tells: "Ruritania killed seven people", "killed by Ruritania"."""
    verb = draft.verb
    if verb is None or not verb.is_verb:
        return False
    head = draft.parse.head(token)
    if token.dep == "nsubj":
        first = draft.parse.head(verb) if verb.dep == "conj" else verb
        return head in (verb, first) and draft.parse.has(verb, "dobj")
    return token.dep == "pobj" and head is not None and head.dep == "agent" and draft.parse.head(head) is verb


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
