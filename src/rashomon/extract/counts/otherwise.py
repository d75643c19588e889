"""A measure's word in another sense: "released from hospital", "fled the scene", "stabbed nearly to death", "buried by mud"."""

from __future__ import annotations

import re

from rashomon.extract.counts.ailing import is_by_illness
from rashomon.extract.scene import Scene, names_thing
from rashomon.extract.syntax import Token

CRAFT = re.compile(
    r"\b(?:drones?|uavs?|aircraft|planes?|airplanes?|warplanes?|jets?|helicopters?|missiles?|rockets?|projectiles?|balloons?|shaheds?|quadcopters?)\b",
    re.IGNORECASE,
)
NEAR = 400
"""How far before a number what flies is named, of which it counts some that were shot down."""
AFFECTING = frozenset({"affect", "affects", "affected", "affecting"})
TAKEN = "taken"
"""What is done to captives, and to patients: "taken from the quay to a clinic"."""


def is_meant_otherwise(scene: Scene, measure: str, word: Token | None) -> bool:
    """Say whether a word that a number of people was counted by says nothing of the kind where it stands."""
    if word is None:
        return False
    if is_of_no_fate(scene, measure, word):
        return True
    if measure == "escaped":
        rides = led_to(scene, word, "of", "out", "from") & scene.book.other.rides
        return bool(rides) or is_off_the_scene(scene, word) or is_spared(scene, word)
    if measure == "freed":
        return is_volley(scene, word) or is_let_go_home(scene, word) or is_dismissed(scene, word)
    if measure == "trapped":
        return not scene.book.other.straits.isdisjoint(led_to(scene, word, "in", "of"))
    if measure == "held":
        return is_room_for(scene, word)
    if measure == "displaced":
        return is_off_the_scene(scene, word) or is_without_home(scene, word) or is_shelter(scene, word)
    if measure == "infected":
        lasting = any(kid.lower in scene.book.other.lasting for kid in scene.parse.kids(word))
        other = scene.book.other.illness
        return lasting or (word.lower in AFFECTING and not is_by_illness(scene.parse, word, other))
    if measure == "rescued":
        return word.lower in scene.book.other.survivors and is_witness(scene, word)
    return measure == "killed" and (is_close_call(scene, word) or is_covered(scene, word))


def is_of_no_fate(scene: Scene, measure: str, word: Token) -> bool:
    """Say whether people are only looked after, handled or come upon, whatever the measure."""
    handled = measure in ("escaped", "rescued") and is_handled(scene, word)
    return handled or is_cared_for(scene, measure, word) or is_caught_doing(scene, word)


def is_caught_doing(scene: Scene, verb: Token) -> bool:
    """Say whether somebody only comes upon people at something: "a farmer caught two boys stealing apples", "caught" by no force."""
    if verb.lower not in ("catch", "catches", "caught") or not scene.parse.has(verb, "nsubj"):
        return False
    doers = [(kid, scene.book.by_noun.get(kid.lower)) for kid in scene.parse.kids(verb, "nsubj")]
    if not all(kid.tag == "NNP" if row is None else not row.armed for kid, row in doers):
        return False
    doing = [
        kid
        for word in (verb, *scene.parse.kids(verb, "dobj"))
        for kid in scene.parse.kids(word, "acl", "xcomp", "ccomp", "advcl")
    ]
    return any(kid.tag == "VBG" and kid.i > verb.i and scene.parse.tokens[kid.i - 1].text != "," for kid in doing)


def is_volley(scene: Scene, word: Token) -> bool:
    """Say whether shots or words are exchanged, and nobody: "exchanged fire with two men"."""
    if not word.lower.startswith("exchang"):
        return False
    return any(kid.lower in scene.book.other.volleys for kid in scene.parse.kids(word, "dobj", "nsubj", "nsubjpass"))


def is_off_the_scene(scene: Scene, verb: Token) -> bool:
    """Say whether people only leave where a crime or a crash was: "fled the scene", "three thieves run from the scene"."""
    left = {kid.lower for kid in scene.parse.kids(verb, "dobj")} | led_to(scene, verb, "from")
    return not scene.book.other.scene.isdisjoint(left)


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
        led_to(scene, word, "from") & scene.book.other.hospital
        or led_to(scene, word, "in") & scene.book.other.coffins
        or led_to(scene, word, "at") & scene.book.other.scene
    ):
        return True
    head = scene.parse.head(word)
    return word.dep == "conj" and head is not None and head.lower in scene.book.other.treated


def is_room_for(scene: Scene, verb: Token) -> bool:
    """Say whether a place has room for people or is where they live: "the hall holds 900", "a jail that can hold 300"."""
    if verb.lower not in scene.book.other.holding or scene.parse.has(verb, "auxpass"):
        return False
    doers = {kid.lower for kid in scene.parse.kids(verb, "nsubj")}
    return bool(doers & scene.book.other.rooms) or is_able(scene, verb)


def is_able(scene: Scene, verb: Token) -> bool:
    """Say whether a verb tells what may be done to people, and is not: "the shelter can take in 80"."""
    able = any(kid.lower in ("can", "could") for kid in scene.parse.kids(verb, "aux"))
    return able and not scene.parse.has(verb, "auxpass", "neg")


def is_shelter(scene: Scene, verb: Token) -> bool:
    """Say whether a place only has room for those who fled: "the hall can shelter 80"."""
    return verb.lower in scene.book.other.sheltering and is_able(scene, verb)


def is_spared(scene: Scene, verb: Token) -> bool:
    """Say whether people escape what held nobody: "three clubs escaped relegation", "two singers escaped the rain"."""
    objects = {kid.lower for kid in scene.parse.kids(verb, "dobj") if kid.i > verb.i} - scene.book.by_noun.keys()
    return verb.lower.startswith("escap") and bool(objects) and scene.book.other.holding_them.isdisjoint(objects)


def is_dismissed(scene: Scene, verb: Token) -> bool:
    """Say whether people lose their work: "the mill let 300 weavers go"."""
    doers = [kid.lower for kid in scene.parse.kids(verb, "nsubj")]
    return verb.lower in ("let", "lets", "released") and not scene.book.other.employers.isdisjoint(doers)


def is_without_home(scene: Scene, word: Token) -> bool:
    """Say whether "homeless" tells how somebody lives and of no flight: "two homeless men"."""
    head = scene.parse.head(word)
    return (
        word.lower == "homeless" and word.dep == "amod" and head is not None and head.lower in scene.book.other.persons
    )


def is_witness(scene: Scene, noun: Token) -> bool:
    """Say whether survivors are told of for what they say or for what they suffered, and of no rescue: "nine survivors told us"."""
    if led_to(scene, noun, "of") & scene.book.other.abuses:
        return True
    above = scene.parse.head(noun)
    asked = [*scene.parse.kids(noun, "relcl", "acl"), *([above] if above is not None and above.is_verb else [])]
    return any(verb.lower in scene.book.other.telling for verb in asked)


def is_cared_for(scene: Scene, measure: str, verb: Token) -> bool:
    """Say whether people are patients, and neither captives nor saved: "taken from the scene to a clinic", "are expected to survive"."""
    if measure == "abducted":
        return verb.lower == TAKEN and bool(led_to(scene, verb, "to", "from") & scene.book.other.hospital)
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
    if verb.lower not in scene.book.other.burying:
        return False
    head = scene.parse.head(verb) if verb.tag == "VBG" and verb.dep == "advcl" else None
    doers = [kid.lower for each in (verb, head) if each is not None for kid in scene.parse.kids(each, "nsubj")]
    return not scene.book.other.covering.isdisjoint(doers) or bool(
        led_to(scene, verb, "under", "beneath", "by", "in") & scene.book.other.covering
    )


def is_close_call(scene: Scene, verb: Token) -> bool:
    """Say whether somebody only came near to death: "stabbed nearly to death", "beat him almost to death"."""
    behind = scene.parse.tokens[verb.i + 1 : verb.i + 12]
    ends = [token.i for token in behind if token.lower == "death" and scene.parse.tokens[token.i - 1].lower == "to"]
    return any(scene.parse.tokens[i - 2].lower in scene.book.other.close for i in ends)
