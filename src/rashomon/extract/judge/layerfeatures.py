"""What the learned judge looks at to say which layer a count belongs to: its time, place, tense, words, and its like in the opening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.extract.drafts import Draft
from rashomon.extract.frame import Frame
from rashomon.extract.layerruns import Told, is_continued, is_teaser
from rashomon.extract.page import Page
from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Token
from rashomon.lexicon.match import fold
from rashomon.model import Precision, TimeSpan
from rashomon.model.claim import OUTLET, UNATTRIBUTED

OPENING = 3
DAYS = (1, 2, 4, 9, 31, 200, 800)
RATIOS = (0.2, 0.5, 1.0, 1.0001, 2, 5, 20)


@dataclass(frozen=True)
class LayerView:
    """The counts of one report, in text order, and what they are looked at by."""

    page: Page
    frame: Frame
    counts: Sequence[Told]

    @cached_property
    def tops(self) -> dict[str, int]:
        """The largest count of each measure in the opening."""
        found: dict[str, int] = {}
        for told in self.counts:
            if told.draft.sentence.index < OPENING and told.draft.measure:
                found[told.draft.measure] = max(size(told.draft), found.get(told.draft.measure, 0))
        return found

    @cached_property
    def opening_words(self) -> frozenset[str]:
        """The longer words of the title and the opening."""
        text = f"{self.page.report.title or ''} " + " ".join(
            s.span.of(self.page.report.text) for s in self.page.sentences[:2]
        )
        return frozenset(content(text))

    def features(self, index: int) -> list[str]:
        """Return the features of one count."""
        told = self.counts[index]
        found = [*self.of_place_in_text(told), *self.of_rules(index), *of_words(self.page, told.draft)]
        found += self.of_time(told)
        found += self.of_where(told)
        found += self.of_size(index)
        found += self.of_section(told)
        return found

    @cached_property
    def opening_places(self) -> frozenset[str]:
        """The places that the opening names, by their ids."""
        return frozenset(m.place.id or m.place.name for s in self.page.sentences[:OPENING] for m in self.page.inside("places", s.span))

    @cached_property
    def opening_names(self) -> frozenset[str]:
        """The capitalised words of the title and the opening."""
        text, sentences = self.page.report.text, self.page.sentences[:OPENING]
        words = f"{self.page.report.title or ''} " + " ".join(s.span.of(text) for s in sentences)
        return frozenset(capitals(words))

    @cached_property
    def paragraphs(self) -> dict[int, Sentence]:
        """The first sentence of each paragraph."""
        found: dict[int, Sentence] = {}
        for sentence in self.page.sentences:
            found.setdefault(sentence.paragraph, sentence)
        return found

    def of_section(self, told: Told) -> Iterator[str]:
        """Yield whether the sentence goes on about the opening's places and names, and how its paragraph begins."""
        sentence, text = told.draft.sentence, self.page.report.text
        late = min(sentence.index, 3)
        places = {m.place.id or m.place.name for m in self.page.inside("places", sentence.span)}
        yield f"places={bool(places & self.opening_places)}{bool(places - self.opening_places)}+{late}"
        names = set(capitals(sentence.span.of(text)))
        yield f"names={min(len(names & self.opening_names), 3)}+{min(len(names - self.opening_names), 3)}+{late}"
        first = self.paragraphs[sentence.paragraph]
        for word in fold(first.span.of(text)[:60]).split()[:4]:
            yield f"begins={word}"
        yield f"within={min(sentence.index - first.index, 3)}"
        if not self.page.inside("times", sentence.span):
            earlier = [m.timespan for m in self.page.before("times", sentence.span.start) if m.kind in ("date", "time")]
            yield f"last={distance(earlier[-1] if earlier else None, self.frame)}+{late}"
        if not places:
            before = self.page.before("places", sentence.span.start)
            known = bool(before) and (before[-1].place.id or before[-1].place.name) in self.opening_places
            yield f"there={bool(before)}{known}+{late}"

    def of_place_in_text(self, told: Told) -> Iterator[str]:
        """Yield where in the report the count stands."""
        sentence, last = told.draft.sentence, max(1, len(self.page.sentences))
        yield "bias"
        yield f"zone={sentence.zone}"
        yield f"teaser={is_teaser(self.page, sentence)}"
        yield f"continued={is_continued(told.draft)}"
        yield f"sentence={min(sentence.index, 8)}"
        yield f"deep={sentence.index * 5 // last}"
        yield f"long={min(last // 8, 5)}"
        yield f"long={min(last // 8, 5)}+deep={sentence.index * 5 // last}"
        yield f"paragraph={min(sentence.paragraph, 8)}"
        shared = len(self.opening_words & set(content(sentence.span.of(self.page.report.text))))
        yield f"shared={min(shared, 5)}"
        yield f"counts={min(len(self.counts) // 3, 6)}"

    def of_rules(self, index: int) -> Iterator[str]:
        """Yield what the rules say of the count and of its neighbours."""
        told = self.counts[index]
        yield f"rule={told.layer}"
        yield f"measure={told.draft.measure}"
        yield f"rule={told.layer}+{told.draft.measure}"
        yield f"scope={told.draft.scope}"
        yield f"group={told.draft.group.id if told.draft.group else None}"
        yield f"root={told.attribution.root if told.attribution.root in (OUTLET, UNATTRIBUTED) else 'named'}"
        for name, step in (("before", -1), ("after", 1)):
            at = index + step
            if 0 <= at < len(self.counts):
                other = self.counts[at]
                same = (
                    "sentence"
                    if other.draft.sentence.index == told.draft.sentence.index
                    else "paragraph"
                    if other.draft.sentence.paragraph == told.draft.sentence.paragraph
                    else "other"
                )
                yield f"{name}={other.layer}+{same}"
                yield f"{name}={other.layer}+{same}+{told.draft.scope}"

    def of_time(self, told: Told) -> Iterator[str]:
        """Yield how long before the happening and the report the count's time lies, and that of times in the sentence."""
        yield f"when={distance(told.when, self.frame)}"
        if told.when is not None:
            yield f"when={told.when.grain}+{told.when.basis}"
            yield f"when={distance(told.when, self.frame)}+{told.when.grain}"
        for mention in self.page.inside("times", told.draft.sentence.span):
            yield f"time={mention.kind}"
            if mention.timespan is not None and mention.kind in ("date", "time"):
                side = "l" if mention.span.start < told.draft.anchor.start else "r"
                yield f"time={distance(mention.timespan, self.frame)}+{side}"
                yield f"time={mention.timespan.grain}"

    def of_where(self, told: Told) -> Iterator[str]:
        """Yield whether the count's place is the opening's."""
        here, where = self.frame.place, told.where
        if where is None or here is None:
            yield f"where={where is None}{here is None}"
            return
        same = (
            "same"
            if where.id == here.id
            else "country"
            if where.precision is Precision.COUNTRY
            else "abroad"
            if where.country != here.country
            else "province"
            if where.admin1 != here.admin1
            else "near"
        )
        yield f"where={same}"
        yield f"where={same}+{min(told.draft.sentence.index, 3)}"

    def of_size(self, index: int) -> Iterator[str]:
        """Yield how large the count is beside the opening's and beside those before it."""
        draft = self.counts[index].draft
        number, top = size(draft), self.tops.get(draft.measure or "", 0)
        yield f"size={sum(number >= edge for edge in (2, 10, 100, 1000, 10_000))}"
        beside = "none" if not top else sum(number / top >= ratio for ratio in RATIOS)
        yield f"beside={beside}"
        yield f"beside={beside}+{min(draft.sentence.index, 3)}"
        earlier = [t.draft for t in self.counts[:index] if t.draft.measure == draft.measure]
        yield f"repeat={any(size(d) == number for d in earlier)}+{number > 2}"
        yield f"earlier={min(len(earlier), 4)}"


def size(draft: Draft) -> int:
    """Return the low end of a count, else its high end, else 0."""
    quantity = draft.quantity
    return 0 if quantity is None else (quantity.low if quantity.low is not None else quantity.high or 0)


def distance(when: TimeSpan | None, frame: Frame) -> str:
    """Return how many of the edges, in days, a time lies before the happening; or that it is later or open."""
    edge = frame.start or frame.day
    if when is None or edge is None or when.latest is None:
        return f"unknown{when is None}{edge is None}"
    days = (edge - when.latest).days
    return "later" if days < 0 else str(sum(days >= limit for limit in DAYS))


def capitals(text: str) -> list[str]:
    """Return the words of a text that begin with a capital."""
    return [word.strip(".,;:'\"()") for word in text.split() if word[:1].isupper()]


def content(text: str) -> list[str]:
    """Return the longer words of a text, folded."""
    return [word for word in fold(text).split() if len(word) > 4]


def of_words(page: Page, draft: Draft) -> Iterator[str]:
    """Yield the words of the sentence, the tense of the verb, and the words that open the sentence."""
    tokens = draft.parse.tokens
    for token in tokens:
        if not token.lower[:1].isdigit():
            yield f"w={token.lower}"
    for left, right in zip(tokens, tokens[1:], strict=False):
        yield f"b={left.lower} {right.lower}"
    for token in tokens[:4]:
        yield f"open={token.lower}"
    verb = verb_of(draft)
    if verb is None:
        yield "verb=#"
        return
    auxiliaries = "+".join(sorted(kid.lower for kid in draft.parse.kids(verb, "aux", "auxpass")))
    yield f"verb={verb.lower}"
    yield f"tense={verb.tag}+{auxiliaries}"
    yield f"verbdep={verb.dep}"
    for kid in draft.parse.subtree(verb):
        if abs(kid.i - verb.i) < 15:
            yield f"c={kid.lower}"
    above = next((t for t in draft.parse.up(verb) if t.is_verb), None)
    if above is not None:
        yield f"above={above.lower}"


def verb_of(draft: Draft) -> Token | None:
    """Return the verb of the count's clause."""
    if draft.verb is None or draft.verb.is_verb:
        return draft.verb
    return next((t for t in draft.parse.up(draft.verb) if t.is_verb), None)

