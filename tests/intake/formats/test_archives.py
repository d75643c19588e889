from __future__ import annotations

import gzip
import io
from collections.abc import Callable

import pytest

from rashomon.intake import Item, Reject, take
from rashomon.intake.item import Arrival
from rashomon.intake.unpack import unpack
from rashomon.lexicon import Tables
from rashomon.model import Note

Make = Callable[..., bytes]


def unpacked(data: bytes, name: str = "a") -> list[Arrival]:
    return [*unpack(io.BytesIO(data), Item(name, b""))]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz"])
def test_each_page_and_text_of_a_web_archive_is_an_item(name: str, samples: dict[str, bytes], tables: Tables) -> None:
    found = unpacked(samples[name], name)
    pages = [one for one in found if isinstance(one, Item)]
    assert [page.url for page in pages] == [
        "https://www.dailyharbour.example/ferry", "https://reef.example/ferry", "https://reef.example/note.txt",
    ]  # fmt: skip
    assert {page.captured for page in pages} == {"2024-03-13T07:30:00Z"}
    assert pages[0].data == pages[1].data == samples["a.html"]
    assert pages[0].origin.endswith("#https://www.dailyharbour.example/ferry")
    (note,) = [one for one in found if isinstance(one, Note)]
    assert "3 records" in note.message
    report = take(pages[0], tables=tables).reports[0]
    assert (report.outlet, report.url) == ("The Daily Harbour", "https://www.dailyharbour.example/ferry")
    assert report.published is None
    assert [one.value for one in report.evidence if one.field == "captured"] == ["2024-03-13T07:30:00Z"]
    assert take(pages[2], tables=tables).reports[0].url == "https://reef.example/note.txt"


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "gzip, br", "unknown"])
def test_content_that_is_unpacked_already_stays_as_it_is(coding: str, make_record: Make) -> None:
    data = make_record(b"<p>nine people</p>", "https://a.example/", extra=f"Content-Encoding: {coding}\r\n")
    assert [one.data for one in unpacked(data) if isinstance(one, Item)] == [b"<p>nine people</p>"]


def test_chunked_content_is_joined(make_record: Make) -> None:
    data = make_record(
        b"5\r\n<p>ni\r\n6\r\nne</p>\r\n0\r\n\r\n", "https://a.example/", extra="Transfer-Encoding: chunked\r\n"
    )
    assert [one.data for one in unpacked(data) if isinstance(one, Item)] == [b"<p>nine</p>"]


def test_what_stands_before_a_break_is_read(samples: dict[str, bytes]) -> None:
    whole = samples["a.warc.gz"]
    found = unpacked(whole[: len(whole) // 2])
    assert isinstance(found[0], Item)
    assert [one.code for one in found if isinstance(one, Reject)] == ["bad-archive"]


def test_a_record_beyond_the_limit_is_a_reject(make_record: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.intake.formats.warc.MOST_RECORD", 1000)
    bomb = make_record(gzip.compress(b"a" * 100_000), "https://a.example/2", extra="Content-Encoding: gzip\r\n")
    data = make_record(b"a" * 2000, "https://a.example/1") + bomb + make_record(b"nine", "https://a.example/3")
    first, second, third = unpacked(data)
    assert [one.code for one in (first, second) if isinstance(one, Reject)] == ["too-large", "too-large"]
    assert isinstance(third, Item)


def test_an_archive_that_grows_out_of_proportion_is_left(make_record: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.intake.formats.warc.RATIO_FROM", 100_000)
    data = gzip.compress(make_record(b"a" * 10_000_000, "https://a.example/1", media="image/png"))
    (reject,) = unpacked(data)
    assert isinstance(reject, Reject)
    assert reject.code == "too-large"


def test_a_gzip_bomb_is_a_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.intake.unpack.MOST_FILE", 100_000)
    (reject,) = unpacked(gzip.compress(b"a" * 1_000_000), "a.txt.gz")
    assert isinstance(reject, Reject)
    assert (reject.code, "unpacks to more than" in reject.reason) == ("too-large", True)


def test_archives_in_archives_end() -> None:
    data = b"nine people died"
    for _ in range(10):
        data = gzip.compress(data)
    (reject,) = unpacked(data)
    assert isinstance(reject, Reject)
    assert reject.code == "nested"


def test_a_packed_file_is_told_by_its_own_name(samples: dict[str, bytes], tables: Tables) -> None:
    (item,) = unpacked(samples["a.jsonl.gz"], "a.jsonl.gz")
    assert isinstance(item, Item)
    assert len(take(item, tables=tables).reports) == 3
    (joined,) = unpacked(gzip.compress(b"nine ") + gzip.compress(b"people") + b"\x00" * 50)
    assert isinstance(joined, Item)
    assert joined.data == b"nine people"


@pytest.mark.parametrize("name", ["../../etc/a.warc", "/etc/a.warc", "C:\\a.warc", "archive/..\\..\\a.warc"])
def test_an_entry_whose_name_leads_out_is_a_reject(name: str, samples: dict[str, bytes], make_zip: Make) -> None:
    found = unpacked(make_zip(**{name: samples["a.warc"], "archive/a.warc": samples["a.warc"]}))
    assert [one.code for one in found if isinstance(one, Reject)] == ["bad-archive"]
    assert sum(isinstance(one, Item) for one in found) == 3


def test_an_office_document_is_a_reject_with_its_bytes(make_zip: Make) -> None:
    data = make_zip(**{"word/document.xml": b"<w/>"})
    (reject,) = unpacked(data, "a.docx")
    assert isinstance(reject, Reject)
    assert (reject.code, reject.data) == ("not-text", data)
    assert "save its text first" in reject.reason


def test_a_zip_that_claims_too_much_is_a_reject(
    samples: dict[str, bytes], make_zip: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.intake.formats.wacz.MOST_UNPACKED", 100)
    (reject,) = unpacked(make_zip(**{"a.warc": samples["a.warc"]}))
    assert isinstance(reject, Reject)
    assert reject.code == "too-large"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        b"PK\x05\x06" + b"\x00" * 18,
        b"\x1f\x8b",
        b"\x1f\x8b\x08\x00",
        b"WARC/",
        b"WARC/1.0\r\n\r\n",
        b"\x28\xb5\x2f\xfd",
    ],
)
def test_the_beginning_of_an_archive_raises_nothing(data: bytes) -> None:
    assert all(isinstance(one, (Item, Reject, Note)) for one in unpacked(data))
