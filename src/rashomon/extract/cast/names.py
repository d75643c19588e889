"""Read runs of capitalised words as names: of a person, of a body, an acronym, or nothing of the kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.extract.cast.capitals import Capitals, Run, Word, is_capitals
from rashomon.extract.cast.offices import Office
from rashomon.lexicon.names import GIVEN, HEAD, NATION, NOTHING, OPENER, RANK, ROLE
from rashomon.model import Span
from rashomon.model.quick import quick

COMPLEMENT = re.compile(r" (?:of|for|to|against|on)(?: the)? (?=\S)")
AND = re.compile(r" (?:and|&) (?=\S)")
SPOKE = re.compile(
    r",? (?:said|says|told|tells|added|adds|wrote|tweeted|warned|announced|explained|stated|confirmed|claimed)\b"
)
OWNED = ("the ", "'s ", "’s ")
"""What stands before a name of which "and" is a part: "the Fire and Rescue Department"."""
BASED = ("-based", "-backed", "-led", "-run")
"""How words before a body's name end that tell where it sits or who runs it."""
LONGEST = 6
"""Most words that a name may have of which only the capitals tell."""
LONGEST_PERSON = 4
"""Most words, initials aside, that a person's name may have without a title: more of them are a headline."""


class Shape(StrEnum):
    """What a name looks like; ``GUESS`` is capitalised words of unknown kind, ``SINGLE`` one such word."""

    PERSON = "person"
    BODY = "body"
    ACRONYM = "acronym"
    GUESS = "guess"
    SINGLE = "single"


@quick
@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text; ``whole`` takes in the titles before it ("Gen. Omar Idris")."""

    span: Span
    shape: Shape
    whole: Span


class Taken:
    """Spans that are something already: known actors, places, times. They may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        places = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in places]
        self._reach: list[int] = []
        for _, end in places:
            self._reach.append(max(end, self._reach[-1]) if self._reach else end)

    def holds(self, word: Word | Run) -> bool:
        """Say whether words lie in one of the spans."""
        at = bisect_right(self._starts, word.start) - 1
        return at >= 0 and self._reach[at] >= word.end


@dataclass(frozen=True)
class Names:
    """Finds the names of one report outside its offices."""

    capitals: Capitals
    taken: Taken

    def find(self, offices: Sequence[Office]) -> Iterator[Name]:
        """Yield the names in text order; a body takes in its complement ("Office for Relief")."""
        ends, done = [office.span.end for office in offices], 0
        for run in self.capitals.runs:
            at = bisect_right(ends, run.start)
            before = offices[at - 1] if at and offices[at - 1].name and ends[at - 1] == run.start - 1 else None
            words = [word for word in run.words if word.start >= done]
            while at < len(offices) and offices[at].span.start < run.end:
                first = [word for word in words if word.end <= offices[at].span.start]
                yield from self.read(first, before)
                words, before = [word for word in words if word.start >= ends[at]], offices[at]
                at += 1
            for name in self.read(words, before):
                done = max(done, name.span.end)
                yield name

    def read(self, words: Sequence[Word], office: Office | None) -> Iterator[Name]:
        """Yield the names in capitalised words; right behind an office they are a person's."""
        if not words or all(self.taken.holds(word) for word in words):
            return
        if office is None and self.is_body(words):
            yield self.body(words)
            return
        first = 0
        while first < len(words) and words[first].sense & (RANK | ROLE):
            first += 1
        if office is not None and (first < len(words)):
            yield from self.person(words, first, office.span.start if office.plain else words[0].start)
        elif 0 < first < len(words):
            yield from self.person(words, first, words[0].start)
        elif first == 0:
            yield from self.untitled(words)

    def is_body(self, words: Sequence[Word]) -> bool:
        """Say whether words name a body: a body's noun at their end, alone only as "the Council", "Council of Elders"."""
        if len(words) == 1 and not self.capitals.low.startswith("the ", max(0, words[0].start - 4)):
            join = COMPLEMENT.match(self.capitals.text, words[0].end)
            return bool(words[0].sense & HEAD and join and self.capitals.starting_at(join.end()))
        return bool(words[-1].sense & HEAD) and not (words[0].sense & RANK and len(words) < 3)

    def body(self, words: Sequence[Word]) -> Name:
        """Return a body's name with its complement: "Ministry| of Culture and Heritage|"."""
        text, end = self.capitals.text, words[-1].end
        low = self.capitals.low
        first = next((w for w in words if not (w.sense & NOTHING or low[w.start : w.end].endswith(BASED))), words[-1])
        first = self.joined(first) or first
        join = COMPLEMENT.match(text, end) if words[-1].sense & HEAD else None
        run = self.capitals.starting_at(join.end()) if join else None
        if run is not None:
            end = run.end
            more = AND.match(text, end)
            other = self.capitals.starting_at(more.end()) if more else None
            if other is not None and len(other.words) == 1 and not self.taken.holds(other):
                end = other.end
        span = Span(first.start, end)
        return Name(span, Shape.BODY, span)

    def joined(self, first: Word) -> Word | None:
        """Return where a body's name begins that goes back beyond "and": "the |Fire and Rescue Department"."""
        low = self.capitals.low
        join = next((word for word in (" and ", " & ") if low.endswith(word, 0, first.start)), None)
        run = self.capitals.at(first.start - len(join) - 1) if join else None
        if run is None or join is None or run.end != first.start - len(join) or not low[: run.start].endswith(OWNED):
            return None
        apart = run.words[-1].sense & HEAD or any(
            word.sense & (RANK | ROLE | NATION) or self.taken.holds(word) for word in run.words
        )
        return None if apart else run.words[0]

    def person(self, words: Sequence[Word], first: int, start: int) -> Iterator[Name]:
        """Yield the person whose titles end before word ``first``; what is no name ends it."""
        last = first
        while last < len(words) and not words[last].sense & (NOTHING | HEAD):
            last += 1
        if first < last <= first + LONGEST:
            span = Span(words[first].start, words[last - 1].end)
            yield Name(span, Shape.PERSON, Span(min(start, span.start), span.end))

    def untitled(self, words: Sequence[Word]) -> Iterator[Name]:
        """Yield what words without a title name, known places and actors inside them left out."""
        if not (words[0].sense & GIVEN and len(words) > 1):
            words = self.free(words)
        while words and words[-1].sense & (OPENER | NATION):
            words = words[:-1]
        if (
            not words
            or any(w.sense & NOTHING and not w.sense & GIVEN for w in words)
            or all(w.sense & NATION for w in words)
        ):
            return
        span = Span(words[0].start, words[-1].end)
        if len(words) == 1:
            yield Name(span, Shape.ACRONYM if is_capitals(span.of(self.capitals.text)) else Shape.SINGLE, span)
        elif len(words) <= LONGEST and not self.is_measured(span):
            yield from self.untitled_name(words, span)

    def untitled_name(self, words: Sequence[Word], span: Span) -> Iterator[Name]:
        """Yield a name of a few words; a headline that begins with a person is none."""
        if not self.is_person(words):
            yield Name(span, Shape.GUESS, span)
        elif sum(word.end - word.start > 2 for word in words) <= LONGEST_PERSON:
            yield Name(span, Shape.PERSON, span)

    def free(self, words: Sequence[Word]) -> Sequence[Word]:
        """Return words without the known places and actors at their ends."""
        first, last = 0, len(words)
        while first < last and self.taken.holds(words[first]):
            first += 1
        while first < last and self.taken.holds(words[last - 1]):
            last -= 1
        return words[first:last]

    def is_measured(self, span: Span) -> bool:
        """Say whether a number stands right before or behind: units and headings, no names."""
        text = self.capitals.text
        return text[max(0, span.start - 2) : span.start - 1].isdigit() or text[span.end : span.end + 1] == ":"

    def is_person(self, words: Sequence[Word]) -> bool:
        """Say whether untitled words are a person's name: a given name first, or a verb of speech right behind."""
        return bool(words[0].sense & GIVEN) or bool(SPOKE.match(self.capitals.text, words[-1].end))
