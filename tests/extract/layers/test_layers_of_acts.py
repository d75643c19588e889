"""Layers of acts: with the counts of their sentence, and standing facts."""

from __future__ import annotations

from tests.extract.conftest import Read

from rashomon.model import Claim, ClaimKind, Layer

OPENING = "An air strike killed nine people in Ariha on Saturday, medics said. The market was full when the jets came."


def of_act(read_text: Read, text: str, words: str) -> Claim:
    """Return the act that stands at some words of a text."""
    start = text.index(words)
    claims = read_text(text).claims
    return next(one for one in claims if one.kind is not ClaimKind.COUNT and one.span.start <= start < one.span.end)


def test_an_act_is_of_the_happening_of_its_dead(read_text: Read) -> None:
    text = f"{OPENING} In a separate incident, five shoppers died when shelling hit a bakery in Homs."
    assert of_act(read_text, text, "shelling").layer is Layer.RELATED


def test_what_is_done_again_and_again_is_no_news(read_text: Read) -> None:
    text = f"{OPENING} The town has been regularly shelled by the army."
    assert of_act(read_text, text, "shelled").layer is Layer.BACKGROUND
