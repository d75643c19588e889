"""The verdict ladder: named levels, the first that fits gives the verdict and says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Generic, Protocol, TypeVar

from rashomon.model import Verdict
from rashomon.reconcile.counts.intervals import Relation
from rashomon.reconcile.ladder.series import Point, Strand

S = TypeVar("S")
S_contra = TypeVar("S_contra", contravariant=True)


class Comparison(Protocol[S_contra]):
    """How two answers of one kind are compared, and put into words."""

    def relation(self, first: S_contra, second: S_contra) -> Relation:
        """Return how two answers stand."""

    def follows(self, earlier: S_contra, later: S_contra) -> bool:
        """Say whether the later answer may be the earlier one grown or changed."""

    def restates(self, first: S_contra, second: S_contra) -> bool:
        """Say whether one answer is the other again, only more or less exactly."""

    def words(self, said: S_contra) -> str:
        """Return the answer as a person would write it."""


@dataclass(frozen=True, slots=True)
class Voice(Generic[S]):
    """Strands that rest on one root, their points together in order of time."""

    name: str
    points: tuple[Point[S], ...]

    @property
    def latest(self) -> Point[S]:
        """The last point."""
        return self.points[-1]


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the ladder: its name, its verdict, and a test that returns why, or None where it does not fit."""

    name: str
    verdict: Verdict
    test: Callable[[Sequence[Voice[object]], Comparison[object]], str | None]


def voices_of(strands: Sequence[Strand[S]], compare: Comparison[S]) -> list[Voice[S]]:
    """Put the strands that rest on one root together; words on nobody's word are a voice of their own."""
    voices = []
    for strand in strands:
        if strand.rests_on is None:
            leaning = [other for other in strands if other.rests_on and other.rests_on.key == strand.root.key]
            voices.append(
                Voice(strand.root.name, tuple(since_first(point, leaning, compare) for point in strand.points))
            )
    return voices


def since_first(point: Point[S], leaning: Sequence[Strand[S]], compare: Comparison[S]) -> Point[S]:
    """Return a point, said first when any strand that leans on its root said it; a repeat makes it no newer."""
    repeats = [p.first for one in leaning for p in one.points if compare.relation(p.said, point.said) is Relation.SAME]
    return replace(point, since=min([point.first, *repeats], key=lambda moment: moment.rank))


def independent(strands: Sequence[Strand[S]], compare: Comparison[S] | None = None) -> int:
    """Return how many roots do not rest on each other; outlets of one house are one.

    Figures on nobody's word add none to those of named roots, unless they exclude all of them: somebody must have counted otherwise.
    """
    named = {(s.rests_on or s.root).house for s in strands if s.rests_on is not None or not s.root.vague}
    loose = [s for s in strands if s.rests_on is None and s.root.vague]
    others = [s for s in strands if s not in loose]
    odd = compare is not None and any(
        all(compare.relation(one.latest.said, other.latest.said) is Relation.APART for other in others) for one in loose
    )
    return max(len(named) + (odd and bool(named)), min(1, len(strands)))


def climb(strands: Sequence[Strand[S]], compare: Comparison[S]) -> tuple[Verdict, str]:
    """Return the verdict of the first level that fits, and its reason as a sentence."""
    voices = voices_of(strands, compare)
    for level in LEVELS:
        why = level.test(voices, compare)  # type: ignore[arg-type]
        if why is not None:
            return level.verdict, why
    raise AssertionError("the last level always fits")


def one_voice(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str | None:
    """Fit where one root speaks and its answers do not exclude each other."""
    if len(voices) != 1 or changes(voices[0], compare):
        return None
    return f"Rests on {voices[0].name} alone: {compare.words(voices[0].latest.said)}."


def one_voice_changing(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str | None:
    """Fit where one root speaks and its answer changes over time."""
    if len(voices) != 1:
        return None
    steps = ", then ".join(dated(point, compare) for point in voices[0].points)
    return f"The answer of {voices[0].name} changes: {steps}.{unknown_order(voices[0])}"


def all_same(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str | None:
    """Fit where the latest answers are all the same."""
    if any(standing(a, b, compare) is not Relation.SAME for a, b in combinations(voices, 2)):
        return None
    fullest = max((compare.words(voice.latest.said) for voice in voices), key=lambda words: (len(words), words))
    return f"{listed(voices)} say the same: {fullest}."


def all_possible(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str | None:
    """Fit where no two latest answers exclude each other."""
    if any(standing(a, b, compare) is Relation.APART for a, b in combinations(voices, 2)):
        return None
    return f"{spelled(voices, compare)} can all be true, but they do not say the same.{orders(voices)}"


def all_follow(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str | None:
    """Fit where every difference is a later answer to the same question, or a root's own revision."""
    apart = [(a, b) for a, b in combinations(voices, 2) if standing(a, b, compare) is Relation.APART]
    if not all(explained(a, b, compare) for a, b in apart):
        return None
    return f"{spelled(voices, compare)}: the later answer takes up the earlier one."


def not_both(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str:
    """Fit always: some two answers cannot both be true."""
    apart = [
        (a, b) for a, b in combinations(voices, 2)
        if standing(a, b, compare) is Relation.APART and not explained(a, b, compare)
    ]  # fmt: skip
    first, second = apart[0]
    return f"{spelled([first, second], compare)} cannot both be true.{orders([first, second])}"


def changes(voice: Voice[S], compare: Comparison[S]) -> bool:
    """Say whether a voice gives answers that exclude each other, or raises one from day to day."""
    return any(
        compare.relation(a.said, b.said) is Relation.APART
        or (a.moment.before(b.moment) is True and not compare.restates(a.said, b.said))
        for a, b in zip(voice.points, voice.points[1:], strict=False)
    )


def standing(first: Voice[S], second: Voice[S], compare: Comparison[S]) -> Relation:
    """Return how the latest answers of two voices stand."""
    return compare.relation(first.latest.said, second.latest.said)


def explained(first: Voice[S], second: Voice[S], compare: Comparison[S]) -> bool:
    """Say whether two answers that exclude each other are one moving figure, or one of them an earlier one of the other's.

    A figure that a root gave before the other one spoke, and still gives, is no later answer. Where nothing tells the order, one
    that was given as a first count ("initial reports", "expected to rise") may have grown into the other, and so may one into
    another that is said to have grown ("risen to"), unless one report gives both side by side.
    """
    for early, late in ((first, second), (second, first)):
        newer = early.latest.moment.before(late.latest.first)
        grown = early.latest.provisional or (late.latest.risen and not told_together(early.latest, late.latest))
        open_count = grown and early.latest.moment.before(late.latest.moment) is None
        if (newer or open_count) and compare.follows(early.latest.said, late.latest.said):
            return True
    return lags(first, second, compare) or lags(second, first, compare)


def told_together(first: Point[S], second: Point[S]) -> bool:
    """Say whether some report gives both."""
    return bool({answer.report.id for answer in first.answers} & {answer.report.id for answer in second.answers})


def lags(behind: Voice[S], ahead: Voice[S], compare: Comparison[S]) -> bool:
    """Say whether one voice's latest answer is one that the other gave before and has since revised."""
    return any(
        compare.relation(point.said, behind.latest.said) is Relation.SAME
        and point.moment.before(behind.latest.moment) is not False
        for point in ahead.points[:-1]
    ) and compare.follows(behind.latest.said, ahead.latest.said)


def listed(voices: Sequence[Voice[S]]) -> str:
    """Return the names of the voices as a list in a sentence."""
    return joined(list(dict.fromkeys(voice.name for voice in voices)))


def joined(names: Sequence[str]) -> str:
    """Return names as a list in a sentence.

    >>> joined(["Daily Post", "Evening Post"])
    'Daily Post and Evening Post'
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def spelled(voices: Sequence[Voice[S]], compare: Comparison[S]) -> str:
    """Return each voice with its latest answer and day, the earliest first."""
    in_time = sorted(voices, key=lambda voice: voice.latest.moment.rank)
    return "; ".join(f"{voice.name}: {dated(voice.latest, compare)}" for voice in in_time)


def dated(point: Point[S], compare: Comparison[S]) -> str:
    """Return an answer with the day it holds for."""
    return f"{compare.words(point.said)} ({point.moment.words or 'no date'})"


def orders(voices: Sequence[Voice[S]]) -> str:
    """Return a sentence that says so where nothing tells which answer is the later."""
    unknown = any(a.latest.moment.before(b.latest.moment) is None for a, b in combinations(voices, 2))
    return " Nothing tells which of them is the later." if unknown else ""


def unknown_order(voice: Voice[S]) -> str:
    """Return a sentence where a voice's answers are of one day and nothing tells their order."""
    pairs = zip(voice.points, voice.points[1:], strict=False)
    return " The order within the day is unknown." if any(a.moment.before(b.moment) is None for a, b in pairs) else ""


LEVELS: tuple[Level, ...] = (
    Level("one root, one value", Verdict.SINGLE_SOURCE, one_voice),
    Level("one root whose figure changes over time", Verdict.UPDATED, one_voice_changing),
    Level("every root states the same", Verdict.AGREE, all_same),
    Level("the answers overlap", Verdict.COMPATIBLE, all_possible),
    Level("a later answer, or a root's own revision", Verdict.UPDATED, all_follow),
    Level("not both true", Verdict.DISPUTED, not_both),
)
"""The ladder in order; the first level that fits wins."""
