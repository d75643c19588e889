"""Tables: loaded, checked, frozen, and laid over by the user's own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import ClassVar

import pytest
import yaml

from rashomon.errors import TableError
from rashomon.lexicon import load_tables
from rashomon.lexicon.actors import ActorRows, actor_book
from rashomon.lexicon.acts import Acts
from rashomon.lexicon.countwords import CountWords
from rashomon.lexicon.groups import OtherSenses, group_book
from rashomon.lexicon.measures import Measures, measure_matcher
from rashomon.lexicon.numbers import Hedges
from rashomon.lexicon.tables import SHIPPED, overlay, shipped


@dataclass(frozen=True)
class Fruit:
    """A table of this test."""

    TABLE: ClassVar[str] = "fruit.yaml"
    rows: list[str]


def user_table(folder: Path, name: str, text: str) -> Path:
    """Write one table of the user's own and return its folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return folder


def test_a_hedge_of_the_users_own_is_read(tmp_path: Path) -> None:
    folder = user_table(tmp_path, "en/hedges.yaml", "above: [way over]\n")
    hedges = load_tables(folder).of(Hedges)
    assert hedges.kind_of("way over") == "above"
    assert hedges.kind_of("more than") == "above"


def test_an_actor_of_the_users_own_is_found(tmp_path: Path) -> None:
    row = "- {id: red-heron-front, label: Red Heron Front, kind: rebel group, acronyms: [RHF]}\n"
    book = actor_book(load_tables(user_table(tmp_path, "actors/mine.yaml", row)))
    assert [hit.actor.label for hit in book.find("The RHF shelled the Red Heron Front's own base")] == [
        "Red Heron Front"
    ] * 2
    assert not book.find("the rhf")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("en/hedges.yaml", "above: [way over]\nbelou: [x]\n", "belou"),
        ("en/hedges.yaml", "above: ['']\n", "empty"),
        ("en/hedges.yaml", "above: [\n", "YAML"),
        ("actors/mine.yaml", "- {id: x, label: X, kind: robot}\n", "'x'"),
    ],
)
def test_a_wrong_table_is_refused_with_its_place(tmp_path: Path, name: str, text: str, says: str) -> None:
    tables = load_tables(user_table(tmp_path, name, text))
    with pytest.raises(TableError, match=says):
        tables.of(ActorRows if name.startswith("actors") else Hedges)


def test_a_missing_table_names_those_there_are() -> None:
    with pytest.raises(TableError, match=r"en/hedges\.yaml"):
        load_tables().of(Fruit)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="folder"):
        load_tables(tmp_path / "nowhere")


def test_the_digest_changes_with_the_tables(tmp_path: Path) -> None:
    folder = user_table(tmp_path, "en/hedges.yaml", "above: [way over]\n")
    assert load_tables(folder).digest != load_tables().digest == load_tables().digest


def test_lists_join_keys_merge_and_values_give_way() -> None:
    assert overlay({"a": [1], "b": 2}, {"a": [3], "b": 4, "c": 5}) == {"a": [1, 3], "b": 4, "c": 5}


def test_every_shipped_table_is_known() -> None:
    assert {"en/hedges.yaml", "en/measures.yaml", "en/acts.yaml", "countries.yaml", "agencies.yaml"} <= set(shipped())


def test_every_measure_is_a_flow_or_a_stock() -> None:
    rows = load_tables().of(Measures).rows
    assert {row.nature for row in rows} == {"flow", "stock"}
    assert len({row.measure for row in rows}) == 19


def test_a_verb_is_found_in_every_form() -> None:
    matcher = measure_matcher(load_tables())
    for form in ("killed", "killing", "slain", "lost their lives", "was shot dead", "fled"):
        assert matcher.find(form), form


@pytest.mark.parametrize("kind", [CountWords, OtherSenses])
def test_words_that_are_compared_in_lower_case_are_written_so(kind: type[CountWords | OtherSenses]) -> None:
    lists = asdict(load_tables().of(kind))
    assert [name for name, words in lists.items() if not words] == []
    assert [word for words in lists.values() for word in words if word != word.lower().strip()] == []


def test_a_list_that_no_rule_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="misiles"):
        load_tables(user_table(tmp_path, "en/countwords.yaml", "misiles: [tractor]\n")).of(CountWords)


def test_act_types_have_words() -> None:
    assert all(row.verbs or row.nouns for row in load_tables().of(Acts).rows)


def test_groups_lead_up_to_the_total() -> None:
    book = group_book(load_tables())
    assert book.whole_of("children") == ("civilians", "total")
    assert book.whole_of("police") == ("security forces", "total")
    assert book.whole_of("some-actor") == ("total",)


def keys_told_twice(path: Path) -> list[str]:
    """Return the keys that one mapping of a YAML file holds twice: the loader would keep the last alone."""
    found: list[str] = []

    def walk(node: yaml.Node) -> None:
        if isinstance(node, yaml.MappingNode):
            keys = [str(key.value) for key, _ in node.value]
            found.extend(sorted({key for key in keys if keys.count(key) > 1}))
            for _, value in node.value:
                walk(value)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                walk(value)

    walk(yaml.compose(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    return found


@pytest.mark.parametrize("path", sorted((SHIPPED / "en").glob("*.yaml")), ids=lambda path: str(path.name))
def test_no_shipped_table_holds_a_key_twice(path: Path) -> None:
    assert keys_told_twice(path) == []
