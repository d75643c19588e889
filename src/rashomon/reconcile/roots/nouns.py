"""Bodies called by no more than their noun: "the department", "the Red Crescent", "an army region"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from rashomon.lexicon.voices import Voices
from rashomon.model import ActorKind
from rashomon.reconcile.roots.bodies import bare_words, office_words
from rashomon.reconcile.roots.root import Root

K = TypeVar("K")

NAMELESS = frozenset({ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.DOCUMENT})
"""Kinds of voice that bear no body's name."""
HELPERS = frozenset({ActorKind.AID_BODY, ActorKind.RESCUE_BODY})
"""Kinds of body that have one name in every country: "the Red Crescent"."""
ARMY = "military"
"""The word that names of armies are brought to."""


def called_by_noun(roots: Mapping[K, Root], voices: Voices) -> dict[K, Root]:
    """Give the words of a body that is called by its noun alone to the only one that speaks with that noun in its name.

    "The department" is the Harrow Roads Department, "the Red Crescent" that of the country, an army's region the army.
    """
    one_each = sorted({root.key: root for root in roots.values()}.items())
    speaking = [root for _, root in one_each if not root.vague]
    meant = {root.key: full for root in speaking if (full := fuller(root, speaking, voices)) is not None}
    return {id_: as_full(r, meant[r.key]) if r.key in meant else r for id_, r in roots.items()}


def as_full(root: Root, full: Root) -> Root:
    """Return a root as the voice that its name is short for; an office without a name of its own keeps the longer label."""
    if full.key.startswith("office:"):
        return replace(root, key=full.key, kind=full.kind)
    return replace(full, via=None, spoken=False)


def fuller(root: Root, speaking: Iterable[Root], voices: Voices) -> Root | None:
    """Return the one voice that a root's name is short for; None where there is none, or more than one."""
    if root.kind in NAMELESS:
        return None
    noun = noun_alone(root, voices)
    if noun is not None:
        found = [r for r in speaking if r.kind not in NAMELESS and bears(r, noun)]
    elif root.kind in HELPERS and root.key.startswith("actor:"):
        words = office_words(root.label, voices)
        found = [r for r in speaking if r.kind is root.kind and is_wider(r, words, voices)]
    elif is_unit(root, voices):
        found = [r for r in speaking if is_army(r, voices)]
    else:
        return None
    return found[0] if len(found) == 1 else None


def noun_alone(root: Root, voices: Voices) -> str | None:
    """Return the noun of a body that is a root's whole name: "the department"."""
    words = [word for word in bare_words(root.label) if word != "the"]
    return words[0] if len(words) == 1 and words[0] in voices.nouns and not root.spoken else None


def bears(root: Root, noun: str) -> bool:
    """Say whether a noun is a part of a root's name."""
    words = bare_words(root.label)
    return noun in words and len(words) > 1 and words != ["the", noun]


def is_wider(root: Root, words: frozenset[str], voices: Voices) -> bool:
    """Say whether a known body's name has these words and more."""
    return root.key.startswith("actor:") and words < office_words(root.label, voices)


def is_unit(root: Root, voices: Voices) -> bool:
    """Say whether a root is a part of an army by its name, and no body of the tables: "2nd Military Region, press cell"."""
    words = set(bare_words(root.label))
    soldiers = root.kind is ActorKind.STATE_FORCE and ARMY in office_words(root.label, voices)
    return soldiers and bool(words & voices.units) and not root.key.startswith("actor:")


def is_army(root: Root, voices: Voices) -> bool:
    """Say whether a root is a whole army: "the army", or one that the tables know."""
    words = office_words(root.label if root.key.startswith("actor:") else root.key.partition(":")[2], voices)
    known = root.key.startswith("actor:") and root.kind is ActorKind.STATE_FORCE
    return ARMY in words and (known or words == {ARMY})
