"""Names of one office put together: "police" and "Milltown Police" are one voice where no other police speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from rashomon.lexicon.voices import Voices
from rashomon.reconcile.roots.bodies import held_office, kind_of_body, office_words
from rashomon.reconcile.roots.nouns import called_by_noun, is_unit
from rashomon.reconcile.roots.root import Root

K = TypeVar("K")


def fuller_name(words: frozenset[str], names: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return the one fuller name that a short name means ("police" where only the Milltown police speak), else the name."""
    fuller = sorted({name for name in names if words < name}, key=lambda name: (len(name), sorted(name)))
    widest = [name for name in fuller if not any(name < other for other in fuller)]
    return widest[0] if len(widest) == 1 and words else words


def settle(roots: Mapping[K, Root], voices: Voices, nations: Mapping[str, str] = MappingProxyType({})) -> dict[K, Root]:
    """Put together the names of one office: "police" and "Milltown Police" are one voice where no other police speak.

    A short name of a known body ("the army" beside the army of the country) takes that body's key.
    """
    named = {
        r.key: office_words(r.key.partition(":")[2], voices)
        for r in roots.values()
        if r.key.startswith(("name:", "outlet:")) and not r.of_two
    }
    offices = {
        r.key: named[r.key] for r in roots.values() if r.key in named and (is_office(r, voices) or is_twin(r, named))
    }
    bodies = known_bodies(roots.values(), voices)
    units = {words for key, words in offices.items() if any(is_unit(r, voices) for r in roots.values() if r.key == key)}
    names = [words for words in (*offices.values(), *bodies) if words not in units]
    fuller = {key: fuller_name(words, names) for key, words in offices.items()}
    fuller |= {key: of_the_land(words, names, nations) for key, words in fuller.items() if words == offices[key]}
    settled = {id_: as_named(root, fuller.get(root.key), bodies) for id_, root in roots.items()}
    return full_labels(called_by_noun(settled, voices), voices)


def of_the_land(words: frozenset[str], names: Iterable[frozenset[str]], nations: Mapping[str, str]) -> frozenset[str]:
    """Return the one fuller name that a name with its country means, where that says no country itself: "the Norland guard", "Maritime Guard"."""
    lands = words & nations.keys()
    bare = [name for name in names if not name & nations.keys()]
    rest = words - lands
    named = fuller_name(rest, [*bare, rest]) if lands and rest else words
    return named if named != rest or rest in bare else words


def as_named(root: Root, words: frozenset[str] | None, bodies: Mapping[frozenset[str], Root]) -> Root:
    """Return a root under the office of these words: as the known body whose name they are, else under their own key."""
    if words is None:
        return root
    body = bodies.get(words)
    return replace(body, via=None) if body else replace(root, key="office:" + " ".join(sorted(words)))


def known_bodies(roots: Iterable[Root], voices: Voices) -> dict[frozenset[str], Root]:
    """Return the known bodies that speak, by the words of their names."""
    known = [root for root in roots if root.key.startswith("actor:") and kind_of_body(root.label, voices)]
    return {
        office_words(root.label, voices): root for root in sorted(known, key=lambda r: (r.key, r.label), reverse=True)
    }


def is_twin(root: Root, named: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a name takes in another one of two words or more: "Fire Service, Media Cell" and "the Fire Service".

    Of two papers that share words nothing follows.
    """
    mine = named.get(root.key, frozenset())
    others = [words for key, words in named.items() if key != root.key and "name:" in (key[:5], root.key[:5])]
    return any(len(min(mine, words, key=len)) > 1 and (mine <= words or words <= mine) for words in others)


def is_office(root: Root, voices: Voices) -> bool:
    """Say whether a root is known by a name alone and of a kind, or with a noun, that news names in short."""
    nouns = (root.label, root.key.partition(":")[2])
    return root.key.startswith("name:") and (
        root.kind in voices.offices or any(kind_of_body(noun, voices) is not None for noun in nouns)
    )


def full_labels(roots: Mapping[K, Root], voices: Voices) -> dict[K, Root]:
    """Show an office by the fullest of its names wherever it speaks; by a person's where nobody names the body."""
    best: dict[str, tuple[bool, bool, int, str]] = {}
    for root in roots.values():
        unnamed = root.label == root.label.lower()
        body = kind_of_body(root.label, voices) is not None and held_office(root.label, voices) is None
        mine = (not body, unnamed, -len(root.label), root.label)
        best[root.key] = min(best.get(root.key, mine), mine)
    return {i: replace(r, label=best[r.key][3]) if r.key.startswith("office:") else r for i, r in roots.items()}
