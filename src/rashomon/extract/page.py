"""One report with everything found in it before claims are made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from rashomon.extract.cast.find import NOBODY, Cast, cast_of
from rashomon.extract.cast.surnames import without_surnames
from rashomon.extract.counts.carried import goes_on, stands_alone
from rashomon.extract.places.find import PlaceMention, find_places
from rashomon.extract.quantities.find import Amount, AmountGrammar
from rashomon.extract.sentences import Sentence, split_links, split_sentences
from rashomon.extract.syntax import Parse, Parser
from rashomon.extract.times.find import TimeMention, find_times
from rashomon.lexicon.abbreviations import Abbreviations
from rashomon.lexicon.actors import ActorHit, actor_book
from rashomon.lexicon.acts import act_matcher
from rashomon.lexicon.cues import Cues, cue_book
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.match import Hit, Matcher, shelf_of
from rashomon.lexicon.measures import measure_matcher
from rashomon.lexicon.names import name_book
from rashomon.lexicon.tables import Tables
from rashomon.model import Report, Span, ZoneKind

OPENING = 3
"""Sentences in which a report tells what it is about; each is parsed."""

BYGONE = timedelta(days=300)
"""How long before the report day a sentence's times must lie for it to be left unparsed, if it counts nobody."""

Found = TypeVar("Found", Amount, TimeMention)


@dataclass(frozen=True)
class Page:
    """A report's sentences, trees, amounts, words of measures and acts, actors, times and places, in text order."""

    report: Report
    sentences: Sequence[Sentence]
    parses: dict[int, Parse]
    amounts: Sequence[Amount]
    measures: Sequence[Hit]
    acts: Sequence[Hit]
    actors: Sequence[ActorHit]
    times: Sequence[TimeMention]
    places: Sequence[PlaceMention]
    cast: Cast = NOBODY
    links: Sequence[Sentence] = ()
    """Headlines of other stories, numbered on from the sentences."""
    starts: dict[str, list[int]] = field(default_factory=dict)
    """Where the finds of each kind begin, worked out when they are first asked for."""
    asked: dict[tuple[str, int, int], Sequence[Any]] = field(default_factory=dict, repr=False)
    """What was found inside a span: several rooms ask the same of each sentence."""

    def inside(self, name: str, span: Span) -> Sequence[Any]:
        """Return the finds of one kind (``amounts``, ``times`` ...) that begin inside a span, worked out once."""
        key = (name, span.start, span.end)
        found = self.asked.get(key)
        if found is None:
            starts = self.starts.get(name) or self.starts_of(name)
            first = bisect_left(starts, span.start)
            found = self.asked[key] = getattr(self, name)[first : bisect_left(starts, span.end, first)]
        return found

    def starts_of(self, name: str) -> list[int]:
        """Return where the finds of one kind begin, in order."""
        found = self.starts.get(name)
        if found is None:
            found = self.starts[name] = [start_of(item) for item in getattr(self, name)]
        return found

    def before(self, name: str, position: int) -> list[Any]:
        """Return the last few finds of one kind that begin before a position."""
        end = bisect_left(self.starts_of(name), position)
        return list(getattr(self, name)[max(0, end - 12) : end])


def read_page(report: Report, *, tables: Tables, gazetteer: Gazetteer | None, parser: Parser) -> Page:
    """Find everything in a report that claims are made of, its trees included."""
    page = find_all(report, tables=tables, gazetteer=gazetteer)
    plant([page], tables=tables, parser=parser)
    return page


def plant(pages: Sequence[Page], *, tables: Tables, parser: Parser) -> None:
    """Put the trees into pages: those of the sentences that may hold a claim or tell who speaks."""
    cues: Matcher = tables.made("cue matcher", cue_matcher)
    kept = []
    for page in pages:
        hits = cues.find(page.report.text)
        starts = [hit.start for hit in hits]
        telling = [hit.start for hit in hits if hit.value]
        told = [s for s in page.sentences if worth_parsing(page, s, starts, telling)]
        kept.append([*told, *(s for s in page.links if may_count(page, s.span))])
    groups = [
        [(s.span.start, s.span.of(page.report.text)) for s in some] for page, some in zip(pages, kept, strict=True)
    ]
    for page, some, trees in zip(pages, kept, parser.parse_all(groups), strict=True):
        page.parses.update({s.index: tree for s, tree in zip(some, trees, strict=True) if tree.tokens})


def find_all(report: Report, *, tables: Tables, gazetteer: Gazetteer | None) -> Page:
    """Find sentences, amounts, words of measures and acts, actors, times and places in a report."""
    text = report.text
    grammar: AmountGrammar = tables.made("amount grammar", AmountGrammar)
    short = tables.of(Abbreviations)
    sentences = split_sentences(report, short)
    actors = without_surnames(text, actor_book(tables).find(text), name_book(tables))
    named = [hit.span for hit in actors if not hit.actor.generic and not hit.actor.id.startswith("country-")]
    places = find_places(report, tables=tables, gazetteer=gazetteer, exclude=named) if gazetteer is not None else []
    times = outside(find_times(report, tables), named)
    dates = [mention.span for mention in times if mention.kind in ("date", "time")]
    amounts = outside(grammar.find(text), dates)
    return Page(
        report,
        sentences,
        parses={},
        amounts=amounts,
        measures=measure_matcher(tables).find(text),
        acts=act_matcher(tables).find(text),
        actors=actors,
        times=times,
        places=places,
        cast=cast_of(text, actors, [*(m.span for m in places), *(m.span for m in times)], name_book(tables)),
        links=split_links(report, len(sentences), short),
    )


def outside(items: Sequence[Found], spans: Sequence[Span]) -> list[Found]:
    """Return the items that lie in none of the spans, which are in order and do not overlap."""
    starts = [span.start for span in spans]
    kept = []
    for item in items:
        at = bisect_right(starts, number_of(item).start) - 1
        if at < 0 or not spans[at].covers(number_of(item)):
            kept.append(item)
    return kept


def number_of(item: Amount | TimeMention) -> Span:
    """Return the span of an amount's number, or of a time."""
    return item.number if isinstance(item, Amount) else item.span


def start_of(item: Any) -> int:
    """Return where a find begins."""
    return int(item.start) if isinstance(item, Hit) else int(item.span.start)


def cue_matcher(tables: Tables) -> Matcher:
    """Return a matcher over reporting verbs and phrases, for the prefilter; its values say whether a verb quotes."""
    book = cue_book(tables)
    telling = {form for form, verb in book.verbs.items() if verb.direct}
    words = {
        *(book.stances.keys() - book.faint),
        *book.phrases,
        *tables.of(Cues).unattributed,
        *book.parsed,
        "according to",
    }
    return Matcher(((word, word in telling, word in book.names) for word in sorted(words)), shelf_of(tables))


def worth_parsing(page: Page, sentence: Sentence, cues: Sequence[int], telling: Sequence[int] = ()) -> bool:
    """Say whether a sentence may hold a claim or tell who speaks; pictures' alt texts and very short lines may not."""
    if sentence.zone is ZoneKind.DATELINE:
        return False
    span = sentence.span
    if bisect_left(telling, span.end) > bisect_left(telling, span.start):
        return True
    if sentence.index >= OPENING and is_bygone(page, span):
        return False
    if bisect_left(cues, span.end) > bisect_left(cues, span.start):
        return True
    if page.inside("acts", span) or (sentence.index < OPENING and page.inside("measures", span)):
        return True
    amounts, text = page.inside("amounts", span), page.report.text
    if not amounts:
        return False
    if page.inside("measures", span) or goes_on(text, span):
        return True
    told = page.measures and any(not each.article and stands_alone(text, each.span) for each in amounts)
    return bool(told) and any(map(str.isalpha, span.of(text)))


def may_count(page: Page, span: Span) -> bool:
    """Say whether a number and a word of a measure stand in a span."""
    return bool(page.inside("amounts", span)) and bool(page.inside("measures", span))


def is_bygone(page: Page, span: Span) -> bool:
    """Say whether a sentence counts nobody and tells of another year: "In 2014 the group had taken the town"."""
    day = page.report.day
    if day is None or may_count(page, span):
        return False
    told = [mention.timespan for mention in page.inside("times", span) if mention.timespan is not None]
    return bool(told) and all(t.latest is not None and t.latest < day - BYGONE for t in told)
