"""Decide what each number counts: its measure, whom, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.extract.quantities import Amount
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.groups import GroupBook
from rashomon.lexicon.match import Hit
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Scope, Span

MODIFIERS = frozenset({"nummod", "det", "amod", "quantmod", "nmod", "compound", "predet", "poss", "advmod", "npadvmod"})
STRONG = frozenset({"killed", "wounded", "casualties", "missing", "infected"})
LINKING = frozenset(
    "be is are was were been being remain remains remained stay stays stayed become became left leave leaves leaving lie lay lies feared believed"
    " presumed reported found confirmed listed declared pronounced".split()
)
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


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that counts people: the measure, the noun, the word that says it, and the rule that found it."""

    amount: Amount
    measure: str
    node: Token
    noun: Token | None
    governor: Token | None
    rule: str
    scope: Scope = Scope.WHOLE
    confidence: float = 1.0


@dataclass(frozen=True)
class Scene:
    """One parsed sentence with its amounts and its measures' words by token."""

    text: str
    parse: Parse
    amounts: Sequence[Amount]
    senses: dict[int, tuple[Sense, ...]]
    book: GroupBook

    @classmethod
    def of(cls, text: str, parse: Parse, amounts: Sequence[Amount], hits: Sequence[Hit], book: GroupBook) -> Scene:
        """Place the measures' words on the tokens of the sentence."""
        senses: dict[int, tuple[Sense, ...]] = {}
        for hit in hits:
            tokens = parse.at(Span(hit.start, hit.end))
            if not tokens:
                continue
            for sense in hit.value:
                anchor = tokens[-1] if sense.role is Role.ITSELF else tokens[0]
                senses[anchor.i] = (*senses.get(anchor.i, ()), sense)
        return cls(text, parse, amounts, senses, book)

    def sense(self, token: Token | None, *roles: Role) -> Sense | None:
        """Return the word's first meaning in one of the roles."""
        if token is None:
            return None
        return next((s for s in self.senses.get(token.i, ()) if s.role in roles), None)


def find_counts(scene: Scene) -> list[Counted]:
    """Return what the sentence's numbers count, in order; a number that counts no people is left out."""
    found: list[Counted] = []
    for amount in scene.amounts:
        counted = count_of(scene, amount, found)
        if counted is not None:
            found.append(replace(counted, scope=scope_of(scene, counted, found)))
    return found


def count_of(scene: Scene, amount: Amount, before: Sequence[Counted]) -> Counted | None:
    """Return what one number counts by the first rule that accepts it."""
    placed = place(scene, amount)
    if placed is None:
        return None
    node, noun = placed
    if not may_be_people(scene, amount, node, noun):
        return None
    for rule in RULES:
        decided = rule(scene, amount, node, noun, before)
        if decided is None:
            continue
        sense, governor, confidence = decided
        if sense.people and noun is not None and not names_people(scene.book, noun):
            continue
        return Counted(amount, sense.measure, node, noun, governor, rule.__name__, confidence=confidence)
    return None


def place(scene: Scene, amount: Amount) -> tuple[Token, Token | None] | None:
    """Return the phrase's top word and the noun that is counted (None for a bare number)."""
    tokens = scene.parse.at(amount.number)
    if not tokens:
        return None
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head not in inside or token.head == token.i), tokens[-1])
    if top.dep in MODIFIERS and top.head != top.i:
        node = climb(scene.parse, top)
        if node.i > top.i:
            return node, of_noun(scene, node) or joined_noun(scene, node)
    of = next((kid for kid in scene.parse.kids(top, "prep") if kid.lower == "of"), None)
    if of is not None:
        objects = scene.parse.kids(of, "pobj")
        return (top, objects[0]) if objects else (top, None)
    follower = scene.parse.tokens[top.i + 1] if top.i + 1 < len(scene.parse.tokens) else None
    if top.tag == "CD" and follower is not None and follower.tag in ("NNS", "NNPS") and follower.dep not in ("appos",):
        return follower, follower
    return top, None


def climb(parse: Parse, token: Token) -> Token:
    """Return the noun a number modifies, over compounds and other numbers."""
    node = parse.tokens[token.head]
    while node.dep in ("nummod", "quantmod", "compound", "nmod") and node.head > node.i:
        node = parse.tokens[node.head]
    return node


def joined_noun(scene: Scene, node: Token) -> Token:
    """Return the noun that a phrase with a joined modifier ends in: "government and allied forces" is forces."""
    if node.lower in scene.book.by_noun:
        return node
    for kid in scene.parse.kids(node, "conj"):
        if kid.lower in scene.book.by_noun and kid.i - node.i <= 4 and not scene.parse.kids(kid, "nummod"):
            return kid
    return node


def of_noun(scene: Scene, node: Token) -> Token | None:
    """Return the noun that a measuring noun counts: "three groups of farmers" stays groups, "a total of 12 men" is men."""
    if node.lower not in ("total", "number", "handful", "couple", "dozens", "hundreds", "thousands", "scores", "tens"):
        return None
    for of in scene.parse.kids(node, "prep"):
        if of.lower == "of":
            return next(iter(scene.parse.kids(of, "pobj")), None)
    return None


def may_be_people(scene: Scene, amount: Amount, node: Token, noun: Token | None) -> bool:
    """Refuse things, years, clock times; a bare "a" needs a noun for one person."""
    counted = noun or node
    if amount.article or amount.quantity.hedge == "none":
        named = counted is not node or node.i > scene.parse.at(amount.number)[-1].i
        if amount.article:
            return noun is not None and named and names_people(scene.book, counted)
        return noun is None or names_people(scene.book, counted) or scene.sense(counted, Role.ITSELF) is not None
    if noun is None:
        value = amount.quantity.low
        return not (amount.quantity.is_exact and value is not None and 1900 <= value <= 2100 and len(amount.quantity.words) == 4)
    return counted.lower not in scene.book.things or scene.sense(counted, Role.ITSELF) is not None


def names_people(book: GroupBook, noun: Token) -> bool:
    """Say whether a noun names people: by the table, or a name's or demonym's plural."""
    if noun.lower in book.by_noun or noun.lower in ("them", "us", "whom", "those", "which", "who", "these"):
        return True
    return noun.tag in ("NNPS", "NNP", "CD") or (noun.tag == "NNS" and noun.text[:1].isupper())


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


def clause_sense(scene: Scene, verb: Token) -> Sense | None:
    """Return the meaning of a clause that hangs on the people: passive participle, or who did it themselves."""
    kids = scene.parse.kids(verb)
    passive = verb.tag == "VBN" and not any(k.dep == "aux" and k.lower in ("have", "has", "had") and not any(x.dep == "auxpass" for x in kids) for k in kids)
    has_object = any(k.dep == "dobj" for k in kids)
    role = Role.OBJECT if passive and not any(k.dep == "nsubj" for k in kids) else Role.SUBJECT
    sense = scene.sense(verb, role) or (scene.sense(verb, Role.IS) if verb.tag in ("VBN", "JJ") else None)
    if sense is not None and not (has_object and role is Role.SUBJECT and sense.measure == "killed"):
        return sense
    for kid in kids:
        if kid.dep in ("xcomp", "acomp", "oprd", "attr") or (kid.dep == "conj" and kid.is_verb):
            deeper = scene.sense(kid, Role.IS, Role.SUBJECT if kid.dep in ("xcomp", "conj") else Role.IS)
            if deeper is not None:
                return deeper
    return None


def senses_above(scene: Scene, node: Token, depth: int = 0) -> Iterator[tuple[Sense, Token]]:
    """Yield the meanings of the words that govern a phrase, nearest first."""
    head = scene.parse.head(node)
    if head is None or depth > 4:
        return
    dep = node.dep
    if dep in ("dobj", "nsubjpass", "oprd", "dative"):
        yield from object_senses(scene, head, node)
    elif dep in ("nsubj", "csubj", "expl", "attr"):
        yield from subject_senses(scene, head, node)
    elif dep == "pobj":
        yield from preposition_senses(scene, head, depth)
    elif dep in ("conj", "appos"):
        yield from senses_above(scene, head, depth + 1)
    elif dep in ("compound", "nmod", "poss", "nummod") and head.is_noun:
        sense = scene.sense(head, Role.OF, Role.ITSELF)
        if sense is not None:
            yield sense, head
    elif dep in ("npadvmod", "dep", "ccomp", "advcl") and head.is_verb:
        yield from object_senses(scene, head, node)


def object_senses(scene: Scene, verb: Token, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what a verb says of its object: itself, or by "left 12 dead", "found 12 alive"."""
    for kid in scene.parse.kids(verb, "oprd", "acomp", "ccomp", "xcomp", "advcl", "prep", "advmod"):
        sense = scene.sense(kid, Role.IS)
        if sense is not None and (verb.lower in LINKING or kid.dep in ("oprd", "acomp")):
            yield sense, kid
    yield from together(scene, verb, Role.OBJECT)
    if node.dep == "nsubjpass":
        for kid in scene.parse.kids(verb, "xcomp", "ccomp"):
            sense = scene.sense(kid, Role.OBJECT, Role.SUBJECT, Role.IS)
            if sense is not None:
                yield sense, kid
        sense = scene.sense(verb, Role.SUBJECT) if verb.tag == "VBN" else None
        if sense is not None:
            yield sense, verb


def together(scene: Scene, verb: Token, role: Role) -> Iterator[tuple[Sense, Token]]:
    """Yield a verb's meaning, joined with the verb that shares its people: "shot and killed", "killed and wounded"."""
    sense = scene.sense(verb, role)
    others = [kid for kid in scene.parse.kids(verb, "conj") if kid.i - verb.i <= 3 and not scene.parse.kids(kid, "nsubj", "nsubjpass")]
    head = scene.parse.head(verb)
    if verb.dep == "conj" and head is not None and verb.i - head.i <= 3 and not scene.parse.kids(head, "dobj"):
        others.append(head)
    joined = next((found for kid in others if (found := scene.sense(kid, role)) is not None), None)
    if sense is not None and joined is not None and {sense.measure, joined.measure} == {"killed", "wounded"}:
        shot = any(token.lower in ("shot", "shooting", "shoots", "stabbed", "beaten") for token in (verb, *others))
        measure = "killed" if shot else "casualties"
        yield Sense(measure, role), verb
    elif sense is not None:
        yield sense, verb
    elif joined is not None and verb.dep != "conj":
        yield joined, others[0]


def subject_senses(scene: Scene, verb: Token, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what a verb says of its subject: itself, its complement, or "among the dead were 12"."""
    for kid in scene.parse.kids(verb, "acomp", "attr", "oprd", "advmod", "prep", "xcomp", "advcl"):
        if kid.i == node.i:
            continue
        roles = (Role.IS, Role.SUBJECT) if kid.dep == "xcomp" and kid.is_verb else (Role.IS,)
        sense = scene.sense(kid, *roles)
        if sense is None and kid.dep == "xcomp" and kid.tag == "VBN":
            sense = scene.sense(kid, Role.OBJECT)
        if sense is not None:
            yield sense, kid
    sense = scene.sense(verb, Role.SUBJECT)
    if sense is not None:
        yield sense, verb
    if scene.sense(verb, Role.IS) is not None and verb.tag in ("JJ", "VBN"):
        yield scene.sense(verb, Role.IS), verb  # type: ignore[misc]
    if verb.tag == "VBN" and not scene.parse.kids(verb, "dobj"):
        passive = scene.sense(verb, Role.OBJECT)
        if passive is not None:
            yield passive, verb
    if verb.lower in LINKING or verb.lower in ("include", "includes", "included", "including", "number", "total", "totalled"):
        yield from named_senses(scene, verb, node)


def named_senses(scene: Scene, verb: Token, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield the meaning of "the dead", "those killed" that a linking verb sets equal to the phrase."""
    for kid in scene.parse.kids(verb, "nsubj", "attr", "prep", "nsubjpass"):
        if kid.i == node.i:
            continue
        for token in scene.parse.subtree(kid, without=frozenset({"conj"})):
            sense = scene.sense(token, Role.ITSELF, Role.IS, Role.OBJECT)
            if sense is not None:
                yield sense, token
                return


def preposition_senses(scene: Scene, prep: Token, depth: int) -> Iterator[tuple[Sense, Token]]:
    """Yield what "the death of 12", "losses at nine", "from 12 to 15 dead" say."""
    above = scene.parse.head(prep)
    if above is None:
        return
    if prep.lower in ("of", "among", "for", "to", "in", "at", "by", "with", "against", "on"):
        roles = (Role.OF, Role.ITSELF) if prep.lower in ("of", "among", "to", "for") else (Role.ITSELF,)
        if above.is_noun or above.tag == "VBG":
            sense = scene.sense(above, *roles) if prep.lower == "of" or not above.is_verb else None
            if sense is not None and prep.lower in ("of", "among", "to", "at"):
                yield sense, above
    if above.is_verb and prep.lower in ("of", "with", "for", "to"):
        phrase = scene.sense(above, Role.OBJECT)
        if phrase is not None and prep.lower in ("of",):
            yield phrase, above
    if prep.lower == "including" or (prep.lower == "of" and above.is_noun and depth < 3):
        yield from senses_above(scene, above, depth + 1)


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


def scope_of(scene: Scene, counted: Counted, before: Sequence[Counted]) -> Scope:
    """Say whether a count is of the whole, a part of the one before, or adds to it."""
    amount = counted.amount
    start = max(scene.parse.span.start, amount.span.start - 60)
    if counted.rule == "by_subset" or SUBSET.search(scene.text, start, amount.span.start):
        return Scope.PART
    same = [c for c in before if c.measure == counted.measure]
    if amount.increment and not re.search(r"\bothers?\b", scene.text[amount.span.start : amount.span.end + 12], re.IGNORECASE):
        return Scope.INCREMENT if same or re.search(r"another|additional|further", scene.text[start : amount.span.end], re.IGNORECASE) else Scope.WHOLE
    return Scope.WHOLE
