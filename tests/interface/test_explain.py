"""The way to a verdict is told from the record alone, step by step, on a page of plain text."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import rashomon
from rashomon.errors import QuestionError
from rashomon.exchange import jsonio
from rashomon.interface.explain import chosen, explanation, page
from rashomon.lexicon.policies import Policies
from rashomon.lexicon.tables import Tables
from rashomon.model import Record, Report, Rung, Verdict
from rashomon.reconcile.counts.estimates import POLICIES


@pytest.fixture(scope="module")
def example() -> Record:
    """The record of the example reports."""
    return rashomon.compare(sorted((Path(__file__).parents[2] / "examples" / "beledweyne").iterdir()))


def text_of(record: Record, question: str, width: int = 100) -> str:
    """The page on a question, blanks joined."""
    return page(explanation(chosen(record.findings, question)[0], record), width)


def joined(record: Record, question: str) -> str:
    return " ".join(text_of(record, question).split())


def test_a_label_is_one_finding_and_a_part_of_it_every_one_of_the_whole_event(example: Record) -> None:
    assert [one.question.label for one in chosen(example.findings, "Killed, total")] == ["killed, total"]
    many = [one.question.label for one in chosen(example.findings, "killed")]
    assert set(many) >= {"killed, total", "killed, soldiers", "killed, children"}


@pytest.mark.parametrize("words", ["sunk, total", "", "  "])
def test_words_that_fit_no_question_are_answered_with_the_questions(example: Record, words: str) -> None:
    with pytest.raises(QuestionError) as caught:
        chosen(example.findings, words)
    assert "killed, total" in caught.value.questions


def test_each_claim_shows_words_place_interval_and_root(example: Record) -> None:
    text = joined(example, "killed, total")
    report = example.reports[0]
    start = report.text.index("at least 17 people")
    assert f"harbour-wire.txt, 12 March 2024, line 3, characters {start}-{start + len('at least 17')}" in text
    assert "“A car bomb killed at least 17 people” read as 17 or more, from “at least 17”" in text
    assert "root Hodan Warsame: named (“told”)" in text
    assert "root Police: named as Abdi Nur Gedi (“said”), who speaks for it" in text
    assert "no source is named; likely Hodan Warsame, attribution dropped: it is a number of Hodan Warsame" in text


def test_what_is_set_aside_says_why(example: Record) -> None:
    text = joined(example, "killed, total")
    assert "101 or more, from “more than 100”" in text.partition("SET ASIDE, AND WHY")[2]
    assert "background: an earlier event" in text


def test_the_ladder_shows_each_step_tried_and_the_one_that_fitted(example: Record) -> None:
    (finding,) = chosen(example.findings, "killed, total")
    assert [step.verdict for step in finding.ladder][-1] is finding.verdict is Verdict.DISPUTED
    assert [step.fits for step in finding.ladder] == [False] * (len(finding.ladder) - 1) + [True]
    text = joined(example, "killed, total")
    assert "every root states the same: no (would be agree) Hodan Warsame: 24; Police: 9." in text
    assert "Nothing tells whether Hodan Warsame or Police is the later." in text
    assert "→ not both true: yes (disputed)" in text


def test_each_estimate_names_the_claims_it_used(example: Record) -> None:
    rows = [line for line in text_of(example, "killed, total").splitlines() if line.startswith("  ACLED")]
    assert len(rows) == 1
    assert rows[0].split()[1] == "9"
    assert rows[0].rstrip().endswith("]")


def test_every_policy_says_what_it_takes(tables: Tables) -> None:
    from rashomon.interface.explain.compose import TAKES

    assert tables.of(Policies)
    assert set(TAKES) == set(POLICIES)


@pytest.mark.parametrize("width", [40, 72, 100])
def test_no_line_is_wider_than_the_page(example: Record, record: Record, width: int) -> None:
    for one in (example, record):
        for finding in one.findings:
            lines = page(explanation(finding, one), width).splitlines()
            assert max(map(len, lines)) <= width


def test_every_finding_of_a_record_can_be_explained_after_it_came_back_from_json(example: Record) -> None:
    again = jsonio.record_from_dict(json.loads(jsonio.dumps(jsonio.record_to_dict(example))))
    for finding, other in zip(example.findings, again.findings, strict=True):
        assert page(explanation(finding, example)) == page(explanation(other, again))
        assert finding.ladder or finding.verdict is Verdict.NOT_COMPARABLE


def test_text_of_others_can_not_steer_the_screen(hostile: Record) -> None:
    (finding, *_) = hostile.findings
    step = Rung("\x1b[31m", Verdict.AGREE, "\u202e\x07", fits=True)
    text = page(explanation(replace(finding, ladder=(step,)), hostile))
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


def pair(second: str, tables: Tables) -> Record:
    """The record of a wire report and another one, two hours later."""
    first = "MELLAN, October 12, 2027 (Copper Wire) - A fire in a garment factory in Mellan killed 21 workers on Tuesday.\n\nThe flames spread from a store of cloth on the ground floor of the old building."
    return rashomon.compare([made("Copper Wire", 12, first, tables), made("Harbour Post", 14, second, tables)])


def made(outlet: str, hour: int, text: str, tables: Tables) -> Report:
    from rashomon.intake import make_report

    return make_report(text, source=f"{outlet}.txt", outlet=outlet, published=f"2027-10-12T{hour}:00", tables=tables)


def test_a_copy_says_where_its_words_come_from(tables: Tables) -> None:
    copy = "Inferno in Mellan\n\nA fire in a garment factory in Mellan killed 21 workers on Tuesday.\n\nThe flames spread from a store of cloth on the ground floor of the old building."
    text = joined(pair(copy, tables), "killed, workers")
    assert "a copy: the same words stand in" in text
    assert "1 independent root" in text
