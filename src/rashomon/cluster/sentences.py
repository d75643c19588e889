"""Sentences of a report, by marks and line ends alone: enough to compare texts with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import Report, Span

END = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])|\n|[。؟]")
NO_END = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sgt|Lt|Col|Gen|Maj|Capt|Cpl|Det|Sen|Rep|Gov|No|vs|[ap]\.m|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)$"
)


def sentences(report: Report) -> Iterator[Span]:
    """Yield the sentences outside boilerplate, without the blanks around them.

    "The ferry sank. Nine people are missing." gives two spans.
    """
    start = 0
    for match in END.finditer(report.text):
        if match[0][0] == "." and NO_END.search(report.text, max(0, match.start() - 8), match.start()):
            continue
        yield from trimmed(report, start, match.end())
        start = match.end()
    yield from trimmed(report, start, len(report.text))


def trimmed(report: Report, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch without its blanks, unless it is empty or boilerplate."""
    part = report.text[start:end]
    start, end = start + len(part) - len(part.lstrip()), start + len(part.rstrip())
    if start < end and not report.zone_at(start).is_furniture:
        yield Span(start, end)
