"""A measure's word in another sense: "released from hospital", "fled the scene", "stabbed nearly to death", "buried by mud"."""

from __future__ import annotations

import re

from rashomon.extract.scene import Scene, names_thing
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
VOLLEYS = frozenset({"gunfire", "fire", "shots", "shot", "gunshots", "words", "blows", "punches", "insults", "messages", "texts", "rounds", "volleys", "numbers", "information", "gifts", "letters"})  # fmt: skip
"""What is exchanged between people who go nowhere."""

RIDES = frozenset({"car", "cars", "vehicle", "vehicles", "truck", "van", "suv", "cab", "taxi", "bus", "limousine", "bed", "pickup", "sedan", "jeep", "boat", "plane", "elevator", "shower", "way"})  # fmt: skip
"""What people get out of who were not held."""

COFFINS = frozenset({"coffin", "coffins", "bags"})
TREATED = frozenset({"treated", "checked", "evaluated", "examined", "assessed", "bandaged"})
HOLDING = frozenset({"hold", "holds", "held", "holding", "house", "houses", "housed", "housing"})
ROOMS = frozenset(
    {
        "place", "prison", "jail", "camp", "hall", "stadium", "ground", "grounds", "arena", "theatre", "theater", "church", "mosque",
        "temple", "room", "building", "ship", "boat", "ferry", "vessel", "bus", "facility", "centre", "center", "site", "school",
        "hotel", "cell", "cells", "complex", "venue", "square", "shelter", "tent", "block", "wing", "barracks", "penitentiary",
    }
)  # fmt: skip
"""What holds so many people because there is room."""

PERSONS = frozenset({"man", "men", "woman", "women", "person", "people"})
SURVIVORS = frozenset({"survivor", "survivors"})
ABUSES = frozenset({"violence", "rape", "rapes", "abuse", "torture", "trafficking", "assault", "genocide", "massacre", "holocaust", "slavery"})  # fmt: skip
"""What people survive who are not rescued."""

TELLING = frozenset(
    {
        "said", "say", "says", "told", "tell", "describe", "described", "describes", "recalled", "recall", "interviewed",
        "interview", "testified", "testify", "spoke", "speak", "recounted", "recount", "recognised", "recognized", "quoted",
        "identified", "questioned", "accused", "accuse", "reported", "alleged", "claimed",
    }
)  # fmt: skip
"""Verbs that make survivors witnesses."""

CRAFT = re.compile(
    r"\b(?:drones?|uavs?|aircraft|planes?|airplanes?|warplanes?|jets?|helicopters?|missiles?|rockets?|projectiles?|balloons?|shaheds?|quadcopters?)\b",
    re.IGNORECASE,
)
NEAR = 400
"""How far before a number what flies is named, of which it counts some that were shot down."""
TAKEN = "taken"
"""What is done to captives, and to patients: "taken from the quay to a clinic"."""

CLOSE = frozenset({"nearly", "almost", "half"})
MENTALLY = frozenset({"mentally", "terminally", "chronically"})


def is_meant_otherwise(scene: Scene, measure: str, word: Token | None) -> bool:
    """Say whether a word that a number of people was counted by says nothing of the kind where it stands."""
    if word is None:
        return False
    near = scene.parse.kids(word)
    if is_cared_for(scene, measure, word) or (measure in ("escaped", "rescued") and is_handled(scene, word)):
        return True
    if measure == "escaped":
        return bool(led_to(scene, word, "of", "out", "from") & RIDES)
    if measure == "freed" and word.lower.startswith("exchang"):
        return any(kid.lower in VOLLEYS for kid in scene.parse.kids(word, "dobj", "nsubj", "nsubjpass"))
    if measure == "freed":
        return is_let_go_home(scene, word)
    if measure == "held":
        return is_room_for(scene, word)
    if measure == "displaced":
        return any(kid.lower in SCENE for kid in near if kid.dep == "dobj") or is_without_home(scene, word)
    if measure == "infected":
        return any(kid.lower in MENTALLY for kid in near)
    if measure == "rescued":
        return word.lower in SURVIVORS and is_witness(scene, word)
    return measure == "killed" and (is_close_call(scene, word) or is_covered(scene, word))


def is_brought_down(scene: Scene, verb: Token | None, noun: Token | None) -> bool:
    """Say whether a number without a noun counts what was shot out of the sky: "drones came over; at least six were shot down"."""
    if verb is None or noun is not None or verb.lower not in ("shot", "shoot", "shooting", "brought"):
        return False
    if not any(kid.lower == "down" for kid in scene.parse.kids(verb, "prt", "advmod", "prep")):
        return False
    return CRAFT.search(scene.text, max(0, scene.parse.span.start - NEAR), scene.parse.span.end) is not None


def is_let_go_home(scene: Scene, word: Token) -> bool:
    """Say whether people leave a doctor and no captor, or come home dead: "treated and released", "came home in coffins"."""
    if (
        led_to(scene, word, "from") & HOSPITAL
        or led_to(scene, word, "in") & COFFINS
        or led_to(scene, word, "at") & SCENE
    ):
        return True
    head = scene.parse.head(word)
    return word.dep == "conj" and head is not None and head.lower in TREATED


def is_room_for(scene: Scene, verb: Token) -> bool:
    """Say whether a place has room for people or is where they live: "the hall holds 900", "a jail that can hold 300"."""
    if verb.lower not in HOLDING or scene.parse.has(verb, "auxpass"):
        return False
    doers = {kid.lower for kid in scene.parse.kids(verb, "nsubj")}
    return bool(doers & ROOMS) or any(kid.lower in ("can", "could") for kid in scene.parse.kids(verb, "aux"))


def is_without_home(scene: Scene, word: Token) -> bool:
    """Say whether "homeless" tells how somebody lives and of no flight: "two homeless men"."""
    head = scene.parse.head(word)
    return word.lower == "homeless" and word.dep == "amod" and head is not None and head.lower in PERSONS


def is_witness(scene: Scene, noun: Token) -> bool:
    """Say whether survivors are told of for what they say or for what they suffered, and of no rescue: "nine survivors told us"."""
    if led_to(scene, noun, "of") & ABUSES:
        return True
    above = scene.parse.head(noun)
    asked = [*scene.parse.kids(noun, "relcl", "acl"), *([above] if above is not None and above.is_verb else [])]
    return any(verb.lower in TELLING for verb in asked)


def is_cared_for(scene: Scene, measure: str, verb: Token) -> bool:
    """Say whether people are patients, and neither captives nor saved: "taken from the scene to a clinic", "are expected to survive"."""
    if measure == "abducted":
        return verb.lower == TAKEN and bool(led_to(scene, verb, "to", "from") & HOSPITAL)
    above = scene.parse.head(verb) if measure == "rescued" and verb.lower == "survive" else None
    return above is not None and above.lower in ("expected", "likely", "hoped")


def is_handled(scene: Scene, word: Token) -> bool:
    """Say whether a verb's object is a thing: "several people pulled out guns", where nobody was pulled out."""
    return any(names_thing(scene.book, kid) for kid in scene.parse.kids(word, "dobj"))


def led_to(scene: Scene, word: Token, *prepositions: str) -> frozenset[str]:
    """Return the words that some prepositions behind a word lead to."""
    leads = [kid for kid in scene.parse.kids(word, "prep", "agent") if kid.lower in prepositions]
    leads += [kid for lead in leads for kid in scene.parse.kids(lead, "prep")]
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
