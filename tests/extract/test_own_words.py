"""Words of the user's own, laid over the shipped tables, are read as the shipped ones are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.extract import read
from rashomon.extract.syntax import Parser
from rashomon.intake import make_report
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables, load_tables

Told = Callable[[str, Tables], set[str]]


@pytest.fixture
def told(gazetteer: Gazetteer, parser: Parser) -> Told:
    """What a text tells by some tables: measures with their numbers, acts with their doers, on whose word, how firmly."""

    def reads(text: str, tables: Tables) -> set[str]:
        report = make_report(text, source="test", outlet="Harbour Post", published="2023-05-06", tables=tables)
        claims = read(report, tables=tables, gazetteer=gazetteer, parser=parser).claims
        counts = [(f"{c.quantity.low} {c.measure}", c) for c in claims if c.quantity is not None]
        acts = [(f"{c.act.agent}: {c.act.type}", c) for c in claims if c.act is not None]
        roots = {f"{what}, {claim.attribution.root}" for what, claim in (*counts, *acts)}
        return (
            {what for what, _ in (*counts, *acts)} | {f"{what}, {c.modality}" for what, c in (*counts, *acts)} | roots
        )

    return reads


@pytest.mark.parametrize(
    ("table", "words", "text", "tells"),
    [
        ("countwords", "missiles: [tractor]", "A tractor hit two cyclists in Selby on Friday.", "2 wounded"),
        (
            "cues",
            "reckonings: [guesstimate]",
            "By the mayor's guesstimate, nine people drowned in Selby.",
            "9 killed, mayor",
        ),
        ("cues", "announcing: [boatswains]", "Nine drown as ferry sinks off Selby: boatswains", "9 killed, boatswains"),
        ("plans", "planning: [mean]", "The governors mean to evacuate Selby.", "governors: evacuation, planned"),
        ("families", "by_people: [looting]", "The drought looted the granary in Selby on Friday.", "None: looting"),
        ("objects", "planning: [mull]", "Clerics mull a protest in Selby.", "Clerics: protest"),
    ],
)
def test_a_word_of_the_users_own_is_read(  # noqa: PLR0917 - what is laid over, and what comes of it
    told: Told, tmp_path: Path, table: str, words: str, text: str, tells: str
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / f"{table}.yaml").write_text(f"{words}\n", encoding="utf-8")
    assert tells not in told(text, load_tables())
    assert tells in told(text, load_tables(tmp_path))
