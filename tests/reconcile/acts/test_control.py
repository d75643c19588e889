"""Who is said to hold a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rashomon.model import Verdict, ZoneKind

if TYPE_CHECKING:
    from conftest import Newsroom, Paper

OPPOSED = [
    (("captured", "Islamic State"), ("attack repelled", "Syrian Democratic Forces")),
    (("captured", "Islamic State"), ("controls", "Syrian Democratic Forces")),
    (("controls", "Syrian Democratic Forces"), ("failed to control", "Syrian Democratic Forces")),
    (("controls", "Southern League"), ("lost", "Southern League")),
    (("attack repelled", "Kurdish forces"), ("captured", "Islamic State")),
]


@pytest.mark.parametrize(("first", "second"), OPPOSED)
def test_opposed_answers_on_one_place_and_day_are_disputed(
    room: Newsroom, first: tuple[str, str], second: tuple[str, str]
) -> None:
    room.paper("Post").control(*first, "Varda prison")
    room.paper("Herald").control(*second, "the prison")
    finding = room.finding("who holds Varda prison")
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2), finding.why


def test_one_holder_told_twice_agrees(room: Newsroom) -> None:
    room.paper("Post").control("captured", "Southern League", "Varda airport")
    room.paper("Herald").control("controls", "Southern League", "the airport")
    assert room.finding("who holds Varda airport").verdict is Verdict.AGREE


def test_one_sides_loss_fits_the_others_gain(room: Newsroom) -> None:
    room.paper("Post").control("captured", "Islamic State", "Varda airport")
    room.paper("Herald").control("lost", "Syrian Democratic Forces", "the airport")
    assert room.finding("who holds Varda airport").verdict is Verdict.COMPATIBLE


def test_a_place_may_change_hands_from_day_to_day(room: Newsroom) -> None:
    room.paper("Post", 0).control("captured", "Islamic State", "Varda airport")
    room.paper("Herald", 3).control("captured", "Syrian Democratic Forces", "Varda airport")
    assert room.finding("who holds Varda airport").verdict is Verdict.UPDATED


def test_a_headline_against_its_body_stands_in_the_finding(room: Newsroom) -> None:
    paper = room.paper("Post")
    paper.control("captured", "Islamic State", "a large prison in the north", zone=ZoneKind.HEADLINE)
    paper.control("controls", "Syrian Democratic Forces", "Varda prison", by="locals")
    finding = room.finding("who holds Varda prison")
    assert finding.verdict is Verdict.DISPUTED
    assert "its headline and its body differ" in finding.why
    assert len(finding.positions) == 2


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        ("Ghazwan prison", "Ghezwan prison", 1),
        ("Varda prison", "the gates of Varda prison", 1),
        ("Varda prison", "Oster prison", 2),
        ("Varda prison", "the area around the prison", 2),
        ("Varda prison", "Varda airport", 2),
    ],
)
def test_names_of_one_place_are_one_question(room: Newsroom, first: str, second: str, places: int) -> None:
    paper: Paper = room.paper("Post")
    paper.control("captured", "Islamic State", first)
    paper.control("captured", "Islamic State", second)
    assert len(room.record().findings) == places


def test_a_repelled_attack_tells_the_attack_too(room: Newsroom) -> None:
    room.paper("Post").control("attack repelled", "Syrian Democratic Forces", "Varda prison", when=room.on(0))
    room.paper("Herald").act("attack", "Islamic State", "Varda prison", when=room.on(0))
    (attack,) = [finding for finding in room.record().findings if finding.question.act == "attack"]
    assert attack.verdict in {Verdict.AGREE, Verdict.COMPATIBLE}
    assert attack.independent_roots == 2


def test_who_was_driven_off_is_no_place_that_is_held(room: Newsroom) -> None:
    room.paper("Post").control("attack repelled", "Syrian Democratic Forces", "Islamic State")
    asked = {finding.question.label for finding in room.record().findings}
    assert asked == {"attack by Islamic State"}


@pytest.mark.parametrize(("first", "second"), [("government forces", "soldiers"), ("army", "Chadian army")])
def test_general_names_of_a_states_forces_are_no_two_sides(room: Newsroom, first: str, second: str) -> None:
    room.paper("Post").control("captured", first, "Varda airport")
    room.paper("Herald").control("captured", second, "the airport")
    assert room.finding("who holds Varda airport").verdict is not Verdict.DISPUTED
