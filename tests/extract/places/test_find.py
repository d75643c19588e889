"""Which words of a report are places, and which places they are."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.places.find import PlaceMention, find_places
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import load_tables
from rashomon.model import Precision, Report, ReportId, Span

CORPUS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[2] / "corpus" / "places.yaml").read_text("utf-8"))
TABLES, GAZETTEER = load_tables(), Gazetteer()


def places(text: str, *exclude: str) -> list[PlaceMention]:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in exclude]
    return find_places(Report(ReportId("r"), "test", text), tables=TABLES, gazetteer=GAZETTEER, exclude=spans)


def by_words(text: str, *exclude: str) -> dict[str, PlaceMention]:
    return {mention.span.of(text): mention for mention in reversed(places(text, *exclude))}


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case["text"][:40])
def test_corpus(case: dict[str, Any]) -> None:
    found = by_words(case["text"])
    for words, wanted in case.get("found", {}).items():
        assert words in found, sorted(found)
        place = found[words].place
        point = wanted.pop("point", True) if isinstance(wanted, dict) else True
        assert (place.lat is not None) == point
        assert {key: getattr(place, key) for key in wanted} == wanted
    assert not set(case.get("never", ())) & set(found)


def test_every_sentence_of_the_corpus_keeps_exact_spans_in_order() -> None:
    for case in CORPUS:
        spans = [mention.span for mention in places(case["text"])]
        assert spans == sorted(spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_type_word_parts_a_city_from_its_province() -> None:
    text = "Troops left Homs province; shops in Homs city opened, and Homs was quiet."
    assert [(mention.place.level, mention.place.precision) for mention in places(text)] == [
        ("province", Precision.REGION), ("city", Precision.EXACT), ("city", Precision.EXACT),
    ]  # fmt: skip


def test_a_place_said_once_to_lie_in_a_larger_one_lies_there_throughout() -> None:
    text = "Police sealed off the Granada neighbourhood of Cali. By noon Granada was quiet, and Cali too."
    assert {mention.place.lat for mention in places(text)} == {3.4305}


def test_the_country_of_the_report_decides_between_namesakes() -> None:
    libya = by_words("Libyan militias fought in Tripoli, Misrata and Benghazi.")
    lebanon = by_words("Lebanese troops fought in Tripoli, Sidon and Beirut.")
    assert libya["Tripoli"].place.country == "LY"
    assert lebanon["Tripoli"].place.country == "LB"
    assert libya["Tripoli"].place.id in lebanon["Tripoli"].place.rivals


def test_what_is_written_beside_a_name_wins_over_people() -> None:
    assert by_words("A fire broke out in London, Ontario.")["London"].place.country == "CA"
    assert by_words("A fire broke out in London.")["London"].place.country == "GB"


def test_an_actor_is_no_place() -> None:
    text = "The Syrian Arab Army of Aleppo entered Idlib."
    assert set(by_words(text, "Syrian Arab Army of Aleppo")) == {"Idlib"}


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Shells fell south of Hama in Syria.", Precision.NEAR), ("Shells fell on the outskirts of Hama in Syria.", Precision.NEAR),
        ("Shells fell in Hama in Syria.", Precision.EXACT), ("Shells fell near the city of Hama in Syria.", Precision.NEAR),
    ],
)  # fmt: skip
def test_direction_words_make_an_anchor(text: str, precision: Precision) -> None:
    assert by_words(text)["Hama"].place.precision is precision


def test_a_surname_is_no_town_later_in_the_report() -> None:
    text = "Ruth Preston owns the farm. The blaze began at noon, and Preston called for help."
    assert "Preston" not in by_words(text)


def test_reading_twice_gives_the_same() -> None:
    text = "\n".join(case["text"] for case in CORPUS)
    assert places(text) == places(text)


@given(st.text(alphabet=st.sampled_from("AaLlHhSsoyri -'’#_.,()\n\u200f\x00é"), max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    for mention in places(text):
        assert 0 <= mention.span.start < mention.span.end <= len(text)


@pytest.mark.parametrize(
    "text", ["", " ", "####", "Al-", "al-", "of of of", "St. St. St.", "A" * 5000, "Paris " * 2000]
)
def test_odd_text_is_read(text: str) -> None:
    assert isinstance(places(text), list)


def test_a_namesake_in_a_country_that_nothing_speaks_for_is_not_the_place() -> None:
    report = "A crash near Tempe killed 40, said doctors in Larissa. Trains from Athens to Thessaloniki, Greece, were halted."
    stray = by_words(report)["Tempe"].place
    assert (stray.name, stray.id, stray.lat, stray.level) == ("Tempe", None, None, "city")
    assert stray.rivals
    assert by_words(report + " A team from Phoenix, Arizona, flew in.")["Tempe"].place.country == "US"
    assert by_words("A crash near Tempe killed 40.")["Tempe"].place.country == "US"
    assert by_words(report.replace("Tempe", "Istanbul"))["Istanbul"].place.country == "TR"
