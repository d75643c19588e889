"""Choose which of the places of a name is meant: containment first, then what the report names besides, then people."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.extract.places.cues import PEERS, SETTLEMENTS, Cues, holds
from rashomon.extract.places.names import Candidate
from rashomon.extract.places.near import SMALL, Surroundings
from rashomon.lexicon.gazetteer import GazetteerEntry
from rashomon.lexicon.ownplaces import distance_km

NEARBY_KM = 150.0
RIVALS = 3
ROUNDS = 3
CONSIDERED = 12
ALIAS = 2.5
COUNTRY = 4.0
REGION = 4.0
NEAR = 3.0
SIZES = {"country": 3.0, "continent": 3.0, "province": 0.8, "region": 1.5}

METROPOLIS = 1_000_000
"""People of a city that is meant by its bare name rather than a smaller region of that name elsewhere."""
GREATEST = 5_000_000
"""People of a city that news all over the world names without its country: Moscow, Cairo."""
UNHEARD = 100_000
"""People of a namesake that news far away never means by the bare name."""
WORLD_CITY = 2.5
FAMOUS = 300_000
"""People of a place that news may name from anywhere."""
AT_HOME = 2.0
"""Names that speak for one country from which a small place of another, which nothing else speaks for, is a namesake."""
MOST = 0.75
"""The share of a report's names that one country has where the report plays in it."""
ALONE = 0.3
"""What may speak for the other country and still be nothing."""

UNPLACED = Cues(0.0)
Reading = tuple[Candidate, Cues]
Standing = list[tuple[float, GazetteerEntry]]
Solved = tuple[GazetteerEntry | None, tuple[GazetteerEntry, ...]]
"""The place that a name means, None where only namesakes of it are known, and its rivals, best first."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the report's names say together about where it plays.

    Each name gives its places shares that add up to 1; ``countries`` and ``regions`` hold, by name and in all, the shares
    that fall on a country code and on a (country, admin1). ``told`` is each country's share of the demonyms.
    """

    own: Mapping[str, Mapping[object, float]]
    all: Mapping[object, float]
    told: Mapping[str, float]

    def support(self, key: str, where: object) -> float:
        """Return how many other names speak for a country or region."""
        return self.all.get(where, 0.0) - self.own.get(key, {}).get(where, 0.0)


@dataclass(frozen=True, slots=True)
class Home:
    """Where the outlet is at home: a country, and places that it may be called after."""

    country: str | None = None
    names: tuple[Candidate, ...] = ()


def solve(readings: Sequence[Reading], demonyms: Mapping[str, int], home: Home) -> list[Solved]:
    """Return for each reading the place it means and its rivals.

    A name means one place throughout a report, except where a type word beside it says otherwise ("Hama province").
    """
    shared = containers(readings)
    told = {country: min(1.0, count / 2) for country, count in demonyms.items()}
    if home.country:
        told[home.country] = min(1.0, told.get(home.country, 0.0) + 0.5)
    around = Surroundings.of((*(candidate for candidate, _ in readings), *home.names))
    kept: dict[int, Standing] = {}

    def standing(candidate: Candidate, cues: Cues) -> Standing:
        found = kept.get(id(candidate))
        if found is None:
            found = kept[id(candidate)] = standing_of(candidate, cues, shared.get(candidate.key, ()), around)
        return found

    first = firsts([*readings, *((name, UNPLACED) for name in home.names)])
    names = {candidate.key: standing(candidate, cues) for candidate, cues in first}
    context = Context({}, {}, told)
    for _ in range(ROUNDS):
        context = context_of(names, context)
    likes = [likeness(candidate, cues) for candidate, cues in readings]
    alike = dict(zip(likes, readings, strict=True))
    chosen = {
        like: choose(candidate, cues, standing(candidate, cues), context) for like, (candidate, cues) in alike.items()
    }
    return [chosen[like] for like in likes]


def firsts(readings: Sequence[Reading]) -> Iterable[Reading]:
    """Return the first mention of each name."""
    return {candidate.key: (candidate, cues) for candidate, cues in reversed(readings)}.values()


def likeness(candidate: Candidate, cues: Cues) -> tuple[str, int, frozenset[str], str, str]:
    """Return what two mentions must share to mean the same place without a second look."""
    inside, around = (other.key if other else "" for other in (cues.inside, cues.around))
    return (candidate.key, len(candidate.entries), cues.types, inside, around)


def containers(readings: Sequence[Reading]) -> dict[str, tuple[Candidate, ...]]:
    """Return by key the places that are said to contain it anywhere in the report."""
    found: dict[str, dict[str, Candidate]] = {}
    for candidate, cues in readings:
        if cues.inside:
            found.setdefault(candidate.key, {})[cues.inside.key] = cues.inside
    return {key: tuple(inside.values()) for key, inside in found.items()}


def context_of(names: Mapping[str, Standing], context: Context) -> Context:
    """Let every name of the report speak once."""
    own: dict[str, dict[object, float]] = {key: shares(rank(key, standing, context)) for key, standing in names.items()}
    total: dict[object, float] = {}
    for key in sorted(own):
        for where, share in own[key].items():
            total[where] = total.get(where, 0.0) + share
    return Context(own, total, context.told)


def shares(ranked: Standing) -> dict[object, float]:
    """Turn the scores of a name's places into shares of its country and region that add up to 1."""
    weights = [(math.exp(score - ranked[0][0]), entry) for score, entry in ranked[:CONSIDERED]]
    whole = sum(weight for weight, _ in weights)
    found: dict[object, float] = {}
    for weight, entry in weights:
        for where in (entry.country, (entry.country, entry.admin1)):
            if entry.country and (where == entry.country or entry.admin1):
                found[where] = found.get(where, 0.0) + weight / whole
    return found


def far(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    """Say whether two entries are really two places, not a city and its province."""
    return one.country != other.country or (
        one.admin1 != other.admin1 and distance_km(one.lat, one.lon, other.lat, other.lon) > NEARBY_KM
    )


def choose(candidate: Candidate, cues: Cues, standing: Standing, context: Context) -> Solved:
    """Return the place one mention means, and up to three rivals."""
    ranked = [entry for _, entry in rank(candidate.key, standing, context)]
    if is_namesake(ranked[0], candidate.key, cues, context):
        return None, tuple(ranked[:RIVALS])
    return ranked[0], tuple(ranked[1 : 1 + RIVALS])


def is_namesake(entry: GazetteerEntry, key: str, cues: Cues, context: Context) -> bool:
    """Say whether a small place lies in a country that nothing speaks for, in a report that plays in another.

    Such is the Tempe in Arizona for one beside Larissa and Athens.
    """
    country, told_of = entry.country, entry.population > FAMOUS or entry.feature == "own"
    if country is None or entry.level not in SMALL or told_of or cues.inside or cues.around:
        return False
    if context.support(key, country) + context.told.get(country, 0.0) > ALONE:
        return False
    others = [context.support(key, where) for where in context.all if isinstance(where, str)]
    return max(others, default=0.0) >= max(AT_HOME, MOST * sum(others))


def rank(key: str, standing: Standing, context: Context) -> Standing:
    """Return the entries of a name with their scores, best first; ties stay in their order."""
    if len(standing) == 1:
        return standing
    scored = [(in_context(score, key, entry, context), entry) for score, entry in standing]
    scored.sort(key=negative_score)
    return scored


def negative_score(item: tuple[float, GazetteerEntry]) -> float:
    """Order entries by their score, the best first."""
    return -item[0]


def order_of_ties(entry: GazetteerEntry) -> tuple[int, str, float, float]:
    """Order entries of one score: the larger first, then the lower id."""
    return -entry.population, entry.id, entry.lat, entry.lon


def in_context(score: float, key: str, entry: GazetteerEntry, context: Context) -> float:
    """Add to a score what the report names besides in the country and region of the entry."""
    if not entry.country:
        return score
    told = context.told.get(entry.country, 0.0)
    country = min(1.0, context.support(key, entry.country) / 2 + told)
    return score + COUNTRY * country + REGION * min(1.0, context.support(key, (entry.country, entry.admin1)) / 2)


def standing_of(candidate: Candidate, cues: Cues, inside: Sequence[Candidate], around: Surroundings) -> Standing:
    """Return the entries of a name in their order among equals, each with its score before countries and regions are looked at."""
    if len(candidate.entries) == 1:
        return [(0.0, candidate.entries[0])]
    entries = sorted(candidate.entries, key=order_of_ties)
    return [(score(entry, candidate, cues, inside, around), entry) for entry in entries]


def score(
    entry: GazetteerEntry, candidate: Candidate, cues: Cues, inside: Sequence[Candidate], around: Surroundings
) -> float:
    """Score one entry by itself as the meaning of one mention."""
    total = size(entry) + typed(entry, cues.types) - (0.0 if entry.main else ALIAS)
    total += WORLD_CITY if is_world_city(entry, candidate) else 0.0
    region = entry.level in {"province", "district"}
    if region and not cues.types and has_town(candidate, entry):
        total -= 2.0
    elif region and not cues.types and has_larger_city(candidate, entry):
        total -= SIZES["province"]
    elif region and not entry.main and has_own_city(candidate):
        total -= ALIAS
    elif entry.level != "province" or not has_town(candidate, entry):
        total += NEAR * around.support(candidate.key, entry)
    if cues.around and entry.level in PEERS and any(holds(entry, small) for small in cues.around.entries):
        total += 4.0
    if cues.inside:
        total += 6.0 if any(holds(big, entry) for big in cues.inside.entries) else -2.0
    elif any(holds(big, entry) for other in inside for big in other.entries):
        total += 4.0
    return total


def size(entry: GazetteerEntry) -> float:
    """Score how likely a place is to be named at all: by people, and by what it is."""
    own = 3.0 if entry.feature == "own" and entry.level not in SMALL else 0.0
    return math.log10(entry.population + 30) + SIZES.get(entry.level, own)


def is_world_city(entry: GazetteerEntry, candidate: Candidate) -> bool:
    """Say whether a city is so much greater than its namesakes abroad that its bare name is never theirs from afar."""
    if entry.population < GREATEST or entry.level != "city" or not entry.main:
        return False
    abroad = (one for one in candidate.entries if one.main and one.country != entry.country)
    return all(one.population < UNHEARD for one in abroad)


def typed(entry: GazetteerEntry, types: frozenset[str]) -> float:
    """Score whether an entry is what the type word says."""
    if not types:
        return 0.0
    if entry.level in types or (entry.level in SETTLEMENTS and types & SETTLEMENTS):
        return 3.0
    return -1.0


def has_larger_city(candidate: Candidate, region: GazetteerEntry) -> bool:
    """Say whether a great city elsewhere bears a region's name and has more people than the whole region: Manchester, not Jamaica's parish."""
    people = region.population
    least = min(max(METROPOLIS, people), max(FAMOUS, 2 * people) if people else METROPOLIS)
    return any(entry.level in SETTLEMENTS and entry.main and entry.population > least for entry in candidate.entries)


def has_own_city(candidate: Candidate) -> bool:
    """Say whether a city bears the name as its own: "Philadelphia" is no region that once was called so."""
    return any(entry.main and entry.level in SETTLEMENTS and entry.population > UNHEARD for entry in candidate.entries)


def has_town(candidate: Candidate, region: GazetteerEntry) -> bool:
    """Say whether a town of some size shares a region's name and lies in it: the bare name is the town's."""
    return any(
        entry.level in SETTLEMENTS
        and entry.country == region.country
        and entry.main
        and (entry.population > 500_000 or (entry.population > 30_000 and not far(entry, region)))
        for entry in candidate.entries
    )
