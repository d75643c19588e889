"""What every test may use: the hypothesis profiles, the folder of shared benchmarks, and stores on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import postgres

ROOT = Path(__file__).resolve().parent.parent

# A slow machine fails no law, and the same code meets the same examples everywhere.
settings.register_profile(
    "steady", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
# `make test ARGS="--hypothesis-profile explore"` looks further afield.
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds and benchmarks beside a checkout; a test that asks for it is skipped where there is none."""
    folder = ROOT.parent / "shared"
    if not (folder / "bench").is_dir():
        pytest.skip("no ../shared beside this checkout")
    return folder


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
