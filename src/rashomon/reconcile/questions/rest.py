"""People told beside those of a group: in "a girl and two others were hurt" the two are the rest of three, and no total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.model import TOTAL, Scope
from rashomon.reconcile.case import Answer
from rashomon.reconcile.questions.parts import group_id

REST = re.compile(r"\s*(?:others?|more|(?:other |more )?(?:people|persons?|individuals?|victims))\b", re.IGNORECASE)
"""Words right behind the number of a rest, who are nobody in particular."""

JOINED = re.compile(
    r"(?:\s(?!(?:was|were|is|are|has|have|had|who|of|including|among)\b)[\w’'-]+){1,6},?\s(?:and|as well as|along with|plus)(?:\sat least|\sabout|\ssome)?\s",
    re.IGNORECASE,
)
"""What stands between the number of a group and that of the rest: "a| girl and |two others"."""

ANOTHER = re.compile(r"another (?:person|individual|victim)\b", re.IGNORECASE)
"""One more of nobody in particular, told of after those of a group, be it in a sentence of its own."""

REACH, FARTHER = 80, 250
"""Code points that may lie between the two numbers, and between a group's and that of one more."""


def without_rest(answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers without those that count only the rest beside a group."""
    rest = rest_of(answers)
    return [answer for answer in answers if answer not in rest] if rest else list(answers)


def rest_of(answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers that count people of no group right behind a count of some group, under one verb on one word."""
    groups: dict[tuple[object, ...], list[Answer]] = {}
    for answer in answers:
        if answer.claim.number_span is not None and answer.claim.scope in (Scope.WHOLE, Scope.INCREMENT):
            key = (answer.report.id, answer.root.key, answer.claim.measure)
            groups.setdefault(key, []).append(answer)
    return [b for told in groups.values() for b in told if is_nobody_s(b) and any(is_beside(a, b) for a in told)]


def is_nobody_s(answer: Answer) -> bool:
    """Say whether an answer counts people of whom nothing more is told: "two others", "a person"."""
    number = answer.claim.number_span
    return (
        number is not None and group_id(answer.claim) == TOTAL.id and bool(REST.match(answer.report.text, number.end))
    )


def is_beside(first: Answer, rest: Answer) -> bool:
    """Say whether a count of a group stands right before a rest: "a girl and two others", "a girl was hurt. Another person ..."."""
    before, behind = first.claim.number_span, rest.claim.number_span
    if before is None or behind is None or group_id(first.claim) == TOTAL.id or first.claim.scope is not Scope.WHOLE:
        return False
    if 0 < behind.start - before.end < FARTHER and ANOTHER.match(rest.report.text, behind.start):
        return True
    if not 0 < behind.start - before.end < REACH:
        return False
    return JOINED.fullmatch(first.report.text, before.end, behind.start) is not None
