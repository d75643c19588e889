"""Laws that hold whatever the reports say, tried on the stories, read and grouped as a user's reports are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import stories
from hypothesis import given, settings
from hypothesis import strategies as st
from incremental import grouped_in
from memory import Memory

import rashomon
from rashomon.cluster.group import group
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import OUTLET, UNATTRIBUTED, Finding, Reading, Record, Report, ReportId, Scope, Verdict

COPY = "Copy Desk"
"""An invented outlet that prints what others wrote."""


@cache
def tables() -> Tables:
    """The shipped tables."""
    return load_tables()


@cache
def told(name: str) -> Any:
    """A story as the program tells it."""
    return stories.told(next(one for one in stories.stories() if one.name == name), tables())


NAMES = [story.name for story in stories.stories()]
EACH = pytest.mark.parametrize("name", NAMES)
SOME = settings(max_examples=12)


def by_question(record: Record) -> dict[tuple[str, str], tuple[Verdict, int]]:
    """The verdict and the roots of each question of the whole event; several acts may be asked in the same words."""
    asked = sorted((one for one in record.findings if one.question.scope == "event"), key=lambda one: one.id)
    return {(one.question.kind, one.question.label): (one.verdict, one.independent_roots) for one in asked}


def counts(record: Record) -> dict[tuple[str, str], tuple[Verdict, int]]:
    """The verdict and the roots of each count of the whole event."""
    return {key: value for key, value in by_question(record).items() if key[0] == "count"}


def numbers(records: Iterable[Record], report: Report) -> set[int]:
    """Which of a report's accounts some records are made of: 1 alone for a report of one event."""
    events = [record.event for record in records if report.id in record.event.report_ids]
    return {account.number if (account := event.account_of(report.id)) else 1 for event in events}


@SOME
@given(name=st.sampled_from(NAMES), chance=st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(name: str, chance: Any) -> None:
    found = told(name)
    mixed = list(found.reports.items())
    chance.shuffle(mixed)
    readings = list(found.readings)
    chance.shuffle(readings)
    again = stories.tell_read(dict(mixed), tuple(readings), tables())
    assert again.events == found.events
    assert again.records == found.records


@SOME
@given(
    names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True),
    chance=st.randoms(use_true_random=False),
)
def test_reports_that_come_one_at_a_time_make_the_events_of_all_at_once(names: list[str], chance: Any) -> None:
    came = [pair for name in names for pair in zip(told(name).reports.values(), told(name).readings, strict=True)]
    chance.shuffle(came)
    store = Memory(tables())
    for report, reading in came:
        store.add(report, reading)
    events = group([report for report, _ in came], [reading for _, reading in came], tables=tables())
    assert {(one.report_ids, one.reasons) for one in store.clusters()} == {(grouped_in(e), e.reasons) for e in events}


def copy_of(report: Report, reading: Reading, later: bool) -> tuple[Report, Reading]:
    """A report printed as its own by another outlet, and its reading."""
    stamp = f"{report.day}T23:59" if later else report.published
    made = Report.id_of(outlet=COPY, url=None, text=report.text)
    copy = replace(report, id=made, outlet=COPY, source="copy.txt", published=stamp)
    claims = tuple(replace(claim, report_id=made).identified() for claim in reading.claims)
    mentions = tuple(replace(mention, report_id=made) for mention in reading.mentions)
    return copy, Reading(made, claims, mentions)


@EACH
@pytest.mark.parametrize("later", [True, False])
def test_a_copy_changes_no_verdict_and_no_number_of_roots(name: str, later: bool) -> None:
    found = told(name)
    for place, report in enumerate(found.reports.values()):
        copy, reading = copy_of(report, found.readings[place], later)
        again = stories.tell_read({**found.reports, COPY: copy}, (*found.readings, reading), tables())
        for number in sorted(numbers(found.records, report)):
            before = next(record for record in found.records if number in numbers([record], report))
            after = next(record for record in again.records if number in numbers([record], report))
            assert set(after.event.report_ids) == {*before.event.report_ids, copy.id}
            assert counts(after) == counts(before), report.name


@EACH
def test_a_report_of_an_unrelated_event_changes_nothing(name: str) -> None:
    found = told(name)
    other = told(NAMES[(NAMES.index(name) + 7) % len(NAMES)])
    theirs = {f"other {key}": report for key, report in other.reports.items()}
    again = stories.tell_read({**theirs, **found.reports}, (*other.readings, *found.readings), tables())
    assert set(again.events) == {*found.events, *other.events}
    assert {record.event.id: record for record in again.records if record in found.records} == {
        record.event.id: record for record in found.records
    }


@EACH
def test_a_subset_is_never_compared_with_its_whole(name: str) -> None:
    for record in told(name).records:
        claims = {claim.id: claim for claim in record.claims}
        for finding in record.findings:
            if finding.question.kind != "count" or finding.verdict is Verdict.NOT_COMPARABLE:
                continue
            used = [claims[id_] for position in finding.positions if not position.derived for id_ in position.claims]
            group = finding.question.group.id if finding.question.group else "total"
            held = (finding.question.measure, group) == ("detained", "suspects")  # whom police hold after a deed is one
            strangers = [c for c in used if c.group and c.group.id != group and c.quantity and c.quantity.high != 0]
            strangers = [c for c in strangers if not (held and c.measure == "detained" and c.scope is Scope.WHOLE)]
            assert strangers == [], finding.question.label
            whole = {(c.report_id, c.attribution.root) for c in used if c.scope is Scope.WHOLE}
            parts = {(c.report_id, c.attribution.root) for c in used if c.scope is Scope.PART}
            assert not whole & parts, finding.question.label


def of_root(readings: tuple[Reading, ...], root: str) -> list[Reading]:
    """The readings, with the claims of one root alone."""
    return [replace(one, claims=tuple(c for c in one.claims if c.attribution.root == root)) for one in readings]


@EACH
def test_a_series_of_one_root_is_only_single_source_or_updated(name: str) -> None:
    found = told(name)
    roots = {claim.attribution.root for one in found.readings for claim in one.claims} - {OUTLET, UNATTRIBUTED}
    for event in found.events:
        for root in sorted(roots):
            reports = tuple(found.reports.values())
            record = rashomon.reconcile(event, reports, of_root(found.readings, root), tables=tables())
            for finding in (one for one in record.findings if one.question.kind == "count"):
                assert finding.independent_roots == 1, root
                assert finding.verdict in {Verdict.SINGLE_SOURCE, Verdict.UPDATED}, (root, finding.why)


@EACH
def test_the_roots_of_a_finding_are_no_more_than_its_positions_name(name: str) -> None:
    for record in told(name).records:
        for finding in record.findings:
            assert (
                1 <= finding.independent_roots <= len({who(finding, place) for place in range(len(finding.positions))})
            )


def who(finding: Finding, place: int) -> str:
    """Whom a position rests on."""
    position = finding.positions[place]
    return position.likely_root or position.root


def test_a_copy_in_these_tests_is_a_copy() -> None:
    found = told(NAMES[0])
    (report, *_), (reading, *_) = found.reports.values(), found.readings
    copy, again = copy_of(report, reading, later=True)
    assert copy.text == report.text
    assert copy.id != ReportId(report.id)
    assert len(again.claims) == len(reading.claims)
