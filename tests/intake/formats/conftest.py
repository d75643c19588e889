"""One sample of each format, in our own words: outlets, places and happenings are invented."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable

import pytest

LEAD = "KORVANA (Quillwire) - At least nine people were killed when a ferry overturned off Korvana on Monday."
NEXT = "The port has been shut since, and traders said that prices for fish had doubled."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Nine drown off Korvana</title>
<meta property="og:title" content="Nine drown off Korvana"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Nine drown off Korvana</h1><p>{LEAD}</p><p>{NEXT}</p></article></body></html>"""
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Daily Harbour: Coast</title><link>https://www.dailyharbour.example</link><language>en</language>
<item><title>Nine drown off Korvana</title><link>https://www.dailyharbour.example/ferry</link><guid>harbour-1</guid>
<pubDate>Tue, 12 Mar 2024 18:05:00 GMT</pubDate><dc:creator>Ada Quay</dc:creator><description>In short.</description>
<content:encoded><![CDATA[<p>{LEAD}</p><p>The port is <b>shut</b>.</p><script>let a = "45 killed"</script>]]></content:encoded></item>
<item><title>Two hurt at the quay</title><link>https://www.dailyharbour.example/quay</link>
<description>&lt;p&gt;Two dockers were hurt at the quay, the port &amp;amp; the union said.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Northern Lantern</title><id>tag:northernlantern.example,2024:feed</id><updated>2024-03-12T19:00:00Z</updated>
<entry><title>Nine drown off Korvana</title><id>tag:northernlantern.example,2024:1</id>
<link href="https://northernlantern.example/1"/><published>2024-03-12T18:05:00Z</published><author><name>Bo Reef</name></author>
<content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;</content></entry></feed>"""
NINJS1 = {
    "uri": "https://quillwire.example/items/7", "type": "text", "versioncreated": "2024-03-12T18:05:00Z", "language": "en",
    "headline": "Nine drown off Korvana", "byline": "Ada Quay", "located": "Korvana", "copyrightholder": "Quillwire",
    "pubstatus": "usable", "body_text": f"{LEAD} {NEXT}", "body_html": f"<p>{LEAD}</p><p>{NEXT}</p>",
    "associations": {"picture": {"uri": "https://quillwire.example/items/8", "type": "picture", "headline": "A ferry"}},
}  # fmt: skip
NINJS2 = {
    "uri": "urn:newsml:quillwire.example:20240312:7", "type": "text", "versioncreated": "2024-03-12T18:05:00Z",
    "pubstatus": "canceled", "infosources": [{"role": "author", "name": "Quillwire"}], "by": "Ada Quay",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Nine drown off Korvana"}],
    "bodies": [{"role": "main", "contenttype": "text/plain", "value": LEAD}],
}  # fmt: skip
NINJS3 = {
    "uri": "https://quillwire.example/items/9", "type": "text", "versionCreated": "2024-03-12T18:05:00Z",
    "pubStatus": "usable", "copyrightHolder": "Quillwire", "headlines": [{"role": "main", "value": "Nine drown off Korvana"}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": LEAD},
               {"role": "rich", "contentType": "text/html", "value": f"<p>{LEAD}</p><p>{NEXT}</p>"}],
}  # fmt: skip
NITF = f"""<nitf><head><title>Ferry</title><docdata><date.issue norm="20240312T180500Z"/>
<doc.copyright holder="Quillwire" year="2024"/></docdata></head><body><body.head><hedline><hl1>Nine drown off Korvana</hl1></hedline>
<byline>By Ada Quay</byline></body.head><body.content><block><p>{LEAD}</p><media media-type="image"><media-reference source="a.jpg"/>
<media-caption>Relatives wait [Quillwire]</media-caption></media><p>{NEXT}</p></block></body.content></body></nitf>"""
XHTML = f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>Nine drown off Korvana</h1><p>{LEAD}</p>
<p>{NEXT}</p></body></html>"""


def news_item(
    content: str, *, status: str = "stat:usable", guid: str = "urn:newsml:quillwire.example:20240312:7"
) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="3" standard="NewsML-G2"
 standardversion="2.30" conformance="power" xml:lang="en"><rightsInfo><copyrightHolder><name>Quill House</name></copyrightHolder></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:QW"><name>Quillwire</name></provider>
<versionCreated>2024-03-12T18:05:00Z</versionCreated><pubStatus qcode="{status}"/></itemMeta>
<contentMeta><located qcode="geo:1"><name>Korvana</name></located><by>Ada Quay</by><headline>Nine drown off Korvana</headline>
<language tag="en"/></contentMeta><contentSet>{content}</contentSet></newsItem>"""


NEWSML = news_item(f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>')


def record(
    payload: bytes,
    url: str,
    *,
    kind: str = "response",
    media: str = "text/html",
    status: str = "200 OK",
    extra: str = "",
) -> bytes:
    """Return one WARC record as bytes."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}\r\n".encode() if kind == "response" else b""
    block = http + payload
    typed = "application/http; msgtype=response" if kind == "response" else media
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-13T07:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{zlib.crc32(url.encode()):08x}-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: {typed}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc() -> list[bytes]:
    return [
        record(PAGE.encode(), "https://www.dailyharbour.example/ferry", media="text/html; charset=utf-8"),
        record(gzip.compress(PAGE.encode()), "https://reef.example/ferry", extra="Content-Encoding: gzip\r\n"),
        record(LEAD.encode(), "https://reef.example/note.txt", kind="conversion", media="text/plain"),
        record(b"\x89PNG", "https://reef.example/a.png", media="image/png"),
        record(b"gone", "https://reef.example/old", status="404 Not Found"),
        record(b"User-agent: *", "https://reef.example/robots.txt", media="text/plain"),
    ]


def zipped(**entries: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries.items():
            packed.writestr(name, data)
    return made.getvalue()


@pytest.fixture(scope="session")
def samples() -> dict[str, bytes]:
    """A sample of each format by the name of its file."""
    packed = b"".join(gzip.compress(part) for part in warc())
    lines = "\n".join(json.dumps({"text": f"{LEAD} {number}"}) for number in range(3))
    return {
        "a.txt": f"Nine drown off Korvana\n\n{LEAD}".encode(),
        "a.html": PAGE.encode(),
        "a.csv": f'outlet,published,text\nReef Gazette,2024-03-12,"{LEAD}"\n'.encode(),
        "a.jsonl": lines.encode(),
        "a.jsonl.gz": gzip.compress(lines.encode()),
        "rss.xml": RSS.encode(),
        "atom.xml": ATOM.encode(),
        "ninjs1.json": json.dumps(NINJS1).encode(),
        "ninjs2.json": json.dumps(NINJS2).encode(),
        "ninjs3.json": json.dumps(NINJS3).encode(),
        "newsml.xml": NEWSML.encode(),
        "nitf.xml": NITF.encode(),
        "a.warc": b"".join(warc()),
        "a.warc.gz": packed,
        "a.wacz": zipped(**{"archive/data.warc.gz": packed, "pages/pages.jsonl": b"{}", "datapackage.json": b"{}"}),
        "a.urls": b"# coast\nhttps://www.dailyharbour.example/ferry\nhttps://reef.example/1\n",
    }


@pytest.fixture(scope="session")
def make_record() -> Callable[..., bytes]:
    """What makes a WARC record."""
    return record


@pytest.fixture(scope="session")
def make_item() -> Callable[..., str]:
    """What makes a NewsML-G2 news item."""
    return news_item


@pytest.fixture(scope="session")
def make_zip() -> Callable[..., bytes]:
    """What makes a zip archive."""
    return zipped
