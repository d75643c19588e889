"""Claims in the making: what one sentence asserts, before the report as a whole decides layer, time and place."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.model import Act, ClaimKind, Group, Polarity, Quantity, Scope, Span
from rashomon.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Draft:
    """One assertion with the words that make it.

    ``anchor`` is the number or trigger; ``verb`` the word whose tense and clause it has; ``types`` names the rule.
    """

    sentence: Sentence
    parse: Parse
    kind: ClaimKind
    span: Span
    anchor: Span
    verb: Token | None
    rule: str
    measure: str | None = None
    group: Group | None = None
    quantity: Quantity | None = None
    act: Act | None = None
    scope: Scope = Scope.WHOLE
    polarity: Polarity = Polarity.AFFIRMED
    confidence: float = 1.0
    back: bool = False
    """Whether the doer is a pronoun that goes back to an earlier sentence."""

    flow: bool = False
