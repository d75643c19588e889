"""Render the page of a record from one context."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.interface.compose import view_of
from rashomon.interface.dossier.marked import Paragraph, paragraphs
from rashomon.interface.view import RecordView, ReportView
from rashomon.lexicon.tables import Tables
from rashomon.model import Record

if TYPE_CHECKING:
    from jinja2 import Template

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class TextView:
    """A report with its text in paragraphs, the words of its claims marked."""

    report: ReportView
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class PageContext:
    """All that the page shows.

    ``view`` is the record in words, the same that the terminal shows; ``texts`` the reports' texts in the order of
    ``view.reports``; ``style`` the style sheet and ``style_hash`` its SHA-256, by which the browser is told to take no other.
    """

    view: RecordView
    texts: tuple[TextView, ...]
    style: str
    style_hash: str


def render(record: Record, *, tables: Tables) -> str:
    """Return the record as one HTML page that needs nothing else: no script, no other file, no network."""
    return template().render(context=context_of(record, tables=tables))


def context_of(record: Record, *, tables: Tables) -> PageContext:
    """Return what the page shows."""
    view = view_of(record, tables=tables)
    texts = tuple(
        TextView(shown, paragraphs(report, record.claims))
        for shown, report in zip(view.reports, record.reports, strict=True)
    )
    style = (HERE / "style.css").read_text("utf-8")
    return PageContext(view, texts, style, base64.b64encode(hashlib.sha256(style.encode()).digest()).decode())


@cache
def template() -> Template:
    """Return the page's template; everything it is given is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(HERE)
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    ).get_template("page.html")
