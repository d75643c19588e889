"""The gazetteer file: keys, look-ups, and how it is made."""

from __future__ import annotations

import pickle
import sqlite3
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import GazetteerError, TableError
from rashomon.lexicon.build import build_from_dump
from rashomon.lexicon.gazetteer import LEVELS, Gazetteer
from rashomon.lexicon.ownplaces import PlaceRow, fill_regions, merge_towns, own_places
from rashomon.lexicon.placekeys import place_key, sound_key


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Hasakah", "al Hasakah"), ("As Suwaydā'", "Suwayda"), ("Ar-Raqqah", "Raqqah"), ("Xi’an", "Xian"), ("Some_Place", "Some-Place"),
        ("St. Louis", "St Louis"), ("İzmir", "IZMIR"), ("U.S.", "US"),
    ],
)  # fmt: skip
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize("name", ["El Paso", "Alabama", "Alma", "Asyut", "Anbar"])
def test_a_first_syllable_is_no_article(name: str) -> None:
    assert place_key(name) == name.lower()


@pytest.mark.parametrize(
    "names",
    [
        ["Ghweran", "Ghwayran", "Gweran"], ["Hasaka", "Hasakah", "Al-Hasakah", "Hassakeh"],
        ["Deir ez-Zor", "Deir ezzor", "Dayr az Zawr", "Deir al-Zor"], ["Kharkiv", "Kharkov"],
    ],
)  # fmt: skip
def test_spellings_share_a_sound(names: list[str]) -> None:
    assert len({sound_key(name) for name in names}) == 1


@given(st.text(max_size=40))
def test_a_key_is_plain(name: str) -> None:
    key = place_key(name)
    assert key == " ".join(key.split())
    assert "-" not in key
    assert " " not in sound_key(name)


def test_lookup_puts_the_most_populous_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup("Tripoli")
    assert [entry.population for entry in found] == sorted((entry.population for entry in found), reverse=True)
    assert {"LY", "LB"} <= {entry.country for entry in found}


@pytest.mark.parametrize(
    ("name", "kind", "point"),
    [
        ("Deir Ezzor", "SY city", (35.3, 40.1)), ("Qamishli", "SY city", (37.0, 41.2)), ("Ghwayran", "SY neighbourhood", (36.5, 40.7)),
        ("Zamfara", "NG province", (12.1, 6.3)), ("Evin prison", "IR prison", (35.8, 51.4)), ("Al-Hol", "SY camp", (36.4, 41.1)),
        ("Hasaka", "SY province", (36.5, 40.6)), ("Calif.", "US province", (37.0, -120.0)), ("Strait of Hormuz", "None sea", (26.6, 56.3)),
        ("Kiev", "UA city", (50.4, 30.5)), ("Donbas", "UA region", (48.2, 38.0)), ("Clay County", "US district", (37.2, -83.7)),
        ("Sagaing", "MM province", (24.0, 95.0)), ("Uruzgan", "AF province", (33.0, 66.0)), ("Aichi", "JP province", (35.0, 137.0)),
    ],
)  # fmt: skip
def test_it_knows_the_news(gazetteer: Gazetteer, name: str, kind: str, point: tuple[float, float]) -> None:
    found = [entry for entry in gazetteer.lookup(name) if f"{entry.country} {entry.level}" == kind]
    assert any(abs(entry.lat - point[0]) < 1 and abs(entry.lon - point[1]) < 1 for entry in found), found


def test_all_levels_are_known_ones(gazetteer: Gazetteer) -> None:
    found = (entry for name in ("Gaza", "Georgia", "Niger", "Jordan") for entry in gazetteer.lookup(name))
    assert {entry.level for entry in found} <= set(LEVELS)


def test_many_keys_at_once_answer_as_one_by_one(gazetteer: Gazetteer) -> None:
    keys = [place_key(name) for name in ("Mosul", "Kyiv", "Nowhere at all", "San Salvador")]
    assert gazetteer.lookup_keys(keys) == {key: found for key in keys if (found := gazetteer.lookup(key))}
    assert gazetteer.lookup_keys([]) == {}
    assert gazetteer.lookup_keys([*(f"none {n}" for n in range(900)), "mosul"]).keys() == {"mosul"}


def test_sound_needs_a_country(gazetteer: Gazetteer) -> None:
    assert gazetteer.sounds_like("Gweyran", []) == ()
    assert gazetteer.sounds_like("Oa", ["SY"]) == ()
    assert {entry.country for entry in gazetteer.sounds_like("Gweyran", ["SY"])} == {"SY"}


def test_knows(gazetteer: Gazetteer) -> None:
    assert gazetteer.knows("al-Raqqa")
    assert not gazetteer.knows("Xqzzw")


def test_a_copy_opens_the_file_anew(gazetteer: Gazetteer) -> None:
    assert pickle.loads(pickle.dumps(gazetteer)).lookup("Mosul") == gazetteer.lookup("Mosul")  # noqa: S301 - our own bytes


def test_it_cannot_be_written(gazetteer: Gazetteer) -> None:
    with pytest.raises(sqlite3.OperationalError):
        gazetteer._rows.execute("DELETE FROM place")


def test_a_missing_or_foreign_file_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such gazetteer"):
        Gazetteer(tmp_path / "none.sqlite")
    foreign = tmp_path / "foreign.sqlite"
    foreign.write_text("hello " * 200)
    with pytest.raises(GazetteerError, match="not a gazetteer file"):
        Gazetteer(foreign)
    other = tmp_path / "other.sqlite"
    file = sqlite3.connect(other)
    file.executescript("CREATE TABLE meta (name, value); INSERT INTO meta VALUES ('format', 'older');")
    file.close()
    with pytest.raises(GazetteerError, match="another version"):
        Gazetteer(other)


def dump_line(number: int, name: str, feature: str, *, people: int = 0, names: str = "") -> str:
    kind, code = feature.split(".")
    head = [str(number), name, name, names, "10.5", "20.25", kind, code, "ZZ", "", "07"]
    return "\t".join([*head, "", "", "", str(people), "", "", "UTC", "2024-01-01"])


DUMP = "\n".join([
    dump_line(1, "Oldhaven", "P.PPL", people=40_000, names="Althafen,OLH"), dump_line(2, "Oldhaven Jail", "S.PRN"),
    dump_line(3, "Smallcot", "P.PPL", people=12), dump_line(4, "A Bus Stop", "S.BUSTN"),
])  # fmt: skip


def built(dump: Path, *, min_population: int = 0) -> Path:
    target = dump.with_suffix(".sqlite")
    build_from_dump(dump, target, tables=(), min_population=min_population)
    return target


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "ZZ.txt"
    path.write_text(DUMP + "\n", "utf-8")
    return path


def test_a_dump_becomes_a_gazetteer(dump: Path) -> None:
    made = Gazetteer(built(dump, min_population=100))
    town = made.lookup("Oldhaven")[0]
    assert (town.id, town.level, town.lat, town.lon, town.admin1) == ("geonames:1", "city", 10.5, 20.25, "07")
    assert made.lookup("Althafen")[0].main is False
    assert made.lookup("Oldhaven Jail")[0].level == "prison"
    assert not any(made.knows(name) for name in ("Smallcot", "A Bus Stop", "OLH"))


def test_the_same_dump_gives_the_same_bytes(dump: Path) -> None:
    first = built(dump).read_bytes()
    assert built(dump).read_bytes() == first


def test_a_zipped_dump_gives_the_same_places(dump: Path) -> None:
    packed = dump.with_name("packed.zip")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(dump, "ZZ.txt")
        archive.writestr("readme.txt", "about")
    assert Gazetteer(built(packed)).lookup("Oldhaven") == Gazetteer(built(dump)).lookup("Oldhaven")


@pytest.mark.parametrize("text", ["a\tb\n", dump_line(1, "X", "P.PPL").replace("10.5", "north") + "\n"])
def test_a_wrong_dump_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(text, "utf-8")
    with pytest.raises(GazetteerError, match="line 1"):
        built(wrong)
    assert not wrong.with_suffix(".sqlite").exists()


def test_a_missing_dump_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such file"):
        built(tmp_path / "none.txt")


def test_our_own_table_is_sound() -> None:
    rows = own_places()
    assert len(rows) > 9_000
    assert all(-90 <= row.lat <= 90 and -180 <= row.lon <= 180 and row.keys for row in rows)
    sites = [(row.name, row.country) for row in rows if row.level in {"prison", "camp", "crossing", "base", "airport"}]
    assert len(sites) == len(set(sites))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("- {name: X, level: planet, lat: 1, lon: 1}", "a place needs a name and a level"),
        ("- {name: X, level: city, lat: 1, lon: 1, colour: red}", "unknown key colour"),
        ("- {name: X, level: city, lat: 91, lon: 1}", "WGS84"),
        ("- {name: X, level: city, aliases: [Y]}", "has no point"),
    ],
)
def test_a_wrong_own_place_is_refused(tmp_path: Path, entry: str, message: str) -> None:
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "own.yaml").write_text(entry)
    with pytest.raises(TableError, match=message):
        own_places([tmp_path])


def test_our_own_town_adds_its_names_to_the_one_that_is_there() -> None:
    known = PlaceRow("Altstadt", "city", 10.0, 10.0, "ZZ", population=90_000, geonames_id=7, aliases=("Oldtown",))
    near = PlaceRow("Oldtown", "town", 10.1, 10.1, "ZZ", spellings=("Oldton",))
    far = PlaceRow("Oldtown", "town", 40.0, 10.0, "ZZ")
    first, second = merge_towns([near, far], [known])
    assert (first.name, first.geonames_id, first.population) == ("Oldtown", 7, 90_000)
    assert first.spellings == ("Altstadt", "Oldton")
    assert second is far


def test_a_region_and_the_town_it_is_called_after_share_names_and_people() -> None:
    town = PlaceRow("Homsk", "city", 1.0, 1.0, "ZZ", "05", population=700, aliases=("Homa",))
    region, lone = fill_regions([PlaceRow("Homa", "province", 1.0, 1.2, "ZZ", "05"), town])
    assert (region.population, region.aliases) == (700, ("Homa",))
    assert lone.spellings == ("Homa",)


def test_places_are_found_by_the_ids_that_records_carry() -> None:
    gazetteer = Gazetteer()
    wanted = {entry.id for name in ("Beledweyne", "Sednaya") for entry in gazetteer.lookup(name)}
    assert len(wanted) > 1
    found = gazetteer.by_id([*wanted, "geonames:0", "geonames:x", "geonames:" + "9" * 40, "place:", "place:a/b/c", ""])
    assert set(found) == wanted
    assert all(entry.id == id_ for id_, entry in found.items())


def test_towns_within_bounds_come_largest_first() -> None:
    towns = Gazetteer().towns_in(44.0, 3.0, 46.0, 6.0, 5)
    assert 0 < len(towns) <= 5
    assert all(44 <= town.lon <= 46 and 3 <= town.lat <= 6 for town in towns)
    assert [town.population for town in towns] == sorted((town.population for town in towns), reverse=True)


def test_towns_are_found_across_the_date_line() -> None:
    towns = Gazetteer().towns_in(177.0, -20.0, -178.0, -15.0, 5)
    assert towns
    assert {town.country for town in towns} <= {"FJ"}


def test_a_region_goes_by_its_name() -> None:
    gazetteer = Gazetteer()
    assert gazetteer.region("SO", "07") == "Hiiraan"
    assert gazetteer.region("SO", None) is None
    assert gazetteer.region(None, "07") is None
    assert gazetteer.region("SO", "no such code") is None
