"""Tolls over time: every answer with a date is drawn as what it is, and a root keeps its colour."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from rashomon.interface.compose import view_of
from rashomon.interface.dossier.tolls.chart import NARROW, WIDE, days_shown, rows_of, short_value
from rashomon.interface.dossier.tolls.key import OTHERS, SHAPES, key_of, slots_of
from rashomon.interface.dossier.tolls.points import Point, points_of
from rashomon.interface.dossier.tolls.view import tolls_of
from rashomon.interface.findings import Marks
from rashomon.lexicon.tables import Tables
from rashomon.model import Record, Verdict

DAY = date(2024, 3, 4)


def point(root: str, low: int | None, high: int | None, day: date | None = DAY, *, derived: bool = False) -> Point:
    return Point(root, low, high, day, derived, "", None, ("A",))


def test_every_answer_of_a_series_is_a_point_and_the_latest_is_not_told_twice(record: Record) -> None:
    marks = Marks.of(record.reports)
    points = points_of(record.findings[0], marks)
    assert [(p.root, p.low, p.high, p.marks) for p in points] == [
        ("coast guard", 17, None, ("A",)),
        ("coast guard", 24, 24, ("B",)),
        ("survivor", 24, 99, ("B",)),
    ]
    assert [p.derived for p in points] == [False, False, True]
    assert points[2].dropped == "coast guard"


def test_intervals_are_drawn_with_their_ends_open_or_closed() -> None:
    points = [point("a", 9, 9), point("b", 17, None), point("c", None, 30), point("d", 24, 99)]
    rows = rows_of(points, [DAY], key_of(points, {}, 30), WIDE, 99)
    ends = {row["root"]: (row["ends"], row["mark"]) for row in rows}
    assert ends == {"a": ("exact", 9), "b": ("above", 17), "c": ("below", 30), "d": ("range", 24)}
    drawn = {row["root"]: (row["low"], row["high"]) for row in rows}
    assert drawn["d"] == (24, 99)
    assert drawn["b"][1] > 17
    assert drawn["c"][0] < 30


def test_answers_of_one_day_stand_beside_each_other() -> None:
    points = [point(str(number), number, number) for number in range(8)]
    rows = rows_of(points, [DAY], key_of(points, {}, 30), WIDE, 9)
    assert len({row["x"] for row in rows}) == 8
    assert all(-0.5 < row["x"] < 0.5 for row in rows)


def test_a_narrow_picture_of_many_answers_labels_the_last_of_each_root() -> None:
    points = [point("a", n, n, DAY + timedelta(days=n)) for n in range(12)]
    rows = rows_of(points, days_shown([p.day for p in points if p.day]), key_of(points, {}, 30), NARROW, 12)
    assert [row["label"] for row in rows if row["label"]] == ["11"]


def test_a_long_stretch_shows_the_days_that_have_a_figure() -> None:
    assert len(days_shown([DAY, DAY + timedelta(days=3)])) == 4
    far = DAY + timedelta(days=90)
    assert days_shown([far, DAY]) == [DAY, far]


def test_a_root_has_the_same_colour_in_every_picture() -> None:
    everywhere = [point("observatory", 1, 1)] * 3 + [point("ministry", 1, 1)] * 2 + [point("clinic", 1, 1)]
    slots = slots_of(everywhere)
    one = key_of([point("clinic", 1, 1), point("observatory", 1, 1)], slots, 30)
    other = key_of([point("ministry", 1, 1), point("observatory", 2, 2)], slots, 30)
    assert one.slots["observatory"] == other.slots["observatory"]
    assert len({*one.slots.values(), *other.slots.values()}) == 3


def test_many_roots_share_the_last_shape_and_long_names_stay_apart() -> None:
    points = [point(f"the very long name of a body number {n:02}", n, n) for n in range(30)]
    key = key_of(points, slots_of(points), 20)
    assert len(key.domain) == len(set(key.domain)) == len(SHAPES)
    assert key.domain[-1] == OTHERS
    assert len(set(key.shapes)) == len(SHAPES)
    assert key.name_of(points[-1].root) == OTHERS


def test_the_chart_tells_its_values_in_its_label_and_draws_only_what_was_said(record: Record, tables: Tables) -> None:
    shown = tolls_of(record, view_of(record, tables=tables), Marks.of(record.reports)).charts
    assert {chart.finding_id for chart in shown} >= {"f-1", "f-2"}
    first = next(chart for chart in shown if chart.finding_id == "f-1")
    assert "17 or more" in first.picture.label
    numbers = {
        int(n)
        for text in re.findall(r"<text[^>]*>([^<]*)</text>", first.picture.wide)
        for n in re.findall(r"\d+", text)
    }
    assert numbers <= {17, 24, 99, 4, 5}


def test_what_cannot_be_compared_shares_no_picture(record: Record, tables: Tables) -> None:
    apart = replace(record, findings=tuple(replace(f, verdict=Verdict.NOT_COMPARABLE) for f in record.findings))
    assert tolls_of(apart, view_of(apart, tables=tables), Marks.of(apart.reports)).charts == ()


def test_values_are_brief() -> None:
    assert [short_value(*ends) for ends in ((1200, None), (None, 5), (3, 4), (7, 7))] == ["1,200+", "≤5", "3–4", "7"]
