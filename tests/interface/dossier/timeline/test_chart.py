"""The picture of the acts."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.interface.dossier.timeline.axis import Axis
from rashomon.interface.dossier.timeline.chart import (
    LETTER,
    MOST,
    NARROW,
    WIDE,
    letter_columns,
    picture_of,
    pixel,
    time_marks,
)
from rashomon.interface.dossier.timeline.row import CONTROL, FIGHT, OTHER, Moment
from rashomon.model import Verdict

DAY = date(2024, 3, 4)
AXIS = Axis(DAY, DAY + timedelta(days=4))


def act(
    earliest: date | None, latest: date | None, *, kind: str = OTHER, name: str = "raid", reports: int = 1
) -> Moment:
    """An act that is disputed."""
    return Moment(name, kind, "", earliest, latest, "f-1", Verdict.DISPUTED, "✕", "disputed", (), 1, reports)


def drawn(moment: Moment) -> list[tuple[str, str]]:
    """The marks of an act's time: what each is, and the colour it is filled with, or how it is drawn."""
    marks = time_marks(moment, AXIS, "disputed", 10)
    return [(mark["type"], mark["encode"]["update"].get("shape", {}).get("value", "")) for mark in marks]


def test_one_day_is_a_mark_of_the_kind() -> None:
    assert drawn(act(DAY, DAY, kind=FIGHT)) == [("symbol", "diamond")]
    assert drawn(act(DAY, DAY, kind=CONTROL)) == [("symbol", "square")]
    assert drawn(act(DAY, DAY)) == [("symbol", "circle")]


def test_several_days_are_a_bar_with_two_ends() -> None:
    assert drawn(act(DAY, DAY + timedelta(days=2))) == [("rule", "")] * 3


def test_an_open_end_is_a_hollow_arrow_and_has_no_stop() -> None:
    assert drawn(act(DAY + timedelta(days=1), None)) == [("rule", ""), ("rule", ""), ("symbol", "triangle-right")]
    assert drawn(act(None, DAY + timedelta(days=1))) == [("rule", ""), ("rule", ""), ("symbol", "triangle-left")]
    fills = [
        time_marks(moment, AXIS, "disputed", 10)[-1]["encode"]["update"]["fill"]["value"]
        for moment in (act(DAY, None), act(DAY, DAY + timedelta(days=900)))
    ]
    assert fills[0] != fills[1]


def test_an_act_beyond_the_days_is_an_arrow_with_its_date() -> None:
    old = time_marks(act(date(2019, 1, 1), date(2019, 12, 31)), AXIS, "disputed", 10)
    assert [mark["type"] for mark in old] == ["symbol", "text"]
    assert old[1]["encode"]["update"]["text"]["value"] == "1 January – 31 December 2019"
    late = time_marks(act(date(2025, 1, 1), None), AXIS, "disputed", 10)
    assert late[0]["encode"]["update"]["shape"]["value"] == "triangle-right"


def test_the_most_told_are_drawn_in_order_of_time() -> None:
    acts = [act(DAY, DAY, name=f"raid {i}", reports=1 + (i % 10 == 9)) for i in range(MOST + 15)]
    made = picture_of(acts, {DAY: ("A",)}, None)
    assert made.left_out == 15
    assert made.picture
    names = [words for words in re.findall(r">([^<]+)</text>", made.picture.wide) if words.startswith("raid ")]
    assert len(names) == MOST
    assert {"raid 9", "raid 19", "raid 29", "raid 39"} <= set(names)
    assert names == sorted(names, key=lambda name: int(name.split()[1]))


def test_the_verdict_is_a_word_and_the_name_leads_to_the_finding() -> None:
    made = picture_of([act(DAY, DAY)], {DAY: ("A",)}, None)
    assert made.picture
    for svg in (made.picture.wide, made.picture.narrow):
        assert "✕ disputed" in svg
        assert 'href="#f-1"' in svg
        assert 'href="#report-A"' in svg


def test_nothing_dated_is_no_picture() -> None:
    made = picture_of([], {DAY: ("A",)}, None)
    assert (made.picture, made.left_out, made.beyond) == (None, 0, False)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), min_size=1, max_size=12, unique_by=lambda one: one[0])
)
def test_the_letters_of_two_days_never_meet(days: list[tuple[int, int]]) -> None:
    reports = {DAY + timedelta(days=day): tuple("ABCDEFGHI"[:many]) for day, many in sorted(days)}
    axis = Axis(min(reports), max(reports))
    for layout in (WIDE, NARROW):
        columns = letter_columns(reports, axis, layout)
        assert [letter for _, rows in columns for row in rows for letter in row] == [
            one for many in reports.values() for one in many
        ]
        halves = [(pixel(day, axis, layout), max(map(len, rows)) * LETTER / 2) for day, rows in columns]
        ends = [(middle - half, middle + half) for middle, half in halves]
        for (_, end), (start, _) in pairwise(ends):
            assert end <= start + 0.01


@settings(max_examples=25)
@given(st.lists(st.tuples(st.none() | st.dates(), st.none() | st.dates()), max_size=8), st.text(max_size=30))
def test_any_times_can_be_drawn(spans: list[tuple[date | None, date | None]], name: str) -> None:
    from rashomon.interface.plain import clean

    ordered = [(min(a, b), max(a, b)) if a and b else (a, b) for a, b in spans if a or b]
    acts = [act(first, last, name=clean(name)) for first, last in ordered]
    made = picture_of(acts, {DAY: ("A",)}, None)
    assert (made.picture is None) == (not acts)
