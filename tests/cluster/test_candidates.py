"""Which reports are compared: those with telling words in common, and no more than a few for each however many there are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rashomon.cluster.candidates import IN_COMMON, NEIGHBOURS, candidates
from rashomon.cluster.profile import Profile
from rashomon.model import ReportId


def of_words(number: int, words: list[str], day: int = 0) -> Profile:
    """A report with these telling words, so many days after the first."""
    weights = dict.fromkeys(words, 1.0)
    return Profile(
        ReportId(f"r-{number:04}"),
        f"Paper {number}",
        date(2031, 3, 1) + timedelta(days=day),
        weights,
        {},
        {},
        frozenset(),
    )


def test_reports_with_too_few_words_in_common_are_not_compared() -> None:
    few = ["ferry", "lake", "drowned"][: IN_COMMON - 1]
    assert candidates([of_words(1, few), of_words(2, few)]) == []


def test_reports_with_telling_words_in_common_are_compared() -> None:
    words = ["ferry", "lake", "drowned", "anwe"]
    assert candidates([of_words(1, words), of_words(2, ["fire", "mellan", "depot"]), of_words(3, words)]) == [(0, 2)]


@pytest.mark.parametrize("size", [200, 400, 800])
def test_words_of_a_crowd_bring_each_report_together_with_few_others(size: int) -> None:
    crowd = [of_words(i, ["killed", "people", "police", "attack"], day=i // 8) for i in range(size)]
    pairs = candidates(crowd)
    assert len(pairs) <= NEIGHBOURS * size
    assert max(second - first for first, second in pairs) <= NEIGHBOURS
