"""Find the names that no map knows and that the words beside them show to be places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.extract.places.names import SPACES, Words
from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.placewords import PlaceLore

LONGEST_RUN = 4
"""Most words of a name that only the words beside it show to be a place's."""
STANDS_IN = frozenset({"in", "near", "outside"})
"""What leads from a place to the larger one around it."""
STANDS_ON = STANDS_IN | {"at", "on", "around"}
"""What leads to a place; not "of" or "by", which lead to people as well."""
ARTICLES = frozenset({"a", "an", "the"})


def unmapped(words: Words, lore: PlaceLore, known: Iterable[int]) -> Iterator[tuple[int, int, str | None]]:
    """Yield the first and last words of such names, with the level that a type word tells; ``known`` are the first words of places on the map."""
    typed = list(typed_names(words, lore))
    yield from typed
    done = {first for first, _, _ in typed}
    yield from ((first, last, None) for first, last in held_names(words, lore, known) if first not in done)


def held_names(words: Words, lore: PlaceLore, known: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield names that a word of place leads to and that a known place follows: "fell on Karvan in the hills of Orsk", "in Karvan, Orsk"."""
    for place in known:
        if words.gap(place - 1) == ", " and words.is_name(place - 1):
            yield from led_run(words, place - 1, lore)
            continue
        at = place - 1
        while at > 0 and words.gaps[at] in SPACES and is_way(words[at].lower(), lore):
            at -= 1
        last = at - 1
        if last < 1 or words[at].lower() not in STANDS_IN or not all(words.gaps[i] in SPACES for i in (at, last)):
            continue
        yield from led_run(words, last, lore)


def led_run(words: Words, last: int, lore: PlaceLore) -> Iterator[tuple[int, int]]:
    """Yield the run of names that ends with a word, where a word leads to it as to a place."""
    first = run_start(words, last)
    led = words.before(first).lower() in STANDS_ON and place_key(words[first]) not in lore.never
    if led and words.is_name(first) and run_end(words, first, lore) == last:
        yield first, last


def is_way(word: str, lore: PlaceLore) -> bool:
    """Say whether a word may stand between a preposition and the place that it leads to: "in the northern countryside of"."""
    return word in {"the", "of", "countryside"} or word in lore.words.directions or word in lore.levels


def run_start(words: Words, last: int) -> int:
    """Return the first word of the run of names that ends with a word."""
    first = last
    while first > 0 and last - first < LONGEST_RUN - 1 and words.joined(first - 1) and words.is_name(first - 1):
        first -= 1
    return first


def typed_names(words: Words, lore: PlaceLore) -> Iterator[tuple[int, int, str]]:
    """Yield runs of capitalised words beside a type word: "the village of Karvan", "Karvan district"."""
    done = -1
    for first in names_near_types(words, lore):
        last = run_end(words, first, lore) if first > done else None
        if last is None:
            continue
        done = last
        if level := type_beside(words, first, last, lore):
            yield first, last, level


def names_near_types(words: Words, lore: PlaceLore) -> list[int]:
    """Return the names near a strong type word, with all those before and after them that one run could reach."""
    texts = words.texts
    typed = [at for at, word in enumerate(texts) if word in lore.strong]
    typed += [at for at in words.names if texts[at].lower() in lore.strong]
    near = {at + step for at in typed for step in range(-LONGEST_RUN, 3)}
    found: list[int] = []
    row: list[int] = []
    for name in words.names:
        if row and name - row[-1] >= LONGEST_RUN:
            found += () if near.isdisjoint(row) else row
            row = []
        row.append(name)
    return found if near.isdisjoint(row) else found + row


def run_end(words: Words, first: int, lore: PlaceLore) -> int | None:
    """Return the last word of a run of up to four names, or None where none begins."""
    if words.opens_sentence(first):
        return None
    last = first + 1 if first + 1 < len(words) and words.has_article(first + 1) else first
    if last == first and plain_word(words[first], lore):
        return None
    while (
        last < first + LONGEST_RUN - 1
        and last + 1 < len(words)
        and words.joined(last)
        and words.is_name(last + 1)
        and (words.links_names(last + 1) or not plain_word(words[last + 1], lore))
    ):
        last += 1
    return last


def plain_word(word: str, lore: PlaceLore) -> bool:
    """Say whether a capitalised word is no name of an unknown place."""
    key = place_key(word)
    return (
        len(key) < 3
        or key in lore.common
        or key in lore.demonyms
        or word in lore.words.peoples
        or word in lore.words.titles
        or word in lore.words.institutions
        or word in lore.words.brands
        or word.lower() in lore.levels
    )


def type_beside(words: Words, first: int, last: int, lore: PlaceLore) -> str | None:
    """Return the level a strong type word gives a run of names, or None."""
    before = words[first - 2].lower() if first > 1 and words[first - 1].lower() == "of" else ""
    if before in lore.strong and words.gaps[first - 1] in SPACES and words.gaps[first - 2] in SPACES:
        return min(lore.levels[before])
    after = words.after(last) or apposed(words, last)
    after = words[last + 2] if after in ARTICLES and last + 2 < len(words) and words.gaps[last + 1] in SPACES else after
    return min(lore.levels[after]) if after in lore.strong else None


def apposed(words: Words, last: int) -> str:
    """Return the word that begins an apposition behind a comma; empty where none does: "Karvan, a village in Orsk"."""
    after = words[last + 1] if words.gaps[last] == ", " and last + 1 < len(words) else ""
    return after if after in ARTICLES else ""
