"""The quick encoder and the quick moves make what the model's own code makes, whatever else is read with a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, replace
from typing import Any

import numpy as np
import pytest

from rashomon.extract.parser.encoder import Encoder
from rashomon.extract.parser.transitions import Transitions
from rashomon.extract.syntax import Parse, Parser, tags_of, tree_of, words_of
from rashomon.model import Span

SENTENCES = (
    "At least 12 people were killed when a bus plunged into the Tarn River on Monday, police said.",
    "“We don't know who fired first,” said Mayor Lena Ford, who has led Karvan since 2014.",
    "Rebels seized the airbase at dawn.",
    "The army's spokesman denied it.",
    'Officials in the U.S. put the toll at 1,200 -- a figure the ministry of health called "inflated".',
    "No one was hurt",
    "...",
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    """Return a parser with its model loaded."""
    made = Parser()
    made.load()
    return made


@pytest.fixture(scope="module")
def docs(parser: Parser) -> list[Any]:
    """Return the sentences as the model's tokenizer cuts them."""
    return [parser.load().make_doc(text) for text in SENTENCES]


def trees(parser: Parser, texts: tuple[str, ...]) -> list[Parse]:
    """Return the quick trees of texts."""
    return parser.parse((0, text) for text in texts)


def words(trees: Iterable[Parse]) -> list[list[tuple[Any, ...]]]:
    """Return the words of trees with all that is known of them."""
    return [[astuple(token) for token in tree.tokens] for tree in trees]


def test_vectors_are_those_of_the_model(parser: Parser, docs: list[Any]) -> None:
    model = parser.load().get_pipe("tok2vec").model
    quick, own = Encoder(model).encode(docs), model.predict(docs)
    assert all(np.abs(a - b).max() < 1e-4 for a, b in zip(quick, own, strict=True))


def test_vectors_do_not_depend_on_what_was_read_before(parser: Parser, docs: list[Any]) -> None:
    model = parser.load().get_pipe("tok2vec").model
    fresh, used = Encoder(model), Encoder(model)
    used.encode(docs)
    used.encode(list(reversed(docs)))
    assert all((a == b).all() for a, b in zip(fresh.encode(docs[2:5]), used.encode(docs[2:5]), strict=True))


def test_trees_are_those_of_the_model(parser: Parser) -> None:
    nlp = parser.load()
    own = [tree_of(doc, (0, doc.text), tags_of(doc)) for doc in nlp.pipe(SENTENCES)]
    assert words(trees(parser, SENTENCES)) == words(own)


def test_few_sentences_have_the_same_trees_as_many(parser: Parser) -> None:
    together = words(trees(parser, SENTENCES))
    assert [words(trees(parser, (text,)))[0] for text in SENTENCES] == together


def test_empty_sentences_have_empty_trees(parser: Parser) -> None:
    assert [len(tree.tokens) for tree in trees(parser, ("", "Rebels fled.", "", "", ""))] == [0, 3, 0, 0, 0]


def test_offsets_are_those_of_the_report(parser: Parser) -> None:
    moved = parser.parse([(40, SENTENCES[2])])[0]
    still = trees(parser, SENTENCES[2:3])[0]
    later = replace(still, tokens=tuple(replace(t, start=t.start + 40, end=t.end + 40) for t in still.tokens))
    assert words([moved]) == words([later])
    assert replace(still, kept={}) == still


def test_a_report_has_the_trees_of_its_sentences_each_by_itself(parser: Parser) -> None:
    places = [7 * i for i in range(len(SENTENCES))]
    alone = [parser.parse([(place, text)])[0] for place, text in zip(places, SENTENCES, strict=True)]
    assert words(parser.parse(zip(places, SENTENCES, strict=True))) == words(alone)


def test_the_words_below_a_word_are_told_by_their_relation(parser: Parser) -> None:
    tree = trees(parser, SENTENCES)[2]
    verb = next(token for token in tree.tokens if token.text == "seized")
    assert [kid.text for kid in tree.kids(verb, "dobj", "nsubj")] == ["Rebels", "airbase"]
    first = tree.kid(verb, "dobj", "nsubj")
    assert first is not None
    assert first.text == "Rebels"
    assert tree.kid(verb, "agent") is None
    assert tree.has(verb, "dobj")
    assert not tree.has(verb, "agent", "neg")
    assert len(tree.kids(verb)) >= 3
    assert tree.has(verb) is False


def test_the_words_in_a_span_are_those_that_overlap_it(parser: Parser) -> None:
    tree = trees(parser, SENTENCES)[2]
    for _ in range(2):
        assert [token.text for token in tree.at(Span(8, 17))] == ["seized", "the"]
        assert [token.text for token in tree.at(Span(9, 10))] == ["seized"]
        assert not tree.at(Span(90, 95))


def test_another_model_is_refused(parser: Parser) -> None:
    with pytest.raises(ValueError, match="another way"):
        Encoder(parser.load().get_pipe("tagger").model)
    with pytest.raises((ValueError, AttributeError)):
        Transitions(parser.load().get_pipe("tagger"), words_of())


def test_vectors_of_a_report_do_not_depend_on_the_reports_beside_it(parser: Parser, docs: list[Any]) -> None:
    model = parser.load().get_pipe("tok2vec").model
    alone, beside = Encoder(model).encode_all([docs[:2]]), Encoder(model).encode_all([docs[2:], docs[:2], []])
    assert [len(found) for found in beside] == [sum(map(len, docs[2:])), sum(map(len, docs[:2])), 0]
    assert (alone[0] == beside[1]).all()


def test_words_bear_the_features_that_the_encoder_reads(parser: Parser) -> None:
    nlp = parser.load()
    word = nlp.vocab["plunged"]
    assert (word.norm_, word.prefix_, word.suffix_, word.shape_) == ("plunged", "p", "ged", "xxxx")
