"""The verbs composed: from files to a record."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

import rashomon
from rashomon.exchange import jsonio
from rashomon.model import Note, Record, Report, Verdict
from rashomon.pipeline import Loaded, default_tables, load, uncollected

MINE = "LUSAKA, May 6, 2023 (Copper Wire) - Two people were killed when a shaft collapsed near Kitwe on Friday, police said.\n"
MINE_LATER = "KITWE, May 7, 2023 (Copper Wire) - Five people were killed when a shaft collapsed near Kitwe on Friday, police said on Sunday.\n"

FLOOD = "DHAKA, August 2, 2022 - At least 40 villagers drowned when a river burst its banks near Sylhet on Monday, the army said.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two reports of one accident."""
    paths = [tmp_path / "first.txt", tmp_path / "later.txt"]
    for path, text in zip(paths, (MINE, MINE_LATER), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture(scope="module")
def example() -> Record:
    """The record of the example reports."""
    return rashomon.compare(sorted((Path(__file__).parent.parent / "examples" / "beledweyne").iterdir()))


def codes(record: Record) -> set[str]:
    return {note.code for note in record.notes}


def test_files_of_one_event_make_one_record(files: list[Path]) -> None:
    record = rashomon.compare(files)
    assert [report.source for report in record.reports] == [str(path) for path in files]
    killed = next(finding for finding in record.findings if finding.question.measure == "killed")
    assert killed.verdict is Verdict.UPDATED
    assert killed.independent_roots == 1
    assert set(record.versions) == {"rashomon", "tables"}
    assert not codes(record) & {"one-report", "same-report", "several-events", "unreadable"}


def test_every_quote_of_a_record_stands_in_its_report(example: Record) -> None:
    texts = {report.id: report.text for report in example.reports}
    assert example.claims
    assert [claim for claim in example.claims if claim.span.of(texts[claim.report_id]) != claim.quote] == []


def test_the_example_shows_an_update_a_dispute_and_a_shared_root(example: Record) -> None:
    killed = next(f for f in example.findings if f.question.label == "killed, total")
    assert killed.verdict is Verdict.DISPUTED
    assert any(len(position.series) > 1 for position in killed.positions)
    assert any(position.likely_root for position in killed.positions)
    assert any(name.loaded for name in example.wording)


def test_a_real_record_comes_back_from_json_as_it_was(example: Record) -> None:
    assert jsonio.record_from_dict(json.loads(jsonio.dumps(jsonio.record_to_dict(example)))) == example


def test_the_order_of_the_files_changes_no_byte(files: list[Path]) -> None:
    forward, backward = rashomon.compare(files), rashomon.compare(files[::-1])
    assert jsonio.dumps(jsonio.record_to_dict(forward)) == jsonio.dumps(jsonio.record_to_dict(backward))


def test_comparing_is_its_steps_one_by_one(files: list[Path]) -> None:
    loaded = rashomon.load(files)
    readings = list(rashomon.read(loaded.reports))
    (event,) = rashomon.group(loaded.reports, readings)
    record = rashomon.reconcile(event, loaded.reports, readings)
    assert record.findings == rashomon.compare(files).findings


def test_a_report_may_be_given_instead_of_a_file_and_alone(files: list[Path]) -> None:
    (report,) = load(files[0]).reports
    record = rashomon.compare(report)
    assert record.reports == (report,)
    assert "one-report" in codes(record)
    assert rashomon.compare(str(files[0])) == record


def test_the_same_report_twice_counts_once(files: list[Path]) -> None:
    once, twice = rashomon.compare(files), rashomon.compare([*files, files[0]])
    assert twice.findings == once.findings
    assert codes(twice) - codes(once) == {"same-report"}


def test_two_reports_under_one_id_are_both_kept(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(json.dumps({"id": "7", "text": text}) for text in (MINE, MINE_LATER)), encoding="utf-8")
    loaded = load(path)
    first, second = loaded.reports
    assert first.id == "7"
    assert second.id != "7"
    assert [note.code for note in loaded.notes] == ["same-id"]
    assert {note.report_id for note in second.notes} <= {None, second.id}


def test_what_can_be_read_is_read(files: list[Path], tmp_path: Path) -> None:
    record = rashomon.compare([*files, tmp_path / "missing.txt"])
    assert len(record.reports) == 2
    (note,) = [note for note in record.notes if note.code == "unreadable"]
    assert "missing.txt" in note.message


def test_nothing_readable_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(rashomon.InputError, match=r"missing\.txt"):
        rashomon.compare(tmp_path / "missing.txt")
    with pytest.raises(rashomon.InputError, match="give one file or more"):
        rashomon.compare([])
    with pytest.raises(rashomon.InputError, match=r"missing\.txt"):
        list(rashomon.read([tmp_path / "missing.txt"]))


def test_reports_of_two_events_are_compared_with_a_note(files: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "flood.txt"
    other.write_text(FLOOD, encoding="utf-8")
    record = rashomon.compare([files[0], other])
    (note,) = [note for note in record.notes if note.code == "several-events"]
    assert "first.txt; flood.txt" in note.message or "flood.txt; first.txt" in note.message
    assert len(rashomon.group([files[0], other])) == 2


def test_progress_is_told_after_each_report(files: list[Path]) -> None:
    seen: list[tuple[int, int]] = []
    list(rashomon.read(files, progress=lambda done, of: seen.append((done, of))))
    assert seen == [(1, 2), (2, 2)]


def test_another_language_yields_a_note_and_no_claims(tmp_path: Path) -> None:
    path = tmp_path / "bericht.txt"
    path.write_text(
        "Bei dem Unglück sind nach Angaben der Polizei drei Menschen getötet und mehrere verletzt worden. " * 3,
        encoding="utf-8",
    )
    record = rashomon.compare(path)
    assert record.claims == ()
    assert "other-language" in codes(record)


def test_a_failure_is_kept_with_its_source(tmp_path: Path) -> None:
    loaded = load([tmp_path])
    assert isinstance(loaded, Loaded)
    assert [failure.source for failure in loaded.failures] == [str(tmp_path)]


def test_the_default_tables_are_loaded_once() -> None:
    assert default_tables() is default_tables()


def test_a_renamed_report_takes_its_notes_along() -> None:
    first = Report(rashomon_id("1"), "a", "One.", notes=())
    second = Report(rashomon_id("1"), "b", "Two.", notes=(Note("no-outlet", "unknown", None, rashomon_id("1")),))
    loaded = load([first, second])
    assert loaded.reports[1].notes[0].report_id == loaded.reports[1].id


def rashomon_id(name: str) -> rashomon.model.ReportId:
    return rashomon.model.ReportId(name)


@pytest.mark.parametrize("collecting", [True, False])
def test_the_garbage_collector_is_left_as_it_was_found(collecting: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if was else gc.disable)()
