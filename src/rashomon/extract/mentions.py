"""Mentions: the times, places, actors and attributions of a report, as others read them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.extract.hints import Hints
from rashomon.extract.judge.stancefeatures import stance_codes
from rashomon.extract.judge.stances import StanceJudge, load_judge
from rashomon.extract.page import Page
from rashomon.extract.voices.attributions import find_attributions
from rashomon.extract.voices.listen import Voices
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.loaded import loaded_words
from rashomon.lexicon.match import fold
from rashomon.lexicon.stances import Stances, stance_book
from rashomon.lexicon.tables import Tables
from rashomon.model import Actor, Mention, MentionType, Span

REACH = 40
"""Code points beside a name in which the loaded words that widen it may stand."""
PART = re.compile(r"[\w’'-]+")
WORD_BEFORE = re.compile(r"(?<![\w’'.-])([\w’'.-]+)[\s“\"‘']+$")
WORD_AFTER = re.compile(r"^[\s”\"’']+([\w’'-]+(?:\s(?:group|organi[sz]ation))?)")


def find_mentions(page: Page, voices: Voices, tables: Tables) -> tuple[Mention, ...]:
    """Return all mentions of a report in text order."""
    found = [
        *times(page),
        *places(page),
        *actors(page, voices, loaded_near(page, tables)),
        *attributions(page, voices, tables, tables.made(("stance judge", str(tables.stances)), judge_of)),
    ]
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.type)))


def times(page: Page) -> Iterator[Mention]:
    """Yield the times."""
    for found in page.times:
        yield Mention(page.report.id, MentionType.TIME, found.span, value=found.value, timespan=found.timespan)


def places(page: Page) -> Iterator[Mention]:
    """Yield the places."""
    for found in page.places:
        yield Mention(page.report.id, MentionType.PLACE, found.span, place=found.place)


def judge_of(tables: Tables) -> StanceJudge | None:
    """Return the judge of stances, or None where the tables switch it off."""
    if tables.stances is None or not tables.of(Stances).judged:
        return None
    return load_judge() if tables.stances == "shipped" else load_judge(Path(tables.stances), None)


@dataclass(frozen=True)
class LoadedNear:
    """The loaded words, and where in a report words end that hint at one."""

    words: frozenset[str]
    ends: list[int]

    def beside(self, span: Span) -> bool:
        """Say whether a loaded word may stand in a span or right beside it."""
        at = bisect_left(self.ends, span.start - REACH)
        return at < len(self.ends) and self.ends[at] <= span.end + REACH


def loaded_near(page: Page, tables: Tables) -> LoadedNear:
    """Return the loaded words and where they may stand in a report."""
    words = loaded_words(tables)
    hints = tables.made("loaded hints", lambda given: Hints({"loaded": loaded_words(given)}))
    return LoadedNear(words, hints.ends(fold(page.report.text)))


def actors(page: Page, voices: Voices, loaded: LoadedNear) -> Iterator[Mention]:
    """Yield the actors: those of the tables, each name widened by the loaded words beside it, and those that only the report names."""
    text = page.report.text
    quotes = Quotes(quotations(text))
    for hit in page.actors:
        if hit.actor.id.startswith("country-") and page.cast.within(hit.span):
            continue
        span, words = widened(text, hit, loaded.words) if loaded.beside(hit.span) else (hit.span, ())
        yield mention_of(page, voices, span, hit.actor, quotes, loaded=words)
    known = {hit.span for hit in page.actors}
    for named in page.cast.named:
        if named.span not in known:
            yield mention_of(page, voices, named.span, named.actor, quotes)


def mention_of(
    page: Page, voices: Voices, span: Span, actor: Actor, quotes: Quotes, *, loaded: tuple[str, ...] = ()
) -> Mention:
    """Return one actor's mention, with its speaker where it stands in a quotation."""
    quoted = quotes.hold(span)
    speaker = voices.attribution(span).root if quoted else None
    return Mention(
        page.report.id, MentionType.ACTOR, span, actor=actor.id, label=actor.label, loaded=loaded, quoted=quoted, speaker=speaker,
    )  # fmt: skip


class Quotes:
    """The quotations of a report, which are in order and do not overlap."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts, self._ends = [span.start for span in spans], [span.end for span in spans]

    def hold(self, span: Span) -> bool:
        """Say whether words stand in one of the quotations."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._ends[at] >= span.end


def widened(text: str, hit: ActorHit, loaded: frozenset[str]) -> tuple[Span, tuple[str, ...]]:
    """Return a name's span with the loaded words right before and after it, and those words."""
    start, end = hit.span.start, hit.span.end
    words: list[str] = []
    inside = [w for w in PART.findall(hit.span.of(fold(text))) if w in loaded]
    for _ in range(2):
        before = WORD_BEFORE.search(text, max(0, start - 40), start)
        if before is None or fold(before.group(1)) not in loaded:
            break
        start = before.start(1)
        words.insert(0, fold(before.group(1)))
    for _ in range(2):
        after = WORD_AFTER.match(text[end : end + 40])
        if after is None or not {fold(after.group(1)), fold(after.group(1)).split()[0]} & loaded:
            break
        words.append(fold(after.group(1)))
        end += after.end(1)
    return Span(start, end), tuple(dict.fromkeys([*words, *inside]))


def quotations(text: str) -> list[Span]:
    """Return the stretches in double quotation marks, a few words long at least."""
    found = re.finditer(r"“[^“”]{1,3000}”|\"[^\"\n]{1,3000}\"", text)
    return [Span(m.start(), m.end()) for m in found if " " in m.group().strip()]


def attributions(page: Page, voices: Voices, tables: Tables, judge: StanceJudge | None) -> Iterator[Mention]:
    """Yield who says what and who takes which stance, with the spans of source, cue and content."""
    for found in find_attributions(page, voices, stance_book(tables), judge, stance_codes(tables)):
        whole = found.cue
        for span in (*found.content, *((found.source,) if found.source is not None else ())):
            whole = whole.hull(span)
        speaker = found.said.speaker.name if found.said is not None and found.said.speaker is not None else None
        yield Mention(
            page.report.id,
            MentionType.ATTRIBUTION,
            whole,
            speaker=speaker,
            source=found.source,
            cue=found.cue,
            content=found.content,
        )
