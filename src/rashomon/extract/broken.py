"""What no parser takes as it is meant: halves of characters, which broken pages hold, and a name that is a verb in capitals."""

from __future__ import annotations

import re

from rashomon.model import Note, Report, Span

HALF = re.compile(r"[\ud800-\udfff]")
"""A lone surrogate: one half of a character that two halves make."""
UNKNOWN = "\ufffd"
"""What is read in its stead, so that every offset stays."""


VERB_NAME = re.compile(r"(?<![\w.'’-])IS(?![\w.'’-])")
"""A group that writes itself as a verb in capitals: "IS said its fighters"."""
NAME = "EU"
"""The name that is read in its stead, as long and never a verb."""
SMALL = re.compile(r"\b[a-z]{2,}\b")


def mended(text: str) -> str:
    """Return a sentence as the parser is to read it, as long as it was: characters whole, and a name that no verb is mistaken for."""
    if "IS" in text and SMALL.search(text) is not None:
        text = VERB_NAME.sub(NAME, text)
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
