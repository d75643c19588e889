"""Decide a claim's layer: the happening itself, something beside it, or something before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.clauses import holders
from rashomon.extract.drafts import Draft
from rashomon.extract.layers.aside import AT_THE_PLACE, Asides
from rashomon.extract.layers.cues import LayerWords
from rashomon.extract.layers.earlier import (
    head_verb,
    is_of_another_year,
    is_of_charge,
    is_of_file_photo,
    is_of_one_before,
    is_of_recalled,
    is_told_once,
    names_a_year,
)
from rashomon.extract.layers.frame import DAYS, Frame, far_from, is_fine
from rashomon.extract.layers.opening import OPENING, Opening, is_none
from rashomon.extract.layers.otherday import JUST_NOW, OLD, sums_up_hours
from rashomon.extract.layers.runs import NAMED, is_above_dateline, is_chronicled, is_heading, is_teaser
from rashomon.extract.page import Page
from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import IN_ORDER, Token
from rashomon.extract.wording import Wording, Wordings
from rashomon.lexicon.match import fold
from rashomon.model import ClaimKind, Grain, Layer, Place, Precision, Span, TimeSpan, ZoneKind

SHORT, SHARED, NEXT = 3, 3, 6
"""Letters of a word that tells little, longer ones that a heading shares with an opening, and code points from "since" to its time."""
PERIODS = frozenset({Grain.MONTH, Grain.YEAR})
"""Times that are another time as soon as they end before the happening."""

TURNS = frozenset({"meanwhile", "elsewhere", "separately", "on the other hand"})
"""Words of another matter that hold from where they stand."""

OTHERS = re.compile(
    r" others?\b", re.IGNORECASE
)  # who are told beside the dead: "meanwhile, 30 other people were hurt"

LONGEST_LIST = 40
"""Items of a list that may still belong to the sentence above it."""

WIDE = re.compile(
    r"\b(?:province|governorate|region|country|most of|parts of|much of|state|territory|swathes)\b", re.IGNORECASE
)
WORD = re.compile(r"\w+")
LOGGED = re.compile(r"\W*(?:[01]?\d|2[0-3])[:.][0-5]\d\b")  # how a line of a running account begins
NATIONWIDE = re.compile(
    r"\b(?:nationwide|countrywide|across the country|in the country's|throughout the country|national(?:ly)? (?:total|jail|prison)|worldwide|globally)\b|\b[A-Z]\w+(?:'s|’s) (?:jails|prisons|camps|detention cent(?:er|re)s)\b"
)
ASIDES = frozenset({"appos", "relcl", "acl", "advcl", "parataxis"})
CONTINUED = re.compile(
    r"\s*(?:[•*–-]\s|(?:these|those|of (?:these|those|them)|among (?:them|these|those)|the (?:dead|victims|fatalities) (?:include|can be))\b)",
    re.IGNORECASE,
)


def is_old(when: TimeSpan, frame: Frame) -> bool:
    """Say whether a time lies clearly before the happening; "last month" does once that month is over."""
    edge = frame.start or frame.day
    if edge is None or when.latest is None:
        return False
    return when.latest < (edge if when.grain in PERIODS else edge - OLD)


def is_dated(when: TimeSpan | None) -> bool:
    """Say whether a claim's own words name its day."""
    return when is not None and when.basis in NAMED and when.grain in DAYS


@dataclass(frozen=True)
class Layers:
    """Decides layers for one report."""

    page: Page
    frame: Frame
    words: LayerWords
    wordings: Wordings
    opening: Opening
    """The counts of the report's opening."""

    def layer(self, draft: Draft, when: TimeSpan | None, where: Place | None) -> Layer:
        """Return a claim's layer: titles of other stories first, then background rules, then related ones, else main."""
        counts = draft.kind is ClaimKind.COUNT
        if counts and is_above_dateline(self.page, draft):
            return Layer.RELATED
        titled = counts and (is_teaser(self.page, draft.sentence) or is_heading(draft.sentence))
        if titled and not self.tells_again(draft.sentence):
            return Layer.BACKGROUND if when is not None and is_old(when, self.frame) else Layer.RELATED
        if counts and (is_chronicled(self.page, draft.sentence) or is_of_file_photo(self.page.report, draft.sentence)):
            return Layer.BACKGROUND
        if self.is_before(draft, when):
            return Layer.BACKGROUND
        if counts and (size := self.by_size(draft, when)) is not None:
            return size
        if counts and (aside := Asides(self.page, self.opening, self.words.violent).layer(draft)) is not None:
            return aside
        if self.is_beside(draft, when, where):
            return Layer.RELATED
        return Layer.MAIN

    def tells_again(self, heading: Sentence) -> bool:
        """Say whether a heading among the text is of the report's own matter: half of its longer words stand in the opening."""
        text = self.page.report.text
        if "|" in heading.span.of(text):
            return False  # a bar parts the titles of a series, which share their words
        words = [word for word in WORD.findall(fold(heading.span.of(text))) if len(word) > SHORT]
        known = set(WORD.findall(fold(text[: self.page.sentences[OPENING - 1].span.end])))
        again = sum(word in known for word in words)
        return again >= SHARED and again * 2 >= len(words)

    def is_before(self, draft: Draft, when: TimeSpan | None) -> bool:
        """Say whether the claim is of an earlier time, a sum over a period, or a standing fact."""
        if self.opening.tells_outbreak(draft):
            return False
        if when is not None and is_old(when, self.frame):
            return True
        topics, counts = self.wordings.of(draft.sentence).topics, draft.kind is ClaimKind.COUNT
        words = fold(self.own_words(draft)) if "background" in topics or (counts and "sums" in topics) else ""
        words = JUST_NOW.sub("", words)
        titled = counts and self.is_title(draft.sentence)
        if (
            ("background" in topics and not titled and self.words.background.search(words))
            or ("since" in topics and not titled and self.is_since(draft))
            or self.is_standing(draft)
            or (counts and "recalled" in topics and is_of_recalled(draft, self.words.recalled))
            or (
                counts
                and "charge" in topics
                and not titled
                and is_of_charge(draft, self.words.charges, self.page.report.text)
            )
            or (self.frame.day is None and draft.sentence.index >= OPENING and names_a_year(self.own_words(draft)))
        ):
            return True
        return counts and (
            (not (titled and is_told_once(self.page, draft)) and self.is_sum(draft, words))
            or ("war" in topics and self.is_of_war(draft))
            or self.is_nationwide(draft)
            or is_of_another_year(draft, head_verb(draft), self.frame.day, later=draft.sentence.index >= OPENING)
            or is_of_one_before(self.page.report.text, draft.anchor.start)
        )

    def by_size(self, draft: Draft, when: TimeSpan | None) -> Layer | None:
        """Return the layer of a toll too large for the happening, or None; a rival of the happening's own toll is no other one's."""
        wording = self.wordings.of(draft.sentence)
        layer = self.opening.layer(draft, wording.folded, self.words.recent, dated=is_dated(when))
        told = layer and self.opening.sizes.get(draft.measure or "")
        return None if told and self.is_rival(draft.sentence, wording) else layer

    def is_rival(self, sentence: Sentence, wording: Wording) -> bool:
        """Say whether a sentence tells a figure that somebody doubts or denies, or mends one: "the rumour of 90 dead is baseless", "15:40 34 dead"."""
        doubted = "rival" in wording.topics and self.words.rival.search(wording.folded)
        return bool(doubted or LOGGED.match(self.page.report.text, sentence.span.start, sentence.span.end))

    def is_nationwide(self, draft: Draft) -> bool:
        """Say whether a stock is that of a whole country, a standing fact beside one prison or camp."""
        if draft.measure not in ("held", "displaced", "missing", "infected") or draft.flow:
            return False
        return bool(NATIONWIDE.search(self.page.report.text, draft.span.start, draft.sentence.span.end))

    def own_words(self, draft: Draft) -> str:
        """Return the words of the claim's clause and what opens its sentence, without asides that do not hold the claim."""
        text, head = self.page.report.text, head_verb(draft)
        if head is None:
            return draft.span.of(text)
        tokens, below, held = [head], draft.parse.below, holders(draft.parse, draft.anchor)
        stack = [*below[head.i]]
        while stack:
            token = stack.pop()
            set_off = token.dep == "npadvmod" and token.tag == "JJS" and token.i > head.i
            branch = set_off or token.dep in ASIDES or (token.dep in ("conj", "ccomp") and token.is_verb)
            if branch and token.i not in held:
                continue
            tokens.append(token)
            stack += below[token.i]
        top = next((h for h in draft.parse.up(head) if h.dep == "ROOT"), head)
        for kid in draft.parse.kids(top, "prep", "npadvmod", "advmod"):
            if kid.i < top.i and top is not head:
                tokens += draft.parse.subtree(kid)
            elif top is not head and kid.lower == "at":
                tokens += draft.parse.tokens[kid.i : kid.i + 3]  # "claimed at the time that nobody was hurt"
        words = " ".join(token.text for token in sorted(set(tokens), key=IN_ORDER))
        return (
            f"{text[draft.span.start : head.start]} {words}"
            if head.dep == "relcl" and draft.kind is not ClaimKind.COUNT
            else words
        )

    def is_beside(self, draft: Draft, when: TimeSpan | None, where: Place | None) -> bool:
        """Say whether the claim is of another matter, day or place."""
        return (
            self.is_set_apart(draft)
            or self.is_other_day(draft, when)
            or self.is_elsewhere(draft, where)
            or self.is_foreign(draft)
        )

    def is_title(self, sentence: Sentence) -> bool:
        """Say whether a sentence is a report's headline or its first: they tell its matter, however they date or place it."""
        headed = self.page.sentences[0].zone is ZoneKind.HEADLINE
        return sentence.index < (2 if headed else 1)

    def is_set_apart(self, draft: Draft) -> bool:
        """Say whether words part the claim from the matter: "in a separate raid"; "meanwhile" does so only for what follows it."""
        wording = self.wordings.of(draft.sentence)
        if self.is_title(draft.sentence) or "related" not in wording.topics:
            return False
        found = self.words.related.search(wording.folded)
        if found is None or not self.is_below(draft.sentence) or sums_up_hours(self.page, draft, self.opening):
            return False
        if found.group() not in TURNS:
            return True
        if draft.measure == "wounded" and OTHERS.match(self.page.report.text, draft.anchor.end):
            return False
        if AT_THE_PLACE.search(wording.folded, found.end()):
            return False
        return draft.sentence.span.start + found.start() < draft.anchor.end and not self.is_announced(draft.sentence)

    def is_announced(self, sentence: Sentence) -> bool:
        """Say whether the title, the headline or the first sentence names a place of a sentence: "meanwhile" leads to it."""
        told = {
            m.place.name
            for first in self.page.sentences[:3]
            if self.is_title(first)
            for m in self.page.inside("places", first.span)
            if is_fine(m.place)
        }
        here = [m for m in self.page.inside("places", sentence.span) if is_fine(m.place)]
        names = "|".join(re.escape(m.span.of(self.page.report.text)) for m in here)
        titled = bool(names and re.search(rf"\b(?:{names})\b", self.page.report.title or ""))
        return titled or any(m.place.name in told for m in here)

    def is_below(self, sentence: Sentence) -> bool:
        """Say whether the body tells something before a sentence, so that "in another operation" is another one than the report's."""
        return any(
            above.zone is ZoneKind.BODY
            and (self.page.inside("acts", above.span) or self.page.inside("measures", above.span))
            for above in self.page.sentences[: sentence.index]
        )

    def is_sum(self, draft: Draft, words: str) -> bool:
        """Say whether a count adds up months or years, by its own words or by the sentence that its list belongs to."""
        text, index = self.page.report.text, draft.sentence.index
        if words and self.words.sums.search(words) and self.is_period(draft.sentence):
            return True
        while CONTINUED.match(text, self.page.sentences[index].span.start) and index > max(
            0, draft.sentence.index - LONGEST_LIST
        ):
            index -= 1
            if self.is_period(self.page.sentences[index]):
                return True
        return False

    def is_period(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells a sum over a period that began before the happening."""
        wording = self.wordings.of(sentence)
        found = self.words.sums.search(wording.folded) if "sums" in wording.topics else None
        if found is None:
            return False
        region = Span(
            sentence.span.start + found.start(), min(sentence.span.end, sentence.span.start + found.end() + 20)
        )
        times = [m.timespan for m in self.page.inside("times", region) if m.timespan is not None]
        recent = [t for t in times if t.grain in (Grain.DAY, Grain.HOUR) and not is_old(t, self.frame)]
        return not recent

    def is_of_war(self, draft: Draft) -> bool:
        """Say whether the count is of a whole war: "the war has killed more than 100,000"."""
        verb = draft.verb if draft.verb is not None and draft.verb.is_verb else None
        if verb is None or draft.sentence.zone is ZoneKind.HEADLINE:
            return False
        perfect = any(k.lower in ("has", "have", "had") for k in draft.parse.kids(verb, "aux"))
        subjects = draft.parse.kids(verb, "nsubj")
        if verb.dep == "relcl" and (head := draft.parse.head(verb)) is not None:
            subjects.append(head)
        places = [
            kid
            for prep in draft.parse.kids(verb, "prep")
            if prep.lower in ("in", "during")
            for kid in draft.parse.kids(prep, "pobj")
        ]
        return any(t.lower in self.words.wars for t in subjects if perfect) or any(
            t.lower in self.words.wars for t in places
        )

    def is_since(self, draft: Draft) -> bool:
        """Say whether the claim sums up a period that began before the happening: "since 2014", "since the fall of ..."."""
        head = head_verb(draft)
        if head is None:
            return False
        perfect = any(k.lower in ("has", "have", "had", "'ve", "'s") for k in draft.parse.kids(head, "aux"))
        joined = [
            kid
            for kid in draft.parse.kids(head, "conj")
            if kid.tag in ("VBN", "VBD") and not draft.parse.has(kid, "nsubj", "aux")
        ]
        for kid in [k for verb in (head, *joined) for k in draft.parse.kids(verb, "prep", "mark", "advcl")]:
            tokens = draft.parse.subtree(kid)
            if not any(t.lower == "since" for t in tokens[:2]):
                continue
            if self.is_own_matter(tokens):
                return False
            region = Span(min(t.start for t in tokens), max(t.end for t in tokens))
            times = [m.timespan for m in self.page.inside("times", region) if m.timespan is not None]
            times = times or self.told_behind(tokens)
            if not times:
                return perfect
            return any(is_old(t, self.frame) for t in times) or (
                self.frame.start is None and any(t.grain in (Grain.YEAR, Grain.MONTH) for t in times)
            )
        return False

    def told_behind(self, tokens: Sequence[Token]) -> list[TimeSpan]:
        """Return the time right behind "since", to whatever the grammar hangs it: "since Thursday bombing has killed 40"."""
        end = next(token.end for token in tokens if token.lower == "since")
        return [m.timespan for m in self.page.inside("times", Span(end, end + NEXT)) if m.timespan is not None]

    def is_own_matter(self, tokens: Sequence[Token]) -> bool:
        """Say whether what began is what the report opens with: "since the siege began" below "Army breaks siege of Orsk"."""
        known = self.opening_words()
        return any(
            token.lower in known
            and token.lower not in self.words.wars
            and token.tag in ("NN", "NNS")
            and defined(token, tokens)
            for token in tokens
            if self.page.inside("acts", Span(token.start, token.end))
        )

    def opening_words(self) -> set[str]:
        """Return the words of the headline and of the first sentence below it."""
        return {
            word
            for sentence in self.page.sentences[:2]
            for word in WORD.findall(fold(sentence.span.of(self.page.report.text)))
        }

    def is_standing(self, draft: Draft) -> bool:
        """Say whether a relative clause tells a standing fact: "which controls most of the province"."""
        verb = draft.verb
        if verb is None or verb.dep != "relcl" or verb.lower not in self.words.standing:
            return False
        return bool(WIDE.search(draft.span.of(self.page.report.text)))

    def is_other_day(self, draft: Draft, when: TimeSpan | None) -> bool:
        """Say whether a count below the opening has a day before the first day of the happening."""
        if (
            draft.kind is not ClaimKind.COUNT
            or draft.sentence.index < OPENING
            or when is None
            or self.frame.start is None
            or is_none(draft)
        ):
            return False
        return when.latest is not None and when.latest < self.frame.start

    def is_elsewhere(self, draft: Draft, where: Place | None) -> bool:
        """Say whether an act's place is in another country or far away, where the opening was of one place."""
        here = self.frame.place
        if draft.kind is ClaimKind.COUNT or where is None or here is None or draft.sentence.index < OPENING:
            return False
        if where.precision is Precision.COUNTRY:
            return False
        if where.level in ("country", "region", "sea"):
            return False
        if where.country and self.frame.country and where.country != self.frame.country:
            return True
        if here.precision is Precision.COUNTRY:
            return False
        provinces = bool(where.admin1 and here.admin1 and where.admin1 != here.admin1)
        return far_from(where, here, 1.0 if provinces else 2.0)

    def is_foreign(self, draft: Draft) -> bool:
        """Say whether another country's state does something of its own: orders, protests, strengthens its border."""
        act = draft.act
        if act is None or act.type not in self.words.domestic or act.agent is None:
            return False
        agents = [h.actor for h in self.page.inside("actors", draft.span) if h.actor.label == act.agent]
        return any(
            len(a.countries) == 1 and self.frame.country and a.countries[0] != self.frame.country for a in agents
        )


def defined(noun: Token, tokens: Sequence[Token]) -> bool:
    """Say whether a noun is one told of before: "the siege", not "a siege"."""
    return any(token.head == noun.i and token.lower in ("the", "this", "its") for token in tokens)
