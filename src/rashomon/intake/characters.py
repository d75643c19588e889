"""Characters that a reader does not see but that part words: they are kept, and noted."""

from __future__ import annotations

import re

from rashomon.model.text import Note, Span

UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def control_characters(text: str) -> tuple[Note, ...]:
    """Return a note with the first and the count of control, direction and zero-width characters, if any."""
    first = UNSEEN.search(text)
    if first is None:
        return ()
    count = sum(1 for _ in UNSEEN.finditer(text))
    message = f"{count} control, direction or zero-width characters stand in the text, the first is U+{ord(first.group()):04X}"
    return (Note("control-characters", message, Span(*first.span())),)


def has_words(text: str) -> bool:
    """Say whether a text holds anything to see."""
    return any(not c.isspace() and not UNSEEN.match(c) for c in text)
