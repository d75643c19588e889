"""Numbers that stand for the one told before: "14 dead, not 17", "43, up from 31", "the ministry put it at 12"."""

from __future__ import annotations

import re

from rashomon.extract.counts.carried import Carried
from rashomon.extract.scene import Case, Decided
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Quantity, Span

INSTEAD = re.compile(
    r"(?:(?P<other>\b(?:not|neither|nor|instead of|rather than|up from|down from|compared (?:with|to)|against|and not|correcting|revising|from)"
    r"(?: the| an? (?:earlier|initial|previous|first))?)\s+"
    r"|\b(?:figure|number|toll|count|tally|total)s?\b(?:[^.;]{0,50}\b(?:of|at|to|is|was|as|from)|[,:]|(?<=\bthe (?:figure|number)))\s+"
    r"|\b(?:puts? (?:it|them)|stopp?(?:ed|s) (?:counting|writing)|arrives) at\s+"
    r"|\b(?:makes|make|making|becomes?|became) (?:it |that )?(?:a total of )?|(?P<being>\b(?:it is|it['’]s|it was|that is) (?:now |only |actually |really )?)"
    r"|\b(?:spoke|spoken|speaks?|talks?|talked) (?:[\w-]+ ){0,4}of\s+|\b(?:told|tells) (?:me|us|this \w+) (?:of )?"
    r"|(?P<says>\b(?:says?|said|saying|insists?|gives?|gave|counted|counts|reports?|reported|stays? at|mentions?|mentioned|lists?|listed|so it's|confirmed|confirms?|admits?|admitted|acknowledges?|acknowledged|concedes?|conceded|recogni[sz]e[sd]?|estimates?|estimated):?\s+(?:only |just |still |now )?))"
    r"[\"“'‘]?$",
    re.IGNORECASE,
)

OF_A_FIGURE = re.compile(r"(?:figure|number|count|tally|total)s?\b", re.IGNORECASE)
DOERS = frozenset({"attackers", "participants"})
"""Measures of those who do something, of whom no toll is."""

ALONE = re.compile(r"\s*(?:[.,;:)!?\"”]|$|(?:with|in (?:all|total)|and not|the ones)\b)")
"""What stands behind a number that nothing is told of but that it is so many: "now it's 131", "it was eleven with the drivers"."""


def by_correction(case: Case) -> Decided | None:
    """ "14 dead, not 17", "43, up from 31": another figure for the same."""
    if case.noun is not None or case.amount.article or case.amount.quantity.high == 0:
        return None
    start = max(case.scene.parse.span.start, case.amount.span.start - 60)
    told = INSTEAD.search(case.scene.text, start, case.amount.span.start)
    if told is None or is_of_others(case, told):
        return None
    if told["being"] and ALONE.match(case.scene.text, case.amount.span.end) is None:
        return None  # "it was 12 below zero"
    measure = measure_of_doers(case, told) or measure_told(case, told)
    return (Sense(measure, Role.OBJECT), None, 0.6) if measure is not None else None


def is_of_others(case: Case, words: re.Match[str]) -> bool:
    """Say whether a number's words name people of whom no measure tells: "put the number of |children inside| at 60"."""
    tokens = case.scene.parse.at(Span(words.start(), case.amount.span.start))
    of = next((t for t in tokens if t.lower == "of" and tokens[0].is_noun), None)
    behind = [t for t in tokens if of is not None and t.i > of.i]
    if any(t.i in case.scene.senses for t in behind):
        return False
    rows = [case.scene.book.by_noun.get(t.lower) for t in behind if t.tag in ("NNS", "NNPS")]
    return any(row is not None for row in rows)


def measure_of_doers(case: Case, words: re.Match[str]) -> str | None:
    """Return the measure of those who do something and are named before their number: "puts the number of |attackers| at 200"."""
    tokens = case.scene.parse.at(Span(words.start(), case.amount.span.start))
    senses = [case.scene.sense(token, Role.ITSELF) for token in tokens]
    return next((sense.measure for sense in senses if sense is not None and sense.measure in DOERS), None)


def measure_told(case: Case, words: re.Match[str]) -> str | None:
    """Return what a number without a word of its own counts: what the number that it stands for does, or what was told of last."""
    ahead = [
        amount for amount in case.scene.amounts if amount.span.end <= case.amount.span.start and not amount.article
    ]
    if words.group("other") and ahead and all(count.amount is not ahead[-1] for count in case.before):
        return None  # "46 were aboard, not 49"
    if not words.group("other") and case.node.dep in ("nsubj", "nsubjpass"):
        return None  # "the guild says 14 were led off"
    if case.before:
        return case.before[-1].measure
    carried = case.scene.carried
    spoken = words["being"] or OF_A_FIGURE.match(words.group())
    if spoken and carried.measure is not None and carried.left > 1:
        return nearest(case.amount.quantity, carried, carried.measure)
    if words.group("says") and carried.toll and carried.left > 1 and carried.measure != "killed":
        return None  # "20 were abducted, relatives say. Police confirmed nine": of the dead or of these
    return "killed" if carried.toll else carried.measure


def nearest(quantity: Quantity, carried: Carried, measure: str) -> str:
    """Return the measure of the count of the sentence before whose number is nearest to another one for the same.

    It is the one given where that sentence counts nobody so, and only says of whom the next one tells.
    """
    size = quantity.low or quantity.high or 1
    last = [
        t for t in carried.told if t.sentence == carried.told[-1].sentence and t.quantity.low and t.measure not in DOERS
    ]
    if measure not in {tally.measure for tally in last}:
        return measure
    return min(last, key=lambda t: max(size / (t.quantity.low or 1), (t.quantity.low or 1) / size)).measure
