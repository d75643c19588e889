"""Which counts answer the same question: a measure of a group in a scope."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from rashomon.lexicon.orders import Orders
from rashomon.lexicon.placekeys import place_key
from rashomon.model import TOTAL, Basis, Claim, ClaimKind, Grain, Group, Place, Question, Scope, ZoneKind
from rashomon.reconcile.case import Answer, Case
from rashomon.reconcile.questions.added import without_idle_additions
from rashomon.reconcile.questions.apart import far_apart, near
from rashomon.reconcile.questions.doers import without_doers
from rashomon.reconcile.questions.doubt import doubtful
from rashomon.reconcile.questions.fates import set_apart_the_dead
from rashomon.reconcile.questions.kindred import count_everyone, join_kindred
from rashomon.reconcile.questions.leading import LEDE, beside_the_lead, examples, one_of_several, singles
from rashomon.reconcile.questions.nobody import CASUALTIES, HARM, harm_against_nobody, imply_nobody
from rashomon.reconcile.questions.parts import group_id, has_host, is_only_share
from rashomon.reconcile.questions.remaining import some_remain
from rashomon.reconcile.questions.rest import without_rest
from rashomon.reconcile.questions.said import NAMED, answered, is_nobody, is_somebody
from rashomon.reconcile.questions.together import added_up

EVENT = "event"
"""The scope of a question about the whole happening."""
PART, BESIDE, BEFORE, ELSEWHERE = "part: ", "beside the event's: ", "before the event: ", "elsewhere: "
"""What the scopes begin with of a part, of a figure beside the one its report leads with, and of one of earlier days."""
UNSURE = "read with doubt: "
"""What the scope begins with of a figure that the reader is not sure of, where it is sure of another one of the same root."""
NEARBY = re.compile(
    r"\b(?:nearby|neighbou?ring) (?:town|village|city|district|neighbou?rhood|camp|suburb|hamlet)\b", re.IGNORECASE
)
VICTIMS = re.compile(r"\bvictims?\b", re.IGNORECASE)
Key = tuple[str, str, str]
"""What a question asks: measure, group and scope."""
HELD = "detained"
AROUND = 120
"""So many characters behind a number are looked at for the hospital that it speaks of."""
WEEK = timedelta(days=7)
"""How far "last week" may reach into the next one: on a Sunday, news says so of the Monday before."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the answers to it; ``additions`` are increments ("another five"), which no total is compared with."""

    question: Question
    answers: tuple[Answer, ...]
    additions: tuple[Answer, ...] = ()

    @property
    def group(self) -> str:
        """The id of the group that is asked for."""
        return (self.question.group or TOTAL).id


def count_questions(case: Case) -> list[Asked]:
    """Return every question that a count answers, in a fixed order: the whole event first, then its parts."""
    counts = hedged_headlines(without_rest([a for a in case.of_kind(ClaimKind.COUNT) if a.claim.measure]))
    counts = without_idle_additions(some_remain(added_up(counts), case.orders))
    groups: dict[Key, list[Answer]] = {}
    for answer in counts:
        group = answer.claim.group or TOTAL
        scope = scope_of(answer, counts, case)
        measure = HARM[0] if counts_the_dead(answer, counts) else case.orders.measure(answer.claim.measure or "")
        groups.setdefault((measure, group.id, scope), []).append(answer)
    join_kindred(groups, case.orders)
    count_the_named(groups)
    count_everyone(groups, case.orders, EVENT)
    for key in sorted(key for key in groups if key[2] == EVENT):
        put_beside(key, set_aside(key, groups, case.orders), groups)
        put_beside(key, without_doers(key, groups), groups)
        put_beside(key, doubtful(key, groups[key]), groups, UNSURE)
    set_apart_the_dead(groups, EVENT, case.orders)
    imply_nobody(groups, EVENT)
    harm_against_nobody(groups, EVENT, case.orders)
    told = [(key, answers) for key, answers in groups.items() if answers]
    return [asked(key, answers) for key, answers in sorted(told, key=lambda item: question_rank(item[0]))]


def put_beside(key: Key, answers: Sequence[Answer], groups: dict[Key, list[Answer]], kind: str = BESIDE) -> None:
    """Move some answers of the whole event to questions of their own, whose scopes begin with ``kind``; what one root says twice to one."""
    names: dict[tuple[object, ...], str] = {}
    for answer in answers:
        groups[key].remove(answer)
        name = names.setdefault((answer.root.key, bounds(answer)), beside_name(answer, kind))
        groups.setdefault((*key[:2], name), []).append(answer)


def hedged_headlines(counts: Sequence[Answer]) -> list[Answer]:
    """Return the answers, a headline's number with the hedge that its body gives it: "26 people killed" above "at least 26 civilians"."""
    hedged = {(a.report.id, a.voice, a.claim.measure, bounds(a)) for a in counts if a.claim.zone is ZoneKind.BODY}
    return [
        replace(a, claim=replace(a.claim, quantity=replace(a.claim.quantity, high=None)))
        if a.claim.quantity and is_bare_headline(a)
        and (a.report.id, a.voice, a.claim.measure, (a.claim.quantity.low, None)) in hedged
        and (a.report.id, a.voice, a.claim.measure, bounds(a)) not in hedged
        else a
        for a in counts
    ]  # fmt: skip


def is_bare_headline(answer: Answer) -> bool:
    """Say whether an answer is a headline's number of several, without a hedge."""
    said = answered(answer)
    return answer.claim.zone is ZoneKind.HEADLINE and said is not None and said.is_exact and (said.low or 0) > 1


def set_aside(key: Key, groups: Mapping[Key, Sequence[Answer]], orders: Orders) -> list[Answer]:
    """Return the answers to a question of the whole event that are not their report's figure of it.

    A person counted alone is weighed against what its report counts for the same group, or for any group where no group is named.
    """
    measure, group, scope = key
    mine = [answer for answer in groups[key] if answer.claim.scope is not Scope.INCREMENT]
    alike = [other for other in groups if other[0] == measure and other[2] == scope and group in {other[1], TOTAL.id}]
    mates = [answer for other in alike for answer in groups[other]]
    alone = singles(mine, mates, orders.revision)
    aside = alone | beside_the_lead([answer for answer in mine if answer.claim.id not in alone], orders)
    if orders.measure(measure) == HELD:
        aside |= {answer.claim.id: answer for answer in one_of_several(mine)}
    if group in orders.people:
        told = [answer for other in groups if other[0] == measure and other[2] == scope for answer in groups[other]]
        aside |= {answer.claim.id: answer for answer in examples(mine, told)}
    unhurt = [answer for answer in mine if orders.grows(measure) and is_unhurt_elsewhere(answer, mates)]
    return [answer for answer in mine if answer.claim.id in aside or answer in unhurt]


def counts_the_dead(answer: Answer, counts: Sequence[Answer]) -> bool:
    """Say whether the "victims" that an answer counts are as many as its voice has dead in the same report."""
    claim = answer.claim
    if (
        claim.measure != CASUALTIES
        or claim.quantity is None
        or not claim.quantity.low
        or not VICTIMS.search(claim.quote)
    ):
        return False
    return any(
        a.claim.measure == HARM[0] and a.report.id == answer.report.id and a.voice == answer.voice
        and a.claim.quantity is not None and a.claim.quantity.low == claim.quantity.low
        for a in counts
    )  # fmt: skip


def is_unhurt_elsewhere(answer: Answer, mates: Sequence[Answer]) -> bool:
    """Say whether an answer is of nobody on the word of a voice that counts somebody in the same report: it speaks of another attack."""
    if not is_nobody(answer) or answer.claim.zone is ZoneKind.HEADLINE:
        return False
    return any(a.report.id == answer.report.id and a.voice == answer.voice and is_somebody(a) for a in mates)


def count_the_named(groups: dict[Key, list[Answer]]) -> None:
    """Let people who are named with what they are ("Mina Hale, 11") answer for the total too, where their report names others and numbers nobody."""
    for (measure, group, scope), everyone in sorted(groups.items()):
        if group != TOTAL.id or scope != EVENT:
            continue
        bare = {(a.report.id, a.voice) for a in everyone if is_named(a)}
        bare -= {(a.report.id, a.voice) for a in everyone if not is_named(a)}
        kinds = [told for key, told in groups.items() if key[0] == measure and key[1] != group and key[2] == scope]
        everyone += [a for told in kinds for a in told if is_named(a) and (a.report.id, a.voice) in bare]


def is_named(answer: Answer) -> bool:
    """Say whether an answer counts people by their names."""
    return answer.claim.quantity is not None and answer.claim.quantity.hedge == NAMED


def question_rank(key: tuple[str, str, str]) -> tuple[str, bool, bool, str, str]:
    """Sort by measure, whole event before parts, total before groups."""
    measure, group, scope = key
    return (measure, scope != EVENT, group != TOTAL.id, group, scope)


def asked(key: tuple[str, str, str], answers: Sequence[Answer]) -> Asked:
    """Return the question of a key with its answers, increments apart.

    "Another nine firefighters" add to a total; where nobody counts firefighters otherwise, nine is how many there were.
    """
    whole = tuple(a for a in answers if a.claim.scope is not Scope.INCREMENT)
    more = tuple(a for a in answers if a.claim.scope is Scope.INCREMENT)
    if not whole and key[1] != TOTAL.id:
        whole, more = more, ()
    named = by_root(
        (a, a.claim.measure)
        for a in answers
        if a.claim.measure and (a.claim.measure != CASUALTIES or key[0] == CASUALTIES)
    )
    measure = commonest(named or [key[0]])
    labels = by_root((a, group.label) for a in answers if (group := a.claim.group or TOTAL).id == key[1])
    group = TOTAL if key[1] == TOTAL.id else Group(key[1], commonest(labels or [key[1]]))
    return Asked(
        Question("count", label_of(measure, group, key[2]), measure=measure, group=group, scope=key[2]), whole, more
    )


def label_of(measure: str, group: Group, scope: str) -> str:
    """Return how a question reads: "killed, total", "killed, Islamic State (north of the town)"."""
    return f"{measure}, {group.label}" + ("" if scope == EVENT else f" ({scope})")


def by_root(words: Iterable[tuple[Answer, str]]) -> list[str]:
    """Return the words of answers, each once a root, so that copies weigh nothing."""
    return [word for _, word in dict.fromkeys((answer.root.key, word) for answer, word in words)]


def commonest(words: Sequence[str]) -> str:
    """Return the word that stands most often, the first in the alphabet of equals."""
    return min(words, key=lambda word: (-words.count(word), word))


def scope_of(answer: Answer, counts: Sequence[Answer], case: Case) -> str:
    """Return what a count is of: the event, or a part of it named by place, day or voice.

    "Nine children" in "34 people, including nine children" is the event's count of children; "more than 20 in the
    northern districts" is a part, whatever its group, and is compared with nothing but the same part.
    """
    claim = answer.claim
    if is_part(answer, counts, case):
        return part_name(answer, case)
    if claim.scope is Scope.OTHER:
        return "another matter"
    if is_before(answer, case) and not is_repeated(answer, counts, case):
        return f"{BEFORE}{answer.report.name}, {answer.root.label}"
    away = elsewhere(claim, case)
    if away is not None and (in_hospital(answer, case.orders) or not is_beside_one_here(answer, counts, case)):
        away = None
    if away is None and claim.where and is_nearby(answer, counts):
        away = claim.where
    return f"{ELSEWHERE}{away.name}" if away else EVENT


def is_part(answer: Answer, counts: Sequence[Answer], case: Case) -> bool:
    """Say whether a count is of less than the event: a part whose whole nobody counts, of another place or beside others of its group."""
    claim = answer.claim
    if claim.scope is not Scope.PART or has_host(answer, counts, case.orders):
        return False
    away = claim.where is not None and is_of_its_own(claim.where, case)
    return away or not is_only_share(answer, counts, case.orders)


def is_nearby(answer: Answer, counts: Sequence[Answer]) -> bool:
    """Say whether a count is of a town near the event's, further down in its report than another count of the measure."""
    claim = answer.claim
    if claim.zone is not ZoneKind.BODY or not NEARBY.search(claim.quote):
        return False
    return any(
        a.report.id == answer.report.id and a.claim.measure in HARM and a.claim.span.start < claim.span.start - LEDE
        for a in counts
    )


def is_beside_one_here(answer: Answer, counts: Sequence[Answer], case: Case) -> bool:
    """Say whether a report gives its own event's figure of a measure before this one, so that this one may be of another place.

    What a report counts first is its figure of the event, wherever the place beside it was found on the map: "a boy was shot in
    Selby; at a hospital in Thornton he died" tells of no happening in Thornton.
    """
    claim = answer.claim
    return any(
        a.report.id == answer.report.id and a.claim.measure == claim.measure and a.claim.span.start < claim.span.start
        and elsewhere(a.claim, case) is None
        for a in counts
    )  # fmt: skip


def elsewhere(claim: Claim, case: Case) -> Place | None:
    """Return the place of a count of the body that lies well away from the event's, where its report speaks of that one too."""
    here, there = case.event.where, claim.where
    if here is None or there is None or claim.zone is not ZoneKind.BODY or not far_apart(here, there):
        return None
    mine = [a.claim.where for a in case.answers if a.report.id == claim.report_id and a.claim.where]
    return there if any(near(here, place) for place in mine) else None


def in_hospital(answer: Answer, orders: Orders) -> bool:
    """Say whether a count is of people in a hospital that has a place's name: "three died at Orsk hospital"."""
    number = answer.claim.number_span or answer.claim.span
    behind = answer.report.text[number.end : number.end + AROUND].partition("\n")[0]
    house = re.search(rf"\b(?:at|in) (?:the )?(?:[A-Z][\w'’-]+ ){{1,4}}(?:{'|'.join(orders.hospitals)})\b", behind)
    return house is not None and ". " not in behind[: house.start()]


def is_before(answer: Answer, case: Case) -> bool:
    """Say whether a count speaks of days that end before the happening began, in the words of its report; nobody at all is of no such day."""
    when, event = answer.claim.when, case.event.when
    if is_nobody(answer) or when is None or event is None or when.latest is None or event.earliest is None:
        return False
    loose = WEEK if when.grain is Grain.WEEK else timedelta(0)
    return when.basis is not Basis.EVENT and when.latest + loose < event.earliest


def is_repeated(answer: Answer, counts: Sequence[Answer], case: Case) -> bool:
    """Say whether another report gives the same root's same count for the event's own days: a night's raid is of either day."""
    mine = answer.claim
    return any(
        other.report.id != answer.report.id and other.root.key == answer.root.key and not answer.own
        and other.claim.measure == mine.measure and group_id(other.claim) == group_id(mine) and bounds(other) == bounds(answer)
        and not is_before(other, case)
        for other in counts
    )  # fmt: skip


def bounds(answer: Answer) -> tuple[int | None, int | None]:
    """Return the bounds of what an answer counts."""
    said = answered(answer)
    return (said.low, said.high) if said else (None, None)


def beside_name(answer: Answer, kind: str = BESIDE) -> str:
    """Return the scope of a figure that stands beside its report's figure of the event."""
    root = answer.root.label
    return f"{kind}{answer.report.name}" + ("" if root == answer.report.name else f", {root}")


def is_of_its_own(place: Place, case: Case) -> bool:
    """Say whether a place is another one than the event's."""
    return not (case.event.where and place_key(case.event.where.name) == place_key(place.name))


def part_name(answer: Answer, case: Case) -> str:
    """Return what tells a part from others: its place, else its one day, else whose account it is."""
    claim, event = answer.claim, case.event
    if claim.where and is_of_its_own(claim.where, case):
        return f"{PART}{claim.where.name}"
    day = claim.when.latest if claim.when and claim.when.earliest == claim.when.latest else None
    longer = event.when is None or event.when.earliest != event.when.latest
    if day and longer:
        return f"{PART}{day.day} {day:%B %Y}, {answer.root.label}"
    return f"{PART}{answer.root.label}"
