"""What a count of nobody at all says of others: "no casualties" against four dead, "no arrests" where suspects are asked for."""

from __future__ import annotations

from dataclasses import replace

from rashomon.lexicon.orders import Orders
from rashomon.model import TOTAL, ActorKind, Quantity, Scope
from rashomon.reconcile.case import Answer
from rashomon.reconcile.counts.intervals import floor_of
from rashomon.reconcile.questions.said import answered, is_nobody, is_somebody

Groups = dict[tuple[str, str, str], list[Answer]]
"""Answers by what they answer: measure, group and scope."""
CASUALTIES = "casualties"
HARM = ("killed", "wounded")
"""What casualties are, where a report does not tell the two apart."""
DETAINED, SUSPECTS = "detained", "suspects"


def imply_nobody(groups: Groups, event: str) -> None:
    """Let a count of nobody at all answer for what it takes in.

    "No arrests" means no suspect arrested, where some report counts suspects or police speak; "no casualties" means nobody killed or
    wounded, where nobody counts those, or some as casualties; in a report that has three dead on the same word it speaks of another shelling. Whom
    police hold after a deed that hurt somebody is a suspect ("a man was arrested").
    """
    dead = [(key[1], a) for key, told in groups.items() if key[0] == HARM[0] for a in told if is_somebody(a)]
    deadly = {(group, a.report.id, a.voice) for of, a in dead for group in (of, TOTAL.id)}
    for (measure, group, scope), answers in sorted(groups.items()):
        unhurt = [a for a in answers if is_nobody(a) and (group, a.report.id, a.voice) not in deadly]
        if measure == CASUALTIES and scope == event and unhurt and not any(map(is_somebody, answers)):
            for harm in HARM:
                if not is_counted(harm, group, groups, event):
                    groups[harm, group, scope] = list(unhurt)
    nobody = any(is_nobody(answer) and by_police(answer) for answer in groups.get((DETAINED, TOTAL.id, event), ()))
    if nobody or (is_of_harm(groups, event) and held_by_police(groups, event)):
        groups.setdefault((DETAINED, SUSPECTS, event), [])
    for measure, group, scope in sorted(groups):
        if group == TOTAL.id or scope != event:
            continue
        told = groups[measure, group, scope]
        speaking = {(answer.report.id, answer.voice) for answer in told}
        everyone = groups.get((measure, TOTAL.id, event), ())
        held = (measure, group) == (DETAINED, SUSPECTS)
        meant = [answer for answer in everyone if held and (is_nobody(answer) or by_police(answer))]
        meant += held_by_police(groups, event) if held else []
        told += [answer for answer in meant if (answer.report.id, answer.voice) not in speaking]


def harm_against_nobody(groups: Groups, event: str, orders: Orders) -> None:
    """Let the dead and the hurt speak against a count of no casualties: whoever counts four dead counts at least four casualties.

    A report that tells of dead itself means those of another place or time when it says that there were none.
    """
    for (measure, group, scope), answers in sorted(groups.items()):
        none = [answer for answer in answers if is_nobody(answer)]
        if measure != CASUALTIES or scope != event or not none:
            continue
        harmed = [key for key in sorted(groups) if key[0] in HARM and key[2] == event and holds(group, key[1], orders)]
        counted = [answer for key in harmed for answer in groups[key] if is_somebody(answer)]
        if {answer.report.id for answer in none}.isdisjoint(answer.report.id for answer in counted):
            answers += [as_casualties(answer, none[0]) for answer in counted]


def holds(group: str, other: str, orders: Orders) -> bool:
    """Say whether a group is another one or holds it."""
    return group in {other, TOTAL.id} or orders.contains(group, other)


def as_casualties(answer: Answer, asked: Answer) -> Answer:
    """Return a count of the dead or the hurt as the least number of casualties that it makes, of the group that is asked for."""
    said = answered(answer) or Quantity.unknown()
    least = Quantity.at_least(floor_of(said), words=said.words)
    claim = replace(answer.claim, measure=CASUALTIES, quantity=least, group=asked.claim.group, scope=Scope.WHOLE)
    return replace(answer, claim=claim)


def is_of_harm(groups: Groups, event: str) -> bool:
    """Say whether anybody is counted as killed or hurt."""
    return any(
        key[0] in (*HARM, CASUALTIES) and key[2] == event and any(map(is_somebody, told))
        for key, told in groups.items()
    )


def held_by_police(groups: Groups, event: str) -> list[Answer]:
    """Return the counts of one group that police hold, where a report has no other: "a convicted felon was arrested"."""
    mine = [
        answer
        for key, told in sorted(groups.items())
        if key[0] == DETAINED and key[2] == event and key[1] not in (TOTAL.id, SUSPECTS)
        for answer in told
        if by_police(answer) and is_somebody(answer)
    ]
    reports = [answer.report.id for answer in mine]
    return [answer for answer in mine if reports.count(answer.report.id) == 1]


def by_police(answer: Answer) -> bool:
    """Say whether police say it, or an outlet whose words rest on theirs: whom they arrest is a suspect."""
    return (answer.leans or answer.root).kind is ActorKind.POLICE


def is_counted(measure: str, group: str, groups: Groups, event: str) -> bool:
    """Say whether anybody counts a group of the event; of the total, whether anybody counts any group at all."""
    wanted = {key[1] for key, told in groups.items() if told and key[0] == measure and key[2] == event}
    return bool(wanted) if group == TOTAL.id else group in wanted
