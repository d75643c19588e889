"""Counts of one group that a report joins by "and": in "two boys and a girl were hurt" three children are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import TOTAL, ClaimId, Group, Scope
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import total_of
from rashomon.reconcile.questions.parts import group_id
from rashomon.reconcile.questions.said import answered

JOINED = re.compile(
    r"(?:\s(?!(?:was|were|is|are|has|have|had|who|of|including|among|and)\b)[\w’'-]+){1,6}\s(?:and|as well as|along with|plus)(?:\sat least|\sabout|\ssome)?\s"
)
"""What stands between two numbers that are added: "two| boys and |a girl"."""

REACH = 60
"""Code points that may lie between them."""


def added_up(answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers, those that one report joins by "and" for one group as a single one of the whole group.

    "A boy and a girl" are two children, whatever each is called; "two pupils, a boy and his sister" are two as well.
    """
    whole: dict[ClaimId, Answer] = {}
    gone: set[ClaimId] = set()
    last: Answer | None = None
    for answer in sorted(filter(may_be_added, answers), key=place_of):
        if last is not None and are_joined(last, answer):
            last = whole[last.claim.id] = as_one(last, answer)
            gone.add(answer.claim.id)
        else:
            last = answer
    return [whole.get(a.claim.id, a) for a in answers if a.claim.id not in gone] if whole else list(answers)


def may_be_added(answer: Answer) -> bool:
    """Say whether an answer counts all of some group, and no more than that."""
    claim, said = answer.claim, answered(answer)
    whole = claim.scope is Scope.WHOLE and claim.number_span is not None and group_id(claim) != TOTAL.id
    return whole and said is not None and bool(said.low)


def place_of(answer: Answer) -> tuple[tuple[str, ...], int]:
    """Return what an answer counts, on whose word and in which report, and where its number stands."""
    number = answer.claim.number_span
    return question_of(answer), number.start if number is not None else 0


def question_of(answer: Answer) -> tuple[str, ...]:
    """Return the report, root, measure and group of an answer."""
    return answer.report.id, answer.root.key, answer.claim.measure or "", group_id(answer.claim)


def are_joined(first: Answer, second: Answer) -> bool:
    """Say whether two counts of one group, called by two words, stand on the two sides of an "and"."""
    before, behind = first.claim.number_span, second.claim.number_span
    if before is None or behind is None or question_of(first) != question_of(second):
        return False
    if not 0 < behind.start - before.end < REACH:
        return False
    labels = [(answer.claim.group or TOTAL).label for answer in (first, second)]
    return labels[0] != labels[1] and JOINED.fullmatch(first.report.text, before.end, behind.start) is not None


def as_one(first: Answer, second: Answer) -> Answer:
    """Return two counts of one group as the count of all of them."""
    one, other = answered(first), answered(second)
    if one is None or other is None:
        return first
    group = group_id(first.claim)
    span = first.claim.span.hull(second.claim.span)
    claim = replace(
        first.claim,
        quantity=total_of([one, other]),
        group=Group(group, group),
        span=span,
        number_span=second.claim.number_span,
    )
    return replace(first, claim=claim)
