"""Words that say of a number that it is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar


@dataclass(frozen=True)
class Rejected:
    """What gives a number (``told``), what is then said of it (``wrong`` behind "is", ``unlike``), and how a report withdraws one of its own.

    ``takes_back`` are words of correction, ``gave`` what the earlier text did with the number.
    """

    TABLE: ClassVar[str] = "en/rejected.yaml"

    told: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()
    unlike: frozenset[str] = frozenset()
    takes_back: frozenset[str] = frozenset()
    gave: frozenset[str] = frozenset()

    @cached_property
    def before(self) -> re.Pattern[str]:
        """What stands before a number that is said to be wrong behind it: "the number of", "what some outlets publish about"."""
        return re.compile(rf"\b(?:{any_of(self.told)})\b[^.;:!?]{{0,80}}$", re.IGNORECASE)

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """What stands behind such a number: "told in the bazaar is without foundation"."""
        false = rf"(?:is|are|was|were|being|as)\s+(?:\w+ly\s+|all\s+|simply\s+)?(?:{any_of(self.wrong)})"
        return re.compile(rf"[^.;:!?]{{0,90}}?\b(?:{false}|{any_of(self.unlike)})\b", re.IGNORECASE)

    @cached_property
    def signs(self) -> frozenset[str]:
        """Words one of which stands in all words of correction: a cheap test before ``withdrawn``."""
        return frozenset(max(phrase.split(), key=len) for phrase in self.takes_back)

    @cached_property
    def withdrawn(self) -> re.Pattern[str]:
        """What stands before a number that a report takes back: "Correction: an earlier version said"."""
        return re.compile(
            rf"\b(?:{any_of(self.takes_back)})\b[^.;!?]{{0,70}}\b(?:{any_of(self.gave)})\s+(?:that\s+)?$", re.IGNORECASE
        )


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))
