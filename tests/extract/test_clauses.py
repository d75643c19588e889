"""What stands where in a sentence's tree."""

from __future__ import annotations

from rashomon.extract.clauses import holders
from rashomon.extract.syntax import Parser
from rashomon.model import Span


def test_a_word_is_held_by_all_words_above_it_and_by_no_others(parser: Parser) -> None:
    text = "The ferry that carried nine sailors sank near Orle."
    (tree,) = parser.parse([(0, text)])
    start = text.index("nine")
    held = {tree.tokens[i].text for i in holders(tree, Span(start, start + 4))}
    assert held == {"nine", "sailors", "carried", "ferry", "sank"}


def test_a_tree_knows_its_words_in_small_letters(parser: Parser) -> None:
    (tree,) = parser.parse([(0, "Orle's Ferry sank.")])
    assert tree.words == {"orle", "'s", "ferry", "sank", "."}


def test_a_tree_tells_what_a_word_is_of(parser: Parser) -> None:
    (tree,) = parser.parse([(0, "Raiders took the town of Orle in May.")])
    town = next(token for token in tree.tokens if token.text == "town")
    assert [token.text for token in tree.of(town)] == ["Orle"]
    assert tree.of(tree.tokens[0]) == []
