#!/usr/bin/env python3
"""Write what rashomon makes of a benchmark's reports, as its scorer reads it.

usage: predict.py BENCH_DIR NAME --to FILE [--kind claims|mentions|events] [--jobs N]

Everything goes through the public Python API. A report that cannot be read is told on stderr and left out; the run goes on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import engine
from layout import Benchmark, Row, benchmark

CHUNK = 24


def main(arguments: list[str] | None = None) -> None:
    """Read the command line and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench_dir", type=Path)
    parser.add_argument("name")
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--kind", choices=("claims", "mentions", "events"))
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    predict(benchmark(given.bench_dir, given.name, given.kind), given.to, jobs=given.jobs)


def predict(bench: Benchmark, to: Path, *, jobs: int = 2) -> int:
    """Write the rows of a benchmark to a file and return their number."""
    tasks, work = (event_tasks(bench), event_rows) if bench.kind == "events" else (report_tasks(bench), reading_rows)
    to.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with to.open("w", encoding="utf-8") as out:
        for rows in shown(bench.name, mapped(work, tasks, jobs), len(tasks)):
            for row in rows:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
            written += len(rows)
    return written


def mapped(work: Callable[[Any], list[Row]], tasks: list[Any], jobs: int) -> Iterator[list[Row]]:
    """Yield the rows of each task in order, worked out in ``jobs`` processes."""
    if jobs < 2 or len(tasks) < 2:
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(work, tasks)


def shown(name: str, results: Iterable[list[Row]], total: int) -> Iterator[list[Row]]:
    """Pass the results on, and show on stderr how far they are."""
    live = sys.stderr.isatty()
    for number, rows in enumerate(results, 1):
        if live or number == total or number % max(1, total // 4) == 0:
            end = "" if live and number < total else "\n"
            print(f"{chr(13) if live else ''}{name}: {number} of {total}", end=end, file=sys.stderr, flush=True)
        yield rows


def report_tasks(bench: Benchmark) -> list[tuple[str, list[Row]]]:
    """Return the reports in handfuls, with what is wanted of them."""
    reports = iter(bench.reports)
    return [(bench.kind, chunk) for chunk in iter(lambda: list(islice(reports, CHUNK)), [])]


def event_tasks(bench: Benchmark) -> list[tuple[bool, int, list[Row]]]:
    """Return the groups with their reports; without groups, all reports are one."""
    by_id = {row["id"]: row for row in bench.reports}
    groups = bench.groups or [list(by_id)]
    return [(bench.one_event, number, [by_id[i] for i in group if i in by_id]) for number, group in enumerate(groups)]


def reading_rows(task: tuple[str, list[Row]]) -> list[Row]:
    """Return the claims or mentions of some reports."""
    kind, rows = task
    lines = engine.claim_rows if kind == "claims" else engine.mention_rows
    return [line for _, reading in read_all(rows) for line in lines(reading)]


def event_rows(task: tuple[bool, int, list[Row]]) -> list[Row]:
    """Return the events of one group, reconciled; a report that cannot be read stands alone."""
    one_event, number, rows = task
    read = list(read_all(rows))
    reports, readings = [report for report, _ in read], [reading for _, reading in read]
    found = engine.event_rows(reports, readings, one_event=one_event) if reports else []
    lost = {row["id"] for row in rows} - {report.id for report in reports}
    found += [
        {"id": f"unread-{i}", "report_ids": [i], "when": None, "where": None, "type": None, "figures": []}
        for i in sorted(lost)
    ]
    return [row | {"id": f"{number}/{row['id']}"} for row in found]


def read_all(rows: Iterable[Row]) -> Iterator[tuple[Any, Any]]:
    """Yield each report with its reading; one that fails is told and left out."""
    for row in rows:
        try:
            report = engine.report_of(row)
            (reading,) = engine.readings_of([report])
        except Exception as problem:  # noqa: BLE001 - a benchmark run must not end at one report
            print(f"\n{row.get('id')}: not read: {type(problem).__name__}: {problem}", file=sys.stderr)
            continue
        yield report, reading


if __name__ == "__main__":
    main()
