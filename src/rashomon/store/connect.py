"""Where a store lies, and how it is opened: an SQLite file by its path, PostgreSQL by its URL."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.pool import QueuePool, StaticPool

from rashomon.errors import StoreError

MEMORY = ":memory:"
"""A store that lasts as long as it is open."""
PATIENCE = 60.0
"""Seconds for which a writer waits for another one in SQLite."""
TRIES = 5
LOCK = 0x7261_7368_6F6D
"""The number under which writers of a PostgreSQL store wait for each other."""


class Database:
    """An open store: connections for reading, and for writing one after the other.

    ``where`` is the path of an SQLite file, ``:memory:`` or a URL (``postgresql://user@host/name``). Opened for reading
    alone, it cannot be changed through this object. StoreError says what is wrong with it.
    """

    def __init__(self, where: str | Path, *, writable: bool) -> None:
        self.where, self.writable = str(where), writable
        self.engine = postgresql(self.where) if "://" in self.where else sqlite(self.where, writable=writable)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store, whatever others write meanwhile."""
        with self.open() as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection of one transaction: all of it is kept at the end, or nothing where anything goes wrong."""
        if not self.writable:
            raise StoreError(f"{self.where} is open for reading alone; open it as a Store to change it")
        with self.open(writing=True) as connection, begun(connection):
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            yield connection

    @contextmanager
    def open(self, **options: Any) -> Iterator[Connection]:
        """Give a connection; StoreError where the store cannot be reached."""
        try:
            connection = self.engine.connect()
        except DBAPIError as problem:
            raise StoreError(f"{self.where} cannot be opened: {problem.orig}") from problem
        with connection:
            yield connection.execution_options(**options)

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


@contextmanager
def begun(connection: Connection) -> Iterator[None]:
    """Begin a transaction, if need be after other writers."""
    for left in reversed(range(TRIES)):
        try:
            transaction = connection.begin()
            break
        except OperationalError:
            connection.rollback()
            if not left:
                raise
            time.sleep(0.1)
    with transaction:
        yield


def postgresql(url: str) -> Engine:
    """Return the engine of a PostgreSQL store."""
    try:
        parsed = make_url(url)
    except ArgumentError as problem:
        raise StoreError(f"{url!r} names no store; give a file, or postgresql://user@host/name") from problem
    if parsed.get_backend_name() not in {"postgresql", "postgres"}:
        raise StoreError(f"{parsed.drivername} is no store; give a file, or postgresql://user@host/name")
    try:
        return create_engine(parsed.set(drivername="postgresql+psycopg"))
    except ImportError as problem:
        raise StoreError("a PostgreSQL store needs psycopg: pip install 'rashomon[postgresql]'") from problem


def sqlite(path: str, *, writable: bool) -> Engine:
    """Return the engine of an SQLite store."""
    if path != MEMORY and not writable and not Path(path).is_file():
        raise StoreError(f"{path}: there is no such store; 'rashomon add' makes one, --store names another")
    address = f"file:{quote(path)}?mode={'rwc' if writable else 'ro'}"

    def connect() -> sqlite3.Connection:
        found = sqlite3.connect(
            path if path == MEMORY else address, uri=path != MEMORY, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )  # fmt: skip
        return prepared(found, writable=writable)

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool if path == MEMORY else QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def prepared(connection: sqlite3.Connection, *, writable: bool) -> sqlite3.Connection:
    """Return the connection as the store needs it: readers and one writer at a time, and no row without what it refers to."""
    connection.execute("PRAGMA foreign_keys = ON")
    if writable:
        for left in reversed(range(TRIES)):
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                break
            except sqlite3.OperationalError:
                if not left:
                    raise
                time.sleep(0.1)
    return connection
