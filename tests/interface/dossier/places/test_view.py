"""The part on places: a map, a table that says the same, and nothing hidden."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from rashomon.interface.dossier.context import context_of
from rashomon.interface.dossier.page import page
from rashomon.interface.dossier.places import drawn, rivals, rows, view
from rashomon.interface.dossier.places.view import PlacesView
from rashomon.lexicon.tables import Tables
from rashomon.model import Layer, Mention, MentionType, Place, Precision, Record, Span

Put = Callable[..., Record]
See = Callable[[Record], PlacesView]

EVIL = "<script>alert(1)</script>{{ 7*7 }}\u202e" + "x" * 20_000
ODD = [
    [Place("South Pole", -90.0, 0.0, id="sp"), Place("Vostok", -78.5, 106.8, Precision.NEAR, "v")],
    [Place("North Pole", 90.0, 0.0, Precision.NEAR, "np")],
    [Place("Taveuni", -16.9, -179.97, id="t"), Place("Suva", -18.1, 178.4, id="s"), Place("Line", 0.0, 180.0, id="l")],
    [Place("Here", 10.0, 10.0, id="h"), Place("There", -10.0, -170.0, id="t")],
    [Place("Russia", 60.0, 100.0, Precision.COUNTRY, "ru", "country", "RU")],
    [Place("Antarctica", -80.0, 0.0, Precision.COUNTRY, "aq", "country", "AQ")],
    [Place("Africa", 2.0, 20.0, Precision.COUNTRY, "af", "continent")],
    [Place(f"Camp {n}", 31.5, 34.45, id=f"c{n}", level="camp", country="PS") for n in range(40)],
    [Place(f"Town {n}", -80 + 4.1 * n, -175 + 9.2 * n, id=f"w{n}", level="town") for n in range(39)],
]


def html(record: Record, tables: Tables) -> str:
    """Return the part as it stands in the page."""
    whole = page(context_of(record, tables=tables))
    return whole[whole.index('<section aria-labelledby="where"') :].split("</section>")[0]


@pytest.mark.parametrize("places", ODD, ids=lambda places: places[0].name)
def test_odd_places_are_drawn_within_their_size(put: Put, see: See, places: list[Place]) -> None:
    shown = see(put(None, *places))
    assert shown.picture
    globe = shown.globe.wide if shown.globe else ""
    assert 1_000 < len(shown.picture.wide) < 95_000
    assert len(shown.picture.wide) + len(shown.picture.narrow) + len(globe) < 150_000
    assert "NaN" not in shown.picture.wide + shown.picture.narrow + globe
    assert len(shown.rows) == len(places)


def test_the_same_record_gives_the_same_view(put: Put, see: See, hama: Place) -> None:
    record = put(
        hama, replace(hama, precision=Precision.NEAR), replace(hama, id="x", lat=36.0, rivals=("geonames:163843",))
    )
    assert see(record) == see(record)


def test_the_event_s_place_comes_first_and_is_marked_most_strongly(put: Put, see: See, hama: Place) -> None:
    shown = see(put(hama, *[replace(hama, id="b", name="Homs", lat=34.73)] * 3))
    assert [row.name for row in shown.rows] == ["Hama", "Homs"]
    assert shown.forms[:2] == ("event", "point")
    assert shown.own
    assert shown.picture
    assert re.search(r'<text [^>]*font-weight="bold"[^>]*>Hama<', shown.picture.wide)
    assert re.search(r"<text [^>]*>Homs<", shown.picture.wide)


def test_near_and_exact_are_two_places(put: Put, see: See, hama: Place) -> None:
    shown = see(put(hama, hama, replace(hama, precision=Precision.NEAR)))
    assert [row.precision for row in shown.rows] == ["at this place", "near or around it"]
    assert {"event", "ring"} <= set(shown.forms)


def test_background_is_in_the_table_and_not_on_the_map(put: Put, see: See, hama: Place) -> None:
    shown = see(put(hama, replace(hama, id="b", name="Elsewhere", lat=35.2), layer=Layer.BACKGROUND))
    assert [(row.name, row.central) for row in shown.rows] == [("Hama", True), ("Elsewhere", False)]
    assert shown.picture
    assert "Elsewhere" not in shown.picture.wide


def test_what_lies_beyond_the_map_is_named(put: Put, see: See, hama: Place) -> None:
    shown = see(put(hama, hama, hama, replace(hama, id="b", name="Lima", lat=-12.0, lon=-77.0)))
    assert len(shown.off_map) == 1
    assert (shown.off_map[0].name, shown.off_map[0].anchor) == ("Lima", "Hama")
    assert shown.off_map[0].distance == "13,000 km west"


def test_towns_are_for_orientation_on_a_local_map_alone(put: Put, see: See, hama: Place) -> None:
    assert "town" in see(put(hama)).forms
    assert "town" not in see(put(None, Place("Russia", 60.0, 100.0, Precision.COUNTRY, "ru", "country", "RU"))).forms


def test_places_without_a_position_are_listed(put: Put, see: See, hama: Place, tables: Tables) -> None:
    bad = (Place("Karvan", level="village"), Place("Off", 99.0, 500.0, id="o"), Place("Not", float("nan"), 0.0, id="n"))
    record = put(hama, *bad)
    assert [row.precision for row in see(record).rows[1:]] == ["no position: not in the gazetteer"] * 3
    text = html(record, tables)
    assert all(place.name in text for place in bad)
    assert "<svg" in text


def test_names_that_lead_nowhere_are_listed_with_their_reports(put: Put, see: See, hama: Place) -> None:
    record = put(hama)
    first, second = (report.id for report in record.reports)
    lost = [Mention(id_, MentionType.PLACE, Span(0, 5), place=Place("Karvan")) for id_ in (second, first, second)]
    bare = Mention(first, MentionType.PLACE, Span(0, 5))
    shown = see(replace(record, mentions=(*lost, bare)))
    assert [(name.name, name.marks) for name in shown.unlisted] == [("Karvan", ("B", "A")), ("Ferry", ("A",))]


def test_without_any_place_there_is_a_sentence_and_no_map(put: Put, tables: Tables) -> None:
    text = html(put(None), tables)
    assert "No report says where it happened" in text
    assert "<svg" not in text
    assert "<table" not in text
    assert "there is no map" in html(put(Place("Karvan")), tables)


def test_rivals_are_drawn_and_named_with_their_distance(put: Put, see: See, hama: Place, tables: Tables) -> None:
    record = put(replace(hama, rivals=("geonames:163843", "geonames:64460", "geonames:999999999", "no id")))
    shown = see(record).rivals
    assert shown
    assert shown.picture
    (row,) = shown.rows
    assert [rival.key for rival in row.rivals] == ["1a", "1b", "", ""]
    assert row.rivals[1].name == "Beledweyne"
    assert "Somalia" in row.rivals[1].within
    assert row.rivals[1].distance == "3,500 km south"
    assert row.rivals[2].within == "not in this gazetteer"
    assert "What else the names may mean" in html(record, tables)
    assert ">1a<" in shown.picture.wide


def test_no_rival_no_list(put: Put, see: See, hama: Place) -> None:
    assert see(put(hama)).rivals is None


def test_hostile_names_stay_text(put: Put, hama: Place, tables: Tables) -> None:
    evil = replace(hama, name=EVIL, level=EVIL, country="<i>", admin1="<b>", rivals=(EVIL,), id="e")
    text = html(put(evil, evil, replace(evil, name="مدينة", precision=Precision.NEAR)), tables)
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7*7 }}" in text
    assert "\u202e" not in text
    assert " style=" not in text


def test_every_link_leads_to_a_claim_a_finding_or_a_report(record: Record, tables: Tables) -> None:
    text = html(record, tables)
    links = set(re.findall(r'href="#([^"]+)"', text))
    claims, findings = {claim.id for claim in record.claims}, {finding.id for finding in record.findings}
    assert links & claims
    assert links & findings
    assert links <= claims | findings | {"report-A", "report-B"}


def test_every_claim_with_a_place_is_linked_from_its_row(record: Record, see: See) -> None:
    linked = {link.claim_id for row in see(record).rows for line in row.questions for link in line.claims}
    assert linked == {claim.id for claim in record.claims if claim.where}


def test_the_views_are_documented() -> None:
    for noun in (
        view.PlacesView,
        view.NamedView,
        rows.PlaceRow,
        rows.ClaimLink,
        rows.QuestionLine,
        rivals.RivalsView,
        rivals.RivalsRow,
        rivals.RivalView,
        drawn.Drawn,
    ):
        assert noun.__doc__
        assert fields(noun)
