"""Sentences: cut zone by zone, spans exact."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.sentences import LONGEST, split_sentences
from rashomon.lexicon import load_tables
from rashomon.lexicon.abbreviations import Abbreviations
from rashomon.model import Report, ReportId, Span, Zone, ZoneKind

SHORT = load_tables().of(Abbreviations)


def sentences(text: str, *zones: Zone) -> list[str]:
    """The words of each sentence."""
    report = Report(ReportId("r-1"), "a.txt", text, zones=zones)
    return [sentence.span.of(text) for sentence in split_sentences(report, SHORT)]


def test_an_abbreviation_of_the_users_own_does_not_end_a_sentence() -> None:
    text = "The ward elected Cllr. Ina Marsh. She lives in Selby."
    report = Report(ReportId("r-1"), "a.txt", text)
    own = Abbreviations(("Cllr",), ("Nld",))
    assert next(s.span.of(text) for s in split_sentences(report, SHORT)) == "The ward elected Cllr."
    assert next(s.span.of(text) for s in split_sentences(report, own)) == "The ward elected Cllr. Ina Marsh."


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "Lt. Gen. A. Dara spoke at 5 p.m. in St. Elm. Then Mr. Oku left."
    assert sentences(text) == ["Lt. Gen. A. Dara spoke at 5 p.m. in St. Elm.", "Then Mr. Oku left."]


def test_a_state_in_short_ends_a_sentence_but_not_before_a_day() -> None:
    assert sentences("It sank off Selby, Va. Sunday night.") == ["It sank off Selby, Va. Sunday night."]
    assert sentences("It sank off Selby, Va. Two died.") == ["It sank off Selby, Va.", "Two died."]


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert sentences("“They came at night.” We fled.") == ["“They came at night.”", "We fled."]


def test_a_missing_blank_still_ends_a_sentence() -> None:
    assert sentences("It burned for hours.Two people died.") == ["It burned for hours.", "Two people died."]


def test_a_line_break_ends_a_headline() -> None:
    assert sentences("Nine dead in mine blast\nThe shaft caved in.") == [
        "Nine dead in mine blast",
        "The shaft caved in.",
    ]


def test_wrapped_lines_are_joined() -> None:
    line = "the river rose over the lower town and took the market with it while"
    text = "\n".join([line] * 6) + "."
    assert len(sentences(text)) == 1


def test_a_long_line_that_runs_on_is_joined_in_a_text_that_is_not_wrapped() -> None:
    head = "Patrol finds weapons\n"
    first, second = "A patrol came under fire from an orchard north of the canal", "late on Friday. Nobody was hurt."
    assert sentences(f"{head}{first}\n{second}")[1] == f"{first}\nlate on Friday."


@pytest.mark.parametrize(
    "text",
    [
        "Ferry sinks off coast\nat least nine dead",
        "The mayor's office said that the market would open again soon.\nresidents doubt it",
        "Pictures of the damage that the flood left in the lower town, here\nhttps://example.org/flood",
        "A patrol came under fire from an orchard north of the canal\n\nlate on Friday",
    ],
)
def test_other_lines_end_where_they_end(text: str) -> None:
    assert len(sentences(text)) == 2


def test_boilerplate_is_left_out_and_zones_end_sentences() -> None:
    text = "Share this Five died. More follows"
    zones = (Zone(ZoneKind.BOILERPLATE, Span(0, 10)), Zone(ZoneKind.CAPTION, Span(22, 34)))
    assert sentences(text, *zones) == ["Five died.", "More follows"]


@given(st.text(max_size=400))
def test_sentences_are_in_order_and_hold_every_word(text: str) -> None:
    report = Report(ReportId("r-1"), "a.txt", text)
    found = [sentence.span for sentence in split_sentences(report, SHORT)]
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())


def test_a_text_without_an_end_is_cut_at_blanks() -> None:
    parts = sentences("word " * 2000)
    assert all(len(part) <= LONGEST for part in parts)
    assert "".join(parts).replace(" ", "") == "word" * 2000
