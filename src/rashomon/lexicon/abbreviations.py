"""Words in short, whose full stop ends no sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar


@dataclass(frozen=True)
class Abbreviations:
    """Words in short as they are written, without their last full stop; ``states`` may end a sentence, but not before a day."""

    TABLE: ClassVar[str] = "en/abbreviations.yaml"

    words: tuple[str, ...]
    states: tuple[str, ...]

    @cached_property
    def never_ending(self) -> re.Pattern[str]:
        """A word in short, an initial, or the end of "a.m.", at the end of a text."""
        return re.compile(rf"(?:\b(?:{any_of(self.words)})|\b[A-Z]|\b[ap]\.m)\.$")

    @cached_property
    def before_days(self) -> re.Pattern[str]:
        """A state in short behind a town, at the end of a text."""
        return re.compile(rf", (?:{any_of(self.states)})\.$")


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words."""
    return "|".join(map(re.escape, words))
