#!/usr/bin/env python3
"""Write what rashomon makes of a benchmark's reports, as its scorer reads it.

usage: predict.py BENCH_DIR NAME --to FILE [--kind claims|mentions|events] [--jobs N]

Everything goes through the public Python API. A report that cannot be read is told on stderr and left out; the run goes on.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))

import engine
from acttypes import in_words_of
from layout import Benchmark, Row, benchmark
from leadtoll import as_coded, of_sides
from settings import SettingsFor, as_shipped, settings_for

if TYPE_CHECKING:
    from rashomon.model import Report

CHUNK = 24
PLAIN = "RASHOMON_BENCH_PLAIN"
"""Set, this variable leaves claims as the reader makes them, so that what the coders' conventions are worth can be seen."""


def main(arguments: list[str] | None = None) -> None:
    """Read the command line and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench_dir", type=Path)
    parser.add_argument("name")
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--kind", choices=("claims", "mentions", "events"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folds", action="store_true", help="with weights that have not seen a report's source")
    given = parser.parse_args(arguments)
    settings = settings_for if given.folds else as_shipped
    predict(benchmark(given.bench_dir, given.name, given.kind), given.to, jobs=given.jobs, settings=settings)


@dataclass(frozen=True)
class Task:
    """Some reports that are read in one go, with all that a worker process has to know of their benchmark."""

    bench: Benchmark
    settings: SettingsFor
    number: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Done:
    """What became of a task: the rows to write, and the ids of reports that could not be read."""

    rows: list[Row]
    unread: list[str]


def predict(bench: Benchmark, to: Path, *, jobs: int = 2, settings: SettingsFor = as_shipped) -> list[str]:
    """Write the rows of a benchmark to a file; return the ids of the reports that could not be read.

    ``settings`` says how each report is read.
    """
    work = event_rows if bench.kind == "events" else reading_rows
    batches = groups_of(bench) if bench.kind == "events" else handfuls_of(bench)
    tasks = [Task(bench, settings, number, tuple(rows)) for number, rows in enumerate(batches)]
    to.parent.mkdir(parents=True, exist_ok=True)
    unread: list[str] = []
    with to.open("w", encoding="utf-8") as out:
        for done in shown(bench.name, mapped(work, tasks, jobs), len(tasks)):
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in done.rows)
            unread += done.unread
    return unread


def mapped(work: Callable[[Task], Done], tasks: list[Task], jobs: int) -> Iterator[Done]:
    """Yield what became of each task in order, worked out in ``jobs`` processes."""
    if jobs < 2 or len(tasks) < 2:
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(work, tasks)


def shown(name: str, results: Iterable[Done], total: int) -> Iterator[Done]:
    """Pass the results on, and show on stderr how far they are."""
    live = sys.stderr.isatty()
    for number, done in enumerate(results, 1):
        if live or number == total or number % max(1, total // 4) == 0:
            end = "" if live and number < total else "\n"
            print(f"{chr(13) if live else ''}{name}: {number} of {total}", end=end, file=sys.stderr, flush=True)
        yield done


def handfuls_of(bench: Benchmark) -> list[list[Row]]:
    """Return the reports in handfuls."""
    reports = bench.reports
    return [reports[start : start + CHUNK] for start in range(0, len(reports), CHUNK)]


def groups_of(bench: Benchmark) -> list[list[Row]]:
    """Return the groups with their reports; without groups, all reports are one."""
    by_id = {row["id"]: row for row in bench.reports}
    groups = bench.groups or [list(by_id)]
    return [[by_id[i] for i in group if i in by_id] for group in groups]


def reading_rows(task: Task) -> Done:
    """Return the claims or mentions of some reports."""
    read = list(read_all(task))
    if task.bench.kind == "claims":
        name = task.bench.name
        found = [row for report, reading in read for row in adapted(name, report, engine.claim_rows(reading))]
        return Done(in_words_of(name, found), unread_of(task, read))
    return Done([row for _, reading in read for row in engine.mention_rows(reading)], unread_of(task, read))


def adapted(name: str, report: Report, rows: list[Row]) -> list[Row]:
    """Return a report's claim rows as the conventions of a benchmark's coders want them; with the switch PLAIN as they are."""
    if os.environ.get(PLAIN):
        return rows
    return as_coded(name, rows, report.text)


def event_rows(task: Task) -> Done:
    """Return the events of one group, reconciled; a report that cannot be read stands alone."""
    read = list(read_all(task))
    reports, readings = [report for report, _ in read], [reading for _, reading in read]
    found = engine.event_rows(reports, readings, one_event=task.bench.one_event) if reports else []
    unread = unread_of(task, read)
    found += [
        {"id": f"unread-{i}", "report_ids": [i], "when": None, "where": None, "type": None, "figures": []}
        for i in unread
    ]
    if not os.environ.get(PLAIN):
        found = [of_sides(task.bench.name, row) for row in found]
    return Done([row | {"id": f"{task.number}/{row['id']}"} for row in found], unread)


def unread_of(task: Task, read: Iterable[tuple[Any, Any]]) -> list[str]:
    """Return the ids of a task's reports that are not among those read, sorted."""
    return sorted({row["id"] for row in task.rows} - {report.id for report, _ in read})


def read_all(task: Task) -> Iterator[tuple[Any, Any]]:
    """Yield each report with its reading, read with its own settings; one that fails is told and left out."""
    for row in task.rows:
        try:
            report = engine.report_of(row)
            (reading,) = engine.readings_of([report], task.settings(row))
        except Exception as problem:  # noqa: BLE001 - a benchmark run must not end at one report
            print(f"\n{row.get('id')}: not read: {type(problem).__name__}: {problem}", file=sys.stderr)
            continue
        yield report, reading


if __name__ == "__main__":
    main()
