"""Reports of the stories, read once however often they are added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache

import pytest
import stories

import rashomon
from rashomon.lexicon.tables import Tables
from rashomon.model import Reading, Report, ReportId
from rashomon.pipeline import default_tables
from rashomon.pipeline.living import writer

NOON = datetime(2027, 6, 20, 12, tzinfo=UTC)
"""When everything comes, where that does not matter."""


@cache
def reports_of(*names: str) -> tuple[Report, ...]:
    """The reports of some stories."""
    tables = default_tables()
    told = [one for one in stories.stories() if one.name in names]
    return tuple(
        stories.report_of(row, f"{one.name}-{key}", tables) for one in told for key, row in one.reports.items()
    )


READ: dict[ReportId, Reading] = {}


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a store take a reading it has seen before from memory, for reading takes most of the time."""

    def read(reports: Iterable[Report], *, tables: Tables, **_: object) -> Iterator[Reading]:
        wanted = list(reports)
        unread = [report for report in wanted if report.id not in READ]
        READ.update((reading.report_id, reading) for reading in rashomon.read(unread, tables=tables))
        return iter([READ[report.id] for report in wanted])

    monkeypatch.setattr(writer, "read", read)


@pytest.fixture
def noon() -> datetime:
    """When everything comes, where that does not matter."""
    return NOON


@pytest.fixture
def ferry() -> tuple[Report, ...]:
    """Four reports of a ferry that sank."""
    return reports_of("ferry_sinking")


@pytest.fixture
def mixed() -> tuple[Report, ...]:
    """The reports of four stories: a sinking, a flood, a fire and a strike."""
    return reports_of("ferry_sinking", "flood", "factory_fire", "air_strike")


@pytest.fixture
def roundups() -> tuple[Report, ...]:
    """The reports of three stories, two of them with a round-up of several happenings."""
    return reports_of("day_of_attacks", "provincial_bulletin", "ferry_sinking")
