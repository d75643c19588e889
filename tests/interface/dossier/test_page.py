"""The page is whole, correct and safe."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from rashomon.interface.dossier import context, render
from rashomon.interface.dossier.context import Asset
from rashomon.interface.dossier.pictures.draw import Picture
from rashomon.interface.dossier.texts.marked import paragraphs
from rashomon.lexicon.tables import Tables
from rashomon.model import Claim, ClaimKind, Record, Report, ReportId, Span
from rashomon.pipeline import compare

UNSEEN = {
    "id",
    "finding_id",
    "claim_id",
    "report_id",
    "ids",
    "claims",
    "questions",
    "link",
    "kind",
    "verdict",
    "scope",
    "file",
    "zone",
    "voice",
}
"""Fields of the views that lead or dress and are not read."""
VOID = {"meta", "br", "link", "img", "hr", "input"}


class Outline(HTMLParser):
    """Reads a page: its elements, their ids and links, its text; and whether all that is opened is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[str] = []
        self.wrong: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_well_formed(record: Record, tables: Tables) -> None:
    outline = Outline(render(record, tables=tables))
    assert outline.wrong == []
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))


def test_every_link_inside_the_page_leads_somewhere(record: Record, tables: Tables) -> None:
    outline = Outline(render(record, tables=tables))
    inner = {link[1:] for link in outline.links if link.startswith("#")}
    assert inner <= set(outline.ids)
    assert {
        claim.id
        for finding in record.findings
        for p in finding.positions
        for claim in record.claims
        if claim.id in p.claims
    } <= inner


def test_nothing_is_loaded_and_only_the_pages_own_script_runs(record: Record, tables: Tables) -> None:
    html = render(record, tables=tables)
    outline = Outline(html)
    assert not {"img", "link", "iframe", "object", "form", "image", "use", "style-sheet"} & set(outline.tags)
    assert outline.tags.count("script") == 1
    assert not [name for name in outline.attributes if name.startswith("on") or name == "style"]
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        policy = re.search(f"{directive} 'sha256-([^']+)'", html)
        assert inside
        assert policy
        assert base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode() == policy[1]
    assert "default-src 'none'" in html


def test_text_of_others_stays_text(hostile: Record, tables: Tables) -> None:
    outline = Outline(render(hostile, tables=tables))
    assert outline.tags.count("script") == 1
    assert not [link for link in outline.links if link.lower().startswith("javascript:")]
    assert "<script>alert(1)</script>" in outline.text
    assert not {"\x1b", "\x07", "\u202e"} & set(outline.text)
    assert outline.wrong == []


def words_in(noun: object) -> Iterator[str]:
    """Every string in a view, but for ids, addresses and drawings."""
    if isinstance(noun, str):
        yield noun
    elif isinstance(noun, tuple):
        for one in noun:
            yield from words_in(one)
    elif is_dataclass(noun) and not isinstance(noun, (Picture, Asset)):
        for field in fields(noun):
            if field.name not in UNSEEN:
                yield from words_in(getattr(noun, field.name))


def test_every_fact_of_the_views_is_on_the_page(record: Record, tables: Tables) -> None:
    html = render(record, tables=tables)
    text = " ".join((Outline(html).text + " " + " ".join(re.findall(r'title="([^"]*)"', html))).split())
    shown = context.context_of(record, tables=tables)
    wanted = {" ".join(words.split()) for words in words_in(shown)}
    assert len(wanted) > 60
    assert sorted(words for words in wanted if words not in text) == []


def views() -> Iterator[type]:
    """Every view that the context is made of."""
    waiting: list[type] = [context.PageContext]
    met: set[type] = set()
    while waiting:
        noun = waiting.pop()
        if noun in met or not is_dataclass(noun):
            continue
        met.add(noun)
        yield noun
        for hint in get_type_hints(noun).values():
            waiting += [part for part in (hint, *get_args(hint)) if isinstance(part, type)]


def test_every_field_of_the_context_is_documented() -> None:
    nouns = list(views())
    assert {field.name for field in fields(context.PageContext)} >= set(context.PARTS)
    assert len(nouns) > 12
    for noun in nouns:
        assert noun.__doc__
        assert fields(noun)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=5))
def test_marking_loses_no_words_and_anchors_each_claim_once(text: str, places: list[tuple[int, int]]) -> None:
    report = Report(ReportId("r-1"), "x", text)
    spans = {Span(start, min(start + length, len(text))) for start, length in places if start < len(text)}
    claims = [
        Claim(report.id, ClaimKind.ACT, span, span.of(text)).identified()
        for span in sorted(spans)
        if span.of(text).strip()
    ]
    pieces = [piece for paragraph in paragraphs(report, claims) for piece in paragraph.pieces]
    kept = "".join("".join(piece.text.split()) for piece in pieces)
    assert [c for c in text if c.isalnum() and c not in kept] == []
    anchors = [id_ for piece in pieces for id_ in piece.ids]
    assert sorted(anchors) == sorted(claim.id for claim in claims)


def edition(report: Report) -> Report:
    """Another outlet's edition of a report."""
    text, outlet = report.text.replace("said", "told reporters"), f"Second {report.outlet}"
    return replace(report, outlet=outlet, text=text, id=Report.id_of(outlet=outlet, url=report.url, text=text))


def test_a_page_of_twenty_reports_is_small_enough_to_send(bol: Record, tables: Tables) -> None:
    reports = (*bol.reports, *(edition(report) for report in bol.reports[:8]))
    page = render(compare(reports, tables=tables), tables=tables)
    assert page.count("<article ") == 20
    assert len(page.encode()) < 1_500_000
