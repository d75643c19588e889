"""The judge over the rules: it may drop, change and add counts, and the rules' answer stands where it agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rashomon.extract import read
from rashomon.extract.judge.codes import code_of
from rashomon.extract.judge.weights import Answer, Learner, Question
from rashomon.extract.syntax import Parser
from rashomon.intake import make_report
from rashomon.lexicon.tables import Tables
from rashomon.model import Claim, ClaimKind

TEXT = "HARBOUR - Two ferries sank on Friday. Eleven passengers drowned before 30 neighbours reached the pier."


@dataclass
class Says:
    """A judge that answers some words in its own way, and else as the rules do; it keeps what it was asked."""

    answers: dict[str, str]
    asked: list[Question] = field(default_factory=list)

    def ask(self, task: str, questions: Sequence[Question]) -> list[Answer]:
        """Answer by the word that a question is about."""
        assert task == "measure"
        self.asked += questions
        return [Answer(self.answers.get(self.word(q), q.told), 0.75) for q in questions]

    def word(self, question: Question) -> str:
        """The words of the number that is asked about."""
        return TEXT[question.start : question.start + question.length]


@dataclass
class Always:
    """A judge that gives every number one answer."""

    label: str

    def ask(self, task: str, questions: Sequence[Question]) -> list[Answer]:  # noqa: ARG002
        """Answer whatever is asked."""
        return [Answer(self.label, 0.9) for _ in questions]


def counts(tables: Tables, parser: Parser, judge: object) -> list[Claim]:
    """The count claims of the text by a judge."""
    mine = tables.judged_by(judge)
    report = make_report(TEXT, source="test", outlet="Harbour Post", published="2023-05-06", tables=mine)
    return [c for c in read(report, tables=mine, parser=parser).claims if c.kind is ClaimKind.COUNT]


def told(claims: list[Claim]) -> list[tuple[str | None, int | None, str]]:
    """Measure, low end and rule of claims."""
    return [(c.measure, c.quantity.low if c.quantity else None, c.rules[0]) for c in claims]


def test_without_a_judge_the_rules_decide(tables: Tables, parser: Parser) -> None:
    assert [row[:2] for row in told(counts(tables, parser, None))] == [("killed", 11)]


def test_where_the_judge_agrees_the_rule_is_named_and_the_probability_given(tables: Tables, parser: Parser) -> None:
    (claim,) = counts(tables, parser, Says({}))
    assert claim.rules != ("judge",)
    assert claim.confidence == 0.75


def test_the_judge_drops_a_count(tables: Tables, parser: Parser) -> None:
    assert counts(tables, parser, Says({"Eleven": "none"})) == []


def test_the_judge_gives_a_count_another_measure(tables: Tables, parser: Parser) -> None:
    assert told(counts(tables, parser, Says({"Eleven": "rescued"}))) == [("rescued", 11, "judge")]


def test_the_judge_does_not_tell_apart_what_the_word_casualties_leaves_open(tables: Tables, parser: Parser) -> None:
    text = "HARBOUR - The ferry was shelled on Friday. There were over 60 civilian casualties."
    for label, measure in (("killed", "casualties"), ("wounded", "casualties"), ("evacuated", "evacuated")):
        mine = tables.judged_by(Always(label))
        report = make_report(text, source="test", outlet="Harbour Post", published="2023-05-06", tables=mine)
        assert [c.measure for c in read(report, tables=mine, parser=parser).claims if c.kind is ClaimKind.COUNT] == [
            measure
        ]


def test_the_judge_lets_nobody_break_out_where_nobody_is_held(tables: Tables, parser: Parser) -> None:
    for text, measure in (
        ("HARBOUR - Hundreds fled the fighting on Friday.", "displaced"),
        ("HARBOUR - Gunmen stormed the jail on Friday. Hundreds fled in the dark.", "escaped"),
    ):
        mine = tables.judged_by(Always("escaped"))
        report = make_report(text, source="test", outlet="Harbour Post", published="2023-05-06", tables=mine)
        assert [c.measure for c in read(report, tables=mine, parser=parser).claims if c.kind is ClaimKind.COUNT] == [
            measure
        ]


def test_the_judge_adds_a_count_where_a_word_of_its_measure_stands(tables: Tables, parser: Parser) -> None:
    assert ("killed", 30, "judge") in told(counts(tables, parser, Says({"30": "killed"})))
    assert told(counts(tables, parser, Says({"30": "wounded"}))) == told(counts(tables, parser, Says({})))


def test_every_number_that_may_be_people_is_asked_about_with_the_rules_answer(tables: Tables, parser: Parser) -> None:
    judge = Says({})
    counts(tables, parser, judge)
    assert [(judge.word(q), q.told) for q in judge.asked] == [("Two", "none"), ("Eleven", "killed"), ("30", "none")]
    assert all(code_of("rule", "bias") in q.features for q in judge.asked)


def test_the_same_text_gives_the_same_features(tables: Tables, parser: Parser) -> None:
    first, second = Says({}), Says({})
    counts(tables, parser, first)
    counts(tables, parser, second)
    assert first.asked == second.asked


@dataclass
class Learns(Learner):
    """A judge in training, which answers as the rules do."""

    asked: list[Question] = field(default_factory=list)
    shown: list[Question] = field(default_factory=list)

    def ask(self, task: str, questions: Sequence[Question]) -> list[Answer]:  # noqa: ARG002
        """Keep the questions."""
        self.asked += questions
        return [Answer(q.told, 1.0) for q in questions]

    def show(self, task: str, questions: Sequence[Question]) -> None:  # noqa: ARG002
        """Keep what goes without the rules' answer."""
        self.shown += questions


def test_a_judge_in_training_sees_counted_numbers_without_the_rules_answer_too(tables: Tables, parser: Parser) -> None:
    judge = Learns()
    assert counts(tables, parser, judge) == [
        replace(claim, confidence=1.0) for claim in counts(tables, parser, Says({}))
    ]
    counted = {q.start: q for q in judge.asked if q.told != "none"}
    assert counted
    assert {q.start for q in judge.shown} == set(counted)
    assert all(q.told == "none" and q.features != counted[q.start].features for q in judge.shown)
