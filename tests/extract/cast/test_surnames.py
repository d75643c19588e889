"""A surname that is an actor's name as well belongs to the person whom a report gives it to."""

from __future__ import annotations

import pytest

from rashomon.extract.cast.surnames import without_surnames
from rashomon.lexicon.actors import actor_book
from rashomon.lexicon.names import name_book
from rashomon.lexicon.tables import Tables


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Judge Michael Bloomberg spoke. Bloomberg would not say more.", []),
        ("Martin J. Wagner drove the van, and Wagner was hurt.", []),
        ("Wagner said that it had left the town.", ["Wagner"]),
        ("Lena Wagner told of the Wagner Group. Wagner left.", ["Wagner", "Wagner Group", "Wagner"]),
        ("In Paris Bloomberg reported losses.", ["Bloomberg"]),
        ("Men of Hamas met Omar Hamas, and Hamas left.", []),
        ("Omar of Hamas spoke, and Hamas left.", ["Hamas", "Hamas"]),
    ],
)
def test_a_surname_is_no_actor(text: str, left: list[str], tables: Tables) -> None:
    hits = without_surnames(text, actor_book(tables).find(text), name_book(tables))
    assert [hit.span.of(text) for hit in hits if not hit.actor.id.startswith("country-")] == left
