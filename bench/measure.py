"""One benchmark predicted and scored, or the two seed reports compared and scored: figures in, no judgement on them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layout import Benchmark, baselines, digest_of, headlines
from predict import predict
from settings import as_shipped, settings_for

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
SEEDS = "seeds"


@dataclass(frozen=True)
class Measured:
    """The figures of one benchmark in per cent: all of them, those worth showing, and what trivial baselines reach.

    ``unread`` are the ids of reports that could not be read, of which there should be none.
    """

    name: str
    digest: str
    metrics: Mapping[str, float]
    headlines: Sequence[str]
    baselines: Mapping[str, float]
    seconds: float
    unread: Sequence[str] = ()


def measured(bench: Benchmark, kit: Path, *, part: str = "whole", jobs: int = 2) -> Measured:
    """Read the reports of a benchmark, score them with the kit's scorer and return the figures.

    The whole is read with weights that have not seen a report's source, a part as users have it. ``kit`` is the folder that holds ``score.py`` and the pages; the benchmark's own folder may be a slice elsewhere.
    """
    to = BUILD / "bench" / part / f"{bench.name}.jsonl"
    start = time.monotonic()
    unread = predict(bench, to, jobs=jobs, settings=settings_for if part == "whole" else as_shipped)
    seconds = time.monotonic() - start
    home = bench.folder.parent
    scored = output_of([kit / "score.py", home, bench.name, f"--{bench.kind}", to, "--json"])
    metrics = {metric: entry["value"] for metric, entry in scored["metrics"].items() if entry["value"] is not None}
    shown = headlines(kit, bench.name, list(metrics))
    return Measured(bench.name, bench.digest, metrics, shown, baselines(kit, bench.name), round(seconds, 1), unread)


def seeds(folder: Path) -> Measured:
    """Compare the two seed reports by the command line and score the record."""
    to = BUILD / "bench" / "seeds.json"
    to.parent.mkdir(parents=True, exist_ok=True)
    reports = sorted(folder.glob("*.txt"))
    start = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", "rashomon", "compare", *reports, "--json"], capture_output=True, text=True, check=False
    )
    seconds = time.monotonic() - start
    to.write_text(run.stdout, "utf-8")
    if run.returncode:
        print(run.stderr, file=sys.stderr)
    scored = output_of([folder / "score.py", to, "--json"])
    metrics = {metric: float(value) for metric, value in scored.items() if isinstance(value, int | float)}
    digest = digest_of([*reports, *sorted(folder.glob("*.jsonl"))])
    return Measured(SEEDS, digest, metrics, list(metrics), {}, round(seconds, 1))


def output_of(command: Sequence[str | Path]) -> dict[str, Any]:
    """Return the JSON object that a script prints; what it complains of goes to stderr, and no figure comes of it."""
    run = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    try:
        found: dict[str, Any] = json.loads(run.stdout)
    except json.JSONDecodeError:
        print(run.stdout[-2000:], run.stderr[-2000:], file=sys.stderr)
        return {"metrics": {}}
    return found
