"""How an XML or HTML document opens: its root's name, and declarations that no report needs."""

from __future__ import annotations

import re

from rashomon.errors import InputError
from rashomon.intake.limits import HEAD

SKIPPED = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))
ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,60})")
ENTITY = re.compile(r"<!\s{0,20}(?:ENTITY|ATTLIST|ELEMENT|NOTATION)\b", re.IGNORECASE)


def root_name(text: str) -> str:
    """Return the name of a document's first element in small letters, without prefix; nothing where it has none.

    >>> root_name('<?xml version="1.0"?><!-- a --><rdf:RDF xmlns="x">')
    'rdf'
    """
    start = text[:HEAD].lstrip("\ufeff \t\r\n")
    while start.startswith("<"):
        close = next((close for opening, close in SKIPPED if start.startswith(opening)), None)
        if close is None:
            found = ROOT.match(start)
            return found.group(1).lower() if found else ""
        inner = "]>" if close == ">" and "[" in start.partition(">")[0] else close
        start = start.partition(inner)[2].lstrip()
    return ""


def refuse_declarations(text: str, source: str) -> None:
    """Raise InputError for a document that declares entities or elements of its own: such can grow without end."""
    if ENTITY.search(text):
        raise InputError(
            source, "the XML declares entities or elements of its own, which no report needs; it is not read"
        )
