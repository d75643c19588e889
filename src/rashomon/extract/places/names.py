"""Find the words of a report that could be a place's name, and what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rashomon.lexicon.gazetteer import Gazetteer, GazetteerEntry
from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.placewords import PlaceLore
from rashomon.model import Span
from rashomon.model.quick import quick

LONGEST = 6
_WORD = re.compile(r"((?:[A-Z][a-z]?\.){2,}|[^\W_]+(?:[’'‘](?!s\b)[^\W_]+)*)")
_GAP = re.compile(r"[ \u00a0_‑-]|\. |\.\u00a0|['’]|\r?\n")
_SHORT = frozenset({"st", "ste", "mt", "ft", "pt", "w", "n", "e", "s"})
_ARTICLES = frozenset(
    {"al", "el", "ad", "ar", "as", "at", "an", "az", "ash", "ath", "ed", "er", "es", "ez", "il", "ul"}
)
_SPACED = frozenset({"al", "el", "es", "ez", "ed", "er", "ash", "ath", "az", "ul"})
"""Articles that may stand between spaces inside a name, and are no English words."""
SPACES = frozenset({" ", "\u00a0", " #"})
LISTED = frozenset({" ", ", "})
"""What parts the names of a list."""
_HYPHENS = frozenset("-‑")
_CONTRACTION = re.compile(r".*['’](?:ll|re|ve|m|d|t)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:]['\"”’)]*\s|\n|[“\"]$")


@quick
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
        parts = _WORD.split(text)
        borders = list(accumulate(map(len, parts)))
        self.text, self.places = text, list(zip(borders[0::2], borders[1::2], strict=False))
        self.texts = parts[1::2]
        self.gaps = [*parts[2:-1:2], "\n"]
        self.names = tuple(
            [
                index
                for index, word in enumerate(self.texts)
                if word[0].isupper() or (word in _ARTICLES and (self._is_article(index) or self.links_names(index)))
            ]
        )
        self.named = frozenset(self.names)

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, index: int) -> str:
        return self.texts[index]

    def is_name(self, index: int) -> bool:
        """Say whether a word is written as a name is: a capital first, or the Arabic article before a hyphen and a capital."""
        return index in self.named

    def _is_article(self, index: int) -> bool:
        return self.gaps[index] in _HYPHENS and self.texts[index + 1][0].isupper()

    def links_names(self, index: int) -> bool:
        """Say whether a word is an Arabic article between two words of one name: "Berket el Safi"."""
        if not 0 < index < len(self.texts) - 1 or self.texts[index] not in _SPACED:
            return False
        beside = self.gaps[index - 1] == self.gaps[index] == " "
        return beside and self.texts[index - 1][0].isupper() and self.texts[index + 1][0].isupper()

    def has_article(self, index: int) -> bool:
        """Say whether the Arabic article stands before a word, as in "al-Basel"."""
        return index > 0 and self.gaps[index - 1] in _HYPHENS and self.texts[index - 1].lower() in _ARTICLES

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next one."""
        return self.gaps[index] if 0 <= index < len(self.gaps) else "\n"

    def span(self, first: int, last: int) -> Span:
        """Return the span of the words ``first`` to ``last``."""
        return Span(self.places[first][0], self.places[last][1])

    def joined(self, index: int) -> bool:
        """Say whether a word and the next one could belong to one name."""
        gap = self.gaps[index]
        if gap == " ":
            return True
        if gap in {". ", ".\u00a0"}:
            return self.texts[index].lower() in _SHORT
        return bool(_GAP.fullmatch(gap)) and "\n" not in gap

    def before(self, index: int) -> str:
        """Return the word just before, with only a space between; empty where there is none."""
        return self.texts[index - 1] if index > 0 and self.gaps[index - 1] in {" ", "\u00a0", " #", " “", ' "'} else ""

    def after(self, index: int) -> str:
        """Return the word just after, with only a space between; empty where there is none."""
        return self.texts[index + 1] if self.gaps[index] in {" ", "\u00a0", "_"} else ""

    def opens_sentence(self, index: int) -> bool:
        """Say whether a word is the first of its sentence, where a capital says nothing."""
        gap = self.gaps[index - 1] if index else "\n"
        return gap != " " and bool(_SENTENCE_END.search(gap))


class Excluded:
    """Spans that are something else: an actor, say."""

    def __init__(self, spans: Sequence[Span]) -> None:
        places = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in places]
        self._reach = [max(end for _, end in places[max(0, stop - 3) : stop]) for stop in range(1, len(places) + 1)]

    def covers(self, start: int, end: int) -> bool:
        """Say whether the range shares a code point with an excluded span."""
        stop = bisect_left(self._starts, end)
        return stop > 0 and self._reach[stop - 1] > start


def candidates(words: Words, gazetteer: Gazetteer, lore: PlaceLore, excluded: Excluded) -> list[Candidate]:
    """Return the longest known names in text order, none overlapping; demonyms and excluded spans are passed over."""
    runs = sorted(possible(words, lore, excluded), key=lambda run: (run[0], -run[1]))
    if listed := counties(words):
        runs = [each for run in runs for each in as_county(run, listed)]
    known = gazetteer.lookup_keys({key for _, _, key in runs})
    best: list[Candidate] = []
    for first, last, key in runs:
        if key not in known or (best and first <= best[-1].last) or half_of_compound(words, last, lore):
            continue
        if is_house(words, first, last, lore) or words.links_names(first - 1) or words.links_names(last + 1):
            continue
        if (
            last > first
            and words[last] == "s"
            and written_key(words.text, words.places[first][0], words.places[last - 1][1]) in known
        ):
            continue
        candidate = Candidate(words.span(first, last), first, last, key, of_article(words, first, known[key], lore))
        if candidate.entries and (first < last or stands_as_written(words, candidate, lore)):
            best.append(candidate)
    return best


def of_article(
    words: Words, first: int, entries: tuple[GazetteerEntry, ...], lore: PlaceLore
) -> tuple[GazetteerEntry, ...]:
    """Keep the places that a name with the Arabic article can mean: "al-Basel" is not the Swiss town."""
    if words.gaps[first] not in _HYPHENS or words[first].lower() not in _ARTICLES:
        return entries
    return tuple(entry for entry in entries if entry.country in lore.words.article_countries)


def stands_as_written(words: Words, candidate: Candidate, lore: PlaceLore) -> bool:
    """Say whether a single word is written as its places are: "Pa." wants its dot or a comma before, "WHO" is no town."""
    word, index = words[candidate.first], candidate.first
    mark = words.text[candidate.span.end : candidate.span.end + 1]
    if candidate.key in lore.abbreviations and "." not in word:
        return mark == "." or (index > 0 and words.gap(index - 1) == ", ")
    if mark == "$":
        return False
    return not is_acronym(word) or is_shouted(words, index) or short_name(candidate)


def half_of_compound(words: Words, last: int, lore: PlaceLore) -> bool:
    """Say whether a hyphen makes the name part of an adjective: "US-backed", but not "Lagos-based" or "Hama-Homs"."""
    if words.gaps[last] not in _HYPHENS:
        return False
    follower = words[last + 1]
    return follower[0].islower() and follower not in lore.words.place_nouns and follower not in lore.levels


def is_house(words: Words, first: int, last: int, lore: PlaceLore) -> bool:
    """Say whether a name is that of a house and not of a town: "the Lumina nightclub in Brasov", but not "a Brasov nightclub"."""
    return (
        words.after(last) in lore.words.houses
        and words.before(first) in {"the", "The"}
        and words.after(last + 1) in {"in", "at", "on", "near"}
    )


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


def is_shouted(words: Words, index: int) -> bool:
    """Say whether a word stands in a passage all in capitals, such as a headline or a dateline, where capitals say nothing."""
    before, word, after = (*([""] if not index else []), *words.texts[max(0, index - 1) : index + 2], "")[:3]
    return is_loud(word) and (is_loud(before) or is_loud(after))


def is_loud(word: str) -> bool:
    """Say whether a word is a longer one all in capitals."""
    return len(word) > 2 and word.isupper()


def counties(words: Words) -> frozenset[int]:
    """Return the names that a plural behind them makes counties: "Camden, Clay and Glynn counties"."""
    if "ounties" not in words.text:
        return frozenset()
    found: set[int] = set()
    for index, word in enumerate(words.texts):
        if word in {"counties", "Counties"} and index and words.gaps[index - 1] == " ":
            start = index
            while start and (words.is_name(start - 1) or words[start - 1] == "and") and words.gaps[start - 1] in LISTED:
                start -= 1
            found.update(range(start, index) if "and" in words.texts[start:index] else ())
    return frozenset(found)


def as_county(run: tuple[int, int, str], listed: frozenset[int]) -> Iterator[tuple[int, int, str]]:
    """Yield a run of words in such a list as the name of a county first, then as it stands; any other as it stands."""
    first, last, key = run
    if first in listed and last in listed:
        yield first, last, f"{key} county"
    yield run


def possible(words: Words, lore: PlaceLore, excluded: Excluded) -> Iterator[tuple[int, int, str]]:
    """Yield every run of words that is written like a name, with its key."""
    texts, gaps, places = words.texts, words.gaps, words.places
    for first in words.names:
        if first and gaps[first - 1] != " " and words.has_article(first):
            continue
        start = places[first][0]
        for last in name_ends(words, first, lore):
            end = places[last][1]
            if excluded.covers(start, end):
                break
            key = written_key(words.text, start, end)
            if len(key) > 1 and not (first == last and cannot_stand_alone(texts[first], key, lore)):
                yield first, last, key


def cannot_stand_alone(word: str, key: str, lore: PlaceLore) -> bool:
    """Say whether a single word is no place whatever stands around it: a demonym, a bare direction, "I'll"."""
    return (
        key in lore.demonyms
        or key in lore.words.directions
        or (not word.isalpha() and bool(_CONTRACTION.fullmatch(word)))
    )


def name_ends(words: Words, first: int, lore: PlaceLore) -> list[int]:
    """Return the last words with which a name that begins at ``first`` could end."""
    ends, texts, gaps, named = [first], words.texts, words.gaps, words.named
    for last in range(first + 1, min(first + LONGEST, len(texts))):
        if gaps[last - 1] != " " and not words.joined(last - 1):
            break
        word = texts[last]
        typed = last == first + 1 and word in lore.levels
        if typed or last in named or word == "s" or word[0].isdigit():
            ends.append(last)
        elif word not in lore.words.joiners:
            break
    return ends


def written_key(text: str, start: int, end: int) -> str:
    """Return the key of the words in a range; a hashtag's inner capitals part its words ("#DeirEzzor")."""
    name = text[start:end]
    if start and text[start - 1] == "#" and "_" not in name:
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return place_key(name)


def mentions_of(mapping: Mapping[str, str], words: Words) -> dict[str, int]:
    """Count how often the words of a mapping (demonyms, say) stand in the text, by what they map to."""
    counts: dict[str, int] = {}
    for word in map(words.texts.__getitem__, words.names):
        if word[0].isupper() and (value := mapping.get(place_key(word))):
            counts[value] = counts.get(value, 0) + 1
    return counts
