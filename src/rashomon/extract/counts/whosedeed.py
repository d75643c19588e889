"""What a deed is by who does it: whom soldiers drag off is detained, and gunmen who flee leave no home."""

from __future__ import annotations

from rashomon.extract.scene import Scene
from rashomon.extract.syntax import Token

ARRESTING = frozenset({"police", "soldiers", "security forces"})
"""Groups whose captives are detained."""
KIDNAPPING = frozenset({"abducted", "abduct", "abducting", "kidnapped", "kidnap", "kidnapping"})
"""Verbs that say of whoever does it that it is no arrest."""

FLEEING = frozenset({"fled", "flee", "flees", "fleeing", "ran", "run", "running"})
CAPTIVE = frozenset({"prisoners", "suspects", "hostages", "escaped prisoners"})
"""People who are held, so that their flight is an escape."""


def by_whose_deed(scene: Scene, measure: str, verb: Token | None, noun: Token | None) -> str:
    """Return the measure that a verb tells, given who does it and to whom."""
    if measure == "abducted" and is_by_police(scene, verb):
        return "detained"
    if measure == "displaced" and is_getaway(scene, verb, noun):
        return "escaped"
    return measure


def is_by_police(scene: Scene, verb: Token | None) -> bool:
    """Say whether police or soldiers do what a verb tells: those whom they lead away are detained."""
    if verb is None or verb.lower in KIDNAPPING:
        return False
    agents = [kid for by in scene.parse.kids(verb, "agent") for kid in scene.parse.kids(by, "pobj")]
    rows = [scene.book.by_noun.get(kid.lower) for kid in (*scene.parse.kids(verb, "nsubj"), *agents)]
    return any(row is not None and (row.id in ARRESTING) for row in rows)


def is_getaway(scene: Scene, verb: Token | None, noun: Token | None) -> bool:
    """Say whether those who flee leave no home but a prison, or the police: "three gunmen fled on foot", "eleven inmates fled"."""
    if verb is None or noun is None or verb.lower not in FLEEING:
        return False
    row = scene.book.by_noun.get(noun.lower)
    return row is not None and (row.id in CAPTIVE or (row.armed and row.part_of not in ARRESTING))
