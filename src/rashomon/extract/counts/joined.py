"""One number under two verbs: "abducted and killed a teacher", "three were seized and later freed", "took X and shot him"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.scene import Counted, Scene, family
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense

ALSO = "also told"
"""The rule's name on a claim."""

ALONE = frozenset(
    {"abducted", "killed", "detained", "captured", "freed", "surrendered", "escaped", "rescued", "missing"}
)
"""Measures that a second verb may tell of the people whom the first counts; hurts and deaths are told apart elsewhere."""

THEM = frozenset({"him", "her", "them"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def also_told(scene: Scene, counted: Counted) -> list[Counted]:
    """Return what joined verbs say of the people just counted, one count for each further measure."""
    verb, told, found = counted.governor, {family(counted.measure)}, []
    if verb is None or counted.measure not in ALONE or counted.rule == "by_subset":
        return []
    beside = senses_beside if verb.is_verb else deeds_beside
    for sense, other in beside(scene, verb, counted.node):
        if sense.measure in ALONE and family(sense.measure) not in told:
            told.add(family(sense.measure))
            found.append(replace(counted, measure=sense.measure, governor=other, rule=ALSO, confidence=0.8))
    return found


def senses_beside(scene: Scene, verb: Token, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield the senses of the verbs joined to one, for the people who stand at it."""
    parse = scene.parse
    head = parse.head(verb)
    if verb.dep == "conj" and head is not None and head.is_verb and shares(scene, verb, head, node):
        yield from sense_for(scene, head, node)
    if node.i > verb.i:
        yield from told_behind(scene, node)
    for kid in (*parse.kids(verb, "conj"), *parse.kids(head, "conj")) if head is not None else parse.kids(verb, "conj"):
        if kid.is_verb and kid.i > verb.i and (shares(scene, kid, verb, node) or names_again(scene, kid)):
            yield from sense_for(scene, kid, node)


def told_behind(scene: Scene, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what a clause behind people says was done to them before: "freed 150 men who had been abducted"."""
    for clause in scene.parse.kids(node, "relcl"):
        done = clause.tag == "VBN" and any(kid.lower == "who" for kid in scene.parse.kids(clause, "nsubjpass"))
        sense = scene.sense(clause, Role.OBJECT) if done and not scene.parse.has(clause, "neg") else None
        if sense is not None:
            yield sense, clause


def deeds_beside(scene: Scene, noun: Token, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield the senses of the deeds joined to one before "of" and the people: "the abduction and murder of a judge"."""
    parse, head = scene.parse, scene.parse.head(noun)
    beside = [head] if noun.dep == "conj" and head is not None and head.is_noun else parse.kids(noun, "conj")
    for other in beside:
        low, high = sorted((noun.i, other.i))
        sense = scene.sense(other, Role.OF) if high - low < 4 and high < node.i else None
        if (
            sense is not None
            and other.is_noun
            and not any(kid.i < high for kid in parse.kids(parse.tokens[low], "prep"))
        ):
            yield sense, other


def shares(scene: Scene, later: Token, earlier: Token, node: Token) -> bool:
    """Say whether two joined verbs tell of the same people: an object behind both, or a subject before both."""
    parse = scene.parse
    if node.i > later.i:
        between = parse.tokens[earlier.i + 1 : later.i]
        return not parse.has(earlier, "dobj") and len(between) < 6 and not any(t.is_noun for t in between)
    if node.i < earlier.i:
        return not parse.has(later, *SUBJECTS) and not parse.has(later, "dobj") and later.i - earlier.i <= 14
    return False


def names_again(scene: Scene, verb: Token) -> bool:
    """Say whether a later verb's object is a pronoun: "and later killed him"."""
    return any(kid.lower in THEM for kid in scene.parse.kids(verb, "dobj"))


def sense_for(scene: Scene, verb: Token, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what a verb says of people behind it, or before it."""
    before = node.i < verb.i
    again = names_again(scene, verb)
    roles = (Role.SUBJECT,) if before and verb.tag in ("VBD", "VBZ", "VBP") and not again else (Role.OBJECT,)
    if before and not again and verb.tag in ("VBN", "VBD"):
        roles = (Role.OBJECT,) if is_passive(scene, verb) else (Role.SUBJECT,)
    sense = scene.sense(verb, *roles)
    if sense is not None:
        yield sense, verb


def is_passive(scene: Scene, verb: Token) -> bool:
    """Say whether a joined verb shares a passive: "were abducted and killed"."""
    head = scene.parse.head(verb)
    chain = [verb] if head is None or verb.dep != "conj" else [verb, head]
    return any(scene.parse.kids(token, "auxpass") for token in chain)
