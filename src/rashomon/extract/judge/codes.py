"""Numbers for what a judge sees: the same thing in the same slot has the same number in every run."""

from __future__ import annotations

from collections.abc import Hashable
from zlib import crc32

BITS = 20
"""Features are hashed to this many bits, where nothing else is said."""

MASK = (1 << BITS) - 1
KEPT = 20_000
"""How many numbers a slot remembers at most; then it forgets all of them, and works them out again."""


class Slot(dict[Hashable, int]):
    """Remembers the number of each value met in one slot: the noun that is counted, the word before it."""

    def __init__(self, name: str, mask: int = MASK) -> None:
        super().__init__()
        self.name, self.mask = name, mask

    def __missing__(self, value: Hashable) -> int:
        if len(self) > KEPT:
            self.clear()
        code = self[value] = code_of(self.name, value) & self.mask
        return code


class Codes(dict[str, Slot]):
    """The slots by their names; ``bits`` tells how many places features are hashed to.

    >>> Codes()["noun"]["men"] == code_of("noun", "men")
    True
    """

    def __init__(self, bits: int = BITS) -> None:
        super().__init__()
        self.mask = (1 << bits) - 1

    def __missing__(self, name: str) -> Slot:
        slot = self[name] = Slot(name, self.mask)
        return slot


def code_of(name: str, value: Hashable) -> int:
    """Return the number of a value in a slot."""
    return crc32(f"{name}={value}".encode("utf-8", "surrogatepass")) & MASK


def both(first: int, second: int) -> int:
    """Return the number of two features that hold together."""
    return ((first ^ (second * 0x9E3779B1)) * 0x85EBCA6B >> 13) & MASK
