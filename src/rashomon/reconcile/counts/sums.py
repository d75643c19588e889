"""Add up the parts of one root, and say where parts and wholes do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.model import TOTAL, Note, Quantity, Scope
from rashomon.reconcile.case import Answer, Case
from rashomon.reconcile.counts.intervals import Relation, ceiling_of, floor_of, relation, sharpest, total_of, written
from rashomon.reconcile.judged import of_suspects, took_own_life
from rashomon.reconcile.questions.parts import group_id
from rashomon.reconcile.questions.rest import is_beside, is_nobody_s, rest_of
from rashomon.reconcile.questions.said import NAMED, answered

MANY = 2
"""A sum needs at least so many parts."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Counts of one measure by one root in one report: whole counts by group, and the stated total if there is one."""

    measure: str
    parts: tuple[Answer, ...]
    total: tuple[Answer, ...]
    wholes: tuple[Answer, ...]

    @property
    def sum(self) -> Quantity:
        """What the parts add up to; nobody stated it."""
        return total_of(said(part) for part in self.parts)


def said(answer: Answer) -> Quantity:
    """Return the interval of an answer that states one."""
    return answered(answer) or Quantity.unknown()


def breakdowns(case: Case, answers: Sequence[Answer]) -> list[Breakdown]:
    """Return, for each report, root and measure, what was counted by group, in a fixed order."""
    groups: dict[tuple[str, str, str], list[Answer]] = {}
    for answer in sorted(answers, key=lambda one: one.rank):
        if answered(answer) is not None and (answer.claim.scope in {Scope.WHOLE, Scope.PART} or is_nobody_s(answer)):
            measure = case.orders.measure(answer.claim.measure or "")
            groups.setdefault((answer.report.id, answer.root.key, measure), []).append(answer)
    return [breakdown_of(case, measure, group) for (_, _, measure), group in groups.items()]


def breakdown_of(case: Case, measure: str, answers: Sequence[Answer]) -> Breakdown:
    """Return the breakdown of one root's counts: one count a group, and as parts the groups that may be added."""
    rest = rest_of(answers)
    total = tuple(
        a for a in answers if group_id(a.claim) == TOTAL.id and a.claim.scope is Scope.WHOLE and a not in rest
    )
    by_group: dict[str, list[Answer]] = {}
    for answer in answers:
        if group_id(answer.claim) != TOTAL.id:
            by_group.setdefault(group_id(answer.claim), []).append(answer)
    single = [
        min(group, key=lambda a: (a.claim.scope is not Scope.WHOLE, a.rank)) for _, group in sorted(by_group.items())
    ]
    told = [a for i, a in enumerate(single) if not any(are_the_same(case, a, b) for b in single[:i])]
    parts = with_rest(addable(case, told), told, rest, answers) if rest else addable(case, told)
    return Breakdown(measure, tuple(parts), total, tuple(told))


def with_rest(
    parts: Sequence[Answer], told: Sequence[Answer], rest: Sequence[Answer], answers: Sequence[Answer]
) -> list[Answer]:
    """Return the parts with the people of no group who are told beside one of them: "a girl and two others" are three."""
    outer = parts or (told if len(told) == 1 else [])
    groups = {group_id(a.claim) for a in outer}
    joined = [b for b in rest if any(group_id(a.claim) in groups and is_beside(a, b) for a in answers)]
    once = {(said(b).low, said(b).high): b for b in reversed(joined)}
    return [*outer, *once.values()] if once else list(parts)


def is_whole(answer: Answer) -> bool:
    """Say whether an answer counts all of a group, or all the rest beside one."""
    return answer.claim.scope is Scope.WHOLE or is_nobody_s(answer)


def are_the_same(case: Case, first: Answer, second: Answer) -> bool:
    """Say whether two counts of one report tell of the same people: "four friends were killed ... the four students who died".

    They give one number above one in two places, and their groups may be of the same people. "The gunman was a student who died
    by a wound of his own" tells of one.
    """
    one, other = said(first), said(second)
    if of_suspects(first.claim) != of_suspects(second.claim) and one.high == other.high == 1:
        return NAMED in (one.hedge, other.hedge) and first.claim.span.overlaps(second.claim.span)
    if one.high in (None, 0, 1) or not one.same_bounds(other) or first.claim.span.overlaps(second.claim.span):
        return False
    if is_loose(first, case) or is_loose(second, case):
        return True
    return not case.orders.apart(group_id(first.claim), group_id(second.claim))


def is_loose(answer: Answer, case: Case) -> bool:
    """Say whether a group has but the words that name it: no row of the tables, and no known actor."""
    group = answer.claim.group or TOTAL
    return group.label.lower() == group.id and group.id not in case.orders.groups.by_id


def addable(case: Case, counts: Sequence[Answer]) -> list[Answer]:
    """Return the counts that may be added, with whoever killed them and then themselves: a suspect who is not counted again."""
    doers = [a for a in counts if took_own_life(a.claim)]
    rest = [a for a in counts if a not in doers and not (doers and of_suspects(a.claim))]
    outer = cut_apart(case, rest)
    lone = [a for a in rest if a.claim.scope is Scope.WHOLE]
    return [*(outer or lone), *doers] if doers and (outer or len(rest) == len(lone) == 1) else outer


def cut_apart(case: Case, counts: Sequence[Answer]) -> list[Answer]:
    """Return the counts by role that may be added, else those by age and sex, else single people told of side by side.

    A group inside another is left out.
    """
    whole = [a for a in counts if a.claim.scope is Scope.WHOLE]
    cuts = (
        [a for a in whole if group_id(a.claim) not in case.orders.people],
        [a for a in counts if group_id(a.claim) in case.orders.people],
    )
    for cut in cuts:
        outer = [a for a in cut if not any(case.orders.contains(group_id(b.claim), group_id(a.claim)) for b in cut)]
        if len(outer) >= MANY and all(
            case.orders.apart(group_id(a.claim), group_id(b.claim)) for a, b in combinations(outer, 2)
        ):
            return outer
    return whole if len(whole) >= MANY and whole == list(counts) and are_told_together(case, whole) else []


def are_told_together(case: Case, counts: Sequence[Answer]) -> bool:
    """Say whether single people of groups cut in two ways stand side by side in one clause: "a soldier and his daughter"."""
    return all(
        said(a).low == said(a).high == 1
        and a.claim.span.overlaps(b.claim.span)
        and not case.orders.contains(group_id(a.claim), group_id(b.claim))
        and not case.orders.contains(group_id(b.claim), group_id(a.claim))
        for a in counts
        for b in counts
        if a is not b
    )


def derived_sums(case: Case, answers: Sequence[Answer]) -> list[Breakdown]:
    """Return the breakdowns that add to a total which their root does not state: the parts are whole counts by role."""
    return [
        b for b in breakdowns(case, answers)
        if len(b.parts) >= MANY and not b.total and all(map(is_whole, b.parts))
        and not any(group_id(a.claim) in case.orders.people for a in b.parts)
    ]  # fmt: skip


def lone_counts(case: Case, answers: Sequence[Answer]) -> list[Breakdown]:
    """Return the breakdowns that count whole groups only and add to no sum by role, with what they make of the total.

    "A man was killed", and nothing of a total: one person was. "A woman and a boy were found dead": two were. Parts of
    something larger ("including nine children") make no total.
    """
    found = []
    for one in breakdowns(case, answers):
        whole = [a for a in one.wholes if a.claim.scope is Scope.WHOLE]
        outer = [a for a in whole if not any(case.orders.contains(group_id(b.claim), group_id(a.claim)) for b in whole)]
        summed = bool(one.parts) and all(map(is_whole, one.parts))
        told = tuple(one.parts) if summed else tuple(outer)
        single = len(told) == 1 or (len(told) >= MANY and summed)
        if one.measure in case.orders.totalled and not one.total and single and all(map(is_whole, told)):
            found.append(Breakdown(one.measure, told, (), one.wholes))
    return found


def with_additions(
    case: Case, lone: Sequence[Breakdown], stated: Sequence[Answer], additions: Sequence[Answer]
) -> list[Breakdown]:
    """Return the breakdowns with those whom the same report adds, one by one: "a girl was shot ... a second victim was treated".

    ``stated`` are the answers that are no additions; where one of them counts all, nothing is added.
    """
    found = []
    for one in lone:
        last = one.parts[-1]
        total = any(group_id(a.claim) == TOTAL.id and same_story(case, a, last, one.measure) for a in stated)
        single = said(last).low == said(last).high == 1
        more = [a for a in additions if single and not total and is_added(case, a, last, one.measure)]
        found.append(Breakdown(one.measure, (*one.parts, *more), one.total, one.wholes) if more else one)
    return found


def same_story(case: Case, first: Answer, second: Answer, measure: str) -> bool:
    """Say whether two answers of one report count the same measure."""
    return first.report.id == second.report.id and case.orders.measure(first.claim.measure or "") == measure


def is_added(case: Case, more: Answer, last: Answer, measure: str) -> bool:
    """Say whether an addition is to what its report counts before it, on the same word or on none."""
    if (
        not same_story(case, more, last, measure)
        or answered(more) is None
        or more.claim.span.start < last.claim.span.end
    ):
        return False
    return more.root.key == last.root.key or more.own or last.own


def misfits(case: Case, answers: Sequence[Answer]) -> list[Note]:
    """Return a note for each part above its whole, breakdown that misses its total, and group label at odds with it."""
    return [note for one in breakdowns(case, answers) for note in (*above(case, one), *missed(one), *mislabelled(one))]


def above(case: Case, one: Breakdown) -> Iterator[Note]:
    """Yield a note for each group's count that is above the count of a group that contains it."""
    for part in one.wholes:
        for whole in (*one.total, *one.wholes):
            high = said(whole).high
            if (
                case.orders.contains(group_id(whole.claim), group_id(part.claim))
                and high is not None
                and floor_of(said(part)) > high
            ):
                yield note("part-above-whole", part, f"{named(part)} {one.measure} is more than {named(whole)}")


def missed(one: Breakdown) -> Iterator[Note]:
    """Yield a note where whole counts by group stand beside a total that they do not add up to."""
    if not one.total or len(one.parts) < MANY or any(a.claim.scope is not Scope.WHOLE for a in one.parts):
        return
    total = sharpest(said(a) for a in one.total)
    if one.sum.low is not None and relation(total, one.sum) is Relation.APART:
        how = "more" if floor_of(one.sum) > ceiling_of(total) else "fewer"
        yield note(
            "sum-misses-total",
            one.total[0],
            f"the groups add up to {written(one.sum)} {one.measure}, {how} than the stated {written(total)}",
        )


def mislabelled(one: Breakdown) -> Iterator[Note]:
    """Yield a note where a count for one group is what all groups of the breakdown add up to."""
    counts = [a for a in one.parts if a.claim.scope is Scope.WHOLE]
    for odd in counts:
        others = [a for a in counts if a is not odd]
        rest = total_of(said(a) for a in others)
        if (
            len(others) >= MANY
            and relation(said(odd), rest) is not Relation.APART
            and odd.claim.span < others[0].claim.span
        ):
            words = f"{named(odd)} {one.measure} is what the other groups add up to ({written(rest)}): the label may be wrong"
            yield note("group-at-odds", odd, words)


def named(answer: Answer) -> str:
    """Return a count with its group: "12 civilians"."""
    return f"{written(said(answer))} {(answer.claim.group or TOTAL).label}"


def note(code: str, answer: Answer, words: str) -> Note:
    """Return a note at the claim's words, naming who says it."""
    return Note(code, f"{answer.root.label} in {answer.report.name}: {words}.", answer.claim.span, answer.report.id)
