"""The findings on acts: which claims tell the same act, and how their accounts stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.lexicon.families import Family
from rashomon.model import ClaimId, ClaimKind, Finding, Place, Position, Question, TimeSpan, Value
from rashomon.reconcile.acts.deeds import Deed, DeedComparison, deed_of
from rashomon.reconcile.acts.objects import Objects
from rashomon.reconcile.acts.sides import is_side
from rashomon.reconcile.beside.openpoints import open_points
from rashomon.reconcile.case import Answer, Case, finding_id
from rashomon.reconcile.ladder.climb import climb, independent
from rashomon.reconcile.ladder.houses import by_house, house_words, stand_apart
from rashomon.reconcile.ladder.rungs import rungs
from rashomon.reconcile.ladder.series import Point, Strand, by_root, claim_ids, report_ids
from rashomon.reconcile.ladder.within import inside_reports
from rashomon.reconcile.questions.ask import EVENT, Asked
from rashomon.reconcile.roots.kin import Kin

UNTYPED = "other"
"""The type of acts of which no table tells the kind: there is no question to ask of them."""


@dataclass(frozen=True)
class Told:
    """An answer as the account of an act of one family, at a target (empty where none is told)."""

    answer: Answer
    family: str
    deed: Deed
    target: str

    @property
    def when(self) -> TimeSpan | None:
        """When the act is said to have happened."""
        return self.answer.claim.when

    @property
    def day(self) -> date | None:
        """The last day of the act, else the day of the report."""
        return (self.when.latest if self.when else None) or self.answer.moment.as_of


@dataclass(frozen=True)
class ActQuestion:
    """The accounts that tell one act."""

    family: str
    target: str
    told: tuple[Told, ...]
    day: date | None = None


def told_acts(case: Case, objects: Objects, kin: Kin) -> list[Told]:
    """Return every account of an act: acts and asked statements themselves, and what words about control tell."""
    told = []
    for answer in case.of_kind(ClaimKind.ACT, ClaimKind.CONTROL, ClaimKind.STATEMENT):
        act = answer.claim.act
        if (
            act is None
            or act.type == UNTYPED
            or (answer.claim.kind is ClaimKind.STATEMENT and act.type not in case.families.statements)
        ):
            continue
        word = case.families.control.get(act.type)
        if answer.claim.kind is ClaimKind.CONTROL and word:
            if word.tells:
                doer = act.patient if is_side(act.patient, case.families, kin) else None
                deed = deed_of(answer, case.families.family(word.tells).label, told_by=word.tells, doer=doer)
                target = "" if doer else objects.key(act.patient, answer.claim.where)
                told.append(Told(answer, word.tells, deed, target))
            continue
        family = case.families.family_of(act.type)
        deed = deed_of(answer, case.families.family(family).label)
        if act.type in case.families.befalling:
            deed = replace(deed, agent=None)
        told.append(Told(answer, family, deed, target_of(deed, answer.claim.where, objects, kin)))
    return told


def target_of(deed: Deed, where: Place | None, objects: Objects, kin: Kin) -> str:
    """Return the key of the thing or place that an act is aimed at; an actor is no place."""
    if deed.patient is None or kin.actor(deed.patient) is not None:
        return ""
    return objects.key(deed.patient, where)


def act_questions(told: Sequence[Told], case: Case, kin: Kin) -> list[ActQuestion]:
    """Return the accounts put together act by act, in a fixed order."""
    questions: list[ActQuestion] = []
    for family in sorted({one.family for one in told}):
        mine = [one for one in told if one.family == family]
        if case.families.family(family).ongoing:
            questions += by_day(family, mine)
        else:
            questions += by_target(family, mine, kin, lasting=case.families.family(family).lasting)
    return [with_narrower(question, told, case, kin) for question in questions]


def by_day(family: str, told: Sequence[Told]) -> list[ActQuestion]:
    """Return one question a day ("do the clashes go on?")."""
    days = sorted({one.day for one in told}, key=lambda day: (day is None, str(day)))
    return [ActQuestion(family, "", tuple(one for one in told if one.day == day), day) for day in days]


def by_target(family: str, told: Sequence[Told], kin: Kin, *, lasting: bool = False) -> list[ActQuestion]:
    """Return one question a target, time and, where no target is told, a side; a lone target takes the untargeted accounts.

    What lasts is one act at all times.
    """
    targets = sorted({one.target for one in told if one.target})
    lone = targets[0] if len(targets) == 1 and not distinct_places(told) else ""
    groups: dict[str, list[Told]] = {}
    for one in told:
        groups.setdefault(one.target or lone, []).append(one)
    return [
        ActQuestion(family, target, tuple(part))
        for target, group in sorted(groups.items())
        for times in ([group] if lasting else by_time(group))
        for part in (by_side(times, kin) if not target else [times])
    ]  # fmt: skip


def distinct_places(told: Sequence[Told]) -> bool:
    """Say whether untargeted accounts name two places, so that they are surely more acts than one."""
    return len({one.deed.place for one in told if one.deed.place and not one.target}) > 1


def by_time(told: Sequence[Told]) -> list[list[Told]]:
    """Split accounts into runs whose times overlap; one without a time joins the first run."""
    ordered = sorted(
        told, key=lambda one: (one.when is None, str(one.when.earliest if one.when else ""), one.answer.rank)
    )
    runs: list[list[Told]] = []
    for one in ordered:
        fits = next((run for run in runs if any(overlapping(one, other) for other in run)), None)
        if fits is None:
            runs.append([one])
        else:
            fits.append(one)
    return runs


def overlapping(first: Told, second: Told) -> bool:
    """Say whether two accounts may be of one time."""
    return first.when is None or second.when is None or first.when.overlaps(second.when)


def by_side(told: Sequence[Told], kin: Kin) -> list[list[Told]]:
    """Split accounts of no told target by who acted; those that name nobody join the first side."""
    ordered = sorted(told, key=lambda one: (one.deed.agent is None, one.deed.agent or "", one.answer.rank))
    sides: list[list[Told]] = []
    for one in ordered:
        fits = next((side for side in sides if not opposed(one, side[0], kin)), None)
        if fits is None:
            sides.append([one])
        else:
            fits.append(one)
    return sides


def opposed(first: Told, second: Told, kin: Kin) -> bool:
    """Say whether two accounts name agents of two sides."""
    return bool(first.deed.agent and second.deed.agent and kin.differ(first.deed.agent, second.deed.agent))


def with_narrower(question: ActQuestion, told: Sequence[Told], case: Case, kin: Kin) -> ActQuestion:
    """Return a question about a wide act ("the attack") with the accounts of its method ("the bombing") beside it."""
    families = {name for name, family in case.families.acts.items() if family.part_of == question.family}
    more = [
        one for one in told
        if one.family in families and (not one.target or not question.target or one.target == question.target)
        and any(overlapping(one, mine) for mine in question.told) and not any(opposed(one, mine, kin) for mine in question.told)
    ]  # fmt: skip
    return ActQuestion(question.family, question.target, (*question.told, *more), question.day) if more else question


def act_findings(case: Case, objects: Objects, kin: Kin) -> list[Finding]:
    """Return the findings on acts."""
    told = told_acts(case, objects, kin)
    return [act_finding(question, case, kin, objects) for question in act_questions(told, case, kin)]


def act_finding(question: ActQuestion, case: Case, kin: Kin, objects: Objects) -> Finding:
    """Return the finding on one act: each root's account, and whether they can all be true."""
    family = case.families.family(question.family)
    compare = DeedComparison(kin, question.family, family.ongoing, family.mutual)
    strands = deed_strands(question.told, compare)
    judged = by_house(strands, lambda answers: deed_strand(answers, deeds_of(question.told), compare))
    verdict, why = climb(judged, compare)
    asked = Question(
        "statement" if question.family in case.families.statements else "act", act_label(question, family, objects),
        act=question.family, target=question.target or None, scope=scope_of(question),
    )  # fmt: skip
    return Finding(
        finding_id(case.event, asked), asked, verdict, tuple(deed_position(strand, compare) for strand in strands),
        independent(strands), why + house_words(strands) + inside_reports(strands, compare),
        open=open_points(Asked(asked, tuple(one.answer for one in question.told)), strands, verdict, case),
        ladder=rungs(judged, compare, verdict, why),
    )  # fmt: skip


def scope_of(question: ActQuestion) -> str:
    """Return what tells questions of one family and target apart: the day, and who acted where no target is told."""
    days = sorted({str(one.when.earliest) for one in question.told if one.when and one.when.earliest})
    agents = sorted({one.deed.agent for one in question.told if one.deed.agent})
    parts = [
        str(question.day) if question.day else days[0] if days else "",
        "" if question.target else "".join(agents[:1]),
    ]
    return ", ".join(part for part in parts if part) or EVENT


def act_label(question: ActQuestion, family: Family, objects: Objects) -> str:
    """Return how the question reads: "air strike on a sewing workshop", "clashes on 22 January 2022"."""
    if question.day:
        return f"{family.label} on {question.day.day} {question.day:%B %Y}"
    aimed = [one for one in question.told if one.target and one.target == question.target]
    target = objects.best_name({one.deed.patient for one in aimed if one.deed.patient})
    agents = sorted({one.deed.agent for one in question.told if one.deed.agent})
    if target:
        return f"{family.label} {family.joint} {target}"
    return f"{family.label} by {agents[0]}" if agents else family.label


def deed_strands(told: Sequence[Told], compare: DeedComparison) -> list[Strand[Deed]]:
    """Return each root's account; where a root tells two that exclude each other, both in order of time."""
    deeds = deeds_of(told)
    answers = list({one.answer.claim.id: one.answer for one in told}.values())
    strands = [deed_strand(group, deeds, compare) for _, group in by_root(answers)]
    return stand_apart(sorted(strands, key=lambda s: (s.points[0].moment.rank, s.root.key)), compare)


def deeds_of(told: Iterable[Told]) -> dict[ClaimId, Deed]:
    """Return what each claim tells."""
    return {one.answer.claim.id: one.deed for one in told}


def deed_strand(answers: Sequence[Answer], deeds: Mapping[ClaimId, Deed], compare: DeedComparison) -> Strand[Deed]:
    """Return the accounts of one root in order of time."""
    ordered = sorted(answers, key=lambda answer: answer.rank)
    points: list[Point[Deed]] = []
    for answer in ordered:
        add_account(points, deeds[answer.claim.id], answer, compare)
    return Strand(ordered[0].root, tuple(points))


def add_account(points: list[Point[Deed]], deed: Deed, answer: Answer, compare: DeedComparison) -> None:
    """Add an account to a root's points: to the point it does not exclude, which keeps the fuller account."""
    for i, point in enumerate(points):
        if compare.relation(point.said, deed).value != "apart":
            fuller = max(point.said, deed, key=lambda one: one.details)
            points[i] = Point(fuller, answer.moment, (*point.answers, answer))
            return
    points.append(Point(deed, answer.moment, (answer,)))


def deed_position(strand: Strand[Deed], compare: DeedComparison) -> Position:
    """Return a root's account as a position."""
    root = strand.root
    return Position(
        Value(compare.words(strand.latest.said)), root.shown, claim_ids(strand.answers), report_ids(strand.answers),
        strand.latest.moment.as_of, root_kind=root.kind.value, party=root.party,
    )  # fmt: skip
