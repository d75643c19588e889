"""The commands over a store, put beside the others."""

from __future__ import annotations

import typer

from rashomon.interface.living import add, changed, keep, look, review, watch


def register(app: typer.Typer, epilog: str) -> None:
    """Give the command line the commands over a store."""
    for command in (
        add.add, watch.watch, add.rejected, look.events, look.show, changed.diff, look.search, changed.changes, review.judge, review.withdraw,
        keep.reread, keep.verify,
    ):  # fmt: skip
        app.command(epilog=epilog)(command)
