"""The head: counts from the record's tally, and what is most in dispute first."""

from __future__ import annotations

from dataclasses import replace

from rashomon.interface.compose import view_of
from rashomon.interface.dossier.head.view import head_of, kicker_of
from rashomon.lexicon.tables import Tables
from rashomon.model import Record, Tally, Verdict


def test_the_record_is_counted_by_its_own_tally(record: Record, tables: Tables) -> None:
    told = replace(record, tally=Tally(12, 9, 14, 2, {Verdict.SINGLE_SOURCE: 5}))
    head = head_of(told, view_of(told, tables=tables))
    assert head.kicker == "12 reports · 9 outlets · 14 independent roots · 2 answers without a source"
    assert head.single == "5 questions rest on one source."
    assert kicker_of(Tally(1, 0, 1)) == "1 report · no known outlet · 1 independent root"


def test_disputes_come_first_and_single_sources_not_at_all(record: Record, tables: Tables) -> None:
    head = head_of(record, view_of(record, tables=tables))
    assert [card.finding.verdict for card in head.cards] == [Verdict.DISPUTED, Verdict.UPDATED]
    assert head.in_dispute
    calm = replace(record, findings=record.findings[2:])
    assert head_of(calm, view_of(calm, tables=tables)).cards == ()


def test_each_verdict_has_a_sentence(record: Record, tables: Tables) -> None:
    head = head_of(record, view_of(record, tables=tables))
    assert [line.opening for line in head.gist] == ["In dispute", "Changed over time", "Agreed"]
