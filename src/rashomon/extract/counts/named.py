"""Counts of named people, where no number word stands: "killed Constable X", "X (22), a teacher, was abducted"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.extract.counts.firm import is_deadly
from rashomon.extract.counts.joined import also_told
from rashomon.extract.counts.naming import (
    INSIDE,
    aged_behind,
    called,
    has_amount,
    is_kin_with_name,
    is_name,
    named_kin,
)
from rashomon.extract.counts.readon import verb_behind, verb_sense
from rashomon.extract.drafts import Draft
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Counted, Scene, family
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import TOTAL, Quantity, Span

"""Measures that tell of one thing in two ways."""

EARLY = 3
"""Sentences of a report in which a named person is counted."""

LATER = 6
"""As many, for a person of whom it is told what they are ("the boy") or how old, in a report that counts nobody by a number."""

NEXT_TO = 60
"""Code points between a number and the companion of those whom it counts."""

RULE = "named person"
"""The rule's name on a claim."""

PERSONAL = frozenset(
    {"killed", "wounded", "detained", "captured", "surrendered", "abducted", "freed", "rescued", "missing"}
)
"""Measures that a single named person is counted by."""

AGE = re.compile(
    r"\s?(?:\(\s?(?:aged?\s)?\d{1,2}(?:\s(?:years?|yrs?|months?)(?:\sold)?)?\s?\)|,\s?\d{1,2}\b(?=,|\s(?:was|were|and)|\.))"
)
NOT_ONE = frozenset({"a", "an", "no", "any", "every", "each", "another", "all", "some", "this", "that", "these", "those", "many"})  # fmt: skip
DONE = frozenset({"VBD", "VBN", "VBG", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Person:
    """The head of a phrase that names one person, and the noun that says what they are."""

    head: Token
    noun: Token | None


def find_named(scene: Scene, taken: Sequence[Span], told: Sequence[Counted]) -> Iterator[Counted]:
    """Yield a count for each phrase that names people without a number; ``taken`` are names of other things."""
    used = {counted.node.i for counted in told} | {counted.noun.i for counted in told if counted.noun is not None}
    for verb, sense, head in phrases(scene):
        people = [person for person in persons(scene, head, taken) if person.head.i not in used]
        if not people:
            continue
        used.update(person.head.i for person in people)
        first, last = people[0].head, people[-1].head
        further, end = aged_behind(scene, last.end)
        span, number = Span(name_start(scene, first), end), len(people) + further
        amount = Amount(span, span, Quantity(number, number, "named", span.of(scene.text)))
        roles = [person.noun for person in people if person.noun is not None and not further]
        noun = next((role for role in roles if number == 1 or not is_kin_with_name(scene, role)), None)
        measure = "killed" if sense.measure == "wounded" and is_deadly(scene, verb) else sense.measure
        counted = Counted(amount, measure, first, noun, verb, RULE, confidence=0.6)
        yield counted
        yield from (replace(also, rule=RULE, confidence=0.6) for also in also_told(scene, counted))


def phrases(scene: Scene) -> list[tuple[Token, Sense, Token]]:
    """Return the phrases that a measure's word counts, worked out once: its object, its subject, or the person that opens the sentence."""
    kept, key = scene.parse.kept, ("phrases", 0)
    if key not in kept:
        kept[key] = list(counted_phrases(scene)) if scene.senses else []
    found: list[tuple[Token, Sense, Token]] = kept[key]
    return found


def counted_phrases(scene: Scene) -> Iterator[tuple[Token, Sense, Token]]:
    """Yield the phrases that a measure's word counts."""
    seen: set[int] = set()
    for i in sorted(scene.senses):
        verb = scene.parse.tokens[i]
        if verb.tag not in DONE or scene.parse.has(verb, "neg") or verb.dep in ("relcl", "pcomp"):
            continue
        for sense, head in governed_by(scene, verb):
            if sense.measure in PERSONAL and head.i not in seen:
                seen.add(head.i)
                yield verb, sense, head
    for noun, sense, head in of_nouns(scene):
        if head.i not in seen:
            seen.add(head.i)
            yield noun, sense, head
    opening = first_person(scene)
    if opening is not None and opening.i not in seen:
        found = verb_behind(scene, opening)
        said = verb_sense(scene, *found) if found is not None and not scene.parse.has(found[0], "neg") else None
        if found is not None and said is not None and said.measure in PERSONAL:
            yield found[0], said, opening


def of_nouns(scene: Scene) -> Iterator[tuple[Token, Sense, Token]]:
    """Yield what "the death of X" counts, where it is the thing told: "led to the arrest of X", "confirmed the capture of X"."""
    for i in sorted(scene.senses):
        noun = scene.parse.tokens[i]
        sense = scene.sense(noun, Role.OF)
        if sense is None or sense.measure not in PERSONAL or noun.tag != "NN" or not is_told(scene, noun):
            continue
        yield from ((noun, sense, kid) for kid in scene.parse.of(noun))


def is_told(scene: Scene, noun: Token) -> bool:
    """Say whether a deed's noun is what the sentence tells, and not what somebody is charged with or mourns."""
    head = scene.parse.head(noun)
    if head is None:
        return False
    if noun.dep == "pobj":
        above = scene.parse.head(head)
        return above is not None and head.lower in ("in", "to", "with") and above.lower in scene.words.leading
    return noun.dep in ("nsubj", "nsubjpass") or (noun.dep == "dobj" and head.lower in scene.words.bringing)


def governed_by(scene: Scene, verb: Token) -> Iterator[tuple[Sense, Token]]:
    """Yield a verb's counted phrases by the tree, those of the verbs joined before it included."""
    parse = scene.parse
    object_sense, subject_sense = scene.sense(verb, Role.OBJECT), scene.sense(verb, Role.SUBJECT)
    subjects = parse.kids(verb, "nsubj", "nsubjpass")[-1:]
    head = parse.head(verb)
    if not subjects and verb.dep == "conj" and head is not None and head.is_verb:
        subjects = parse.kids(head, "nsubjpass") if verb.tag == "VBN" else parse.kids(head, "nsubj")
    if object_sense is not None:
        for kid in (*parse.kids(verb, "dobj"), *(kid for kid in subjects if kid.dep == "nsubjpass")):
            yield object_sense, kid
    if subject_sense is not None and subject_sense.measure != "attackers":
        for kid in subjects:
            yield subject_sense, kid


def first_person(scene: Scene) -> Token | None:
    """Return the top word of the phrase that a sentence begins with."""
    for token in scene.parse.tokens[:14]:
        if token.is_verb or (token.tag in ("IN", "DT", "CD", "PRP", "WRB", "EX") and token.lower != "the"):
            return None
        if token.tag in ("NN", "NNP"):
            after = scene.parse.tokens[token.i + 1 : token.i + 2]
            if is_role(scene, token) and is_named_later(scene, token):
                return token
            if (
                not after
                or after[0].lower in scene.words.naming
                or after[0].tag not in ("NN", "NNP", "HYPH", "POS", "''", "``")
            ):
                return token
    return None


def is_named_later(scene: Scene, role: Token) -> bool:
    """Say whether a role is told with its place and then its bearer: "The secretary of the union, X alias Y, was"."""
    tokens = scene.parse.tokens
    follower = tokens[role.i + 1] if role.i + 1 < len(tokens) else None
    if follower is None or follower.lower not in ("of", "'", "’", "for", "in", "from"):
        return False
    for token in tokens[role.i + 1 : role.i + 30]:
        if token.is_verb or token.lower == "alias":
            return False
        after = tokens[token.i + 1 : token.i + 4]
        if token.text == "," and len(after) > 1 and after[0].tag == "NNP" and after[1].lower in ("alias", "(", ","):
            return True
        if token.text == "," and len(after) > 2 and after[0].tag == after[1].tag == "NNP":
            return after[2].lower in ("alias", "(", ",", "and", "was") or after[2].tag == "NNP"
    return False


def persons(scene: Scene, head: Token, taken: Sequence[Span]) -> list[Person]:
    """Return the people whom a phrase and the phrases joined to it name, one by one; counted ones are left out."""
    found: list[Person] = []
    bare: list[Token] = []
    queue = [head]
    while queue:
        token = queue.pop(0)
        queue += scene.parse.kids(token, "conj") + named_kin(scene, token) + called(scene, token)
        person = person_of(scene, token, taken)
        if person is not None and person.head.i != token.i:
            queue += scene.parse.kids(person.head, "conj")
        again = person is not None and bool(found) and person.head is person.noun and not scene.parse.has(token, "poss")
        if person is not None and not again:
            found.append(person)
        elif is_bare_name(scene, token, taken):
            bare.append(token)
    beside = [Person(token, None) for token in bare] if found else []
    return sorted((*found, *beside), key=lambda each: each.head.i)


def is_bare_name(scene: Scene, token: Token, taken: Sequence[Span]) -> bool:
    """Say whether a single word may be a person's name beside a fuller one: "Kamal and Omar Fell"."""
    covered = any(span.start <= token.start < span.end for span in taken)
    return is_name(scene, token) and not covered and not scene.parse.has(token, "compound", "det", "poss", "nummod")


def person_of(scene: Scene, head: Token, taken: Sequence[Span]) -> Person | None:
    """Return the one person whom a phrase names, or None for a crowd, a body, a place or somebody counted by a word."""
    if (
        (head.tag not in ("NN", "NNP") and not is_name(scene, head))
        or has_amount(scene, head)
        or is_told_as(scene, head)
    ):
        return None
    modifiers = [kid for kid in scene.parse.kids(head) if kid.dep in INSIDE]
    if any(kid.lower in NOT_ONE for kid in modifiers):
        return None
    apposed = apposed_name(scene, head)
    if apposed is not None:
        return Person(apposed, head)
    if is_role(scene, head):
        name = next((kid for kid in scene.parse.kids(head, "appos") if is_name(scene, kid)), head)
        return Person(name, head) if stands_alone(scene, head) else None
    return named(scene, head, taken) if head.text[:1].isupper() else None


def apposed_name(scene: Scene, head: Token) -> Token | None:
    """Return the full name behind a common noun that tells what its bearer is: "the party's district head, Anna Lind"."""
    if (
        head.tag != "NN"
        or head.lower in scene.words.organised
        or head.lower in scene.words.sites
        or head.lower in scene.book.things
    ):
        return None
    for kid in scene.parse.kids(head, "appos"):
        first = [part for part in scene.parse.kids(kid, "compound") if part.tag == "NNP" and is_name(scene, part)]
        if is_name(scene, kid) and first and scene.text[head.end : first[0].start].strip() == ",":
            return kid
    return None


def is_told_as(scene: Scene, head: Token) -> bool:
    """Say whether a name only tells who someone counted before is: "a couple, identified as X and his wife Y"."""
    words = scene.parse.tokens[: head.i]
    cue = next((a for a, b in pairwise(words) if a.lower in ("identified", "named", "known") and b.lower == "as"), None)
    if cue is None or any(word.is_verb and word.tag == "VBD" for word in words[cue.i + 1 :]):
        return False
    counted = [amount for amount in scene.amounts if amount.number.end <= cue.start]
    several = any((row := scene.book.by_noun.get(word.lower)) is not None and row.size > 1 for word in words)
    one = bool(counted) and not several and counted[-1].quantity.low == 1 and counted[-1].quantity.high == 1
    return not (one and scene.parse.kids(head, "poss"))


def is_role(scene: Scene, noun: Token) -> bool:
    """Say whether a word says what one person is: "constable", "leader", "wife"."""
    row = scene.book.by_noun.get(noun.lower)
    return (
        row is not None and noun.tag in ("NN", "NNP") and noun.lower not in scene.words.many and noun.text[-1:] != "s"
    )


def stands_alone(scene: Scene, head: Token) -> bool:
    """Say whether a role without an article names someone: "his wife", "party leader", "the chief of X, NAME"."""
    parse = scene.parse
    if any(is_name(scene, kid) for kid in parse.kids(head, "appos")) or is_named_later(scene, head):
        return True
    owned = parse.kids(head, "poss")
    if owned:
        return True
    follower = parse.tokens[head.i + 1] if head.i + 1 < len(parse.tokens) else None
    if follower is not None and (
        follower.lower in scene.words.naming or (follower.tag == "NNP" and follower.dep != "pobj")
    ):
        return True
    if parse.has(head, "det"):
        return AGE.match(scene.text, head.end) is not None
    return parse.has(head, "compound", "amod")


def named(scene: Scene, head: Token, taken: Sequence[Span]) -> Person | None:
    """Return the person behind a name, if a title, an age, an alias or what they are stands beside it."""
    parse = scene.parse
    parts = [kid for kid in parse.kids(head) if kid.dep in ("compound", "nmod", "amod")]
    titles = [kid for kid in parts if is_role(scene, kid) and kid.lower != "maoist"]
    told = [kid for kid in parse.kids(head, "appos") if is_role(scene, kid) and not is_kin_with_name(scene, kid)]
    aged = AGE.match(scene.text, head.end) is not None
    after = parse.tokens[head.i + 1].lower if head.i + 1 < len(parse.tokens) else ""
    if any(part.lower in scene.words.organised for part in (*parts, head)) and not titles and not aged:
        return None
    if titles or told or aged or after in scene.words.naming:
        return Person(head, next(iter((*titles, *told)), None))
    covered = any(span.start <= head.start < span.end for span in taken)
    if not covered and is_name(scene, head) and any(part.tag == "NNP" and part.text[:1].isupper() for part in parts):
        return Person(head, None)
    return None


def name_start(scene: Scene, head: Token) -> int:
    """Return where a name begins, its titles left out; "his" belongs to "his wife"."""
    parts = [kid for kid in scene.parse.kids(head, "compound") if kid.tag == "NNP" and not is_role(scene, kid)]
    parts += [kid for kid in scene.parse.kids(head, "poss") if kid.tag == "PRP$"]
    return min([head.start, *(kid.start for kid in parts if kid.i < head.i)])


def without_retold(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Leave out the named people whom a number of the same measure counts elsewhere in the report, and those told late.

    A name beside a number under one verb stays: "arrested the commander X with six others".
    """
    told: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.rule != RULE and draft.least and is_rival(draft):
            told.setdefault(family(draft.measure), []).append(draft)
    return [draft for draft in drafts if draft.rule != RULE or is_new(draft, told, text)]


def is_rival(draft: Draft) -> bool:
    """Say whether a count may be of the people who are also named: not of one who killed himself after them."""
    verb = draft.verb
    return draft.measure is not None and not (
        verb is not None
        and any(kid.lower in ("himself", "herself", "itself") for kid in draft.parse.kids(verb, "dobj"))
    )


def is_the_dead_one(draft: Draft, dead: Sequence[Draft]) -> bool:
    """Say whether somebody named as shot may be the one person whom the report counts as dead."""
    shot = draft.measure == "wounded" and draft.verb is not None and draft.verb.lower == "shot"
    return shot and any(rival.quantity is not None and rival.quantity.low == 1 for rival in dead)


def is_aged(draft: Draft, text: str) -> bool:
    """Say whether an age stands behind the name of somebody killed: "Anna Lind, 22, was shot and killed"."""
    return draft.measure == "killed" and AGE.match(text, draft.anchor.end) is not None


def is_new(draft: Draft, told: Mapping[str, Sequence[Draft]], text: str) -> bool:
    """Say whether a named person is told of early or as what an act led to ("fired, killing X"), and by no number of the report."""
    if is_the_dead_one(draft, told.get("killed", ())):
        return False
    rivals = told.get(family(draft.measure), ())
    outcome = draft.verb is not None and draft.verb.tag == "VBG" and draft.verb.dep == "advcl"
    alone = not told and (draft.group not in (None, TOTAL) or is_aged(draft, text))
    if draft.sentence.index >= (LATER if alone else EARLY) and not outcome:
        return False
    mates = [rival for rival in rivals if rival.verb == draft.verb and rival.sentence.index == draft.sentence.index]
    if mates and draft.group not in (None, TOTAL) and is_joined(draft, mates):
        return True
    return all(rival in mates or any(retells(rival, mate) for mate in mates) for rival in rivals)


def is_joined(draft: Draft, mates: Sequence[Draft]) -> bool:
    """Say whether a relative or companion stands right behind those whom a number counts: "two clerks and |their driver"."""
    tokens = draft.parse.at(draft.anchor)
    first = tokens[0] if tokens else None
    if first is None or first.tag != "PRP$" or not first.i or draft.parse.tokens[first.i - 1].lower != "and":
        return False
    return any(0 <= draft.anchor.start - mate.anchor.end < NEXT_TO for mate in mates)


def retells(rival: Draft, mate: Draft) -> bool:
    """Say whether a count elsewhere only tells again whom the named person stands beside: "two officials and their driver"."""
    return (rival.group, rival.quantity and rival.quantity.low) == (mate.group, mate.quantity and mate.quantity.low)
