"""Doers over sentences: pronouns, those who search and arrest, a country's force, and one of two."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.model import Reading

Read = Callable[..., Reading]


def agents(reading: Reading) -> list[str | None]:
    found = sorted((c for c in reading.claims if c.act is not None), key=lambda c: c.span.start)
    return [c.act.agent for c in found if c.act is not None]


def test_they_are_those_who_did_the_act_before(read_text: Read) -> None:
    text = "The gunmen burst into a mill near Orle. They also kidnapped the owner."
    assert agents(read_text(text)) == ["gunmen", "gunmen"]


def test_who_arrests_and_searches_is_named_once(read_text: Read) -> None:
    text = "Turkish police raided a farm near Orle and arrested two men. Three more men were detained. Two rifles were seized."
    assert set(agents(read_text(text))) == {"Turkish police"}


def test_a_boy_who_found_a_gun_arrests_nobody(read_text: Read) -> None:
    assert "boy" not in agents(read_text("A boy found a gun in Orle. A farmer was arrested on Friday."))[1:]


def test_a_country_goes_back_to_the_force_that_the_report_named(read_text: Read) -> None:
    text = (
        "The Turkish army shelled the hills near Orle. On Friday two farmers were hurt by Turkish shelling near a mill."
    )
    assert agents(read_text(text)) == ["Turkish army", "Turkish army"]


def test_a_country_named_before_its_force_stays(read_text: Read) -> None:
    text = (
        "On Friday two farmers were hurt by Turkish shelling near a mill. The Turkish army shelled the hills near Orle."
    )
    assert agents(read_text(text)) == ["Turkey", "Turkish army"]


def test_one_of_two_fills_nothing_in(read_text: Read) -> None:
    text = "Air strikes hit a market. The strikes were carried out by either Russian or Turkish jets. Air strikes then hit a bridge."
    assert agents(read_text(text)) == [None, "Russia or Turkey", None]


def test_he_is_the_person_named_last(read_text: Read) -> None:
    text = "Police said Daniel Reeves had a knife. He attacked a farmer in Orle."
    assert agents(read_text(text))[-1] == "Daniel Reeves"


def test_a_news_agency_beside_a_blast_did_nothing(read_text: Read) -> None:
    assert agents(read_text("REUTERS Picture Service Explosion Occurs Near Grain Mill")) == [None]


def test_a_monitor_may_still_accuse(read_text: Read) -> None:
    text = "The Syrian Observatory for Human Rights accused the army of a massacre in Orle."
    assert "Syrian Observatory for Human Rights" in agents(read_text(text))


def test_who_is_shot_dead_is_called_by_name_alone(read_text: Read) -> None:
    found = [c.act.patient for c in read_text("Rebels shot dead Ondrej of the upper farm.").claims if c.act is not None]
    assert found[0] is not None
    assert found[0].startswith("Ondrej")


def test_an_adjective_behind_a_comma_is_no_part_of_a_name(read_text: Read) -> None:
    text = "Three top bookkeepers, active in the hills for years, were arrested on Monday."
    assert [c.act.patient for c in read_text(text).claims if c.act is not None] == ["Three top bookkeepers"]
