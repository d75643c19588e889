"""Number words and hedges: what they mean as intervals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Numbers:
    """Number words with their values; ``vague`` maps a phrase to [low, high], ``left_open`` are those of them that withhold the number."""

    TABLE: ClassVar[str] = "en/numbers.yaml"
    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    phrases: dict[str, int]
    none: list[str]
    vague: dict[str, tuple[int | None, int | None]]
    marked_vague: list[str] = field(default_factory=list)
    left_open: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Hedges:
    """Hedge phrases by what they do to a number."""

    TABLE: ClassVar[str] = "en/hedges.yaml"
    above: list[str]
    at_least: list[str]
    below: list[str]
    at_most: list[str]
    nearly: list[str]
    about: list[str]
    after_at_least: list[str]
    after_about: list[str]
    after_below: list[str]
    increment: list[str]
    between: list[str]
    range: list[str]
    taking_over: list[str]

    def kind_of(self, phrase: str) -> str | None:
        """Return the kind of a hedge that stands before a number, or None."""
        for kind in ("above", "at_least", "below", "at_most", "nearly", "about"):
            if phrase in getattr(self, kind):
                return kind
        return None
