"""Who says what: a corpus of hand-overs, and laws that hold for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rashomon.errors import EmptyInput
from rashomon.extract.page import Page, read_page
from rashomon.extract.syntax import Parser
from rashomon.extract.voices.hear import listen
from rashomon.extract.voices.listen import Voices
from rashomon.intake import make_report
from rashomon.lexicon.cues import cue_book
from rashomon.lexicon.tables import Tables
from rashomon.model import Span, Stance

CORPUS = Path(__file__).parents[2] / "corpus" / "attribution.yaml"
ENTRIES: list[dict[str, Any]] = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))
WORDS = ("police", "said", "told", "SANA", "according", "to", "“", "”", '"', ":", ",", ".", "\n\n", "he", "they", "12", "dead", "which", "quoted",
         "as", "saying", "reportedly", "accused", "of", "killing", "Omar Idris", "the ministry", "statement", "citing", "-", "ß", "İ", "is", "believed")  # fmt: skip


def heard(text: str, tables: Tables, parser: Parser, outlet: str | None = None) -> tuple[Page, Voices]:
    """Return a text's page and voices."""
    report = make_report(text, source="test", outlet=outlet, tables=tables)
    page = read_page(report, tables=tables, gazetteer=None, parser=parser)
    return page, listen(page, tables)


def span_in(text: str, words: str) -> Span:
    """Return where words stand in a text, the last time."""
    start = text.rindex(words)
    return Span(start, start + len(words))


def same(name: str, wanted: str) -> bool:
    """Say whether two names are equal but for capitals."""
    return name.lower() == wanted.lower()


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["text"][:60] for entry in ENTRIES])
def test_corpus(entry: dict[str, Any], tables: Tables, parser: Parser) -> None:
    page, voices = heard(entry["text"], tables, parser, entry.get("outlet"))
    text = page.report.text
    found = voices.attribution(span_in(text, entry["anchor"]))
    assert same(found.root, entry["root"]), found
    if "chain" in entry:
        assert [link.name.lower() for link in found.chain] == [name.lower() for name in entry["chain"]]
    if "ambiguous" in entry:
        assert found.ambiguous is entry["ambiguous"]
    if "cue" in entry:
        assert entry["cue"] in [said.cue.of(text) for said in voices.said]
    if "source" in entry:
        assert entry["source"] in [said.source.of(text) for said in voices.said if said.source is not None]


def test_the_corpus_is_large_enough() -> None:
    assert len(ENTRIES) >= 60


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_any_text_is_heard_with_spans_inside_it(text: str, tables: Tables, parser: Parser) -> None:
    assume(text.strip())
    try:
        page, voices = heard(text, tables, parser)
    except EmptyInput:
        return
    whole = Span(0, len(page.report.text))
    for said in voices.said:
        assert all(whole.covers(content) for content in said.contents)
        assert whole.covers(said.cue)
        assert said.source is None or whole.covers(said.source)
        for content in said.contents:
            assert voices.attribution(content).root


def test_the_index_finds_what_a_scan_finds(tables: Tables, parser: Parser) -> None:
    text = "The coast guard said nine boats sank. " * 40 + "“It was dark,” Omar Idris said."
    _, voices = heard(text, tables, parser)
    for start in range(0, len(text) - 4, 97):
        anchor = Span(start, start + 4)
        scanned = [(content, said) for said in voices.said for content in said.contents if content.covers(anchor)]
        assert voices.covering(anchor) == scanned


def test_a_credit_comes_before_all_speakers(tables: Tables, parser: Parser) -> None:
    page, voices = heard("Police said nine boats sank.", tables, parser)
    (speaker,) = {said.speaker for said in voices.said}
    assert speaker is not None
    _, other = heard("The coast guard said nine boats sank.", tables, parser)
    credit = other.said[0].speaker
    assert credit is not None
    voices.credits.append((Span(0, len(page.report.text)), credit))
    chain = voices.attribution(span_in(page.report.text, "nine boats")).chain
    assert [link.name for link in chain] == [credit.name, speaker.name]


def test_a_negated_confirmation_confirms_nothing(tables: Tables, parser: Parser) -> None:
    _, voices = heard("The ministry did not confirm that nine boats sank.", tables, parser)
    assert {said.stance for said in voices.said} == {Stance.SAID}


def test_a_statement_rests_on_its_own_speaker(tables: Tables, parser: Parser) -> None:
    page, voices = heard("The coast guard demanded that the port be closed.", tables, parser)
    assert voices.attribution(span_in(page.report.text, "demanded"), statement=True).root.lower() == "coast guard"


def test_every_listed_verb_is_known(tables: Tables) -> None:
    book = cue_book(tables)
    assert book.verbs["said"].base == "say"
    assert book.verbs["cited"].handover
    assert book.verbs["accused"].preposition == "of"
    assert not {"according", "per"} & set(book.verbs)
