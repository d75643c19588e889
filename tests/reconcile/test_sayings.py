"""The day of saying that a report tells beside a word of saying in the past perfect."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables
from rashomon.model import Claim, ClaimKind, Mention, MentionType, Span, TimeSpan
from rashomon.reconcile.moments import moment_of
from rashomon.reconcile.sayings import days_of_saying

SATURDAY = date(2026, 11, 7)


def day_told(text: str, tables: Tables, *, cue: str, content: str, day: str) -> date | None:
    """Return the day of saying of a claim of the content's first number."""
    report = make_report(text, source="test", outlet="Harbour Post", published="2026-11-10", tables=tables)

    def at(words: str) -> Span:
        start = report.text.index(words)
        return Span(start, start + len(words))

    claim = Claim(
        report.id, ClaimKind.COUNT, at(content), content, number_span=at(content.split(maxsplit=1)[0])
    ).identified()
    mentions = [
        Mention(report.id, MentionType.ATTRIBUTION, at(cue), cue=at(cue), content=(at(content),)),
        Mention(report.id, MentionType.TIME, at(day), timespan=TimeSpan.day(SATURDAY)),
    ]
    said = days_of_saying([claim], mentions, {report.id: report}).get(claim.id)
    assert moment_of(claim, report, said).as_of == (said or date(2026, 11, 10))
    return said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On Saturday the army had said that six soldiers were missing.", SATURDAY),
        ("The army had said on Saturday that six soldiers were missing.", SATURDAY),
        ("The army said on Saturday that six soldiers were missing.", None),
        ("The army had said that six soldiers were missing. It met on Saturday.", None),
    ],
)
def test_what_had_been_said_on_a_day_is_of_that_day(text: str, told: date | None, tables: Tables) -> None:
    """Only words that tell of an earlier saying, and a day outside what was said."""
    assert day_told(text, tables, cue="said", content="six soldiers were missing", day="Saturday") == told


def test_a_day_inside_what_was_said_is_not_the_day_of_saying(tables: Tables) -> None:
    """The day of the deed stands inside the words that are handed over."""
    text = "The army had said that six soldiers died on Saturday."
    assert day_told(text, tables, cue="said", content="six soldiers died on Saturday", day="Saturday") is None
