"""Nouns survive being kept, whatever they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rashomon
from rashomon.model import Reading, Record, Report, ReportId, Verdict
from rashomon.model.living import Entry
from rashomon.store.codec import digest, pack, storable, to_json, unpack

MINE = """Shaft collapse kills two near Kitwe

KITWE, May 6, 2023 (Copper Wire) - Two people were killed and five were trapped when a shaft collapsed near Kitwe on Friday, police said.
"""


@pytest.fixture(scope="module")
def record() -> Record:
    """A record of one report."""
    from rashomon.intake import make_report

    report = make_report(MINE, source="mine.txt", outlet="Copper Wire", tables=rashomon.load_tables())
    return rashomon.compare(report)


@given(st.text(), st.text(max_size=20), st.none() | st.dates())
def test_a_report_comes_back_as_it_was(text: str, name: str, day: date | None) -> None:
    report = Report(ReportId("r-1"), name, text, outlet=name or None, day=day)
    assert unpack(Report, pack(to_json(Report, report))) == report


def test_a_lone_surrogate_and_a_null_character_come_back() -> None:
    report = Report(ReportId("r-1"), "x\ud800", "a\ud800b\0c\udfff")
    assert unpack(Report, pack(to_json(Report, report))) == report
    assert storable("a\ud800b\0c") == "a?b c"
    assert len(digest("\ud800")) == 64


def test_records_readings_and_entries_come_back_as_they_were(record: Record) -> None:
    reading = Reading(record.reports[0].id, record.claims, record.mentions, record.notes, record.claims[:1])
    entry = Entry(record.event, "2023-05-06T08:00:00Z", {Verdict.AGREE: 2})
    assert unpack(Record, pack(to_json(Record, record))) == record
    assert unpack(Reading, pack(to_json(Reading, reading))) == reading
    assert unpack(Entry, pack(to_json(Entry, entry))) == entry


def test_the_same_noun_is_the_same_text(record: Record) -> None:
    assert to_json(Record, record) == to_json(Record, replace(record))
