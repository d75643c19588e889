"""Places that people come from or are bound for."""

from __future__ import annotations

import pytest

from rashomon.extract import read
from rashomon.extract.origins import is_goal
from rashomon.extract.syntax import Parser
from rashomon.intake import make_report
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables
from rashomon.model import ClaimKind, Span


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("A lorry bomb killed 43 people as rebels advanced towards Tolva.", True),
        ("A lorry bomb killed 43 people as troops pushed toward the militants' stronghold of Tolva.", True),
        ("The road towards the coast is closed, and shells killed nine in Tolva.", False),
        ("Some 300 villagers fled from the coast to Tolva after nine people were killed.", True),
        ("Nine people were hurt on the coast and taken to a hospital in Tolva.", True),
        ("Herders who sought refuge in Tolva said nine people were killed.", True),
        ("Some 300 villagers fled to the coast after nine people were killed in Tolva.", False),
        ("Some 300 villagers who fled to camps north of Tolva were shelled.", False),
        ("A lorry bomb killed 43 people as they queued for bread in Tolva.", False),
    ],
)
def test_where_others_head_for_is_no_scene(text: str, goal: bool) -> None:
    start = text.index("Tolva")
    assert is_goal(text, Span(start, start + len("Tolva"))) is goal


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen killed nine people in Goma on Friday, forcing 300 to flee to Kisoro.", "Goma"),
        ("Nine people were wounded on Friday in Goma and were taken to hospital in Kisoro.", "Goma"),
        ("Nine people were wounded on Friday and taken to hospital in Kisoro.", None),
    ],
)
def test_people_are_counted_where_it_befell_them(
    text: str, place: str | None, tables: Tables, gazetteer: Gazetteer, parser: Parser
) -> None:
    report = make_report(text, source="a.txt", tables=tables)
    claims = read(report, tables=tables, gazetteer=gazetteer, parser=parser).claims
    where = [claim.where for claim in claims if claim.kind is ClaimKind.COUNT]
    assert {one.name if one else None for one in where} == {place}
