"""Lengths of time as people type them: ``15m``, ``1h``, ``1h30m``."""

from __future__ import annotations

import re

import typer

SECONDS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
LONGEST = 30 * SECONDS["d"]
"""A wait of more than a month is a slip of the pen."""
_PART = r"([0-9]{1,6})([dhms])"


def seconds_of(words: str, *, least: int = 1) -> int:
    """Return a length of time in seconds; a bad use where it is none, or out of bounds.

    A number alone is none: it may be meant as minutes or as seconds.

    >>> seconds_of("15m"), seconds_of("1h30m")
    (900, 5400)
    """
    plain = words.strip().lower()
    if not re.fullmatch(f"(?:{_PART})+", plain):
        raise typer.BadParameter(f"{words!r} is no length of time; give it with its unit: 90s, 15m, 1h30m or 1d")
    total = sum(int(number) * SECONDS[unit] for number, unit in re.findall(_PART, plain))
    if not least <= total <= LONGEST:
        raise typer.BadParameter(f"{words!r} is out of bounds; from {least}s to {LONGEST // SECONDS['d']}d are allowed")
    return total
