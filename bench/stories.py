"""The whole program against stories written for it: `python bench/stories.py` prints what fails, story by story."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import rashomon
from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import Event, Reading, Record, Report, ReportId

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "stories"
STORY_KEYS = {"what", "shows", "reports", "expected", "fails"}
REPORT_KEYS = {"outlet", "published", "text"}
EXPECTED_KEYS = {"events", "findings", "copies", "never", "notes"}
FINDING_KEYS = {"ask", "of", "verdict", "roots", "positions", "why"}
POSITION_KEYS = {"value", "root", "likely", "reports", "series", "party", "derived"}
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """Some reports, what an analyst expects of them, and which of that is known to fail, with the reason."""

    name: str
    what: str
    shows: tuple[str, ...]
    reports: dict[str, Row]
    expected: Row
    fails: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """A story as the program tells it: its reports and readings, the events it makes of them, and a record of each."""

    reports: dict[str, Report]
    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    records: tuple[Record, ...]

    def names(self, ids: Sequence[ReportId]) -> tuple[str, ...]:
        """Return the names that the story gives some reports, in the story's order."""
        return tuple(name for name, report in self.reports.items() if report.id in ids)

    def record_of(self, names: Sequence[str]) -> Record:
        """Return the record of the event that holds just these reports, else most of them; the first of equals."""
        ids = {self.reports[name].id for name in names}
        return max(
            self.records, key=lambda one: (set(one.event.report_ids) == ids, len(ids & set(one.event.report_ids)))
        )


@cache
def stories(folder: Path = FOLDER) -> tuple[Story, ...]:
    """Return the stories of a folder by name; ValueError says which key is not known, or which report there is not."""
    paths = sorted(folder.glob("*.yaml"))
    return tuple(story_of(path.stem, yaml.safe_load(path.read_text("utf-8"))) for path in paths)


def story_of(name: str, row: Row) -> Story:
    """Return the story of a file's content."""
    expected = row["expected"]
    findings = expected.get("findings", ())
    known(name, row, STORY_KEYS)
    known(name, expected, EXPECTED_KEYS)
    for report in row["reports"].values():
        known(name, report, REPORT_KEYS)
    for finding in findings:
        known(name, finding, FINDING_KEYS)
        for position in finding.get("positions", ()):
            known(name, position, POSITION_KEYS)
    listed = [one for event in expected["events"] for one in event]
    if set(listed) != set(row["reports"]):
        raise ValueError(f"{name}: the events hold {sorted(set(listed))}, the reports are {sorted(row['reports'])}")
    fails = {expect: one["why"] for one in row.get("fails", ()) for expect in one["expect"]}
    return Story(name, row["what"], tuple(row["shows"]), row["reports"], expected, fails)


def known(name: str, row: Row, keys: set[str]) -> None:
    """Refuse a row with a key that means nothing."""
    if strange := set(row) - keys:
        raise ValueError(f"{name}: unknown keys {sorted(strange)}; known are {sorted(keys)}")


def report_of(row: Row, name: str, tables: Tables) -> Report:
    """Return a report of a story."""
    published = str(row["published"]).replace(" ", "T")
    return make_report(row["text"], source=f"{name}.txt", outlet=row["outlet"], published=published, tables=tables)


def tell(reports: dict[str, Report], tables: Tables) -> Told:
    """Return what the program makes of some reports: grouped, then reconciled event by event."""
    mine = tuple(reports.values())
    return tell_read(reports, tuple(rashomon.read(mine, tables=tables)), tables)


def tell_read(reports: dict[str, Report], readings: tuple[Reading, ...], tables: Tables) -> Told:
    """Return what the program makes of some reports that are read already."""
    mine = tuple(reports.values())
    events = rashomon.group(mine, readings, tables=tables)
    records = tuple(rashomon.reconcile(event, mine, readings, tables=tables) for event in events)
    return Told(reports, readings, events, records)


def told(story: Story, tables: Tables) -> Told:
    """Return a story as the program tells it."""
    return tell({name: report_of(row, name, tables) for name, row in story.reports.items()}, tables)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expectation of a story by its name, with what is wrong (None where it is met) and why that is known to fail."""

    story: str
    expect: str
    fault: str | None
    known: str | None = None

    @property
    def line(self) -> str:
        """The outcome as a line."""
        mark = "ok" if self.fault is None else "known" if self.known else "FAILS"
        return f"{mark:<6}{self.expect}" + (f": {self.fault}" if self.fault else "")


def outcomes(story: Story, found: Told) -> Iterator[Outcome]:
    """Yield the outcome of each expectation of a story, in the file's order."""
    from storychecks import checks

    for expect, fault in checks(story.expected, found):
        yield Outcome(story.name, expect, fault, story.fails.get(expect))


def share(found: Sequence[Outcome]) -> float:
    """Return the share of expectations that are met."""
    return sum(one.fault is None for one in found) / len(found)


def main() -> None:
    """Print the outcomes of the stories named on the command line, of all where none is; `-v` prints what is met too."""
    names = [name for name in sys.argv[1:] if name != "-v"]
    tables, every = load_tables(), []
    for story in stories():
        if not names or story.name in names:
            found = list(outcomes(story, told(story, tables)))
            every += found
            print(f"{story.name}: {sum(one.fault is None for one in found)} of {len(found)}")
            print("".join(f"    {one.line}\n" for one in found if one.fault or "-v" in sys.argv), end="")
    print(f"all: {sum(one.fault is None for one in every)} of {len(every)} = {share(every):.1%}")


if __name__ == "__main__":
    main()
