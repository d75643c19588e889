"""Halves of characters, wherever they stand in a report: it is read, shown, written and kept, and a note says so."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import rashomon
from rashomon.exchange import jsonio
from rashomon.interface import terminal
from rashomon.interface.cli import app
from rashomon.interface.compose import view_of
from rashomon.interface.dossier import render
from rashomon.interface.dossier.brief import brief
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import Record, Report

WHOLE = (
    "KITWE, May 6, 2023 (Copper Wire) - Two people were killed and five guards were wounded when a shaft collapsed near "
    "Kitwe on Friday, police said. At least 40 miners are missing, according to the Harrow Mining Union.\n"
)
HALVES = "\ud800", "\udbff", "\udc00", "\udfff", "\ud83d\ud83d", "\udc00\ud800", "\ud83d\udc00\ud800"
MOMENT = datetime(2031, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load_tables()


def report_of(text: str, **known: str) -> Report:
    """A report made by hand, as a program makes one."""
    id_ = Report.id_of(outlet=known.get("outlet"), url=known.get("url"), text=text)
    return Report(id_, known.pop("source", "made"), text, **known)  # type: ignore[arg-type]


def broken(half: str) -> Report:
    """A report with halves of characters in its words and in all that is known of it."""
    text = (
        WHOLE.replace(" people", f" {half}people").replace("guards", f"gua{half}rds").replace("police", f"police{half}")
    )
    return report_of(
        f"{half}{text}{half}", outlet=f"Copper{half} Wire", url=f"https://copperwire.example/{half}", title=f"Shaft{half}",
        source=f"made{half}.txt", published=f"2023{half}",
    )  # fmt: skip


@pytest.fixture(params=HALVES, ids=ascii)
def record(request: pytest.FixtureRequest, tables: Tables) -> Record:
    """The record of a broken report and a whole one."""
    return rashomon.compare([broken(request.param), report_of(WHOLE, outlet="Harbour Post")], tables=tables)


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_no_half_of_a_character_stops_the_reader_or_moves_what_it_finds(tables: Tables, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(WHOLE)), min_size=1, max_size=6)), reverse=True)
    text = WHOLE
    for place in places:
        text = text[:place] + data.draw(st.sampled_from(HALVES)) + text[place:]
    report = report_of(text)
    text = report.text
    (reading,) = rashomon.read(report, tables=tables)
    for claim in reading.claims:
        assert claim.quote == claim.span.of(text)
    (note,) = [note for note in reading.notes if note.code == "control-characters"]
    assert note.span is not None
    assert "\ud800" <= note.span.of(text) <= "\udfff"


def test_between_words_they_change_no_figure(tables: Tables) -> None:
    (whole,) = rashomon.read(report_of(WHOLE), tables=tables)
    (found,) = rashomon.read(report_of(WHOLE.replace(". ", ". \ud800 ")), tables=tables)
    assert figures(found) == figures(whole) != []


def figures(reading: rashomon.Reading) -> list[tuple[str | None, int | None]]:
    return [(claim.measure, claim.quantity.low) for claim in reading.claims if claim.quantity]


def test_a_report_without_them_gets_no_note(tables: Tables) -> None:
    (reading,) = rashomon.read(report_of(WHOLE + "😀"), tables=tables)
    assert not any(note.code == "control-characters" for note in reading.notes)


def test_one_that_was_taken_in_is_noted_once(tables: Tables) -> None:
    from rashomon.intake import make_report

    report = make_report(WHOLE + "\ud800", source="made", tables=tables)
    (reading,) = rashomon.read(report, tables=tables)
    assert [note.code for note in reading.notes].count("control-characters") == 1


def test_the_record_is_written_as_json_and_comes_back(record: Record) -> None:
    text = jsonio.dumps(jsonio.record_to_dict(record), indent=2)
    assert jsonio.record_from_dict(json.loads(text.encode())) == record


@pytest.mark.parametrize(
    "shown",
    [
        lambda record, tables: render(record, tables=tables),
        lambda record, tables: brief(record, view_of(record, tables=tables)),
    ],
    ids=["page", "brief"],
)
def test_the_record_can_be_passed_on(record: Record, tables: Tables, shown: Callable[[Record, Tables], str]) -> None:
    assert b"Kitwe" in shown(record, tables).encode("utf-8")


def test_the_record_is_shown_on_a_screen(record: Record, tables: Tables) -> None:
    screen = io.BytesIO()
    with io.TextIOWrapper(screen, "utf-8") as stream:
        terminal.show(view_of(record, tables=tables), terminal.console_for(stream))
        stream.flush()
        assert b"Kitwe" in screen.getvalue()


def test_a_store_keeps_it_and_reads_it_again(tmp_path: Path, tables: Tables) -> None:
    with rashomon.Store(str(tmp_path / "store.db"), tables=tables) as store:
        added = store.add([broken("\ud800")], arrived=MOMENT)
        assert len(added.reports) == 1
        assert store.add([broken("\ud800")], arrived=MOMENT).known == 1
        (entry,) = store.events()
        assert store.record(entry.event.id).reports[0].text == broken("\ud800").text
        assert store.search("shaft")
        assert store.reread(at=MOMENT)
        assert store.verify().problems == ()


def test_the_command_line_takes_a_file_with_one(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text(json.dumps({"text": broken("\udfff").text, "outlet": "Copper\ud800 Wire"}) + "\n", "utf-8")
    assert "\\ud800" in path.read_text("utf-8")
    for arguments in (
        ["compare", str(path), "--json"],
        ["compare", str(path)],
        ["add", str(path), "--store", str(tmp_path / "s.db")],
    ):
        done = CliRunner().invoke(app, arguments)
        assert (done.exit_code, done.exception) == (0, None), arguments


def test_a_store_is_asked_for_names_with_one(tmp_path: Path, tables: Tables) -> None:
    with rashomon.Store(str(tmp_path / "store.db"), tables=tables) as store:
        assert store.events(place="\ud800", actor="\udfff", kind="\0") == ()
        assert store.search("\ud800") == ()
        for ask in (store.record, store.find, store.report):
            with pytest.raises(rashomon.StoreError, match="names no"):
                ask("\ud800")
