"""Weigh what speaks for and against a name being a place where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass

from rashomon.extract.places.names import Candidate, Excluded, Words
from rashomon.lexicon.gazetteer import GazetteerEntry
from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.placewords import PlaceLore
from rashomon.model.quick import quick

NEEDED = 1.5
"""The weight from which a name is read as a place."""
SEEN = 0.5
"""What it adds that a place of this name lies in a country the report names."""
SETTLEMENTS = frozenset({"city", "town", "village"})
WIDE = frozenset({"continent", "country"})
QUARTERS = frozenset({"district", "districts", "area", "section"})
"""Type words that name a part of a town, beside those of neighbourhoods."""
PEERS = frozenset({"country", "province"})
PEOPLE = (2_000, 10_000, 50_000, 200_000, 1_000_000)
PEOPLE_WEIGHTS = (0.3, 0.6, 0.9, 1.3, 2.0, 2.5)
"""How well a town is known by its people: below 2,000, from 2,000, from 10,000 ..."""
_DATELINE_END = (" (", " —", " –", " -", " --", ": ", ", ")


@quick
@dataclass(frozen=True, slots=True)
class Cues:
    """What stands around one candidate.

    ``types`` are the levels a type word beside it names, ``inside`` the candidate that contains it ("Miami, Florida"),
    ``around`` the one before it that it contains, ``weight`` the sum of all that speaks for a place, ``person`` whether it is surely none: somebody's name, or a month.
    """

    weight: float
    types: frozenset[str] = frozenset()
    inside: Candidate | None = None
    around: Candidate | None = None
    person: bool = False
    placed: bool = False


class CueReader:
    """Reads the cues of every candidate of one text."""

    def __init__(
        self,
        words: Words,
        found: Sequence[Candidate],
        lore: PlaceLore,
        excluded: Excluded,
        countries: Set[str] = frozenset(),
    ) -> None:
        self._words, self._lore, self._excluded, self._countries = words, lore, excluded, countries
        self._at = {candidate.first: candidate for candidate in found}
        self._ending = {candidate.last: candidate for candidate in found}
        self._surnames = surnames(words, lore)

    def read(self, candidate: Candidate) -> Cues:
        """Return the cues of one candidate."""
        types, typed = self._types(candidate)
        inside, around = self._container(candidate), self._contained(candidate)
        placed = (
            bool(inside)
            or self._after_party(candidate)
            or self._after_preposition(candidate, self._lore.words.prepositions)
        )
        person = not inside and self._is_person(candidate, placed=placed)
        weight = prior(candidate, self._lore) + typed + self._around(candidate)
        weight += (2.5 if inside else 0.0) + (2.0 if around else 0.0)
        if not inside and (candidate.key in self._lore.never or self._is_illness(candidate)):
            person = True
        return Cues(-9.0 if person else weight, types, inside, around, person, placed)

    def _around(self, candidate: Candidate) -> float:
        """Weigh the neighbours: a preposition, a dateline, another name grown onto this one."""
        first = candidate.first
        led = self._after_preposition(candidate, self._lore.leads) or self._after_party(candidate)
        weight = 1.6 if led else 0.0
        before = self._words.before(first)
        if before and before.lower() in self._lore.words.weak_prepositions:
            weight += 0.4
        if before and not before[0].isupper() and before.lower() in self._lore.words.directions:
            weight += 1.0
        if candidate.key not in self._lore.common and any(
            entry.main and entry.country in self._countries for entry in candidate.entries
        ):
            weight += SEEN
        if self._is_dateline(candidate):
            weight += 2.5
        if self._before_noun(candidate) or self._before_title(candidate):
            weight += 1.0
        return weight - self._grown(candidate) - (0.3 if self._words.opens_sentence(first) else 0.0)

    def _before_noun(self, candidate: Candidate) -> bool:
        """Say whether a noun follows that places go before: "a Kaduna resident", "Lagos-based"."""
        if self._words.gaps[candidate.last] not in {" ", "-", "‑"} or candidate.last + 1 >= len(self._words):
            return False
        return self._words[candidate.last + 1] in self._lore.words.place_nouns

    def _before_title(self, candidate: Candidate) -> bool:
        """Say whether an office follows: "Kano Governor", "Omsk Mayor"."""
        after = self._words.after(candidate.last)
        return after[:1].isupper() and after in self._lore.words.titles

    def _grown(self, candidate: Candidate) -> float:
        """Weigh capitalised neighbours that belong to no place: "Houston Rockets", "Northern Irish Dublin Bay"."""
        first, last, weight = candidate.first, candidate.last, 0.0
        wide = any(entry.level in WIDE for entry in candidate.entries)
        before, after = self._words.before(first), self._words.after(last)
        if before and self._is_foreign(before, first - 1) and not self._words.opens_sentence(first - 1):
            weight += 0.5 if wide else 1.8
        if after and after in self._lore.words.brands:
            weight += 4.0
        elif after and after in self._lore.words.institutions:
            weight += 0.0 if wide else 0.4
        elif after and not self._ends_in_type(candidate) and self._is_foreign(after, last + 1):
            weight += 0.2 if wide else 1.2
        return weight

    def _ends_in_type(self, candidate: Candidate) -> bool:
        """Say whether a name ends in its type, so that what follows is another's: "Polk County Sheriff"."""
        last = self._words[candidate.last].lower()
        return (
            candidate.last > candidate.first and last in self._lore.levels and last not in self._lore.words.weak_types
        )

    def _is_foreign(self, word: str, index: int) -> bool:
        """Say whether a neighbour is a name of something else."""
        lore = self._lore
        if not word[0].isupper() or word.isupper() or index in self._at or index in self._ending:
            return False
        lower = word.lower()
        known = lower in lore.levels or lower in lore.words.directions or lower in lore.words.prepositions
        known = known or word in lore.words.titles
        return not (known or place_key(word) in lore.demonyms or self._excluded.covers(*self._words.places[index]))

    def _is_illness(self, candidate: Candidate) -> bool:
        """Say whether the name is only an illness's: "the Marburg virus"."""
        return self._words.after(candidate.last) in self._lore.words.illnesses

    def _after_party(self, candidate: Candidate) -> bool:
        """Say whether a party's letter and a hyphen stand before: "Sen. Lund, R-Ohio"."""
        first = candidate.first
        return first > 0 and self._words.gaps[first - 1] == "-" and self._words[first - 1] in self._lore.words.parties

    def _after_preposition(self, candidate: Candidate, prepositions: frozenset[str]) -> bool:
        """Say whether a preposition of place governs the name, over "the", a direction or a type word."""
        index = candidate.first - 1
        for _ in range(4):
            if index < 0 or self._words.gaps[index] not in {" ", "\u00a0", " #", "-"}:
                return False
            lower = self._words[index].lower()
            if lower in prepositions:
                return True
            passed = (
                lower in {"the", "of"}
                or lower in self._lore.words.directions
                or lower in self._lore.levels
                or place_key(lower) in self._lore.demonyms
            )
            if not passed:
                return False
            index -= 1
        return False

    def _types(self, candidate: Candidate) -> tuple[frozenset[str], float]:
        """Return the levels that a type word beside the name allows, and its weight."""
        found: set[str] = set()
        weight = 0.0
        for word, gain in self._type_words(candidate):
            found |= self._lore.levels[word]
            weight = max(weight, 0.5 if word in self._lore.words.weak_types else gain)
        return frozenset(found), weight

    def _type_words(self, candidate: Candidate) -> list[tuple[str, float]]:
        """Return the type words beside a name: "X province", "the city of X", "the village X"."""
        words, lore = self._words, self._lore
        found = []
        after, before = words.after(candidate.last), words.before(candidate.first)
        if after:
            second = words.after(candidate.last + 1)
            pair = f"{after} {second}".lower() if second else ""
            found += [(word, 1.6) for word in (pair, after.lower()) if word in lore.levels][:1]
        if before and before == "of" and candidate.first > 1:
            before = words.before(candidate.first - 1)
            own = before and before.lower() in lore.levels and not self._is_part(candidate.first - 2)
            found += [(before.lower(), 1.8)] if own else []
        elif before and before.lower() in lore.levels and before[0].islower():
            found.append((before.lower(), 0.8))
        return found

    def _is_part(self, index: int) -> bool:
        """Say whether a type word before "of X" is another place's: "a suburb of X", "the Karvan neighbourhood of X"."""
        words, before = self._words, self._words.before(index)
        if not before or before in {"a", "an"}:
            return bool(before)
        kind = words[index].lower()
        part = kind in QUARTERS or "neighbourhood" in self._lore.levels.get(kind, ())
        return part and words.is_name(index - 1) and not words.opens_sentence(index - 1)

    def _container(self, candidate: Candidate) -> Candidate | None:
        """Return the larger place that follows: "Miami, Florida", "Hama (Syria)", "Mubi in Adamawa"."""
        gap = self._words.gap(candidate.last)
        follower = self._at.get(candidate.last + 1)
        if not (follower and gap in {", ", " (", ",\u00a0", " , "}):
            after = self._words.after(candidate.last)
            follower = (
                self._at.get(candidate.last + 2)
                if after and after == "in" and self._words.gap(candidate.last + 1) == " "
                else None
            )
        if follower and any(holds(big, small) for big in follower.entries for small in candidate.entries):
            return None if self._is_listed(candidate, follower) else follower
        return None

    def _is_listed(self, candidate: Candidate, follower: Candidate) -> bool:
        """Say whether two names are members of a list of equals: "Indiana, Ohio and Michigan" names no town of Ohio."""
        equal = levels_of(candidate) & levels_of(follower) & PEERS
        if not equal:
            return False
        former = self._ending.get(candidate.first - 1)
        before = former if former and self._words.gap(former.last) == ", " else None
        after = self._at.get(follower.last + 1) if self._words.gap(follower.last) == ", " else None
        if self._words.after(follower.last) == "and" or (
            self._words.gap(follower.last) == ", " and self._words[follower.last + 1] == "and"
        ):
            after = self._at.get(follower.last + 2)
        return any(other is not None and equal & levels_of(other) for other in (before, after))

    def _contained(self, candidate: Candidate) -> Candidate | None:
        """Return the name before it that lies in this one."""
        former = self._ending.get(candidate.first - 1) or self._ending.get(candidate.first - 2)
        return former if former is not None and self._container(former) is candidate else None

    def _is_dateline(self, candidate: Candidate) -> bool:
        """Say whether the name opens a paragraph as a dateline does: "MIAMI (AP) —"."""
        text, span = self._words.text, candidate.span
        opens = candidate.first == 0 or self._words.opens_sentence(candidate.first)
        return opens and span.of(text).isupper() and text.startswith(_DATELINE_END, span.end)

    def _is_surname(self, word: str) -> bool:
        """Say whether the word after a given name can be a surname: "Jordan Smith", but not "Jordan University"."""
        lore = self._lore
        words = lore.words
        known = word in words.institutions or word in words.brands or word in words.titles or word in words.directions
        plain = known or word.lower() in lore.levels or place_key(word) in lore.demonyms
        return word[0].isupper() and not word.isupper() and not plain

    def _is_person(self, candidate: Candidate, *, placed: bool) -> bool:
        """Say whether the name is somebody's: after a title or given name, before a surname, or a surname seen before."""
        words, lore, first, last = self._words, self._lore.words, candidate.first, candidate.last
        before = words[first - 1] if first and words.gap(first - 1) in {" ", ". ", "\u00a0"} else None
        if before and before in lore.titles and not placed:
            return True
        if before and before in lore.given_names and first - 1 not in self._ending and not before.isupper():
            return True
        after = words.after(last)
        if first == last and words[first] in lore.given_names and after and self._is_surname(after):
            return True
        if first == last and after and len(after) == 1 and after.isupper() and words.gap(last + 1).startswith(". "):
            return True
        wide = any(entry.level in WIDE for entry in candidate.entries)
        return first == last and not placed and not wide and place_key(words[first]) in self._surnames


def surnames(words: Words, lore: PlaceLore) -> frozenset[str]:
    """Return the keys of names that follow a title, a given name or another unknown name somewhere in the text."""
    found: set[str] = set()
    given, titles = lore.words.given_names, lore.words.titles
    for index in words.names:
        former = words[index - 1] if index else ""
        if (
            (former not in given and former not in titles)
            or words.gap(index - 1) not in {" ", ". "}
            or words[index].isupper()
        ):
            continue
        found.add(place_key(words[index]))
        initial = words.gap(index) == ". " and len(words[index]) == 1
        if (initial or words.gap(index) == " ") and index + 1 < len(words) and words[index + 1][0].isupper():
            found.add(place_key(words[index + 1]))
    return frozenset(key for key in found if key not in lore.demonyms)


def levels_of(candidate: Candidate) -> frozenset[str]:
    """Return what the places that bear a name as their own are."""
    return frozenset(entry.level for entry in candidate.entries if entry.main)


def countries_of(found: Sequence[Candidate]) -> set[str]:
    """Return the countries that a report names outright."""
    return {
        entry.country
        for candidate in found
        for entry in candidate.entries
        if entry.level == "country" and entry.country
    }


def prior(candidate: Candidate, lore: PlaceLore) -> float:
    """Weigh the name itself: a country says place by itself, "Reading" or a village does not."""
    weight = max(entry_weight(entry) for entry in candidate.entries)
    if candidate.first == candidate.last and candidate.key in lore.common:
        weight -= 0.8 if weight >= 2.0 else 1.4
    return weight + (0.4 if candidate.last > candidate.first else 0.0)


def entry_weight(entry: GazetteerEntry) -> float:
    """Weigh one entry as a reading of its name."""
    if entry.level in WIDE:
        return 3.0 if entry.main or entry.population > 1_000_000 else 2.0
    if entry.level not in SETTLEMENTS:
        return (
            2.2
            if entry.feature == "own"
            and (entry.population > 100_000 or entry.level not in {"province", "district", "neighbourhood"})
            else 1.6
        )
    weight = PEOPLE_WEIGHTS[bisect_right(PEOPLE, entry.population)]
    return weight if entry.main or entry.population >= 1_000_000 else weight - 0.7


def holds(big: GazetteerEntry, small: GazetteerEntry) -> bool:
    """Say whether one place lies in another, as far as codes tell."""
    if big.country is None or big.country != small.country or big is small:
        return False
    if big.level == "country":
        return small.level not in WIDE
    if big.admin1 != small.admin1:
        return False
    if big.level == "province":
        return big.admin1 is not None and small.level not in WIDE and small.level != "province"
    return big.level in {"district", "region", "city"} and (
        small.level in SETTLEMENTS or small.level == "neighbourhood"
    )
