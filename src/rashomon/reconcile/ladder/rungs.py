"""The steps of the ladder that were tried on one question, each with why it fitted or why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar

from rashomon.model import Rung, Verdict
from rashomon.reconcile.counts.intervals import Relation
from rashomon.reconcile.ladder.climb import LEVELS, Comparison, Voice, dated, explained, listed, standing, voices_of
from rashomon.reconcile.ladder.series import Strand

S = TypeVar("S")
DENIAL = "one root denies what another states"
PLACES = "the numbers are of different places"


def rungs(strands: Sequence[Strand[S]], compare: Comparison[S], verdict: Verdict, why: str) -> tuple[Rung, ...]:
    """Return the steps up to the one that gave the verdict; ``why`` is its reason.

    A verdict that no level gives comes from what is asked before the ladder (a denial) or after it (places).
    """
    voices = voices_of(strands, compare)
    tried: list[Rung] = []
    for level in LEVELS:
        fitting = level.test(voices, compare)  # type: ignore[arg-type]
        if fitting is not None:
            if (level.verdict, fitting) == (verdict, why):
                return (*tried, Rung(level.name, verdict, why, fits=True))
            break
        tried.append(Rung(level.name, level.verdict, WHY_NOT[level.name](voices, compare)))  # type: ignore[arg-type]
    if verdict is Verdict.DISPUTED:
        return (Rung(DENIAL, verdict, why, fits=True),)
    return (*tried, Rung(PLACES, verdict, why, fits=True))


def several(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str:
    """Return that more than one root speaks, or that the one that does has changed its answer."""
    if len(voices) == 1:
        return f"{voices[0].name} gives {' and '.join(dated(point, compare) for point in voices[0].points)}."
    return f"{len(voices)} roots speak: {listed(voices)}."


def unlike(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str:
    """Return the first two that do not say the same."""
    return said_by(first_pair(voices, lambda a, b: standing(a, b, compare) is not Relation.SAME), compare)


def exclusive(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str:
    """Return the first two whose answers cannot both be true."""
    pair = first_pair(voices, lambda a, b: standing(a, b, compare) is Relation.APART)
    return f"{said_by(pair, compare)} They exclude each other."


def unexplained(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str:
    """Return the first two of which neither is an earlier answer of the other, and what speaks against it."""
    one, other = first_pair(
        voices, lambda a, b: standing(a, b, compare) is Relation.APART and not explained(a, b, compare)
    )
    before = one.latest.moment.before(other.latest.moment)
    if before is None:
        return f"Nothing tells whether {one.name} or {other.name} is the later."
    early, late = (one, other) if before else (other, one)
    if not compare.follows(early.latest.said, late.latest.said):
        return f"{late.name} speaks later, but {words(late, compare)} is not {words(early, compare)} gone on."
    since = late.latest.first.as_of
    day = f" on {since.day} {since:%B}" if since else ""
    return f"{late.name} gave {words(late, compare)} already{day}: it does not follow on {words(early, compare)} of {early.name}."


def first_pair(voices: Sequence[Voice[S]], test: Callable[[Voice[S], Voice[S]], bool]) -> tuple[Voice[S], Voice[S]]:
    """Return the first two voices that pass a test."""
    return next((a, b) for a, b in combinations(voices, 2) if test(a, b))


def said_by(pair: tuple[Voice[S], Voice[S]], compare: Comparison[S]) -> str:
    """Return what two voices say last: "Police: 9; the hospital: 24"."""
    return f"{'; '.join(f'{voice.name}: {words(voice, compare)}' for voice in pair)}."


def words(voice: Voice[S], compare: Comparison[S]) -> str:
    """Return a voice's latest answer."""
    return compare.words(voice.latest.said)


WHY_NOT: dict[str, Callable[[Sequence[Voice[object]], Comparison[object]], str]] = dict(
    zip((level.name for level in LEVELS), (several, several, unlike, exclusive, unexplained), strict=False)
)
"""Why each level but the last, which always fits, did not fit."""
