#!/usr/bin/env python3
"""Predict and score the benchmarks of a kit, and print their headline figures beside the floors.

usage: run.py BENCH_DIR [NAME ...] [--jobs N]

Predictions and ``bench-results.json`` go into the folder ``build/``. Where ``seeds/`` lies beside BENCH_DIR, its two reports
are compared and scored too.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from layout import benchmark, floors, headlines, names
from predict import predict

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, run, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench_dir", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    results = {}
    for name in given.names or names(given.bench_dir):
        results[name] = measured(given.bench_dir, name, given.jobs)
        told(name, results)
    if not given.names and (given.bench_dir.parent / "seeds" / "score.py").is_file():
        results["seeds"] = seeds(given.bench_dir.parent / "seeds")
        told("seeds", results)


def told(name: str, results: dict[str, dict[str, Any]]) -> None:
    """Print the table of the latest benchmark and write all that is measured so far."""
    print_table(name, results[name])
    (BUILD / "bench-results.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")


def measured(bench_dir: Path, name: str, jobs: int) -> dict[str, Any]:
    """Predict and score one benchmark: all metrics, the floors, the headline names, seconds."""
    bench = benchmark(bench_dir, name)
    to = BUILD / "bench" / f"{name}.jsonl"
    start = time.monotonic()
    predict(bench, to, jobs=jobs)
    seconds = time.monotonic() - start
    scored = output_of(
        [sys.executable, str(bench_dir / "score.py"), str(bench_dir), name, f"--{bench.kind}", str(to), "--json"]
    )
    metrics = {metric: entry["value"] for metric, entry in scored["metrics"].items()}
    shown = headlines(bench_dir, name, list(metrics))
    return {"metrics": metrics, "floors": floors(bench_dir, name), "headlines": shown, "seconds": round(seconds, 1)}


def seeds(folder: Path) -> dict[str, Any]:
    """Compare the two seed reports by the command line and score the record."""
    to = BUILD / "bench" / "seeds.json"
    to.parent.mkdir(parents=True, exist_ok=True)
    command = Path(sys.executable).parent / "rashomon"
    run = subprocess.run(
        [command, "compare", *sorted(folder.glob("*.txt")), "--json"], capture_output=True, text=True, check=False
    )
    to.write_text(run.stdout, "utf-8")
    if run.returncode:
        print(run.stderr, file=sys.stderr)
    scored = output_of([sys.executable, str(folder / "score.py"), str(to), "--json"])
    metrics = {k: v for k, v in scored.items() if isinstance(v, int | float)}
    return {"metrics": metrics, "floors": {}, "headlines": list(metrics), "seconds": None}


def output_of(command: list[str]) -> dict[str, Any]:
    """Return the JSON object that a command prints; what it complains of goes to stderr."""
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found: dict[str, Any] = json.loads(run.stdout)
    except json.JSONDecodeError:
        print(run.stdout[-2000:], run.stderr[-2000:], file=sys.stderr)
        return {"metrics": {}}
    return found


def print_table(name: str, result: dict[str, Any]) -> None:
    """Print the headline figures of one benchmark, each with its floor."""
    seconds = "" if result["seconds"] is None else f"   ({result['seconds']} s)"
    print(f"\n{name}{seconds}")
    for metric in result["headlines"]:
        value, floor = result["metrics"].get(metric), result["floors"].get(metric)
        shown = "-" if value is None else f"{value:.1f}"
        beside = "" if floor is None else f"   floor {floor:.1f}{'' if value is None or value >= floor else '   BELOW'}"
        print(f"  {metric:<36} {shown:>6}{beside}", flush=True)


if __name__ == "__main__":
    main()
