"""The store that a command works on, and the options that name it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.interface import session

if TYPE_CHECKING:
    from rashomon.pipeline.living import Store, StoreReader

DEFAULT = "rashomon.db"
VARIABLE = "RASHOMON_STORE"

Where = Annotated[
    str,
    typer.Option(
        "--store", metavar="PATH|URL", envvar=VARIABLE, show_default=False,
        help=f"The store: a file (else {DEFAULT} here), or postgresql://user@host/name.",
    ),
]  # fmt: skip
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of the view for people.")]
Event = Annotated[
    str, typer.Argument(metavar="EVENT", help="An event by its id or the beginning of it, or by a report of it.")
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="WHEN", help="A day or moment (2024-03-12, 2024-03-12T08:30), or a change's number."
    ),
]
TableFolders = Annotated[
    list[Path] | None,
    typer.Option("--tables", metavar="DIR", help="A folder of your own tables, laid over the shipped ones; may be repeated."),
]  # fmt: skip
GazetteerFile = Annotated[
    Path | None, typer.Option("--gazetteer", metavar="FILE", help="Places from this file instead.")
]
RulesOnly = Annotated[
    bool, typer.Option("--rules-only", help="Read by the rules alone, without what was learned from annotated reports.")
]


def reader(where: str) -> StoreReader:
    """Return the store, to be looked at."""
    from rashomon.pipeline.living import StoreReader

    return StoreReader(where)


def writer(
    where: str, *, tables: Sequence[Path] = (), gazetteer: Path | None = None, rules_only: bool = False
) -> Store:
    """Return the store, to be changed."""
    from rashomon.pipeline.living import Store

    mine = session.tables_with(tables, rules_only=rules_only)
    return Store(where, tables=mine, gazetteer=session.gazetteer_at(gazetteer))


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def stamp_now() -> str:
    """Return the present moment as the log has it."""
    from rashomon.pipeline.living.moments import stamp

    return stamp(now())


def since_of(given: str | None) -> int | str:
    """Return what a person means by since: the number of a change, or a day or moment; the beginning where nothing is given."""
    if given is None:
        return 0
    return int(given) if given.isdecimal() and len(given) < 8 else given
