from __future__ import annotations

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

import rashomon.intake.source as source_module
from rashomon.intake import Item, Reject, items, read_source
from rashomon.lexicon import Tables
from rashomon.model import Note
from rashomon.pipeline import load

LEAD = "At least nine people were killed when a ferry overturned off Korvana, the harbour master said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with reports, one of them broken, some of them hidden."""
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden", "deep/.git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{LEAD} ({name})")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4")
    return tmp_path


def names(source: str | Path, folder: Path) -> list[str]:
    return [str(Path(item.origin).relative_to(folder)) for item in items(source) if isinstance(item, Item)]


def test_a_folder_is_its_files_and_those_below_in_order(folder: Path) -> None:
    assert names(folder, folder) == ["a.txt", "b.txt", "broken.pdf", "deep/c.txt"]


def test_a_pattern_is_the_files_that_fit(folder: Path) -> None:
    assert names(f"{folder}/*.txt", folder) == ["a.txt", "b.txt"]
    assert names(f"{folder}/**/*.txt", folder) == ["a.txt", "b.txt", "deep/c.txt"]
    (reject,) = items(f"{folder}/*.html")
    assert isinstance(reject, Reject)
    assert "a pattern that fits some" in reject.reason


def test_a_file_named_like_a_pattern_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(LEAD)
    assert names(tmp_path / "a[1].txt", tmp_path) == ["a[1].txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_links_to_folders_in_a_folder_are_passed_over(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder)
    assert names(folder, folder) == ["a.txt", "b.txt", "broken.pdf", "deep/c.txt"]


def test_one_broken_file_of_a_folder_fails_and_the_rest_is_read(folder: Path, tables: Tables) -> None:
    loaded = load(folder, tables=tables)
    assert len(loaded.reports) == 3
    assert [failure.source for failure in loaded.failures] == [str(folder / "broken.pdf")]
    reports, notes = read_source(folder, tables=tables)
    assert len(reports) == 3
    assert [note.code for note in notes] == ["not-text"]


def test_the_same_bytes_have_the_same_digest() -> None:
    assert Item("a", b"nine").sha256 == Item("b", b"nine").sha256 == Reject("c", "x", "y", b"nine").sha256


ADDRESSES = "# coast\nhttps://reef.example/1\n\nhttps://reef.example/2\nhttps://reef.example/1\n"


def test_each_address_of_a_list_is_fetched_once(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(ADDRESSES)
    asked: list[str] = []

    def fetch(url: str) -> Item | Reject | None:
        asked.append(url)
        return Item(url, LEAD.encode(), url) if url.endswith("1") else None

    assert [item.origin for item in items(path, fetch=fetch) if isinstance(item, Item)] == ["https://reef.example/1"]
    assert asked == ["https://reef.example/1", "https://reef.example/2"]
    assert len([*items("https://reef.example/1", fetch=fetch)]) == 1


def test_without_a_way_to_fetch_an_address_is_a_reject(tmp_path: Path, tables: Tables) -> None:
    path = tmp_path / "list.urls"
    path.write_text(ADDRESSES)
    (reject,) = items("https://reef.example/1")
    assert isinstance(reject, Reject)
    assert reject.code == "not-fetched"
    assert "a list of addresses" in str(load(path, tables=tables).failures[0])


def test_what_is_no_address_in_a_list_is_a_reject_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "list.urls"
    path.write_text("https://reef.example/1\nreef.example/2\nftp://reef.example/3\n")
    found = [*items(path, fetch=lambda url: Item(url, b"nine", url))]
    assert [one.origin for one in found if isinstance(one, Reject)] == [f"{path}#line 2", f"{path}#line 3"]


def test_a_page_that_lists_addresses_is_not_followed() -> None:
    found = [*items("https://reef.example/list", fetch=lambda url: Item(url, ADDRESSES.encode(), url))]
    assert [one.origin for one in found if isinstance(one, Item)] == ["https://reef.example/list"]


def test_addresses_beyond_the_limit_are_left_out_with_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "MOST_ADDRESSES", 1)
    path = tmp_path / "list.txt"
    path.write_text(ADDRESSES)
    first, note = items(path, fetch=lambda url: Item(url, b"nine", url))
    assert isinstance(first, Item)
    assert isinstance(note, Note)


def test_an_archive_comes_through_a_pipe(samples_zip: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(samples_zip)))
    (item,) = items("-")
    assert isinstance(item, Item)
    assert (item.origin, item.data) == ("stdin", LEAD.encode())


@pytest.fixture
def samples_zip() -> bytes:
    """A text packed by gzip."""
    import gzip

    return gzip.compress(LEAD.encode())


def test_a_file_beyond_the_limit_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.intake.unpack.MOST_FILE", 10)
    (tmp_path / "a.txt").write_text(LEAD)
    (reject,) = items(tmp_path / "a.txt")
    assert isinstance(reject, Reject)
    assert reject.code == "too-large"
