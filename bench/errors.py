#!/usr/bin/env python3
"""Write docs/errors.md and its pictures: where the reader is good and where not, by construction and kind of report.

usage: errors.py BENCH_DIR [--read FOLDER] [--to FOLDER] [--jobs N]

Figures come from the benchmarks ``counts`` and ``counts_written``; no text of theirs enters the page. ``--read`` takes
predictions that the gate has left, ``build/bench/whole``, instead of reading the reports again.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from cases import Case, cases_of
from chart import chart
from constructions import SECTIONS
from errorpage import DRAWN, page, tallies
from layout import benchmark
from measure import BUILD, ROOT
from predict import predict
from settings import settings_for

REAL, INVENTED = "counts", "counts_written"


def main(arguments: list[str] | None = None) -> None:
    """Read the command line and write the page with its pictures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench_dir", type=Path)
    parser.add_argument("--read", type=Path, help="folder with NAME.jsonl as predict.py writes it")
    parser.add_argument("--to", type=Path, default=ROOT / "docs")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    real, invented = (cases(given.bench_dir, name, given.read, given.jobs) for name in (REAL, INVENTED))
    for section in SECTIONS:
        if section.short in DRAWN:
            picture = chart(section.title, tallies(section, real))
            (given.to / f"errors-{section.short}.svg").write_text(picture, "utf-8")
    (given.to / "errors.md").write_text(page(real, invented), "utf-8")


def cases(bench_dir: Path, name: str, read: Path | None, jobs: int) -> list[Case]:
    """Return the cases of a benchmark, read anew or from predictions that are there."""
    bench = benchmark(bench_dir, name)
    claims = read / f"{name}.jsonl" if read else BUILD / "bench" / "errors" / f"{name}.jsonl"
    if read is None:
        predict(bench, claims, jobs=jobs, settings=settings_for)
    return cases_of(bench, bench_dir, claims)


if __name__ == "__main__":
    main()
