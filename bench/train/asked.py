"""Collect what the judge is trained on: the questions that reading asks, with the answers that careful readers gave."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import engine
from layout import Row

import rashomon
from rashomon.extract.judge.numbers import NONE
from rashomon.extract.judge.weights import Answer, Learner, Question
from rashomon.extract.scene import family

SAME = {"captured": "detained", "arrested": "detained", "injured": "wounded"}


@dataclass(frozen=True)
class Case:
    """One question with its true answer."""

    task: str
    report_id: str
    question: Question
    answer: str
    untold: Question | None = None
    """The question without the rules' answer, where they give one."""


@dataclass
class Recorder(Learner):
    """A judge that keeps every question and answers as the rules do."""

    report_id: str = ""
    asked: list[tuple[str, str, Question]] = field(default_factory=list)
    untold: dict[tuple[str, str, int], Question] = field(default_factory=dict)
    """The question about a number, by task, report and start, as it stands where no rule counts it."""

    def ask(self, task: str, questions: Sequence[Question]) -> list[Answer]:
        """Keep the questions; the rules' answers stand."""
        self.asked += [(task, self.report_id, question) for question in questions]
        return [Answer(question.told, 1.0) for question in questions]

    def show(self, task: str, questions: Sequence[Question]) -> None:
        """Keep the questions that go without the rules' answer."""
        self.untold |= {(task, self.report_id, question.start): question for question in questions}


def collect(reports: Iterable[Row], gold: Iterable[Row]) -> list[Case]:
    """Read reports with a recorder in the judge's place, and return its questions with the gold answers.

    A number that no gold row meets counts nobody; one met by a debatable row is left out.
    """
    recorder = Recorder()
    tables = engine.tables().judged_by(recorder)
    for row in reports:
        recorder.report_id = row["id"]
        report = engine.report_of(row)
        for _ in rashomon.read([report], tables=tables):
            pass
    truths = defaultdict(list)
    for row in gold:
        truths[row["report_id"]].append(row)
    cases = [case for asked in by_report(recorder).values() for case in cases_of(asked, truths)]
    return [
        replace(case, untold=recorder.untold.get((case.task, case.report_id, case.question.start))) for case in cases
    ]


def by_report(recorder: Recorder) -> dict[str, list[tuple[str, str, Question]]]:
    """Return what was asked, report by report."""
    found = defaultdict(list)
    for each in recorder.asked:
        found[each[1]].append(each)
    return found


def cases_of(asked: list[tuple[str, str, Question]], truths: dict[str, list[Row]]) -> Iterable[Case]:
    """Yield the cases of one report."""
    report_id = asked[0][1]
    rows = truths.get(report_id, [])
    numbers = [question for task, _, question in asked if task == "measure"]
    answers, debatable = matched(numbers, rows)
    for question in numbers:
        if question.start not in debatable:
            yield Case("measure", report_id, question, answers.get(question.start, NONE))


def matched(numbers: Sequence[Question], rows: Sequence[Row]) -> tuple[dict[int, str], set[int]]:
    """Return the gold measure of each number by where it stands, and the numbers that only a debatable row meets."""
    answers: dict[int, str] = {}
    debatable: set[int] = set()
    for row in sorted(rows, key=lambda row: bool(row.get("optional"))):
        measure = SAME.get(row["measure"], row["measure"])
        near = [q for q in numbers if q.start < row["end"] and row["start"] < q.start + q.length]
        near = [q for q in near if q.start not in answers]
        if not near:
            continue
        best = min(near, key=lambda q: (q.told == NONE, family(q.told) != measure, abs(q.start - row["start"])))
        if row.get("optional"):
            debatable.add(best.start)
        else:
            answers[best.start] = measure
    return answers, debatable - answers.keys()
