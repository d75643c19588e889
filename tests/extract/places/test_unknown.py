"""Names that no map knows, shown to be places by the words beside them."""

from __future__ import annotations

import pytest

from rashomon.extract.places.find import find_places
from rashomon.intake import make_report
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables


def names(text: str, tables: Tables, gazetteer: Gazetteer) -> list[str]:
    """Return the words of the places named in a text."""
    report = make_report(text, source="a", tables=tables)
    return [found.span.of(report.text) for found in find_places(report, tables=tables, gazetteer=gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops searched the village of Belqorun at dawn.", ["Belqorun"]),
        ("Shells fell on Belqorun, a village that had been empty for months.", ["Belqorun"]),
        ("A mine went off near Belqorun, the town where the trucks had stopped.", ["Belqorun"]),
        ("Shells fell on Belqorun in the northern Idlib countryside.", ["Belqorun", "Idlib"]),
        ("Police raided a house in Belqorun near Idlib.", ["Belqorun", "Idlib"]),
        ("Police raided a house in Belqorun, Idlib province.", ["Belqorun", "Idlib"]),
        ("Troops raided Dar Belqorun village at dawn.", ["Dar Belqorun"]),
    ],
)
def test_words_beside_a_name_show_it_to_be_a_place(
    text: str, expected: list[str], tables: Tables, gazetteer: Gazetteer
) -> None:
    assert names(text, tables, gazetteer) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The shop was owned by Belqorun in Idlib.",
        "Belqorun, a teacher, was hurt in Idlib.",
        "The minister met Belqorun in Idlib.",
        "Prices rose on Monday in Idlib.",
        "Prices rose in May, Idlib traders said.",
        "The clinic is run by Belqorun, Idlib's mayor.",
    ],
)
def test_a_name_that_may_be_a_persons_is_no_place(text: str, tables: Tables, gazetteer: Gazetteer) -> None:
    assert [name for name in names(text, tables, gazetteer) if name != "Idlib"] == []
