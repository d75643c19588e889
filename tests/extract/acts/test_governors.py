"""Whose act it is by the words above it: accusations, plans, attempts, campaigns, and those made to do something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model import Reading

Read = Callable[..., Reading]


def agent(read_text: Read, text: str, word: str) -> str | None:
    """The doer of the act that a word tells."""
    acts = [claim for claim in read_text(text).claims if claim.act is not None and claim.trigger_span is not None]
    found = [
        claim.act.agent for claim in acts if claim.act and claim.trigger_span and word in claim.trigger_span.of(text)
    ]
    assert found, [claim.act for claim in acts]
    return found[0]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Three brothers suspected of bombing a mill in Orle were arrested on Monday.", "bombing", "Three brothers"),
        ("The Taliban were accused of shooting two farmers in Orle.", "shooting", "Taliban"),
        ("The ministry accused the militia of shelling the clinic.", "shelling", "militia"),
        ("Boko Haram was blamed for the attack on the mill.", "attack", "Boko Haram"),
        ("Al-Shabaab claimed responsibility for the attack on the hotel.", "attack", "al-Shabaab"),
        ("An attack blamed on Boko Haram killed nine people.", "attack", "Boko Haram"),
        ("The Taliban were behind the attack on the mill.", "attack", "Taliban"),
        ("The Taliban are responsible for several attacks on mills.", "attacks", "Taliban"),
        ("The army forced the rebels to withdraw.", "withdraw", "rebels"),
        ("Troops entered the port, forcing the rebels to surrender.", "surrender", "rebels"),
        ("The rebels' attempt to capture the airport failed.", "capture", "rebels"),
        ("The police foiled an attempt by rebels to infiltrate the base.", "infiltrate", "rebels"),
        ("The Turkish army began a campaign aimed at recapturing the town.", "recapturing", "Turkish army"),
        ("The rebels launched a wave of attacks on mills near Orle.", "attacks", "rebels"),
        ("Israel carried out dozens of air strikes on the port.", "strikes", "Israel"),
        ("The opposition plans a series of protests next month.", "protests", "opposition"),
        ("Ethiopian soldiers killed two farmers during a raid on a mill.", "raid", "Ethiopian army"),
        ("Ten rebels were killed in clashes with the Turkish army.", "clashes", "rebels"),
        ("The rebels are firmly in control of Orle.", "control", "rebels"),
    ],
)
def test_the_words_above_say_whose_act_it_is(read_text: Read, text: str, word: str, doer: str) -> None:
    assert agent(read_text, text, word) == doer


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Eight people were killed in shelling on Thursday.", "shelling"),
        ("The gate was broken by shelling the yard for hours.", "shelling"),
        ("The reason behind the attacks on mills is not known.", "attacks"),
        ("Two soldiers died in a raid on a mill.", "raid"),
        ("The bridge was the target of attacks.", "attacks"),
    ],
)
def test_who_only_stands_above_an_act_did_not_do_it(read_text: Read, text: str, word: str) -> None:
    assert agent(read_text, text, word) is None


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Possible Iranian missile strikes on the port are feared.", "strikes", "Iran"),
        ("Turkish shelling on the outskirts of a village killed two farmers.", "shelling", "Turkey"),
        ("Saudi-led air strikes hit a wedding hall.", "strikes", "Saudi-led coalition"),
        ("Two children were killed in shelling by the Turkish army.", "shelling", "Turkish army"),
        ("Three helicopters from the US-led coalition shelled a farm.", "shelled", "US-led coalition"),
        ("The Turkish army said its jets had bombed a mill.", "bombed", "Turkish army"),
        ("A rebel rocket attack hit a school.", "attack", "rebels"),
        ("The raid was carried out by its Russian ally.", "raid", "Russia"),
        ("The strikes were carried out by either Russian or Turkish jets.", "strikes", "Russia or Turkey"),
        ("Syrias army shelled the hills.", "shelled", "Syrian army"),
    ],
)
def test_the_words_beside_a_noun_name_its_doer(read_text: Read, text: str, word: str, doer: str) -> None:
    assert agent(read_text, text, word) == doer


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Thousands of teachers marched through Orle.", "marched", "teachers"),
        ("A group of about 70 protesters gathered in the square.", "gathered", "protesters"),
        ("The French president, Lena Ford, condemned the attack on a mill.", "condemned", "Lena Ford"),
        ("Four men shot on Monday evening in Orle are expected to live.", "shot", None),
        ("Three farmers sustained injuries and taken to hospital.", "taken", None),
        ("The war has displaced 20,000 people.", "displaced", None),
        ("Police broke up anti-government protests in Orle.", "protests", None),
        ("Washington accused Tehran of attacking two tankers.", "attacking", "Iran"),
    ],
)
def test_who_does_it_is_a_person_a_force_or_a_state(read_text: Read, text: str, word: str, doer: str | None) -> None:
    assert agent(read_text, text, word) == doer


def test_the_mayors_arrest_is_done_to_the_mayor(read_text: Read) -> None:
    reading = read_text("The Taliban's arrest in Orle was welcomed by the police.")
    (act,) = [c.act for c in reading.claims if c.act is not None and c.act.type == "arrest"]
    assert act.patient == "Taliban"
