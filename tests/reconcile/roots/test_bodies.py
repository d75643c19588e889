"""Bodies named in words: their nouns, their names, the kind of voice they have, and what has no voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.lexicon.voices import Voices
from rashomon.model import ActorKind
from rashomon.reconcile.roots.bodies import held_office, is_mute, kind_of_body, office_in, office_words

if TYPE_CHECKING:
    from rashomon.lexicon import Tables


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("deputy director of the Fire Service and Civil Defence", "Fire Service and Civil Defence"),
        ("an army", "army"),
        ("On Tuesday police", "police"),
        ("Tuesday Police", "Police"),
        ("a doctor at the Orvana General Hospital", "Orvana General Hospital"),
        ("the clinic's", "clinic"),
        ("a farmer", None),
        ("Fire officials", "fire officials"),
        ("the fire chief, Asa Brandt,", "fire"),
        ("rescue workers", "rescue workers"),
        ("Orvana Fire", "Orvana Fire"),
    ],
)
def test_a_body_is_named_by_its_noun_and_the_names_around_it(tables: Tables, words: str, body: str | None) -> None:
    assert office_in(words, tables.of(Voices)) == body


def test_two_names_of_one_body_have_the_same_words(tables: Tables) -> None:
    voices = tables.of(Voices)
    assert office_words("Harrow Armed Forces, General Staff", voices) == office_words("the army of Harrow", voices)
    names = ("the fire brigade", "Fire Department", "fire officials", "firefighters", "the fire chief")
    assert {office_words(name, voices) for name in names} == {frozenset({"fire"})}
    assert office_words("Orvana Coast Guard", voices) == office_words("the coastguards of Orvana", voices)
    assert office_words("Ministry of Internal Affairs", voices) == office_words("Interior Ministry", voices)


def test_an_office_with_one_holder_is_named_with_its_field(tables: Tables) -> None:
    voices = tables.of(Voices)
    assert held_office("Health Minister", voices) == "health minister"
    assert held_office("the regional governor", voices) == "governor"
    assert held_office("a teacher", voices) is None


def test_a_body_has_the_voice_of_its_noun_and_a_weapon_has_none(tables: Tables) -> None:
    voices = tables.of(Voices)
    assert kind_of_body("Orvana Clinic", voices) is ActorKind.MEDICAL_BODY
    assert kind_of_body("Orvana", voices) is None
    assert is_mute("a drone", voices)
    assert is_mute("the detention centre", voices)
    assert not is_mute("the Orvana clinic", voices)
