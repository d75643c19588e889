"""Tables of comma- or tab-separated values."""

from __future__ import annotations

import pytest

from rashomon.errors import EmptyInput, InputError
from rashomon.intake.formats.delimited import read_delimited
from rashomon.intake.item import Item
from rashomon.intake.kinds import Kind, kind_of
from rashomon.intake.taking import take
from rashomon.lexicon import Tables

LEAD = "At least nine people were killed when a ferry overturned off Korvana, the harbour master said."


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_row_is_a_report_whatever_parts_the_columns(mark: str, tables: Tables) -> None:
    rows = [["Date", "Source", "Headline", "Body"], ["2024-03-12", "Reef Gazette", "Ferry sinks", f'"{LEAD}"']]
    found = read_delimited("\n".join(mark.join(row) for row in rows), Item("a.csv", b""), tables=tables)
    (report,) = found.reports
    assert (report.outlet, report.published, report.title) == ("Reef Gazette", "2024-03-12", "Ferry sinks")
    assert LEAD in report.text


def test_a_quoted_text_keeps_its_lines_and_other_columns_are_noted(tables: Tables) -> None:
    found = read_delimited(f'text,coder\n"{LEAD}\n\nMore.",x\n\n{LEAD}', Item("a.csv", b""), tables=tables)
    assert found.reports[0].text.endswith("\n\nMore.")
    assert any("'coder'" in note.message for note in found.notes)


def test_a_row_without_a_text_is_set_aside(tables: Tables) -> None:
    found = read_delimited(f"outlet,text\nReef Gazette\nBay Post,{LEAD}", Item("a.csv", b""), tables=tables)
    assert [report.outlet for report in found.reports] == ["Bay Post"]
    assert [reject.origin for reject in found.rejects] == ["a.csv#row 2"]


def test_a_table_without_a_text_says_which_columns_it_has(tables: Tables) -> None:
    with pytest.raises(InputError, match="'text' in the first line, which has 'outlet', 'deaths'"):
        read_delimited("outlet,deaths\nReef Gazette,9", Item("a.csv", b""), tables=tables)


@pytest.mark.parametrize("text", ["", "  \n", "outlet,text\n", "a|b\n1|2", "text\n,,,"])
def test_an_empty_or_broken_table_raises_nothing_but_its_reason(text: str, tables: Tables) -> None:
    with pytest.raises((EmptyInput, InputError)) as told:
        read_delimited(text, Item("a.csv", b""), tables=tables)
    assert told.value.reason


def test_a_table_is_told_by_its_name(tables: Tables) -> None:
    assert kind_of("outlet,text\nA,b", "news.TSV") is Kind.TABLE
    assert take(Item("a.csv", f"text\n{LEAD}".encode()), tables=tables).reports
