"""One monitor's toll through seven days: its own figures follow each other, and a party's own count stays its own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import rashomon
from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import Finding, Position, Record, Report, Verdict

FIRST = date(2023, 5, 6)
"""The day of the first report, a Saturday; the invented battle for Bentiu's river port began on the Thursday before."""

MONITOR = "Upper Nile Conflict Watch"
PARTY = "South Sudanese army"
TOLL = (78, 89, 123, 136, 181, 332, 373)

CHAIN = (
    ("Harbour Post", 0, """At least 78 people have been killed since rebels attacked the river port of Bentiu on Thursday, the Upper Nile Conflict Watch said on Saturday.

The monitor said that 41 of the dead were fighters of the rebel front, 30 were soldiers and seven were civilians.

Residents said that shooting went on around the grain stores."""),
    ("Lakeside Daily", 1, """The number of people killed in the battle for the river port of Bentiu has risen to 89, the Upper Nile Conflict Watch said on Sunday.

Rebels attacked the port on Thursday, and part of it is still in their hands."""),
    ("Meridian TV", 2, """Fighting for the river port of Bentiu in South Sudan entered its fifth day on Monday.

According to the Upper Nile Conflict Watch, 123 people have been killed since the rebels attacked on Thursday, among them 77 fighters of the front, 39 soldiers and seven civilians."""),
    ("Harbour Post", 3, """The death toll in the battle for Bentiu's river port has reached 136, according to the Upper Nile Conflict Watch.

The army said on Tuesday that its troops had entered the customs house, which rebels seized on Thursday."""),
    ("Lakeside Daily", 4, """The Upper Nile Conflict Watch said on Wednesday that 181 people had been killed in the battle for the river port of Bentiu, which rebels attacked last Thursday.

“We find bodies in every store that is opened,” a nurse said."""),
    ("Meridian TV", 5, """The toll of the battle for the river port of Bentiu has risen sharply to 332 dead, the Upper Nile Conflict Watch said on Thursday, after the army entered the last of the stores.

The monitor said that 243 of them were fighters, 82 soldiers and seven civilians."""),
    ("Harbour Post", 6, """The Upper Nile Conflict Watch said on Friday that the battle for the river port of Bentiu, which rebels attacked on 4 May, had killed 373 people.

It was the last of the week's counts: the port is quiet, and ships have begun to call."""),
)  # fmt: skip

RIVAL = (
    ("Capital Radio", 2, """South Sudanese army troops clashed with rebels in the river port of Bentiu again on Monday. The South Sudanese army said that 64 people had been killed in the battle.

An army spokesman said that the port would soon be cleared."""),
    ("Capital Radio", 5, """South Sudanese army troops have taken the river port of Bentiu from the rebels, and 97 people were killed in the battle, the South Sudanese army said on Thursday."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load_tables()


def reports(items: tuple[tuple[str, int, str], ...], tables: Tables) -> list[Report]:
    """Reports of (outlet, days after the first, text)."""
    return [
        make_report(
            text, source=f"{outlet}-{day}.txt", outlet=outlet, published=str(FIRST + timedelta(days=day)), tables=tables
        )
        for outlet, day, text in items
    ]


@pytest.fixture(scope="module")
def chain(tables: Tables) -> Record:
    """The record of the monitor's seven reports."""
    return rashomon.compare(reports(CHAIN, tables), tables=tables)


@pytest.fixture(scope="module")
def with_rival(tables: Tables) -> Record:
    """The record of all nine reports."""
    return rashomon.compare(reports((*CHAIN, *RIVAL), tables), tables=tables)


def toll(record: Record) -> Finding:
    """The one finding on how many were killed in all."""
    found = [
        f
        for f in record.findings
        if f.question.measure == "killed" and f.question.group and f.question.group.id == "total"
    ]
    assert len(found) == 1, [(f.question.label, [(p.root, p.value.label) for p in f.positions]) for f in found]
    return found[0]


def of(root: str, finding: Finding) -> Position:
    """The one stated position of a root."""
    found = [p for p in finding.positions if p.root == root and not p.derived]
    assert len(found) == 1, [(p.root, p.value.label) for p in finding.positions]
    return found[0]


def test_one_monitors_toll_is_one_position_with_seven_points(chain: Record) -> None:
    position = of(MONITOR, toll(chain))
    assert [point.value.low for point in position.series] == list(TOLL)
    assert position.value.low == TOLL[-1]


def test_the_points_carry_the_days_they_hold_for(chain: Record) -> None:
    days = [point.as_of for point in of(MONITOR, toll(chain)).series]
    assert days == [FIRST + timedelta(days=n) for n in range(7)]


def test_a_growing_toll_is_updated_and_no_dispute(chain: Record) -> None:
    assert toll(chain).verdict is Verdict.UPDATED
    assert toll(chain).independent_roots == 1


def test_a_breakdown_is_neither_a_toll_nor_added_to_one(chain: Record) -> None:
    lows = {p.value.low for f in chain.findings if f.question.measure == "killed" for p in f.positions}
    assert not {78 + 78, 123 + 123, 332 + 332, 373 + 332} & lows


def test_the_order_of_the_reports_does_not_matter(chain: Record, tables: Tables) -> None:
    turned = toll(rashomon.compare(reports(CHAIN[::-1], tables), tables=tables))
    assert [point.value.low for point in of(MONITOR, turned).series] == list(TOLL)
    assert turned.verdict is toll(chain).verdict


def test_a_party_keeps_its_own_count(with_rival: Record) -> None:
    finding = toll(with_rival)
    assert [point.value.low for point in of(PARTY, finding).series] == [64, 97]
    assert [point.value.low for point in of(MONITOR, finding).series] == list(TOLL)
    assert of(PARTY, finding).party
    assert finding.independent_roots == 2


def test_the_last_figures_of_two_roots_that_exclude_each_other_are_disputed(with_rival: Record) -> None:
    assert toll(with_rival).verdict in (Verdict.DISPUTED, Verdict.UPDATED)
