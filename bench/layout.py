"""The benchmarks' files: which there are, what each wants, and what its pages say of baselines and headline figures."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Row = dict[str, Any]

KINDS = {
    "counts": "claims",
    "acts": "claims",
    "fa_kes": "claims",
    "isaf": "claims",
    "satp": "claims",
    "case_acts": "claims",
    "polnear": "mentions",
    "timex": "mentions",
    "places": "mentions",
    "re3d": "mentions",
    "airwars_en": "events",
    "gva": "events",
    "verdicts": "events",
}
"""What each family of benchmarks is scored from; ``counts_written`` is of the family ``counts``."""
ONE_EVENT = frozenset({"airwars_en"})
"""Families whose groups are one event each; in the others the events of a group have to be found."""


@dataclass(frozen=True)
class Benchmark:
    """One folder of reports to read: ``kind`` is claims, mentions or events."""

    name: str
    folder: Path
    kind: str
    one_event: bool

    @property
    def reports(self) -> list[Row]:
        """The rows of ``reports.jsonl``."""
        return list(rows_of(self.folder / "reports.jsonl"))

    @property
    def groups(self) -> list[list[str]]:
        """The report ids of each group; none where the reports come one by one."""
        path = self.folder / "groups.jsonl"
        return [row["report_ids"] for row in rows_of(path)] if path.is_file() else []

    @property
    def digest(self) -> str:
        """What tells this data from any other: SHA-256 over reports, groups and gold."""
        return digest_of(self.folder / name for name in ("reports.jsonl", "groups.jsonl", "gold.jsonl"))

    def slice(self, to: Path, every: int) -> Benchmark:
        """Write every so-manieth report, the first at that place, with its gold under a folder; return that benchmark.

        The lines are copied as they stand. For benchmarks whose reports come one by one, without groups.
        """
        folder = to / self.name
        folder.mkdir(parents=True, exist_ok=True)
        lines = list(lines_of(self.folder / "reports.jsonl"))[every - 1 :: every]
        kept = {json.loads(line)["id"] for line in lines}
        gold = [line for line in lines_of(self.folder / "gold.jsonl") if json.loads(line)["report_id"] in kept]
        for name, some in (("reports.jsonl", lines), ("gold.jsonl", gold)):
            (folder / name).write_text("".join(some), "utf-8")
        return replace(self, folder=folder)


def benchmark(bench_dir: Path, name: str, kind: str | None = None) -> Benchmark:
    """Return the benchmark of this name; ``kind`` settles it for a name that is not known."""
    folder = bench_dir / name
    if not (folder / "reports.jsonl").is_file():
        raise SystemExit(f"{folder}: no reports.jsonl there; benchmarks here: {', '.join(names(bench_dir)) or 'none'}")
    family = family_of(name)
    guessed = KINDS.get(family or "") or ("events" if (folder / "groups.jsonl").is_file() else None)
    if not (kind or guessed):
        raise SystemExit(f"{name}: not a known benchmark; say what it wants with --kind claims, mentions or events")
    return Benchmark(name, folder, kind or guessed or "", family in ONE_EVENT)


def names(bench_dir: Path) -> list[str]:
    """Return the names of the folders with reports, sorted."""
    return sorted(path.parent.name for path in bench_dir.glob("*/reports.jsonl"))


def family_of(name: str) -> str | None:
    """Return the known family of a name: ``counts`` for ``counts`` and ``counts_written``."""
    return next((family for family in KINDS if name == family or name.startswith(f"{family}_")), None)


def digest_of(paths: Iterable[Path]) -> str:
    """Return one SHA-256 over the names and bytes of files; those that are not there are left out."""
    found = hashlib.sha256()
    for path in paths:
        if path.is_file():
            found.update(f"{path.name}\0{path.stat().st_size}\0".encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of a JSON-lines file."""
    return map(json.loads, lines_of(path))


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a file that hold something, each with its end."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from (line for line in lines if line.strip())


FIGURE = re.compile(r"(?<![\w+])(\+?[A-Za-z][\w+>]*)\s+(\d+(?:\.\d+)?)(?=%|[,.;)\s])")


def baselines(bench_dir: Path, name: str) -> dict[str, float]:
    """Return what trivial baselines reach by a benchmark's ABOUT.md: a block of figures, or a line of them."""
    about = bench_dir / name / "ABOUT.md"
    text = about.read_text("utf-8") if about.is_file() else ""
    start = text.find("Floor")
    if start < 0:
        return {}
    block = re.search(r"```\n(.*?)```", text[start:], re.DOTALL)
    stated = block[1] if block else text[start:].split("\n", 1)[0]
    found: dict[str, float] = {}
    stem = ""
    for match in FIGURE.finditer(stated):
        label = f"{stem}_{match[1]}_F1" if match[1].startswith("+") and stem else match[1]
        stem = stem or label.split("_")[0]
        found[label] = float(match[2])
    return found


def headlines(bench_dir: Path, name: str, metrics: list[str]) -> list[str]:
    """Return the metrics that the kit's README names for a benchmark; the first six where it names none."""
    readme = bench_dir / "README.md"
    lines = readme.read_text("utf-8").splitlines() if readme.is_file() else []
    family = family_of(name) or name
    listed = next((line for line in lines if re.match(rf"\|\s*{re.escape(family)}\s*\|", line)), "")
    wanted = re.findall(r"[A-Za-z][\w+>]*", listed.rsplit("|", 2)[-2]) if listed.count("|") >= 3 else []
    return [metric for metric in metrics if metric in wanted] or metrics[:6]
