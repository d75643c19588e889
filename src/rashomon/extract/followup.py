"""Reports that follow up an earlier happening: an inquiry or a trial, weeks or months after the dead were found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rashomon.extract.layers.decide import is_old
from rashomon.extract.layers.frame import DAYS
from rashomon.extract.layers.runs import Told, run_on
from rashomon.extract.setting import Setter
from rashomon.lexicon.match import fold
from rashomon.model import ClaimKind, Grain, Layer, TimeSpan

FOLLOWED = 3
"""Sentences at the head of a report that may tell of an earlier happening which it follows up."""

LONG_AGO = timedelta(days=750)
"""How long before its report a happening lies that no report follows up: trials come within two years."""


def followed_up(told: list[Told], setter: Setter) -> list[Told]:
    """Return the claims, counts of one earlier time brought to the front where a report opens with them and has no others.

    "A farmer and his two sons who were found dead last month were shot, the examiner said" follows that happening up.
    """
    counts = [one for one in told if one.draft.kind is ClaimKind.COUNT]
    if not counts or any(one.layer is Layer.MAIN for one in run_on(counts)):
        return told
    aged = [
        one
        for one in counts
        if one.when is not None and is_old(one.when, setter.frame) and is_near(one.when, setter.frame.day)
    ]
    aged = [one for one in aged if not setter.layers.is_sum(one.draft, fold(setter.layers.own_words(one.draft)))]
    if not aged or aged[0] is not counts[0] or aged[0].draft.sentence.index >= FOLLOWED:
        return told
    first = aged[0].when
    return [replace(one, layer=Layer.MAIN) if one in aged and meet(one.when, first) else one for one in told]


def is_near(when: TimeSpan, day: date | None) -> bool:
    """Say whether a time is of days or of one month, and not years before the report."""
    if when.grain not in (*DAYS, Grain.MONTH) or when.latest is None:
        return False
    return day is None or day - when.latest < LONG_AGO


def meet(one: TimeSpan | None, other: TimeSpan | None) -> bool:
    """Say whether two times share a day."""
    if one is None or other is None or None in (one.earliest, one.latest, other.earliest, other.latest):
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest  # type: ignore[operator]
