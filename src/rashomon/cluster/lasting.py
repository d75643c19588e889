"""How long a happening has lasted by what a report says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rashomon.cluster.happened import anchor, sentence_at
from rashomon.lexicon.grouping import Grouping
from rashomon.model import Claim, Grain, Layer, Mention, MentionType, Polarity, Reading, Report, ZoneKind

OPENING = 1200
"""Code points in which news says on which day its matter happened, and how long it has lasted."""
LONGEST = timedelta(days=92)
"""A longer time is that of a war, or of another matter."""
DURATION = re.compile(r"P(\d+)([DW])")
DAYS = frozenset({Grain.HOUR, Grain.DAY})
BEFORE = 24
"""Code points before a day in which a word of beginning is looked for."""


def lasted(report: Report, reading: Reading, grouping: Grouping) -> tuple[date, date] | None:
    """Return the first and last day of a happening that lasts, where the report tells: "besieged since May 3", "a four-week siege"."""
    acts = [claim for claim in reading.claims if is_lasting(claim, grouping)]
    ends = [claim.when.latest for claim in acts if claim.when and claim.when.latest]
    last = report.day or max(ends, default=None)
    if last is None or not acts:
        return None
    times = [one for one in reading.mentions if one.type is MentionType.TIME and one.span.start < OPENING]
    told = (*begun(times, report, grouping), *counted(times, report, acts, last))
    starts = [day for day in told if last - LONGEST <= day < last]
    return (min(starts), max((day for day in ends if day <= last), default=last)) if starts else None


def is_lasting(claim: Claim, grouping: Grouping) -> bool:
    """Say whether a claim tells of an act of these days that goes on for days or weeks."""
    lasting = claim.act is not None and claim.act.type in grouping.lasting
    return lasting and claim.layer is Layer.MAIN and claim.polarity is Polarity.AFFIRMED


def begun(times: Sequence[Mention], report: Report, grouping: Grouping) -> Iterator[date]:
    """Yield the days that stand after a word of beginning: "since May 3"."""
    for one in times:
        day = one.timespan.earliest if one.timespan and one.timespan.grain in DAYS else None
        before = report.text[max(0, one.span.start - BEFORE) : one.span.start].casefold().rstrip()
        if day and before.endswith(grouping.since):
            yield day


def counted(times: Sequence[Mention], report: Report, acts: Sequence[Claim], last: date) -> Iterator[date]:
    """Yield the days that lie so long before the last one as the sentence of a lasting act says: "a four-week siege"."""
    for one in times:
        length = DURATION.fullmatch(one.value or "")
        if length is None or report.zone_at(one.span.start) is ZoneKind.CAPTION:
            continue
        days = int(length[1]) * (7 if length[2] == "W" else 1)
        sentence = sentence_at(report.text, one.span)
        if 1 < days <= LONGEST.days and any(sentence.covers(anchor(act)) for act in acts):
            yield last - timedelta(days=days)
