"""Counts of one person told of before and without a number: "opened fire, killing the gunman", "shot him dead"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.extract.clauses import RELATIVES
from rashomon.extract.counts.firm import is_deadly
from rashomon.extract.counts.named import EARLY, Person, is_role, phrases
from rashomon.extract.drafts import Draft
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Counted, Scene, family
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Quantity, Span

RULE = "definite person"
"""The rule's name on a claim."""

DONE_TO = frozenset({"killed", "detained", "captured"})
"""Measures by which one person told of before is counted."""

PRONOUNS = frozenset({"him", "her"})
DEFINITE = frozenset({"the", "that", "this"})


def find_definite(scene: Scene, told: Sequence[Counted]) -> Iterator[Counted]:
    """Yield a count of one for each single person whom a deed is done to and no count of ``told`` counts."""
    used = {counted.node.i for counted in told} | {counted.noun.i for counted in told if counted.noun is not None}
    for verb, sense, head in (*phrases(scene), *told_beside(scene)):
        person = person_of(scene, head) if sense.measure in DONE_TO and head.i not in used else None
        if person is None:
            continue
        used.add(head.i)
        span = Span(person.head.start, person.head.end)
        amount = Amount(span, span, Quantity(1, 1, "named", span.of(scene.text)))
        yield Counted(amount, sense.measure, person.head, person.noun, verb, RULE, confidence=0.6)


def told_beside(scene: Scene) -> Iterator[tuple[Token, Sense, Token]]:
    """Yield whom a clause behind them says to have been killed: "the girl, who was shot and killed, was named"."""
    for i in sorted(scene.senses):
        verb = scene.parse.tokens[i]
        head = scene.parse.head(verb) if verb.dep == "relcl" and verb.tag == "VBN" else None
        if head is None or scene.parse.kids(verb, "neg", "dobj") or not scene.parse.kids(verb, "auxpass"):
            continue
        if any(kid.lower not in RELATIVES for kid in scene.parse.kids(verb, "nsubj", "nsubjpass")):
            continue
        sense = scene.sense(verb, Role.OBJECT)
        if sense is not None and (sense.measure == "killed" or is_deadly(scene, verb)):
            yield verb, Sense("killed", Role.OBJECT), head


def person_of(scene: Scene, head: Token) -> Person | None:
    """Return the one person whom "him" or "the gunman" means, or None for a crowd, a thing, or one whom a number counts."""
    if head.tag == "PRP":
        return Person(head, None) if head.lower in PRONOUNS else None
    if not is_role(scene, head) or scene.parse.has(head, "conj", "nummod"):
        return None
    articles = scene.parse.kids(head, "det")
    return Person(head, head) if articles and all(kid.lower in DEFINITE for kid in articles) else None


def without_counted(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out the single persons whom any other count of the measure may count, and those told late in passing."""
    counted = {family(draft.measure) for draft in drafts if draft.measure and draft.rule != RULE}
    kept: list[Draft] = []
    for draft in drafts:
        if draft.rule == RULE:
            if family(draft.measure) in counted or not (draft.sentence.index < EARLY or is_outcome(draft)):
                continue
            counted.add(family(draft.measure))
        kept.append(draft)
    return kept


def is_outcome(draft: Draft) -> bool:
    """Say whether a count is what the act of its sentence led to: "fired, killing him"."""
    return draft.verb is not None and draft.verb.tag == "VBG" and draft.verb.dep == "advcl"
