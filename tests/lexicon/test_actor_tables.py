"""The tables of actors hold together: unique ids, names that lead to one actor, neutral labels."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from rashomon.lexicon.actors import ActorRow, actor_book
from rashomon.lexicon.tables import load_tables
from rashomon.model import ActorKind

LEXICON = Path(__file__).resolve().parents[2] / "src" / "rashomon" / "lexicon"
FILES = sorted((LEXICON / "actors").glob("*.yaml"))
Row = dict[str, Any]

NO_TABLE_HOLDS = {ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.DOCUMENT}
KINDS = {kind.value for kind in ActorKind if kind not in NO_TABLE_HOLDS}
LOADED = re.compile(
    r"\b(regimes?|(?<!anti[- ])terrorists?|(?<!anti[- ])terror|so-called|self-styled|self-proclaimed|takfiris?|juntas?|puppet|mercenar(y|ies)|thugs?"
    r"|extremists?|jihadists?|jihadis?|radicals?|remnants|murderers|butchers|henchmen|occupiers?|invaders|stooges|hordes)\b"
    r"|(?<!\bUN)-backed\b|-controlled\b",
    re.IGNORECASE,
)
# Words that would find an actor in any text; a bare noun for a party belongs in generic.yaml.
COMMON_WORDS = (
    "a all alliance amal an army authorities authority base brigade brigades centre center change "
    "coalition command committee company council division enemy faction factions fighters force forces "
    "front government group groups hope justice levies liberation military militia militias ministry "
    "mission movement network observatory office official officials operation opposition organisation "
    "organization our parliament party peace people police power president rebels reform resistance "
    "revolution sanctuary security service state states the they tribe tribes troops truth union unit "
    "unity us victory volunteers who youth"
)
COMMON = frozenset(COMMON_WORDS.split())


def rows_of(path: Path) -> list[Row]:
    """The rows of one file."""
    rows: list[Row] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return rows


ROWS = [row for path in FILES for row in rows_of(path)]
IDS = {row["id"] for row in ROWS}


def words_of(row: Row) -> list[str]:
    """The names of a row that are matched in any case."""
    return [row["label"], *row.get("aliases", []), *row.get("loaded", [])]


def same(name: str) -> str:
    """The form in which the matcher compares names."""
    return name.replace("’", "'").casefold()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_row_has_known_keys_and_a_known_kind(path: Path) -> None:
    known = {field.name for field in fields(ActorRow)}
    wrong = [row for row in rows_of(path) if set(row) - known or row.get("kind") not in KINDS]
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_name_is_whole(path: Path) -> None:
    """An unquoted comma or colon would cut a name in two."""
    names = [name for row in rows_of(path) for name in [*words_of(row), *row.get("acronyms", [])]]
    broken = [
        name
        for name in names
        if not isinstance(name, str) or name.count("(") != name.count(")") or name != name.strip()
    ]
    assert broken == []


def test_ids_are_unique_and_well_formed() -> None:
    assert [name for name, times in Counter(row["id"] for row in ROWS).items() if times > 1] == []
    assert [name for name in IDS if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_no_name_leads_to_two_actors() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        for name in words_of(row):
            owners[same(name)].add(row["id"])
    assert {name: sorted(ids) for name, ids in owners.items() if len(ids) > 1} == {}


def test_no_acronym_leads_to_two_actors() -> None:
    """Acronyms are matched in exact case, so JeM and JEM are two, but neither may be another actor's name."""
    owners: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        for acronym in row.get("acronyms", []):
            owners[acronym].add(row["id"])
    words = {same(name): row["id"] for row in ROWS for name in words_of(row)}
    for acronym, ids in owners.items():
        if same(acronym) in words:
            ids.add(words[same(acronym)])
    assert {name: sorted(ids) for name, ids in owners.items() if len(ids) > 1} == {}


def test_each_acronym_has_a_capital_or_a_digit() -> None:
    assert [name for row in ROWS for name in row.get("acronyms", []) if name == name.lower() and name.isalpha()] == []


def test_each_parent_exists_and_no_actor_is_within_itself() -> None:
    parents = {row["id"]: row.get("parent") for row in ROWS}
    assert [name for name, parent in parents.items() if parent and parent not in IDS] == []
    for start, parent in parents.items():
        seen, at = {start}, parent
        while at:
            assert at not in seen, start
            seen.add(at)
            at = parents[at]


def test_no_label_takes_sides() -> None:
    assert [row["label"] for row in ROWS if LOADED.search(row["label"])] == []


def test_countries_are_in_the_table_of_countries() -> None:
    known = {row["id"] for row in yaml.safe_load((LEXICON / "countries.yaml").read_text(encoding="utf-8"))}
    assert {row["id"]: set(row["countries"]) - known for row in ROWS if set(row.get("countries", [])) - known} == {}


def test_no_named_actor_is_found_by_a_common_word() -> None:
    named = [row for row in ROWS if not row.get("generic")]
    assert [(row["id"], name) for row in named for name in words_of(row) if same(name) in COMMON] == []


def test_the_world_is_covered() -> None:
    assert len([row for row in ROWS if not row.get("generic")]) >= 500
    assert len([row for row in ROWS if row.get("generic")]) >= 50
    assert {row["kind"] for row in ROWS} >= KINDS - {"agency", "outlet"}


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Hizbullah", "hezbollah"),
        ("Da'esh", "islamic-state"),
        ("Syrian Observatory for Human Rights", "syrian-observatory-for-human-rights"),
        ("US-backed Syrian Democratic Forces", "syrian-democratic-forces"),
        ("Ansar Allah", "houthis"),
        ("Tehreek-e-Taliban Pakistan", "tehrik-i-taliban-pakistan"),
        ("al-Shabab", "al-shabaab"),
        ("terrorists", "militants"),
        ("regime forces", "government-forces"),
    ],
)
def test_a_name_in_the_news_leads_to_its_actor(name: str, actor: str) -> None:
    assert [row["id"] for row in ROWS if same(name) in map(same, words_of(row))] == [actor]


def test_what_takes_sides_in_a_name_is_marked() -> None:
    """A loaded name is kept as wording, so it must not stand among the plain aliases."""
    plain = [(row["id"], name) for row in ROWS for name in row.get("aliases", []) if LOADED.search(name)]
    assert plain == []


@pytest.mark.parametrize(
    ("written", "actor"),
    [
        ("Jaysh Al Fateh", "jaysh-al-fatah"),
        ("Jaish al Fatah", "jaysh-al-fatah"),
        ("Failaq al Sham", "faylaq-al-sham"),
        ("Hay'at Tahrir al Sham", "hayat-tahrir-al-sham"),
        ("Ahrar ash-Sham", "ahrar-al-sham"),
        ("Fateh", "fatah"),
    ],
)
def test_an_arabic_name_is_known_in_the_ways_that_english_prints_it(written: str, actor: str) -> None:
    found = actor_book(load_tables()).find(f"Fighters of {written} left the town.")
    assert actor in {hit.actor.id for hit in found}


@pytest.mark.parametrize("words", ["Syrian army", "the army of Chad", "police and Hamas gunmen", "nobody at all"])
def test_a_few_words_name_whom_they_name_in_a_text_however_often_they_are_asked(words: str) -> None:
    book = actor_book(load_tables())
    assert list(book.named_in(words)) == book.find(words)
    assert book.named_in(words) is book.named_in(words)
