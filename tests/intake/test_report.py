from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import EmptyInput
from rashomon.intake import make_report
from rashomon.lexicon import Tables
from rashomon.model import Report, ZoneKind

LEAD = "At least nine people were killed when a ferry overturned off Korvana, the harbour master said."


def codes(report: Report) -> list[str]:
    return [note.code for note in report.notes]


def test_what_is_given_is_kept_and_said_to_be_given(tables: Tables) -> None:
    report = make_report(
        LEAD,
        source="a.txt",
        outlet="Reef Gazette",
        url="https://dailyharbour.example/x",
        title="Ferry disaster",
        published="2024-03-12",
        language="en",
        tables=tables,
    )
    assert (report.outlet, report.title, report.published, report.language) == (
        "Reef Gazette",
        "Ferry disaster",
        "2024-03-12",
        "en",
    )
    assert report.day == date(2024, 3, 12)
    assert {item.field for item in report.evidence if item.rule == "given"} == {
        "outlet",
        "title",
        "published",
        "language",
    }
    assert report.id == Report.id_of(outlet="Reef Gazette", url="https://dailyharbour.example/x", text=LEAD)


def test_a_given_id_wins(tables: Tables) -> None:
    report = make_report(f"{LEAD}\u200f", source="a", id="item-7", tables=tables)
    assert report.id == "item-7"
    assert {note.report_id for note in report.notes} == {"item-7"}


def test_a_title_outside_the_text_is_kept_without_a_zone(tables: Tables) -> None:
    report = make_report(LEAD, source="a", title="Ferry disaster shakes island", tables=tables)
    assert report.title == "Ferry disaster shakes island"
    assert [zone.kind for zone in report.zones] == [ZoneKind.BODY]


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12T18:05:00Z", "2024-03-12T18:05:00Z"),
        (" 2024-03-12 ", "2024-03-12"),
        ("Tue, 12 Mar 2024 18:05:00 GMT", "2024-03-12T18:05:00+00:00"),
        ("", None),
    ],
)
def test_publication_dates_become_iso(published: str, kept: str | None, tables: Tables) -> None:
    report = make_report(LEAD, source="a", published=published, tables=tables)
    assert report.published == kept
    assert "published-unclear" not in codes(report)


def test_a_publication_date_that_is_none_is_kept_and_noted(tables: Tables) -> None:
    report = make_report(LEAD, source="a", published="sometime in spring", tables=tables)
    assert report.published == "sometime in spring"
    assert "published-unclear" in codes(report)


def test_another_language_gets_one_zone_and_a_note(tables: Tables) -> None:
    text = "Mindestens neun Menschen sind gestorben.\n\nTeilen\n\nDie Suche dauert an."
    report = make_report(text, source="a", language="de", tables=tables)
    assert [(zone.kind, zone.span.of(text)) for zone in report.zones] == [(ZoneKind.BODY, text)]
    assert "other-language" in codes(report)


@pytest.mark.parametrize("mark", ["\x00", "\x07", "\u200b", "\u200f", "\u202e", "\u00ad", "\ufeff", "\ud800"])
def test_unseen_characters_are_kept_and_noted_with_the_first_place(mark: str, tables: Tables) -> None:
    text = f"Nine people{mark} died in the port{mark} of Korvana."
    report = make_report(text, source="a", tables=tables)
    (note,) = [note for note in report.notes if note.code == "control-characters"]
    assert report.text == text
    assert note.span is not None
    assert (note.span.start, note.span.end) == (11, 12)
    assert note.message.startswith("2 control")


@pytest.mark.parametrize("text", ["", " ", "\n\t \r\n", "\u200b\u200f \ufeff", "\u2028"])
def test_a_text_with_nothing_to_see_is_refused(text: str, tables: Tables) -> None:
    with pytest.raises(EmptyInput, match=r"b\.txt: no words in it; give"):
        make_report(text, source="b.txt", tables=tables)


def test_a_megabyte_on_one_line_and_a_hundred_thousand_words_are_read(tables: Tables) -> None:
    for text in (
        "x" * 1_000_000,
        "nine people died. " * 34_000,
        "a\n" * 20_000,
        "- [" * 50_000,
        "(@a) — " * 10_000,
        "[Quillwire] " * 10_000,
        "\u200b" * 50_000 + "a",
        "1 " * 50_000,
    ):
        report = make_report(text, source="a", tables=tables)
        assert report.text == text
        assert report.zones[-1].span.end <= len(text)


@given(
    text=st.text(alphabet=st.characters()),
    title=st.one_of(st.none(), st.text()),
    published=st.one_of(st.none(), st.text()),
)
def test_any_text_is_a_report_or_empty(tables: Tables, text: str, title: str | None, published: str | None) -> None:
    try:
        report = make_report(text, source="a", title=title, published=published, tables=tables)
    except EmptyInput:
        assert not any(c.isalnum() for c in text)
        return
    assert report.text == text
    spans = [zone.span for zone in report.zones]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(note.span is None or note.span.end <= len(text) for note in report.notes)
    assert report == make_report(text, source="a", title=title, published=published, tables=tables)
