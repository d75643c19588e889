"""Which place or thing an act or a fight for control is about, under whatever name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.lexicon.families import Families
from rashomon.lexicon.match import fold
from rashomon.lexicon.placekeys import place_key, sound_key
from rashomon.model import Claim, Place

Key = tuple[str, str]
"""The kind of an object ("prison", or empty) and the sound of its name (empty where only the kind is told)."""


@dataclass(frozen=True)
class Objects:
    """The objects of one event: "the prison" means the one prison that it names, and two spellings of a name are one."""

    families: Families
    countries: frozenset[str]
    ids: Mapping[Key, str]
    known: frozenset[Key]

    @classmethod
    def among(cls, claims: Iterable[Claim], families: Families, countries: frozenset[str]) -> Objects:
        """Return the objects that the acts and control claims of an event name."""
        bare = cls(families, countries, {}, frozenset())
        keys = [(bare.plain_key(claim.act.patient), claim.where) for claim in claims if claim.act and claim.act.patient]
        named = sorted((key, where.id) for key, where in keys if key[1] and where and where.id and names(where, key))
        return cls(families, countries, dict(named), frozenset(key for key, _ in keys))

    def key(self, name: str | None, where: Place | None = None) -> str:
        """Return one key for the names of one object; empty where no object is told.

        A name of a kind only ("the prison", "a major prison in the north") is the one object of that kind in the event, and
        "the town" the town where it happened.
        """
        text = name or (where.name if where else None)
        if not text:
            return ""
        kind, sound = self.plain_key(text)
        if kind in self.families.settlements and not sound and where and where.precision.is_fine:
            kind, sound = self.plain_key(where.name)
        if kind and not sound:
            mates = sorted({key for key in self.known if key[0] == kind and key[1]})
            kind, sound = mates[0] if len(mates) == 1 else (kind, "")
        return self.ids.get((kind, sound), f"{kind}:{sound}")

    def plain_key(self, name: str) -> Key:
        """Return the kind and the sound of a name: "Ghwayran prison" and "the gate of Ghweran prison" sound alike.

        What lies around a place is another place than its inside: "the area around the prison" is no prison.
        """
        words = self.whole(fold(name).replace(",", " ,").split())
        around = next((word for word in words[:2] if word in self.families.place_edges), None)
        words = self.head([word for word in words if word != around])
        kinds = [word for word in words if word in self.families.place_kinds]
        kind = kinds[-1] if kinds else ""
        rest = " ".join(word for word in words if word not in kinds and not self.is_filler(word))
        return (f"around {kind}" if around else kind, sound_key(rest) if kind else place_key(rest))

    def is_filler(self, word: str) -> bool:
        """Say whether a word of a name tells no place from another of its kind."""
        return word in self.families.place_fillers or place_key(word) in self.countries

    def whole(self, words: list[str]) -> list[str]:
        """Return the words without a part that is named before its whole: "entrances of Milltown prison"."""
        start = next((i for i, word in enumerate(words) if word in self.families.place_ends), 0)
        part = [word for word in words[:start] if word not in self.families.place_fillers]
        return words[start + 1 :] if part and all(word in self.families.place_parts for word in part) else words

    def head(self, words: list[str]) -> list[str]:
        """Return the words without what only describes the place: "a major prison in the north" -> "a major prison"."""
        fillers = (*self.families.place_ends, ",")
        while words and words[0] in self.families.place_ends:
            words = words[1:]
        end = next((i for i, word in enumerate(words) if i and word in fillers), len(words))
        return words[:end]

    def best_name(self, names: Iterable[str]) -> str:
        """Return the name to show for an object: a proper and plain one first, then the fullest."""
        return min(names, key=lambda name: (*self.roughness(name), -len(name), name), default="")

    def roughness(self, name: str) -> tuple[bool, bool, int]:
        """Return how little a name is a name: all in lower case, with words around it, with filling words in it."""
        words = fold(name).split()
        described = any(word in self.families.place_ends for word in words)
        return (name.islower(), described, sum(self.is_filler(word) for word in words))


def names(where: Place, key: Key) -> bool:
    """Say whether a claim's place is the object itself, not only the town in which it stands."""
    return (bool(key[1]) and key[1] in {sound_key(where.name), place_key(where.name)}) or where.level == key[0]
