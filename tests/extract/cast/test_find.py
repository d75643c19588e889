"""The cast of a report: who is named, and which words mean the same one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.conftest import Read

from rashomon.extract.cast.find import Cast, cast_of
from rashomon.lexicon.actors import actor_book
from rashomon.lexicon.names import name_book
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import ActorKind, MentionType, Span

CORPUS = yaml.safe_load((Path(__file__).parents[2] / "corpus" / "cast.yaml").read_text("utf-8"))
TABLES = load_tables()


def cast(text: str, tables: Tables = TABLES) -> Cast:
    """Return the cast of a text without places and times."""
    return cast_of(text, actor_book(tables).find(text), [], name_book(tables))


def ids(text: str) -> dict[str, str]:
    """Return the actor's id of every name in a text, those of the tables too."""
    known = {hit.span.of(text): hit.actor.id for hit in actor_book(TABLES).find(text)}
    return known | {named.span.of(text): named.actor.id for named in cast(text).named}


def rows(key: str) -> list[Any]:
    """Return text and groups of words of the corpus."""
    return [pytest.param(row["text"], words, id=str(words)[:60]) for row in CORPUS for words in row.get(key, [])]


@pytest.mark.parametrize(("text", "words"), rows("same"))
def test_words_of_one_actor_share_its_id(text: str, words: list[str]) -> None:
    found = ids(text)
    assert set(words) <= set(found)
    assert len({found[word] for word in words}) == 1


@pytest.mark.parametrize(("text", "words"), rows("apart"))
def test_actors_are_told_apart(text: str, words: list[str]) -> None:
    found = ids(text)
    assert len({found.get(word, word) for word in words}) == len(words)


@pytest.mark.parametrize(("text", "word"), rows("never"))
def test_what_is_no_actor_is_not_named(text: str, word: str) -> None:
    assert word not in ids(text)


def test_an_actor_of_the_report_has_an_id_of_its_own_and_a_kind() -> None:
    (ford, titled) = cast("Dr. Lena Ford spoke.").named[::-1]
    assert (ford.actor.id, ford.actor.kind, ford.actor.label) == ("cast-lena-ford", ActorKind.PERSON, "Lena Ford")
    assert titled.actor == ford.actor


def test_a_cast_tells_who_is_named_at_a_word() -> None:
    text = "Col. Lena Ford spoke. Ford left."
    found = cast(text)
    at = found.at(Span(text.index("Ford left"), text.index(" left")))
    assert at is not None
    assert at.actor.label == "Lena Ford"
    assert found.full_name(at.span, "Ford") == "Lena Ford"
    assert found.at(Span(len(text) - 2, len(text) - 1)) is None


@given(st.text(alphabet=st.sampled_from("Aa Bb.,()'’\"“-\nÉé0\u00a0Ministerof theGen"), max_size=300))
def test_any_text_has_a_cast_within_it(text: str) -> None:
    named = cast(text).named
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in named)
    assert list(named) == sorted(named, key=lambda each: (each.span, each.actor.id))


def test_a_speaker_called_by_surname_or_office_is_the_person_named(read_text: Read) -> None:
    text = (
        "Lena Ford, the relief minister, visited Harrow. The toll is not final. "
        "Ford said twelve people were killed. The relief minister said nine people were wounded."
    )
    roots = {claim.measure: claim.attribution.root for claim in read_text(text).claims if claim.measure}
    assert roots == {"killed": "Lena Ford", "wounded": "Lena Ford"}


def test_an_acronym_told_in_brackets_names_the_body_that_speaks(read_text: Read) -> None:
    text = "The World Relief Fund (WRF) works in Harrow. The WRF said twelve people were killed."
    assert [claim.attribution.root for claim in read_text(text).claims if claim.measure] == ["World Relief Fund"]


def test_mentions_hold_the_cast_and_a_country_in_a_title_is_none(read_text: Read) -> None:
    text = "French Foreign Minister Lena Ford spoke. US Secretary Tom Hale left France."
    found = [(m.span.of(text), m.actor) for m in read_text(text).mentions if m.type is MentionType.ACTOR]
    assert ("French Foreign Minister Lena Ford", "cast-lena-ford") in found
    assert ("US", "country-us") not in found
    assert ("France", "country-fr") in found
