from __future__ import annotations

import pytest

from rashomon.errors import InputError
from rashomon.intake import Item, take
from rashomon.intake.formats.feeds import parse_feed
from rashomon.lexicon import Tables

LEAD = "KORVANA (Quillwire) - At least nine people were killed when a ferry overturned off Korvana on Monday."


def rss(*items: str, more: str = "") -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Coast</title>{more}{"".join(items)}</channel></rss>'.encode()


def test_each_entry_is_a_report_with_what_the_feed_says_of_it(samples: dict[str, bytes], tables: Tables) -> None:
    found = take(Item("rss.xml", samples["rss.xml"]), tables=tables)
    first, second = found.reports
    assert first.text == f"Nine drown off Korvana\n\n{LEAD}\n\nThe port is shut."
    assert first.outlet == "The Daily Harbour"
    assert (first.url, first.title) == ("https://www.dailyharbour.example/ferry", "Nine drown off Korvana")
    assert (first.published, first.language) == ("2024-03-12T18:05:00+00:00", "en")
    assert first.source == "rss.xml#harbour-1"
    assert [item.value for item in first.evidence if item.field == "author"] == ["Ada Quay"]
    assert second.text.endswith("the port & the union said.")
    assert "summary-only" in [note.code for note in second.notes]
    assert "summary-only" not in [note.code for note in first.notes]


def test_atom_reads_as_rss_does(samples: dict[str, bytes], tables: Tables) -> None:
    (report,) = take(Item("atom.xml", samples["atom.xml"]), tables=tables).reports
    assert report.text == f"Nine drown off Korvana\n\n{LEAD}"
    assert (report.outlet, report.published) == ("Northern Lantern", "2024-03-12T18:05:00Z")
    assert report.url == "https://northernlantern.example/1"


def test_one_entry_can_be_meant(samples: dict[str, bytes], tables: Tables) -> None:
    item = Item("rss.xml", samples["rss.xml"], part="harbour-1")
    assert [report.title for report in take(item, tables=tables).reports] == ["Nine drown off Korvana"]


def test_an_entry_names_its_source_where_a_feed_gathers_from_many(tables: Tables) -> None:
    entry = "<item><title>Nine drown</title><link>https://gather.example/1</link><description>Nine drowned off Korvana.</description>"
    data = rss(entry + '<source url="https://tamarind.example">Tamarind TV</source></item>')
    (report,) = take(Item("a.xml", data), tables=tables).reports
    assert report.outlet == "Channel Tamarind"


def test_an_empty_entry_is_a_reject_and_the_rest_is_read(samples: dict[str, bytes], tables: Tables) -> None:
    data = samples["rss.xml"].replace(b"</channel>", b"<item><guid>none</guid></item></channel>")
    found = take(Item("rss.xml", data), tables=tables)
    assert len(found.reports) == 2
    assert [(reject.origin, reject.code) for reject in found.rejects] == [("rss.xml#none", "empty")]


@pytest.mark.parametrize("written", ["yesterday", "Tue, 99 Mar 2024", "0000-00-00", "2024-03-12 18:05 o'clock"])
def test_a_date_that_is_none_is_kept_as_written(written: str, tables: Tables) -> None:
    entry = f"<item><title>Nine drown off Korvana</title><pubDate>{written}</pubDate></item>"
    (report,) = take(Item("a.xml", rss(entry)), tables=tables).reports
    assert report.published


def test_a_feed_without_entries_yields_nothing(tables: Tables) -> None:
    found = take(Item("a.xml", rss()), tables=tables)
    assert (found.reports, found.rejects) == ((), ())


def test_a_feed_that_declares_entities_is_refused(tables: Tables) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    data = rss("<item><title>&b;</title></item>").replace(b"<rss", f"{bomb}<rss".encode())
    (reject,) = take(Item("a.xml", data), tables=tables).rejects
    assert "declares entities" in reject.reason


def test_what_is_no_feed_is_refused() -> None:
    with pytest.raises(InputError, match="no RSS or Atom feed"):
        parse_feed("<html><p>nine</p></html>", "a.html")
    with pytest.raises(InputError):
        parse_feed("", "a.xml")


def test_an_address_is_not_followed(tables: Tables) -> None:
    """The feed parser fetches what looks like an address; ours is handed bytes alone."""
    found = take(Item("a.rss", b"http://127.0.0.1:9/feed.xml is where the feed of the port used to be"), tables=tables)
    assert [reject.code for reject in found.rejects] == ["unreadable"]


def test_entries_beyond_the_limit_are_left_out_with_a_note(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.intake.formats.feeds.MOST_ENTRIES", 2)
    items = [f"<item><title>Nine drown off Korvana, {number}</title></item>" for number in range(5)]
    found = take(Item("a.xml", rss(*items)), tables=tables)
    assert len(found.reports) == 2
    assert [note.code for note in found.notes] == ["too-many"]


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/ferry", "https://reef.example/ferry"),
        ("ferry", "https://reef.example/coast/ferry"),
        ("https://other.example/a", "https://other.example/a"),
        ("javascript:alert(1)", None),
        ("http://[", None),
    ],
)
def test_a_link_is_a_whole_address_of_the_web_or_none(link: str, url: str | None, tables: Tables) -> None:
    data = rss(f"<item><title>Nine drown off Korvana</title><link>{link}</link></item>")
    (report,) = take(Item("a", data, url="https://reef.example/coast/feed"), tables=tables).reports
    assert report.url == url


def test_a_key_that_is_no_key_by_its_length_is_a_short_one(tables: Tables) -> None:
    data = rss(f"<item><title>Nine drown off Korvana</title><guid>{'a' * 5000}</guid></item>")
    (report,) = take(Item("a", data), tables=tables).reports
    assert len(report.source) < 50
