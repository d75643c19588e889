"""What the store holds: ``events``, ``show``, ``search``."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.errors import StoreError
from rashomon.interface import session
from rashomon.interface.living import opened
from rashomon.interface.living.opened import AsJson, Event, Where

if TYPE_CHECKING:
    from rashomon.model import Record
    from rashomon.pipeline.living import StoreReader

MOST = 50
"""So many events are listed where nothing else is said; a store may hold thousands."""


def events(  # noqa: PLR0917 - one parameter for each option
    store: Where = opened.DEFAULT,
    since: Annotated[str | None, typer.Option("--since", metavar="DAY", help="That happened on this day or later.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", help="That happened on this day or earlier.")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help="At a place, or in a country; a part of the name will do.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="ACT", help="Of a kind of act, such as bombing.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", metavar="NAME", help="In which someone acts, suffers or speaks; a part of the name will do.")] = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="With at least one disputed finding.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help=f"So many at most; else {MOST} on the screen, and all as JSON.")] = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """List the events, the one that changed last first."""
    from rashomon.exchange import jsonio, livingjson
    from rashomon.interface.living import screen

    with session.told(), opened.reader(store) as open_store:
        found = open_store.events(
            since=day_of(since), until=day_of(until), place=place, kind=kind, actor=actor, disputed=disputed
        )
        if as_json:
            session.out(jsonio.lines(livingjson.entry_row(entry) for entry in found[:limit]))
        else:
            screen.show(screen.events(found, open_store.tables, most=limit or MOST))


def day_of(given: str | None) -> date | None:
    """Return a day; StoreError where it is none."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as problem:
        raise StoreError(f"{given!r} is no day; give it as 2024-03-12") from problem


def show(
    event: Event,
    store: Where = opened.DEFAULT,
    as_json: AsJson = False,
    html: Annotated[str | None, typer.Option("--html", metavar="FILE", help="Write a page to pass on.")] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="WHEN", help="As it was then: a day or moment, or a change's number.")
    ] = None,
) -> None:
    """Show the record of an event, as compare does."""
    with session.told():
        session.may_write(html)
        with opened.reader(store) as open_store:
            record = recorded(open_store, event, at)
            if html:
                from rashomon.interface.dossier import render

                session.write(html, [render(record, tables=open_store.tables)])
            if as_json:
                from rashomon.exchange import jsonio

                session.out([jsonio.dumps(jsonio.record_to_dict(record), indent=2) + "\n"])
            elif html != session.STDOUT:
                from rashomon.interface import terminal
                from rashomon.interface.compose import view_of

                terminal.show(view_of(record, tables=open_store.tables), terminal.console_for(sys.stdout))


def recorded(store: StoreReader, event: str, at: str | None) -> Record:
    """Return the record that is asked for; one that was merged is told of."""
    found = store.find(event)
    if event.startswith("e-") and not found.startswith(event):
        session.tell(f"{event} is now part of {found}")
    return store.record(found, at=opened.since_of(at) if at else None)


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="TEXT", help='Words that a report has; "in double quotes" side by side.')
    ],
    store: Where = opened.DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Find reports by their words, in any form of them."""
    from rashomon.exchange import jsonio, livingjson
    from rashomon.interface.living import screen

    with session.told(), opened.reader(store) as open_store:
        found = open_store.search(" ".join(words))
        if as_json:
            told = {id_: open_store.entry(id_) for id_ in {hit.event_id for hit in found}}
            session.out(jsonio.lines(livingjson.hit_row(hit, told[hit.event_id]) for hit in found))
        else:
            screen.show(screen.hits(found))
