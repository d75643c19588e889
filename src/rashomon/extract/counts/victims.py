"""One person told of as killed or hurt, where a report counts nobody: "Voss was pronounced dead", "a boy who shot himself"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rashomon.extract.counts.averted import is_averted
from rashomon.extract.counts.beside import OWN_LIFE
from rashomon.extract.counts.crimes import RULE as CRIME
from rashomon.extract.counts.firm import is_deadly
from rashomon.extract.counts.named import is_role
from rashomon.extract.counts.naming import INSIDE, is_name
from rashomon.extract.counts.rules import is_only_meant
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Counted, Scene
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Claim, Layer, Polarity, Quantity, Span

RULE = "one told of"
"""The rule's name on a claim."""

HARMED = frozenset({"killed", "wounded"})
SELF = frozenset({"himself", "herself", "self"})
PRONOUNS = frozenset({"he", "she", "him", "her"})
WHO = frozenset({"who", "whom", "that"})

HAVING = frozenset({"has", "have", "had", "having"})
NOBODY = frozenset({"nobody", "noone", "anyone", "anybody", "everyone", "everybody"})
NO_ONE = frozenset({"no", "any", "each", "every", "all", "both", "some", "many", "these", "those", "several", "other"})
SUBJECTS = ("nsubj", "nsubjpass")


def find_victims(scene: Scene, taken: Sequence[Span]) -> Iterator[Counted]:
    """Yield a count of one for each single person of whom a sentence says that they were killed or hurt.

    ``taken`` are names of places and bodies. A name is no count: what is found here is told of only where nothing is counted.
    """
    seen: set[tuple[int, str]] = set()
    for i in sorted(scene.senses):
        word = scene.parse.tokens[i]
        for sense in scene.senses[i]:
            if sense.measure not in HARMED or scene.parse.has(word, "neg") or is_only_meant(scene, word):
                continue
            if is_averted(scene, word):
                continue
            for head in people_of(scene, word, sense):
                measure = fate_of(scene, word, sense.measure)
                if (head.i, measure) not in seen and is_one(scene, head, taken):
                    seen.add((head.i, measure))
                    yield told(scene, word, head, measure)


def told(scene: Scene, word: Token, head: Token, measure: str) -> Counted:
    """Return the count of one person."""
    first = min([head.start, *(kid.start for kid in scene.parse.kids(head, "compound") if kid.tag == "NNP")])
    span = Span(first, head.end)
    amount = Amount(span, span, Quantity(1, 1, "named", span.of(scene.text)))
    noun = None if head.tag == "NNP" or head.lower in PRONOUNS else head
    return Counted(amount, measure, head, noun, word, RULE, confidence=0.5)


def people_of(scene: Scene, word: Token, sense: Sense) -> Iterator[Token]:
    """Yield the top words of the phrases of which a word of harm is said."""
    parse = scene.parse
    if sense.role is Role.OF:
        if word.is_noun:
            yield from parse.of(word)
            yield from parse.kids(word, "poss")
    elif sense.role is Role.SUBJECT or any(kid.lower in SELF for kid in parse.kids(word, "dobj")):
        yield from subjects(scene, word)
    elif sense.role is Role.OBJECT:
        for kid in parse.kids(word, "dobj"):
            yield from lives(scene, kid) if kid.lower == "life" else (kid,)
        if word.tag in ("VBN", "VBD") and not parse.has(word, "dobj"):
            yield from passive_subjects(scene, word)
    elif sense.role is Role.IS:
        yield from described(scene, word)


def lives(scene: Scene, life: Token) -> Iterator[Token]:
    """Yield whose life is meant: "claimed the life of a boy"."""
    for prep in scene.parse.kids(life, "prep"):
        yield from scene.parse.kids(prep, "pobj")
    yield from scene.parse.kids(life, "poss")


def described(scene: Scene, word: Token) -> Iterator[Token]:
    """Yield whom an adjective is said of: "Voss is dead", "found the boy suffering from gunshot wounds"."""
    head = scene.parse.head(word)
    if head is None or any(kid.lower in HAVING for kid in scene.parse.kids(word, "aux")):
        return
    if word.dep in ("acl", "amod") and head.is_noun:
        yield head
    elif word.dep == "dobj":
        yield from scene.parse.kids(word, "compound")
    elif word.dep in ("ccomp", "conj") and word.is_verb:
        yield from subjects(scene, word)
    elif word.dep in ("acomp", "oprd", "attr", "prep", "xcomp", "advmod", "advcl") and head.is_verb:
        yield from scene.parse.kids(head, "dobj") or subjects(scene, head)


def subjects(scene: Scene, verb: Token) -> list[Token]:
    """Return who a verb is told of: its subject, that of the verb it is joined to, or the one a relative clause tells more of."""
    own = scene.parse.kids(verb, *SUBJECTS) or just_before(scene, verb)
    if own and own[0].lower in WHO and verb.dep == "relcl":
        own = []
    head = scene.parse.head(verb)
    if own or head is None:
        return list(own)
    if verb.dep in ("relcl", "acl") and head.is_noun:
        return [head]
    if verb.dep == "pcomp":
        above = scene.parse.head(head)
        return subjects(scene, above) if above is not None and above.is_verb else []
    return subjects(scene, head) if verb.dep in ("conj", "advcl") and head.is_verb and head.i != verb.i else []


def just_before(scene: Scene, verb: Token) -> list[Token]:
    """Return the person right before a verb whose tree is lost: "after a 6-year-old accidentally shot himself"."""
    i = verb.i - 1
    while i > 0 and scene.parse.tokens[i].tag == "RB":
        i -= 1
    token = scene.parse.tokens[max(i, 0)]
    return [token] if verb.tag == "VBD" and is_aged(scene, token) else []


def is_aged(scene: Scene, token: Token) -> bool:
    """Say whether a word ends "6-year-old"."""
    before = scene.parse.tokens[max(0, token.i - 3) : token.i]
    return token.lower.endswith("-old") or (token.lower == "old" and any(t.lower in ("year", "month") for t in before))


def passive_subjects(scene: Scene, verb: Token) -> list[Token]:
    """Return to whom a deed was done by a passive: "was shot", "shot on Monday" behind a name, "who was shot"."""
    passive = scene.parse.kids(verb, "nsubjpass")
    head = scene.parse.head(verb)
    if verb.dep == "relcl" and head is not None:
        return [head] if any(kid.lower in WHO for kid in passive) else list(passive)
    if verb.dep == "acl" and verb.tag == "VBN" and head is not None:
        return [head]
    if passive or head is None or scene.parse.has(verb, "nsubj"):
        return list(passive)
    if verb.dep == "pcomp" and scene.parse.has(verb, "auxpass"):
        return list(subjects(scene, verb))
    return list(scene.parse.kids(head, "nsubjpass")) if verb.dep == "conj" and head.is_verb else []


def fate_of(scene: Scene, word: Token, measure: str) -> str:
    """Return killed for whom words beside the verb call dead: "shot and killed", "fatally shot", "shot to death"."""
    return "killed" if measure == "wounded" and is_deadly(scene, word) else measure


def is_one(scene: Scene, head: Token, taken: Sequence[Span]) -> bool:
    """Say whether a phrase means one person: "he", "the victim", "a 6-year-old", "his wife", "Voss"."""
    if head.tag in ("PRP", "PRP$"):
        return head.lower in PRONOUNS
    inside = [kid for kid in scene.parse.kids(head) if kid.dep in INSIDE]
    if any(kid.lower in NO_ONE or kid.tag == "CD" for kid in inside) or scene.parse.kids(head, "conj"):
        return False
    if head.lower in NOBODY:
        return False
    if is_aged(scene, head):
        return True
    if head.tag == "NN":
        return head.lower in scene.words.somebody or is_role(scene, head)
    covered = any(span.start <= head.start < span.end for span in taken)
    return is_name(scene, head) and not covered and not any(kid.lower in scene.words.organised for kid in inside)


def parted(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Return the claims, and apart from them what is only implied: of each kind the first, or the one that counts most.

    One who killed others and then themselves is a kind of its own.
    """
    plain: list[Claim] = []
    implied: dict[tuple[str | None, str, str], Claim] = {}
    for claim in claims:
        if not {RULE, CRIME, OWN_LIFE} & set(claim.rules):
            plain.append(claim)
        elif states(claim):
            rule = next((one for one in (CRIME, OWN_LIFE) if one in claim.rules), RULE)
            key = (claim.measure, rule, claim.group.id if claim.group and rule == CRIME else "")
            if key not in implied or claim.least > implied[key].least:
                implied[key] = claim
    return tuple(plain), tuple(implied.values())


def states(claim: Claim) -> bool:
    """Say whether a claim tells for sure of somebody in the happening that the report is about."""
    return claim.layer is Layer.MAIN and claim.polarity is Polarity.AFFIRMED and claim.modality.is_firm
