"""The judge's weights: loaded, checked against their hash, and asked."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from rashomon.errors import TableError
from rashomon.extract.judge.codes import MASK
from rashomon.lexicon.tables import Tables
from rashomon.model.quick import quick

if TYPE_CHECKING:
    import numpy as np

SHIPPED = Path(__file__).parent / "weights.npz"
DIGEST = "383ee0910830eaa9b0f0f96079e729d4cf592d90f9c085ce695dacb04fd40012"
"""SHA-256 of the weights that ship, in hexadecimal digits."""


@quick
@dataclass(frozen=True, slots=True)
class Question:
    """One decision: where the number stands in the report, the features, and what the rules answer."""

    start: int
    length: int
    features: Sequence[int]
    told: str


@quick
@dataclass(frozen=True, slots=True)
class Answer:
    """A label with its probability."""

    label: str
    probability: float


@runtime_checkable
class Judge(Protocol):
    """Whatever answers questions of a task (``measure``), one answer each."""

    def ask(self, task: str, questions: Sequence[Question]) -> list[Answer]:
        """Return the answers, in order."""
        ...


class Learner(ABC):
    """A judge that keeps what it is asked, to learn from it; it is also shown what it would be asked if no rule counted a number."""

    @abstractmethod
    def ask(self, task: str, questions: Sequence[Question]) -> list[Answer]:
        """Return the answers, in order."""

    @abstractmethod
    def show(self, task: str, questions: Sequence[Question]) -> None:
        """Take the questions about the same numbers without the rules' answer."""


class LinearJudge:
    """Multinomial logistic regression over hashed features; one set of weights a task."""

    def __init__(self, path: Path, *, digest: str | None = None) -> None:
        import numpy as np

        data = path.read_bytes()
        if digest is not None and hashlib.sha256(data).hexdigest() != digest:
            raise TableError(
                f"{path.name}: the judge's weights are not those this version was made with; install it again"
            )
        with np.load(path, allow_pickle=False) as stored:
            names = sorted({name.partition(".")[0] for name in stored.files})
            self._tasks = {name: Task.of(stored, name) for name in names}

    def ask(self, task: str, questions: Sequence[Question]) -> list[Answer]:
        """Return the likeliest label of each question with its probability; a task without weights keeps the rules' answers."""
        known = self._tasks.get(task)
        if known is None:
            return [Answer(question.told, 1.0) for question in questions]
        return known.answers(questions) if questions else []


@dataclass(frozen=True)
class Task:
    """The weights of one task: a row for each kept feature (row 0 for all others), a column for each label.

    ``rows`` (features + 1,) is the row of each feature; its last stands for no feature.
    """

    labels: tuple[str, ...]
    rows: np.ndarray[Any, Any]
    weights: np.ndarray[Any, Any]

    @classmethod
    def of(cls, stored: Any, name: str) -> Task:
        """Take one task out of a weights file."""
        import numpy as np

        ids, weights = stored[f"{name}.ids"], stored[f"{name}.weights"].astype(np.float32)
        rows = np.zeros(MASK + 2, np.int32)
        rows[ids] = np.arange(1, len(ids) + 1)
        padded = np.concatenate([np.zeros((1, weights.shape[1]), np.float32), weights])
        return cls(tuple(str(label) for label in stored[f"{name}.labels"]), rows, padded)

    def answers(self, questions: Sequence[Question]) -> list[Answer]:
        """Return the likeliest label of each question with its probability."""
        import numpy as np

        asked: list[int] = []
        starts = []
        for question in questions:
            starts.append(len(asked))
            asked.append(MASK + 1)
            asked += dict.fromkeys(question.features)
        kept = self.rows.take(asked)
        scores = np.add.reduceat(self.weights.take(kept, axis=0), starts, axis=0)
        scores = np.exp(scores - np.maximum.reduce(scores, axis=1, keepdims=True))
        best = scores.argmax(axis=1).tolist()
        sure = (np.maximum.reduce(scores, axis=1) / np.add.reduce(scores, axis=1)).tolist()
        return [Answer(self.labels[label], round(p, 3)) for label, p in zip(best, sure, strict=True)]


def judge_of(tables: Tables) -> Judge | None:
    """Return the judge of a run's tables, its weights loaded once; None where it is switched off."""
    judge = tables.judge
    if isinstance(judge, (str, Path)):
        return tables.made(("judge", str(judge)), load)  # type: ignore[no-any-return]
    return judge if isinstance(judge, Judge) else None


def load(tables: Tables) -> Judge:
    """Load the weights that the tables name: those that ship, or a file of one's own."""
    shipped = tables.judge == "shipped"
    path = SHIPPED if shipped else Path(str(tables.judge))
    if not path.is_file():
        raise TableError(
            f"{path}: no such weights; give a file that bench/train/judge.py wrote, or switch the judge off"
        )
    return LinearJudge(path, digest=DIGEST if shipped else None)
