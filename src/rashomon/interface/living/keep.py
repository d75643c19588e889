"""The store kept in order: ``reread``, and ``verify``."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.interface import session
from rashomon.interface.living import opened
from rashomon.interface.living.opened import AsJson, GazetteerFile, RulesOnly, TableFolders, Where
from rashomon.interface.plain import count_of


def reread(
    store: Where = opened.DEFAULT,
    everything: Annotated[
        bool, typer.Option("--all", help="All reports, and not only those that another version read.")
    ] = False,
    tables: TableFolders = None,
    gazetteer: GazetteerFile = None,
    rules_only: RulesOnly = False,
) -> None:
    """Read the reports again by this version and these tables; judgements stay."""
    with (
        session.told(),
        opened.writer(store, tables=tables or [], gazetteer=gazetteer, rules_only=rules_only) as open_store,
    ):
        total = open_store.stale(everything=everything)
        with session.progress("Reading", total) as bar:
            done = open_store.reread(at=opened.now(), everything=everything, progress=lambda n: bar(n, total))
        print(f"{count_of(done.reports, 'report')} read again, {count_of(len(done.changed), 'reading')} changed")
        for judgement in done.loose:
            print(f"  {judgement} is about a claim that is no longer read: look at it again")


def verify(store: Where = opened.DEFAULT, as_json: AsJson = False) -> None:
    """Hold the store against its hash-chained log: nothing altered, nothing lost.

    Exit code 1 where something is not as it was written.
    """
    from rashomon.exchange import jsonio, livingjson

    with session.told():
        with opened.reader(store) as open_store:
            found = open_store.verify()
        if as_json:
            session.out([jsonio.dumps(livingjson.verified_row(found)) + "\n"])
        else:
            session.out(f"{problem}\n" for problem in found.problems)
            counted = (
                (found.reports, "report"), (found.originals, "original"), (found.events, "event"), (found.judgements, "judgement"),
                (found.changes, "change"),
            )  # fmt: skip
            sound = f"{count_of(len(found.problems), 'fault')} in" if found.problems else "sound:"
            print(f"{sound} {', '.join(count_of(*one) for one in counted)}; last hash {found.head}")
        if found.problems:
            raise typer.Exit(session.IN_PART)
