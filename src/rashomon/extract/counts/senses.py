"""What the words around a counted phrase say of it: the senses of its verb, its preposition, its clause."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.extract.clauses import RELATIVES
from rashomon.extract.scene import Scene
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense

EQUAL = frozenset({"among", "amongst", "of", "including", "like"})
"""Prepositions behind "were" that take people from others."""
SHARED = frozenset({"conj"})
PASSED_BY = frozenset({"conj", "relcl", "acl"})
"""Branches of a phrase that tell nothing of those who are set equal to it."""

PARTICLES = frozenset({"in", "off", "out", "up", "down", "over", "aboard", "away"})
"""Words that belong to their verb, which a tree may take for prepositions: "hauled in six men", "took off 30"."""


def clause_sense(scene: Scene, verb: Token) -> Sense | None:
    """Return the meaning of a clause that hangs on the people: passive participle, or who did it themselves."""
    kids = scene.parse.kids(verb)
    if any(k.dep == "nsubjpass" and k.lower not in RELATIVES for k in kids):
        return None  # "arrested two men in the village where a guard was killed"
    if any(k.dep in ("nsubj", "nsubjpass") and is_some_of(scene, k) for k in kids):
        return None  # "14 patients, three of whom died"
    passive = verb.tag == "VBN" and not any(
        k.dep == "aux" and k.lower in ("have", "has", "had") and not any(x.dep == "auxpass" for x in kids) for k in kids
    )
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


def is_some_of(scene: Scene, word: Token) -> bool:
    """Say whether a subject is only a part of the people before it: "three of whom"."""
    return any(
        goal.lower in RELATIVES for of in scene.parse.kids(word, "prep") for goal in scene.parse.kids(of, "pobj")
    )


LETTING = frozenset({"let", "lets", "letting"})


def senses_above(scene: Scene, node: Token, depth: int = 0) -> Iterator[tuple[Sense, Token]]:
    """Yield the meanings of the words that govern a phrase, nearest first."""
    head = scene.parse.head(node)
    if head is None or depth > 4:
        return
    head, dep = let_go(scene, head, node.dep)
    if is_counted_hurt(scene, head, node):
        head, dep = scene.parse.head(head) or head, head.dep
    if dep in ("dobj", "nsubjpass", "oprd", "dative"):
        yield from object_senses(scene, head, node)
    elif dep in ("nsubj", "csubj", "expl", "attr"):
        yield from subject_senses(scene, head, node)
    elif dep == "pobj":
        yield from preposition_senses(scene, head, depth)
    elif dep in ("conj", "appos"):
        yield from beside_senses(scene, head, dep, depth)
    elif dep in ("compound", "nmod", "poss", "nummod") and head.is_noun:
        sense = scene.sense(head, Role.OF, Role.ITSELF)
        if sense is not None:
            yield sense, head
    elif dep in ("npadvmod", "dep", "ccomp", "advcl") and head.is_verb:
        yield from object_senses(scene, head, node)


def let_go(scene: Scene, verb: Token, dep: str) -> tuple[Token, str]:
    """Return "let" for the "go" of "let go four nurses", whose object they are; any other verb as it is."""
    above = scene.parse.head(verb) if verb.lower == "go" else None
    return (above, "dobj") if above is not None and above.lower in LETTING else (verb, dep)


def beside_senses(scene: Scene, head: Token, dep: str, depth: int) -> Iterator[tuple[Sense, Token]]:
    """Yield what governs the phrase that one is joined to: "a guard and two men", "the victims, four men", "the raiders, about 40 men"."""
    yield from senses_above(scene, head, depth + 1)
    if dep != "appos":
        return
    itself = Sense("wounded", Role.ITSELF) if head.lower == "victims" else scene.sense(head, Role.ITSELF)
    if itself is not None:
        yield itself, head


def is_counted_hurt(scene: Scene, word: Token, node: Token) -> bool:
    """Say whether a participle above a phrase only names others who are counted by themselves: "90 people, 4 injured, were"."""
    before = scene.parse.tokens[word.i - 1] if word.i - 1 > node.i else None
    return word.tag == "VBN" and before is not None and before.tag == "CD" and word.dep in ("nsubj", "nsubjpass")


def object_senses(scene: Scene, verb: Token, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what a verb says of its object: itself, or by "left 12 dead", "found 12 alive"."""
    for kid in scene.parse.kids(verb, "oprd", "acomp", "ccomp", "xcomp", "advcl", "prep", "advmod"):
        sense = scene.sense(kid, Role.IS)
        if sense is not None and (verb.lower in scene.words.linking or kid.dep in ("oprd", "acomp")):
            yield sense, kid
    yield from together(scene, verb, Role.OBJECT)
    itself = scene.sense(verb, Role.IS)
    if itself is not None and (verb.tag in ("VBN", "JJ") or node.dep == "dobj"):
        yield itself, verb
    if verb.lower in scene.words.including:
        yield from named_senses(scene, verb, node)
    fallen = scene.sense(verb, Role.SUBJECT) if node.dep == "dobj" and node.i > verb.i else None
    if fallen is not None and fallen.measure == "killed" and not scene.parse.has(verb, "nsubj"):
        yield fallen, verb
    yield from led_to_do(scene, verb)
    if node.dep == "nsubjpass":
        yield from passive_senses(scene, verb, node)


def passive_senses(scene: Scene, verb: Token, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what a passive says of its subject by the verbs behind it: "two are known to have drowned"."""
    for kid in scene.parse.kids(verb, "xcomp", "ccomp"):
        sense = scene.sense(kid, Role.OBJECT, Role.SUBJECT, Role.IS)
        states = scene.parse.kids(kid, "acomp") if sense is None and kid.lower == "be" else ()
        sense = next((said for state in states if (said := scene.sense(state, Role.IS)) is not None), sense)
        if sense is not None and kid.i > node.i:  # not "five were saved; two are known to have drowned"
            yield sense, kid
    sense = scene.sense(verb, Role.SUBJECT) if verb.tag == "VBN" else None
    if sense is not None:
        yield sense, verb
    yield from later_passives(scene, verb)


def led_to_do(scene: Scene, verb: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what people are made to do: "the battle prompted 900 residents to flee"."""
    for kid in scene.parse.kids(verb, "xcomp", "ccomp") if verb.lower in scene.words.causing else ():
        sense = scene.sense(kid, Role.SUBJECT) if kid.tag == "VB" else None
        if sense is not None:
            yield sense, verb


def together(scene: Scene, verb: Token, role: Role) -> Iterator[tuple[Sense, Token]]:
    """Yield a verb's meaning, joined with the verb that shares its people: "shot and killed", "killed and wounded"."""
    sense = scene.sense(verb, role) or either(scene, verb)
    others = [
        kid
        for kid in scene.parse.kids(verb, "conj")
        if kid.i - verb.i <= 3 and touching(scene, verb, kid) and not scene.parse.has(kid, "nsubj", "nsubjpass")
    ]
    head = scene.parse.head(verb)
    if (
        verb.dep == "conj"
        and head is not None
        and verb.i - head.i <= 3
        and touching(scene, head, verb)
        and not scene.parse.has(head, "dobj")
    ):
        others.append(head)
    joined = next(
        (found for kid in others if (found := scene.sense(kid, role) or either(scene, kid)) is not None), None
    )
    if sense is not None and joined is not None and {sense.measure, joined.measure} == {"killed", "wounded"}:
        shot = any(token.lower in ("shot", "shooting", "shoots", "stabbed", "beaten") for token in (verb, *others))
        measure = "killed" if shot else "casualties"
        yield Sense(measure, role), verb
    elif sense is not None:
        yield sense, verb
    elif joined is not None and (verb.dep != "conj" or joined.measure in ("casualties", "detained")):
        yield joined, others[0]


def either(scene: Scene, verb: Token) -> Sense | None:
    """Return casualties for the set phrase "killed or wounded"."""
    sense = scene.sense(verb, Role.IS)
    return sense if sense is not None and sense.measure == "casualties" else None


def touching(scene: Scene, first: Token, second: Token) -> bool:
    """Say whether nothing counted stands between two joined verbs."""
    return not any(t.tag == "CD" or t.is_noun for t in scene.parse.tokens[first.i + 1 : second.i])


def subject_senses(scene: Scene, verb: Token, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what a verb says of its subject: itself, its complement, or "among the dead were 12"."""
    first = scene.sense(verb, Role.SUBJECT)
    if first is not None and first.measure in ("killed", "missing"):
        yield first, verb
    for kid in scene.parse.kids(verb, "acomp", "attr", "oprd", "advmod", "prep", "xcomp", "advcl"):
        if kid.i == node.i or (kid.dep == "prep" and scene.parse.has(verb, "dobj")):
            continue  # "a doctor confirmed 22 |under treatment|"
        if (kid.dep == "xcomp" and does_it(scene, kid)) or scene.parse.has(kid, "nsubj", "nsubjpass"):
            continue
        roles = (Role.IS, Role.SUBJECT) if kid.dep == "xcomp" and kid.is_verb else (Role.IS,)
        sense = scene.sense(kid, *roles)
        if sense is None and kid.dep == "xcomp" and kid.tag == "VBN":
            sense = scene.sense(kid, Role.OBJECT)
        if sense is not None:
            yield sense, kid
    yield from verb_senses(scene, verb)
    yield from later_senses(scene, verb)
    yield from earlier_harm(scene, verb)
    if verb.lower in scene.words.linking or verb.lower in scene.words.including:
        yield from named_senses(scene, verb, node)
    if verb.lower in scene.words.making_up:
        yield from made_up(scene, verb)


def made_up(scene: Scene, verb: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield the meaning of "the dead" in "made up the rest of those killed", "accounted for half of those killed"."""
    objects = scene.parse.kids(verb, "dobj")
    objects += [goal for prep in scene.parse.kids(verb, "prep") for goal in scene.parse.kids(prep, "pobj")]
    crowd = [token for noun in objects if noun.lower in scene.words.amounts for token in scene.parse.subtree(noun)]
    found = ((scene.sense(token, Role.ITSELF, Role.IS, Role.OBJECT), token) for token in crowd)
    yield from ((sense, token) for sense, token in found if sense is not None)


def does_it(scene: Scene, verb: Token) -> bool:
    """Say whether people only seem to have done a deed to others: "a man appears to have shot and killed a neighbour"."""
    active = any(kid.lower == "to" for kid in scene.parse.kids(verb, "aux")) and not scene.parse.has(verb, "auxpass")
    return active and any(scene.parse.kids(each, "dobj") for each in (verb, *scene.parse.kids(verb, "conj")))


def verb_senses(scene: Scene, verb: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield a verb's own meanings for its subject: active, said of it, or a passive whose helper verb is left out."""
    passive = verb.tag == "VBN" and not scene.parse.has(verb, "dobj")
    said = scene.sense(verb, Role.IS) if verb.tag == "JJ" or passive else None
    for sense in (scene.sense(verb, Role.SUBJECT), said, scene.sense(verb, Role.OBJECT) if passive else None):
        if sense is not None:
            yield sense, verb


def later_senses(scene: Scene, verb: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what a joined verb says of the same subject: "two men got out and opened fire"."""
    for kid in scene.parse.kids(verb, "conj"):
        later = scene.sense(kid, Role.SUBJECT)
        if later is not None and not scene.parse.has(kid, "nsubj", "nsubjpass"):
            yield later, kid


def later_passives(scene: Scene, verb: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what a joined passive says of the same people: "two men were questioned and freed"."""
    for kid in scene.parse.kids(verb, "conj"):
        if kid.tag in ("VBN", "VBD") and not scene.parse.has(kid, "nsubj", "nsubjpass", "dobj", "aux"):
            later = scene.sense(kid, Role.OBJECT, Role.IS)
            if later is not None:
                yield later, kid


def earlier_harm(scene: Scene, verb: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what befell a subject before, or in the end: "a man collapsed after being shot", "two lay for hours before dying"."""
    for prep in scene.parse.kids(verb, "prep"):
        for kid in scene.parse.kids(prep, "pcomp") if prep.lower in ("after", "before") else ():
            passive = prep.lower == "after" and scene.parse.has(kid, "auxpass")
            sense = scene.sense(kid, Role.OBJECT) if passive else None
            if prep.lower == "before" and not scene.parse.has(kid, "dobj", "nsubj"):
                died = scene.sense(kid, Role.SUBJECT)
                sense = died if died is not None and died.measure == "killed" else None
            if sense is not None:
                yield sense, kid


def named_senses(scene: Scene, verb: Token, node: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield the meaning of "the dead", "those killed" that a linking verb sets equal to the phrase."""
    for kid in scene.parse.kids(verb, "nsubj", "attr", "prep", "nsubjpass"):
        if kid.i == node.i:
            continue
        for token in scene.parse.subtree(kid, without=PASSED_BY if is_aside(kid) else SHARED):
            verbal = (Role.OBJECT,) if token.is_verb else ()  # "in the house" houses nobody
            if token.dep == "poss":
                continue  # "were not the shooter's targets"
            sense = scene.sense(token, Role.ITSELF, Role.IS, *verbal)
            if sense is not None:
                yield sense, token
                return


def is_aside(word: Token) -> bool:
    """Say whether a phrase only tells when or where: "were there during the raid that killed a guard", not "were among those who died"."""
    return word.dep == "prep" and word.lower not in EQUAL


def adds_people(scene: Scene, prep: Token) -> bool:
    """Say whether a preposition adds people to whom the same was done: "along with", "besides", "with six associates"."""
    if prep.lower in ("alongside", "plus", "besides"):
        return True
    beside = scene.parse.tokens[prep.i - 1].lower if prep.i else ""
    return prep.lower == "with" and (beside in ("along", "together") or is_company(scene, prep))


def is_company(scene: Scene, prep: Token) -> bool:
    """Say whether "with" adds people who went the same way: "arrested the leader with six associates"."""
    return any(kid.lower in scene.words.company for kid in scene.parse.kids(prep, "pobj"))


def carries_on(scene: Scene, above: Token) -> bool:
    """Say whether what is told of "X of 12 people" is told of the people: a crowd of them, not photographs or three of them."""
    if above.tag in ("CD", "DT") or scene.parse.has(above, "nummod"):
        return above.tag == "CD" and above.lower in ("dozens", "hundreds", "thousands", "scores", "tens", "millions")
    return above.lower in scene.words.amounts or above.lower in scene.book.by_noun


def joined_to(scene: Scene, above: Token) -> Token:
    """Return the word that "along with" joins people to: the verb of "was killed in a raid along with six guards"."""
    if above.lower not in ("along", "together"):
        return above
    head = scene.parse.head(above) or above
    return next((word for word in scene.parse.up(head) if word.is_verb), head) if head.dep == "pobj" else head


def phrase_senses(scene: Scene, above: Token, prep: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield what a phrase says that ends in a preposition, or in a word taken for one: "search for 12", "hauled in six men"."""
    said = scene.senses.get(above.i, ())
    yield from ((sense, above) for sense in said if sense.particle == prep.lower)
    if prep.lower in PARTICLES and any(hit.start == above.start and hit.end == prep.end for hit in scene.hits):
        yield from ((sense, above) for sense in said if sense.role is Role.OBJECT and not sense.particle)


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
    yield from phrase_senses(scene, above, prep)
    if above.is_verb and prep.lower == "of":
        done = scene.sense(above, Role.OBJECT)
        if done is not None:
            yield done, above
    if adds_people(scene, prep):
        above = joined_to(scene, above)
        yield from (object_senses(scene, above, prep) if above.is_verb else senses_above(scene, above, depth + 1))
    if prep.lower == "including" or (prep.lower == "of" and above.is_noun and depth < 3 and carries_on(scene, above)):
        yield from senses_above(scene, above, depth + 1)
