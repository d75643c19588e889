"""The whole program against our own stories: each expectation is a test, and what is known to fail is listed and counted."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import stories

from rashomon.lexicon.tables import Tables, load_tables

FLOOR = 0.81
"""The share of expectations that must be met; raised when the program gets better, never lowered silently."""


@cache
def tables() -> Tables:
    """The shipped tables."""
    return load_tables()


@cache
def outcomes(name: str) -> dict[str, Any]:
    """The outcome of each expectation of a story."""
    story = next(one for one in stories.stories() if one.name == name)
    return {one.expect: one for one in stories.outcomes(story, stories.told(story, tables()))}


NAMES = [story.name for story in stories.stories()]


@pytest.mark.parametrize("name", NAMES)
def test_a_story_comes_out_as_an_analyst_expects(name: str) -> None:
    assert [one.line for one in outcomes(name).values() if one.fault and not one.known] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_listed_as_failing_still_fails(name: str) -> None:
    met = [one.expect for one in outcomes(name).values() if one.known and not one.fault]
    assert met == [], "take these off the list `fails` of the story"


@pytest.mark.parametrize("name", NAMES)
def test_each_listed_failure_is_an_expectation_with_a_reason(name: str) -> None:
    story = next(one for one in stories.stories() if one.name == name)
    assert [expect for expect in story.fails if expect not in outcomes(name)] == []
    assert all(len(why.split()) > 3 for why in story.fails.values())


def test_the_share_of_expectations_that_are_met_stays_above_its_floor() -> None:
    every = [one for name in NAMES for one in outcomes(name).values()]
    assert len(NAMES) >= 20
    assert len(every) >= 240
    assert stories.share(every) >= FLOOR


def test_no_two_expectations_of_a_story_have_one_name() -> None:
    for name in NAMES:
        story = next(one for one in stories.stories() if one.name == name)
        listed = [one.expect for one in stories.outcomes(story, stories.told(story, tables()))]
        assert len(listed) == len(set(listed)), name


ROW: dict[str, Any] = {
    "what": "A fire.", "shows": ["one report"],
    "reports": {"only": {"outlet": "Harbour Post", "published": "2027-03-16", "text": "Two people were killed in a fire, police said."}},
    "expected": {"events": [["only"]], "findings": [{"ask": "killed, total", "verdict": "single-source", "roots": 1}]},
}  # fmt: skip


def faults(**finding: Any) -> list[str]:
    """The faults of the small story with other expectations of its finding."""
    row = {**ROW, "expected": {**ROW["expected"], "findings": [{**ROW["expected"]["findings"][0], **finding}]}}
    story = stories.story_of("fire", row)
    return [one.expect for one in stories.outcomes(story, stories.told(story, tables())) if one.fault]


@pytest.mark.parametrize(
    ("finding", "fault"),
    [
        ({"verdict": "disputed"}, ["killed, total: verdict"]), ({"roots": 2}, ["killed, total: roots"]),
        ({"why": "no such words"}, ["killed, total: why"]), ({"positions": []}, ["killed, total: nothing else"]),
        ({"positions": [{"value": 3, "root": "police"}]}, ["killed, total: 3 of police", "killed, total: nothing else"]),
        ({"positions": [{"value": 2, "root": "police", "likely": "army"}]}, ["killed, total: 2 of police", "killed, total: nothing else"]),
        ({"positions": [{"value": 2, "root": "police", "reports": ["only"]}]}, []),
    ],
)  # fmt: skip
def test_the_stories_can_fail(finding: dict[str, Any], fault: list[str]) -> None:
    assert faults(**finding) == fault


def test_a_slip_in_a_story_is_refused() -> None:
    with pytest.raises(ValueError, match="verdikt"):
        faults(verdikt="agree")
    with pytest.raises(ValueError, match="other"):
        stories.story_of("fire", {**ROW, "expected": {"events": [["only", "other"]]}})
