"""The report day: all clues must agree on one calendar day, and where nothing settles it there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.intake.reportday import solve_report_day
from rashomon.lexicon import load_tables
from rashomon.model import Evidence, Note, Span, Zone, ZoneKind

TABLES = load_tables()
WEDNESDAY = date(2023, 6, 14)
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PAIRS = "A tanker ran aground the day before yesterday, Monday. Crews left yesterday, Tuesday, and returned today, Wednesday."


def solve(
    text: str, published: str | None = None, zones: tuple[Zone, ...] = ()
) -> tuple[date | None, list[Evidence], list[Note]]:
    return solve_report_day(text, zones, published, TABLES)


def day_of(text: str, published: str | None = None, zones: tuple[Zone, ...] = ()) -> date | None:
    return solve(text, published, zones)[0]


def codes(notes: list[Note]) -> set[str]:
    return {note.code for note in notes}


def with_zone(words: str, kind: ZoneKind, rest: str, day: date | None = None) -> tuple[str, tuple[Zone, ...]]:
    return f"{words}\n\n{rest}", (Zone(kind, Span(0, len(words)), day=day),)


@pytest.mark.parametrize(
    "published",
    [
        "2023-06-14",
        "2023-06-14T08:30:00Z",
        "2023-06-14T23:30:00+03:00",
        "2023-06-14 08:30",
        "20230614T083000Z",
        "Wed, 14 Jun 2023 08:30:00 +0000",
        "June 14, 2023",
        "14 June 2023",
        "Wednesday, June 14, 2023 8:30 am",
    ],
)
def test_metadata_is_read_in_its_common_forms(published: str) -> None:
    day, evidence, notes = solve("A tanker ran aground.", published)
    assert day == WEDNESDAY
    assert [(clue.rule, clue.field, clue.value) for clue in evidence] == [("published", "day", "2023-06-14")]
    assert notes == []


@pytest.mark.parametrize(
    "published", ["yesterday", "14 de junio", "00/00/0000", "04/05/2022", "2023-02-30", "1686700800"]
)
def test_a_date_that_cannot_be_read_is_a_note_and_no_guess(published: str) -> None:
    day, _, notes = solve("A tanker ran aground.", published)
    assert day is None
    assert codes(notes) == {"unreadable-date", "no-report-day"}


def test_nothing_to_go_by_is_a_note() -> None:
    day, evidence, notes = solve("A tanker ran aground.")
    assert (day, evidence, codes(notes)) == (None, [], {"no-report-day"})


def test_an_old_date_in_the_story_is_not_the_report_day() -> None:
    assert (
        day_of("The port, built on March 3, 1998, was struck by a tanker. It broke on Friday, the owner said.") is None
    )


def test_weekday_pairs_alone_give_no_calendar_day() -> None:
    assert day_of(PAIRS) is None


def test_pairs_that_agree_with_the_metadata_are_evidence_for_it() -> None:
    day, evidence, notes = solve(PAIRS, "2023-06-14")
    assert day == WEDNESDAY
    assert [clue.rule for clue in evidence] == ["published", "weekday-pair", "weekday-pair", "weekday-pair"]
    assert notes == []


def test_a_pair_is_evidence_with_its_words_and_span() -> None:
    _, evidence, _ = solve(PAIRS, "2023-06-14")
    for clue in evidence[1:]:
        assert clue.span is not None
        assert clue.span.of(PAIRS) == clue.words


@pytest.mark.parametrize(
    "pair",
    [
        "yesterday, Tuesday,",
        "yesterday (Tuesday)",
        "on Tuesday (yesterday)",
        "the day before yesterday, Monday,",
        "today, Wednesday,",
        "tomorrow, Thursday,",
    ],
)
def test_a_pair_and_a_post_settle_the_day(pair: str) -> None:
    text, zones = with_zone(
        "Port Watch (@portwatch) June 12, 2023", ZoneKind.EMBED, f"Crews worked {pair} on the hull."
    )
    assert day_of(text, None, zones) == WEDNESDAY


def test_a_post_only_bounds_the_day_from_below() -> None:
    text, zones = with_zone("Port Watch (@portwatch) June 13, 2023", ZoneKind.EMBED, PAIRS)
    day, evidence, _ = solve(text, None, zones)
    assert day == WEDNESDAY
    assert evidence[0].rule == "embed-date"


def test_a_post_alone_settles_nothing() -> None:
    text, zones = with_zone("Port Watch (@portwatch) June 13, 2023", ZoneKind.EMBED, "A tanker ran aground.")
    assert day_of(text, None, zones) is None


def test_the_latest_post_is_the_bound() -> None:
    first, second = "A (@a) June 5, 2023", "B (@b) June 12, 2023"
    text = f"{first}\n\n{second}\n\n{PAIRS}"
    zones = (
        Zone(ZoneKind.EMBED, Span(0, len(first))),
        Zone(ZoneKind.EMBED, Span(len(first) + 2, len(first) + 2 + len(second))),
    )
    assert day_of(text, None, zones) == WEDNESDAY


def test_a_zone_s_own_day_is_used_where_its_words_give_none() -> None:
    text, zones = with_zone("Port Watch (@portwatch)", ZoneKind.EMBED, PAIRS, date(2023, 6, 12))
    assert day_of(text, None, zones) == WEDNESDAY


def test_a_stamp_that_breaks_the_pairs_is_rejected_and_the_bound_decides() -> None:
    text, zones = with_zone("Port Watch (@portwatch) June 13, 2023", ZoneKind.EMBED, PAIRS)
    day, _, notes = solve(text, "2023-06-30", zones)
    assert day == WEDNESDAY
    assert codes(notes) == {"stamp-rejected"}
    assert "Friday" in notes[0].message
    assert "Wednesday" in notes[0].message


def test_a_stamp_one_day_off_gives_way_to_the_weekday() -> None:
    day, evidence, notes = solve(PAIRS, "2023-06-15T00:20:00+03:00")
    assert day == WEDNESDAY
    assert evidence[0].rule == "published"
    assert codes(notes) == {"stamp-rejected"}


def test_a_stamp_far_off_with_no_other_bound_leaves_no_day() -> None:
    day, _, notes = solve(PAIRS, "2023-06-18")
    assert day is None
    assert codes(notes) == {"stamp-rejected", "no-report-day"}


def test_a_stamp_before_an_embedded_post_is_rejected() -> None:
    text, zones = with_zone("Port Watch (@portwatch) June 13, 2023", ZoneKind.EMBED, "A tanker ran aground.")
    day, _, notes = solve(text, "2023-06-01", zones)
    assert day is None
    assert "stamp-rejected" in codes(notes)


def test_pairs_that_disagree_settle_nothing_and_say_so() -> None:
    text = "It sank yesterday, Tuesday. It was raised today, Friday."
    day, _, notes = solve(text)
    assert day is None
    assert codes(notes) == {"weekday-conflict", "no-report-day"}


def test_pairs_that_disagree_leave_the_metadata_standing() -> None:
    day, _, notes = solve("It sank yesterday, Tuesday. It was raised today, Friday.", "2023-06-14")
    assert day == WEDNESDAY
    assert codes(notes) == {"weekday-conflict"}


def test_a_pair_with_a_full_date_settles_the_day() -> None:
    day, evidence, _ = solve("It sank yesterday, June 13, 2023, off the cape.")
    assert day == WEDNESDAY
    assert {clue.rule for clue in evidence} == {"dated-pair"}


def test_a_caption_and_speech_on_its_weekday_settle_the_day() -> None:
    text, zones = with_zone(
        "Crews pump out oil on June 14, 2023.",
        ZoneKind.CAPTION,
        "The slick has grown, the harbour master said Wednesday. It broke up on Monday.",
    )
    day, evidence, _ = solve(text, None, zones)
    assert day == WEDNESDAY
    assert {"caption-date", "weekday-told"} <= {clue.rule for clue in evidence}


def test_a_caption_with_other_weekdays_settles_nothing() -> None:
    text, zones = with_zone(
        "Crews pump out oil on June 14, 2023.", ZoneKind.CAPTION, "The slick has grown, the harbour master said Sunday."
    )
    assert day_of(text, None, zones) is None


def test_a_dateline_with_a_year_is_the_day() -> None:
    text, zones = with_zone("LIMA, June 14, 2023 (Agency) -", ZoneKind.DATELINE, "A tanker ran aground.")
    assert day_of(text, None, zones) == WEDNESDAY


def test_a_dateline_without_a_year_takes_it_from_the_stamp_and_is_the_day_of_writing() -> None:
    text, zones = with_zone("LIMA, June 14 (Agency) -", ZoneKind.DATELINE, "A tanker ran aground.")
    day, evidence, notes = solve(text, "2023-06-15T01:00:00Z", zones)
    assert day == WEDNESDAY
    assert {clue.rule for clue in evidence} == {"published", "dateline"}
    assert notes == []


def test_a_dateline_of_the_old_year_is_read_across_new_year() -> None:
    text, zones = with_zone("LIMA, Dec 31 (Agency) -", ZoneKind.DATELINE, "A tanker ran aground.")
    assert day_of(text, "2023-01-01", zones) == date(2022, 12, 31)


def test_a_dateline_without_a_year_alone_settles_no_day_and_is_kept_for_the_order() -> None:
    text, zones = with_zone("LIMA, June 14 (Agency) -", ZoneKind.DATELINE, "A tanker ran aground.")
    day, evidence, notes = solve(text, None, zones)
    assert day is None
    assert [(clue.value, clue.words) for clue in evidence] == [("--06-14", "June 14")]
    assert "the year of 'June 14'" in notes[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Tanker aground\nPublished: June 14, 2023\n\nA tanker ran aground.",
        "Tanker aground\nPosted 14 June 2023, 10:15\n\nA tanker ran aground.",
        "Tanker aground\n14 June 2023\n\nA tanker ran aground.",
        "June 14, 2023 Tanker aground as storm grows",
        "Last updated at Jun 142023 A tanker ran aground.",
        "Date of publication 14 June 2023 A tanker ran aground.",
    ],
)
def test_a_date_that_the_page_prints_for_itself_is_the_day(text: str) -> None:
    day, evidence, _ = solve(text)
    assert day == WEDNESDAY
    assert evidence[0].rule == "printed-date"


def test_a_story_s_own_dated_weekday_bounds_the_pairs() -> None:
    assert day_of("The hull cracked on Monday, June 12, 2023. It sank yesterday, Tuesday.") == WEDNESDAY


def test_a_date_that_lies_ahead_is_no_bound() -> None:
    assert day_of("A vote will be held on Friday, June 30, 2023. The tanker sank yesterday, Tuesday.") is None


def test_a_pair_in_a_caption_speaks_of_the_caption_s_day() -> None:
    text, zones = with_zone("Crews left yesterday, Friday.", ZoneKind.CAPTION, "A tanker ran aground.")
    assert day_of(text, "2023-06-14", zones) == WEDNESDAY


def pair_texts(day: date) -> Iterator[str]:
    for words, back in (("today", 0), ("yesterday", 1), ("the day before yesterday", 2)):
        yield f"It moved {words}, {NAMES[(day - timedelta(days=back)).weekday()]}."


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 6), st.integers(0, 2))
def test_a_post_up_to_six_days_old_and_any_pair_give_the_day(day: date, before: int, which: int) -> None:
    posted = day - timedelta(days=before)
    text, zones = with_zone("Port Watch (@portwatch)", ZoneKind.EMBED, list(pair_texts(day))[which], posted)
    assert day_of(text, None, zones) == day


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-30, 30))
def test_whatever_the_stamp_the_day_keeps_the_pairs(day: date, off: int) -> None:
    found = day_of(" ".join(pair_texts(day)), (day + timedelta(days=off)).isoformat())
    assert found is None or found.weekday() == day.weekday()


@given(st.text(), st.one_of(st.none(), st.text(max_size=40)))
def test_no_text_and_no_stamp_raise(text: str, published: str | None) -> None:
    day, evidence, notes = solve(text, published)
    assert (day is None) == ("no-report-day" in codes(notes))
    assert bool(evidence) == (day is not None)


@given(
    st.lists(
        st.sampled_from(
            [
                "yesterday,",
                "Friday",
                "today",
                "(",
                "June 14, 2023",
                "9999-12-31",
                "the day before",
                "31/12/2999",
                "Published",
                "\n\n",
            ]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_odd_orders_of_clues_raise_nothing(text: str) -> None:
    half = Span(0, len(text) // 2)
    for kind in ZoneKind:
        solve(text, "2999-12-31", (Zone(kind, half),))
