"""Which of several figures in one report is its figure of the event, and which stand beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.lexicon.orders import Orders
from rashomon.model import ClaimId, Quantity, ZoneKind
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import Relation, floor_of, relation
from rashomon.reconcile.questions.said import NAMED, NONE_AT_ALL, answered

LEDE = 400
"""Claims that start within so many characters of the body's first one stand in the lede."""
HEADLINE_WEIGHT, LEDE_WEIGHT, BODY_WEIGHT, ASIDE_WEIGHT = 3.0, 2.0, 1.0, 0.5
ASIDES = frozenset({ZoneKind.SUBHEAD, ZoneKind.CAPTION, ZoneKind.EMBED})
"""Zones that often speak of something beside the happening."""
BOTH = "both"
NUMBERED = frozenset({"one", "1"})
"""Words that count one person as a number does, as "a man" or a name does not."""
AROUND = 160
"""So many characters around a figure are looked at for words of revision."""
MARKS = str.maketrans(dict.fromkeys('"“”‘(', " "))
"""Marks that open or close what is quoted, and part no words."""


@dataclass(frozen=True, slots=True)
class Told:
    """Figures of one report on one voice that admit each other, and how prominently it gives them."""

    answers: tuple[Answer, ...]
    said: Quantity

    def weight(self, lede: int) -> float:
        """Return the weight of the most prominent of them."""
        return max(weight_of(answer, lede) for answer in self.answers)


def weight_of(answer: Answer, lede: int) -> float:
    """Return how prominently a report gives a figure; ``lede`` is where its lede ends."""
    zone = answer.claim.zone
    if zone is ZoneKind.HEADLINE:
        return HEADLINE_WEIGHT
    if zone in ASIDES:
        return ASIDE_WEIGHT
    return LEDE_WEIGHT if answer.claim.span.start < lede else BODY_WEIGHT


def beside_the_lead(answers: Sequence[Answer], orders: Orders) -> dict[ClaimId, Answer]:
    """Return the figures of a growing measure that are not their report's figure of the event, each with the one that is.

    "Eight people were killed ... four died at the scene": the four are a part. "Six died on Wednesday ... Saturday's
    attack had killed 126": the 126 are another matter. Words of revision ("risen to", "at first") keep both as a series.
    """
    by_report: dict[tuple[str, str], list[Answer]] = {}
    for answer in answers:
        if answered(answer) is not None and orders.grows(answer.claim.measure or ""):
            by_report.setdefault((answer.report.id, answer.voice), []).append(answer)
    found: dict[ClaimId, Answer] = {}
    for _, mine in sorted(by_report.items()):
        found.update(beside(mine, orders.revision))
    kept = [answer for mine in by_report.values() for answer in mine if answer.claim.id not in found]
    found.update(further_down(kept, orders.revision))
    return found


def singles(answers: Sequence[Answer], mates: Sequence[Answer], revision: Iterable[str]) -> dict[ClaimId, Answer]:
    """Return the counts of one person, or of "both", whose report counts more elsewhere, each with the largest of those.

    "Nine people were killed ... A woman died of her wounds": she is one of the nine, or of another matter. A number
    that somebody else is named for ("one, the army said") stays; so does a headline, and what words of revision tell.
    """
    found: dict[ClaimId, Answer] = {}
    for answer in answers:
        more = [mate for mate in mates if mate.report.id == answer.report.id and least(mate) > least(answer)]
        if not is_single(answer) or not more or answer.claim.zone is ZoneKind.HEADLINE:
            continue
        most = max(more, key=lambda mate: (least(mate), mate.rank))
        numbered = said_in_words(answer) in NUMBERED
        if not (numbered and answer.voice != most.voice) and not revised(told_together([answer, most]), revision):
            found[answer.claim.id] = most
    return found


def examples(mine: Sequence[Answer], measured: Sequence[Answer]) -> list[Answer]:
    """Return the counts of some of a group of whom another report of the same root, no earlier one, counts more: those told of by way of example.

    "A woman is in critical condition" in a report that counts nine hurt, beside "five men and four women were hurt" in another; "two
    men, 20 and 21, are stable" of seven hurt, beside "six men". Whom a report counts beside others of the measure ("a woman and five
    men") it counts in full. ``measured`` are all counts of the measure.
    """
    found = []
    for answer in mine:
        if least(answer) < 1 or answer.claim.zone is ZoneKind.HEADLINE:
            continue
        near = [a for a in measured if a.report.id == answer.report.id and a.claim.id != answer.claim.id]
        counted_with = any(
            a.claim.group != answer.claim.group and a.claim.span.overlaps(answer.claim.span) for a in near
        )
        among_more = any(least(a) > least(answer) for a in near) and not counted_with
        others = [a for a in mine if a.report.id != answer.report.id and a.house == answer.house]
        if among_more and any(
            least(a) > least(answer) and (is_single(answer) or is_no_earlier(answer, a)) for a in others
        ):
            found.append(answer)
    return found


def is_no_earlier(answer: Answer, other: Answer) -> bool:
    """Say whether an answer was surely given no earlier than another, or on the same day."""
    return answer.moment.before(other.moment) is not True


def one_of_several(mine: Sequence[Answer]) -> list[Answer]:
    """Return those told of without a number ("was arraigned on Monday") of whom a report that is no later counts several."""
    several = [answer for answer in mine if least(answer) > 1]
    return [
        answer
        for answer in mine
        if answer.claim.quantity is not None and answer.claim.quantity.hedge == NAMED and is_single(answer)
        and any(other.moment.before(answer.moment) is not False for other in several)
    ]  # fmt: skip


def is_single(answer: Answer) -> bool:
    """Say whether an answer counts exactly one person, or both of two that were told of before."""
    said = answered(answer)
    return said is not None and ((said.low, said.high) == (1, 1) or said_in_words(answer) == BOTH)


def least(answer: Answer) -> int:
    """Return the least number of people that an answer counts."""
    return floor_of(answered(answer) or NONE_AT_ALL)


def said_in_words(answer: Answer) -> str:
    """Return an answer's number in its own words, in lower case."""
    return answer.claim.quantity.words.casefold() if answer.claim.quantity else ""


def further_down(answers: Sequence[Answer], revision: Iterable[str]) -> dict[ClaimId, Answer]:
    """Return the figures that a report gives in its own voice further down, where it opens with another one on a named root's."""
    found: dict[ClaimId, Answer] = {}
    for report in sorted({answer.report.id for answer in answers}):
        mine = [answer for answer in answers if answer.report.id == report]
        lede = lede_end(mine)
        opening = [a for a in mine if weight_of(a, lede) >= LEDE_WEIGHT and not a.own]
        for answer in (a for a in mine if a.own and weight_of(a, lede) <= BODY_WEIGHT):
            told = told_together([answer])[0]
            leads = [told_together([lead])[0] for lead in opening]
            apart = leads and all(relation(lead.said, told.said) is Relation.APART for lead in leads)
            if apart and not revised((told, *leads), revision):
                found[answer.claim.id] = opening[0]
    return found


def lede_end(answers: Sequence[Answer]) -> int:
    """Return where the lede of the report of some answers ends, counted from the first of them in the body."""
    return min((a.claim.span.start for a in answers if a.claim.zone is ZoneKind.BODY), default=0) + LEDE


def beside(answers: Sequence[Answer], revision: Iterable[str]) -> dict[ClaimId, Answer]:
    """Return the figures of one voice in one report that stand beside its leading one."""
    told = told_together(answers)
    if len(told) < 2:
        return {}
    lede = lede_end(answers)
    lead = max(told, key=lambda one: (one.weight(lede), len(one.answers), floor_of(one.said)))
    others = [
        one for one in told if one is not lead and is_beside(one, lead, lede) and not revised((one, lead), revision)
    ]
    return {answer.claim.id: lead.answers[0] for one in others for answer in one.answers}


def told_together(answers: Sequence[Answer]) -> list[Told]:
    """Put the figures together that admit each other, in the order of the text."""
    told: list[Told] = []
    for answer in sorted(answers, key=lambda a: (a.claim.zone is ZoneKind.HEADLINE, a.claim.span)):
        said = answered(answer) or Quantity.unknown()
        fits = next((i for i, one in enumerate(told) if relation(one.said, said) is not Relation.APART), None)
        if fits is None:
            told.append(Told((answer,), said))
        else:
            told[fits] = Told((*told[fits].answers, answer), told[fits].said)
    return told


def is_beside(one: Told, lead: Told, lede: int) -> bool:
    """Say whether a figure is a part of the leading one, or of another matter further down.

    What a named root says is no part of what the report says in its own voice only.
    """
    if all(answer.own for answer in lead.answers) and any(not answer.own for answer in one.answers):
        return False
    smaller = floor_of(one.said) < floor_of(lead.said)
    return (smaller and one.weight(lede) < HEADLINE_WEIGHT) or 2 * one.weight(lede) <= lead.weight(lede)


def says(answer: Answer, words: Iterable[str]) -> bool:
    """Say whether some words stand around a figure: those of a first count ("the toll is expected to rise"), those of one that has grown."""
    text = around(answer)
    return any(f" {phrase} " in text for phrase in words)


def revised(told: Iterable[Told], revision: Iterable[str]) -> bool:
    """Say whether the words around some figures tell that one takes the place of another."""
    texts = [around(answer) for one in told for answer in one.answers]
    return any(f" {phrase} " in text for phrase in revision for text in texts)


def around(answer: Answer) -> str:
    """Return the words around a figure, in lower case."""
    span = answer.claim.number_span or answer.claim.span
    text = answer.report.text[max(0, span.start - AROUND) : span.end + AROUND]
    return f" {' '.join(text.casefold().translate(MARKS).split())} "
