"""Render the page of a record from one context."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

from rashomon.interface.dossier.context import HERE, PARTS, PageContext, context_of
from rashomon.lexicon.tables import Tables
from rashomon.model import Record

if TYPE_CHECKING:
    from jinja2 import Template


def render(record: Record, *, tables: Tables) -> str:
    """Return the record as one HTML page that needs nothing else: no other file, no network, and no script to be read."""
    return page(context_of(record, tables=tables))


def page(context: PageContext) -> str:
    """Return the page of a context."""
    return template().render(parts=PARTS, **{field.name: getattr(context, field.name) for field in fields(context)})


@cache
def template() -> Template:
    """Return the page's template; everything it is given is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    ).get_template("page.html")
