"""How a count is told: every example on the error page stands in its own row."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

Row = dict[str, Any]
ONE = {"layer": "main", "scope": "whole", "modality": "asserted", "polarity": "affirmed", "root": "outlet", "via": None}
PLAIN = ONE | {"low": 3, "high": 3, "hedge": "exact", "group": "total", "group_words": "people", "root_words": None}


def case_of(pages: SimpleNamespace, marked: str, **fields: Any) -> Any:
    """Return a case whose number stands between asterisks, in a report of two lines."""
    before, words, after = marked.split("*")
    opening = "" if "headline" in fields else "The mayor spoke on Monday.\n\n"
    row = {"id": "r1", "text": f"{opening}{before}{words}{after}", "outlet": None, "collection": None}
    start = len(opening) + len(before)
    place = pages.cases.Places(row, 1).at(start, start + len(words))
    return pages.cases.Case(PLAIN | fields, None, place)


def test_each_example_of_a_position_stands_in_its_own_row(pages: SimpleNamespace) -> None:
    for row in pages.standing.STANDS.rows:
        if row.example:
            fields = {"headline": True} if row.name == "headline" else {}
            assert pages.standing.STANDS.rows_of(case_of(pages, row.example, **fields)) == [row.name]


@pytest.mark.parametrize(
    ("marked", "fields", "name"),
    [
        ("*No one* was hurt.", {"low": 0, "high": 0}, "none"),
        ("They buried *dozens*.", {"hedge": "dozens"}, "vague"),
        ("*At least 12* died.", {"hedge": "at least"}, "a bound or about"),
        ("*A* teacher was shot.", {}, "a, an, another"),
        ("*One* of the guards died.", {}, "one"),
        ("*Both* pilots survived.", {}, "both, a couple, a pair"),
        ("*31* people died.", {}, "figures"),
        ("*Thirty-one* people died.", {}, "number words"),
    ],
)
def test_numbers_are_sorted_by_hedge_and_words(pages: SimpleNamespace, marked: str, fields: Row, name: str) -> None:
    assert pages.constructions.NUMBERS.rows_of(case_of(pages, marked, **fields)) == [name]


@pytest.mark.parametrize(
    ("marked", "fields", "name"),
    [
        (
            "*Nine* died, the coastguard said.",
            {"root": "coastguard", "root_words": "coastguard"},
            "a speaker in the same sentence",
        ),
        ("*Nine* died.", {"root": "coastguard", "root_words": "coastguard"}, "a speaker carried over"),
        ("“We buried *nine*,” said the mayor.", {"root": "mayor", "root_words": "mayor"}, "inside a quotation"),
        ("*Nine* died.", {"root": "nurse", "via": "an agency"}, "through an agency or another speaker"),
        ("*Nine* are reportedly dead.", {"root": "unattributed"}, "nobody named"),
        ("*Nine* died.", {}, "the outlet itself"),
    ],
)
def test_speakers_are_sorted_by_where_they_stand(pages: SimpleNamespace, marked: str, fields: Row, name: str) -> None:
    assert pages.constructions.SPEAKERS.rows_of(case_of(pages, marked, **fields)) == [name]


@pytest.mark.parametrize(
    ("marked", "fields", "name"),
    [
        (
            "*A* man, Ilyas Brandt, was shot.",
            {"low": 1, "high": 1, "group": "men", "group_words": "man"},
            "one person with a name",
        ),
        (
            "*A* man from New Ferry Bay was shot.",
            {"low": 1, "high": 1, "group": "men", "group_words": "man"},
            "women, men",
        ),
        ("*Three others* were hurt.", {"group_words": "others"}, "others"),
        ("*Nine* died.", {"group_words": None}, "a pronoun, or nobody named"),
        ("*Two* girls died.", {"group": "children", "group_words": "girls"}, "children"),
        (
            "*Six* border guards died.",
            {"group": "border guards", "group_words": "border guards"},
            "armed groups, soldiers, police",
        ),
        ("*Four* nurses died.", {"group": "nurses", "group_words": "nurses"}, "other roles and nations"),
    ],
)
def test_those_who_are_counted_are_sorted_by_group(pages: SimpleNamespace, marked: str, fields: Row, name: str) -> None:
    assert pages.constructions.WHOM.rows_of(case_of(pages, marked, **fields)) == [name]


def test_a_count_may_mean_several_things(pages: SimpleNamespace) -> None:
    case = case_of(pages, "*15*, not 12 as first reported, died.", scope="part", layer="background")
    assert pages.constructions.MEANING.rows_of(case) == [
        "part of a larger count",
        "background",
        "corrected or compared",
    ]


@pytest.mark.parametrize(
    ("collection", "outlet", "kind"),
    [
        ("isaf", "ISAF", "releases of a military"),
        ("x", "Reuters", "news agencies"),
        ("x", "Harbour Post", "newspapers and other press"),
        ("x", "Coastal Observatory", "monitors of a war"),
        ("x", "Press TV", "media of a state"),
        ("places", None, "news of outbreaks and health"),
    ],
)
def test_outlets_are_sorted_by_kind(pages: SimpleNamespace, collection: str, outlet: str | None, kind: str) -> None:
    assert pages.kinds.kind_of({"collection": collection, "outlet": outlet}) == kind
