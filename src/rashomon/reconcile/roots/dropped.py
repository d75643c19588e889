"""Attributions that were dropped: an outlet's own or nobody's figure that is a named root's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.lexicon.placekeys import place_key
from rashomon.model import ActorKind, Quantity, ZoneKind
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import Relation, floor_of, relation, width
from rashomon.reconcile.ladder.series import Point, Strand
from rashomon.reconcile.roots.root import Root

COMMON = 3
"""Up to this number equal figures say little: two reports often count one or two dead on two sources."""
EARLIER = re.compile(
    r"\b(?:previous|earlier|initial|prior)\s(?:[\w-]+\s){0,2}(?:tolls?|counts?|tally|tallies|figures?|estimates?|reports?)\b[^.;]*$",
    re.IGNORECASE,
)
"""What tells before a number that another one has taken its place."""
AROUND = 60
"""So many characters before a number are looked at for it."""
SHARED = 0.6
"""Share of the words of the shorter wording from which two accounts of a small number are one."""


def settle_summaries(answers: Sequence[Answer]) -> list[Answer]:
    """Give a report's own figure the voice that the same report names for it.

    "At least 30 died" in the headline or lede, and "34, the governor said" below it, is the governor once: the
    figure above only sums up; so does what two say who are not named ("a hospital and a rescue group"). What the figure below excludes stays the outlet's own. A headline that names its source in
    short ("Union says two guards died") means the one that the body names in full for the number.
    """
    return [
        summed_up(answer, answers) if answer.own or answer.root.of_two or is_activists(answer) else named_in_full(answer, answers)
        if answer.claim.zone is ZoneKind.HEADLINE else answer for answer in answers
    ]  # fmt: skip


def is_activists(answer: Answer) -> bool:
    """Say whether an answer is given by "activists" without a name, who are mostly those of the groups that a report goes on to name."""
    return answer.root.kind is ActorKind.UNNAMED and answer.root.label.casefold().split()[-1:] == ["activists"]


def named_in_full(answer: Answer, answers: Sequence[Answer]) -> Answer:
    """Return a headline's answer on the word of the one root that the body names for that very number."""
    body = [mate for mate in answers if mate.report.id == answer.report.id and mate.claim.zone is not ZoneKind.HEADLINE]
    if any(mate.root.key == answer.root.key for mate in body):
        return answer
    number = quantity_of(answer)
    named = {mate.root.key: mate.root for mate in body if not mate.own and same_number(quantity_of(mate), number)}
    return replace(answer, root=next(iter(named.values())), leans=None) if len(named) == 1 else answer


def summed_up(answer: Answer, answers: Sequence[Answer]) -> Answer:
    """Return the answer on the word of the narrowest figure of a named root in the same report that it admits, or that takes its place."""
    if answer.own and is_overtaken(answer):
        return overtaken(answer, answers)
    mates = [
        mate for mate in answers
        if mate.report.id == answer.report.id and not mate.own and mate.claim.zone is not ZoneKind.HEADLINE
        and sums_up(quantity_of(answer), quantity_of(mate))
        and (mate.root.kind is ActorKind.MONITOR or not is_activists(answer)) and not is_activists(mate)
    ]  # fmt: skip
    if not mates:
        return answer
    best = min(mates, key=lambda mate: (width(quantity_of(mate)), mate.claim.span))
    return replace(answer, root=best.root, leans=None)


def is_overtaken(answer: Answer) -> bool:
    """Say whether a figure is told as an earlier one: "the previous toll was 20"."""
    span = answer.claim.number_span or answer.claim.span
    return EARLIER.search(answer.report.text, max(0, span.start - AROUND), span.start) is not None


def overtaken(answer: Answer, answers: Sequence[Answer]) -> Answer:
    """Return an earlier figure on the word of the one root that its report names for a later one."""
    named = {mate.root.key: mate.root for mate in answers if mate.report.id == answer.report.id and not mate.own}
    return replace(answer, root=next(iter(named.values())), leans=None) if len(named) == 1 else answer


def quantity_of(answer: Answer) -> Quantity:
    """Return the interval of an answer, open at both ends where it states none."""
    return answer.claim.quantity or Quantity.unknown()


def sums_up(own: Quantity, named: Quantity) -> bool:
    """Say whether a report's own figure may only sum up the one it names a source for: no sharper, or the same number.

    "Dozens" sums up 45, and "10" sums up "at least 10"; but 10 does not sum up "at least six".
    """
    if own.low is not None and own.low == named.low:
        return True
    below = own.low is None or (named.low is not None and own.low <= named.low)
    above = own.high is None or (named.high is not None and named.high <= own.high)
    return below and above


def admits(own: Quantity | None, named: Quantity | None) -> bool:
    """Say whether a report's own figure leaves room for the one it names a source for."""
    return own is not None and named is not None and relation(own, named) is not Relation.APART


def mark_dropped(strands: Sequence[Strand[Quantity]]) -> list[Strand[Quantity]]:
    """Mark each strand on the outlet's or nobody's word whose every figure stands in a named root's series.

    What a body says on its own page may be such a repeat too, and others may repeat it.
    """
    named = [strand for strand in strands if not (strand.root.spoken or strand.root.vague or is_leaning(strand))]
    bodies = [strand for strand in strands if strand.root.spoken and not is_paper(strand.root)]
    return [
        marked(strand, [*named, *bodies] if strand.root.vague or is_paper(strand.root) else named)
        if strand.root.spoken or strand.root.vague else strand
        for strand in strands
    ]  # fmt: skip


def is_leaning(strand: Strand[Quantity]) -> bool:
    """Say whether every figure of a strand leans on another root, as those of a quoted paper do in a local crime."""
    return all(answer.leans is not None for answer in strand.answers)


def is_paper(root: Root) -> bool:
    """Say whether a root is a paper or a station in its own voice."""
    return root.spoken and root.key.startswith("outlet:")


def marked(strand: Strand[Quantity], named: Sequence[Strand[Quantity]]) -> Strand[Quantity]:
    """Return the strand, resting on a named root whose series holds all its figures: the one it leans on, else the first."""
    fits = [other for other in named if all(repeats(point, other) for point in strand.points)]
    if not fits:
        return strand
    leans = {answer.leans.key for answer in strand.answers if answer.leans}
    first = min(
        fits,
        key=lambda other: (
            other.root.key not in leans, not cites(strand.answers, other), other.points[0].moment.rank, other.root.key,
        ),
    )  # fmt: skip
    return replace(strand, rests_on=first.root)


def mark_leaning(strand: Strand[Quantity], answers: Sequence[Answer]) -> Strand[Quantity]:
    """Return an outlet's own or nobody's figures as resting on the root that its reports lean on, where nothing speaks against it.

    A report that gives that root another figure, and its own beside it in the headline, contradicts itself.
    """
    leans = [answer.leans for answer in strand.answers]
    if strand.rests_on is not None or None in leans or len({root.key for root in leans if root}) != 1:
        return strand
    opposed = any(contradicts(answer, other) for answer in strand.answers for other in answers)
    return strand if opposed else replace(strand, rests_on=leans[0])


def contradicts(own: Answer, other: Answer) -> bool:
    """Say whether a report's own figure and the one it gives for the root that it leans on exclude each other."""
    if own.report.id != other.report.id or own.leans is None or own.leans.key != other.root.key:
        return False
    return own.claim.zone is ZoneKind.HEADLINE and not admits(own.claim.quantity, other.claim.quantity)


def repeats(point: Point[Quantity], strand: Strand[Quantity]) -> bool:
    """Say whether a figure is one of a series, and tells it: a number that any two accounts may share has to share words too, or its report to name the root."""
    if floor_of(point.said) > COMMON or cites(point.answers, strand):
        return stands_in(point.said, strand)
    words = {word for answer in point.answers for word in wording_of(answer)}
    return any(
        same_number(point.said, other.said) and alike(words, {w for a in other.answers for w in wording_of(a)})
        for other in strand.points
    )


def cites(answers: Sequence[Answer], strand: Strand[Quantity]) -> bool:
    """Say whether all reports of some answers name the root of a strand, whatever for."""
    return all(strand.root.key in answer.cited for answer in answers)


def wording_of(answer: Answer) -> list[str]:
    """Return the words in which a count is told."""
    return place_key(answer.claim.quote).split()


def alike(first: set[str], second: set[str]) -> bool:
    """Say whether two wordings share so many of their words that one was likely taken from the other."""
    return len(first & second) >= SHARED * min(len(first), len(second))


def stands_in(said: Quantity, strand: Strand[Quantity]) -> bool:
    """Say whether a figure is one of a series: bound for bound, or the same number with its hedge dropped or added."""
    return any(same_number(said, point.said) for point in strand.points)


def same_number(first: Quantity, second: Quantity) -> bool:
    """Say whether two figures are one number, whatever the hedge: "17" and "at least 17"."""
    hedged = first.low is not None and first.low == second.low and None in (first.high, second.high)
    return hedged or relation(first, second) is Relation.SAME
