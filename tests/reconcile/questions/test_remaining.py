"""People still in hospital are a part of the hurt."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rashomon import compare
from rashomon.intake import make_report
from rashomon.lexicon import Tables
from rashomon.model import Finding

FIRST = "Bus overturns near Milltown\n\nMILLTOWN - A bus overturned near Milltown on Saturday and 64 people were injured, the police said."


def findings(texts: Sequence[str], tables: Tables) -> dict[str, Finding]:
    reports = [
        make_report(text, source=f"{i}.txt", outlet=f"Paper {i}", published=f"2031-03-0{i + 1}", tables=tables)
        for i, text in enumerate(texts)
    ]
    record = compare(reports, tables=tables)
    return {finding.question.label: finding for finding in record.findings}


@pytest.mark.parametrize(
    "words", ["Eleven passengers remain in hospital", "Eleven people are still being treated", "Eleven people were still in intensive care"]
)  # fmt: skip
def test_those_still_in_hospital_are_not_set_against_all_the_hurt(words: str, tables: Tables) -> None:
    later = f"Milltown bus crash: driver questioned\n\n{words} after Saturday's bus accident near Milltown, the health office said."
    found = findings([FIRST, later], tables)
    assert [p.value.low for p in found["wounded, total"].positions] == [64]


def test_they_are_a_figure_where_nobody_counts_more(tables: Tables) -> None:
    later = "Milltown bus crash\n\nMILLTOWN - Eleven people remain in hospital after a bus accident near Milltown, the health office said."
    assert [p.value.low for p in findings([later], tables)["wounded, total"].positions] == [11]


@pytest.mark.parametrize(("words", "dead"), [("at Merca hospital", [3, 16]), ("in clashes in Merca", [16])])
def test_who_dies_in_a_hospital_with_a_places_name_is_of_the_event(words: str, dead: list[int], tables: Tables) -> None:
    text = (
        "Market fire in Beledweyne\n\nBELEDWEYNE, Somalia - Sixteen people were killed in a fire in Beledweyne on Monday, the mayor said."
        f"\n\nThree people died on Monday night {words}, the health office said."
    )
    answers = findings([text], tables)["killed, total"].positions
    assert sorted(answer.value.low or 0 for answer in answers) == dead


def test_one_left_in_a_critical_state_is_not_set_against_all_the_hurt(tables: Tables) -> None:
    later = "Milltown bus crash: driver questioned\n\nOf the injured, 52 went home and one remains critical after Saturday's bus accident near Milltown, the health office said."
    found = findings([FIRST, later], tables)
    assert 1 not in [p.value.low for p in found["wounded, total"].positions]
