"""Which reports are compared: those that find each other by a key of their own, and few however many there are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rashomon.cluster.candidates import candidates
from rashomon.cluster.keys import PAIRED, TELLING, keys_of
from rashomon.cluster.profile import Profile
from rashomon.cluster.signature import Signature
from rashomon.lexicon.tables import Tables
from rashomon.model import Place, ReportId

START = date(2031, 3, 1)
LENT = Place("Lent", 12.0, 44.0, id="own:lent")


def of_words(name: str, words: str, day: int | None = 0, *, names: str = "", place: Place | None = None) -> Profile:
    """A report with these telling words, so many days after the first; the names are words too."""
    weights = dict.fromkeys([*words.split(), *names.split()], 0.3)
    return Profile(
        ReportId(name),
        f"Paper {name}",
        None if day is None else START + timedelta(days=day),
        weights,
        {},
        dict.fromkeys(names.split(), 4.5),
        frozenset(),
        places=(place,) if place else (),
    )


def pairs(tables: Tables, *profiles: Profile) -> list[tuple[int, int]]:
    """The pairs of positions to compare."""
    return candidates([Signature(one, keys_of(one, tables=tables), frozenset()) for one in profiles])


def test_a_telling_word_brings_reports_of_neighbouring_days_together(tables: Tables) -> None:
    ferry, again, later = of_words("a", "ferry"), of_words("b", "ferry", 1), of_words("c", "ferry", 20)
    assert pairs(tables, ferry, again, later, of_words("d", "depot")) == [(0, 1)]


def test_a_day_that_a_report_tells_of_counts_as_its_own(tables: Tables) -> None:
    trial = of_words("b", "ferry", 60)
    told = Profile(**{name: getattr(trial, name) for name in Profile.__slots__} | {"days": frozenset({START})})
    assert pairs(tables, of_words("a", "ferry"), trial) == []
    assert pairs(tables, of_words("a", "ferry"), told) == [(0, 1)]


def test_two_rare_names_bring_reports_of_any_days_together(tables: Tables) -> None:
    first, later = of_words("a", "", names="okoro mazar"), of_words("b", "", 400, names="okoro mazar")
    assert pairs(tables, first, later, of_words("c", "", 800, names="okoro")) == [(0, 1)]


def test_names_that_all_reports_have_bring_none_together(tables: Tables) -> None:
    assert (
        pairs(tables, of_words("a", "", names="france reuters"), of_words("b", "", 400, names="france reuters")) == []
    )


def test_a_report_without_a_day_is_found_by_more(tables: Tables) -> None:
    dated = of_words("a", "", names="france reuters")
    undated = of_words("b", "", None, names="france reuters")
    assert pairs(tables, dated, undated, of_words("c", "", 400, names="france reuters")) == [(0, 1), (1, 2)]
    assert pairs(tables, of_words("a", "raid", None, place=LENT), of_words("b", "raid", 9, place=LENT)) == [(0, 1)]
    assert pairs(tables, of_words("a", "raid", None, place=LENT), of_words("b", "fire", 9, place=LENT)) == []


def test_a_report_has_few_keys_however_long_it_is(tables: Tables) -> None:
    words = " ".join(f"w{number}" for number in range(500))
    names = " ".join(f"n{number}" for number in range(90))
    keys = keys_of(of_words("a", words, names=names, place=LENT), tables=tables)
    assert len(keys.narrow) <= 2 * TELLING + PAIRED * (PAIRED - 1) / 2
    assert len(keys.wide) <= PAIRED * (PAIRED - 1) / 2 + PAIRED + 1


@pytest.mark.parametrize("size", [200, 400, 800])
def test_more_days_make_no_report_meet_more(tables: Tables, size: int) -> None:
    stream = [of_words(f"{number:04}", "explosion rescue", number // 8) for number in range(size)]
    assert len(pairs(tables, *stream)) <= 32 * size


def test_reports_of_one_person_find_each_other_by_the_full_name_weeks_apart(tables: Tables) -> None:
    one = of_words("a", "kiln", names="okoro john selby tarvos")
    other = of_words("b", "verdict", 40, names="okoro john velde")
    stranger = of_words("c", "verdict", 40, names="john hurst velde")
    asked = [keys_of(each, tables=tables).narrow for each in (one, other, stranger)]
    assert "john okoro" in asked[0] & asked[1]
    assert not asked[0] & asked[2]
