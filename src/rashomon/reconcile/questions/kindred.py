"""Groups that reports name in different words: one paper's militants are another's fighters."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicon.orders import Orders
from rashomon.model import TOTAL, Scope
from rashomon.reconcile.case import Answer
from rashomon.reconcile.questions.said import answered

Groups = dict[tuple[str, str, str], list[Answer]]
"""Answers by what they answer: measure, group and scope."""


def join_kindred(groups: Groups, orders: Orders) -> None:
    """Put the counts of kindred groups together, where no report tells the two apart.

    "Five rebels were killed" in one report and "nobody of the fighters" in another answer one question; "five rebels and two militiamen" in
    one report are two. Groups that merely overlap are of one people where reports count as many of them.
    """
    for kindred in (*orders.kindred, *orders.overlapping):
        for measure, scope in sorted({(key[0], key[2]) for key in groups if key[1] in kindred}):
            keys = sorted(key for key in groups if (key[0], key[2]) == (measure, scope) and key[1] in kindred)
            if kindred in orders.kindred or in_step(keys, groups):
                join(keys, groups)


def in_step(keys: Sequence[tuple[str, str, str]], groups: Groups) -> bool:
    """Say whether each of several groups is counted with a number, above one, that another of them is counted with too."""
    told = [{said for answer in groups[key] if (said := number_of(answer))} for key in keys]
    return all(any(mine & other for other in told if other is not mine) for mine in told)


def number_of(answer: Answer) -> int:
    """Return the number that an answer gives, 0 where it is of a single person or gives none exactly."""
    said = answered(answer)
    return said.low if said is not None and said.low is not None and said.is_exact and said.low > 1 else 0


def join(keys: Sequence[tuple[str, str, str]], groups: Groups) -> None:
    """Move the answers of some questions to the one of them that most answers are given to, where no report answers two."""
    reports = [answer for key in keys for answer in {a.report.id for a in groups[key]}]
    if len(keys) < 2 or len(set(reports)) < len(reports):
        return
    first = min(keys, key=lambda key: (-len(groups[key]), key))
    for key in keys:
        if key != first:
            groups[first] += groups.pop(key)


def count_everyone(groups: Groups, orders: Orders, scope: str) -> None:
    """Let counts of passengers answer for all, where others state a total and nobody counts crew, drivers or people on the ground.

    "29 passengers died" in one report and "31 dead" in another answer one question. Women and children are cut another way.
    """
    for measure in sorted({key[0] for key in groups if key[2] == scope and key[1] in orders.all_of(key[0])}):
        everyone = orders.all_of(measure)
        told = [key for key in groups if (key[0], key[2]) == (measure, scope) and groups[key]]
        others = [key for key in told if key[1] not in everyone | orders.people | {TOTAL.id}]
        stated = groups.get((measure, TOTAL.id, scope))
        if others or not stated:
            continue
        speaking = {(answer.report.id, answer.voice) for answer in stated}
        aboard = [a for key in told if key[1] in everyone for a in groups[key] if a.claim.scope is Scope.WHOLE]
        stated += [answer for answer in aboard if (answer.report.id, answer.voice) not in speaking]
