"""Places that people come from or are bound for."""

from __future__ import annotations

import pytest

from rashomon.extract.origins import is_goal
from rashomon.model import Span


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("A lorry bomb killed 43 people as rebels advanced towards Tolva.", True),
        ("A lorry bomb killed 43 people as troops pushed toward the militants' stronghold of Tolva.", True),
        ("The road towards the coast is closed, and shells killed nine in Tolva.", False),
        ("A lorry bomb killed 43 people as they queued for bread in Tolva.", False),
    ],
)
def test_where_others_head_for_is_no_scene(text: str, goal: bool) -> None:
    start = text.index("Tolva")
    assert is_goal(text, Span(start, start + len("Tolva"))) is goal
