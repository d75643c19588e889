"""Read on from a person over names and asides to the verb, where the tree has lost it: "a cadre, identified as X, surrendered"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extract.scene import Case, Decided, Scene, names_people
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.measures import Role, Sense

FURTHEST = 45
"""Words after which a person's verb is no longer looked for."""

HELPERS = frozenset({"was", "were", "is", "are", "been", "being", "be", "got", "get", "gets", "getting"})
HAVING = frozenset({"has", "have", "had"})

PLAIN = frozenset({"killed", "wounded", "detained", "captured", "abducted"})
"""Deeds done to armed people that leave no doubt what they are."""

RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
OPENERS = frozenset({"that", "while", "and", "meanwhile", "when", "as"})
"""Words behind which a subject may stand."""

NO_SETTING = frozenset({"that", "if", "because", "since", "of", "by", "among", "than"})
IN_SETTINGS = frozenset({"IN", "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "VBG", "CC"})
"""What a phrase of place or time in front of a sentence is made of."""

ENDS = frozenset({";", ":", "when", "while", "after", "before", "because", "but", "although", "since", "where"})


def by_reading_on(case: Case) -> Decided | None:
    """ "A courier, identified as X alias Y (34), was arrested": the first whole verb behind the person."""
    person, number = case.noun or case.node, case.scene.parse.at(case.amount.span)
    if not (opens_clause(case.scene.parse, number[0]) or is_set(case.scene.parse, number)):
        return None
    if not (names_people(case.scene.book, person) or person.lower in ("others", "more")):
        return None
    found = verb_behind(case.scene, person)
    if found is None or case.scene.parse.has(found[0], "neg"):
        return None
    sense = verb_sense(case.scene, *found)
    return (sense, found[0], 0.75) if sense is not None else None


def by_verb_ahead(case: Case) -> Decided | None:
    """ "arrested a front 'commander' X (45), wanted": the verb right before the phrase, where the tree has lost its object."""
    first = case.scene.parse.at(case.amount.span)[0]
    person = case.noun or case.node
    if first.i == 0 or not (case.noun is None or names_people(case.scene.book, person)):
        return None
    verb = case.scene.parse.tokens[first.i - 1]
    done = is_active(case.scene.parse, verb) and not case.scene.parse.has(verb, "neg")
    sense = case.scene.sense(verb, Role.OBJECT) if done else None
    return (sense, verb, 0.7) if sense is not None else None


def by_plain_deed(case: Case) -> Decided | None:
    """ "destroyed over 60 militants", "detained a key rebel commander": armed people right behind the verb of a deed done."""
    first = case.scene.parse.at(case.amount.span)[0]
    row = case.scene.book.by_noun.get(case.noun.lower) if case.noun is not None else None
    if first.i == 0 or row is None or not row.armed or case.amount.quantity.low == 0:
        return None
    verb = case.scene.parse.tokens[first.i - 1]
    done = is_active(case.scene.parse, verb) and not case.scene.parse.has(verb, "neg")
    sense = case.scene.sense(verb, Role.OBJECT) if done else None
    return (sense, verb, 0.9) if sense is not None and sense.measure in PLAIN else None


def is_active(parse: Parse, verb: Token) -> bool:
    """Say whether a verb is told as done: "arrested", "killing", and not "was killed" or "to kill"."""
    if verb.tag not in ("VBD", "VBG", "VBZ", "VBP", "VBN"):
        return False
    before = [token.lower for token in parse.tokens[max(0, verb.i - 3) : verb.i]]
    return verb.tag != "VBN" or not any(word in HELPERS for word in before)


def opens_clause(parse: Parse, first: Token) -> bool:
    """Say whether a phrase stands where a subject does: at the beginning, behind a comma or "that", joined to one that does."""
    for token in reversed(parse.tokens[: first.i]):
        if token.tag in ("DT", "JJ", "``", "''", "RB", "NFP", "_SP", "POS", "CD"):
            continue
        return token.text in tuple(",.:-–—") or token.lower in OPENERS
    return True


def is_set(parse: Parse, number: Sequence[Token]) -> bool:
    """Say whether a number begins a subject behind words that only tell where or when: "In the hills of Orsk six men"."""
    words, behind = parse.tokens[: number[0].i], parse.tokens[number[-1].i + 1 : number[-1].i + 2]
    if not words or not behind or not (behind[0].is_noun or behind[0].tag == "JJ"):
        return False
    return words[0].tag == "IN" and words[0].lower not in NO_SETTING and all(word.tag in IN_SETTINGS for word in words)


def verb_behind(scene: Scene, person: Token) -> tuple[Token, bool] | None:
    """Return the verb of which a person is the subject, and whether it is passive; relative clauses are read over."""
    tokens, passive, aside, i = scene.parse.tokens, False, False, person.i + 1
    for i in range(person.i + 1, min(len(tokens), person.i + FURTHEST)):
        token = tokens[i]
        if token.lower in ENDS:
            return None
        if token.lower in RELATIVES:
            aside = True
            continue
        if aside and not ends_aside(scene.parse, i):
            continue
        aside = False
        if token.lower in HELPERS:
            passive = True
        elif token.is_verb and token.lower not in HAVING and not told_aside(scene, token, passive=passive):
            return token, passive
    return None


def ends_aside(parse: Parse, i: int) -> bool:
    """Say whether the sentence's own verb begins here, behind the comma that ends a relative clause."""
    token, last = parse.tokens[i], parse.tokens[i - 1]
    if token.lower in HELPERS and (last.text in ",)" or last.tag in ("NNP", "NN", "NNS", "CD", "-RRB-")):
        return True
    return last.text == "," and token.tag == "VBD" and token.i + 1 < len(parse.tokens)


def told_aside(scene: Scene, verb: Token, *, passive: bool) -> bool:
    """Say whether a verb is only a participle that tells more of the person, or part of a word: "rebel-held"."""
    before = scene.parse.tokens[verb.i - 1]
    if before.text == "-" and before.end == verb.start:
        return True
    return (not passive and verb.lower in scene.words.asides) or verb.tag in ("VBG", "VB")


def verb_sense(scene: Scene, verb: Token, passive: bool) -> Sense | None:  # noqa: FBT001 - what verb_behind gives
    """Return what a verb says of its subject."""
    if passive or (verb.tag == "VBN" and not scene.parse.has(verb, "dobj")):
        done_to = scene.sense(verb, Role.OBJECT, Role.IS)
        if done_to is not None or passive:
            return done_to
    sense = scene.sense(verb, Role.SUBJECT)
    return sense if sense is not None and sense.measure != "attackers" else None
