"""Halves of characters in a text: a broken page, or a report made by a program, may hold them, and no parser takes them."""

from __future__ import annotations

import re

from rashomon.model import Note, Report, Span

HALF = re.compile(r"[\ud800-\udfff]")
"""A lone surrogate: one half of a character that two halves make."""
UNKNOWN = "\ufffd"
"""What is read in its stead, so that every offset stays."""


def mended(text: str) -> str:
    """Return a text with an unknown character for each half of one."""
    return HALF.sub(UNKNOWN, text)


def broken_characters(report: Report) -> list[Note]:
    """Return a note on halves of characters in a text, unless whoever made the report has noted its characters."""
    halves = list(HALF.finditer(report.text))
    if not halves or any(note.code == "control-characters" for note in report.notes):
        return []
    message = (
        f"{len(halves)} halves of characters (lone surrogates) stand in the text; each is read as an unknown character"
    )
    return [Note("control-characters", message, Span(*halves[0].span()))]
