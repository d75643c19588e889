"""Who acts: actors, national institutions, agencies, outlets and countries under neutral names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from rashomon.lexicon.match import Matcher, fold
from rashomon.lexicon.tables import Tables
from rashomon.model import Actor, ActorKind, Span


@dataclass(frozen=True)
class ActorRow:
    """One actor: ``acronyms`` are matched in exact case, ``loaded`` names carry loaded words."""

    id: str
    label: str
    kind: ActorKind
    countries: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    parent: str | None = None
    generic: bool = False
    domains: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ActorRows:
    """All actors, a file a region."""

    TABLE: ClassVar[str] = "actors"
    rows: list[ActorRow]


@dataclass(frozen=True)
class Country:
    """One country with its adjectives, the preferred one first; latitude and longitude in degrees."""

    id: str
    label: str
    demonyms: list[str]
    aliases: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    capital: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None


@dataclass(frozen=True)
class Countries:
    """All countries."""

    TABLE: ClassVar[str] = "countries.yaml"
    rows: list[Country]


@dataclass(frozen=True)
class Override:
    """How one country's institution is called where the rule does not fit."""

    label: str | None = None
    aliases: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    kind: ActorKind | None = None


@dataclass(frozen=True)
class Institution:
    """A kind of national institution; ``label`` holds ``{demonym}`` or ``{country}``."""

    id: str
    label: str
    kind: ActorKind
    names: list[str]
    overrides: dict[str, Override] = field(default_factory=dict)


@dataclass(frozen=True)
class Institutions:
    """All kinds of national institution."""

    TABLE: ClassVar[str] = "institutions.yaml"
    rows: list[Institution]


@dataclass(frozen=True)
class Medium:
    """A news agency or outlet; ``state`` says who runs it, ``owner`` names the group it belongs to."""

    id: str
    label: str
    aliases: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    domains: list[str] = field(default_factory=list)
    country: str | None = None
    state: bool = False
    owner: str | None = None
    agency: bool = False
    loaded: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Agencies:
    """News agencies."""

    TABLE: ClassVar[str] = "agencies.yaml"
    rows: list[Medium]


@dataclass(frozen=True)
class Outlets:
    """News outlets."""

    TABLE: ClassVar[str] = "outlets.yaml"
    rows: list[Medium]


@dataclass(frozen=True, slots=True)
class ActorHit:
    """An actor's name in a text; ``loaded`` says that the name itself is a loaded one."""

    span: Span
    actor: Actor
    loaded: bool = False


class ActorBook:
    """Every actor by id, and a matcher over all their names."""

    def __init__(self, tables: Tables) -> None:
        self.by_id: dict[str, Actor] = {}
        words: dict[tuple[str, bool], tuple[str, bool]] = {}
        for actor, names in entries(tables):
            self.by_id.setdefault(actor.id, actor)
            for name, exact, loaded in names:
                words.setdefault((name if exact else fold(name), exact), (actor.id, loaded))
        self._matcher = Matcher((name, value, exact) for (name, exact), value in words.items())

    def find(self, text: str) -> list[ActorHit]:
        """Return the actors' names in a text, in order, none overlapping."""
        return [ActorHit(Span(hit.start, hit.end), self.by_id[hit.value[0]], hit.value[1]) for hit in self._matcher.find(text)]


def actor_book(tables: Tables) -> ActorBook:
    """Return the actors of these tables; built once."""
    return tables.made("actor book", ActorBook)  # type: ignore[no-any-return]


Names = list[tuple[str, bool, bool]]
"""A name, whether its case must match, whether it is loaded."""


def entries(tables: Tables) -> Iterator[tuple[Actor, Names]]:
    """Yield every actor with its names; what comes first keeps a name that two would share."""
    for row in tables.of(ActorRows).rows:
        yield Actor(row.id, row.label, row.kind, tuple(row.countries), row.parent, row.generic), names_of(row)
    for table, kind in ((tables.of(Agencies), ActorKind.AGENCY), (tables.of(Outlets), ActorKind.OUTLET)):
        for medium in table.rows:
            yield Actor(medium.id, medium.label, kind, (medium.country,) if medium.country else ()), names_of(medium)
    for country in tables.of(Countries).rows:
        yield from national(country, tables.of(Institutions).rows)
        names: Names = [(name, False, False) for name in (country.label, *country.aliases)]
        names += [(name, True, False) for name in country.acronyms]
        yield Actor(f"country-{country.id.lower()}", country.label, ActorKind.GOVERNMENT, (country.id,)), names


def names_of(row: ActorRow | Medium) -> Names:
    """Return all names of a row of the tables."""
    names: Names = [(name, False, False) for name in (row.label, *row.aliases)]
    names += [(name, True, False) for name in row.acronyms]
    return names + [(name, False, True) for name in row.loaded]


def national(country: Country, institutions: list[Institution]) -> Iterator[tuple[Actor, Names]]:
    """Yield a country's institutions: "Syrian army", "army of Syria", "Syria's army"."""
    adjective = country.demonyms[0] if country.demonyms else country.label
    shorts = [*country.demonyms, *country.acronyms, country.label]
    for row in institutions:
        special = row.overrides.get(country.id, Override())
        label = special.label or row.label.format(demonym=adjective, country=country.label)
        names: Names = [(label, False, False), *((name, False, False) for name in special.aliases)]
        names += [(name, True, False) for name in special.acronyms]
        for name in row.names:
            names += [(f"{short} {name}", short in country.acronyms, False) for short in shorts]
            names += [(f"{name} of {country.label}", False, False), (f"{country.label}'s {name}", False, False)]
        actor = Actor(f"{country.id.lower()}-{row.id}", label, special.kind or row.kind, (country.id,))
        yield actor, names
