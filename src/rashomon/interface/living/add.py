"""Reports come in: ``add``, and what could not be read: ``rejected``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.errors import InputError
from rashomon.interface import session
from rashomon.interface.living import opened
from rashomon.interface.living.fetching import AllowPrivate, fetcher
from rashomon.interface.living.opened import AsJson, GazetteerFile, RulesOnly, TableFolders, Where

if TYPE_CHECKING:
    from rashomon.model import Added
    from rashomon.pipeline.living import Store

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders or patterns of text, pages, JSON, feeds, web archives; addresses, or lists of them; - is standard input.",
    ),
]


def add(  # noqa: PLR0917 - one parameter for each option
    sources: Sources,
    store: Where = opened.DEFAULT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be added, and keep nothing.")] = False,
    allow_private: AllowPrivate = False,
    as_json: AsJson = False,
    tables: TableFolders = None,
    gazetteer: GazetteerFile = None,
    rules_only: RulesOnly = False,
) -> None:
    """Add reports to a store and tell what changed.

    Reports that are there already change nothing. What cannot be read is set aside, and the rest goes on.
    """
    with session.told():
        empty = dry_run and "://" not in store and not Path(store).exists()
        mine = ":memory:" if empty else store
        with opened.writer(mine, tables=tables or [], gazetteer=gazetteer, rules_only=rules_only) as open_store:
            done = open_store.preview(sources) if dry_run else added_to(open_store, sources, allow_private)
            tell(done, open_store, as_json=as_json, dry_run=dry_run)
        ended(done)


def added_to(store: Store, sources: list[str], allow_private: bool) -> Added:
    """Add what came, with a bar: of the sources, where these are files, else of the items that are in them."""
    total = len(sources) if all(Path(source).is_file() for source in sources) else None
    with session.progress("Adding", total) as bar:
        return store.add(
            sources,
            arrived=opened.now(),
            fetch=fetcher(allow_private=allow_private),
            progress=lambda done: bar(done, max(done, total or 0)),
        )


def ended(done: Added) -> None:
    """End the command: with exit code 1 where something could not be read, 2 where nothing could."""
    if done.rejected and not (done.reports or done.known):
        raise InputError("nothing to add", "none of the sources could be read")
    if done.rejected:
        raise typer.Exit(session.IN_PART)


def tell(done: Added, store: Store, *, as_json: bool, dry_run: bool) -> None:
    """Print what an ``add`` did, or would do."""
    from rashomon.exchange import jsonio, livingjson
    from rashomon.interface.living.summary import summary

    for one in done.rejected:
        session.tell(f"{one.source}: {one.reason}")
    for note in done.notes:
        session.tell(note.message)
    if as_json:
        session.out([jsonio.dumps(livingjson.added_row(done)) + "\n"])
    else:
        session.out(line + "\n" for line in summary(done, store, dry_run=dry_run))


def rejected(
    store: Where = opened.DEFAULT,
    as_json: AsJson = False,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="DIR", help="Write their bytes into a folder, to be looked at.")
    ] = None,
) -> None:
    """List what could not be read, with the reasons."""
    from rashomon.exchange import jsonio, livingjson
    from rashomon.interface.living.summary import rejected_lines

    with session.told(), opened.reader(store) as open_store:
        found = open_store.rejected()
        if save:
            save.mkdir(parents=True, exist_ok=True)
            for digest in {one.original for one in found if one.original}:
                (save / digest).write_bytes(open_store.original(digest))
        if as_json:
            session.out(jsonio.lines(livingjson.rejected_row(one) for one in found))
        else:
            session.out(line + "\n" for line in rejected_lines(found))
