"""The findings on control: who is said to hold a place, and who not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.lexicon.families import Families
from rashomon.model import ClaimKind, Finding, Polarity, Position, Question, Value
from rashomon.reconcile.acts.objects import Objects
from rashomon.reconcile.acts.sides import is_side
from rashomon.reconcile.beside.openpoints import open_points
from rashomon.reconcile.case import Answer, Case, finding_id
from rashomon.reconcile.counts.intervals import Relation
from rashomon.reconcile.ladder.climb import climb, independent
from rashomon.reconcile.ladder.houses import by_house, house_words, stand_apart
from rashomon.reconcile.ladder.rungs import rungs
from rashomon.reconcile.ladder.series import Point, Strand, by_root, claim_ids, report_ids
from rashomon.reconcile.ladder.within import inside_reports
from rashomon.reconcile.questions.ask import Asked
from rashomon.reconcile.roots.kin import Kin


@dataclass(frozen=True, slots=True)
class Holding:
    """That somebody holds a place, or does not; ``told`` is the word that says so."""

    actor: str
    holds: bool
    told: str


@dataclass(frozen=True)
class HoldingComparison:
    """Compare what is said about who holds one place."""

    kin: Kin

    def relation(self, first: Holding, second: Holding) -> Relation:
        """Return how two answers stand: two sides cannot both hold a place, nor one hold and not hold it."""
        if self.kin.same(first.actor, second.actor) or self.kin.related(first.actor, second.actor):
            return Relation.SAME if first.holds == second.holds else Relation.APART
        both = first.holds and second.holds and self.kin.differ(first.actor, second.actor)
        return Relation.APART if both else Relation.OVERLAP

    def follows(self, earlier: Holding, later: Holding) -> bool:
        """Say that a place may change hands."""
        return earlier != later

    def restates(self, first: Holding, second: Holding) -> bool:
        """Say whether two accounts are the same."""
        return self.relation(first, second) is Relation.SAME

    def sharper(self, first: Holding, second: Holding) -> Holding:
        """Return the answer that names its holder more exactly, the later one of equals."""
        return second if self.kin.sharper(second.actor, first.actor) == second.actor else first

    def words(self, said: Holding) -> str:
        """Return the answer in words: "Islamic State holds it (took)"."""
        return f"{said.actor} {'holds' if said.holds else 'does not hold'} it ({said.told})"


def holding_of(answer: Answer, families: Families) -> Holding | None:
    """Return what an answer says about who holds its place; None where it names no holder."""
    act = answer.claim.act
    word = families.control.get(act.type) if act else None
    if act is None or word is None or not act.agent:
        return None
    denied = answer.claim.polarity is Polarity.DENIED
    return Holding(act.agent, (word.agent == "holds") != denied, word.words)


def control_findings(case: Case, objects: Objects, kin: Kin) -> list[Finding]:
    """Return the findings on control, one for each place, in a fixed order."""
    places: dict[str, list[Answer]] = {}
    for answer in case.of_kind(ClaimKind.CONTROL):
        name = held(answer, case.families, kin)
        if holding_of(answer, case.families) and (name or answer.claim.where or not patient_of(answer)):
            places.setdefault(objects.key(name, answer.claim.where), []).append(answer)
    return [control_finding(key, answers, case, kin, objects) for key, answers in sorted(places.items())]


def patient_of(answer: Answer) -> str | None:
    """Return what an answer says is held or taken, or whom it says was driven off."""
    return answer.claim.act.patient if answer.claim.act else None


def held(answer: Answer, families: Families, kin: Kin) -> str | None:
    """Return the name of what an answer says is held; None where it names only who was driven off, who is no place."""
    name = patient_of(answer)
    return None if is_side(name, families, kin) else name


def control_finding(key: str, answers: Sequence[Answer], case: Case, kin: Kin, objects: Objects) -> Finding:
    """Return the finding on who holds one place."""
    compare = HoldingComparison(kin)
    telling = [answer for answer in answers if holding_of(answer, case.families)]
    strands = [holding_strand(group, case.families, compare) for _, group in by_root(telling)]
    strands = stand_apart(sorted(strands, key=lambda s: (s.points[0].moment.rank, s.root.key)), compare)
    judged = by_house(strands, lambda own: holding_strand(own, case.families, compare))
    verdict, why = climb(judged, compare)
    place = place_name(answers, case.families, kin, objects)
    asked = Question(
        "control", f"who holds {place}" if place else "who holds the place", act="control", target=key or None
    )
    return Finding(
        finding_id(case.event, asked), asked, verdict, tuple(p for s in strands for p in holding_positions(s, compare)),
        independent(strands), why + house_words(strands) + inside_reports(strands, compare), open=open_points(Asked(asked, tuple(answers)), strands, verdict, case),
        ladder=rungs(judged, compare, verdict, why),
    )  # fmt: skip


def holding_strand(answers: Sequence[Answer], families: Families, compare: HoldingComparison) -> Strand[Holding]:
    """Return one root's answers in order of time; what it says of the same holder again is one point.

    A report says who holds a place as of its own day, so that the day of the fight does not order two reports.
    """
    points: list[Point[Holding]] = []
    for answer in sorted(answers, key=lambda answer: answer.rank):
        said = holding_of(answer, families)
        if said is None:
            continue
        moment = replace(answer.moment, of=None)
        if points and compare.relation(points[-1].said, said) is not Relation.APART:
            points[-1] = Point(compare.sharper(points[-1].said, said), moment, (*points[-1].answers, answer))
        else:
            points.append(Point(said, moment, (answer,)))
    return Strand(answers[0].root, tuple(points))


def holding_positions(strand: Strand[Holding], compare: HoldingComparison) -> list[Position]:
    """Return a root's answers as positions, one for each holder it names."""
    root = strand.root
    return [
        Position(
            Value(compare.words(point.said)), root.shown, claim_ids(point.answers), report_ids(point.answers),
            point.moment.as_of, root_kind=root.kind.value, party=root.party,
        ) for point in strand.points
    ]  # fmt: skip


def place_name(answers: Sequence[Answer], families: Families, kin: Kin, objects: Objects) -> str:
    """Return the best name that the answers give the place."""
    told = {name for a in answers if (name := held(a, families, kin))}
    return objects.best_name(told or {a.claim.where.name for a in answers if a.claim.where})
