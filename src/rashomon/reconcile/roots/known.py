"""What the tables know of voices and places: actors, who owns an outlet, who is an agency, countries' names."""

from __future__ import annotations

from rashomon.lexicon.actors import ActorRows, Agencies, Countries, Outlets, actor_book
from rashomon.lexicon.outlets import names
from rashomon.lexicon.placekeys import place_key
from rashomon.lexicon.tables import Tables
from rashomon.lexicon.voices import Voices
from rashomon.reconcile.roots.root import Known


def known(tables: Tables) -> Known:
    """Return what the tables know of voices, built once."""
    return tables.made("reconcile: known", _known)  # type: ignore[no-any-return]


def _known(tables: Tables) -> Known:
    agencies, outlets = tables.of(Agencies).rows, tables.of(Outlets).rows
    media = (*outlets, *agencies)
    publishers = {place_key(name): place_key(medium.label) for medium in media for name in names(medium)}
    owners = {place_key(medium.label): medium.owner for medium in media if medium.owner}
    wires = frozenset(
        place_key(name)
        for medium in (*agencies, *outlets)
        if medium in agencies or medium.agency
        for name in names(medium)
    )
    book = actor_book(tables)
    proper = frozenset(f"actor:{id_}" for id_, actor in book.by_id.items() if not actor.generic)
    state = {f"outlet:{publishers[place_key(row.label)]}": row.country for row in agencies if row.state}
    return Known(
        tables.of(Voices), book.by_id, publishers, wires, name_words(tables), book.find, proper, state, nations(tables),
        owners,
    )  # fmt: skip


def name_words(tables: Tables) -> dict[str, frozenset[str]]:
    """Return the words of all neutral names of each actor in the tables of actors."""
    return {
        row.id: frozenset(word for name in (row.label, *row.aliases) for word in place_key(name).split())
        for row in tables.of(ActorRows).rows
    }


def nations(tables: Tables) -> dict[str, str]:
    """Return the country that each country's name or adjective means."""
    rows = tables.of(Countries).rows
    return {place_key(name): row.id for row in rows for name in (row.label, *row.aliases, *row.demonyms)}


def countries(tables: Tables) -> frozenset[str]:
    """Return the keys of countries' names and of the adjectives made of them."""
    return tables.made("reconcile: countries", _countries)  # type: ignore[no-any-return]


def _countries(tables: Tables) -> frozenset[str]:
    rows = tables.of(Countries).rows
    return frozenset(
        place_key(name) for row in rows for name in (row.label, *row.aliases, *row.acronyms, *row.demonyms)
    )
