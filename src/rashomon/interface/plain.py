"""Other people's text made safe to show: no control characters, no hidden direction marks, no endless lines."""

from __future__ import annotations

import unicodedata

SHOWN_AS = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that would act on the screen rather than be seen."""
HIDDEN = {"Cf"}
ACTING = {"Cc", "Cs", "Co", "Cn"}
BLANKS = {"Zl", "Zp", "Zs"}


def clean(text: str) -> str:
    r"""Return the text in one line: blanks joined, direction marks and other invisible characters dropped, controls shown as a mark.

    >>> clean("ten\n dead\x1b[31m")
    'ten dead�[31m'
    """
    return " ".join("".join(seen(character) for character in text).split())


def seen(character: str) -> str:
    """Return what a reader may see of a character."""
    if character.isascii():
        return character if character.isprintable() else " " if character.isspace() else SHOWN_AS
    category = unicodedata.category(character)
    if category in HIDDEN:
        return ""
    return SHOWN_AS if category in ACTING else " " if category in BLANKS else character


def shorten(text: str, width: int) -> str:
    """Return the text cut at a word so that it fits the width, with an ellipsis where something is missing.

    >>> shorten("nine civilians had been killed", 20)
    'nine civilians had …'
    """
    if len(text) <= width:
        return text
    head = text[: max(width - 1, 1)]
    whole = head if text[len(head)].isspace() else head.rsplit(" ", 1)[0]
    return whole.rstrip(" ,;:") + " …" if len(whole) < width - 1 else whole.rstrip(" ,;:") + "…"


def around(text: str, focus: int, width: int) -> str:
    """Return the text cut to the width so that what begins at ``focus`` is in it.

    >>> around("that the fighting led to the killing of 28 soldiers and 45 fighters", 39, 30)
    '… of 28 soldiers and 45 …'
    """
    if len(text) <= width or focus < width // 2:
        return shorten(text, width)
    start = max(focus - width // 3, 0)
    start = min(start, len(text) - width + 2)
    start = text.find(" ", start) + 1
    return "… " + shorten(text[start:], width - 2)


def count_of(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> count_of(1, "report"), count_of(3, "report")
    ('1 report', '3 reports')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def listing(names: list[str] | tuple[str, ...]) -> str:
    """Return names as one writes them: ``A, B and C``."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
