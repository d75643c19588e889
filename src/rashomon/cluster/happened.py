"""The days of a happening, weighed over the time words of all its reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    Basis,
    Claim,
    ClaimKind,
    Grain,
    Layer,
    Mention,
    MentionType,
    Polarity,
    Reading,
    Report,
    Span,
    TimeSpan,
)

LEDE = 500
"""Code points from the start in which news says what happened."""
FINE = frozenset({Grain.HOUR, Grain.DAY, Grain.DAYS})
END = re.compile(r"[.!?]['\"”’)]*\s|\n")
AROUND = 240
"""Code points on either side in which the sentence of a time word is looked for."""
LONGEST = 3
"""Days of the longest time words that date a happening."""

TOLD, ALONE, FOLLOWING = 0.05, 0.25, 0.15
"""What a time word weighs that only dates a statement, that stands beside no act, and beside what follows on a happening."""
HAPPENED, AFTERWARDS, CLOCK, EARLY = 1.2, 0.3, 1.5, 2.0
"""What words of happening, of aftermath, a clock time, and the report's opening make of a time word's weight."""

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Vote:
    """A time that a report's words give, and how surely it is that of the happening."""

    days: Days
    weight: float
    basis: Basis


def happening_days(reports: Sequence[Report], readings: Sequence[Reading], *, tables: Tables) -> TimeSpan | None:
    """Return the days that the time words of all reports put the happening on; None where none is near its acts.

    What follows (arrests, hearings, statements) dates nothing; nothing happens after the first report of it. Reports
    that come soon after know the day best.
    """
    grouping = tables.of(Grouping)
    first = min((report.day for report in reports if report.day is not None), default=None)
    totals: dict[Days, float] = defaultdict(float)
    basis: dict[Days, Basis] = {}
    for report, reading in zip(reports, readings, strict=True):
        votes = [v for v in votes_of(report, reading, grouping) if first is None or v.days[0] <= first]
        whole = sum(vote.weight for vote in votes)
        late = (report.day - first).days if report.day is not None and first is not None else 0
        for vote in votes:
            share = vote.weight / max(whole, 1.0) / (1 + late / 7)
            totals[vote.days] += share / (1 + (vote.days[1] - vote.days[0]).days)
            basis.setdefault(vote.days, vote.basis)
    if not totals:
        return None
    start, end = chosen(totals)
    return TimeSpan(
        start, end, Grain.DAY if start == end else Grain.DAYS, basis[min(totals, key=lambda d: (-totals[d], d))]
    )


def chosen(totals: dict[Days, float]) -> Days:
    """Return the days that weigh most, widened by neighbours that weigh nearly as much."""
    best = min(totals, key=lambda days: (-totals[days], days))
    start, end = best
    for days in sorted(totals):
        near = days[0] <= end + timedelta(days=1) and days[1] >= start - timedelta(days=1)
        if near and totals[days] >= 0.6 * totals[best]:
            start, end = min(start, days[0]), max(end, days[1])
    return start, end


def votes_of(report: Report, reading: Reading, grouping: Grouping) -> list[Vote]:
    """Return the votes of one report's time words."""
    acts = [c for c in reading.claims if c.kind in (ClaimKind.ACT, ClaimKind.COUNT) and c.polarity is Polarity.AFFIRMED]
    times = [m for m in reading.mentions if m.type is MentionType.TIME and is_fine(m)]
    found = []
    for mention in times:
        if report.zone_at(mention.span.start).is_furniture:
            continue
        weight = weight_of(mention, report, acts, grouping)
        span = mention.timespan
        if weight and span is not None and span.earliest is not None and span.latest is not None:
            found.append(Vote((span.earliest, span.latest), weight, span.basis))
    return found


def is_fine(mention: Mention) -> bool:
    """Say whether a time word gives a day or few."""
    span = mention.timespan
    if span is None or span.earliest is None or span.latest is None or span.grain not in FINE:
        return False
    return (span.latest - span.earliest).days < LONGEST


def weight_of(mention: Mention, report: Report, acts: Iterable[Claim], grouping: Grouping) -> float:
    """Return how surely a time word is that of the happening, by its sentence and its place in the report."""
    sentence = sentence_at(report.text, mention.span)
    words = sentence.of(report.text).casefold()
    before = report.text[max(sentence.start, mention.span.start - 40) : mention.span.start].casefold().rstrip()
    if mention.span.of(report.text).casefold() in grouping.present or any(word in words for word in grouping.stamps):
        return 0.0
    if before.endswith(grouping.telling):
        return TOLD
    inside = [c for c in acts if sentence.covers(anchor(c)) and c.layer is not Layer.BACKGROUND]
    weight = acts_weight(mention, inside, grouping)
    if any(phrase in words for phrase in grouping.happened):
        weight = max(weight, HAPPENED)
    if any(phrase in words for phrase in grouping.afterwards):
        weight *= AFTERWARDS
    if mention.timespan is not None and mention.timespan.grain is Grain.HOUR:
        weight *= CLOCK
    return weight * (EARLY if mention.span.start < LEDE else 1.0)


def acts_weight(mention: Mention, inside: Sequence[Claim], grouping: Grouping) -> float:
    """Return what the acts of a time word's sentence make of it: most where the nearest one is the happening's own."""
    if not inside:
        return ALONE
    nearest = min(inside, key=lambda c: (abs(anchor(c).start - mention.span.start), c.id))
    if not follows(nearest, grouping):
        return 1.0
    return 0.5 if any(not follows(c, grouping) for c in inside) else FOLLOWING


def anchor(claim: Claim) -> Span:
    """Return the words that assert a claim."""
    return claim.trigger_span or claim.number_span or claim.span


def follows(claim: Claim, grouping: Grouping) -> bool:
    """Say whether a claim tells of what follows on a happening: an arrest, a statement, an inquiry."""
    if claim.act is not None:
        return claim.act.type in grouping.aftermath or claim.act.type == "other"
    return claim.measure in grouping.following


def sentence_at(text: str, span: Span) -> Span:
    """Return the sentence around some words, by marks alone."""
    start = max(0, span.start - AROUND)
    starts = [match.end() for match in END.finditer(text, start, span.start)]
    end = END.search(text, span.end, min(len(text), span.end + AROUND))
    return Span(starts[-1] if starts else start, end.start() if end else min(len(text), span.end + AROUND))
