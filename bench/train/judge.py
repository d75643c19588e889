#!/usr/bin/env python3
"""Train the judge on the counts that careful readers annotated, and say how well it does on sources and events it has not seen.

usage: judge.py BENCH_DIR [--by source|event] [--ship]

Without --ship, weights that leave out a fifth of the sources (or events) each go to ``build/judge/``, with a table of which
report belongs to which fifth: ``bench/predict.py --folds`` reads each report with weights that have not seen its source.
With --ship, weights from all reports go into the package, and their hash into its code.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))

import engine
import texts
from asked import Case, collect
from fit import Model, fit, store
from layout import Row, rows_of
from settings import FOLDS, PARTS, fifth, source_of

import rashomon
from rashomon.extract.judge import weights

TASKS = ("measure",)


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, train, and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("bench_dir", type=Path)
    parser.add_argument("--by", choices=("source", "event"), default="source")
    parser.add_argument("--ship", action="store_true")
    given = parser.parse_args(arguments)
    reports, gold = annotated(given.bench_dir)
    cases = collect(reports, gold)
    print(f"{len(reports)} reports, {len(cases)} cases", file=sys.stderr, flush=True)
    if given.ship:
        ship(cases)
    else:
        parts = part_of(
            reports, {row["id"]: source_of(row) for row in reports} if given.by == "source" else events(reports)
        )
        crossed(cases, parts, given.by)


def annotated(bench_dir: Path) -> tuple[list[Row], list[Row]]:
    """Return the reports to learn from with their gold: real ones, invented ones, and those written for training."""
    reports, gold = [], []
    for name in ("counts", "counts_written"):
        reports += list(rows_of(bench_dir / name / "reports.jsonl"))
        gold += list(rows_of(bench_dir / name / "gold.jsonl"))
    for report in texts.load():
        told = {"id": report.id, "outlet": report.outlet, "published": report.published, "title": report.title}
        reports.append({**told, "language": "en", "text": report.text})
        gold += report.gold
    return reports, gold


def events(reports: Sequence[Row]) -> dict[str, str]:
    """Return the event of each report, as grouping finds it by the rules alone."""
    tables = engine.tables().judged_by(None)
    made = [engine.report_of(row) for row in reports]
    groups = rashomon.group(made, list(rashomon.read(made, tables=tables)), tables=tables)
    return {report_id: min(event.report_ids) for event in groups for report_id in event.report_ids}


def part_of(reports: Iterable[Row], key: dict[str, str]) -> dict[str, int]:
    """Return the fifth of each report: those of one source, or event, are in the same."""
    return {row["id"]: fifth(key[row["id"]]) for row in reports}


def crossed(cases: Sequence[Case], parts: dict[str, int], by: str) -> None:
    """Write weights for each fifth from the others' cases, and print how often they are right on it."""
    answered: list[dict[str, object]] = []
    for part in range(PARTS):
        seen = [case for case in cases if parts[case.report_id] != part]
        path = FOLDS / f"{by}-{part}.npz"
        store({task: fit(task, seen) for task in TASKS}, path)
        held = [case for case in cases if parts[case.report_id] == part]
        answered += tried(weights.LinearJudge(path), held)
        print(f"part {part + 1} of {PARTS}: {len(held)} cases held out", file=sys.stderr, flush=True)
    (FOLDS / f"{by}.json").write_text(json.dumps(parts), "utf-8")
    (FOLDS / f"{by}-answers.json").write_text(json.dumps(answered), "utf-8")
    for line in summary(answered):
        print(line)


def tried(judge: weights.LinearJudge, cases: Sequence[Case]) -> list[dict[str, object]]:
    """Return the judge's answers on cases, beside the rules' and the true ones."""
    found: list[dict[str, object]] = []
    for task in TASKS:
        mine = [case for case in cases if case.task == task]
        for case, answer in zip(mine, judge.ask(task, [case.question for case in mine]), strict=True):
            row = {"task": task, "report": case.report_id, "start": case.question.start, "told": case.question.told}
            found.append({**row, "answer": answer.label, "probability": answer.probability, "truth": case.answer})
    return found


def summary(answered: Sequence[dict[str, object]]) -> Iterable[str]:
    """Yield how often rules and judge are right, task by task, on real and on invented reports."""
    for task in TASKS:
        for name, real in (("real", True), ("invented", False)):
            mine = [a for a in answered if a["task"] == task and str(a["report"]).startswith("co") == real]
            for who in ("told", "answer"):
                right = sum(a[who] == a["truth"] for a in mine)
                firm = sum(a[who] == a["truth"] != "none" for a in mine)
                said, asked = (sum(a[k] != "none" for a in mine) for k in (who, "truth"))
                score = f"F1 {200 * firm / max(1, said + asked):.1f}" if task == "measure" else ""
                yield f"{task:8} {name:9} {who:7} right {100 * right / max(1, len(mine)):.1f} of {len(mine)} {score}"


def ship(cases: Sequence[Case]) -> None:
    """Write the weights that ship, from all cases, and their hash into the code."""
    models: dict[str, Model] = {task: fit(task, cases) for task in TASKS}
    store(models, weights.SHIPPED)
    digest = hashlib.sha256(weights.SHIPPED.read_bytes()).hexdigest()
    code = Path(weights.__file__)
    code.write_text(
        re.sub(r'^DIGEST = ".*"$', f'DIGEST = "{digest}"', code.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    print(f"{weights.SHIPPED.name}: {weights.SHIPPED.stat().st_size:,} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
