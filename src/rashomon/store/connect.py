"""Where a store lies, and how it is opened: an SQLite file by its path, PostgreSQL by its URL."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool, StaticPool

from rashomon.errors import StoreError

__all__ = ["MEMORY", "Connection", "Database"]

T = TypeVar("T")

MEMORY = ":memory:"
"""A store that lasts as long as it is open."""
PATIENCE = 60.0
"""Seconds for which a writer waits for another one in SQLite."""
CACHE = 65_536
"""Kibibytes of an SQLite file that are kept in memory: the index of keys is read and written all over."""
TRIES, PAUSE = 5, 0.2
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
        self.shown = shown(self.where)

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
            raise StoreError(f"{self.shown} is open for reading alone; open it as a Store to change it")
        with self.open(writing=True) as connection, patiently(connection.begin, OperationalError):
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            yield connection

    @contextmanager
    def open(self, **options: Any) -> Iterator[Connection]:
        """Give a connection; StoreError where the store cannot be reached, is full, or is no store at all."""
        try:
            with self.engine.connect() as connection:
                yield connection.execution_options(**options)
        except (OperationalError, DatabaseError) as problem:
            if not isinstance(problem, OperationalError) and type(problem) is not DatabaseError:
                raise
            raise StoreError(f"{self.shown}: {str(problem.orig).strip()}") from problem

    def make_ready(self) -> None:
        """Let readers of a new SQLite file go on while one writes; the file remembers."""
        if self.engine.dialect.name != "sqlite":
            return
        connection = self.engine.raw_connection()
        try:
            patiently(lambda: connection.cursor().execute("PRAGMA journal_mode = WAL"), sqlite3.OperationalError)
        finally:
            connection.close()

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def shown(where: str) -> str:
    """Return a path, or a URL without its password."""
    return make_url(where).render_as_string() if "://" in where else where


def patiently(do: Callable[[], T], problem: type[Exception]) -> T:
    """Do something, if need be after others have done; the last try raises what is wrong."""
    for _ in range(TRIES):
        try:
            return do()
        except problem:
            time.sleep(PAUSE)
    return do()


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
        found.execute("PRAGMA foreign_keys = ON")
        found.execute(f"PRAGMA cache_size = -{CACHE}")
        return found

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool if path == MEMORY else QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
