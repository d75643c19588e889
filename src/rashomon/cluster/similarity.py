"""How likely two reports are about one happening, and why, in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.cluster.describe import family_of, key_of
from rashomon.cluster.profile import OWNED, Profile, Vector
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import Place

EARTH_KM = 6371.0
MOST_PARTIES = 3
ALIKE = 0.3
"""Cosine from which a person would call two openings alike."""
UNLIKE = 0.04
"""Below this cosine two texts have nothing to do with each other, whatever the day."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One piece of evidence: what it adds in log-odds, and how a person would put it (empty where nobody would)."""

    adds: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The probability that two reports tell one happening, and its grounds."""

    probability: float
    grounds: tuple[Ground, ...]

    @property
    def reason(self) -> str:
        """What speaks for it in plain words, the strongest ground first, then what speaks against it.

        "same place (Mersin), same day, tolls 58 and 72 do not speak against it; although the days differ".
        """
        told = sorted((g for g in self.grounds if g.words and g.adds >= 0), key=lambda ground: -ground.adds)
        against = sorted((g for g in self.grounds if g.words and g.adds < 0), key=lambda ground: ground.adds)
        words = ", ".join(ground.words for ground in told) or "much the same words"
        return f"{words}; although {', '.join(ground.words for ground in against)}" if against else words


def compare(first: Profile, second: Profile, *, shared: float = 0.0, tables: Tables) -> Likeness:
    """Return how likely two reports tell one happening; ``shared`` is the share of text that one has from the other."""
    weights = tables.of(Grouping)
    common = cosine(first.text, second.text)
    if common < UNLIKE and not shared:
        return Likeness(0.0, ())
    grounds = (
        Ground(weights.start),
        *by_words(common, cosine(first.lede, second.lede), shared, weights),
        *by_names(first, second, weights),
        by_days(first, second, weights),
        *by_time(first, second, weights),
        *by_place(first.places, second.places, weights),
        *by_kind(first, second, tables),
        *by_plight(first.plights & second.plights, weights),
        *by_toll(first.toll, second.toll, weights),
    )
    total = sum(ground.adds for ground in grounds)
    return Likeness(1 / (1 + math.exp(-max(-50.0, min(50.0, total)))), grounds)


def cosine(first: Vector, second: Vector) -> float:
    """Return the dot product of two unit vectors; the sum does not depend on who comes first."""
    return math.fsum(first[word] * second[word] for word in first.keys() & second.keys())


def by_words(common: float, opening: float, shared: float, weights: Grouping) -> Iterator[Ground]:
    """Yield what the words tell, the openings' and copied sentences once more, all three no more than ``most_alike``."""
    left = weights.most_alike
    for adds, words in (
        (weights.text * common, ""),
        (weights.lede * opening, "alike openings" if opening > ALIKE else ""),
        (weights.shared_text * shared, f"share {shared:.0%} of the shorter text" if shared else ""),
    ):
        yield Ground(min(left, adds), words)
        left -= min(left, adds)


def by_names(first: Profile, second: Profile, weights: Grouping) -> Iterator[Ground]:
    """Yield what shared names, ages, house numbers and clock times tell."""
    names = sorted(first.names.keys() & second.names.keys(), key=lambda name: (-first.names[name], name))
    if names:
        listed = ", ".join(OWNED.sub("", name).capitalize() for name in names[:3])
        yield Ground(weights.names * math.log1p(math.fsum(first.names[name] for name in names)), f"both name {listed}")
    details = sorted(first.details & second.details)
    if details:
        yield Ground(weights.details * min(len(details), weights.most_details), f"same {', '.join(details[:3])}")


def by_days(first: Profile, second: Profile, weights: Grouping) -> Ground:
    """Return what the days of the two reports tell."""
    apart = None if first.day is None or second.day is None else abs((first.day - second.day).days)
    words = {0: "reported on the same day", 1: "reported a day apart"}.get(-1 if apart is None else apart, "")
    if apart is not None and 2 <= apart <= 7:
        words = f"reported {apart} days apart"
    adds = weights.for_days(apart)
    if apart is not None and apart > weights.long_after and first.remembers != second.remembers:
        adds += weights.remembered
    return Ground(adds, words)


def by_time(first: Profile, second: Profile, weights: Grouping) -> Iterator[Ground]:
    """Yield what the days tell that both put the happening on, more where the main claims do so."""
    if not (first.days and second.days):
        return
    apart = min(abs((one - other).days) for one in first.days for other in second.days)
    common = min(first.days & second.days, default=None)
    words = f"both date it {common}" if common else f"they date it {apart} days apart" if apart > 1 else ""
    yield Ground(weights.for_times(apart), words)
    if first.dated and second.dated and apart > weights.times[-1].within:
        yield Ground(weights.surely_other_time)


def by_place(first: Sequence[Place], second: Sequence[Place], weights: Grouping) -> Iterator[Ground]:
    """Yield what the places tell: one in both, neighbouring ones, or none within reach of another."""
    if not (first and second):
        return
    known = {key_of(place) for place in second} | {place.name for place in second}
    common = next((place for place in first if key_of(place) in known or place.name in known), None)
    if common:
        yield Ground(weights.same_place, f"same place ({common.name})")
        return
    pairs = ((km_between(one, other), one.name, other.name) for one in first for other in second)
    known_pairs = [(km, one, other) for km, one, other in pairs if km is not None]
    if not known_pairs:
        return
    km, one, other = min(known_pairs)
    if km > weights.far_km:
        yield Ground(weights.other_place, f"they name other places ({first[0].name}, {second[0].name})")
    else:
        yield Ground(weights.near_place, f"neighbouring places ({one}, {other})")


def km_between(first: Place, second: Place) -> float | None:
    """Return the great-circle distance in kilometres, None where a place has no coordinates."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    north, south = math.radians(first.lat), math.radians(second.lat)
    wide = math.radians(first.lon - second.lon)
    half = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(wide / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def by_kind(first: Profile, second: Profile, tables: Tables) -> Iterator[Ground]:
    """Yield what the kind of act and the parties tell."""
    weights = tables.of(Grouping)
    kinds = [family_of(kind, tables=tables) for kind in (first.kind, second.kind) if kind and kind != "other"]
    if len(kinds) == 2 and kinds[0] == kinds[1]:
        yield Ground(weights.same_kind, f"both tell of {kinds[0]}")
    elif len(kinds) == 2 and counts_differ(first.numbers, second.numbers):
        yield Ground(weights.other_kind, f"one tells of {kinds[0]}, one of {kinds[1]}, with no number in common")
    parties = sorted(set(first.parties) & set(second.parties))[:MOST_PARTIES]
    if parties:
        yield Ground(weights.same_party * len(parties), f"same parties ({', '.join(parties)})")


def counts_differ(first: frozenset[str], second: frozenset[str]) -> bool:
    """Say whether two reports count the same measure and have no number of it in common."""
    measures = ({number.rpartition(" ")[0] for number in numbers} for numbers in (first, second))
    return first.isdisjoint(second) and not next(measures).isdisjoint(next(measures))


def by_plight(common: frozenset[str], weights: Grouping) -> Iterator[Ground]:
    """Yield what it tells that both reports have people in one plight: captives, fugitives, the sick."""
    if common:
        yield Ground(weights.same_plight, f"both tell of {', '.join(sorted(common))}")


def by_toll(first: int | None, second: int | None, weights: Grouping) -> Iterator[Ground]:
    """Yield what the numbers of the killed tell: a little where they are the same and not small; a toll changes from report to report."""
    if first is None or second is None:
        return
    if first == second:
        yield Ground(weights.same_toll if first >= weights.telling_toll else 0.0, f"both count {first} killed")
    else:
        yield Ground(0.0, f"tolls {first} and {second} do not speak against it")
