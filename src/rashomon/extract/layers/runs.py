"""Layers that run on: what holds for a count holds for its parts, for the next count of the sentence, and for a list below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.extract.drafts import Draft
from rashomon.extract.layers.frame import is_fine
from rashomon.extract.layers.opening import Opening, is_none, toll_of
from rashomon.extract.page import Page
from rashomon.extract.sentences import Sentence
from rashomon.model import Attribution, Basis, ClaimKind, Layer, Place, Scope, Span, TimeSpan, ZoneKind
from rashomon.model.quick import quick

OPENING = 3
"""Sentences at the head of a report that are no link to another story."""

CONTINUED = re.compile(
    r"[\s\"“]*(?:[•*·▪●–—-]\s*|(?:among|of) (?:these|those|them|whom|the (?:dead|victims|killed|fatalities))\b"
    r"|(?:these|those|the) (?:deaths|figures|numbers|fatalities|operations|attacks|strikes|dead|victims|casualties|detainees)\b"
    r"|in addition\b|they (?:include|are|were)\b|(?:among|of) (?:the|all) (?:[\d,]+ )?[\w-]+s ?, "
    r"|(?:both|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:others? |more )?(?:were|was|had|have|has) )",
    re.IGNORECASE,
)
"""How a sentence begins that goes on with the sum before it."""

REACH = 3
"""Sentences for which another matter goes on."""

NAMED = frozenset({Basis.EXPLICIT, Basis.REPORT_DAY})
"""Grounds of a time that the claim's own words name."""

MEANWHILE = re.compile(r"\W{0,3}meanwhile\b", re.IGNORECASE)

BULLET = re.compile(r"\s*(?:[•*·▪●–—-]\s*|\(?\w{1,2}[.)]\s)")
ENTRY = re.compile(
    r"\W{0,3}(?:on the same day, )?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2}\w{0,2})?(?:,? \d{4})? ?[:|–—]",
    re.IGNORECASE,
)
"""How an entry of a list of days begins."""
CHRONICLE = 3
"""Entries from which days set before their news are a list of what happened before."""
TITLE = 0.6
"""Share of a line's longer words with a capital from which it is set like a title."""

RECOMMENDED = re.compile(r"\W*list \d+ of \d+", re.IGNORECASE)
"""How a page begins the lines of its recommended stories, which follow one another without a break: "list 2 of 3Storm hits coast"."""

DATELINE = re.compile(r"\b[A-Z][A-Z'’-]{2,} \( ?[A-Z][\w ]{1,20}\)\s*(?:[\"“]?[A-Z]|\Z)")
"""A dateline inside a line: what a page has set before it is a caption or the title of another story."""

LINE = range(20, 170)
"""Code points of a line that may be the title of another story."""


@quick
@dataclass(frozen=True, slots=True)
class Told:
    """A draft with its time, place, attribution and layer by the rules."""

    draft: Draft
    when: TimeSpan | None
    where: Place | None
    layer: Layer
    attribution: Attribution


def run_on(told: Iterable[Told]) -> list[Told]:
    """Return claims in text order, counts with the layer that runs on to them."""
    found: list[Told] = []
    last: Told | None = None
    for each in told:
        if each.draft.kind is not ClaimKind.COUNT:
            found.append(each)
            continue
        kept = replace(each, layer=last.layer) if last is not None and is_carried(last, each) else each
        found.append(kept)
        last = kept
    return enclosed(found)


def is_carried(last: Told, told: Told) -> bool:
    """Say whether a count takes the layer of the one before it: a main one that goes on with it, an old one told beside it."""
    if told.layer is Layer.MAIN:
        return last.layer is not Layer.MAIN and goes_on(last, told)
    same = last.draft.sentence.index == told.draft.sentence.index
    return same and last.layer is Layer.RELATED and told.layer is Layer.BACKGROUND and goes_on(last, told)


def enclosed(told: Sequence[Told]) -> list[Told]:
    """Return claims, the main counts of a sentence below the opening between two that tell of something else with the layer of the first."""
    sentences: dict[int, list[Told]] = {}
    for each in told:
        if each.draft.kind is ClaimKind.COUNT:
            sentences.setdefault(each.draft.sentence.index, []).append(each)
    return [enclosed_one(each, sentences) for each in told]


def enclosed_one(told: Told, sentences: Mapping[int, Sequence[Told]]) -> Told:
    """Return a claim, with the layer of what encloses it; ``sentences`` are the counts by sentence."""
    index = told.draft.sentence.index
    if told.draft.kind is not ClaimKind.COUNT or told.layer is not Layer.MAIN or index < OPENING:
        return told
    above = sentences.get(index - 1) or sentences.get(index - 2) or ()
    below = sentences.get(index + 1, ())
    if not above or not below or any(one.layer is Layer.MAIN for one in (*above, *below)):
        return told
    return told if is_dated(above[-1], told) else replace(told, layer=above[-1].layer)


def gone_on(told: Sequence[Told], page: Page, opening: Opening) -> list[Told]:
    """Return claims, main counts right below another matter as of that matter, until the opening's place or number is told again.

    "In another raid a guard was killed. Two poachers escaped through a side door."
    """
    found: list[Told] = []
    aside: Told | None = None
    for each in told:
        kept = each
        if each.draft.kind is ClaimKind.COUNT and not is_none(each.draft):
            if each.layer is not Layer.MAIN:
                aside = each if begins(each, page, opening) else None
            elif aside is not None and is_near(aside, each) and not comes_back(each, told, page):
                kept = replace(each, layer=Layer.RELATED)
            else:
                aside = None
        found.append(kept)
    return found


def begins(told: Told, page: Page, opening: Opening) -> bool:
    """Say whether a count is of another matter that the body goes into: no title of another story, no toll that may hold this one's.

    "Meanwhile" leads to another matter as often as to what else became of the same people, and holds for its own sentence alone.
    """
    sentence = told.draft.sentence
    if told.layer is not Layer.RELATED or sentence.index < OPENING or sentence.zone is not ZoneKind.BODY:
        return False
    if is_teaser(page, sentence) or opening.is_larger(told.draft) or opening.may_be_part(told.draft):
        return False
    return not MEANWHILE.match(page.report.text, sentence.span.start)


def is_near(last: Told, told: Told) -> bool:
    """Say whether a count stands in one of the few sentences below another one, and names no other day."""
    return not is_dated(last, told) and 0 < told.draft.sentence.index - last.draft.sentence.index <= REACH


def comes_back(told: Told, others: Sequence[Told], page: Page) -> bool:
    """Say whether a count's sentence names a place that the opening names too, finer than a country, or repeats a toll of it."""
    toll = toll_of(told.draft)
    opening = [one.draft for one in others if one.draft.sentence.index < OPENING]
    if toll[1] > 1 and any(toll == toll_of(draft) for draft in opening):
        return True
    here = {m.place.name for m in page.inside("places", told.draft.sentence.span) if is_fine(m.place)}
    edge = page.sentences[OPENING - 1].span.end
    return bool(here) and any(m.place.name in here for m in page.inside("places", Span(0, edge)))


def is_dated(last: Told, told: Told) -> bool:
    """Say whether a count names a day that the one before it has not."""
    return told.when is not None and told.when.basis in NAMED and told.when != last.when


def goes_on(last: Told, told: Told) -> bool:
    """Say whether a count belongs with the one before it: same sentence or its continuation, no day of its own, and not behind "nobody"."""
    if is_dated(last, told) or (is_none(last.draft) and not is_none(told.draft)):
        return False
    before, here = last.draft.sentence, told.draft.sentence
    if before.index == here.index:
        end = last.draft.anchor.end
        between = told.draft.parse.at(Span(end, max(end, told.draft.anchor.start)))
        return DATELINE.search(" ".join(token.text for token in between)) is None
    if told.draft.scope is Scope.PART and here.index == before.index + 1:
        return True
    return here.index - before.index <= 2 and is_continued(told.draft)


def is_continued(draft: Draft) -> bool:
    """Say whether a count's sentence goes on with the sum or the list before it."""
    tokens = draft.parse.tokens
    return CONTINUED.match(" ".join(token.text for token in tokens[:6])) is not None


def is_teaser(page: Page, sentence: Sentence) -> bool:
    """Say whether a line below the opening is set like the title of another story: no full stop, capitals, a bar or dots."""
    if sentence.index < OPENING or sentence.zone is not ZoneKind.BODY or len(sentence.span) not in LINE:
        return False
    text = sentence.span.of(page.report.text)
    if RECOMMENDED.match(text):
        return True
    if BULLET.match(text) or text.rstrip()[-1:] in '.?!:;,"”’)':
        return False
    if text.rstrip().endswith("…") or " | " in text:
        return True
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= TITLE * len(words)


def is_above_dateline(page: Page, draft: Draft) -> bool:
    """Say whether a count below the first line stands before a dateline on its own line: "File photo Blast kills 20 TARSK (Wire) ..."."""
    sentence = draft.sentence
    if not sentence.index or sentence.zone is not ZoneKind.BODY:
        return False
    return DATELINE.search(page.report.text, draft.anchor.end, sentence.span.end) is not None


def is_heading(sentence: Sentence) -> bool:
    """Say whether a sentence is a heading inside a report, which news sets above the next of several stories."""
    return sentence.zone is ZoneKind.SUBHEAD and sentence.index >= OPENING


def is_chronicled(page: Page, sentence: Sentence) -> bool:
    """Say whether a sentence is an entry of a list of days: "July 11: Shells wounded two.", "July 16: ..."."""
    text, entries = page.report.text, 0
    if not ENTRY.match(text, paragraph_start(page, sentence)):
        return False
    for other in page.sentences:
        entries += ENTRY.match(text, other.span.start) is not None
        if entries >= CHRONICLE:
            return True
    return False


def paragraph_start(page: Page, sentence: Sentence) -> int:
    """Return where a sentence's paragraph begins."""
    first = sentence.index
    while first > 0 and page.sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    return page.sentences[first].span.start


def beside_counts(told: Sequence[Told]) -> list[Told]:
    """Return claims, acts with the layer of the counts in their sentence where these agree: whom it cost tells which happening it is.

    An act of another matter becomes the main one only with counts of its own clause.
    """
    counts: dict[int, list[Told]] = {}
    for each in told:
        if each.draft.kind is ClaimKind.COUNT and not is_none(each.draft):
            counts.setdefault(each.draft.sentence.index, []).append(each)
    return [of_counts(each, counts.get(each.draft.sentence.index, ())) for each in told]


def of_counts(told: Told, counts: Sequence[Told]) -> Told:
    """Return a claim, with the one layer of its sentence's counts where it is an act."""
    layers = {each.layer for each in counts}
    if told.draft.kind is not ClaimKind.ACT or len(layers) != 1:
        return told
    (layer,) = layers
    joined = any(each.draft.span.overlaps(told.draft.span) for each in counts)
    return replace(told, layer=layer) if joined or layer is not Layer.MAIN else told
