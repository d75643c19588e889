"""Two writers at once: each waits for the other, and nothing is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from rashomon import Store, StoreReader
from rashomon.model import Report

WRITER = """
import sys
from datetime import datetime
from datetime import UTC, datetime
from rashomon import Store
from rashomon.pipeline.living import adding
adding.HANDFUL = 1
with Store(sys.argv[1]) as store:
    store.add(sys.argv[2:], arrived=datetime(2027, 6, 20, tzinfo=UTC))
"""


def written(reports: tuple[Report, ...], folder: Path) -> list[str]:
    """The reports as files."""
    for number, report in enumerate(reports):
        row = {"text": report.text, "outlet": report.outlet, "published": report.published}
        (folder / f"{number}.json").write_text(json.dumps(row))
    return [str(folder / f"{number}.json") for number in range(len(reports))]


@pytest.mark.usefixtures("read_once")
def test_two_writers_at_once_lose_nothing(
    where: str, mixed: tuple[Report, ...], noon: datetime, tmp_path: Path
) -> None:
    paths = written(mixed, tmp_path)
    # Both make the store, both have the first and the last reports, and they come from two sides.
    parts = (paths[: len(paths) * 2 // 3], paths[: len(paths) // 3 : -1] + paths[:2])
    running = [subprocess.Popen([sys.executable, "-c", WRITER, where, *part], stderr=subprocess.PIPE) for part in parts]
    errors = [one.communicate()[1].decode() for one in running]
    assert [one.returncode for one in running] == [0, 0], errors
    with StoreReader(where) as store:
        assert sorted(report.text for report in store.reports()) == sorted(report.text for report in mixed)
        assert store.verify().problems == ()
        together = {frozenset(entry.event.report_ids) for entry in store.events()}
        kept = list(store.reports())
    with Store(":memory:") as other:
        for report in sorted(kept, key=lambda report: report.id):
            other.add(report, arrived=noon)
        assert {frozenset(entry.event.report_ids) for entry in other.events()} == together
