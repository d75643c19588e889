"""The brief: everything of weight, and nothing of the reports' words as markup."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.interface.compose import view_of
from rashomon.interface.dossier.brief import brief
from rashomon.interface.dossier.brief.escape import plain
from rashomon.lexicon.tables import Tables
from rashomon.model import Note, Record


def test_figures_answers_and_reports_are_told(record: Record, tables: Tables) -> None:
    text = brief(record, view_of(record, tables=tables))
    assert text.startswith("# Accident in Pemba, Tanzania\n")
    assert "| killed, total | 24–99 | ✕ disputed | 2 | 17 | 17–99, best 24 | none |" in text
    assert "  - **24** — coast guard, a party, as of Tue 5 Mar: A “At least 17 people drowned”; B “24 drowned”" in text
    assert re.search(r"^- \*\*A\*\* Harbour, 4 March 2024", text, re.MULTILINE)


def test_every_row_of_the_table_has_as_many_cells_as_its_head(record: Record, tables: Tables) -> None:
    rows = [line for line in brief(record, view_of(record, tables=tables)).splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1


def test_hostile_words_are_escaped(hostile: Record, tables: Tables) -> None:
    text = brief(hostile, view_of(hostile, tables=tables))
    assert "<script>" not in text.replace("\\<", "")
    assert "\x1b" not in text
    assert not re.search(r"(?<!\\)<", text)


@given(st.text(alphabet=st.sampled_from("ab1.)-+=*_#[]()<>`|~!&\\ "), max_size=30))
def test_escaping_loses_no_character_and_leaves_no_markup_open(text: str) -> None:
    escaped = plain(text)
    assert re.sub(r"\\(.)", r"\1", escaped) == text
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`<>\[\]#|~]", escaped)


def test_what_to_know_first_stands_before_the_questions(record: Record, tables: Tables) -> None:
    several = replace(record, notes=(Note("several-events", "these reports tell 2 events: *A*; B"),))
    text = brief(several, view_of(several, tables=tables))
    assert text.index(r"**Note: these reports tell 2 events: \*A\*; B.**") < text.index("**In dispute**")
