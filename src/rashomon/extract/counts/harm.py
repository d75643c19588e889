"""Those who do it or are sought: numbers beside a measure's word that count the other side of the act."""

from __future__ import annotations

from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Case, Scene, family, place
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role

HARMS = frozenset({"killed", "wounded", "casualties", "detained", "captured", "abducted"})
"""Measures of what one side does to another."""

SEEKING = frozenset({"search", "hunt", "pursuit", "lookout", "chase"})
"""Nouns before "of" or "for" whose object is not yet found."""

DEEDS = frozenset({"shooting", "shootings", "stabbing", "stabbings", "shootout"})
"""Nouns of what armed people do, which tell of no harm to them."""

SHARED = frozenset({"conj", "advcl", "xcomp"})
"""How a verb hangs on the one whose subject it shares: "fired at a patrol, killing two"."""


def does_harm(scene: Scene, amount: Amount, measure: str) -> bool:
    """Say whether a number counts those who do the harm, or who are only sought, and nobody who came to it.

    "Twenty raiders dragged two guards out and killed them", "shot by three gunmen", "killed two in search of a commander".
    """
    placed = place(scene, amount)
    if measure not in HARMS or placed is None:
        return False
    node = placed[0]
    return is_sought(scene, node) or is_agent(scene, amount, node, measure) or is_doer(scene, amount, node, measure)


def is_sought(scene: Scene, node: Token) -> bool:
    """Say whether a phrase is what is searched for."""
    of = scene.parse.head(node) if node.dep == "pobj" else None
    noun = scene.parse.head(of) if of is not None and of.lower in ("of", "for") else None
    return noun is not None and noun.lower in SEEKING


def is_agent(scene: Scene, amount: Amount, node: Token, measure: str) -> bool:
    """Say whether a phrase stands behind "by", and a word of the measure before that: "shot dead by three gunmen"."""
    by = scene.parse.head(node)
    if node.dep != "pobj" or by is None or by.lower != "by" or by.start > amount.span.start:
        return False
    before = scene.parse.tokens[max(0, by.i - 3) : by.i]
    return any(harms(scene, token, measure) and token.tag in ("VBN", "VBD", "JJ", "RB") for token in before)


def is_doer(scene: Scene, amount: Amount, node: Token, measure: str) -> bool:
    """Say whether a phrase is the subject of a verb of the measure that has an object, or of one that goes on with such a verb.

    Not where the verb follows a number at once: "two killed others hurt" in a headline has none of the two as the doers.
    """
    verb = scene.parse.head(node)
    if node.dep != "nsubj" or verb is None or not verb.is_verb:
        return False
    shared = [kid for kid in scene.parse.kids(verb, *SHARED) if not scene.parse.has(kid, "nsubj", "nsubjpass")]
    return any(
        (each.i - node.i > 1 or (amount.article and each.tag == "VBD"))
        and harms(scene, each, measure)
        and scene.parse.kids(each, "dobj")
        and not scene.parse.has(each, "auxpass")
        for each in (verb, *shared)
    )


def harms(scene: Scene, token: Token, measure: str) -> bool:
    """Say whether a word is one of the measure that takes an object."""
    return any(
        sense.role is Role.OBJECT and family(sense.measure) == family(measure)
        for sense in scene.senses.get(token.i, ())
    )


def is_deed_of(case: Case, label: Token | None) -> bool:
    """Say whether a label names the deed of those who are counted: "Selby bar shooting - two gunmen, nine victims"."""
    row = case.scene.book.by_noun.get(case.noun.lower) if case.noun is not None else None
    return row is not None and row.armed and label is not None and label.lower in DEEDS
