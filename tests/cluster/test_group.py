"""Reports of one happening come together, others stay apart, and each decision says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rashomon.cluster.group import group
from rashomon.cluster.similarity import Ground, Likeness, by_toll
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    Act,
    Claim,
    ClaimKind,
    Event,
    Place,
    Reading,
    Report,
    ReportId,
    Span,
    TimeSpan,
)

Make = Callable[..., Report]
News = dict[str, Report]

APART = {("ferry-a", "ferry-b"), ("market-a", "market-b"), ("robbery",)}


def grouped(reports: Iterable[Report], tables: Tables, readings: Iterable[Reading] = ()) -> tuple[Event, ...]:
    """The events of some reports."""
    return group(list(reports), readings, tables=tables)


def parts(events: Iterable[Event]) -> set[tuple[str, ...]]:
    """The partition that events make."""
    return {event.report_ids for event in events}


def test_three_happenings_of_one_week_are_three_events(news: News, tables: Tables) -> None:
    assert parts(grouped(news.values(), tables)) == APART


def test_each_joined_report_has_a_reason_in_plain_words(news: News, tables: Tables) -> None:
    events = {event.report_ids[0]: event for event in grouped(news.values(), tables)}
    (ferry,) = events["ferry-a"].reasons
    assert ferry.startswith("Ferry-B (ferry-b) with Ferry-A (ferry-a): ")
    assert "both name" in ferry
    assert "Heron" in ferry
    assert "age 58" in ferry
    assert "reported a day apart" in ferry
    assert "reported on the same day" in events["market-a"].reasons[0]
    assert events["robbery"].reasons == ()


@given(order=st.permutations(range(5)))
def test_the_order_of_reports_does_not_matter(news: News, tables: Tables, order: list[int]) -> None:
    reports = list(news.values())
    assert grouped([reports[i] for i in order], tables) == grouped(reports, tables)


@given(which=st.integers(0, 4), name=st.sampled_from(["aaa", "mmm", "zzz"]))
def test_a_copy_joins_its_original_and_moves_nothing_else(news: News, tables: Tables, which: int, name: str) -> None:
    original = list(news.values())[which]
    copy = replace(original, id=ReportId(name), outlet="Copy Desk")
    after = grouped([*news.values(), copy], tables)
    assert {tuple(i for i in ids if i != name) for ids in parts(after)} == APART
    event = next(event for event in after if name in event.report_ids)
    assert original.id in event.report_ids
    assert any("is a copy of" in reason for reason in event.reasons)


def test_an_unrelated_report_changes_nothing(news: News, tables: Tables, make: Make) -> None:
    before = grouped(news.values(), tables)
    harvest = make(
        "harvest",
        "Apple growers in the Vell uplands expect a poor harvest after late frosts, their union said.",
        date(2031, 5, 6),
    )
    after = grouped([*news.values(), harvest], tables)
    assert [event for event in after if "harvest" not in event.report_ids] == list(before)


def test_the_same_report_twice_counts_once(news: News, tables: Tables) -> None:
    assert grouped([*news.values(), *news.values()], tables) == grouped(news.values(), tables)
    assert grouped([], tables) == ()


def test_without_any_day_the_words_decide(news: News, tables: Tables) -> None:
    assert parts(grouped([replace(report, day=None) for report in news.values()], tables)) == APART


def test_a_report_day_is_taken_from_the_metadata_where_it_is_not_solved(news: News, tables: Tables) -> None:
    dated = [replace(r, day=None, published=f"{r.day}T08:00:00Z") for r in news.values()]
    assert parts(grouped(dated, tables)) == APART
    assert parts(grouped([replace(r, day=None, published="yesterday") for r in news.values()], tables)) == APART


ATTACK = "Gunmen stormed the Harrow prison near Beled on {day}, blowing open its gate, and traded fire with guards for hours. {more}"


def prison(make: Make, name: str, day: date, more: str, happened: date) -> tuple[Report, Reading]:
    """A report on an attack on one prison, and a reading that dates it."""
    report = make(name, ATTACK.format(day=f"{happened:%d %B}", more=more), day)
    place = Place("Harrow prison", 12.1, 44.2, id="own:harrow-prison", level="prison")
    act = Claim(
        report.id,
        ClaimKind.ACT,
        Span(0, 40),
        report.text[:40],
        act=Act("attack"),
        when=TimeSpan.day(happened),
        where=place,
    )
    return report, Reading(report.id, (act,))


def test_two_attacks_on_one_prison_a_month_apart_are_two_events(make: Make, tables: Tables) -> None:
    first, second = date(2031, 2, 3), date(2031, 3, 4)
    told = [
        prison(make, "one", first, "Four guards died and twenty inmates fled into the hills.", first),
        prison(
            make,
            "two",
            first + timedelta(days=1),
            "Twenty inmates are on the run after four guards were killed.",
            first,
        ),
        prison(make, "three", second, "The warden said that the new wall had held.", second),
        prison(make, "four", second, "A new wall had held, the warden told reporters, and nobody escaped.", second),
    ]
    events = grouped([report for report, _ in told], tables, [reading for _, reading in told])
    assert parts(events) == {("one", "two"), ("four", "three")}


def test_a_bombing_and_its_anniversary_are_apart(news: News, tables: Tables, make: Make) -> None:
    text = (
        "People laid flowers at the Nasr vegetable market in Daboura, a year after a car bomb killed 23 shoppers there. "
        "Mayor Huda Kassar unveiled a stone with the names of the dead."
    )
    later = make("anniversary", text, date(2032, 5, 6))
    assert ("anniversary",) in parts(grouped([*news.values(), later], tables))


def test_a_battle_of_two_weeks_is_one(make: Make, tables: Tables) -> None:
    start = date(2031, 9, 1)
    told = (
        "Fighters of the Salt Plain Front and army troops fought for a {nth} day over the river town of Karum, where the Adel bridge was shelled.",
        "The army and the Salt Plain Front still battle for Karum; shells fell near the Adel bridge on the {nth} day of fighting.",
        "Karum: on its {nth} day the battle between the Salt Plain Front and the army moved to the Adel bridge in the town's west.",
        "The battle for the river town of Karum entered its {nth} day, with Salt Plain Front fighters holding the Adel bridge against the army.",
    )
    days = (1, 4, 8, 12)
    reports = [
        make(f"day-{day}", text.format(nth=f"{day}th"), start + timedelta(days=day))
        for day, text in zip(days, told, strict=True)
    ]
    assert len(grouped(reports, tables)) == 1


def test_a_reason_tells_the_tolls_and_what_speaks_against_it(tables: Tables) -> None:
    weights = tables.of(Grouping)
    assert list(by_toll(58, 72, weights)) == [Ground(0.0, "tolls 58 and 72 do not speak against it")]
    assert list(by_toll(58, 58, weights)) == [Ground(weights.same_toll, "both count 58 killed")]
    assert list(by_toll(2, 2, weights)) == [Ground(0.0, "both count 2 killed")], "every second raid kills two"
    assert list(by_toll(None, 72, weights)) == []
    like = Likeness(0.7, (Ground(0.3, "same place (Mersin)"), Ground(-1.0, "they date it 2 days apart"), Ground(-4.4)))
    assert like.reason == "same place (Mersin); although they date it 2 days apart"
