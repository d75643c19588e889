"""Where a report's outlet is at home."""

from __future__ import annotations

import pytest

from rashomon.extract.places.find import find_places
from rashomon.extract.places.home import home_country, home_names
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.placewords import place_lore
from rashomon.lexicon.tables import load_tables
from rashomon.model import Report, ReportId

TABLES, GAZETTEER = load_tables(), Gazetteer()


def report(text: str = "", *, url: str | None = None, outlet: str | None = None) -> Report:
    return Report(ReportId("r"), "test", text, url=url, outlet=outlet)


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://www.valleynews.co.uk/a", "GB"), ("http://courier.ie/b", "IE"), ("https://herald.com/c", None),
        ("https://pod.io/d", None), ("not an address", None), (None, None),
    ],
)  # fmt: skip
def test_the_ending_of_the_address_tells_the_country(url: str | None, country: str | None) -> None:
    assert home_country(report(url=url), place_lore(TABLES)) == country


def test_an_outlet_that_is_an_address_will_do() -> None:
    assert home_country(report(outlet="valleynews.co.uk"), place_lore(TABLES)) == "GB"
    assert home_country(report(outlet="The Valley News"), place_lore(TABLES)) is None


@pytest.mark.parametrize(
    ("url", "keys"),
    [
        ("https://www.toledoledger.com/x", ["toledo"]), ("https://thetoledoledger.com/x", ["toledo"]),
        ("https://news.augusta.com/x", ["augusta"]), ("https://zzzzzzz.com/x", []),
    ],
)  # fmt: skip
def test_the_address_begins_with_a_place(url: str, keys: list[str]) -> None:
    assert [c.key for c in home_names(report(url=url), GAZETTEER, place_lore(TABLES))] == keys


def test_a_name_is_looked_for_where_the_outlet_is_at_home() -> None:
    text = "Shops in Lancaster closed early."
    home = find_places(report(text, url="https://thepost.co.uk/1"), tables=TABLES, gazetteer=GAZETTEER)
    away = find_places(report(text, url="https://thepost.com/1"), tables=TABLES, gazetteer=GAZETTEER)
    assert [mention.place.country for mention in home] == ["GB"]
    assert [mention.place.country for mention in away] == ["US"]
