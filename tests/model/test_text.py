"""Spans, zones and ids."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Report, Span, Zone, ZoneKind, content_id


def spans() -> st.SearchStrategy[Span]:
    """Any small span."""
    return st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))


@given(spans(), spans())
def test_overlap_is_mutual_and_hull_covers_both(first: Span, second: Span) -> None:
    assert first.overlaps(second) == second.overlaps(first)
    assert first.hull(second).covers(first)
    assert first.hull(second).covers(second)


@given(st.text(), spans())
def test_a_span_cuts_what_python_cuts(text: str, span: Span) -> None:
    assert span.of(text) == text[span.start : span.end]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_ids_come_from_content_alone() -> None:
    same = [Report.id_of(outlet="Daily Example", url=None, text="Two died.") for _ in range(2)]
    assert same[0] == same[1]
    assert Report.id_of(outlet="Other Example", url=None, text="Two died.") != same[0]
    assert content_id("c", "a", "bc") != content_id("c", "ab", "c")


def test_a_lone_surrogate_has_an_id_too() -> None:
    assert content_id("r", "\ud800").startswith("r-")


def test_two_halves_of_a_character_side_by_side_are_that_character() -> None:
    report = Report(Report.id_of(outlet=None, url=None, text="x"), "made", "Two \ud83d\ude00 and \udc00\ud800 three")
    assert report.text == "Two 😀 and \udc00\ud800 three"
    assert replace(report, day=None) == report


def test_what_no_zone_marks_is_body() -> None:
    report = Report(
        id=Report.id_of(outlet=None, url=None, text="Head\nBody"),
        source="a.txt",
        text="Head\nBody",
        zones=(Zone(ZoneKind.HEADLINE, Span(0, 4)),),
    )
    assert report.zone_at(1) is ZoneKind.HEADLINE
    assert report.zone_at(6) is ZoneKind.BODY
    assert report.name == "a.txt"
