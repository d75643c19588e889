"""Numbers with hedges, times with grain, places with precision, actors with kinds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rashomon.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Quantity:
    """A closed interval of people, either end open (None), with its hedge and the words it came from.

    >>> Quantity.at_least(71, hedge="more than", words="more than 70")
    Quantity(low=71, high=None, hedge='more than', words='more than 70', vague=False)
    """

    low: int | None
    high: int | None
    hedge: str = "exact"
    words: str = ""
    vague: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} above high {self.high}")

    @classmethod
    def exactly(cls, number: int, *, words: str = "") -> Quantity:
        """Return the interval that holds one number: "45 fighters"."""
        return cls(number, number, "exact", words)

    @classmethod
    def at_least(cls, number: int, *, hedge: str = "at least", words: str = "") -> Quantity:
        """Return the interval open above: "at least 17"."""
        return cls(number, None, hedge, words)

    @classmethod
    def at_most(cls, number: int, *, hedge: str = "at most", words: str = "") -> Quantity:
        """Return the interval open below: "up to 300"."""
        return cls(None, number, hedge, words)

    @classmethod
    def between(cls, low: int, high: int, *, hedge: str = "between", words: str = "") -> Quantity:
        """Return a two-sided interval: "between 40 and 50", "dozens"."""
        return cls(min(low, high), max(low, high), hedge, words)

    @classmethod
    def unknown(cls, *, words: str = "") -> Quantity:
        """Return the interval open at both ends: "without giving a number"."""
        return cls(None, None, "unknown", words)

    @property
    def least(self) -> int:
        """How many there are at the least: 0 where the interval is open below."""
        return self.low or 0

    @property
    def is_exact(self) -> bool:
        """Whether the interval holds exactly one number."""
        return self.low is not None and self.low == self.high

    def overlaps(self, other: Quantity) -> bool:
        """Say whether some number lies in both intervals."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)

    def same_bounds(self, other: Quantity) -> bool:
        """Say whether both intervals have the same ends."""
        return (self.low, self.high) == (other.low, other.high)


class Grain(StrEnum):
    """How fine a time is known."""

    HOUR = "hour"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    YEARS = "years"


class Basis(StrEnum):
    """What a time rests on."""

    EXPLICIT = "explicit"
    REPORT_DAY = "report day"
    DATELINE = "dateline"
    EVENT = "event"
    NONE = "none"


@quick
@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Calendar days from ``earliest`` to ``latest`` (both included; None is open), as fine as ``grain``."""

    earliest: date | None
    latest: date | None
    grain: Grain = Grain.DAY
    basis: Basis = Basis.EXPLICIT

    @classmethod
    def day(cls, day: date, basis: Basis = Basis.EXPLICIT) -> TimeSpan:
        """Return one calendar day."""
        return cls(day, day, Grain.DAY, basis)

    def overlaps(self, other: TimeSpan) -> bool:
        """Say whether some day lies in both."""
        below = self.latest is not None and other.earliest is not None and self.latest < other.earliest
        above = self.earliest is not None and other.latest is not None and self.earliest > other.latest
        return not (below or above)


class Precision(StrEnum):
    """How exactly a place is known; ACLED's geo-precision 1 is exact, 2 near, 3 region or country."""

    EXACT = "exact"
    NEAR = "near"
    REGION = "region"
    COUNTRY = "country"

    @property
    def is_fine(self) -> bool:
        """Whether it is a town or a site, which can be pointed at on a map: exact or near."""
        return self in (Precision.EXACT, Precision.NEAR)


@quick
@dataclass(frozen=True, slots=True)
class Place:
    """A named place in WGS84 degrees; ``lat`` and ``lon`` are None where it was not resolved.

    ``id`` is a gazetteer id (``geonames:169577`` or a name of our own table), ``country`` an ISO 3166 code,
    ``level`` one of country, province, district, city, town, neighbourhood, camp, prison, sea, region ...
    ``within`` names the places that contain it, nearest first; ``rivals`` the ids it might be instead.
    """

    name: str
    lat: float | None = None
    lon: float | None = None
    precision: Precision = Precision.EXACT
    id: str | None = None
    level: str | None = None
    country: str | None = None
    admin1: str | None = None
    rivals: tuple[str, ...] = ()


class ActorKind(StrEnum):
    """What an actor is."""

    STATE_FORCE = "state force"
    POLICE = "police"
    REBEL_GROUP = "rebel group"
    MILITIA = "militia"
    GANG = "gang"
    GOVERNMENT = "government"
    MONITOR = "monitor"
    AGENCY = "agency"
    OUTLET = "outlet"
    INTERNATIONAL_BODY = "international body"
    AID_BODY = "aid body"
    RESCUE_BODY = "rescue body"
    MEDICAL_BODY = "medical body"
    COURT = "court"
    PARTY = "party"
    COALITION = "coalition"
    CIVILIANS = "civilians"
    COMBATANTS = "combatants"
    PROTESTERS = "protesters"
    PRISONERS = "prisoners"
    PERSON = "person"
    UNNAMED = "unnamed source"
    DOCUMENT = "document"
    OTHER = "other"


FORCE_KINDS = frozenset(
    {
        ActorKind.STATE_FORCE,
        ActorKind.POLICE,
        ActorKind.REBEL_GROUP,
        ActorKind.MILITIA,
        ActorKind.GANG,
        ActorKind.COALITION,
        ActorKind.COMBATANTS,
    }
)
"""Kinds that bear arms, so may be a party to a conflict."""

CAST_ID = "cast-"
"""How the ids of actors begin that a report names and no table has: ``cast-lena-ford``."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor under its neutral canonical ``label``; loaded words never enter it.

    ``countries`` are where it belongs or acts, ``led_by`` the states whose forces lead a coalition (ISO 3166 codes).
    """

    id: str
    label: str
    kind: ActorKind
    countries: tuple[str, ...] = ()
    parent: str | None = None
    generic: bool = False
    led_by: tuple[str, ...] = ()
