"""What tells English from other languages without a guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class LanguageWords:
    """The commonest English words, the share of them that settles it, and how much text must be there."""

    TABLE: ClassVar[str] = "en/language.yaml"

    function_words: frozenset[str]
    share: float
    least_words: int
    sample_chars: int
