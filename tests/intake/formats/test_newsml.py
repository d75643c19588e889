from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.intake import Item, take
from rashomon.lexicon import Tables
from rashomon.model import ZoneKind

LEAD = "KORVANA (Quillwire) - At least nine people were killed when a ferry overturned off Korvana on Monday."
NEXT = "The port has been shut since, and traders said that prices for fish had doubled."
XHTML = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>Nine drown off Korvana</h1><p>{LEAD}</p><p>{NEXT}</p></body></html>'
MakeItem = Callable[..., str]


def test_a_news_item_is_a_report_with_byline_captions_and_paragraphs(samples: dict[str, bytes], tables: Tables) -> None:
    (report,) = take(Item("newsml.xml", samples["newsml.xml"]), tables=tables).reports
    parts = report.text.split("\n\n")
    assert parts == ["Nine drown off Korvana", "By Ada Quay", LEAD, "Relatives wait [Quillwire]", NEXT]
    assert (report.outlet, report.published, report.language) == ("Quillwire", "2024-03-12T18:05:00Z", "en")
    assert report.source == "newsml.xml#urn:newsml:quillwire.example:20240312:7"
    kinds = {zone.kind: zone.span.of(report.text) for zone in report.zones}
    assert kinds[ZoneKind.HEADLINE] == report.title
    assert kinds[ZoneKind.CAPTION] == "Relatives wait [Quillwire]"
    facts = {item.field: item.value for item in report.evidence if item.rule == "newsml"}
    assert (facts["author"], facts["located"]) == ("Ada Quay", "Korvana")


@pytest.mark.parametrize(
    "content",
    [
        f'<inlineXML contenttype="application/xhtml+xml">{XHTML}</inlineXML>',
        f'<inlineData contenttype="text/plain">{LEAD}\n\n{NEXT}</inlineData>',
        f'<inlineData contenttype="text/html">&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{NEXT}&lt;/p&gt;</inlineData>',
        f'<remoteContent href="a.jpg"/><inlineXML><div xmlns="x"><p>{LEAD}</p><p>{NEXT}</p></div></inlineXML>',
    ],
)
def test_any_content_set_into_an_item_is_read(content: str, make_item: MakeItem, tables: Tables) -> None:
    (report,) = take(Item("a.xml", make_item(content).encode()), tables=tables).reports
    assert report.text == f"Nine drown off Korvana\n\n{LEAD}\n\n{NEXT}"


def test_a_message_holds_several_items_and_a_package_names_them(make_item: MakeItem, tables: Tables) -> None:
    items = "".join(make_item(f"<inlineData>{LEAD} {number}</inlineData>", guid=f"urn:{number}") for number in range(2))
    package = '<packageItem xmlns="x"><groupSet><group><itemRef residref="urn:0"/><itemRef residref="urn:1"/></group></groupSet></packageItem>'
    found = take(
        Item("a.xml", f"<newsMessage><itemSet>{package}{items}</itemSet></newsMessage>".encode()), tables=tables
    )
    assert [report.source for report in found.reports] == ["a.xml#urn:0", "a.xml#urn:1"]
    assert ["names 2 items" in note.message for note in found.notes] == [True]


def test_an_item_that_was_taken_back_is_noted(make_item: MakeItem, tables: Tables) -> None:
    data = make_item(f"<inlineData>{LEAD}</inlineData>", status="stat:canceled").encode()
    (report,) = take(Item("a.xml", data), tables=tables).reports
    assert "canceled" in [note.code for note in report.notes]
    (reject,) = take(Item("a.xml", make_item("", status="stat:canceled").encode()), tables=tables).rejects
    assert "a canceled item without a text" in reject.reason
    assert b"newsItem" in reject.data


def test_a_bare_nitf_story_is_read(samples: dict[str, bytes], tables: Tables) -> None:
    data = b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-3.dtd">' + samples["nitf.xml"]
    (report,) = take(Item("nitf.xml", data), tables=tables).reports
    assert (report.outlet, report.published) == ("Quillwire", "2024-03-12T18:05:00+00:00")
    assert report.text.startswith("Nine drown off Korvana\n\nBy Ada Quay\n\nKORVANA")


BOMB = '<!DOCTYPE newsItem [<!ENTITY a "haha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'
OUTSIDE = '<!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("prolog", [BOMB, OUTSIDE, OUTSIDE.replace("ENTITY a", "ENTITY % a"), BOMB.lower()])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(prolog: str, encoding: str, make_item: MakeItem, tables: Tables) -> None:
    data = (prolog + make_item("<inlineData>&c;&a;</inlineData>")).encode(encoding)
    (reject,) = take(Item("a.xml", data), tables=tables).rejects
    assert "declares entities" in reject.reason


@pytest.mark.parametrize(
    "data",
    [b"<newsItem>", b"<newsItem/>", b"<newsMessage></newsMessage>", b"<newsItem>&none;</newsItem>",
     b"<newsItem>" * 5000, b'<newsItem xmlns:a="x" a:b="1" a:b="2"/>', b"<nitf/>", b"<newsItem>\xff\xfe</newsItem>"],
)  # fmt: skip
def test_broken_xml_is_a_reject(data: bytes, tables: Tables) -> None:
    (reject,) = take(Item("a.xml", data), tables=tables).rejects
    assert reject.reason
