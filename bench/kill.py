"""`add` killed hard at random moments, then run again: `python bench/kill.py --moments 50` tells whether anything was lost.

Half of the moments fall on a statement to the store, half on the clock. After each kill the same reports are added again, and the
store is held against one that nobody disturbed: verify, every report once, the records and the log byte for byte.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import stories
from sqlalchemy import Engine, event

import rashomon
from rashomon.exchange import jsonio
from rashomon.pipeline import default_tables
from rashomon.pipeline.living import adding

ARRIVED = datetime(2027, 6, 20, 12, tzinfo=UTC)
STORIES = ("air_strike", "ferry_sinking", "flood", "mass_shooting", "prison_break", "train_crash")
HANDFUL = 4
"""Reports in one transaction: fewer than usual, for more moments between two."""
State = dict[str, object]


def sources(folder: Path, names: Sequence[str]) -> list[Path]:
    """Write the reports of some stories as files, and one that cannot be read."""
    tables = default_tables()
    for one in stories.stories():
        for key, row in one.reports.items() if one.name in names else ():
            report = stories.report_of(row, key, tables)
            kept = {"outlet": report.outlet, "published": report.published, "text": report.text}
            (folder / f"{one.name}-{key}.json").write_text(json.dumps(kept), encoding="utf-8")
    (folder / "g-photo.txt").write_bytes(bytes(range(256)) * 4)
    return sorted(folder.iterdir())


def add(where: str, paths: list[Path]) -> None:
    """Add the files to a store."""
    with rashomon.Store(where) as store:
        store.add(paths, arrived=ARRIVED)


def state(where: str) -> State:
    """Return all that a store tells, as text."""
    with rashomon.StoreReader(where) as store:
        entries = store.events()
        return {
            "problems": store.verify().problems,
            "reports": [report.id for report in store.reports()],
            "rejected": [(one.source, one.reason, one.original) for one in store.rejected()],
            "log": [change.digest for change in store.changes()],
            "records": {e.event.id: jsonio.dumps(jsonio.record_to_dict(store.record(e.event.id))) for e in entries},
        }


def killed(where: str, paths: list[Path], *, statement: int | None = None, seconds: float | None = None) -> bool:
    """Add in a process of its own that is killed at a statement, or after some time; say whether it was."""
    child = os.fork()
    if not child:
        try:
            if statement is not None:
                die_at(statement)
            add(where, paths)
        finally:
            os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def die_at(statement: int) -> None:
    """Let this process be killed when it sends its store that many statements."""
    left = [statement]

    @event.listens_for(Engine, "before_cursor_execute")
    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)


def statements(where: str, paths: list[Path]) -> tuple[int, float]:
    """Return how many statements an undisturbed run sends, and how long it takes."""
    seen = [0]

    def count(*_: object) -> None:
        seen[0] += 1

    event.listen(Engine, "before_cursor_execute", count)
    start = time.perf_counter()
    add(where, paths)
    event.remove(Engine, "before_cursor_execute", count)
    return seen[0], time.perf_counter() - start


def moments(many: int, seed: int, total: int, lasts: float) -> list[dict[str, float]]:
    """Return the moments of the kills."""
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    return [
        {"statement": chance.randrange(total)} if number % 2 == 0 else {"seconds": chance.uniform(0, lasts)}
        for number in range(many)
    ]


def run(many: int, seed: int, new_store: Callable[[str], str], paths: list[Path]) -> dict[str, object]:
    """Kill and go on at so many moments; return what was found."""
    warm = new_store("warm")
    add(warm, paths)
    undisturbed = new_store("undisturbed")
    total, lasts = statements(undisturbed, paths)
    expected, faults, hit, had = state(undisturbed), [], 0, []
    for number, moment in enumerate(moments(many, seed, total, lasts)):
        where = new_store(f"killed{number}")
        hit += killed(where, paths, **moment)  # type: ignore[arg-type]
        try:
            had.append(len(state(where)["reports"]))  # type: ignore[arg-type]
        except rashomon.StoreError:
            had.append(0)
        add(where, paths)
        found = state(where)
        wrong = [name for name in expected if found[name] != expected[name]]
        if wrong or found["problems"]:
            faults.append({"moment": moment, "differs": wrong, "problems": found["problems"]})
        print(f"{number + 1:>3} {moment}: {had[-1]} kept, {wrong or 'as undisturbed'}", file=sys.stderr)
    return {
        "moments": many, "killed": hit, "statements": total, "reports": len(expected["reports"]),  # type: ignore[arg-type]
        "kept at the kill": had, "faults": faults,
    }  # fmt: skip


def main() -> None:
    """Run on SQLite, or on a PostgreSQL server of its own."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--moments", type=int, default=50)
    ask.add_argument("--seed", type=int, default=6)
    ask.add_argument("--stories", nargs="+", default=STORIES)
    ask.add_argument("--postgresql", action="store_true", help="on a server that this script starts")
    given = ask.parse_args()
    adding.HANDFUL = HANDFUL
    with tempfile.TemporaryDirectory() as name:
        files, stores = Path(name) / "files", Path(name) / "stores"
        files.mkdir()
        stores.mkdir()
        paths = sources(files, given.stories)
        if given.postgresql:
            import postgres

            with postgres.server() as url:
                found = run(given.moments, given.seed, lambda store: postgres.database(url, store), paths)
        else:
            found = run(given.moments, given.seed, lambda store: str(stores / f"{store}.db"), paths)
    print(json.dumps(found))
    sys.exit(bool(found["faults"]))


if __name__ == "__main__":
    main()
