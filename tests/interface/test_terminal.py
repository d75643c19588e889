"""The terminal view says all that the record says, in whatever terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from rashomon.interface.compose import view_of
from rashomon.interface.findings import letter_of
from rashomon.interface.terminal import MOST_MOMENTS, MOST_SAID, console_for, show
from rashomon.lexicon.tables import Tables
from rashomon.model import TOTAL, Claim, Finding, Group, Note, Record, Verdict


def shown(record: Record, tables: Tables, width: int = 80, *, colour: bool = False) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, markup=False, highlight=False, emoji=False, force_terminal=colour)
    show(view_of(record, tables=tables), console)
    return stream.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_no_line_is_wider_than_the_window(record: Record, tables: Tables, width: int) -> None:
    assert max(map(len, shown(record, tables, width).splitlines())) <= min(width, 120)


def test_all_parts_are_there_in_order(record: Record, tables: Tables) -> None:
    lines = shown(record, tables).splitlines()
    heads = [line for line in lines if line.isupper() and not line.startswith(" ")]
    assert heads == [
        "WHAT HAPPENED",
        "FIGURES",
        "WHO SAYS WHAT",
        "IN DISPUTE",
        "STILL OPEN",
        "LEFT OUT",
        "WORDING",
        "NOTES",
    ]
    assert lines[0] == "Accident in Pemba, Tanzania"


def test_a_position_shows_value_root_remarks_series_and_words(record: Record, tables: Tables) -> None:
    text = " ".join(shown(record, tables, 120).split())
    assert "24 coast guard · a party · as of Tue 5 Mar earlier: 17 or more on Mon 4 Mar" in text
    assert "A “At least 17 people drowned” B “24 drowned”" in text
    assert "likely coast guard, attribution dropped" in text
    assert "derived sum, stated by nobody" in text
    assert "▲ heroic crew ×2" in text
    assert "“crew” (a survivor)" in text


def test_estimates_are_shown_where_there_is_room(record: Record, tables: Tables) -> None:
    assert "ACLED" in shown(record, tables, 120)
    assert "ACLED" not in shown(record, tables, 80)


def test_a_record_with_nothing_in_it_has_its_head_alone(record: Record, tables: Tables) -> None:
    event = replace(record.event, when=None, where=None, type=None, parties=())
    bare = replace(
        record,
        event=event,
        claims=(),
        findings=(),
        wording=(),
        timeline=(),
        shared=(),
        omissions=(),
        open=(),
        notes=(),
        mentions=(),
    )
    text = shown(bare, tables)
    assert text.startswith("Event, place not known\nday not known\n")
    assert "FIGURES" not in text


@pytest.mark.parametrize("colour", [False, True])
def test_text_of_others_can_neither_style_nor_steer(hostile: Record, tables: Tables, colour: bool) -> None:
    text = shown(hostile, tables, colour=colour)
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "\x1b[31m<script>" not in text
    assert "[bold red]" in text
    assert ("\x1b" in text) is colour


def test_nothing_but_text_goes_to_a_stream_that_is_no_terminal(record: Record, tables: Tables) -> None:
    stream = io.StringIO()
    show(view_of(record, tables=tables), console_for(stream))
    assert "\x1b" not in stream.getvalue()


def test_a_small_alphabet_gets_plain_letters(record: Record, tables: Tables) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", write_through=True)
    show(view_of(record, tables=tables), console_for(stream))
    assert "x disputed" in raw.getvalue().decode("ascii")


def test_long_lists_end_with_what_is_left_out(record: Record, tables: Tables) -> None:
    long = replace(
        record, timeline=record.timeline * (MOST_MOMENTS + 2), findings=record.findings[:1] * (MOST_SAID + 3)
    )
    text = shown(long, tables)
    assert "and 2 more: see --html or --json" in text
    assert "and 3 more: see --html or --json" in text


def test_reports_go_by_letters_as_columns_do() -> None:
    assert [letter_of(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_the_view_is_the_same_each_time(record: Record, tables: Tables) -> None:
    assert shown(record, tables) == shown(record, tables)


def test_a_total_that_one_groups_count_makes_and_parts_beside_wholes_are_no_figures_of_their_own(
    record: Record, tables: Tables
) -> None:
    lone = next(f for f in record.findings if f.id == "f-3")
    sailors = Claim.identified(replace(claim_of(record, lone), group=Group("sailors", "sailors")))
    total = replace(lone.question, label="killed, the total", group=TOTAL)
    echo = replace(lone, question=total, positions=(replace(lone.positions[0], claims=(sailors.id,)),))
    beside = replace(lone, question=replace(lone.question, label="killed, beside"), verdict=Verdict.NOT_COMPARABLE)
    text = shown(
        replace(record, claims=(*record.claims, sailors), findings=(*record.findings[:2], echo, beside)), tables
    )
    assert "the total" not in text
    table, rest = text.split("WHO SAYS WHAT")
    assert "killed, beside" not in table
    assert "killed, beside" in rest


def claim_of(record: Record, finding: Finding) -> Claim:
    """The first claim of a finding's first answer."""
    return next(claim for claim in record.claims if claim.id == finding.positions[0].claims[0])


def test_that_reports_tell_several_events_stands_at_the_top(record: Record, tables: Tables) -> None:
    several = replace(
        record, notes=(*record.notes, Note("several-events", "these reports seem to tell 2 events: A; B"))
    )
    text = shown(several, tables, 120)
    assert text.index("Note: these reports seem to tell 2 events: A; B.") < text.index("WHAT HAPPENED")
    assert text.count("seem to tell") == 1
    assert "seem to tell" not in shown(record, tables, 120)
