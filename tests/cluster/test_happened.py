"""The day of a happening is the one that the time words beside its acts give, not that of a statement or an arrest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rashomon import read
from rashomon.cluster.happened import happening_days, sentence_at
from rashomon.lexicon.tables import Tables
from rashomon.model import Grain, Report, ReportId, Span

WEDNESDAY = date(2031, 9, 3)


@pytest.fixture
def days(tables: Tables) -> Callable[..., tuple[date | None, date | None] | None]:
    """A reader of the days that some texts give, each with its report day."""

    def told(*papers: tuple[str, date]) -> tuple[date | None, date | None] | None:
        reports = [Report(ReportId(f"r{i}"), "x", text, outlet="Post", day=day) for i, (text, day) in enumerate(papers)]
        span = happening_days(reports, list(read(reports, tables=tables)), tables=tables)
        return None if span is None else (span.earliest, span.latest)

    return told


@pytest.mark.parametrize(
    "text",
    [
        "A clerk was shot in Tarsk late Tuesday. Police said Wednesday that they had no lead.",
        "Police are looking into a shooting in Tarsk. It happened around 10:30 p.m. Tuesday at the harbour.",
        "A clerk was shot in Tarsk on Tuesday night. A man was arrested on Wednesday.",
    ],
)
def test_the_act_dates_it(days: Callable[..., object], text: str) -> None:
    assert days((text, WEDNESDAY)) == (date(2031, 9, 2), date(2031, 9, 2))


def test_nothing_happens_after_its_first_report(days: Callable[..., object]) -> None:
    first = ("A clerk was shot in Tarsk on Tuesday.", WEDNESDAY)
    later = (
        "The clerk was shot in his shop, the court heard on Friday. He was shot dead, a witness said on Friday.",
        date(2031, 9, 5),
    )
    assert days(first, later) == (date(2031, 9, 2), date(2031, 9, 2))


def test_stamps_and_the_present_date_nothing(days: Callable[..., object]) -> None:
    assert days(("Updated: Wednesday, 3 September 2031.\nThe family is in shock right now.", WEDNESDAY)) is None


def test_no_time_word_no_day(days: Callable[..., object]) -> None:
    assert days(("A clerk was shot in Tarsk.", WEDNESDAY)) is None


def test_the_order_of_reports_does_not_matter(days: Callable[..., object]) -> None:
    papers = [("A clerk was shot on Tuesday.", WEDNESDAY), ("A clerk was shot on Monday night.", WEDNESDAY)]
    assert days(*papers) == days(*reversed(papers))


def test_a_sentence_ends_at_marks_and_lines() -> None:
    text = "One sank. Two swam on Friday.\nThree slept."
    at = text.index("Friday")
    assert sentence_at(text, Span(at, at + 6)).of(text) == "Two swam on Friday"


def test_the_grain_is_a_day(tables: Tables) -> None:
    report = Report(ReportId("a"), "x", "A clerk was shot on Tuesday.", outlet="Post", day=WEDNESDAY)
    span = happening_days([report], list(read([report], tables=tables)), tables=tables)
    assert span is not None
    assert span.grain is Grain.DAY
