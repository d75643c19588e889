from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import EmptyInput
from rashomon.intake.formats.html import read_html, read_page
from rashomon.lexicon import Tables
from rashomon.model import ZoneKind

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Nine drown as ferry overturns off Korvana | The Daily Harbour</title>
<meta property="og:site_name" content="Daily Harbour"><meta property="og:title" content="Nine drown as ferry overturns off Korvana">
<meta property="og:url" content="https://www.dailyharbour.example/2024/03/12/ferry">
<meta property="article:published_time" content="2024-03-12T18:05:00+00:00"></head>
<body><nav><a href="/">Home</a> <a href="/coast">Coast</a></nav><article><h1>Nine drown as ferry overturns off Korvana</h1>
<figure><img src="a.jpg"><figcaption>Relatives wait at the quay on March 11, 2024 [Quillwire]</figcaption></figure>
<p>KORVANA (Quillwire) - At least nine people were killed when a ferry overturned off Korvana, the harbour master said.</p>
<p>Rescuers pulled 31 others from the water, and the search was to go on until dark, according to the coast guard.</p>
<h2>No life vests</h2>
<p>The port has been shut since the accident, and traders said that prices for fish had doubled within the day.</p>
<blockquote class="twitter-tweet"><p>Boats are still out near the reef.</p>&mdash; Lantern (@lantern) <a href="https://lantern.example">March 11, 2024</a>
</blockquote><p>Officials promised an inquiry into the accident, the third of its kind in the strait since the summer of last year.</p>
</article><footer>&copy; 2024 The Daily Harbour. All rights reserved.</footer><script>var x = "45 killed";</script></body></html>"""


def test_a_page_yields_its_article_with_metadata_and_zones(tables: Tables) -> None:
    report = read_html(PAGE, "ferry.html", tables=tables)
    assert (report.outlet, report.title) == ("The Daily Harbour", "Nine drown as ferry overturns off Korvana")
    assert report.url == "https://www.dailyharbour.example/2024/03/12/ferry"
    assert (report.published or "").startswith("2024-03-12")
    assert "45 killed" not in report.text
    kinds = {zone.kind: zone.span.of(report.text) for zone in report.zones}
    assert kinds[ZoneKind.HEADLINE] == report.title
    assert kinds[ZoneKind.CAPTION] == "Relatives wait at the quay on March 11, 2024 [Quillwire]"
    assert kinds[ZoneKind.DATELINE] == "KORVANA (Quillwire) -"
    assert kinds[ZoneKind.SUBHEAD] == "No life vests"
    assert kinds[ZoneKind.EMBED].startswith("Boats are still out")
    assert {item.rule for item in report.evidence if item.field in {"outlet", "title", "published"}} == {
        "page-metadata"
    }


def test_a_caption_without_a_credit_is_known_by_the_markup(tables: Tables) -> None:
    page = PAGE.replace(" on March 11, 2024 [Quillwire]", " in Korvana")
    report = read_html(page, "ferry.html", tables=tables)
    captions = [zone.span.of(report.text) for zone in report.zones if zone.kind is ZoneKind.CAPTION]
    assert captions == ["Relatives wait at the quay in Korvana"]


def test_a_page_without_an_article_is_read_whole(tables: Tables) -> None:
    report = read_html("<html><body><div>Nine people died in the port.</div></body></html>", "a.html", tables=tables)
    assert "Nine people died in the port." in report.text


@pytest.mark.parametrize(
    "page", ["", "<html></html>", "<p>", "<<<>>>", "<html><body><script>let a = 1</script></body></html>"]
)
def test_a_page_that_shows_nothing_is_refused(page: str) -> None:
    with pytest.raises(EmptyInput, match=r"a\.html: the page shows no words"):
        read_page(page, "a.html")


def test_a_page_of_ten_thousand_nested_boxes_is_read() -> None:
    assert "nine people" in read_page("<html><body>" + "<div>" * 10_000 + "nine people died", "a.html").text


@settings(max_examples=40)
@given(st.text(alphabet="<>/!-pdivhtmlbody \n\x00&;#xé\"'=", max_size=200))
def test_any_page_is_words_or_empty(page: str) -> None:
    with contextlib.suppress(EmptyInput):
        assert read_page(page, "a.html").text.strip()
