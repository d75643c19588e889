"""What an event is: when, where, of which kind, between whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.cluster.happened import FINE, LONGEST, happening_days
from rashomon.cluster.lasting import lasted
from rashomon.lexicon.actors import actor_book
from rashomon.lexicon.families import Families
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    CAST_ID,
    Basis,
    Claim,
    ClaimKind,
    Event,
    EventId,
    Grain,
    Layer,
    MentionType,
    Place,
    Polarity,
    Precision,
    Reading,
    Report,
    ReportId,
    TimeSpan,
    ZoneKind,
    content_id,
)

LEDE = 500
"""Code points from the start in which news says what happened."""
CLOSENESS = {Precision.EXACT: 1.0, Precision.NEAR: 0.8, Precision.REGION: 0.3, Precision.COUNTRY: 0.1}
HARM = frozenset({"killed", "wounded", "casualties"})


ASSUMED = 0.5
"""What a day weighs that a claim only takes over from its report's other claims."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim about the main happening, and how much the report makes of it."""

    claim: Claim
    weight: float


def describe(
    reports: Sequence[Report],
    readings: Iterable[Reading] | Mapping[ReportId, Reading],
    *,
    tables: Tables,
    reasons: tuple[str, ...] = (),
) -> Event:
    """Return the event that the reports are about, without figures.

    ``when`` runs over the days that the reports' time words put the happening on (None where none does: the report day
    is never taken instead), ``where`` is the place most of them name, ``type`` the act, ``parties`` the known
    actors in the main acts. ``id`` is a hash of the report ids.
    """
    known = by_report(readings)
    unique = [report for _, report in sorted({report.id: report for report in reports}.items())]
    mine = [known.get(report.id, Reading(report.id)) for report in unique]
    told = list(each_once(mine))
    claims = [one for fresh in told for one in fresh or ()]
    places: dict[Place, float] = defaultdict(float)
    for report, reading, fresh in zip(unique, mine, told, strict=True):
        for place, weight in places_of(fresh, report, reading).items() if fresh is not None else ():
            places[place] += weight
    ids = tuple(report.id for report in unique)
    return Event(
        id=EventId(content_id("e", *ids)),
        report_ids=ids,
        when=when_of(claims, unique, mine, tables=tables),
        where=heaviest_place(places),
        type=kind_of(claims, tables=tables),
        parties=parties_of(claims, mine, tables=tables),
        reasons=reasons,
    )


def when_of(
    claims: Sequence[Weighed], reports: Sequence[Report], readings: Sequence[Reading], *, tables: Tables
) -> TimeSpan | None:
    """Return the days of the happening by the time words of all reports; those of the claims where none is near an act, or where they run over many days."""
    claimed, told = time_of(claims), happening_days(reports, readings, tables=tables)
    known = told or claimed
    if claimed and told:
        long = claimed.earliest and claimed.latest and (claimed.latest - claimed.earliest).days >= LONGEST
        known = claimed if long and claimed.overlaps(told) else told
    lasts = known and kind_of(claims, tables=tables) in tables.of(Grouping).lasting
    return stretched(known, reports, readings, tables.of(Grouping)) if known and lasts else known


def stretched(known: TimeSpan, reports: Sequence[Report], readings: Sequence[Reading], grouping: Grouping) -> TimeSpan:
    """Return the days from the first to the last on which a happening lasted, where its reports tell that it did."""
    found = [days for one in zip(reports, readings, strict=True) if (days := lasted(*one, grouping))]
    near = [days for days in found if known.overlaps(TimeSpan(*days))]
    if not near or known.earliest is None or known.latest is None:
        return known
    start, end = min(days[0] for days in near), max(days[1] for days in near)
    return TimeSpan(min(start, known.earliest), max(end, known.latest), Grain.DAYS, known.basis)


def by_report(readings: Iterable[Reading] | Mapping[ReportId, Reading]) -> Mapping[ReportId, Reading]:
    """Return the readings by their report's id."""
    if isinstance(readings, Mapping):
        return readings
    return {reading.report_id: reading for reading in readings}


def weighed(reading: Reading) -> list[Weighed]:
    """Return the asserted claims about the main happening; headline and lede weigh most."""
    main = [c for c in reading.claims if c.layer is Layer.MAIN and c.polarity is Polarity.AFFIRMED]
    return [Weighed(c, weight_of(c)) for c in main if c.modality.is_firm]


def each_once(readings: Iterable[Reading]) -> Iterator[list[Weighed] | None]:
    """Yield each report's weighed claims without those that an earlier one has in the same words; None for a mere copy.

    A report that is printed three times tells no more of the day and the place than one.
    """
    seen: set[tuple[object, ...]] = set()
    for reading in readings:
        mine = weighed(reading)
        keys = [said_as(one.claim) for one in mine]
        fresh = [one for one, key in zip(mine, keys, strict=True) if key not in seen]
        seen.update(keys)
        yield fresh if fresh or not mine else None


def said_as(claim: Claim) -> tuple[object, ...]:
    """Return what two printings of one claim have in common: its words, what they say, of when and where."""
    where = key_of(claim.where) if claim.where else None
    return (claim.kind, " ".join(claim.quote.split()), claim.measure, claim.group, claim.act, claim.when, where)


def opening(claims: Iterable[Weighed], *, tables: Tables) -> list[Weighed]:
    """Return the claims of headline and lede that are no aftermath: they date a happening most surely."""
    aftermath = tables.of(Grouping).aftermath
    early = [one for one in claims if one.claim.zone is ZoneKind.HEADLINE or one.claim.span.start < LEDE]
    return [one for one in early if not (one.claim.act and one.claim.act.type in aftermath)]


def weight_of(claim: Claim) -> float:
    """Return 3 for a claim in the headline, 2 in the lede, 1 further down, a little less for a doubtful one."""
    place = 3.0 if claim.zone is ZoneKind.HEADLINE else 2.0 if claim.span.start < LEDE else 1.0
    return place * (0.5 + 0.5 * round(claim.confidence, 1))  # a crumb of doubt is no reason to move an event


def time_of(claims: Iterable[Weighed]) -> TimeSpan | None:
    """Return the days of the main happening: the span that weighs most, widened by others that weigh nearly as much."""
    spans: dict[tuple[date, date], float] = defaultdict(float)
    basis: dict[tuple[date, date], Basis] = {}
    for one in claims:
        when = one.claim.when
        if (
            when
            and when.earliest
            and when.latest
            and when.grain in FINE
            and one.claim.kind in (ClaimKind.ACT, ClaimKind.COUNT)
        ):
            days = (when.earliest, when.latest)
            grounds = ASSUMED if when.basis is Basis.EVENT else 1.0
            spans[days] += grounds * one.weight / (1 + (when.latest - when.earliest).days)
            basis.setdefault(days, when.basis)
    if not spans:
        return None
    best = min(spans, key=lambda days: (-spans[days], days))
    start, end = best
    for days in sorted(spans):
        near = days[0] <= end + timedelta(days=1) and days[1] >= start - timedelta(days=1)
        if near and spans[days] >= 0.6 * spans[best] and (days[1] - days[0]).days <= 31:
            start, end = min(start, days[0]), max(end, days[1])
    return TimeSpan(start, end, Grain.DAY if start == end else Grain.DAYS, basis[best])


def places_of(claims: Iterable[Weighed], report: Report, reading: Reading) -> dict[Place, float]:
    """Return the places of one report's main claims with their weights; without any, those mentioned, the lede's first."""
    found: dict[Place, float] = defaultdict(float)
    for one in claims:
        if one.claim.where:
            found[one.claim.where] += one.weight * CLOSENESS[one.claim.where.precision]
    if found:
        return found
    for mention in reading.mentions:
        furniture = report.zone_at(mention.span.start).is_furniture
        if mention.type is MentionType.PLACE and mention.place and not furniture:
            early = 1.0 if mention.span.start < LEDE else 0.3
            found[mention.place] += early * CLOSENESS[mention.place.precision]
    return found


def heaviest_place(places: Mapping[Place, float]) -> Place | None:
    """Return the place that weighs most; the same gazetteer id is one place however it is spelt."""
    if not places:
        return None
    totals: dict[str, float] = defaultdict(float)
    for place, weight in places.items():
        totals[key_of(place)] += weight
    return min(places, key=lambda place: (-totals[key_of(place)], -places[place], place.name, key_of(place)))


def key_of(place: Place) -> str:
    """Return what tells a place from another: its gazetteer id, else its name."""
    return place.id or place.name.lower()


def kind_of(claims: Iterable[Weighed], *, tables: Tables) -> str | None:
    """Return the type of the main act, a siege among them; counts of killed or wounded alone make an ``attack`` where attackers are known."""
    claims = list(claims)
    grouping = tables.of(Grouping)
    totals: dict[str, float] = defaultdict(float)
    for one in claims:
        if one.claim.act and (one.claim.kind is ClaimKind.ACT or one.claim.act.type in grouping.lasting):
            kind = one.claim.act.type
            totals[kind] += one.weight * (grouping.aftermath_weight if kind in grouping.aftermath else 1.0)
    if totals:
        return finest(totals, grouping.general)
    if not any(one.claim.measure in HARM for one in claims):
        return None
    return "attack" if any(one.claim.measure == "attackers" for one in claims) else "other"


def finest(totals: Mapping[str, float], general: frozenset[str]) -> str:
    """Return the kind that weighs most, or, in place of a general one, a finer one with at least half that weight."""
    best = min(totals, key=lambda kind: (-totals[kind], kind))
    if best not in general:
        return best
    finer = [kind for kind in totals if kind not in general and totals[kind] >= totals[best] / 2]
    return min(finer, key=lambda kind: (-totals[kind], kind), default=best)


def family_of(kind: str, *, tables: Tables) -> str:
    """Return the family of act types that a kind belongs to."""
    return tables.of(Families).family_of(kind)


def parties_of(claims: Iterable[Weighed], readings: Iterable[Reading], *, tables: Tables) -> tuple[str, ...]:
    """Return the particular actors that do or suffer the main acts, the most frequent first.

    Who only condemns, demands or claims is no party for that; nor are "families" or "militants".
    """
    actors = actor_book(tables).by_id
    mentions = (m for r in readings for m in r.mentions if m.type is MentionType.ACTOR)
    named = [m for m in mentions if m.actor and m.label and not m.actor.startswith(CAST_ID)]
    known = {m.label for m in named if m.actor not in actors or not actors[m.actor].generic}
    totals: dict[str, float] = defaultdict(float)
    for one in claims:
        if one.claim.kind is ClaimKind.STATEMENT:
            continue
        for label in (one.claim.act.agent, one.claim.act.patient) if one.claim.act else ():
            if label and label in known:
                totals[label] += one.weight
    return tuple(sorted(totals, key=lambda label: (-totals[label], label)))
