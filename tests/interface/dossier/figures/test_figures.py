"""Figures: one row each, drawn where there is something to compare, on the scale of their measure."""

from __future__ import annotations

from rashomon.interface.compose import view_of
from rashomon.interface.dossier.figures.strip import row
from rashomon.interface.dossier.figures.view import figures_of, tops
from rashomon.lexicon.tables import Tables
from rashomon.model import Position, Record, Value


def held(low: int | None, high: int | None) -> Position:
    return Position(Value("x", low, high), "police", (), ())


def test_every_count_has_a_row_and_only_several_answers_are_drawn(record: Record, tables: Tables) -> None:
    figures = figures_of(record, view_of(record, tables=tables))
    assert {r.finding.id: r.strip is not None for r in figures.rows} == {"f-1": True, "f-2": False, "f-3": False}
    assert figures.policies == ("ACLED", "UCDP", "majority")
    assert tops(record)["killed"] == 99


def test_the_strip_says_in_words_what_it_draws(record: Record, tables: Tables) -> None:
    strip = figures_of(record, view_of(record, tables=tables)).rows[0].strip
    assert strip
    assert strip.label == "24; 24–99"


def test_an_open_end_runs_to_the_edge() -> None:
    assert row(0, held(17, None), 100)["high"] == 100
    assert row(0, held(None, 30), 100)["low"] == 0
    assert [row(0, held(*ends), 100)["kind"] for ends in ((5, 5), (5, 9), (5, None), (None, 9))] == [
        "exact", "range", "open above", "open below",
    ]  # fmt: skip
