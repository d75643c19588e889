"""The reader as a whole: laws that hold for any text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.extract import Parser, read
from rashomon.intake import make_report
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.tables import Tables
from rashomon.model import Layer, Report, ZoneKind

NEWS = st.sampled_from(
    [
        "At least 12 people were killed",
        "the ministry said",
        "“We saw nothing,”",
        "dozens more were wounded in Kidal",
        "according to police",
        "The army retook the town of Sake on Tuesday",
        "no one was hurt",
        "including three children",
        "reportedly",
        "M23 rebels attacked a convoy near Goma",
    ]
)
PIECES = st.lists(NEWS | st.text(max_size=30), min_size=1, max_size=8)
LOOSE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def report_of(text: str, tables: Tables) -> Report:
    """A report of 6 May 2023 with this text."""
    return make_report(
        text or "-", source="a.txt", outlet="Daily Example", published="2023-05-06", language="en", tables=tables
    )


@LOOSE
@given(pieces=PIECES, ends=st.sampled_from([". ", ", ", "\n", " "]))
def test_any_text_is_read_and_every_quote_is_exact(
    pieces: list[str], ends: str, tables: Tables, gazetteer: Gazetteer, parser: Parser
) -> None:
    text = ends.join(pieces).strip() or "-"
    report = report_of(text, tables)
    reading = read(report, tables=tables, gazetteer=gazetteer, parser=parser)
    for claim in reading.claims:
        assert claim.span.of(report.text) == claim.quote
        anchor = claim.number_span or claim.trigger_span
        assert anchor is not None
        assert claim.span.start <= anchor.start < anchor.end <= len(report.text)
        if claim.quantity is not None:
            assert claim.number_span is not None
            assert claim.quantity.words == claim.number_span.of(report.text)
    for mention in reading.mentions:
        assert mention.span.end <= len(report.text)


@LOOSE
@given(pieces=PIECES)
def test_reading_twice_gives_the_same(pieces: list[str], tables: Tables, gazetteer: Gazetteer, parser: Parser) -> None:
    report = report_of(". ".join(pieces), tables)
    first, second = (read(report, tables=tables, gazetteer=gazetteer, parser=parser) for _ in range(2))
    assert first == second


def test_another_language_yields_a_note_and_no_claim(tables: Tables, gazetteer: Gazetteer, parser: Parser) -> None:
    report = make_report("Doce personas murieron ayer.", source="a.txt", language="es", tables=tables)
    reading = read(report, tables=tables, gazetteer=gazetteer, parser=parser)
    assert reading.claims == ()
    assert [note.code for note in reading.notes] == ["other-language"]


def test_claims_have_ids_of_their_own(tables: Tables, gazetteer: Gazetteer, parser: Parser) -> None:
    text = "Five soldiers and two civilians were killed. Rebels shelled the market. Five soldiers and two civilians were killed, he said."
    claims = read(report_of(text, tables), tables=tables, gazetteer=gazetteer, parser=parser).claims
    assert len({claim.id for claim in claims}) == len(claims) >= 5


TARSK = "Five soldiers were killed in Tarsk."


def test_a_line_set_twice_is_told_once(tables: Tables, gazetteer: Gazetteer, parser: Parser) -> None:
    text = "\n\n".join([TARSK, *["Rebels shelled the market, and the bridge was closed."] * 7, TARSK])
    claims = read(report_of(text, tables), tables=tables, gazetteer=gazetteer, parser=parser).claims
    assert [claim.measure for claim in claims if claim.measure] == ["killed"]


def test_a_teaser_above_its_own_sentence_is_told_twice(tables: Tables, gazetteer: Gazetteer, parser: Parser) -> None:
    text = f"{TARSK} {TARSK} Rebels shelled the market."
    claims = read(report_of(text, tables), tables=tables, gazetteer=gazetteer, parser=parser).claims
    assert [claim.measure for claim in claims if claim.measure] == ["killed", "killed"]


STORY = (
    "The mayor of Tarsk reopened the bridge on Monday. It had been closed for a year, officials said at the ceremony."
)


def test_the_headline_of_another_story_counts_beside_the_matter(
    tables: Tables, gazetteer: Gazetteer, parser: Parser
) -> None:
    link = "Nine miners killed in Orrel pit"
    text = f"{STORY}\n\nNext post\n\n{link}\n\n{link}"
    claims = read(report_of(text, tables), tables=tables, gazetteer=gazetteer, parser=parser).claims
    counts = [claim for claim in claims if claim.measure]
    assert [(c.measure, c.layer, c.zone, c.when) for c in counts] == [("killed", Layer.RELATED, ZoneKind.LINK, None)]
    assert not any(claim.act for claim in claims if claim.zone is ZoneKind.LINK)


def test_the_headline_of_a_story_of_another_year_is_background(
    tables: Tables, gazetteer: Gazetteer, parser: Parser
) -> None:
    text = f"Published 4 March 2024\n\n{STORY}\n\nRelated: Nine miners killed in Orrel pit in May 2019"
    claims = read(report_of(text, tables), tables=tables, gazetteer=gazetteer, parser=parser).claims
    assert [claim.layer for claim in claims if claim.measure] == [Layer.BACKGROUND]


def test_a_report_without_a_gazetteer_has_no_places(tables: Tables, parser: Parser) -> None:
    reading = read(report_of("Ten people died in Kabul on Friday.", tables), tables=tables, parser=parser)
    assert reading.claims
    assert all(claim.where is None for claim in reading.claims)
