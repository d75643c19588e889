from __future__ import annotations

import pytest

from rashomon.intake import Item, take
from rashomon.intake.kinds import Kind, kind_of
from rashomon.lexicon import Tables


@pytest.mark.parametrize(
    ("text", "name", "media", "kind"),
    [
        ("<!DOCTYPE html><p>a", "a.txt", None, Kind.PAGE),
        ("<p>a</p>", "a.html", None, Kind.PAGE),
        ("<p>a</p>", "a.txt", None, Kind.PLAIN),
        ("<p>a</p>", "https://a.example/b", "text/html; charset=utf-8", Kind.PAGE),
        ('<?xml version="1.0"?><!-- a --><!DOCTYPE rss [<!ELEMENT a (b)>]><rss>', "a", None, Kind.FEED),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "a.html", "text/html", Kind.FEED),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "a.xml", None, Kind.FEED),
        ("<nar:newsItem>", "a.xml", None, Kind.NEWSML),
        ('<?xml version="1.0"?><urlset>', "a.xml", None, Kind.XML),
        ("https://reef.example/1\nhttps://reef.example/2", "a.txt", None, Kind.ADDRESSES),
        ("https://reef.example/1 says that nine people died", "a.txt", None, Kind.PLAIN),
        ('{"uri": "urn:a", "headline": "Nine drown"}', "a", None, Kind.JSON),
        ('[\n{"text": "Nine drowned"}]', "a", None, Kind.JSON),
        ("Nine drowned", "https://a.example/b.json?c=d", None, Kind.JSON),
        ("Nine drowned", "a.jsonl.gz", None, Kind.JSON),
        ("", "a", None, Kind.PLAIN),
    ],
)
def test_the_kind_is_told_by_content_and_then_by_name(text: str, name: str, media: str | None, kind: Kind) -> None:
    assert kind_of(text, name, media) is kind


def test_xml_of_another_kind_is_a_reject_that_names_it(tables: Tables) -> None:
    (reject,) = take(Item("a.xml", b'<?xml version="1.0"?><urlset><url/></urlset>'), tables=tables).rejects
    assert "'urlset'" in reject.reason


@pytest.mark.parametrize("charset", ["windows-1251", '"windows-1251"', "nonsense", "punycode", "idna", "utf-7", ""])
def test_the_served_encoding_is_a_hint_and_no_more(charset: str, tables: Tables) -> None:
    page = (
        "<html><body><p>Девять человек погибли на пароме у острова, сообщили спасатели в понедельник.</p></body></html>"
    )
    media = f"text/html; charset={charset}"
    (report,) = take(Item("a", page.encode("windows-1251"), media=media), tables=tables).reports
    assert ("погибли" in report.text) or "windows-1251" not in charset
    (report,) = take(Item("a", page.encode(), media=media), tables=tables).reports
    assert "погибли" in report.text


def test_a_report_that_is_no_report_by_its_length_is_a_reject(tables: Tables) -> None:
    (reject,) = take(Item("a.txt", b"nine people " * 200_000), tables=tables).rejects
    assert reject.code == "too-large"


def test_a_page_that_claims_another_host_keeps_the_address_it_came_from(tables: Tables) -> None:
    page = b'<html><head><meta property="og:url" content="https://other.example/1"></head><body><p>Nine people drowned off Korvana.</p></body></html>'
    url = "https://reef.example/1"
    (report,) = take(Item(url, page, url=url, media="text/html"), tables=tables).reports
    assert report.url == url
