"""Find the words of a report that could be a place's name, and what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.lexicon.gazetteer import Gazetteer, GazetteerEntry
from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.placewords import PlaceLore
from rashomon.model import Span

LONGEST = 6
_WORD = re.compile(r"(?:[A-Z][a-z]?\.){2,}|[^\W_]+(?:[’'‘](?!s\b)[^\W_]+)*")
_GAP = re.compile(r"[ \u00a0_‑-]|\. |\.\u00a0|['’]|\r?\n")
_SHORT = frozenset({"st", "ste", "mt", "ft", "pt", "w", "n", "e", "s"})
_ARTICLES = frozenset(
    {"al", "el", "ad", "ar", "as", "at", "an", "az", "ash", "ath", "ed", "er", "es", "ez", "il", "ul"}
)
_CONTRACTION = re.compile(r".*['’](?:ll|re|ve|m|d|t)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:]['\"”’)]*\s|\n|[“\"]$")


class Word(NamedTuple):
    """One word with its place in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that could name a place: words ``first`` to ``last`` of the text, and the entries of that name."""

    span: Span
    first: int
    last: int
    key: str
    entries: tuple[GazetteerEntry, ...]


class Words:
    """The words of a text, with the questions that reading a name asks of its neighbours."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = [Word(*found.span(), found.group()) for found in _WORD.finditer(text)]
        self.names = tuple(
            index for index, (_, _, word) in enumerate(self.all) if word[0].isupper() or (word in _ARTICLES and self.is_name(index))
        )

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, index: int) -> Word:
        return self.all[index]

    def is_name(self, index: int) -> bool:
        """Say whether a word is written as a name is: a capital first, or the Arabic article before a hyphen and a capital."""
        word = self.all[index].text
        if word[0].isupper():
            return True
        return word in _ARTICLES and self.gap(index) in {"-", "‑"} and self.all[index + 1].text[0].isupper()

    def has_article(self, index: int) -> bool:
        """Say whether the Arabic article stands before a word, as in "al-Basel"."""
        return index > 0 and self.all[index - 1].text.lower() in _ARTICLES and self.gap(index - 1) in {"-", "‑"}

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next one."""
        return self.text[self.all[index].end : self.all[index + 1].start] if 0 <= index < len(self.all) - 1 else "\n"

    def joined(self, index: int) -> bool:
        """Say whether a word and the next one could belong to one name."""
        gap = self.gap(index)
        if gap == " ":
            return True
        if gap in {". ", ".\u00a0"}:
            return self.all[index].text.lower() in _SHORT
        return bool(_GAP.fullmatch(gap)) and "\n" not in gap

    def before(self, index: int) -> Word | None:
        """Return the word just before, with only a space between."""
        return self.all[index - 1] if index > 0 and self.gap(index - 1) in {" ", "\u00a0", " #", " “", ' "'} else None

    def after(self, index: int) -> Word | None:
        """Return the word just after, with only a space between."""
        return self.all[index + 1] if index + 1 < len(self.all) and self.gap(index) in {" ", "\u00a0", "_"} else None

    def opens_sentence(self, index: int) -> bool:
        """Say whether a word is the first of its sentence, where a capital says nothing."""
        gap = self.gap(index - 1) if index else "\n"
        return gap != " " and bool(_SENTENCE_END.search(gap))


class Excluded:
    """Spans that are something else: an actor, say."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def covers(self, start: int, end: int) -> bool:
        """Say whether the range shares a code point with an excluded span."""
        stop = bisect_left(self._starts, end)
        return any(span.end > start for span in self._spans[max(0, stop - 3) : stop])

    def starts_between(self, start: int, end: int) -> bool:
        """Say whether an excluded span begins in the range."""
        return bisect_left(self._starts, start) < bisect_right(self._starts, end - 1)


def candidates(words: Words, gazetteer: Gazetteer, lore: PlaceLore, excluded: Excluded) -> list[Candidate]:
    """Return the longest known names in text order, none overlapping; demonyms and excluded spans are passed over."""
    runs = sorted(possible(words, lore, excluded), key=lambda run: (run[0], -run[1]))
    known = gazetteer.lookup_keys({key for _, _, key in runs})
    loud = shouting(words)
    best: list[Candidate] = []
    for first, last, key in runs:
        if key not in known or (best and first <= best[-1].last) or half_of_compound(words, last, lore):
            continue
        if (
            last > first
            and words[last].text == "s"
            and written_key(words.text, words[first].start, words[last - 1].end) in known
        ):
            continue
        candidate = Candidate(
            Span(words[first].start, words[last].end), first, last, key, of_article(words, first, known[key], lore)
        )
        if candidate.entries and (first < last or stands_as_written(words, candidate, lore, loud)):
            best.append(candidate)
    return best


def of_article(
    words: Words, first: int, entries: tuple[GazetteerEntry, ...], lore: PlaceLore
) -> tuple[GazetteerEntry, ...]:
    """Keep the places that a name with the Arabic article can mean: "al-Basel" is not the Swiss town."""
    if words[first].text.lower() not in _ARTICLES or words.gap(first) not in {"-", "‑"}:
        return entries
    return tuple(entry for entry in entries if entry.country in lore.words.article_countries)


def stands_as_written(words: Words, candidate: Candidate, lore: PlaceLore, loud: frozenset[int]) -> bool:
    """Say whether a single word is written as its places are: "Pa." wants its dot or a comma before, "WHO" is no town."""
    word, index = words[candidate.first], candidate.first
    if candidate.key in lore.abbreviations and "." not in word.text:
        return words.text[word.end : word.end + 1] == "." or (index > 0 and words.gap(index - 1) == ", ")
    if words.text[word.end : word.end + 1] == "$":
        return False
    return not is_acronym(word.text) or index in loud or short_name(candidate)


def half_of_compound(words: Words, last: int, lore: PlaceLore) -> bool:
    """Say whether a hyphen makes the name part of an adjective: "US-backed", but not "Lagos-based" or "Hama-Homs"."""
    if words.gap(last) not in {"-", "‑"}:
        return False
    follower = words[last + 1].text
    return follower[0].islower() and follower not in lore.words.place_nouns and follower not in lore.levels


def is_acronym(word: str) -> bool:
    """Say whether a word is a short one all in capitals: "DRC", "WHO"."""
    return word.isupper() and len(word) <= 4


def short_name(candidate: Candidate) -> bool:
    """Say whether a name in capitals is the short form of a country, a region or a great city: "UAE", "NSW"."""
    wide = len(candidate.key) <= 3
    return any(
        e.main and (e.level == "country" or (wide and (e.level == "province" or e.population > 1_000_000)))
        for e in candidate.entries
    )


def shouting(words: Words) -> frozenset[int]:
    """Return the words of passages all in capitals, such as a headline or a dateline, where capitals say nothing."""
    loud = [word.text.isupper() and len(word.text) > 2 for word in words.all]
    return frozenset(
        i for i, one in enumerate(loud) if one and (loud[i - 1 : i] == [True] or loud[i + 1 : i + 2] == [True])
    )


def possible(words: Words, lore: PlaceLore, excluded: Excluded) -> Iterator[tuple[int, int, str]]:
    """Yield every run of words that is written like a name, with its key."""
    for first in words.names:
        word = words[first]
        if words.has_article(first) or excluded.covers(word.start, word.end):
            continue
        for last in name_ends(words, first, lore):
            end = words[last].end
            if excluded.covers(word.start, end):
                break
            key = written_key(words.text, word.start, end)
            if len(key) > 1 and not (first == last and cannot_stand_alone(word.text, key, lore)):
                yield first, last, key


def cannot_stand_alone(word: str, key: str, lore: PlaceLore) -> bool:
    """Say whether a single word is no place whatever stands around it: a demonym, a bare direction, "I'll"."""
    return key in lore.demonyms or key in lore.words.directions or bool(_CONTRACTION.fullmatch(word))


def name_ends(words: Words, first: int, lore: PlaceLore) -> Iterator[int]:
    """Yield the last words with which a name that begins at ``first`` could end."""
    yield first
    for last in range(first + 1, min(first + LONGEST, len(words))):
        if not words.joined(last - 1):
            return
        word = words[last]
        typed = word.text in lore.levels and last == first + 1
        if typed or words.is_name(last) or word.text == "s" or word.text[0].isdigit():
            yield last
        elif word.text not in lore.words.joiners:
            return


def written_key(text: str, start: int, end: int) -> str:
    """Return the key of the words in a range; a hashtag's inner capitals part its words ("#DeirEzzor")."""
    name = text[start:end]
    if start and text[start - 1] == "#" and "_" not in name:
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return place_key(name)


def mentions_of(mapping: Mapping[str, str], words: Words) -> dict[str, int]:
    """Count how often the words of a mapping (demonyms, say) stand in the text, by what they map to."""
    counts: dict[str, int] = {}
    for word in (words[index] for index in words.names):
        if word.text[0].isupper() and (value := mapping.get(place_key(word.text))):
            counts[value] = counts.get(value, 0) + 1
    return counts
