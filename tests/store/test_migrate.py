"""A store's tables are those that the code works with, however the store was made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from rashomon import Store, StoreError, StoreReader
from rashomon.model import Report, ReportId
from rashomon.store import accounts, events, links, migrate, reports
from rashomon.store.connect import Database
from rashomon.store.schema import metadata

OLD = (
    "INSERT INTO signatures VALUES (1, 'd', 'a.txt', 4, 'x')",
    "INSERT INTO keys VALUES (77, 1)",
    "INSERT INTO keys VALUES (77, 2)",
    "INSERT INTO links (first, second, likeness, copy, why) VALUES (1, 2, 0.9, 0, 'alike')",
    "INSERT INTO events VALUES ('e-1', 1, NULL, 1, 'now', 1, NULL, NULL, NULL, '', '', 0, 'x')",
    "INSERT INTO events VALUES ('e-2', 2, NULL, 2, 'now', 1, NULL, NULL, NULL, '', '', 0, 'x')",
    "INSERT INTO members VALUES (1, 1, NULL, 'e-1')",
    "INSERT INTO members VALUES (2, 2, NULL, 'e-2')",
)
"""Rows of the first layout, when reports themselves were grouped."""


def of_the_engine(name: str | None, kind: str) -> bool:
    """Leave the index of words out, which is the engine's own."""
    return not (kind == "table" and str(name).startswith("words"))


def test_the_migrations_make_the_tables_that_the_code_knows(where: str) -> None:
    Store(where).close()
    database = Database(where, writable=True)
    with database.writing() as connection:
        options = {"include_name": lambda name, kind, _: of_the_engine(name, kind), "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
        assert migrate.version_of(connection) == migrate.HEAD
    database.close()


def test_the_code_names_the_last_migration_and_knows_all() -> None:
    scripts = ScriptDirectory(str(migrate.SCRIPTS))
    assert scripts.get_current_head() == migrate.HEAD
    assert {one.revision for one in scripts.walk_revisions()} == migrate.KNOWN


def test_opening_it_again_changes_nothing(where: str) -> None:
    Store(where).close()
    with Store(where) as store:
        assert store.events() == store.changes() == ()


def test_a_store_of_a_newer_version_is_refused(where: str) -> None:
    Store(where).close()
    database = Database(where, writable=True)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    for kind in (Store, StoreReader):
        with pytest.raises(StoreError, match="newer version"):
            kind(where)


def test_a_store_of_the_first_layout_is_brought_up(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [Report(ReportId(f"r-{name}"), f"{name}.txt", f"Nine people drowned, says {name}.") for name in "ab"]
    database = Database(where, writable=True)
    database.make_ready()
    with database.writing() as connection, monkeypatch.context() as first:
        first.setattr("alembic.command.upgrade", lambda config, _, go=command.upgrade: go(config, "0001"))
        migrate.upgrade(connection)
        for report in told:
            reports.keep_report(connection, report, arrived="2027-06-20T12:00:00Z", original=None)
        for row in OLD:
            connection.execute(text(row))
    database.close()
    Store(where).close()
    database = Database(where, writable=False)
    with database.reading() as connection:
        assert migrate.version_of(connection) == migrate.HEAD
        assert accounts.numbers_of(connection, ["r-a", "r-b"]) == {"r-a": 1, "r-b": 2}
        assert [one.likeness for one in links.among(connection, [1, 2])] == [0.9]
        assert links.filed_under(connection, ["drown"]) == set()
        assert links.names(connection, [1]) == {1: ("a.txt", 4)}
        assert events.members_of(connection, "e-1") == [1]
        assert events.members_of(connection, "e-2") == [2]
        assert sorted(accounts.texts(connection, [1, 2])) == [1, 2]
    database.close()


def test_a_file_that_is_no_store_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    other, words = tmp_path / "other.db", tmp_path / "words.txt"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE log (line TEXT)")
    connection.close()
    words.write_text("Nine people drowned on Tuesday, police said. " * 90)
    before = other.read_bytes(), words.read_bytes()
    for path in (other, words):
        for kind in (Store, StoreReader):
            with pytest.raises(StoreError):
                kind(path)
    assert (other.read_bytes(), words.read_bytes()) == before


def test_nothing_is_half_made(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as broken:
        # The last table of the first step.
        broken.setattr("alembic.operations.Operations.execute", breaks)
        with pytest.raises(RuntimeError):
            Store(where)
    Store(where).close()
