"""Whatever is altered behind the store's back is found."""

from __future__ import annotations

import sqlite3
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon import Decision, Judgement, Store, StoreReader

TEXTS = (
    "Flood drowns nine in Arda\n\nARDA, June 15, 2027 - Nine people drowned when the Sumeh burst its banks in Arda on Tuesday, police said.\n",
    "Arda flood toll rises to 12\n\nARDA, June 16, 2027 - Twelve people drowned in Tuesday's flood in Arda, police said on Wednesday.\n",
)
AT = datetime(2027, 6, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound store with two reports, something set aside, a judgement and its withdrawal."""
    folder = tmp_path_factory.mktemp("sound")
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text)
    (folder / "2.txt").write_bytes(b" ")
    with Store(folder / "store.db") as store:
        for number in range(3):
            store.add(folder / f"{number}.txt", arrived=AT)
        first = store.events()[-1].event.id
        claim = store.record(first).claims[0].id
        id_ = store.judge(Judgement(Decision.REJECT, (claim,), "anna", "2027-06-21T08:00:00Z"))
        store.withdraw(id_, by="bert", at="2027-06-21T09:00:00Z")
        both = tuple(report.id for report in store.reports())
        apart = store.judge(Judgement(Decision.NOT_SAME, both, "anna", "2027-06-21T09:30:00Z"))
        store.withdraw(apart, by="anna", at="2027-06-21T09:40:00Z")
        store.judge(Judgement(Decision.SAME, both, "anna", "2027-06-21T10:00:00Z"))
        assert store.verify().problems == ()
    return folder / "store.db"


@pytest.fixture
def mine(sound: Path, tmp_path: Path) -> Path:
    """A copy of it that may be spoilt."""
    with sqlite3.connect(sound) as source, sqlite3.connect(tmp_path / "store.db") as target:
        source.backup(target)
    source.close()
    target.close()
    return tmp_path / "store.db"


def problems(path: Path, *statements: str) -> list[str]:
    """What verify finds after somebody has changed the file."""
    connection = sqlite3.connect(path)
    connection.create_function("packed", 1, lambda text: zlib.compress(text.encode()))
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()
    with StoreReader(path) as store:
        return list(store.verify().problems)


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        ("UPDATE log SET at = '2026-01-01T00:00:00Z' WHERE number = 3", "change 3 (added"),
        ("UPDATE log SET details = replace(details, 'txt', 'TXT') WHERE number = 1", "change 1 (added"),
        ("UPDATE log SET hash = '00' WHERE number = 2", "change 3"),
        ("DELETE FROM log WHERE number = 2", "change 2: missing from the log"),
        ("DELETE FROM log WHERE number = (SELECT max(number) FROM log)", "last change of e-"),
        (
            "UPDATE originals SET bytes = CAST('Nine people lived.' AS BLOB) WHERE source LIKE '%0.txt'",
            "its bytes have changed",
        ),
        ("UPDATE reports SET body = packed('{}') WHERE number = 1", "not as it was written"),
        ("UPDATE reports SET body = CAST('x' AS BLOB) WHERE number = 1", "not as it was written"),
        ("UPDATE readings SET body = packed('{}') WHERE report = 2", "reading of r-"),
        ("DELETE FROM readings WHERE report = 2", "gone, though the log tells of it"),
        ("UPDATE records SET body = packed('{}')", "record of e-"),
        ("DELETE FROM records", "gone, though the log tells of it"),
        ("UPDATE members SET until = 5 WHERE account = 1 AND until IS NULL", "has other reports than the log tells"),
        ("UPDATE judgements SET body = packed((SELECT 'x'))", "judgement of change"),
        ("DELETE FROM judgements WHERE number = (SELECT max(number) FROM judgements)", "judgement of change"),
        ("UPDATE events SET merged_into = NULL", "merged, but not so in the store"),
        ("UPDATE rejected SET reason = 'no reason'", "rejected"),
        ("DELETE FROM rejected", "gone"),
    ],
)
def test_what_is_altered_is_found(mine: Path, spoil: str, found: str) -> None:
    told = problems(mine, "PRAGMA foreign_keys = OFF", spoil)
    assert told
    assert any(found in problem for problem in told), told


def test_what_is_not_touched_is_sound(mine: Path) -> None:
    assert problems(mine) == []


def test_the_log_can_be_held_against_a_hash_noted_before(mine: Path) -> None:
    with StoreReader(mine) as store:
        head = store.verify().head
        assert head == store.changes()[-1].digest
