"""What a reviewer's judgements make of the claims: rejected ones go, corrected ones change, a withdrawn judgement does nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.errors import JudgementError
from rashomon.model import (
    TOTAL,
    Claim,
    ClaimId,
    ClaimKind,
    Decision,
    Group,
    Judgement,
    Layer,
    Polarity,
    Quantity,
    Reading,
    Scope,
)

CORRECTED = "corrected by a reviewer"
"""The name of the rule that a corrected claim carries."""
OWN_LIFE = frozenset({"himself", "herself", "life", "suicide"})
"""What stands for the number of one who took their own life."""
HARM = frozenset({"killed", "wounded", "casualties"})
_NUMBER = re.compile(r"(?P<low>\d+)?(?P<range>\.\.)?(?P<high>\d+)?")


def live_claims(readings: Sequence[Reading], judgements: Sequence[Judgement]) -> tuple[Claim, ...]:
    """Return each claim once, as the standing judgements leave it: without the rejected ones, and with the corrections made."""
    standing = [judgement for judgement in judgements if not judgement.withdrawn]
    rejected = {subject for one in standing if one.decision is Decision.REJECT for subject in one.subject}
    corrections = [one for one in standing if one.decision is Decision.CORRECT]
    found: dict[ClaimId, Claim] = {}
    for reading in readings:
        for claim in (*reading.claims, *implied_of(reading, readings)):
            known = claim if claim.id else claim.identified()
            if known.id not in rejected:
                found.setdefault(known.id, with_corrections(known, corrections))
    return tuple(sorted(found.values(), key=lambda c: (c.report_id, c.span, c.kind, c.id)))


def implied_of(reading: Reading, readings: Sequence[Reading]) -> tuple[Claim, ...]:
    """Return what a report tells without a number, where none of the event's reports counts it.

    A death that is only told stands where no report counts the dead, "a triple murder" where none counts them all, a hurt where none counts dead or hurt or tells of a death.
    A gunman's death stands beside the count of his victims, as does that of one who killed others and then themselves, and whoever
    is charged where the report itself counts no suspect and no more than one held: "a man" who was arrested is the suspect.
    """
    told = [c for one in readings for c in one.claims if counts_somebody(c)]
    counted = {c.measure for c in told}
    whole = max((c.least for c in told if c.measure == "killed" and is_whole(c)), default=0)
    parts = max((c.least for c in told if c.measure == "killed"), default=0)
    several = any(c.measure in HARM and c.least > 1 for c in told)
    deaths = any(c.measure == "killed" and not of_suspects(c) for one in readings for c in one.implied)
    suspects = any(c.measure == "killed" and of_suspects(c) for c in told)

    def stands(claim: Claim) -> bool:
        if claim.measure == "killed":
            if of_suspects(claim) or took_own_life(claim):
                return took_own_life(claim) or not suspects
            if claim.least > 1:
                return not whole and claim.least > parts
            return "killed" not in counted and not several
        if claim.measure == "wounded":
            return not counted & HARM and not deaths
        if claim.measure == "detained":
            held = [c for c in told if c.measure == "detained" and c.report_id == reading.report_id]
            return claim.least > 1 or all(c.least == 1 and not of_suspects(c) for c in held)
        return claim.measure not in counted

    return tuple(c for c in reading.implied if stands(c))


def took_own_life(claim: Claim) -> bool:
    """Say whether a count is of one who killed others and then themselves: "killed his wife and then himself"."""
    quantity = claim.quantity
    return quantity is not None and quantity.hedge == "named" and quantity.words.casefold() in OWN_LIFE


def is_whole(claim: Claim) -> bool:
    """Say whether a claim counts all of some people, of whatever group."""
    return claim.scope is Scope.WHOLE and (claim.group is None or claim.group.id == TOTAL.id)


def of_suspects(claim: Claim) -> bool:
    """Say whether a claim counts suspects."""
    return claim.group is not None and claim.group.id == "suspects"


def counts_somebody(claim: Claim) -> bool:
    """Say whether a claim counts somebody in the happening."""
    affirmed = claim.kind is ClaimKind.COUNT and claim.layer is Layer.MAIN and claim.polarity is Polarity.AFFIRMED
    return affirmed and claim.quantity is not None and claim.quantity.high != 0


def with_corrections(claim: Claim, judgements: Sequence[Judgement]) -> Claim:
    """Return a claim with all its corrections, the latest last; it keeps its id and its words in the report."""
    mine = [one for one in judgements if claim.id in one.subject]
    for one in sorted(mine, key=lambda one: (one.at, one.by, one.correction or "")):
        claim = corrected(claim, one.correction or "")
    return claim


def corrected(claim: Claim, correction: str) -> Claim:
    """Return a claim with one value set right.

    ``correction`` is a number of people ("34", "34..", "..40", "30..40"), or a field with its value: "layer=background",
    "group=civilians", "measure=wounded", "scope=part". JudgementError says so where it is none of these.
    """
    field, is_field, value = correction.strip().partition("=")
    changed = with_field(claim, field.strip(), value.strip()) if is_field else with_number(claim, field)
    if changed is None:
        raise JudgementError(
            f"{correction!r} is no correction of {claim.id}: give a number of people (34, 34.., ..40, 30..40) or one of "
            "measure=, group=, layer=main|related|background, scope=whole|part|increment|other"
        )
    return replace(changed, rules=(*changed.rules, CORRECTED))


def with_number(claim: Claim, text: str) -> Claim | None:
    """Return a count with another number; None where the text gives none, or the claim counts nobody."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None or claim.quantity is None or not (match["low"] or match["high"]):
        return None
    low = int(match["low"]) if match["low"] else None
    high = int(match["high"]) if match["high"] else None if match["range"] else low
    if low is not None and high is not None and low > high:
        return None
    return replace(claim, quantity=Quantity(low, high, "exact" if low == high else "corrected", text.strip()))


def with_field(claim: Claim, field: str, value: str) -> Claim | None:
    """Return a claim with another layer, scope, measure or group; None where there is no such value."""
    if field == "layer" and value in set(Layer):
        return replace(claim, layer=Layer(value))
    if field == "scope" and value in set(Scope):
        return replace(claim, scope=Scope(value))
    if field == "measure" and value and claim.measure:
        return replace(claim, measure=value)
    if field == "group" and value and claim.group:
        return replace(claim, group=Group(value, value))
    return None
