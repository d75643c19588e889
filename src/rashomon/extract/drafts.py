"""Claims in the making: what one sentence asserts, before the report as a whole decides layer, time and place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.model import TOTAL, Act, Attribution, ClaimKind, Group, Polarity, Quantity, Scope, Span, ZoneKind
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

    @property
    def least(self) -> int:
        """How many a count tells of at the least: 0 where it gives no number."""
        return self.quantity.least if self.quantity is not None else 0


def without_source(draft: Draft, attribution: Attribution, text: str) -> Draft:
    """Return a headline's count of people whom only its source seems to name as one of nobody named: "Blast kills 12 Monitor"."""
    said = attribution.chain[-1].span if attribution.chain else None
    if draft.kind is not ClaimKind.COUNT or draft.sentence.zone is not ZoneKind.HEADLINE or said is None:
        return draft
    behind = said.start >= draft.anchor.end and not text[draft.anchor.end : said.start].strip()
    return replace(draft, group=TOTAL) if behind else draft
