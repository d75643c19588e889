"""The page is whole, correct and safe."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import fields
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from rashomon.interface import view
from rashomon.interface.dossier import page, render
from rashomon.interface.dossier.marked import paragraphs
from rashomon.lexicon.tables import Tables
from rashomon.model import Claim, ClaimKind, Record, Report, ReportId, Span

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


def test_nothing_is_loaded_and_nothing_runs(record: Record, tables: Tables) -> None:
    html = render(record, tables=tables)
    outline = Outline(html)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(outline.tags)
    assert not [name for name in outline.attributes if name.startswith("on") or name == "style"]
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    policy = re.search(r"'sha256-([^']+)'", html)
    assert style
    assert policy
    assert base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode() == policy[1]
    assert "default-src 'none'" in html


def test_text_of_others_stays_text(hostile: Record, tables: Tables) -> None:
    outline = Outline(render(hostile, tables=tables))
    assert "script" not in outline.tags
    assert not [link for link in outline.links if link.lower().startswith("javascript:")]
    assert "<script>alert(1)</script>" in outline.text
    assert not {"\x1b", "\x07", "\u202e"} & set(outline.text)
    assert outline.wrong == []


def test_every_fact_of_the_view_is_on_the_page(record: Record, tables: Tables) -> None:
    text = " ".join(Outline(render(record, tables=tables)).text.split())
    shown = page.context_of(record, tables=tables).view
    wanted = [
        shown.title,
        shown.when,
        shown.summary,
        *shown.open,
        shown.versions,
    ]
    wanted += [line.text for line in (*shown.left_out, *shown.notes)]
    wanted += [words for f in shown.findings for words in (f.label, f.words, f.range, f.why, *f.open)]
    wanted += [
        words for f in shown.findings for p in f.positions for words in (p.value, p.root, *p.remarks, *p.earlier)
    ]
    wanted += [quote.words for f in shown.findings for p in f.positions for quote in p.quotes]
    wanted += [name.words for actor in shown.wording for name in actor.names] + [
        moment.label for moment in shown.timeline
    ]
    assert [words for words in wanted if " ".join(words.split()) not in text] == []


def test_every_field_of_the_context_is_documented() -> None:
    nouns = [page.PageContext, page.TextView, *(getattr(view, name) for name in dir(view) if name.endswith("View"))]
    assert nouns
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
