#!/usr/bin/env python3
"""Learn the weights of the judge of attributions from a benchmark with gold attributions, and say how good it is on other outlets.

usage: stances.py BENCH_DIR [NAME] [--to FILE] [--every N]

The weights that leave out one source each go to ``build/judge/``: ``bench/predict.py --folds`` reads with them.

A logistic regression over the hashed features of ``rashomon.extract.judge.stancefeatures``; a candidate is right when a gold cue
overlaps its cue, one to one. The figures printed are cross-validated by outlet: each outlet is judged by weights learned from
the others. The weights written are learned from all reports, cut to a byte each, the same bytes in every run.

What was learned from: political news of seven US outlets with every attribution marked, also intentions, judgements and feelings
(``ABOUT.md`` of the benchmark). The weights hold no text: words are hashed together with their place in the tree. Outside such
news the judge is likely to keep too little rather than too much. Figures over the same reports that the shipped weights were
learned from are not a measure of anything; the cross-validated ones printed here are.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

import engine
from layout import Row, benchmark
from settings import FOLDS, STANCES, source_of

EPOCHS, RATE, SEED = 6, 0.15, 0
SHRINK = 2e-6
CHUNK = 16


@dataclass(frozen=True)
class Example:
    """One report: its outlet, its candidates (features and spans), its gold, and where its words begin."""

    source: str
    features: list[Any]
    rows: list[Row]
    right: frozenset[int]
    gold: list[Row]
    starts: list[int]


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, cross-validate, learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench_dir", type=Path)
    parser.add_argument("name", nargs="?", default="polnear")
    parser.add_argument("--to", type=Path)
    parser.add_argument("--every", type=int, default=1, help="only every Nth report")
    given = parser.parse_args(arguments)
    reports = benchmark(given.bench_dir, given.name, "mentions").reports[:: given.every]
    gold: dict[str, list[Row]] = defaultdict(list)
    for line in (given.bench_dir / given.name / "gold.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        gold[row["report_id"]].append(row)
    examples = [example_of(row, gold[row["id"]]) for row in reports]
    crossed(examples)
    if given.to:
        weights = to_bytes(learn(examples))
        given.to.write_bytes(weights)
        print(f"{given.to}: sha256 {hashlib.sha256(weights).hexdigest()}")


def example_of(row: Row, gold: list[Row]) -> Example:
    """Return the candidates of one report, with those that are right."""
    from rashomon.extract.judge.stancefeatures import stance_codes
    from rashomon.extract.page import read_page
    from rashomon.extract.syntax import Parser
    from rashomon.extract.voices.attributions import weighable
    from rashomon.extract.voices.hear import listen
    from rashomon.lexicon.stances import stance_book

    tables = engine.tables()
    page = read_page(
        engine.report_of(row), tables=tables, gazetteer=None, parser=tables.made("parser", lambda _: Parser())
    )
    codes = stance_codes(tables)
    weighed = list(weighable(page, listen(page, tables), stance_book(tables), codes))
    found = [item.found() for item in weighed]
    rows = [{"cue": span(f.cue), "source": span(f.source), "content": [span(c) for c in f.content]} for f in found]
    starts = [match.start() for match in re.finditer(r"\S+", row["text"])]
    features = [np.array(item.features) for item in weighed]
    right = frozenset(place for _, place in matched(gold, rows))
    return Example(source_of(row), features, rows, right, gold, starts)


def span(given: Any) -> list[int] | None:
    """Return a span as the benchmark writes it."""
    return [given.start, given.end] if given is not None else None


def matched(gold: Sequence[Row], rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Pair gold and found attributions one to one by overlapping cues, the closest first."""
    scores = []
    for i, truth in enumerate(gold):
        for j, row in enumerate(rows):
            shared = overlap(truth.get("cue"), row["cue"])
            if shared:
                a, b = truth["cue"], row["cue"]
                common = sum(overlap(x, y) for x in truth["content"] for y in row["content"])
                scores.append((shared / (max(a[1], b[1]) - min(a[0], b[0])) + common / 1e6, i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, i, j in sorted(scores, reverse=True):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return pairs


def overlap(first: Sequence[int] | None, second: Sequence[int] | None) -> int:
    """Return how many characters two spans share."""
    return max(0, min(first[1], second[1]) - max(first[0], second[0])) if first and second else 0


def learn(examples: Sequence[Example]) -> Any:
    """Return weights learned by AdaGrad in a fixed order."""
    from rashomon.extract.judge.stancefeatures import BITS

    order = np.random.default_rng(SEED)
    inputs = [features for example in examples for features in example.features]
    truth = [float(place in example.right) for example in examples for place in range(len(example.features))]
    weights, squares = np.zeros(1 << BITS), np.full(1 << BITS, 1e-6)
    for _ in range(EPOCHS):
        for k in order.permutation(len(inputs)):
            places = inputs[k]
            slope = 1 / (1 + np.exp(-weights[places].sum())) - truth[k] + SHRINK * weights[places]
            squares[places] += slope * slope
            weights[places] -= RATE * slope / np.sqrt(squares[places])
    return weights


def to_bytes(weights: Any) -> bytes:
    """Return the weights, one byte each."""
    from rashomon.extract.judge.stances import SCALE, ZERO

    return bytes(np.clip(np.rint(weights * SCALE) + ZERO, 0, 255).astype("uint8").tolist())


def crossed(examples: Sequence[Example]) -> None:
    """Write weights that leave out one source each, and print the figures for several thresholds with them."""
    from rashomon.extract.judge.stances import StanceJudge

    scored: list[tuple[Example, list[float]]] = []
    FOLDS.mkdir(parents=True, exist_ok=True)
    sources = sorted({example.source for example in examples})
    for source in sources:
        weights = to_bytes(learn([e for e in examples if e.source != source]))
        (FOLDS / f"stances-{source}.bin").write_bytes(weights)
        judge = StanceJudge(weights)
        scored += [(e, [judge.score(f.tolist()) for f in e.features]) for e in examples if e.source == source]
    (FOLDS / STANCES).write_text(json.dumps(sources), "utf-8")
    for threshold in (-1.0, -0.8, -0.6, -0.4, -0.2, 0.0):
        print(f"threshold {threshold:5.2f}  {figures(scored, threshold)}", flush=True)


def figures(scored: Sequence[tuple[Example, list[float]]], threshold: float) -> str:
    """Return the figures of the benchmark at one threshold."""
    c: Counter[str] = Counter()
    for example, scores in scored:
        rows = [row for row, score in zip(example.rows, scores, strict=True) if score >= threshold]
        c["rows"] += sum(bool(row["source"]) for row in rows)
        c["gold"] += sum(bool(truth.get("source")) for truth in example.gold)
        c["row words"] += sum(len(words(row, example.starts)) for row in rows)
        c["gold words"] += sum(len(words(truth, example.starts)) for truth in example.gold)
        for i, j in matched(example.gold, rows):
            truth, row = example.gold[i], rows[j]
            c["cues"] += bool(truth.get("source"))
            c["sources"] += bool(overlap(truth.get("source"), row["source"]))
            c["words"] += len(words(truth, example.starts) & words(row, example.starts))
    source = 200 * c["sources"] / (c["rows"] + c["gold"])
    content = 200 * c["words"] / (c["row words"] + c["gold words"])
    return f"source F1 {source:.1f}  content F1 {content:.1f}  speaker given cue {100 * c['sources'] / c['cues']:.1f}"


def words(row: Row, starts: list[int]) -> set[int]:
    """Return the words that lie in the content of an attribution."""
    return {k for x in row.get("content") or [] for k in range(bisect_left(starts, x[0]), bisect_left(starts, x[1]))}


if __name__ == "__main__":
    main()
