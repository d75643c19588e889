"""Stores on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

import postgres

NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server for the tests of this process."""
    if postgres.binaries() is None:
        pytest.skip("PostgreSQL is not installed here")
    pytest.importorskip("psycopg")
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new store may lie: a file, or a database on a server."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    return postgres.database(request.getfixturevalue("server"), f"store{next(NUMBERS)}")
