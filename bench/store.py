"""What a store costs, and whether it tells what the batch tells.

``python bench/store.py cost --reports 100000 --svg docs/store-cost.svg`` adds made-up reports (seeded, with copies and updates) to one
store, and prints processor time and memory for each thousand; ``--json`` writes the figures.

``python bench/store.py same gva --groups 100`` adds the reports of a benchmark's groups one at a time, in random order, and compares
events, verdicts and figures with those of the batch.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import engine
from chart import FAINT, FOUND, INK, RIGHT_COLOUR, text
from layout import benchmark
from pile import pile

import rashomon
from rashomon.model import Account, Event, EventId, FindingId, Reading, Record, Report
from rashomon.pipeline.living import writer

Told = tuple[tuple[str, ...], tuple[Account, ...]]
ARRIVED = datetime(2027, 6, 20, 12, tzinfo=UTC)
BENCH = Path(__file__).resolve().parent.parent.parent / "shared" / "bench"


@dataclass(frozen=True, slots=True)
class Thousand:
    """What a stretch of reports cost: seconds of processor time in all and of these for reading, megabytes of the process at most, and of the file."""

    reports: int
    seconds: float
    reading: float
    memory: float
    file: float
    events: int

    @property
    def keeping(self) -> float:
        """Seconds for all but reading."""
        return self.seconds - self.reading

    @property
    def line(self) -> str:
        """The stretch as a line."""
        return f"{self.reports:>8,} {self.seconds:>8.1f} {self.reading:>8.1f} {self.keeping:>8.1f} {self.memory:>10,.0f} {self.file:>8,.0f} {self.events:>8,}"


class Clock:
    """How much processor time reading takes, measured in passing."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.read = writer.read

    def __call__(self, *arguments: object, **options: object) -> Iterator[Reading]:
        """Read, and look at the clock."""
        start = time.process_time()
        found = list(self.read(*arguments, **options))  # type: ignore[arg-type]
        self.seconds += time.process_time() - start
        return iter(found)


def cost(where: str, many: int, step: int, seed: int) -> Iterator[Thousand]:
    """Add made-up reports, and yield what each stretch cost."""
    clock = Clock()
    writer.read = clock  # type: ignore[assignment]
    reports = pile(many, engine.tables(), seed)
    with rashomon.Store(where, tables=engine.tables()) as store:
        done, events = 0, 0
        while some := list(islice(reports, step)):
            read, start = clock.seconds, time.process_time()
            added = store.add(some, arrived=ARRIVED)
            seconds = time.process_time() - start
            done, events = done + len(added.reports), events + len(added.founded) - len(added.merged)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            size = sum(path.stat().st_size for path in Path(where).parent.glob(Path(where).name + "*")) / 1e6
            yield Thousand(done, seconds, clock.seconds - read, memory, size, events)


def measured(given: argparse.Namespace) -> int:
    """Print what adding costs; say whether the last stretch costs at most 1.5 times the tenth thousand."""
    found: list[Thousand] = []
    print(f"{'reports':>8} {'seconds':>8} {'reading':>8} {'keeping':>8} {'memory MB':>10} {'file MB':>8} {'events':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for one in cost(str(Path(folder) / "store.db"), given.reports, given.step, given.seed):
            found.append(one)
            print(one.line, flush=True)
    tenth = next((one for one in found if one.reports >= min(10_000, given.reports // 2)), found[-1])
    ratio, kept = found[-1].seconds / tenth.seconds, found[-1].keeping / tenth.keeping
    print(
        f"the last {given.step:,} cost {ratio:.2f} times those up to {tenth.reports:,}; without reading {kept:.2f} times"
    )
    if given.json:
        Path(given.json).write_text(json.dumps([asdict(one) for one in found]) + "\n", encoding="utf-8")
    if given.svg:
        Path(given.svg).write_text(picture(found), encoding="utf-8")
    return int(ratio > 1.5)


def picture(found: Sequence[Thousand]) -> str:
    """Return the cost of adding as a picture: seconds for a thousand reports over the size of the store."""
    width, height, left, top = 720, 300, 60, 60
    most, last = max(one.seconds for one in found) * 1.15, found[-1].reports
    step = found[0].reports

    def at(one: Thousand, seconds: float) -> str:
        return f"{left + (width - left - 30) * one.reports / last:.1f},{top + (height - top - 50) * (1 - seconds / most):.1f}"

    lines = [
        f'<polyline points="{" ".join(at(one, value) for one, value in zip(found, values, strict=True))}" fill="none" stroke="{colour}" stroke-width="2"/>'
        for values, colour in (([one.seconds for one in found], FOUND), ([one.keeping for one in found], RIGHT_COLOUR))
    ]
    grid = []
    for number in range(5):
        seconds = most * number / 4
        level = at(found[0], seconds).split(",")[1]
        grid.append(f'<line x1="{left}" x2="{width - 30}" y1="{level}" y2="{level}" stroke="{FAINT}"/>')
        grid.append(text(left - 8, float(level) + 4, f"{seconds:.0f} s", anchor="end", size=11))
        reports = last * (number + 1) / 5
        grid.append(
            text(
                left + (width - left - 30) * (number + 1) / 5, height - 26, f"{reports:,.0f}", anchor="middle", size=11
            )
        )
    label = f"Seconds for {step:,} reports more, over the reports in the store: from {found[0].seconds:.0f} to {found[-1].seconds:.0f}"
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"',
        f'role="img" aria-label="{label}" font-family="system-ui, sans-serif">',
        f'<rect width="{width}" height="{height}" rx="6" fill="#ffffff"/>',
        text(14, 22, f"What {step:,} more reports cost", weight="600", size=14),
        f'<rect x="{left}" y="34" width="14" height="4" fill="{FOUND}"/>', text(left + 20, 40, "all"),
        f'<rect x="{left + 70}" y="34" width="14" height="4" fill="{RIGHT_COLOUR}"/>', text(left + 90, 40, "without reading them"),
        *grid, *lines, text(width - 30, height - 8, "reports in the store", anchor="end", size=11),
        f'<line x1="{left}" x2="{left}" y1="{top}" y2="{height - 50}" stroke="{INK}"/>', "</svg>", "",
    ])  # fmt: skip


def same(given: argparse.Namespace) -> int:
    """Add each group's reports one at a time in random order; say how many records are not those of the batch."""
    bench = benchmark(BENCH, given.name)
    rows = {row["id"]: row for row in bench.reports}
    groups = (bench.groups or [list(rows)])[: given.groups]
    chance, wrong, events = random.Random(given.seed), 0, 0  # noqa: S311 - an order to try, no secret
    for ids in groups:
        reports = [engine.report_of(rows[id_]) for id_ in ids]
        readings = {reading.report_id: reading for reading in engine.readings_of(reports)}
        batch = {
            told(event): bare(rashomon.reconcile(event, reports, readings.values(), tables=engine.tables()))
            for event in rashomon.group(reports, readings.values(), tables=engine.tables())
        }
        chance.shuffle(reports)
        mine = one_at_a_time(reports, readings)
        events += len(batch)
        wrong += sum(mine.get(key) != batch.get(key) for key in mine.keys() | batch.keys())
    print(f"{given.name}: {len(groups)} groups, {events} events, {wrong} not as in the batch")
    return int(wrong > 0)


def told(event: Event) -> Told:
    """Return what tells an event from others: its reports, and which parts of them."""
    return (event.report_ids, event.accounts)


def one_at_a_time(reports: Sequence[Report], readings: dict[str, Reading]) -> dict[Told, Record]:
    """Return the records of a store to which reports were added one at a time."""
    writer.read = lambda some, **_: iter([readings[one.id] for one in some])  # type: ignore[assignment, misc]
    with rashomon.Store(":memory:", tables=engine.tables()) as store:
        for report in reports:
            store.add(report, arrived=ARRIVED)
        return {told(entry.event): bare(store.record(entry.event.id)) for entry in store.events()}


def bare(record: Record) -> Record:
    """Return a record without the ids that come from who founded its event."""
    findings = tuple(replace(finding, id=FindingId("")) for finding in record.findings)
    return replace(record, event=replace(record.event, id=EventId("")), findings=findings)


def main() -> None:
    """Measure the cost, or compare with the batch."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--seed", type=int, default=6)
    which = ask.add_subparsers(required=True)
    costs = which.add_parser("cost")
    costs.add_argument("--reports", type=int, default=100_000)
    costs.add_argument("--step", type=int, default=1000)
    costs.add_argument("--json")
    costs.add_argument("--svg")
    costs.set_defaults(run=measured)
    equal = which.add_parser("same")
    equal.add_argument("name")
    equal.add_argument("--groups", type=int)
    equal.set_defaults(run=same)
    given = ask.parse_args()
    sys.exit(given.run(given))


if __name__ == "__main__":
    main()
