"""What a store keeps of a report comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rashomon.cluster.copies import shared_text
from rashomon.cluster.keys import Keys
from rashomon.cluster.link import link
from rashomon.cluster.prose import prose
from rashomon.cluster.signature import Signature, signature
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    Act,
    Claim,
    ClaimKind,
    Place,
    Precision,
    Quantity,
    Reading,
    Report,
    ReportId,
    Span,
    TimeSpan,
)

News = dict[str, Report]


def read(report: Report) -> Reading:
    """A reading with a place, a day and an act."""
    place = Place("Tarvos", 31.0, 25.0, Precision.NEAR, "own:tarvos", "island", rivals=("own:other",))
    day = TimeSpan.day(date(2031, 5, 6))
    act = Act("shipwreck", "coast guard", "ferry")
    claim = Claim(report.id, ClaimKind.ACT, Span(0, 20), report.text[:20], act=act, when=day, where=place)
    seven = Quantity(7, 7, words="seven")
    count = Claim(report.id, ClaimKind.COUNT, Span(0, 20), report.text[:20], measure="missing", quantity=seven)
    return Reading(report.id, (claim, count))


def test_a_signature_comes_back_from_json(news: News, tables: Tables) -> None:
    for report in news.values():
        one = signature(report, read(report), tables=tables)
        assert one.profile.numbers == {"missing 7"}
        assert Signature.from_row(json.loads(json.dumps(one.to_row()))) == one


@given(text=st.text(max_size=200), day=st.none() | st.dates())
def test_any_report_has_a_signature(tables: Tables, text: str, day: date | None) -> None:
    report = Report(ReportId("a"), "a.txt", text, day=day)
    one = signature(report, Reading(report.id), tables=tables)
    assert Signature.from_row(json.loads(json.dumps(one.to_row()))) == one


def test_a_link_is_the_same_from_what_was_kept(news: News, tables: Tables) -> None:
    one, other = (signature(news[name], read(news[name]), tables=tables) for name in ("ferry-a", "ferry-b"))
    kept = Signature.from_row(json.loads(json.dumps(other.to_row())))
    assert link(one, kept, tables=tables) == link(other, one, tables=tables)
    assert one.asked & kept.filed


def test_an_exact_copy_is_linked_as_one(news: News, tables: Tables) -> None:
    report = news["robbery"]
    copy = replace(report, id=ReportId("copy"))
    one, other = (signature(each, Reading(each.id), tables=tables) for each in (report, copy))
    shared = shared_text(prose(report, tables=tables), prose(copy, tables=tables))
    found = link(one, other, shared, tables=tables)
    assert found is not None
    assert found.copy
    assert (found.first, found.second) == ("copy", "robbery")
    assert found.other(ReportId("copy")) == "robbery"


def test_copies_are_looked_for_in_the_weeks_around(news: News, tables: Tables) -> None:
    def on(day: date | None) -> Signature:
        made = replace(news["robbery"], day=day)
        return replace(
            signature(made, Reading(made.id), tables=tables), keys=Keys(frozenset(), frozenset(), dated=True)
        )

    first, soon, late = on(date(2031, 5, 6)), on(date(2031, 5, 13)), on(date(2031, 8, 1))
    assert first.copies == late.copies
    assert first.asked & soon.filed
    assert soon.asked & first.filed
    assert not first.asked & late.filed
    assert on(None).asked & on(None).filed
