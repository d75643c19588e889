"""Deeds that were not done: "tried to kill two officers", "an attempted assassination", "nearly killed", "saved a man's life"."""

from __future__ import annotations

from rashomon.extract.scene import Counted, Scene
from rashomon.extract.syntax import Token

HARM = frozenset({"killed", "wounded", "casualties"})

CARED_FOR = frozenset({"wounded", "infected"})

ATTEMPTED = frozenset({"attempted", "failed", "foiled", "planned", "averted"})
NEARLY = frozenset({"nearly", "almost"})
LIFE = frozenset({"life", "lives"})


def is_averted(scene: Scene, word: Token) -> bool:
    """Say whether a word of harm tells of a deed that was only tried, or that somebody escaped."""
    if word.lower in LIFE:
        return not is_taken(scene, word)
    if any(kid.lower in NEARLY for kid in scene.parse.kids(word, "advmod")):
        return True
    if word.is_noun and any(kid.lower in ATTEMPTED for kid in scene.parse.kids(word, "amod", "compound")):
        return True
    head = scene.parse.head(word)
    if head is not None and word.dep == "conj" and head.tag == "VB":
        return is_averted(scene, head)
    return word.tag == "VB" and head is not None and head.lower in scene.words.trying


def is_taken(scene: Scene, life: Token) -> bool:
    """Say whether a life is told of as lost: "claimed the life of", "lives were lost", "the loss of life"."""
    above = scene.parse.head(life)
    if above is not None and life.dep == "pobj" and above.lower == "of":
        above = scene.parse.head(above)
    return above is not None and (
        above.lower in scene.words.taking or any(kid.lower in scene.words.taking for kid in scene.parse.kids(life))
    )


def is_spared(scene: Scene, counted: Counted) -> bool:
    """Say whether a count of dead or hurt hangs on a deed that was not done, or is of people to whom no harm came."""
    if counted.measure in CARED_FOR and counted.governor is not None and is_room_to_treat(scene, counted.governor):
        return True
    if counted.measure == "attackers":
        return is_police(scene, counted.noun)
    if counted.measure not in HARM:
        return False
    return is_unhurt(scene, counted.noun) or (counted.governor is not None and is_averted(scene, counted.governor))


def is_police(scene: Scene, noun: Token | None) -> bool:
    """Say whether people are police, who fire or storm a house in their work and are no attackers: "nine officers opened fire"."""
    row = scene.book.by_noun.get(noun.lower) if noun is not None else None
    return row is not None and "police" in (row.id, row.part_of)


def is_room_to_treat(scene: Scene, verb: Token) -> bool:
    """Say whether people are only meant to be treated, or may be: "funds to treat 400 patients", not "had to treat 60 people"."""
    if verb.lower != "treat" or verb.tag != "VB":
        return False
    helpers = {kid.lower for kid in scene.parse.kids(verb, "aux")}
    head = scene.parse.head(verb)
    return bool(helpers & {"can", "could"}) or (
        "to" in helpers and (head is None or head.lower not in scene.words.doing)
    )


def is_unhurt(scene: Scene, noun: Token | None) -> bool:
    """Say whether a word before people tells that no harm came to them: "found two bodies and three unhurt tenants"."""
    return noun is not None and any(k.lower in scene.book.other.unhurt for k in scene.parse.kids(noun, "amod"))
