"""Reports come in: each once, none lost, and the events follow."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import rashomon
from rashomon import Store, StoreError, StoreReader
from rashomon.model import Report

pytestmark = pytest.mark.usefixtures("read_once")


def everything(store: StoreReader) -> list[object]:
    """All that a store tells."""
    return [
        store.changes(),
        store.events(),
        list(store.reports()),
        [store.record(one.event.id) for one in store.events()],
    ]


def test_a_new_report_founds_an_event_and_the_next_one_joins_it(
    where: str, ferry: tuple[Report, ...], noon: datetime
) -> None:
    with Store(where) as store:
        first = store.add(ferry[0], arrived=noon)
        second = store.add(ferry[1:], arrived=noon)
        assert first.founded == second.grown
        assert (second.founded, second.merged, len(second.reports)) == ((), (), len(ferry) - 1)
        (entry,) = store.events()
        assert entry.event.id == first.founded[0]
        assert set(entry.event.report_ids) == {report.id for report in ferry}
        assert store.verify().problems == ()


def test_adding_the_same_twice_changes_nothing(where: str, ferry: tuple[Report, ...], noon: datetime) -> None:
    with Store(where) as store:
        store.add(ferry, arrived=noon)
        before = everything(store)
        again = store.add(reversed(ferry), arrived=noon.replace(hour=18))
        assert (again.reports, again.known, again.grown) == ((), len(ferry), ())
        assert everything(store) == before


def test_the_record_is_that_of_the_batch(where: str, ferry: tuple[Report, ...], noon: datetime) -> None:
    with Store(where) as store:
        store.add(ferry, arrived=noon)
        record = store.record(ferry[0].id)
    batch = rashomon.compare(ferry)
    assert record.claims == batch.claims
    assert [(f.question, f.verdict, f.positions) for f in record.findings] == [
        (f.question, f.verdict, f.positions) for f in batch.findings
    ]
    assert record.shared == batch.shared
    assert record.versions == batch.versions


def test_files_are_kept_byte_by_byte(where: str, tmp_path: Path, noon: datetime) -> None:
    path = tmp_path / "one.txt"
    path.write_bytes(b"ANWE, June 15, 2027 - Nine people drowned on Lake Anwe on Tuesday, police said.\r\n")
    with Store(where) as store:
        added = store.add(path, arrived=noon)
        arrived, original = store.arrival(added.reports[0])
        assert arrived == "2027-06-20T12:00:00Z"
        assert original is not None
        assert store.original(original) == path.read_bytes()
        assert store.report(added.reports[0]).text.endswith("\r\n")


def test_what_cannot_be_read_is_set_aside_and_the_rest_goes_on(where: str, tmp_path: Path, noon: datetime) -> None:
    (tmp_path / "bad.bin").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "good.txt").write_text("ANWE, June 15, 2027 - Nine people drowned on Tuesday, police said.\n")
    paths = sorted(tmp_path.iterdir())[:3]
    with Store(where) as store:
        added = store.add([*paths, tmp_path / "nothing.txt"], arrived=noon)
        assert len(added.reports) == 1
        assert {Path(one.source).name for one in added.rejected} == {"bad.bin", "empty.txt", "nothing.txt"}
        kept = {Path(one.source).name: one for one in store.rejected()}
        # Where nothing was, nothing is kept.
        assert set(kept) == {"bad.bin", "empty.txt"}
        assert store.original(kept["bad.bin"].original or "") == bytes(range(256)) * 8
        assert kept["empty.txt"].reason.startswith("nothing but blanks")
        changes = store.changes()
        store.add(paths, arrived=noon)
        assert store.changes() == changes
        assert store.verify().problems == ()


def test_another_text_under_a_known_id_gets_an_id_of_its_own(where: str, tmp_path: Path, noon: datetime) -> None:
    rows = [
        {"id": "a", "text": f"{many} people drowned on Lake Anwe on Tuesday, police said."} for many in ("Nine", "Ten")
    ]
    paths = [tmp_path / f"{number}.json" for number in range(2)]
    for path, row in zip(paths, rows, strict=True):
        path.write_text(json.dumps(row))
    with Store(where) as store:
        first, second = store.add(paths[0], arrived=noon), store.add(paths[1], arrived=noon)
        assert first.reports == ("a",)
        assert second.reports[0].startswith("r-")
        assert [note.code for note in second.notes] == ["same-id"]
        assert store.add(paths, arrived=noon).known == 2


def test_a_preview_keeps_nothing(where: str, ferry: tuple[Report, ...], noon: datetime) -> None:
    with Store(where) as store:
        store.add(ferry[0], arrived=noon)
        before = everything(store)
        told = store.preview([*ferry, "no-such-file.txt"])
        assert (told.reports, told.known) == (tuple(one.id for one in ferry[1:]), 1)
        assert [one.source for one in told.rejected] == ["no-such-file.txt"]
        assert everything(store) == before


def test_hostile_text_is_kept_as_it_is(where: str, noon: datetime) -> None:
    text = "Nine people drowned\0 on Tuesday, police said. '; DROP TABLE reports; -- %s :x \u202e\n"
    one = Report(
        rashomon.Report.id_of(outlet="A\0B\ud800", url=None, text=text),
        "x\ud800.txt",
        text,
        outlet="A\0B\ud800",
        language="en",
    )
    with Store(where) as store:
        store.add(replace(one, title="\0'"), arrived=noon)
        assert store.report(one.id).text == text
        assert store.search("'drowned\" OR (NEAR tuesday*")[:1] == ()
        assert store.search("drowned tuesday")[0].report_id == one.id
        assert store.verify().problems == ()


def test_a_reader_changes_nothing_and_makes_nothing(tmp_path: Path, ferry: tuple[Report, ...], noon: datetime) -> None:
    path = tmp_path / "store.db"
    with pytest.raises(StoreError, match="there is no such store"):
        StoreReader(path)
    assert not path.exists()
    with Store(path) as store:
        store.add(ferry, arrived=noon)
    with StoreReader(path) as reader:
        assert not hasattr(reader, "add")
        assert len(reader.events()) == 1
        with pytest.raises(StoreError, match="for reading alone"), reader._database.writing():
            pass


@pytest.mark.parametrize("where", ["mysql://root@localhost/x", "postgresql+nonsense://", "a b://c"])
def test_an_address_that_is_no_store_is_refused(where: str) -> None:
    with pytest.raises(StoreError):
        Store(where)
