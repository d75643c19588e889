"""The store's layout brought up to what this version of the program needs."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from rashomon.errors import StoreError
from rashomon.store.connect import Database
from rashomon.store.schema import metadata

SCRIPTS = Path(__file__).parent / "migrations"
HEAD = "0002"
"""The last migration; a store that has it is used as it is."""
KNOWN = frozenset({"0001", "0002"})


def bring_up(database: Database) -> None:
    """Make the tables of a new store, or change those of an older one; all of it, or nothing."""
    with database.reading() as connection:
        found = version_of(connection)
        strange = found is None and metadata.tables.keys() & set(inspect(connection).get_table_names())
    if found == HEAD:
        return
    check(found, database.shown)
    if strange:
        raise StoreError(
            f"{database.shown} is no store of reports, and has a table {min(strange)!r}; name another place"
        )
    if found is None:
        database.make_ready()
    with database.writing() as connection:
        upgrade(connection)


def check_version(database: Database) -> None:
    """Refuse a store that this version cannot read."""
    with database.reading() as connection:
        found = version_of(connection)
    check(found, database.shown)
    if found is None:
        raise StoreError(f"{database.shown} is no store of reports; give one that 'rashomon add' made")
    if found != HEAD:
        raise StoreError(
            f"{database.shown} was made by an older version; 'rashomon verify' on a writable store brings it up"
        )


def check(found: str | None, where: str) -> None:
    """Refuse a store of a newer version."""
    if found is not None and found not in KNOWN:
        raise StoreError(f"{where} was made by a newer version (its layout is {found}); use that one")


def version_of(connection: Connection) -> str | None:
    """Return the last migration that a store has had; None for none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(connection: Connection) -> None:
    """Run the migrations that are missing, in the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
