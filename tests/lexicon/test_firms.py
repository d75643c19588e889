"""Names of firms: told by their last word, never by an article or a word of the middle."""

from __future__ import annotations

import pytest

from rashomon.lexicon import load_tables
from rashomon.lexicon.cues import cue_book


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a rig of Corran Offshore sank", ["Corran Offshore"]),
        ("The Halden Coaches bus left the road", ["Halden Coaches"]),
        ("owned by Aero Brisa Airlines Ltd, it said", ["Aero Brisa Airlines Ltd"]),
        ("The Railways said so", []),
        ("the Luz Civil Aviation Authority said so", []),
        ("coal, oil and gas from the north", []),
        ("a former Harrow Marine said so", []),
    ],
)
def test_a_firm_is_known_by_the_last_word_of_its_name(text: str, names: list[str]) -> None:
    assert [match.group() for match in cue_book(load_tables()).firm.finditer(text)] == names
