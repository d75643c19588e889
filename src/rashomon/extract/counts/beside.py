"""People without a number beside a counted one: "a woman and her son were found dead", "killed his wife, then himself"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.extract.counts.named import RULE, is_role
from rashomon.extract.counts.naming import has_amount
from rashomon.extract.hints import Hinted
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Counted, Scene
from rashomon.extract.syntax import Token
from rashomon.model import Group, Quantity, Span

HARMED = frozenset({"killed", "wounded"})
OWN_LIFE = "took own life"
"""The rule's name on a claim of one who killed others and then themselves."""

DOER = Group("gunmen", "attackers")
"""Whom such a claim counts."""

SELF = Hinted(
    re.compile(
        r"\b(?:(?:kill(?:s|ed|ing)?|hang(?:s|ed|ing)?|shoot(?:s|ing)?|shot) (?:himself|herself)"
        r"|turn(?:s|ed|ing)? (?:the|a|his|her|that) (?:hand|shot)?(?:gun|weapon|rifle|pistol|firearm) on (?:himself|herself)"
        r"|(?:takes|took|taking) (?:his|her) own life|commit(?:s|ted|ting)? suicide|(?:and|then|before) (?:himself|herself))\b",
        re.IGNORECASE,
    ),
    ("himself", "herself", "own life", "suicide"),
)
ALIVE = re.compile(
    r"\b(?:attempt\w*|tr(?:y|ied|ying)|threaten\w*|want(?:s|ed)|going to|would|critical|surviv\w+|unsuccessful\w*|failed)\b",
    re.IGNORECASE,
)
"""Words in the sentence by which he may live."""


def find_beside(scene: Scene, told: Sequence[Counted]) -> Iterator[Counted]:
    """Yield a count of one for each relative joined to a person who is counted as killed or hurt."""
    used = {token.i for counted in told for token in (counted.node, counted.noun) if token is not None}
    used |= {token.i for counted in told for token in scene.parse.at(counted.amount.span)}
    for counted in told:
        if counted.measure not in HARMED or counted.governor is None or not counted.amount.quantity.low:
            continue
        for token in joined(scene, counted.node):
            if token.i not in used and is_relative(scene, token):
                used.add(token.i)
                yield one(scene, token, counted.measure, counted.governor, RULE)


def joined(scene: Scene, node: Token) -> Iterator[Token]:
    """Yield the heads of the phrases joined to one."""
    head = scene.parse.head(node)
    if node.dep == "conj" and head is not None and head.is_noun:
        yield head
    queue = list(scene.parse.kids(node, "conj"))
    while queue:
        token = queue.pop(0)
        yield token
        queue += scene.parse.kids(token, "conj")


def is_relative(scene: Scene, token: Token) -> bool:
    """Say whether a phrase means one relative: "her son", "and son"; not one that a number or an article counts."""
    if token.tag != "NN" or not is_role(scene, token) or has_amount(scene, token):
        return False
    if any(kid.tag == "PRP$" for kid in scene.parse.kids(token, "poss")):
        return True
    return token.lower in scene.words.kin and scene.parse.tokens[token.i - 1].lower == "and"


def one(scene: Scene, token: Token, measure: str, verb: Token, rule: str) -> Counted:
    """Return the count of one person."""
    first = min([token.start, *(kid.start for kid in scene.parse.kids(token, "poss"))])
    span = Span(first, token.end)
    amount = Amount(span, span, Quantity(1, 1, "named", span.of(scene.text)))
    return Counted(amount, measure, token, token, verb, rule, confidence=0.6)


def find_own_life(scene: Scene, told: Sequence[Counted]) -> Iterator[Counted]:
    """Yield a count of one who took their own life in a sentence that counts whom they killed.

    Not where the sentence counts a subject as dead, who may be the same: "a man died after he killed a guard and then himself".
    """
    dead = [counted for counted in told if counted.measure == "killed"]
    if not dead or any(counted.node.dep == "nsubj" for counted in dead):
        return
    start, end = scene.parse.span.start, scene.parse.span.end
    match = SELF.search(scene.text, start, end)
    if match is None or ALIVE.search(scene.text, start, end) is not None:
        return
    span = Span(*match.span())
    words = scene.parse.at(span)
    last = words[-1]
    himself = Span(last.start, last.end)
    amount = Amount(himself, himself, Quantity(1, 1, "named", himself.of(scene.text)))
    yield Counted(amount, "killed", last, None, dead[0].governor, OWN_LIFE, confidence=0.6)
