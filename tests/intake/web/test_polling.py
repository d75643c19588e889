from __future__ import annotations

from typing import Any

import pytest

from rashomon.intake import Item, Reject, take
from rashomon.intake.web import Fetcher, Notebook, Visit, poll, watch
from rashomon.lexicon import Tables
from rashomon.model import Note

LONG = "Divers went on with the search for the missing. " * 30


def feed(site: Any, *names: str, content: str = "") -> bytes:
    entries = "".join(
        f"<item><title>Story {name} from Korvana</title><link>{site.url('/' + name)}</link><guid>{name}</guid>"
        f"<description>{content or 'Nine people drowned.'}</description></item>"
        for name in names
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>{entries}</channel></rss>'.encode()


def page(name: str) -> bytes:
    return f"<html><body><article><p>Story {name}: nine people drowned off Korvana, officials said.</p></article></body></html>".encode()


@pytest.fixture
def book() -> Notebook:
    return Notebook()


def test_what_is_new_arrives_once_oldest_first(site: Any, fetcher: Fetcher, book: Notebook) -> None:
    site.page("/feed", feed(site, "b", "a"), media="application/rss+xml")
    for name in "abc":
        site.page(f"/{name}", page(name))
    first = [*poll([site.url("/feed")], book, fetcher)]
    assert [item.origin for item in first] == [site.url("/a"), site.url("/b")]
    assert [*poll([site.url("/feed")], book, fetcher)] == []
    site.page("/feed", feed(site, "c", "b", "a"), media="application/rss+xml")
    (third,) = poll([site.url("/feed")], book, fetcher)
    assert third.url == site.url("/c")


def test_an_entry_counts_as_seen_once_the_next_is_asked_for(site: Any, fetcher: Fetcher, book: Notebook) -> None:
    site.page("/feed", feed(site, "b", "a"))
    site.page("/a", page("a"))
    site.page("/b", page("b"))
    begun = poll([site.url("/feed")], book, fetcher)
    next(begun)
    begun.close()
    assert [item.origin for item in poll([site.url("/feed")], book, fetcher)] == [site.url("/a"), site.url("/b")]


def test_a_feed_with_whole_reports_needs_no_pages(site: Any, fetcher: Fetcher, book: Notebook, tables: Tables) -> None:
    site.page("/feed", feed(site, "a", "b", content=LONG))
    arrived = [*poll([site.url("/feed")], book, fetcher)]
    assert site.paths() == ["/feed"]
    assert {item.data for item in arrived} == {feed(site, "a", "b", content=LONG)}
    reports = [report for item in arrived for report in take(item, tables=tables).reports]
    assert [report.url for report in reports] == [site.url("/b"), site.url("/a")]


def test_where_a_page_cannot_be_had_the_feed_s_words_are_taken(
    site: Any, fetcher: Fetcher, book: Notebook, tables: Tables
) -> None:
    site.page("/feed", feed(site, "a"))
    note, item = poll([site.url("/feed")], book, fetcher)
    assert isinstance(note, Note)
    assert note.code == "feed-only"
    (report,) = take(item, tables=tables).reports
    assert report.text == "Story a from Korvana\n\nNine people drowned."


def test_a_feed_that_is_none_is_a_reject_and_the_rest_goes_on(site: Any, fetcher: Fetcher, book: Notebook) -> None:
    site.page("/odd", b"<html><p>no feed</p></html>")
    site.page("/feed", feed(site, "a"))
    site.page("/a", page("a"))
    odd, item = poll([site.url("/odd"), site.url("/feed")], book, fetcher)
    assert isinstance(odd, Reject)
    assert isinstance(item, Item)


def test_a_feed_out_of_order_is_left_for_a_while(site: Any, fetcher: Fetcher, book: Notebook, clock: Any) -> None:
    site.page("/feed", status=503)
    (reject,) = poll([site.url("/feed")], book, fetcher)
    assert reject.code == "busy"
    asked = len(site.paths())
    assert [*poll([site.url("/feed")], book, fetcher)] == []
    assert len(site.paths()) == asked
    clock.now = book.get(site.url("/feed")).not_before
    assert len([*poll([site.url("/feed")], book, fetcher)]) == 1


def test_a_feed_that_has_not_changed_is_not_sent_again(site: Any, fetcher: Fetcher, book: Notebook) -> None:
    data = feed(site, "a", content=LONG)
    site.page("/feed", data, ETag='"1"')
    assert len([*poll([site.url("/feed")], book, fetcher)]) == 1
    site.page("/feed", status=304)
    assert [*poll([site.url("/feed")], book, fetcher)] == []
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    assert book.get(site.url("/feed")).seen == ("a",)


def test_rounds_are_parted_by_the_time_given(site: Any, fetcher: Fetcher, book: Notebook, clock: Any) -> None:
    site.page("/feed", feed(site, "a", content=LONG))
    begun = clock.now
    arrived = [*watch([site.url("/feed")], book, fetcher, every=900, rounds=3)]
    assert [one.code if isinstance(one, Note) else "item" for one in arrived] == ["item", "round", "round", "round"]
    assert clock.now - begun >= 1800


def test_a_notebook_comes_back_from_json(site: Any, fetcher: Fetcher, book: Notebook) -> None:
    site.page("/feed", feed(site, "a", content=LONG), ETag='"1"')
    [*poll([site.url("/feed")], book, fetcher)]
    again = Notebook.from_json(book.to_json())
    assert again == book
    assert again.get(site.url("/feed")).etag == '"1"'
    assert again.get(site.url("/feed")).seen == ("a",)
    assert again.get("http://elsewhere.example/") == Visit()


@pytest.mark.parametrize("text", ["[]", "{", '{"a": 1}'])
def test_a_notebook_of_another_kind_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"JSON|Expecting"):
        Notebook.from_json(text)
