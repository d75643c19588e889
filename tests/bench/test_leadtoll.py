"""One toll a report: which counts are handed to coders of one figure, and with which number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TEXT = (
    "At least 30 people died at the quay, among them four dockers. Five children were there. A storm killed 90 in May."
)
Row = dict[str, Any]


@pytest.fixture
def leadtoll(root: Path) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root / "bench"))
        import leadtoll as module

        yield module


def count(
    words: str, low: int | None, high: int | None, group: str = "total", hedge: str = "exact", **other: Any
) -> Row:
    start = TEXT.index(words) if words in TEXT else 0
    span = {"start": start, "end": start + len(words)}
    made = {"kind": "count", "measure": "killed", "layer": "main", "polarity": "affirmed", "modality": "asserted"}
    quantity = {"low": low, "high": high, "hedge": hedge, "words": words}
    return (
        made | {"span": span, "number_span": span, "quantity": quantity, "group": {"id": group, "label": group}} | other
    )


STORY = [
    count("90", 90, 90),
    count("Five", 5, 5, "children"),
    count("At least 30", 30, None, hedge="at least"),
    count("four dockers", 4, 4, "dockers", scope="part"),
]


def test_the_sentence_that_leads_is_left_with_the_children_among_its_dead(leadtoll: Any) -> None:
    kept = [(row["group"]["id"], row["quantity"]["low"]) for row in leadtoll.as_coded("fa_kes", STORY, TEXT)]
    assert kept == [("total", 30), ("children, civilians", 5)]
    armed = [*STORY, count("four dockers", 4, 4, "soldiers", scope="part")]
    kept = [row["group"]["id"] for row in leadtoll.as_coded("fa_kes", armed, TEXT)]
    assert kept == ["total", "soldiers", "children, civilians"], "the side of those who bear arms is told"


def test_without_a_toll_of_all_every_group_of_the_lead_counts(leadtoll: Any) -> None:
    kept = leadtoll.as_coded("fa_kes", [row for row in STORY if row["group"]["id"] != "total"], TEXT)
    assert [row["group"]["id"] for row in kept] == ["dockers, civilians"], "five are more than the four that lead"


@pytest.mark.parametrize(("guards", "groups"), [(25, ["total", "civilians", "soldiers"]), (24, ["total"])])
def test_sides_told_further_down_are_taken_where_they_add_up(leadtoll: Any, guards: int, groups: list[str]) -> None:
    rows = [count("At least 30", 30, None, hedge="at least"), count("Five", 5, 5, "civilians")]
    rows.append(count("children", guards, guards, "soldiers"))
    found = [row["group"]["id"] for row in leadtoll.as_coded("fa_kes", rows, TEXT)]
    assert found == groups


def test_parts_are_not_added_to_what_they_are_a_part_of(leadtoll: Any) -> None:
    whole, part = count("30", 7, 7, "rebels", scope="whole"), count("Five", 2, 2, "women", scope="part")
    other = count("Five", 2, 2, "women", scope="part", measure="wounded")
    assert leadtoll.as_coded("satp", [whole, part, other], TEXT) == [whole, other]
    assert leadtoll.as_coded("satp", [part], TEXT) == [part], "a part alone is all that is told"


@pytest.mark.parametrize("name", ["fa_kes", "satp"])
def test_what_is_only_planned_or_feared_is_not_handed_over(leadtoll: Any, name: str) -> None:
    wanted = count("30", 1, 1, scope="whole", modality="planned")
    assert leadtoll.as_coded(name, [wanted], TEXT) == []


def test_other_benchmarks_and_other_claims_are_left_alone(leadtoll: Any) -> None:
    assert leadtoll.as_coded("counts", STORY, TEXT) is STORY
    act = {"kind": "act", "layer": "main"}
    assert leadtoll.as_coded("fa_kes", [act], TEXT) == [act]


def test_a_vague_word_leads_only_where_no_number_is_given(leadtoll: Any) -> None:
    vague = count("At", 24, 99, hedge="dozens")
    (row,) = leadtoll.as_coded("fa_kes", [vague, count("30", 30, 30)], TEXT)
    assert row["quantity"]["low"] == 30
    (row,) = leadtoll.as_coded("fa_kes", [vague], TEXT)
    assert row["quantity"]["low"] == 24


def test_what_lies_beside_or_is_denied_does_not_lead(leadtoll: Any) -> None:
    beside = [count("30", 30, 30, layer="related"), count("30", 30, 30, polarity="denied"), count("30", None, None)]
    assert leadtoll.as_coded("fa_kes", beside, TEXT) == []


@pytest.mark.parametrize(
    ("low", "high", "hedge", "number"),
    [
        (71, None, "more than", 70),
        (17, None, "at least", 17),
        (36, 44, "about", 40),
        (81, 89, "nearly", 90),
        (0, 19, "fewer than", 20),
        (None, 50, "up to", 50),
        (24, 99, "dozens", 24),
        (8, 8, "exact", 8),
    ],
)
def test_the_number_is_the_printed_one(leadtoll: Any, low: int, high: int, hedge: str, number: int) -> None:
    assert leadtoll.printed({"low": low, "high": high, "hedge": hedge}) == number


def test_only_those_who_bear_arms_keep_their_side(leadtoll: Any) -> None:
    armed = leadtoll.coded(count("30", 3, 3, "soldiers"))
    assert armed["group"]["id"] == "soldiers"
    assert leadtoll.coded(count("30", 3, 3, "islamic-state"))["group"]["id"] == "islamic-state"
    assert leadtoll.coded(count("30", 3, 3, "crew"))["group"]["id"] == "crew, civilians"
    assert leadtoll.coded(count("30", 3, 3, "divers"))["group"]["id"] == "divers, civilians"


def test_many_and_numerous_are_left_to_the_numbers_of_coders_who_have_their_own(leadtoll: Any) -> None:
    rows = [count("30", 3, None, hedge="numerous"), count("Five", 3, 9, hedge="several"), {"kind": "act"}]
    planned = count("90", 90, 90, modality="planned")
    found = leadtoll.as_coded("isaf", [*rows, planned], TEXT)
    assert [row["quantity"]["low"] for row in found[:2]] == [None, 3]
    assert found[2:] == [{"kind": "act"}], "what is only planned goes, acts stay"
    assert leadtoll.as_coded("counts", [*rows, planned], TEXT) == [*rows, planned]


def test_children_told_first_are_among_the_greater_toll_that_follows(leadtoll: Any) -> None:
    rows = [count("At least 30", 9, 9, "children"), count("Five", 14, 14), count("90", 40, 40)]
    found = [(row["group"]["id"], row["quantity"]["low"]) for row in leadtoll.as_coded("fa_kes", rows, TEXT)]
    assert found == [("total", 14), ("children, civilians", 9)]
    alone = leadtoll.as_coded("fa_kes", [rows[0], count("Five", 5, 5)], TEXT)
    assert [row["quantity"]["low"] for row in alone] == [9], "a smaller one is none"


@pytest.mark.parametrize(("low", "high", "number"), [(14, 17, 15), (36, 44, 40), (450, 550, 500)])
def test_a_number_about_which_there_were_is_handed_over_as_printed(
    leadtoll: Any, low: int, high: int, number: int
) -> None:
    (row,) = leadtoll.as_coded("fa_kes", [count("Five", low, high, hedge="around")], TEXT)
    assert row["quantity"]["low"] == number


def test_figures_of_the_sides_that_a_page_names_are_left(leadtoll: Any) -> None:
    figures = [{"measure": "killed", "group": {"id": one, "label": one}} for one in ("total", "men", "civilians")]
    kept = leadtoll.of_sides("airwars_en", {"id": "e", "figures": figures})
    assert [one["group"]["id"] for one in kept["figures"]] == ["total", "civilians"]
    assert leadtoll.of_sides("gva", {"id": "e", "figures": figures})["figures"] == figures
