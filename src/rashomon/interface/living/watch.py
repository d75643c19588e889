"""Feeds asked over and over: ``watch``."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.interface import session
from rashomon.interface.living import add, opened
from rashomon.interface.living.durations import seconds_of
from rashomon.interface.living.fetching import AllowPrivate, fetcher
from rashomon.interface.living.opened import GazetteerFile, RulesOnly, TableFolders, Where

if TYPE_CHECKING:
    from rashomon.intake.web import Fetcher, Notebook
    from rashomon.model import Added
    from rashomon.pipeline.living import Store

LEAST = 60
"""So many seconds lie at least between two rounds."""


def watch(  # noqa: PLR0917 - one parameter for each option
    feeds: Annotated[list[str], typer.Argument(metavar="FEED", help="Addresses of RSS or Atom feeds.")],
    store: Where = opened.DEFAULT,
    every: Annotated[str, typer.Option("--every", metavar="DURATION", help="From round to round: 15m, 1h30m, 1d; a minute at least.")] = "15m",
    once: Annotated[bool, typer.Option("--once", help="Ask once and end, for a timer of your own.")] = False,
    feed_only: Annotated[bool, typer.Option("--feed-only", help="Take the feeds' own words; fetch no pages.")] = False,
    allow_private: AllowPrivate = False,
    tables: TableFolders = None,
    gazetteer: GazetteerFile = None,
    rules_only: RulesOnly = False,
) -> None:  # fmt: skip
    """Ask feeds for what is new, politely, over and over, and add it to a store.

    What was asked and seen is remembered in the store.
    """
    pause = seconds_of(every, least=LEAST)
    mine = fetcher(allow_private=allow_private)
    with (
        session.told(),
        opened.writer(store, tables=tables or [], gazetteer=gazetteer, rules_only=rules_only) as open_store,
    ):
        try:
            begun = mine.clock()
            done = one_round(feeds, open_store, mine, pages=not feed_only)
            while not once:
                mine.sleep(max(0.0, begun + pause - mine.clock()))
                begun = mine.clock()
                one_round(feeds, open_store, mine, pages=not feed_only)
            add.ended(done)
        except KeyboardInterrupt:
            session.tell("stopped")


def one_round(feeds: list[str], store: Store, mine: Fetcher, *, pages: bool) -> Added:
    """Ask each feed once and return what was added; remember the visits when what they brought is kept, so that a broken round loses nothing."""
    from rashomon.intake.web import poll

    visits = remembered(store)
    done = store.take(poll(feeds, visits, mine, pages=pages), arrived=opened.now())
    store.remember({url: json.dumps(asdict(visit)) for url, visit in visits.visits.items()})
    add.tell(done, store, as_json=False, dry_run=False)
    return done


def remembered(store: Store) -> Notebook:
    """Return what the store remembers of earlier visits."""
    from rashomon.intake.web import Notebook

    told = {url: json.loads(body) for url, body in store.visits().items()}
    return Notebook.from_json(json.dumps(told))
