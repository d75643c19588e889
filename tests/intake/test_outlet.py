from __future__ import annotations

import pytest

from rashomon.intake import make_report
from rashomon.intake.outlet import Source, tell_outlet
from rashomon.intake.zones import find_zones
from rashomon.lexicon import Tables
from rashomon.lexicon.outlets import host_of, outlet_book
from rashomon.model import Evidence

LEAD = "At least nine people were killed when a ferry overturned off Korvana, the harbour master said."
MORE = "The port has been shut since the accident, and traders said that prices had doubled within the day."


def told(text: str, tables: Tables, url: str | None = None) -> Source:
    return tell_outlet(text, find_zones(text, tables=tables), given=None, url=url, tables=tables)


def test_what_is_given_wins(tables: Tables) -> None:
    stated = Evidence("outlet", "Reef Gazette", "given", "Reef Gazette")
    source = tell_outlet(
        f"{LEAD} He told Channel Tamarind.", (), given=stated, url="https://dailyharbour.example", tables=tables
    )
    assert source == Source("Reef Gazette", (stated,))


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.dailyharbour.example/2024/ferry", "The Daily Harbour"),
        ("dailyharbour.example/ferry", "The Daily Harbour"),
        ("http://web.archive.org/web/20240312/https://en.tamarind.example:443/x", "Channel Tamarind"),
        ("https://www.reef-gazette.example/a", "reef-gazette.example"),
    ],
)
def test_an_address_names_its_outlet_or_its_host(url: str, outlet: str, tables: Tables) -> None:
    source = told(LEAD, tables, url)
    assert (source.outlet, source.evidence[0].rule) == (outlet, "url-domain")


@pytest.mark.parametrize(
    "url", ["not an address", "http://[::1", "//", "mailto:desk@dailyharbour.example", "file:///a/b.html"]
)
def test_an_address_that_is_none_says_nothing_and_breaks_nothing(url: str, tables: Tables) -> None:
    host_of(url)
    assert isinstance(told(LEAD, tables, url), Source)


@pytest.mark.parametrize(
    ("text", "outlet", "rule"),
    [
        (f"{LEAD}\n\n{MORE}\n\nwww.dailyharbour.example", "The Daily Harbour", "footer-address"),
        (f"{LEAD}\n\n{MORE}\n\n© 2024 Channel Tamarind", "Channel Tamarind", "footer-name"),
        (f"Fishermen told Channel Tamarind that nine people had died. {MORE}", "Channel Tamarind", "own-words"),
        (f"Fishermen told Channel-Tamarind that nine people had died. {MORE}", "Channel Tamarind", "own-words"),
        (f"Northern Lantern’s correspondent in Korvana counted nine bodies. {MORE}", "Northern Lantern", "own-words"),
        (f"The Daily Harbour has learned that nine people died. {MORE}", "The Daily Harbour", "own-words"),
        (f"KORVANA (Quillwire) - {LEAD}\n\n{MORE}", "Quillwire", "agency-credit"),
        (
            f"Residents told QPA of it. A doctor told Northern Lantern that nine died. {MORE}",
            "Northern Lantern",
            "own-words",
        ),
    ],
)
def test_a_text_gives_its_outlet_away(text: str, outlet: str, rule: str, tables: Tables) -> None:
    source = told(text, tables)
    assert (source.outlet, source.evidence[0].rule) == (outlet, rule)
    assert source.evidence[0].span is not None
    assert source.evidence[0].span.of(text)


def test_an_agency_s_outlet_is_in_doubt(tables: Tables) -> None:
    assert [note.code for note in told(f"KORVANA (Quillwire) - {LEAD}\n\n{MORE}", tables).notes] == ["outlet-unsure"]


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"Fishermen told Quillwire that nine people had died. {MORE}",
        f"Mayor Asha Vell told Channel Tamarind that nine people had died. {MORE}",
        f"She told Channel Tamarind that nine people had died. {MORE}",
        f"Quillwire reported that nine people had died. {MORE}",
        f"Nine people died, according to The Daily Harbour. {MORE}",
        f"Officials told Channel Tamarind one thing. Residents told Northern Lantern another. {MORE}",
        f"{LEAD}\n\nA doctor told Channel Tamarind so — Lantern (@lantern) March 11, 2024\n\n{MORE}",
    ],
)
def test_where_nothing_or_too_much_is_said_there_is_no_outlet(text: str, tables: Tables) -> None:
    source = told(text, tables)
    assert source.outlet is None
    assert [note.code for note in source.notes] == ["no-outlet"]


def test_names_are_known_in_any_case_and_with_or_without_the(tables: Tables) -> None:
    book = outlet_book(tables)
    assert [
        row.label if (row := book.named(name)) else None
        for name in ("the daily harbour", "DAILY HARBOUR", "Tamarind-TV", "Reef")
    ] == [
        "The Daily Harbour",
        "The Daily Harbour",
        "Channel Tamarind",
        None,
    ]


def test_a_report_in_another_language_keeps_the_outlet_of_its_address(tables: Tables) -> None:
    report = make_report("Neun Tote", source="a", language="de", url="https://dailyharbour.example/x", tables=tables)
    assert report.outlet == "The Daily Harbour"
