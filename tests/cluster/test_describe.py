"""An event's when, where, type and parties come from the main claims, never from the report day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rashomon.cluster.describe import describe
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    Act,
    Claim,
    ClaimKind,
    Event,
    Grain,
    Layer,
    Mention,
    MentionType,
    Modality,
    Place,
    Polarity,
    Precision,
    Reading,
    Report,
    ReportId,
    Span,
    TimeSpan,
    ZoneKind,
    content_id,
)

TOWN = Place("Karum", 31.0, 45.0, Precision.EXACT, "own:karum", "town")
PROVINCE = Place("Adel Province", 31.5, 45.5, Precision.REGION, "own:adel", "province")
CAPITAL = Place("Vell", 30.0, 44.0, Precision.EXACT, "own:vell", "city")
DAY = TimeSpan.day(date(2031, 9, 2))
NEXT = TimeSpan.day(date(2031, 9, 3))
REPORT = Report(ReportId("a"), "a.txt", "word " * 400, day=date(2031, 9, 9))


def act(kind: str = "shelling", at: int = 0, **more: object) -> Claim:
    """An act claim at a position of the report."""
    agent, patient = more.pop("agent", None), more.pop("patient", None)
    values = {"act": Act(kind, agent, patient), "when": DAY, "where": TOWN} | more  # type: ignore[arg-type]
    return Claim(REPORT.id, ClaimKind.ACT, Span(at, at + 4), "word", **values)  # type: ignore[arg-type]


def event(tables: Tables, *claims: Claim, mentions: tuple[Mention, ...] = ()) -> Event:
    """The event of one report with these claims."""
    return describe([REPORT], [Reading(REPORT.id, claims, mentions)], tables=tables)


def test_the_lede_tells_when_where_and_what(tables: Tables) -> None:
    found = event(tables, act(), act("protest", 900, when=NEXT, where=CAPITAL))
    assert (found.when, found.where, found.type) == (DAY, TOWN, "shelling")
    assert found.id == content_id("e", "a")


@pytest.mark.parametrize(
    "more",
    [
        {"layer": Layer.BACKGROUND},
        {"layer": Layer.RELATED},
        {"polarity": Polarity.DENIED},
        {"modality": Modality.PLANNED},
        {"modality": Modality.HYPOTHETICAL},
    ],
)
def test_what_did_not_happen_here_describes_nothing(tables: Tables, more: dict[str, object]) -> None:
    found = event(tables, act(**more))
    assert (found.when, found.where, found.type) == (None, None, None)


def test_the_report_day_is_no_event_day(tables: Tables) -> None:
    assert event(tables, act(when=None)).when is None
    assert describe([REPORT], [], tables=tables).when is None


def test_days_told_as_often_make_a_range(tables: Tables) -> None:
    found = event(tables, act(), act("clash", 60, when=NEXT))
    assert found.when == TimeSpan(date(2031, 9, 2), date(2031, 9, 3), Grain.DAYS)


def test_a_month_never_blurs_a_day(tables: Tables) -> None:
    month = TimeSpan(date(2031, 9, 1), date(2031, 9, 30), Grain.MONTH)
    assert event(tables, act(when=month), act("clash", 60, when=DAY)).when == DAY


def test_the_exact_place_wins_over_the_region_around_it(tables: Tables) -> None:
    assert event(tables, act(where=PROVINCE), act(where=PROVINCE, at=60), act(where=TOWN, at=120)).where == TOWN


def test_without_a_place_in_the_claims_the_lede_is_asked(tables: Tables) -> None:
    def mention(place: Place, at: int) -> Mention:
        return Mention(REPORT.id, MentionType.PLACE, Span(at, at + 4), place=place)

    found = event(tables, act(where=None), mentions=(mention(CAPITAL, 900), mention(CAPITAL, 1200), mention(TOWN, 10)))
    assert found.where == TOWN


def test_arrests_after_a_bombing_do_not_make_it_an_arrest(tables: Tables) -> None:
    assert event(tables, act("bombing"), act("arrest", 60), act("arrest", 120)).type == "bombing"


def test_a_finer_kind_takes_the_place_of_a_general_one(tables: Tables) -> None:
    assert event(tables, act("attack"), act("attack", 60), act("car bombing", 120)).type == "car bombing"
    assert event(tables, act("attack")).type == "attack"


def test_deaths_alone_are_no_attack(tables: Tables) -> None:
    killed = Claim(REPORT.id, ClaimKind.COUNT, Span(0, 4), "word", measure="killed", when=DAY)
    attackers = Claim(REPORT.id, ClaimKind.COUNT, Span(0, 4), "word", measure="attackers", when=DAY)
    assert event(tables, killed).type == "other"
    assert event(tables, killed, attackers).type == "attack"
    assert event(tables).type is None


def test_parties_are_known_actors_the_headline_first(tables: Tables) -> None:
    mentions = tuple(
        Mention(REPORT.id, MentionType.ACTOR, Span(i, i + 4), actor=f"own:{i}", label=label)
        for i, label in enumerate(("Salt Plain Front", "Adel Army"))
    )
    body = act(at=60, agent="Salt Plain Front", patient="a shepherd")
    head = act(zone=ZoneKind.HEADLINE, agent="Adel Army", patient="Salt Plain Front")
    assert event(tables, body, head, mentions=mentions).parties == ("Salt Plain Front", "Adel Army")
    assert event(tables, body, mentions=()).parties == ()


def test_the_id_depends_on_the_reports_alone(tables: Tables, make: Callable[..., Report]) -> None:
    first, second = make("x", "One text."), make("y", "Another text.")
    one = describe([first, second], [], tables=tables)
    other = describe([second, first, second], [Reading(second.id, (act(),))], tables=tables)
    assert one.id == other.id
    assert one.report_ids == other.report_ids == ("x", "y")


def test_a_report_printed_three_times_tells_the_day_once(tables: Tables) -> None:
    first = Report(ReportId("a"), "a.txt", "word " * 400)
    others = [Report(ReportId(name), f"{name}.txt", "word " * 400) for name in "bcd"]
    told = [Reading(first.id, (act(), act(at=10)))]
    again = Claim(ReportId("b"), ClaimKind.ACT, Span(0, 5), "again", act=Act("shelling"), when=NEXT, where=CAPITAL)
    told += [Reading(report.id, (again,)) for report in others]
    found = describe([first, *others], told, tables=tables)
    assert (found.when, found.where) == (DAY, TOWN)
