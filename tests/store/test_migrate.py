"""A store's tables are those that the code works with, however the store was made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from rashomon import Store, StoreError, StoreReader
from rashomon.store import migrate
from rashomon.store.connect import Database
from rashomon.store.schema import metadata


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
