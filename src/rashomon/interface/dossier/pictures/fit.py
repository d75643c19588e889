"""Words cut to the room they have in a drawing, with no face to measure by."""

from __future__ import annotations

import unicodedata

from rashomon.interface.dossier.pictures.theme import SMALL
from rashomon.interface.plain import shorten

SLIMMEST, SLIM, NORMAL, BROAD, SQUARE = 0.34, 0.43, 0.62, 0.82, 1.05
"""Widths in ems, those of the wider of the faces that a page is set in."""
STROKES, NARROW = frozenset("iljI.,:;'’|! ·"), frozenset("tfr()[]-‐/")
BOLD = 1.12
ISOLATE, END = "\u2068", "\u2069"
RIGHT_TO_LEFT = frozenset({"R", "AL"})


def fit(text: str, pixels: float, *, bold: bool = False) -> str:
    """Return the text so that it takes no more than ``pixels``, cut at a word; right-to-left words keep their order and their ellipsis.

    >>> fit("attack on the northern checkpoint", 120)
    'attack on the …'
    """
    room = pixels / SMALL / (BOLD if bold else 1)
    if ems(text) > room:
        text = shorten(text, max(letters_in(text, room - BROAD), 1) + 1)
    return isolated(text)


def fit_lines(text: str, pixels: float, *, bold: bool = False) -> tuple[str, str]:
    """Return the text in one line or two, broken at a word; the second is empty where the first holds all."""
    room = pixels / SMALL / (BOLD if bold else 1)
    cut = text.rfind(" ", 0, letters_in(text, room) + 1)
    if ems(text) <= room or cut <= 0:
        return fit(text, pixels, bold=bold), ""
    return isolated(text[:cut]), fit(text[cut + 1 :], pixels, bold=bold)


def letters_in(text: str, room: float) -> int:
    """Return how many letters from the text's beginning go into so many ems."""
    for place, character in enumerate(text):
        room -= em(character)
        if room < 0:
            return place
    return len(text)


def ems(text: str) -> float:
    """Return about how wide a text is, in ems."""
    return sum(em(character) for character in text)


def em(character: str) -> float:
    """Return about how wide a letter is, in ems."""
    if character in STROKES or character in NARROW:
        return SLIMMEST if character in STROKES else SLIM
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return SQUARE
    return BROAD if character.isupper() or character in "mw—%@" else NORMAL


def isolated(text: str) -> str:
    """Return the text set apart from the direction of what stands around it, if it needs that."""
    mixed = any(unicodedata.bidirectional(character) in RIGHT_TO_LEFT for character in text)
    return f"{ISOLATE}{text}{END}" if mixed else text
