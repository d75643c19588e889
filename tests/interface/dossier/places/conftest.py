"""Records that put things at places of a test's choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.interface.dossier.places.view import PlacesView, places_of
from rashomon.lexicon.tables import Tables
from rashomon.model import Layer, Place, Precision, Record, Span
from rashomon.pipeline import shipped_gazetteer

Put = Callable[..., Record]
See = Callable[[Record], PlacesView]

HAMA = Place("Hama", 35.13, 36.75, Precision.EXACT, "geonames:170017", "city", "SY", "10")


@pytest.fixture
def put(record: Record) -> Put:
    """Return what makes a record of an event at a place, with one claim at each of some places."""

    def make(event: Place | None, *places: Place, layer: Layer = Layer.MAIN) -> Record:
        first = record.claims[0]
        claims = tuple(
            replace(first, where=place, layer=layer, span=Span(0, number + 1)).identified()
            for number, place in enumerate(places)
        )
        return replace(record, event=replace(record.event, where=event), claims=claims, mentions=(), findings=())

    return make


@pytest.fixture
def see(tables: Tables) -> See:
    """Return what makes the view of a record's places."""
    return lambda record: places_of(record, tables, shipped_gazetteer(tables))


@pytest.fixture
def hama() -> Place:
    """A city known exactly."""
    return HAMA
