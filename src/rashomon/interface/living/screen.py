"""Lists on the screen: events, hits, changes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.interface import terminal
from rashomon.interface.compose import title_of
from rashomon.interface.living.told import moment_words, verdict_marks
from rashomon.interface.plain import clean, count_of, shorten
from rashomon.interface.words import day_words, time_words
from rashomon.lexicon.actors import Countries
from rashomon.lexicon.tables import Tables
from rashomon.model import Change, Entry, Hit


def show(parts: Iterable[RenderableType]) -> None:
    """Print parts, as wide as the screen is, plain where it is none."""
    console = terminal.console_for(sys.stdout)
    terminal.put(Group(*parts), console)


def events(found: Sequence[Entry], tables: Tables, *, most: int) -> Iterator[RenderableType]:
    """Yield a table of events: what and under which id, when, how many reports, findings by verdict, the day of the last change.

    Of more than ``most`` the first are shown, and how many more there are.
    """
    if not found:
        yield Text("no event")
        return
    countries = {row.id: row.label for row in tables.of(Countries).rows}
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=terminal.QUIET)
    table.add_column("event", ratio=1)
    table.add_column("when", no_wrap=True)
    table.add_column("reports", justify="right", no_wrap=True)
    table.add_column("changed", no_wrap=True)
    for entry in found[:most]:
        event = entry.event
        table.add_row(
            Group(
                Text(title_of(event, countries), style="bold"),
                Text(f"{event.id}  {verdict_marks(entry.verdicts)}", style=terminal.QUIET),
            ),
            time_words(event.when) or "day not known", str(len(event.report_ids)), entry.changed[:10],
        )  # fmt: skip
    yield table
    if len(found) > most:
        yield Text(f"and {len(found) - most:,} more: see --limit and the other options", style=terminal.QUIET)


def hits(found: Sequence[Hit]) -> Iterator[RenderableType]:
    """Yield reports found by their words."""
    if not found:
        yield Text("no report has all these words")
    for hit in found:
        day = day_words(hit.day) if hit.day else "day not known"
        title = f"  {clean(hit.title)}" if hit.title else ""
        yield Text.assemble((f"{clean(hit.name)}, {day}", "bold"), title)
        yield Padding(Text(clean(hit.words), style=terminal.QUIET), (0, 0, 0, 2))
        yield Padding(Text(f"{hit.report_id} in {hit.event_id}", style=terminal.QUIET), (0, 0, 0, 2))


def changes(found: Sequence[Change]) -> Iterator[RenderableType]:
    """Yield a table of changes: number, when, what."""
    if not found:
        yield Text("no change")
        return
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for change in found:
        table.add_row(str(change.number), moment_words(change.at), change.what, shorten(clean(words_of(change)), 200))
    yield table


def words_of(change: Change) -> str:
    """Return what changed, in words."""
    told = change.details
    if change.what == "added":
        return f"{told['source']} as {change.subject}"
    if change.what == "rejected":
        return f"{change.subject}: {told['reason']}"
    if change.what == "event":
        left = f"; left: {listed(told['left'])}" if told["left"] else ""
        joined = f"; joined: {listed(told['joined'])}" if told["joined"] else ""
        return f"{change.subject} has {count_of(number(told['reports']), 'report')}{joined}{left}"
    if change.what == "merged":
        return f"{change.subject} is now part of {told['into']}"
    if change.what in {"judged", "withdrawn"}:
        value = f" as {told['correction']}" if told["correction"] else ""
        reason = f": {told['reason']}" if told["reason"] else ""
        return f"{change.subject} {told['decision']} {listed(told['subject'])}{value}, by {told['by']}{reason}"
    return change.subject


def listed(value: object) -> str:
    """Return a list of ids."""
    return ", ".join(map(str, value)) if isinstance(value, list) else ""


def number(value: object) -> int:
    """Return a number of the log."""
    return value if isinstance(value, int) else 0
