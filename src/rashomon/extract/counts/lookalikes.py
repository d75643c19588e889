"""What looks like further people and is none: bombers that fly, a figure that is a number, two who are told more of, the family of a dead person."""

from __future__ import annotations

import re

from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Scene, place
from rashomon.extract.syntax import Token

AIRMEN = frozenset({"bomber", "bombers", "fighter", "fighters", "interceptors"})
AMONG = frozenset({"of", "in", "among", "amongst", "between", "with"})
"""Words before those in whom an illness is found."""
MODEL = re.compile(r"[A-Za-z]{1,6}-?\d{1,3}[A-Z]?\w{0,2}")
"""The name of a type of aircraft: "F-16", "Tu-22M3"."""

LEFT = re.compile(
    r"\b(?:(?:leaves?|left|leaving) behind|survived by)\b(?:(?! (?:were|was|are|is|have|has|had|died|killed) )[^.;:])*$",
    re.IGNORECASE,
)
"""What stands before the family of somebody dead."""
HARMED = re.compile(r"\s(?:dead|injured|wounded|hurt|killed)\b", re.IGNORECASE)
REACH = 120
"""So many characters before a number are looked at for it."""


def is_no_further_one(scene: Scene, amount: Amount, noun: Token) -> bool:
    """Say whether a number counts aircraft, is a figure itself, or tells more of two who are counted ahead."""
    return (
        is_aircraft(scene, noun)
        or is_of_animals(scene, noun)
        or (amount.article and is_a_figure(scene, noun))
        or are_told_more_of(scene, amount)
        or are_left_behind(scene, amount, noun)
    )


def are_left_behind(scene: Scene, amount: Amount, noun: Token) -> bool:
    """Say whether a number counts a dead person's family who live: "he leaves behind a wife and two sons", "is survived by three children"."""
    if noun.lower not in scene.book.other.bereaved:
        return False
    ahead = scene.text[max(0, amount.span.start - REACH) : amount.span.start]
    behind = scene.text[noun.end : noun.end + 12]
    return LEFT.search(ahead) is not None and HARMED.search(behind) is None


def are_told_more_of(scene: Scene, amount: Amount) -> bool:
    """Say whether "both" only tells more of two who are counted ahead: "a teacher and a driver, both residents of Selby"."""
    word, tokens = scene.parse.at(amount.number)[0], scene.parse.tokens
    if word.lower != "both" or not 0 < word.i < len(tokens) - 1:
        return False
    if tokens[word.i - 1].text not in ",(-–—" or tokens[word.i + 1].lower not in scene.book.other.apposed:
        return False
    ahead = [other for other in scene.amounts if other.number.end <= word.start]
    persons = [placed[1] for other in ahead if other.article and (placed := place(scene, other)) is not None]
    named = [noun for noun in persons if noun is not None and noun.lower in scene.book.by_noun]
    return len(named) > 1 or any(other.quantity.low == 2 == other.quantity.high for other in ahead)


def is_a_figure(scene: Scene, noun: Token) -> bool:
    """Say whether "a figure" is a number: "killed 37 soldiers, a figure that could not be verified", not "an opposition figure"."""
    return noun.lower == "figure" and not any(kid.i > noun.i - 4 for kid in scene.parse.kids(noun, "compound", "amod"))


def is_aircraft(scene: Scene, noun: Token) -> bool:
    """Say whether bombers or fighters are aircraft: "six long-range Tu-22 bombers", "two F-16 fighters"."""
    if noun.lower not in AIRMEN:
        return False
    before = scene.parse.tokens[max(0, noun.i - 4) : noun.i]
    return any(
        token.lower in scene.book.other.of_aircraft or MODEL.fullmatch(token.text) is not None for token in before
    )


def is_of_animals(scene: Scene, noun: Token) -> bool:
    """Say whether cases or deaths are those of animals: "25 cases of the fever in goats", "nine cases among infected ducks"."""
    if noun.lower not in scene.book.other.cases:
        return False
    found, ahead = [noun], 0
    while ahead < len(found):
        preps = (prep for prep in scene.parse.kids(found[ahead], "prep") if prep.lower in AMONG)
        found += [goal for prep in preps for goal in scene.parse.kids(prep, "pobj")]
        ahead += 1
    return any(goal.lower in scene.book.other.animals for goal in found[1:])
