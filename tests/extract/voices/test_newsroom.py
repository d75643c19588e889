"""Whose word a reporter's is: the newsroom's own people, told by their titles, their stations and their accounts."""

from __future__ import annotations

import pytest

from rashomon.extract.voices.bodies import is_no_person, kind_of_body
from rashomon.extract.voices.newsroom import Newsroom
from rashomon.lexicon.cues import cue_book
from rashomon.lexicon.selfnaming import SelfNaming
from rashomon.lexicon.tables import Tables
from rashomon.model import ActorKind


@pytest.fixture
def newsroom(tables: Tables) -> Newsroom:
    """The newsroom of an invented station."""
    return Newsroom("kxlm7.com", tables.of(SelfNaming), cue_book(tables))


@pytest.mark.parametrize("words", ["Channel 7's", "FOX 4’s", "News4's", "Local 10 News reporter", "reporter", "crime reporter", "KXLM's"])  # fmt: skip
def test_words_of_the_newsroom_stand_before_its_peoples_names(newsroom: Newsroom, words: str) -> None:
    assert newsroom.leads(words)


@pytest.mark.parametrize(
    "words", ["Mayor", "Harrow's", "Harrow Herald reporter", "the station's owner", "KQRT's", "7's", "’s"]
)
def test_other_words_do_not(newsroom: Newsroom, words: str) -> None:
    assert not newsroom.leads(words)


@pytest.mark.parametrize(
    ("name", "post", "own"),
    [
        ("Lena Ford", "Nine dead. — Lena Ford (@LenaKXLM)", True),
        ("Lena Ford", "Nine dead @kxlm7 — Lena Ford (@lena)", True),
        ("Lena Ford", "Nine dead. — Lena Ford (@lenafordnews)", True),
        ("Lena Ford", "Nine dead. — Lena Ford (@LenaKQRT)", None),
        ("Lena Ford", "Nine dead. — Lena Ford (@lena)", False),
        ("Harrow Police", "Nine dead. — Harrow Police (@harrowpolicenews)", False),
        ("HPD", "Nine dead. — HPD (@hpd_news)", False),
        ("Lena Ford", "Nine dead.", False),
    ],
)
def test_a_post_is_told_by_its_account(newsroom: Newsroom, name: str, post: str, own: bool | None) -> None:
    assert newsroom.posts(name, post) is own


def test_without_an_outlet_no_name_is_its_own(tables: Tables) -> None:
    nobody = Newsroom("", tables.of(SelfNaming), cue_book(tables))
    assert not nobody.is_own_name("Harrow")
    assert nobody.posts("Lena Ford", "Nine dead @harrow — Lena Ford (@lena)") is False


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("KXLM-TV", ActorKind.OUTLET), ("WQRT", ActorKind.OUTLET), ("WQR", ActorKind.OTHER), ("HPD", ActorKind.POLICE),
        ("St. Anne County PD", ActorKind.POLICE), ("MCSO", ActorKind.POLICE), ("Marlow County Sheriff's Office", ActorKind.POLICE),
        ("Police Ministry", ActorKind.GOVERNMENT), ("UNESCO", ActorKind.OTHER),
    ],
)  # fmt: skip
def test_the_kind_of_a_short_name(name: str, kind: ActorKind) -> None:
    assert kind_of_body(name) is kind


@pytest.mark.parametrize(("name", "words", "no_person"), [("KXLM", "KXLM", True), ("Harrow Statesman", "The Harrow Statesman", True),
                                                          ("Lena Ford", "the mayor, Lena Ford", False), ("Lena Ford", "Lena Ford", False)])  # fmt: skip
def test_what_is_no_person(name: str, words: str, no_person: bool) -> None:
    assert is_no_person(name, words) is no_person
