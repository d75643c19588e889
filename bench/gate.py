#!/usr/bin/env python3
"""Measure the benchmarks of a kit and hold each figure to its floor in ``floors.toml``.

usage: gate.py BENCH_DIR [NAME ...] [--fast] [--raise] [--jobs N]

Without names, all benchmarks, and the two reports of ``seeds/`` where that lies beside BENCH_DIR. ``--fast`` takes a fixed
slice of a few, with floors of their own. Exits 0 when every floor holds, 1 when a figure is below its floor or a report could not be read, 2 when figures
are of data that no floor is known for. Predictions and ``bench-results.json`` go into the folder ``build/``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import floors
import measure
from floors import Book, Section
from layout import benchmark, names
from measure import SEEDS, Measured

FLOORS = Path(__file__).resolve().parent / "floors.toml"
FAST = ("counts", "isaf")
EVERY = 8
"""The fast part reads every eighth report of these benchmarks, and the seeds."""
HELD, FELL, OTHER_DATA = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """One figure beside what is asked of it and its floor; ``now`` is None where the scorer gave no such figure."""

    figure: str
    trivial: float | None
    asked: float | None
    floor: float | None
    now: float | None
    lowered: str | None = None
    above: bool = False

    @property
    def fell(self) -> bool:
        """Whether the figure is below its floor."""
        return self.floor is not None and (self.now is None or self.now < self.floor)

    @property
    def words(self) -> str:
        """What the table says of it."""
        if self.floor is None:
            return "no floor"
        if self.fell:
            return "BELOW ITS FLOOR"
        reached = self.asked is not None and self.now is not None and self.now >= self.asked
        return ("holds, as asked" if reached else "holds") + (", well above its floor" if self.above else "")


def main(arguments: list[str] | None = None) -> int:
    """Read the command line, measure, print one table and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench_dir", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--fast", action="store_true", help="the fixed slice that the checks run")
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift floors that are exceeded, add sections")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--floors", type=Path, default=FLOORS)
    given = parser.parse_args(arguments)
    part = "fast" if given.fast else "whole"
    book = opened(given.floors)
    found, statuses = [], [HELD]
    print(line_of("figure", "trivial", "asked", "floor", "now", "verdict"))
    for one in trials(given.bench_dir, given.names, part, given.jobs):
        found.append(one)
        write_results(found, part)
        if given.lift:
            book = lifted(book, part, one)
            given.floors.write_text(floors.text_of(book), "utf-8")
        statuses.append(told(one, book, part))
    print(f"\n{closing(statuses)}")
    return max(statuses)


def opened(path: Path) -> Book:
    """Return the floors of a file; what is wrong in it ends the run."""
    try:
        return floors.load(path)
    except ValueError as problem:
        raise SystemExit(str(problem)) from None


def trials(bench_dir: Path, wanted: Sequence[str], part: str, jobs: int) -> Iterator[Measured]:
    """Yield what was measured, one benchmark after the other."""
    beside = bench_dir.parent / "seeds"
    every = [*(FAST if part == "fast" else names(bench_dir)), *([SEEDS] if (beside / "score.py").is_file() else [])]
    for name in wanted or every:
        if name == SEEDS:
            yield measure.seeds(beside)
            continue
        bench = benchmark(bench_dir, name)
        if part == "fast":
            bench = bench.slice(measure.BUILD / "bench" / "slices", EVERY)
        one = measure.measured(bench, bench_dir, part=part, jobs=jobs)
        yield one if part == "whole" else replace(one, baselines={})


def write_results(found: Sequence[Measured], part: str) -> None:
    """Write all that is measured so far."""
    rows = {
        one.name: {
            "metrics": dict(one.metrics),
            "trivial": dict(one.baselines),
            "digest": one.digest,
            "seconds": one.seconds,
        }
        for one in found
    }
    (measure.BUILD / f"bench-results{'' if part == 'whole' else '-fast'}.json").write_text(
        json.dumps(rows, indent=1) + "\n", "utf-8"
    )


def lifted(book: Book, part: str, one: Measured) -> Book:
    """Return the book with the floors of a benchmark lifted, or made where there were none.

    Figures of other data change nothing, nor does a run in which reports could not be read or nothing was measured.
    """
    section = book.sections.get((part, one.name))
    if one.unread or not one.metrics:
        return book
    if section is None:
        figures = [*book.asked.get(one.name, {}), *one.headlines]
        made = floors.fresh(one.digest, one.metrics, dict.fromkeys(figures), floors.SLACK[part])
        return book.having(part, one.name, made)
    return book.having(part, one.name, section.raised(one.metrics)) if section.data == one.digest else book


def told(one: Measured, book: Book, part: str) -> int:
    """Print the figures of one benchmark and what is wrong with them; return the exit status they ask for."""
    section = book.sections.get((part, one.name))
    known = section if section and section.data == one.digest else None
    asked = book.asked.get(one.name, {}) if part == "whole" else {}
    print(f"\n{one.name}   ({one.seconds:g} s)")
    verdicts = [verdict(figure, one, known, asked.get(figure)) for figure in figures_of(one, known)]
    for each in verdicts:
        print(line_of(each.figure, each.trivial, each.asked, each.floor, each.now, each.words), flush=True)
    for each in verdicts:
        for remark in remarks(one.name, each):
            print(f"  {remark}")
    if one.unread:
        print(f"  {one.name}: {len(one.unread)} reports could not be read, {one.unread[0]} among them")
    if known is None:
        print(f"  {other_data(one, section, part)}")
        return OTHER_DATA
    return FELL if one.unread or any(each.fell for each in verdicts) else HELD


def figures_of(one: Measured, section: Section | None) -> list[str]:
    """Return the figures to show: those with a floor first, then the other headline figures."""
    return list(dict.fromkeys([*(section.floors if section else ()), *one.headlines]))


def verdict(figure: str, one: Measured, section: Section | None, asked: float | None) -> Verdict:
    """Return one figure with its floor; it is well above where the floor would rise by its slack or more."""
    now, floor = one.metrics.get(figure), section.floors.get(figure) if section else None
    trivial = one.baselines.get(figure)
    if section is None or floor is None:
        return Verdict(figure, trivial, asked, None, now)
    above = now is not None and floors.below(now, section.slack) >= floor.floor + section.slack
    return Verdict(figure, trivial, asked, floor.floor, now, floor.lowered, above)


def remarks(name: str, one: Verdict) -> Iterator[str]:
    """Yield what has to be said of a figure beyond its line."""
    if one.fell:
        found = "not measured" if one.now is None else f"found {one.now:.2f}"
        yield f"{name} {one.figure} is below its floor: floor {one.floor:.1f}, {found}"
    if one.lowered:
        yield f"{name} {one.figure}: its floor was lowered: {one.lowered}"
    if one.above:
        yield f"{name} {one.figure} is well above its floor {one.floor:.1f}; --raise lifts it"


def other_data(one: Measured, section: Section | None, part: str) -> str:
    """Say why nothing is held to a floor here, and what to do."""
    if section is None:
        return f"{one.name}: no floors in [{part}.{one.name}]; nothing is held. --raise adds the section"
    return (
        f"{one.name}: its figures are of other data (digest {one.digest[:12]}, the floors' is {section.data[:12]}); nothing is "
        f"held. Where the data was changed on purpose, remove [{part}.{one.name}] from the floors and run --raise"
    )


def line_of(figure: str, *cells: str | float | None) -> str:
    """Return a line of the table."""
    *numbers, words = ["-" if cell is None else cell if isinstance(cell, str) else f"{cell:.1f}" for cell in cells]
    return f"  {figure:<28}" + "".join(f"{number:>9}" for number in numbers) + f"   {words}"


def closing(statuses: Sequence[int]) -> str:
    """Return the last line."""
    worst = {HELD: "the gate holds", FELL: "the gate fails", OTHER_DATA: "the gate cannot judge all of these figures"}
    fell, other = statuses.count(FELL), statuses.count(OTHER_DATA)
    measured = len(statuses) - 1
    return f"{worst[max(statuses)]}: {measured} measured, {fell} failed, {other} without floors"


if __name__ == "__main__":
    sys.exit(main())
