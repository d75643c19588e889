"""The parts of grouping: profiles, candidates, clusters, distances."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cluster.agglomerate import agglomerate
from rashomon.cluster.keys import Keys, keys_of
from rashomon.cluster.profile import Profile, details_in, profile
from rashomon.cluster.similarity import by_kind, by_place, by_plight, by_time, compare, km_between
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.lexicon.wordbands import RAREST, WordBands, stem
from rashomon.model import (
    Basis,
    Claim,
    ClaimKind,
    Grain,
    Mention,
    MentionType,
    Place,
    Reading,
    Report,
    ReportId,
    Span,
    TimeSpan,
    Zone,
    ZoneKind,
)

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1, width=16),
    max_size=20,
)


@given(PAIRS, st.floats(0.1, 0.9))
def test_every_thing_is_in_one_cluster(likeness: dict[tuple[int, int], float], least: float) -> None:
    clusters = agglomerate(8, likeness, least)
    assert sorted(member for cluster in clusters for member in cluster) == list(range(8))


def test_one_mistaken_link_joins_no_two_large_clusters() -> None:
    inside = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (3, 4): 0.9, (3, 5): 0.9, (4, 5): 0.9}
    assert agglomerate(6, {**inside, (2, 3): 0.8}, 0.25) == [[0, 1, 2], [3, 4, 5]]
    assert agglomerate(6, inside | {(a, b): 0.5 for a in range(3) for b in range(3, 6)}, 0.25) == [list(range(6))]


def test_common_words_tell_little_and_unknown_ones_most(tables: Tables) -> None:
    told = tables.of(WordBands).told()
    assert told["the"] < 0.1
    assert told[stem("police")] < 2
    assert told[stem("bicycle")] > 3
    assert stem("Tarvos") not in told
    assert all(0 <= weight <= RAREST for weight in told.values())


def test_details_are_ages_house_numbers_and_clock_times() -> None:
    text = "Ana Ruiz, 34, and a 7-year-old boy were hit in the 1400 block of Elm Road at 9:00 p.m.; by 9 pm they were safe."
    assert details_in(text) == {"age 34", "age 7", "number 1400", "clock 9p", "ana ruiz 34"}


@pytest.mark.parametrize(
    "text", ["31-year-old Mina B. Okoro fell.", "Mina Okoro, 31.", "Mina Okoro (31) fell.", "Mina Okoro, 31, fell."]
)
def test_a_person_with_an_age_is_a_detail_however_it_is_told(text: str) -> None:
    assert "mina okoro 31" in details_in(text)


def test_a_profile_is_empty_for_an_empty_report(tables: Tables) -> None:
    report = Report(ReportId("a"), "a", "")
    empty = profile(report, Reading(report.id), tables=tables)
    assert not empty.text
    assert keys_of(empty, tables=tables) == Keys(frozenset(), frozenset(), dated=False)
    assert compare(empty, empty, tables=tables).probability == 0


def test_names_at_the_start_of_a_sentence_are_read_after_it(tables: Tables, make: Callable[..., Report]) -> None:
    report = make("a", "The mayor of Daboura, Huda Kassar, spoke on Tuesday. Huda Kassar wept.")
    assert list(profile(report, Reading(report.id), tables=tables).names) == ["daboura", "huda", "kassar"]


def test_names_are_the_same_with_accents_and_without(tables: Tables, make: Callable[..., Report]) -> None:
    told = [
        make("a", "The jail of Söderå burnt, the guard Ünal's wife said."),
        make("b", "The jail of Soedera burnt."),
        make("c", "The jail of Sodera burnt."),
    ]
    one, _, other = (profile(report, Reading(report.id), tables=tables) for report in told)
    assert set(one.names) == {"sodera", "unal"}
    assert set(other.names) == {"sodera"}


DATED = "KARVAN, May 9 (Heath Wire) - A gallery in the mine of Orsk fell in, the mayor said on Friday.{more}"


def mine(make: Callable[..., Report], more: str = "") -> tuple[Report, Reading]:
    """A report from the capital on a mine, with what a reading finds in it."""
    report = make("mine", DATED.format(more=more), date(2031, 5, 9))
    report = replace(
        report, zones=(Zone(ZoneKind.DATELINE, Span(0, 26)), Zone(ZoneKind.BODY, Span(26, len(report.text))))
    )
    days = {"May 9": 9, "Friday": 9, "Thursday": 8}
    at = {
        name: Span(report.text.index(name), report.text.index(name) + len(name))
        for name in (*days, "KARVAN", "Orsk")
        if name in report.text
    }
    times = [
        Mention(report.id, MentionType.TIME, at[name], timespan=on_day(day)) for name, day in days.items() if name in at
    ]
    places = [
        Mention(report.id, MentionType.PLACE, at[name], place=Place(name.title(), 1.0, 2.0, id=name))
        for name in ("KARVAN", "Orsk")
    ]
    claim = Claim(report.id, ClaimKind.COUNT, at["Orsk"], "fell in", measure="killed", when=on_day(9))
    return report, Reading(report.id, claims=(claim,), mentions=(*times, *places))


def on_day(day: int) -> TimeSpan:
    """A day of one May."""
    return TimeSpan(date(2031, 5, day), date(2031, 5, day), Grain.DAY, Basis.REPORT_DAY)


def test_the_day_and_town_of_a_dateline_are_not_those_of_the_happening(
    tables: Tables, make: Callable[..., Report]
) -> None:
    told = profile(*mine(make), tables=tables)
    assert told.days == frozenset()
    assert not told.dated
    assert [place.name for place in told.places] == ["Orsk"]


def test_a_day_beside_the_deed_is_that_of_the_happening(tables: Tables, make: Callable[..., Report]) -> None:
    told = profile(*mine(make, " It fell in on Thursday night."), tables=tables)
    assert told.days == frozenset({date(2031, 5, 8)})


def test_one_plight_speaks_for_one_happening(tables: Tables) -> None:
    weights = tables.of(Grouping)
    assert [g.adds for g in by_plight(frozenset({"captivity"}), weights)] == [weights.same_plight]
    assert not list(by_plight(frozenset(), weights))


@pytest.mark.parametrize(
    ("kind", "numbers", "adds"),
    [
        ("suicide bombing", {"killed 29"}, "other"),
        ("suicide bombing", {"killed 29", "wounded 58"}, ""),
        ("suicide bombing", {"missing 3"}, ""),
        ("suicide bombing", set[str](), ""),
        ("shelling", {"killed 29"}, "same"),
    ],
)
def test_two_kinds_of_act_speak_against_one_happening_where_no_number_is_shared(
    tables: Tables, kind: str, numbers: set[str], adds: str
) -> None:
    weights = tables.of(Grouping)
    one = replace(bare("a", None), kind="shelling", numbers=frozenset({"killed 8", "wounded 58"}))
    other = replace(bare("b", None), kind=kind, numbers=frozenset(numbers))
    told = [ground.adds for ground in by_kind(one, other, tables=tables)]
    assert told == {"other": [weights.other_kind], "same": [weights.same_kind], "": []}[adds]


def test_likeness_does_not_depend_on_who_comes_first(news: dict[str, Report], tables: Tables) -> None:
    one, other = (profile(news[name], Reading(news[name].id), tables=tables) for name in ("ferry-a", "market-a"))
    assert compare(one, other, tables=tables).probability == compare(other, one, tables=tables).probability


def bare(name: str, day: date | None, *words: str) -> Profile:
    """A profile of a few words."""
    return Profile(ReportId(name), name, day, dict.fromkeys(words, 0.5), {}, {}, frozenset())


@pytest.mark.parametrize(("other", "adds"), [((8, 9), "same"), ((10,), "near"), ((25,), "far")])
def test_days_of_the_happening_speak_for_or_against(tables: Tables, other: tuple[int, ...], adds: str) -> None:
    weights = tables.of(Grouping)
    told = replace(bare("a", None), days=frozenset({date(2031, 5, 8), date(2031, 5, 9)}))
    against = replace(bare("b", None), days=frozenset(date(2031, 5, day) for day in other))
    (ground,) = by_time(told, against, weights)
    assert ground.adds == {"same": weights.same_time, "near": weights.times[0].adds, "far": weights.other_time}[adds]
    assert not list(by_time(told, bare("c", None), weights))
    surely = list(by_time(replace(told, dated=True), replace(against, dated=True), weights))
    assert len(surely) == (2 if adds == "far" else 1)


def test_places_speak_for_or_against(tables: Tables) -> None:
    weights = tables.of(Grouping)
    quito, suburb, lima = (
        Place("Quito", -0.22, -78.51, id="q"),
        Place("Calderon", -0.1, -78.42, id="c"),
        Place("Lima", -12.05, -77.04, id="l"),
    )
    assert [g.adds for g in by_place((lima, quito), (quito,), weights)] == [weights.same_place]
    assert [g.words for g in by_place((quito,), (suburb,), weights)] == ["neighbouring places (Quito, Calderon)"]
    assert [g.adds for g in by_place((quito,), (lima,), weights)] == [weights.other_place]
    assert not list(by_place((), (lima,), weights))
    namesake = Place("Quito", 10.0, 10.0, id="other")
    assert [g.adds for g in by_place((quito,), (namesake,), weights)] == [weights.same_place], (
        "one name, of which two towns were made"
    )
    assert not list(by_place((Place("a hamlet"),), (lima,), weights)), "a place without a point is near nothing"


def test_kilometres_between_places() -> None:
    quito, equator = Place("Quito", -0.22, -78.51), Place("on the line", 0.0, -78.51)
    assert km_between(quito, equator) == pytest.approx(24.5, abs=0.2)
    assert km_between(quito, Place("unresolved")) is None
