"""People named one behind the other, and what tells a name: "Ana Lind, 41, from Orsk, Jo Marsh, 19", "shepherds Ed Lind and Jo Marsh"."""

from __future__ import annotations

import re

from rashomon.extract.scene import Scene
from rashomon.extract.syntax import Token

INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "det", "poss", "quantmod", "predet"})
OF_AGE = r"\s?(?:\((?:aged?\s)?\d{1,2}(?:\s(?:years?|yrs?|months?)(?:\sold)?)?\)|,\s?(?:aged\s)?\d{1,2}\b|,\s(?:an?|the)\s\d{1,2}-year-old\b)"
AGED_ITEM = re.compile(
    OF_AGE
    + r"[^.;:()\d]{0,70}?(?:,|,?\sand)\s(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:al|el|bin|ibn|abu|de|da|del|van|von)[-\s])?[A-Z][\w’'-]+){1,4})(?="
    + OF_AGE
    + ")"
)
"""What stands between a name and the next one of a list, each with an age: "|, 41, from Orsk, Jo Marsh|, 19"."""


def is_name(scene: Scene, token: Token) -> bool:
    """Say whether a word looks like a name."""
    proper = token.tag == "NNP" or (token.tag == "NNPS" and token.text[-1:] != "s")
    return proper and token.text[:1].isupper() and token.text.lower() not in scene.words.organised


def has_amount(scene: Scene, head: Token) -> bool:
    """Say whether a number stands in the phrase before its top word."""
    first = min([head.start, *(kid.start for kid in scene.parse.kids(head) if kid.dep in INSIDE)])
    return any(first <= amount.number.start <= head.start for amount in scene.amounts)


def aged_behind(scene: Scene, end: int) -> tuple[int, int]:
    """Return how many more people with their ages a name goes on to, and where the last of them ends: "Ana Lind, 41, from Orsk, Jo Marsh, 19"."""
    further, stop = 0, scene.parse.span.end
    while (item := AGED_ITEM.match(scene.text, end, stop)) is not None:
        further, end = further + 1, item.end("name")
    return further, end


def named_kin(scene: Scene, name: Token) -> list[Token]:
    """Return the kin who stand behind a name with names of their own, and are others than its bearer: "Sol Marsh, his wife Ina and ..."."""
    kin = scene.parse.kids(name, "appos") if is_name(scene, name) else []
    return [one for one in kin if is_kin_with_name(scene, one)]


def is_kin_with_name(scene: Scene, noun: Token) -> bool:
    """Say whether a noun says whose kin somebody is, whose name stands right behind it: "his wife Ina"."""
    owned = any(kid.tag == "PRP$" for kid in scene.parse.kids(noun, "poss"))
    return owned and any(kid.i == noun.i + 1 and is_name(scene, kid) for kid in scene.parse.kids(noun, "appos"))


def called(scene: Scene, nouns: Token) -> list[Token]:
    """Return the first of the names that stand right behind a noun for several: "killed shepherds Sol Marsh and Ed Lind"."""
    if nouns.tag != "NNS" or nouns.lower not in scene.book.by_noun or has_amount(scene, nouns):
        return []
    names = [kid for kid in scene.parse.kids(nouns, "appos") if is_name(scene, kid) and scene.parse.kids(kid, "conj")]
    starts = [min([name.start, *(kid.start for kid in scene.parse.kids(name, "compound"))]) for name in names]
    return [name for name, start in zip(names, starts, strict=True) if scene.text[nouns.end : start].isspace()]
