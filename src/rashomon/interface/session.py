"""What every command does around its verb: load, show progress, tell of failures, write files."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from rashomon.errors import InputError, QuestionError, RashomonError

if TYPE_CHECKING:
    from rashomon.lexicon.gazetteer import Gazetteer
    from rashomon.lexicon.tables import Tables
    from rashomon.pipeline import Loaded

DONE, IN_PART, NOT_DONE = 0, 1, 2
"""Exit codes: all done; done, but some inputs could not be read; nothing done."""
STDOUT = "-"
PAGE = 100
"""Columns of plain text that are easy to read."""


def tell(message: str) -> None:
    """Print one line on standard error; what others wrote is made safe to show."""
    from rashomon.interface.plain import clean

    print(f"rashomon: {clean(message)}", file=sys.stderr)


@contextmanager
def told() -> Iterator[None]:
    """Turn an error that a caller can act on into one line and exit code 2."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (RashomonError, OSError) as problem:
        tell(str(problem))
        for question in problem.questions if isinstance(problem, QuestionError) else ():
            print(f"  {question}", file=sys.stderr)
        raise typer.Exit(NOT_DONE) from problem


def tables_with(folders: Sequence[Path], *, rules_only: bool = False) -> Tables:
    """Return the shipped tables with the user's folders laid over them; ``rules_only`` switches the learned judges off."""
    from rashomon.lexicon.tables import load_tables
    from rashomon.pipeline import default_tables

    tables = load_tables(*folders) if folders else default_tables()
    return tables.judged_by(None, stances=None) if rules_only else tables


def gazetteer_at(path: Path | None) -> Gazetteer | None:
    """Return the gazetteer of a file; None for the one that ships."""
    from rashomon.lexicon.gazetteer import Gazetteer

    return Gazetteer(path) if path else None


def loaded(files: Sequence[str], tables: Tables) -> Loaded:
    """Return the reports of the files; each that cannot be read is told of. Raises InputError where none can."""
    from rashomon.pipeline import load

    found = load(files, tables=tables)
    for failure in found.failures:
        tell(str(failure))
    for note in found.notes:
        tell(note.message)
    if not found.reports:
        raise InputError("nothing to do", "none of the files could be read")
    return found


def finish(found: Loaded) -> None:
    """End the command: with exit code 1 where some inputs could not be read."""
    if found.failures:
        raise typer.Exit(IN_PART)


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on standard error while something lasts, if that is a terminal and there is more than a little to do.

    ``total`` None is not known beforehand.
    """
    if total in (0, 1) or not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done, _of: bar.update(task, completed=done)


def may_write(*targets: str | None) -> None:
    """Refuse a file that cannot be written before any work is done."""
    named = [target for target in targets if target]
    for target in named:
        path = Path(target)
        if target != STDOUT and (path.is_dir() or not path.parent.is_dir()):
            raise InputError(target, "cannot be written: it is a folder, or its folder does not exist")
    if len(set(named)) < len(named):
        raise InputError(named[0], "named for two outputs; give each its own file")


def write(target: str, pieces: Iterable[str]) -> None:
    """Write text as UTF-8 to a file, or to standard output for ``-``."""
    if target == STDOUT:
        out(pieces)
        return
    with Path(target).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def columns() -> int:
    """Return how wide the screen is, at most 100 columns; 100 where standard output is none."""
    width = shutil.get_terminal_size((PAGE, 0)).columns if sys.stdout.isatty() else PAGE
    return min(width, PAGE)


def out(pieces: Iterable[str]) -> None:
    """Write text as UTF-8 to standard output, whatever the locale says."""
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode("utf-8"))
    sys.stdout.buffer.flush()
