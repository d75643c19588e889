"""Look up place names in a compact, read-only file of places."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from rashomon.errors import GazetteerError
from rashomon.lexicon.placekeys import place_key, sound_key
from rashomon.model.quick import quick

FORMAT = "rashomon-gazetteer-1"
SHIPPED = Path(__file__).parent / "gazetteer.sqlite"
LEVELS = (
    "continent", "region", "country", "province", "district", "city", "town", "village", "neighbourhood", "camp", "prison",
    "crossing", "base", "airport", "sea", "lake", "river", "mountain", "desert", "island", "valley", "pass", "forest", "park",
)  # fmt: skip
"""What a place can be; a row of the file holds the position in this list."""
DEGREE = 10_000
"""The file keeps degrees as whole ten-thousandths (about 11 metres)."""
T = TypeVar("T")
_AT_ONCE = 400
_KEPT = 50_000
"""How many answers are kept at most; then all are forgotten."""
_COLUMNS = "place.geonames_id, place.name, place.country, place.admin1, place.lat, place.lon, place.level, place.population, place.feature"


@quick
@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place the gazetteer knows; ``lat`` and ``lon`` in WGS84 degrees.

    ``country`` is an ISO 3166 code (None for seas and world regions), ``admin1`` the GeoNames code of the first-level
    region, ``level`` one of ``LEVELS``, ``feature`` a GeoNames feature code or class, or "own" for our own table.
    ``main`` says whether the name looked up is the place's own name rather than one of its other names.
    """

    geonames_id: int | None
    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    level: str
    population: int
    feature: str
    main: bool = True

    @property
    def id(self) -> str:
        """The id a record carries: ``geonames:169577``, or ``place:sy/prison/sednaya`` from our own table."""
        if self.geonames_id is not None:
            return f"geonames:{self.geonames_id}"
        part = f"{self.country}-{self.admin1}" if self.level == "district" and self.admin1 else self.country or "world"
        return f"place:{part.lower()}/{self.level}/{place_key(self.name).replace(' ', '-')}"


class Gazetteer:
    """The places of one gazetteer file, by name; opened for reading only, and safe to share between threads.

    ``Gazetteer()`` opens the file that ships with the package. GazetteerError says when it is missing or is not one
    of ours. A copy sent to another process opens the file anew.

    >>> Gazetteer().lookup("Maiduguri")[0].country  # doctest: +SKIP
    'NG'
    """

    def __init__(self, path: Path = SHIPPED) -> None:
        self.path = Path(path)
        self._rows = open_file(self.path)
        self._known: dict[str, dict[str, tuple[GazetteerEntry, ...]]] = {"key": {}, "sound": {}}

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return (Gazetteer, (self.path,))

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Return the places of a name in any spelling of ``place_key``, the most populous first."""
        key = place_key(name)
        return self.lookup_keys((key,)).get(key, ())

    def lookup_keys(self, keys: Iterable[str]) -> dict[str, tuple[GazetteerEntry, ...]]:
        """Return the places of many ``place_key`` keys at once; keys that no place has are left out.

        This is what makes the scan of a report quick: one question to the file for all its capitalised words.
        """
        return self._ask("key", keys)

    def sounds_like(self, name: str, countries: Iterable[str]) -> tuple[GazetteerEntry, ...]:
        """Return the places of these countries whose name has the same consonants ("Gweiran" for "Ghwayran").

        Names shorter than three consonants say too little, and find nothing.
        """
        key, allowed = sound_key(name), frozenset(countries)
        if len(key) < 3 or not allowed:
            return ()
        return tuple(entry for entry in self._ask("sound", (key,)).get(key, ()) if entry.country in allowed)

    def by_id(self, ids: Iterable[str]) -> dict[str, GazetteerEntry]:
        """Return the places of ids as records carry them (``geonames:169577``); ids that no place has are left out.

        It reads the whole file once, so ask for all ids together.
        """
        wanted = frozenset(ids)
        numbers = sorted(
            {int(one[9:]) for one in wanted if one.startswith("geonames:") and one[9:].isdecimal() and len(one) < 25}
        )
        found = [
            entry
            for part in batches(numbers, _AT_ONCE)
            for entry in self._places(f"geonames_id IN ({marks(part)})", part)
        ]
        keys = sorted({one.rpartition("/")[2].replace("-", " ") for one in wanted if one.startswith("place:")})
        found += [entry for entries in self.lookup_keys(keys).values() for entry in entries]
        return {entry.id: entry for entry in found if entry.id in wanted}

    def towns_in(self, west: float, south: float, east: float, north: float, most: int) -> tuple[GazetteerEntry, ...]:
        """Return the most populous towns within bounds in degrees; ``west`` above ``east`` is a box across the date line."""
        across = "OR" if west > east else "AND"
        where = f"lat BETWEEN ? AND ? AND (lon >= ? {across} lon <= ?) AND level IN (?, ?, ?) AND population > 0"
        bounds = [round(edge * DEGREE) for edge in (south, north, west, east)]
        levels = [LEVELS.index(level) for level in ("city", "town", "village")]
        order = "ORDER BY population DESC, geonames_id, name LIMIT ?"
        return tuple(self._places(f"{where} {order}", [*bounds, *levels, most]))

    def region(self, country: str | None, admin1: str | None) -> str | None:
        """Return the name of a first-level region by its country and GeoNames code; None where the file has none."""
        province = LEVELS.index("province")
        where = "country = ? AND admin1 = ? AND level = ? ORDER BY population DESC, name LIMIT 1"
        found = self._places(where, [country, admin1, province]) if country and admin1 else []
        return found[0].name if found else None

    def _places(self, where: str, values: Sequence[int | str | None]) -> list[GazetteerEntry]:
        query = f"SELECT 0, 1, {_COLUMNS} FROM place WHERE {where}"  # noqa: S608 - conditions of our own
        return [entry_of(row) for row in self._rows.execute(query, values)]

    def knows(self, name: str) -> bool:
        """Say whether any place goes by this name."""
        return self._rows.execute("SELECT 1 FROM key WHERE key = ? LIMIT 1", (place_key(name),)).fetchone() is not None

    def _ask(self, table: str, keys: Iterable[str]) -> dict[str, tuple[GazetteerEntry, ...]]:
        known, wanted = self._known[table], sorted(set(keys) - {""})
        if len(known) > _KEPT:
            known = self._known[table] = {}
        missing = [key for key in wanted if key not in known]
        answers = self._query(table, missing) if missing else {}
        known.update({key: answers.get(key, ()) for key in missing})
        return {key: entries for key in wanted if (entries := known[key])}

    def _query(self, table: str, keys: list[str]) -> dict[str, tuple[GazetteerEntry, ...]]:
        """Return the file's answers, the most populous place of each key first."""
        found: dict[str, list[GazetteerEntry]] = {}
        for part in batches(keys, _AT_ONCE):
            query = (
                f"SELECT named.{table}, named.main, {_COLUMNS} FROM {table} AS named "  # noqa: S608 - names of our own
                f"JOIN place ON place.id = named.place WHERE named.{table} IN ({marks(part)})"
            )
            for row in self._rows.execute(query, part):
                found.setdefault(row[0], []).append(entry_of(row))
        return {key: tuple(sorted(entries, key=most_populous)) for key, entries in found.items()}


def open_file(path: Path) -> sqlite3.Connection:
    """Open a gazetteer file for reading only; GazetteerError if it is missing or is not one of ours."""
    if not path.is_file():
        raise GazetteerError(
            f"{path}: no such gazetteer; it is made when the package is installed, or by `rashomon gazetteer build`"
        )
    try:
        rows = sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, check_same_thread=False)
        made_by = rows.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
    except sqlite3.Error as problem:
        raise GazetteerError(
            f"{path}: not a gazetteer file ({problem}); make one with `rashomon gazetteer build`"
        ) from problem
    if made_by != (FORMAT,):
        raise GazetteerError(
            f"{path}: a gazetteer of another version ({made_by}); make it anew with `rashomon gazetteer build`"
        )
    return rows


def entry_of(row: tuple[Any, ...]) -> GazetteerEntry:
    """Turn a row of the file into an entry."""
    _, main, geonames_id, name, country, admin1, lat, lon, level, population, feature = row
    return GazetteerEntry(
        geonames_id, name, country, admin1, lat / DEGREE, lon / DEGREE, LEVELS[level], population, feature, bool(main)
    )


def most_populous(entry: GazetteerEntry) -> tuple[int, int, str, float, float]:
    """Order entries: the most populous first, then by id."""
    return (-entry.population, entry.geonames_id or 0, entry.id, entry.lat, entry.lon)


def marks(values: Sequence[object]) -> str:
    """Return a question mark for each value of a query."""
    return ",".join("?" * len(values))


def batches(keys: list[T], size: int) -> Iterator[list[T]]:
    """Cut a list into parts of at most ``size``."""
    return (keys[start : start + size] for start in range(0, len(keys), size))
