"""What adding a report costs, and whether the events are those of the batch: `python bench/incremental.py pile --size 20000`, or `... gva`."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import engine
from layout import benchmark
from memory import Memory
from pile import pile

from rashomon.cluster.group import group
from rashomon.model import Event, Reading, Report

Read = tuple[Report, Reading]
BENCH = Path(__file__).resolve().parent.parent.parent / "shared" / "bench"
HEAD = f"{'reports':>8} {'clusters':>9} {'compared':>9} {'looked at':>10} {'most':>6} {'keys':>6} {'ms':>7}"


@dataclass
class Stretch:
    """What some reports in a row cost: pairs compared, reports looked at to put clusters right, keys, seconds."""

    added: int = 0
    compared: int = 0
    looked_at: int = 0
    most: int = 0
    keys: int = 0
    seconds: float = 0.0

    def line(self, memory: Memory) -> str:
        """Return the line to print, each number for one report."""
        many = max(1, self.added)
        means = f"{self.compared / many:>9.1f} {self.looked_at / many:>10.1f} {self.most:>6} {self.keys / many:>6.0f}"
        return f"{len(memory.signatures):>8} {len(memory.clusters()):>9} {means} {1000 * self.seconds / many:>7.1f}"


def added(reports: Iterator[Read], every: int) -> Memory:
    """Add reports one at a time to a store in memory, print a line now and then, return the store."""
    memory, stretch = Memory(engine.tables()), Stretch()
    print(HEAD)
    for report, reading in reports:
        start = perf_counter()
        change = memory.add(report, reading)
        stretch.seconds += perf_counter() - start
        stretch.added += 1
        stretch.compared += memory.compared
        stretch.looked_at += change.looked_at
        stretch.most = max(stretch.most, change.looked_at)
        stretch.keys += len(memory.signatures[report.id].filed)
        if stretch.added == every:
            print(stretch.line(memory), flush=True)
            stretch = Stretch()
    if stretch.added:
        print(stretch.line(memory))
    return memory


def read(name: str, seed: int) -> Iterator[Read]:
    """Yield the reports of a benchmark with their readings, shuffled."""
    reports = [engine.report_of(row) for row in benchmark(BENCH, name).reports]
    random.Random(seed).shuffle(reports)  # noqa: S311 - an order to try, no secret
    yield from zip(reports, engine.readings_of(reports), strict=True)


def differences(memory: Memory, events: Sequence[Event]) -> int:
    """Return how many clusters and events are not the same, reports and reasons."""
    ours = {(one.report_ids, one.reasons) for one in memory.clusters()}
    return len(ours ^ {(grouped_in(one), one.reasons) for one in events})


def grouped_in(event: Event) -> tuple[str, ...]:
    """Return the ids under which an event's reports were grouped: their own, or those of their accounts of it."""
    accounts = {account.report_id: account.id for account in event.accounts}
    return tuple(sorted(accounts.get(report, report) for report in event.report_ids))


def main() -> None:
    """Add what was asked for, and compare with the batch where it is a benchmark."""
    known = argparse.ArgumentParser(description=__doc__)
    known.add_argument("name", help="pile, or a benchmark")
    known.add_argument("--size", type=int, default=2000, help="reports in the pile")
    known.add_argument("--every", type=int, default=500, help="reports in a line")
    known.add_argument("--seed", type=int, default=0)
    asked = known.parse_args()
    if asked.name == "pile":
        heap = pile(asked.size, engine.tables(), asked.seed)
        added(((report, Reading(report.id)) for report in heap), asked.every)
        return
    reports = list(read(asked.name, asked.seed))
    memory = added(iter(reports), asked.every)
    batch = group([report for report, _ in reports], [reading for _, reading in reports], tables=engine.tables())
    print(f"not as in the batch: {differences(memory, batch)} of {len(batch)} events")


if __name__ == "__main__":
    main()
