"""What a store keeps of a report to find its neighbours and compare it with them, without reading it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from rashomon.cluster.keys import Keys, keys_of
from rashomon.cluster.profile import Profile, profile
from rashomon.cluster.prose import Prose, copy_keys, prose
from rashomon.lexicon.tables import Tables
from rashomon.model import Place, Precision, Reading, Report, ReportId

Row = dict[str, Any]
WEEK = 8
"""Days in which copies are looked for together."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A report's profile, the keys that find reports on its happening, and those that find its copies.

    Two reports are looked at where one asks for a key that the other is filed under; they can share text only where they
    have one of ``copies`` in common. The same stock sentence stands in reports of all years, and copies are printed within
    days, so that the copy keys are filed by the week. It depends on the report, its reading and the tables alone.
    """

    profile: Profile
    keys: Keys
    copies: frozenset[str]

    @property
    def id(self) -> ReportId:
        """The report's id."""
        return self.profile.id

    @property
    def filed(self) -> frozenset[str]:
        """What to put into an index for the report: short strings, some hundred and fifty of them."""
        return self.keys.filed | timed(self.copies, [self.week])

    @property
    def asked(self) -> frozenset[str]:
        """What to look up in that index to find every report that may be linked with this one."""
        weeks = [None] if self.week is None else [self.week - 1, self.week, self.week + 1]
        return self.keys.asked | timed(self.copies, weeks)

    @property
    def week(self) -> int | None:
        """The stretch of days that the report is of: copies are looked for in it, the one before, and the one after."""
        return self.profile.day.toordinal() // WEEK if self.profile.day else None

    def to_row(self) -> Row:
        """Return the signature as plain JSON values, sorted: the same signature, the same bytes."""
        row = asdict(self.profile)
        for name in ("details", "days", "plights", "numbers"):
            row[name] = sorted(str(value) for value in row[name])
        row |= {name: dict(sorted(row[name].items())) for name in ("text", "lede", "names")}
        row["day"] = str(self.profile.day) if self.profile.day else None
        return row | {
            "keys": sorted(self.keys.narrow),
            "wide_keys": sorted(self.keys.wide),
            "copy_keys": sorted(self.copies),
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Signature:
        """Return the signature of a row that `to_row` made."""
        told = {name: value for name, value in row.items() if not name.endswith("keys")}
        told["day"] = date.fromisoformat(row["day"]) if row["day"] else None
        told["details"] = frozenset(row["details"])
        told["days"] = frozenset(date.fromisoformat(day) for day in row["days"])
        told |= {name: frozenset(row.get(name, ())) for name in ("plights", "numbers")}
        told["places"] = tuple(place_of(place) for place in row["places"])
        told["parties"] = tuple(row["parties"])
        keys = Keys(frozenset(row["keys"]), frozenset(row["wide_keys"]), row["day"] is not None)
        return cls(Profile(**told), keys, frozenset(row["copy_keys"]))


def signature(report: Report, reading: Reading, *, tables: Tables, text: Prose | None = None) -> Signature:
    """Return the signature of a report, or of one account that it gives; ``text`` is its prose where that is at hand."""
    one = profile(report, reading, tables=tables)
    return Signature(one, keys_of(one, tables=tables), copy_keys(text or prose(report, tables=tables)))


def timed(copies: frozenset[str], weeks: Iterable[int | None]) -> frozenset[str]:
    """Return copy keys as they are filed: each with its week, or with none."""
    return frozenset(f"{key} {'' if week is None else week}" for key in copies for week in weeks)


def place_of(row: Mapping[str, Any]) -> Place:
    """Return the place of a row."""
    return Place(**{**row, "precision": Precision(row["precision"]), "rivals": tuple(row["rivals"])})
