"""What the words of a sentence may tell of every claim in it, worked out once for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.extract.hints import Hints
from rashomon.extract.page import Page
from rashomon.extract.sentences import Sentence
from rashomon.lexicon.match import fold
from rashomon.model.quick import quick

ALLEGED = ("alleged", "accused", "suspected", "suspicion")


@quick
@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence's folded words, the topics they may touch (never missing one, sometimes one too many), and whether a time stands in it."""

    folded: str
    topics: set[str]
    dated: bool


@dataclass(frozen=True)
class Wordings:
    """The wordings of one report's sentences, made when first asked for."""

    page: Page
    hints: Hints
    known: dict[int, Wording] = field(default_factory=dict, repr=False)

    def of(self, sentence: Sentence) -> Wording:
        """Return the wording of a sentence."""
        found = self.known.get(sentence.index)
        if found is None:
            folded = sentence.span.of(fold(self.page.report.text))
            dated = bool(self.page.inside("times", sentence.span))
            found = self.known[sentence.index] = Wording(folded, self.hints.topics(folded), dated)
        return found
