"""The rules that say what a number counts; each may refuse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.countsenses import clause_sense, senses_above
from rashomon.extract.quantities import Amount
from rashomon.extract.scene import Counted, Scene, names_people
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Span

STRONG = frozenset({"killed", "wounded", "casualties", "missing", "infected"})
SUBSET = re.compile(
    r"(?:\bincluding|\bincludes?|\bincluded|\bof whom|\bof which|\bof them|\bamong them|\bamong whom|\bamong those|\bamongst them|\bof the(?:se| dead| victims| wounded| injured| missing)?|\bmost of them|\bamong the \w+)"
    r"[\s,:]*(?:(?:were|are|was|is|being|also|he says|some|at least|another|both|a total of)\s*)*$",
    re.IGNORECASE,
)
LIST_ENDS = frozenset({",", ";", "and", "or", "plus", "with", "as", "well", "along", "&", "/", "besides", "another"})
IN_LISTS = frozenset({"VBN", "NN", "NNS", "NNP", "NNPS", "JJ", "DT", "IN", "POS", "PRP$", "``", "''", "HYPH", "CC"})
TOLL = re.compile(
    r"\b(?:(?P<head>death toll|toll|dead|body count|casualty (?:count|toll)|number|count|tally|total|figure|losses)\b(?P<mid>[^.;]{0,90}?))$",
    re.IGNORECASE,
)


Decided = tuple[Sense, Token | None, float]




def by_amod(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"12 wounded people", "three missing fishermen"."""
    if noun is None:
        return None
    for kid in scene.parse.kids(noun, "amod", "compound", "nmod"):
        sense = scene.sense(kid, Role.IS, Role.OBJECT) if kid.dep == "amod" else scene.sense(kid, Role.IS)
        if sense is not None and kid.i >= scene.parse.at(amount.number)[0].i and not governed(scene, node):
            return sense, kid, 0.9
    return None


def governed(scene: Scene, node: Token) -> bool:
    """Say whether a verb of some measure governs the phrase, which tells more than an adjective in it."""
    return any(True for _ in senses_above(scene, node))


def by_noun_itself(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"12 deaths", "30 wounded", "five bodies"."""
    for token in (noun, node):
        sense = scene.sense(token, Role.ITSELF)
        if sense is not None and sense.measure in STRONG and token is not None and not (
            sense.measure == "casualties" and governed(scene, node)
        ):
            return sense, token, 0.95
    return None


def by_governor(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"killed 12 people", "12 were killed", "12 died", "the killing of 12", "12 are missing"."""
    return next(((sense, token, 0.95) for sense, token in senses_above(scene, node)), None)


def by_clause(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"45 people killed in the raid", "thousands who were displaced"."""
    for token in dict.fromkeys(t for t in (noun, node) if t is not None):
        for kid in scene.parse.kids(token, "acl", "relcl"):
            sense = clause_sense(scene, kid)
            if sense is not None:
                return sense, kid, 0.9
    return None


def by_toll(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"the death toll rose to 45", "put the number of wounded at 30", "a toll of 12"."""
    start = scene.parse.span.start
    match = TOLL.search(scene.text, max(start, amount.span.start - 130), amount.span.start)
    if match is None or noun is not None and not names_people(scene.book, noun):
        return None
    head, mid = match.group("head").lower(), match.group("mid").lower()
    if not re.search(r"\b(?:to|at|of|by|reach\w*|stands?|stood|passed|exceed\w*|surpass\w*|was|is|now|hit|topped|from|as|past|:)\W*$|^\W*$", mid):
        return None
    said = [t for t in scene.parse.at(Span(match.start(), max(match.start() + 1, amount.span.start))) if t.i in scene.senses]
    for token in said:
        sense = scene.sense(token, Role.ITSELF, Role.IS, Role.OBJECT, Role.OF, Role.SUBJECT)
        if sense is not None and token.lower not in ("losses", "lives"):
            return sense, token, 0.85
    if head in ("death toll", "toll", "dead", "body count", "losses"):
        return Sense("killed", Role.ITSELF), None, 0.85
    if head.startswith("casualty"):
        return Sense("casualties", Role.ITSELF), None, 0.85
    return None


def by_subset(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"including nine children", "of whom three were women": the whole's measure."""
    if not before or (noun is None and not amount.quantity.is_exact):
        return None
    if SUBSET.search(scene.text, max(scene.parse.span.start, amount.span.start - 60), amount.span.start):
        return Sense(before[-1].measure, Role.OBJECT), before[-1].governor, 0.85
    return None


def by_list(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"28 soldiers, 45 fighters and 5 civilians": the next item of a list counts what the one before does."""
    if not before or (noun is None and amount.article):
        return None
    last = before[-1]
    between = [t for t in scene.parse.tokens if (last.noun or last.node).i < t.i and t.end <= amount.span.start]
    if len(between) > 14 or not between or between[-1].lower not in LIST_ENDS:
        return None
    if all(t.tag in IN_LISTS or t.lower in LIST_ENDS for t in between):
        return Sense(last.measure, Role.OBJECT), last.governor, 0.8
    return None


def by_order(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"14 more were injured", "two others died": the verb right after, where the tree went wrong."""
    tokens = scene.parse.tokens
    here = max((noun or node).i, scene.parse.at(amount.number)[-1].i)
    passive = False
    for token in tokens[here + 1 : here + 6]:
        if token.lower in ("were", "was", "been", "being", "be", "are", "is"):
            passive = True
        elif token.tag in ("VBD", "VBN", "VBP", "JJ") and token.lower not in ("have", "has", "had"):
            roles = (Role.OBJECT, Role.IS) if passive or token.tag == "VBN" else (Role.SUBJECT,)
            sense = scene.sense(token, *roles)
            return (sense, token, 0.8) if sense is not None else None
        elif token.lower not in ("others", "other", "people", "more", "have", "has", "had", "also", "of", "them", "reportedly", "and", "children"):
            return None
    return None


def by_weak_noun(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """"12 hostages", "200 protesters", "three gunmen": the noun says it where no verb does."""
    for token in (noun, node):
        sense = scene.sense(token, Role.ITSELF)
        if sense is not None and token is not None:
            return sense, token, 0.6
    return None


def by_nearness(scene: Scene, amount: Amount, node: Token, noun: Token | None, before: Sequence[Counted]) -> Decided | None:
    """The nearest word of a measure in the same clause, where the parse says nothing."""
    if amount.article or noun is not None and not names_people(scene.book, noun):
        return None
    tokens = scene.parse.tokens
    here = (noun or node).i
    for step in range(1, 7):
        for i in (here + step, here - step):
            if not 0 <= i < len(tokens) or i not in scene.senses:
                continue
            low, high = sorted((tokens[i].start, amount.span.start))
            if re.search(r"[.;:!?]|\b(?:after|before|when|while|but|because|since|although)\b", scene.text[low:high]):
                continue
            sense = scene.sense(tokens[i], Role.OBJECT, Role.IS, Role.OF) if i > here else scene.sense(tokens[i], Role.OBJECT, Role.OF)
            if sense is not None and not any(a is not amount and low <= a.span.start < high for a in scene.amounts if not a.article):
                return sense, tokens[i], 0.5
    return None


RULES = (by_noun_itself, by_governor, by_amod, by_clause, by_toll, by_subset, by_order, by_list, by_weak_noun, by_nearness)
"""The rules in the order in which they are asked; each may refuse."""
