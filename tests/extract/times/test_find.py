"""Times that reports name: a corpus of phrases, and laws that hold for any text."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.times.find import RULES, TimeMention, find_times
from rashomon.extract.times.grammar import Grammar
from rashomon.lexicon import load_tables
from rashomon.lexicon.timetokens import TimeLine, time_words
from rashomon.model import Basis, Grain, Report, ReportId, Span, Zone, ZoneKind

TABLES = load_tables()
GRAMMAR = Grammar(RULES, time_words(TABLES))
CLASSES = st.sampled_from(
    [
        "OTHER",
        "CAP",
        "OR",
        "AN",
        "IN",
        "THE",
        "NUM",
        "UNIT",
        "UNITS",
        "AGO",
        "FOR",
        "ORD",
        "DOT",
        "WEEKDAY",
        "MONTH",
        "YEAR",
    ]
)
CORPUS: dict[str, Any] = yaml.load(
    (Path(__file__).parents[2] / "corpus" / "times.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - every value as the string it is
)
WEDNESDAY = date(2023, 6, 14)


def times(text: str, day: date | None = WEDNESDAY, zones: tuple[Zone, ...] = ()) -> list[TimeMention]:
    report = Report(id=ReportId("r-1"), source="made up", text=text, day=day, zones=zones)
    return find_times(report, TABLES)


def wanted(row: dict[str, Any]) -> list[str]:
    return row["value"] if isinstance(row["value"], list) else [row["value"]]


def days(mention: TimeMention) -> dict[str, str]:
    span = mention.timespan
    ends = (span.earliest, span.latest) if span else (None, None)
    return dict(zip(("from", "to"), ("null" if end is None else end.isoformat() for end in ends), strict=True))


@pytest.mark.parametrize("row", CORPUS["read"], ids=lambda row: row["say"])
def test_a_phrase_is_read_as_the_corpus_says(row: dict[str, Any]) -> None:
    found = times(row["say"])
    assert [mention.value for mention in found] == wanted(row)
    if "kind" in row:
        assert {mention.kind for mention in found} == {row["kind"]}
    for mention in found:
        told = days(mention)
        assert {end: told[end] for end in ("from", "to") if end in row} == {
            end: row[end] for end in ("from", "to") if end in row
        }


@pytest.mark.parametrize("row", CORPUS["undated"], ids=lambda row: row["say"])
def test_without_a_report_day_nothing_stands_in_for_it(row: dict[str, Any]) -> None:
    found = times(row["say"], day=None)
    assert [mention.value for mention in found] == wanted(row)
    assert [mention.timespan for mention in found] == [None] * len(found)


@pytest.mark.parametrize("text", CORPUS["never"])
def test_what_tells_no_time_is_left_alone(text: str) -> None:
    assert times(text) == []


def test_the_corpus_is_broad() -> None:
    assert len(CORPUS["read"]) >= 120


@pytest.mark.parametrize(
    "text", ["On Friday the weir broke.", "Yesterday, Tuesday, it broke.", "It broke on June 2 at 4 pm, they said."]
)
def test_a_span_covers_the_words_and_nothing_beside_them(text: str) -> None:
    for mention in times(text):
        words = mention.span.of(text)
        assert words == words.strip()
        assert words in {"Friday", "Yesterday, Tuesday", "June 2", "at 4 pm"}


def test_weekdays_rest_on_the_report_day_and_full_dates_on_themselves() -> None:
    friday, full = times("On Friday the weir broke, as on 3 May 2020.")
    assert friday.timespan is not None
    assert full.timespan is not None
    assert (friday.timespan.basis, full.timespan.basis) == (Basis.REPORT_DAY, Basis.EXPLICIT)


def test_explicit_dates_in_the_text_do_not_date_its_weekdays() -> None:
    full, friday = times("On 3 May 2020 the weir broke; on Friday it was mended.", day=None)
    assert full.value == "2020-05-03"
    assert friday.timespan is None


def test_a_caption_has_its_own_day() -> None:
    text = "Smoke rises on Friday.\n\nThe depot burned on Friday."
    zone = Zone(ZoneKind.CAPTION, Span(0, 22), day=date(2023, 5, 3))
    caption, body = times(text, zones=(zone,))
    assert (caption.value, body.value) == ("2023-04-28", "2023-06-09")
    assert caption.timespan is not None
    assert caption.timespan.basis is Basis.EXPLICIT


def test_a_caption_without_a_day_uses_the_report_day() -> None:
    zone = Zone(ZoneKind.CAPTION, Span(0, 22))
    (found,) = times("Smoke rises on Friday.", zones=(zone,))
    assert found.value == "2023-06-09"


def test_a_date_in_the_dateline_rests_on_it() -> None:
    zone = Zone(ZoneKind.DATELINE, Span(0, 14))
    found = times("LIMA, June 13 - Rain fell.", zones=(zone,))
    assert [mention.timespan.basis for mention in found if mention.timespan] == [Basis.DATELINE]


def test_each_mention_names_its_rule() -> None:
    assert {mention.rule for mention in times("On Friday and on 3 May 2020.")} == {"weekday", "day-month"}


def test_two_weeks_ago_is_known_to_the_week() -> None:
    (found,) = times("It sank two weeks ago.")
    assert found.timespan is not None
    assert found.timespan.grain is Grain.WEEK


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Third-quarter net rose. Net was higher than a year ago.", "2022-Q3"),
        ("Third-quarter net rose after a flat second quarter. Net was higher than a year ago.", "2022-Q3"),
        ("Third-quarter net rose. A fourth-quarter charge is likely. Net was higher than a year ago.", "2022-Q3"),
    ],
)
def test_a_year_ago_is_the_quarter_that_the_passage_speaks_of(said: str, value: str) -> None:
    report = Report(id=ReportId("r-1"), source="made up", text=said, day=date(2023, 10, 5))
    assert find_times(report, TABLES)[-1].value == value


def test_a_long_line_is_read_to_its_end() -> None:
    assert len(times("A raft sank on Friday. " * 5000)) == 5000


def test_a_long_run_of_numbers_is_read_without_an_error() -> None:
    assert times("7 " * 20000) == []


PIECES = """on last next Friday Monday the day before yesterday , 22 January May 2022 third week two years ago at 3:30 pm . - from to
night 31 February 1 ' past few quarter 2022-02-30 99/99/2022 Christmas noon GMT hundred thousand century 25:61 every same earlier"""
WORDS = st.sampled_from([*PIECES.split(), "\n\n"])


@given(st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join)), st.one_of(st.none(), st.dates()))
def test_any_text_is_read_and_spans_lie_inside_it_in_order(text: str, day: date | None) -> None:
    end = 0
    for mention in times(text, day):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        assert mention.value
        assert mention.kind in {"date", "time", "duration", "set"}


@given(st.lists(WORDS, max_size=20).map(" ".join), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_reading_twice_gives_the_same(text: str, day: date) -> None:
    assert times(text, day) == times(text, day)


@given(
    st.sampled_from(
        [
            "on Friday",
            "last Monday",
            "next Sunday",
            "yesterday",
            "three days ago",
            "Thursday night",
            "the day before yesterday",
        ]
    ),
    st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    st.integers(-200, 200),
)
def test_a_report_written_weeks_later_means_days_as_many_weeks_later(phrase: str, day: date, weeks: int) -> None:
    def meant(reference: date) -> date | None:
        (found,) = times(f"A bridge fell {phrase}.", reference)
        return found.timespan.earliest if found.timespan else None

    first, second = meant(day), meant(day + timedelta(weeks=weeks))
    assert first is not None
    assert second == first + timedelta(weeks=weeks)


@given(st.sampled_from(["Monday", "Tuesday", "Friday", "Sunday"]), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_a_bare_weekday_lies_in_the_week_up_to_the_report_day(weekday: str, day: date) -> None:
    (found,) = times(f"Two boats sank on {weekday}.", day)
    assert found.timespan is not None
    assert found.timespan.earliest is not None
    assert 0 <= (day - found.timespan.earliest).days <= 6


@given(st.lists(CLASSES, max_size=25))
def test_every_match_of_a_pattern_lies_in_a_run(kinds: list[str]) -> None:
    letters = "".join(GRAMMAR.words.letters[kind] for kind in kinds)
    line = TimeLine(
        "x" * len(kinds), [(at, at + 1) for at in range(len(kinds))], [(kind, 1) for kind in kinds], letters
    )
    found = [(first, -last, place) for first, last, place, _ in GRAMMAR.candidates(line)]
    everywhere = [
        (*match.span(), place)
        for place, (_, pattern) in enumerate(GRAMMAR.rules)
        for match in pattern.finditer(letters)
    ]
    assert sorted(found) == sorted(everywhere)


@pytest.mark.parametrize(
    "text", ["He drove off in a 2011 silver, four-door Toyota.", "Police seek the 2009 black pickup."]
)
def test_a_model_year_is_no_date(text: str) -> None:
    assert times(text) == []


def test_a_year_of_a_deed_is_a_date() -> None:
    assert [mention.value for mention in times("He was tried for a 2011 robbery.")] == ["2011"]
