"""A measure's word in another sense: "released from hospital", "fled the scene", "stabbed nearly to death", "buried by mud"."""

from __future__ import annotations

from rashomon.extract.scene import Scene
from rashomon.extract.syntax import Token

HOSPITAL = frozenset(
    {
        "hospital",
        "hospitals",
        "clinic",
        "clinics",
        "infirmary",
        "ward",
        "quarantine",
        "care",
        "treatment",
        "center",
        "centre",
        "er",
    }
)
SCENE = frozenset({"scene", "vehicle", "car"})
"""What people flee who leave no home."""

BURYING = frozenset({"bury", "buries", "buried", "burying"})
COVERING = frozenset(
    {
        "landslide", "landslides", "mudslide", "mudslides", "mudflow", "rockslide", "rockslides", "rockfall", "avalanche",
        "avalanches", "slide", "slides", "debris", "rubble", "mud", "snow", "earth", "soil", "sand", "rock", "rocks", "boulders",
        "ash", "lava", "lahar", "collapse", "wall", "walls", "roof", "building", "buildings", "house", "houses", "hillside",
        "mountainside", "slope", "wreckage", "stones", "earthquake", "quake", "waste", "garbage",
    }
)  # fmt: skip
"""What buries people who are not yet dead."""

CLOSE = frozenset({"nearly", "almost", "half"})
MENTALLY = frozenset({"mentally", "terminally", "chronically"})


def is_meant_otherwise(scene: Scene, measure: str, word: Token | None) -> bool:
    """Say whether a word that a number of people was counted by says nothing of the kind where it stands."""
    if word is None:
        return False
    near = scene.parse.kids(word)
    if measure == "freed":
        return bool(led_to(scene, word, "from") & HOSPITAL)
    if measure == "displaced":
        return any(kid.lower in SCENE for kid in near if kid.dep == "dobj")
    if measure == "infected":
        return any(kid.lower in MENTALLY for kid in near)
    return measure == "killed" and (is_close_call(scene, word) or is_covered(scene, word))


def led_to(scene: Scene, word: Token, *prepositions: str) -> frozenset[str]:
    """Return the words that some prepositions behind a word lead to."""
    leads = [kid for kid in scene.parse.kids(word, "prep", "agent") if kid.lower in prepositions]
    return frozenset(goal.lower for lead in leads for goal in scene.parse.kids(lead, "pobj"))


def is_covered(scene: Scene, verb: Token) -> bool:
    """Say whether people are buried by what fell on them, and not in a grave: "a landslide buried 20 villagers in their homes"."""
    if verb.lower not in BURYING:
        return False
    doers = [kid.lower for kid in scene.parse.kids(verb, "nsubj")]
    return not COVERING.isdisjoint(doers) or bool(led_to(scene, verb, "under", "beneath", "by", "in") & COVERING)


def is_close_call(scene: Scene, verb: Token) -> bool:
    """Say whether somebody only came near to death: "stabbed nearly to death", "beat him almost to death"."""
    behind = scene.parse.tokens[verb.i + 1 : verb.i + 12]
    ends = [token.i for token in behind if token.lower == "death" and scene.parse.tokens[token.i - 1].lower == "to"]
    return any(scene.parse.tokens[i - 2].lower in CLOSE for i in ends)
