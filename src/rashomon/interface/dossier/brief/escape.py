"""Other people's words in Markdown: shown as they are, and never as markup."""

from __future__ import annotations

import re

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~!&]")
OPENING = re.compile(r"^(\s*)(\d+)([.)])(?=\s|$)|^(\s*)([-+=])")


def plain(text: str) -> str:
    r"""Return text in which nothing is Markdown or HTML.

    >>> plain("<b>*nine*</b>")
    '\\<b\\>\\*nine\\*\\</b\\>'
    """
    escaped = MARKUP.sub(lambda mark: "\\" + mark[0], text)
    return OPENING.sub(lambda m: f"{m[1]}{m[2]}\\{m[3]}" if m[2] else f"{m[4]}\\{m[5]}", escaped)


def cell(text: str) -> str:
    """Return text for a cell of a table."""
    return plain(" ".join(text.split()))
