"""Those who are sought, and those whose release is wanted: nobody is caught yet, and nobody is free."""

from __future__ import annotations

from rashomon.extract.scene import Case, Decided
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense

LOST = frozenset({"missing", "disappeared", "lost"})


def by_search(case: Case) -> Decided | None:
    """ "police are searching for two men": those who are sought are at large."""
    noun, tokens = case.noun, case.scene.parse.tokens
    first = case.scene.parse.at(case.amount.span)[0].i
    if noun is None or noun.lower not in case.words.sought or first < 2:
        return None
    start = first - 1 if tokens[first - 1].lower == "for" else first - 2 if tokens[first - 1].lower == "the" else 0
    if tokens[start].lower != "for" or tokens[start - 1].lower not in case.words.searching:
        return None
    if not any(token.lower in case.words.seekers for token in tokens[max(0, start - 7) : start]):
        return None
    around = tokens[first : noun.i + 4]
    return (
        None if any(token.lower in LOST for token in around) else (Sense("at large", Role.IS), tokens[start - 1], 0.9)
    )


def by_sought(case: Case) -> Decided | None:
    """ "As officers sought two suspects", "one more man is being sought": those whom the law looks for are at large."""
    verb = case.scene.parse.head(case.node)
    if (
        case.noun is None
        or case.noun.lower not in case.words.sought
        or verb is None
        or verb.lower not in case.words.seeking
    ):
        return None
    if case.node.dep == "nsubjpass" and verb.tag == "VBN":
        return Sense("at large", Role.IS), verb, 0.9
    doers = case.scene.parse.kids(verb, "nsubj")
    lawful = any(doer.lower in case.words.seekers for doer in doers)
    return (Sense("at large", Role.IS), verb, 0.9) if lawful and case.node.dep == "dobj" else None


def by_demand(case: Case) -> Decided | None:
    """ "The families demand the release of 20 prisoners": they are still held."""
    of = case.scene.parse.head(case.node)
    noun = case.scene.parse.head(of) if case.node.dep == "pobj" and of is not None and of.lower == "of" else None
    freed = case.scene.sense(noun, Role.OF)
    if noun is None or freed is None or freed.measure != "freed" or not is_demanded(case, noun):
        return None
    return Sense("held", Role.OF), noun, 0.9


def is_demanded(case: Case, noun: Token) -> bool:
    """Say whether somebody only asks for a deed: "demanded the release", "called for the release"."""
    head = case.scene.parse.head(noun)
    if head is not None and noun.dep == "pobj":
        head = case.scene.parse.head(head)
    return head is not None and head.lower in case.words.demanding
