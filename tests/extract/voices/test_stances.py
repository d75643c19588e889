"""Stances: which words are candidates, whose they are, and that the judge is the pinned one."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import pytest

from rashomon.errors import TableError
from rashomon.extract.judge.codes import Codes
from rashomon.extract.judge.stancefeatures import BITS
from rashomon.extract.judge.stances import WEIGHTS, StanceJudge, load_judge
from rashomon.extract.page import Page, read_page
from rashomon.extract.reader import read
from rashomon.extract.syntax import Parser
from rashomon.extract.voices.attributions import find_attributions, weighable
from rashomon.extract.voices.hear import listen
from rashomon.extract.voices.stances import Candidate, candidates
from rashomon.intake import make_report
from rashomon.lexicon.stances import stance_book
from rashomon.lexicon.tables import Tables
from rashomon.model import MentionType


def page_of(text: str, tables: Tables, parser: Parser) -> Page:
    """Return a text's page."""
    return read_page(make_report(text, source="test", tables=tables), tables=tables, gazetteer=None, parser=parser)


def found_in(text: str, tables: Tables, parser: Parser) -> dict[str, Candidate]:
    """Return the candidates of a one-sentence text by the word of their cue."""
    tree = parser.parse([(0, text)])[0]
    return {found.token.text: found for found in candidates(tree, stance_book(tables))}


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("Planners want to close the bridge.", "want", "Planners"),
        ("The mayor's endorsement of the plan pleased few.", "endorsement", "The mayor"),
        ("Residents are worried about the noise.", "worried", "Residents"),
        ("The union voiced its opposition to the levy.", "opposition", "The union"),
        ("The levy was criticised by the union.", "criticised", "the union"),
        ("The bridge stayed shut, the guard said, praising the crew.", "praising", "the guard"),
        ("Mayor: the bridge stays shut for now.", ":", "Mayor"),
        ("In the latest poll the mayor leads by nine points.", "In", "the latest poll"),
    ],
)
def test_a_stance_has_its_holder(text: str, word: str, source: str, tables: Tables, parser: Parser) -> None:
    tree = parser.parse([(0, text)])[0]
    found = next(found for found in candidates(tree, stance_book(tables)) if found.token.text == word)
    span = found.source(tree)
    assert span is not None
    assert span.of(text).lower() == source.lower()


def test_a_verb_that_only_gives_its_noun_is_no_cue_of_its_own(tables: Tables, parser: Parser) -> None:
    text = "The union voiced its opposition to the levy."
    found = found_in(text, tables, parser)
    assert "voiced" not in found
    assert found["opposition"].cue.of(text) == "voiced its opposition"


def test_where_something_was_said_is_no_cue(tables: Tables, parser: Parser) -> None:
    assert "statement" not in found_in("The union said in a statement that the levy was wrong.", tables, parser)


def test_without_a_judge_all_hand_overs_are_given_and_nothing_else(tables: Tables, parser: Parser) -> None:
    page = page_of("Police said nine boats sank. The mayor hopes to raise them.", tables, parser)
    voices = listen(page, tables)
    given = list(find_attributions(page, voices, stance_book(tables), None, Codes(BITS)))
    assert [found.said for found in given] == [said for said in voices.said if len(said.cue) and said.contents]


def test_a_judge_keeps_what_it_weighs_above_its_threshold(tables: Tables, parser: Parser) -> None:
    page = page_of("Police said nine boats sank. The mayor endorsed the plan and told nobody.", tables, parser)
    voices = listen(page, tables)
    book = stance_book(tables)
    every = list(weighable(page, voices, book, Codes(BITS)))
    assert len(every) > 1
    assert list(find_attributions(page, voices, book, StanceJudge(bytes([0]) * (1 << BITS)), Codes(BITS))) == []
    assert len(
        list(find_attributions(page, voices, book, StanceJudge(bytes([255]) * (1 << BITS)), Codes(BITS)))
    ) == len(every)


def test_a_quotation_that_goes_on_is_one_attribution(tables: Tables, parser: Parser) -> None:
    text = "“The road is cut,” the mayor said. “Nobody can get through.”"
    page = page_of(text, tables, parser)
    (found,) = find_attributions(page, listen(page, tables), stance_book(tables), None, Codes(BITS))
    assert [span.of(text) for span in found.content] == ["“The road is cut,”", "“Nobody can get through.”"]


def test_the_shipped_weights_are_the_pinned_ones(tmp_path: Path) -> None:
    assert len(load_judge().weights) == 1 << BITS
    other = tmp_path / "weights.bin"
    other.write_bytes(bytes(reversed(WEIGHTS.read_bytes())))
    with pytest.raises(TableError, match="weights"):
        load_judge(other)


def test_a_table_switches_stances_off(tmp_path: Path, parser: Parser) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "stances.yaml").write_text("judged: false\n", encoding="utf-8")
    tables = Tables((tmp_path,), judge=None)
    report = make_report("Police said nine boats sank. The mayor is wary of the plan.", source="test", tables=tables)
    reading = read(report, tables=tables, parser=parser)
    cues = [m.cue.of(report.text) for m in reading.mentions if m.type is MentionType.ATTRIBUTION and m.cue]
    assert cues == ["said"]


def test_places_of_features_are_the_same_in_every_run() -> None:
    codes = Codes(BITS)
    assert codes["word"]["mayor"] == crc32(b"word=mayor") & 0xFFFF == Codes(BITS)["word"]["mayor"]
    assert all(0 <= codes["base"][word, "verb"] < 1 << BITS for word in ("say", "want", "fear", "deny"))
