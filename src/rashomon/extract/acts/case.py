"""An act's word where it stands, and the act that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.syntax import Token
from rashomon.lexicon.acts import Trigger
from rashomon.model import Span
from rashomon.model.quick import quick

MONTHS = frozenset({"March", "May"})


Sides = tuple[Token | None, Token | None]
"""The head words of who did it, and to whom."""


@dataclass(slots=True)
class Case:
    """A word that may tell an act where it stands: its span and its tokens; its ``sides`` as a verb once they are worked out."""

    words: Span
    tokens: Sequence[Token]
    sides: Sides | None = None


@quick
@dataclass(frozen=True, slots=True)
class Done:
    """An act as the words tell it: trigger, the span that tells it, and the head words of who did it to whom."""

    trigger: Trigger
    span: Span
    words: Span
    verb: Token | None
    anchor: Token
    doer: Token | None
    target: Token | None
