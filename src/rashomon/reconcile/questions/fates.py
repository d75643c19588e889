"""People who were told of as hurt and are among the dead: one person is not counted twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rashomon.lexicon.orders import Orders
from rashomon.model import TOTAL, ClaimId
from rashomon.reconcile.case import Answer
from rashomon.reconcile.questions.said import answered

JOINED = 200
"""So many characters lie at most between two numbers of one sentence that tell of two people."""
ENDS = re.compile(r"[.!?]['\"”’)]*\s")

HE = frozenset({"he", "she", "him", "her"})
"""Words that take up the person told of before: "a man was taken to hospital, where he died"."""

Asked = tuple[str, str, str]
"""A measure, a group and a scope."""


DIED = "later among the dead"
"""The scope of a count of people who were told of as hurt and died."""


def set_apart_the_dead(groups: dict[Asked, list[Answer]], scope: str, orders: Orders) -> None:
    """Move the counts of the hurt who are among the dead out of the questions on the hurt, into ones of their own."""
    gone = among_the_dead(groups, scope, orders)
    for key in sorted(key for key in groups if key[2] == scope):
        for answer in [answer for answer in groups[key] if answer.claim.id in gone]:
            groups[key].remove(answer)
            groups.setdefault((*key[:2], DIED), []).append(answer)


def among_the_dead(groups: Mapping[Asked, Sequence[Answer]], scope: str, orders: Orders) -> dict[ClaimId, Answer]:
    """Return the hurt who are the dead of the same event, each with the answer that tells of the death.

    "A man was shot" in one report and "the man shot on Friday has died" in another tell of one man. Only where every
    report tells of one person, all of them may be one, and none sets another one beside them ("one dead, another wounded").
    """
    killed = stating(groups, "killed", scope)
    hurt = stating(groups, "wounded", scope)
    if not killed or not hurt or not all(is_one(answer) for answer in (*killed, *hurt)):
        return {}
    if several(killed, orders) or several(hurt, orders) or any(is_another(h, killed, orders) for h in hurt):
        return {}
    return {one.claim.id: killed[-1] for one in hurt}


def several(answers: Sequence[Answer], orders: Orders) -> bool:
    """Say whether answers that tell of one person each are of two kinds of people, so that they are of several: "a man", "a mother"."""
    kinds = sorted({group_of(answer) for answer in answers})
    return any(orders.distinct(a, b) for a, b in combinations(kinds, 2))


def stating(groups: Mapping[Asked, Sequence[Answer]], measure: str, scope: str) -> list[Answer]:
    """Return the answers on a measure in a scope that tell of somebody, of whatever group, in order of time."""
    told = [a for key, answers in groups.items() if key[0] == measure and key[2] == scope for a in answers]
    some = [a for a in told if (said := answered(a)) is not None and said.high != 0]
    return sorted(some, key=lambda a: a.rank)


def is_one(answer: Answer) -> bool:
    """Say whether an answer tells of one person."""
    said = answered(answer)
    return said is not None and said.low == said.high == 1


def is_another(one: Answer, killed: Sequence[Answer], orders: Orders) -> bool:
    """Say whether a hurt person is surely not the one who died: "another", of a group that no dead belong to, or alive."""
    if says_any(one, orders.beside) and not all(is_named(dead) for dead in killed):
        return True
    if all(orders.distinct(group_of(one), group_of(dead)) for dead in killed):
        return True
    return any(side_by_side(one, dead) for dead in killed if dead.report.id == one.report.id)


def is_named(answer: Answer) -> bool:
    """Say whether an answer tells of somebody without a number: by name, or as "he"."""
    return answer.claim.quantity is not None and answer.claim.quantity.hedge == "named"


def says_any(answer: Answer, words: Iterable[str]) -> bool:
    """Say whether a count's own words hold one of some words."""
    text = f" {' '.join(re.findall(r'[a-z]+', number_words(answer).casefold()))} "
    return any(f" {word} " in text for word in words)


def number_words(answer: Answer) -> str:
    """Return the number's words and the few behind it."""
    span = answer.claim.number_span or answer.claim.span
    return answer.report.text[span.start : span.end + 12]


def group_of(answer: Answer) -> str:
    """Return the id of the group that an answer counts."""
    return (answer.claim.group or TOTAL).id


def side_by_side(one: Answer, dead: Answer) -> bool:
    """Say whether one sentence gives both, each with its own number."""
    if is_named(dead) and dead.claim.quantity is not None and dead.claim.quantity.words.casefold() in HE:
        return False
    first, second = sorted(((a.claim.number_span or a.claim.span) for a in (one, dead)), key=lambda span: span.start)
    between = one.report.text[first.end : second.start]
    return first != second and len(between) < JOINED and ENDS.search(between) is None
