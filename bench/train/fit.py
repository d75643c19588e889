"""Fit the judge's linear models: multinomial logistic regression over hashed features, by L-BFGS; the same input, the same weights."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

sys.path.insert(0, str(Path(__file__).parent))

from asked import Case

from rashomon.extract.judge.codes import MASK

RIDGE = {"measure": 2.0}
"""How strongly weights are held near zero."""

SEEN = 2
"""Cases in which a feature must stand to be kept."""

RARE = 4
"""Cases below which an answer is not learnt."""

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Model:
    """One task's weights: a row for each kept feature, a column for each label."""

    labels: tuple[str, ...]
    ids: Array
    weights: Array


def fit(task: str, cases: Sequence[Case], *, rounds: int = 70) -> Model:
    """Return the weights that a task's cases teach; ``rounds`` of the optimiser at most."""
    cases = [case for case in cases if case.task == task]
    tally: dict[str, int] = {}
    for case in cases:
        tally[case.answer] = tally.get(case.answer, 0) + 1
    labels = tuple(sorted(label for label, seen in tally.items() if seen >= RARE))
    cases = [case for case in cases if case.answer in labels]
    again = untold(cases)
    met = [{*case.question.features, *other} for case, other in zip(cases, again, strict=True)]
    seen = np.bincount(np.fromiter((i for each in met for i in each), np.int64), minlength=MASK + 1)
    ids = np.flatnonzero(seen >= SEEN)
    answers = [labels.index(case.answer) for case in cases]
    answers += [answer for answer, other in zip(answers, again, strict=True) if other]
    hashed = [case.question.features for case in cases] + [other for other in again if other]
    place = np.full(MASK + 1, -1)
    place[ids] = np.arange(len(ids))
    kept = [np.unique(place[row][place[row] >= 0]) for row in (np.array(each, np.int64) for each in hashed)]
    ends = np.cumsum([0, *(len(row) for row in kept)])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(kept), ends), shape=(len(hashed), len(ids)))
    return Model(labels, ids.astype(np.uint32), solve(matrix, np.array(answers), len(labels), RIDGE[task], rounds))


def untold(cases: Sequence[Case]) -> list[Sequence[int]]:
    """Return for every second case that the rules count its features as they are without the rules' answer; for the others nothing.

    The rules were made on these reports and miss less here than elsewhere: a judge that learns from their answers alone trusts them too much.
    """
    found: list[Sequence[int]] = [()] * len(cases)
    for place in [place for place, case in enumerate(cases) if case.untold is not None][::2]:
        without = cases[place].untold
        found[place] = without.features if without is not None else ()
    return found


def solve(matrix: csr_matrix, answers: Array, labels: int, ridge: float, rounds: int) -> Array:
    """Return the weights of least loss: cross-entropy plus half the ridge times their squares."""
    size, width = matrix.shape
    truth = np.zeros((size, labels))
    truth[np.arange(size), answers] = 1
    turned = matrix.T.tocsr()

    def loss(flat: Array) -> tuple[float, Array]:
        weights = flat.reshape(width, labels)
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        raised = np.exp(scores)
        total = raised.sum(axis=1, keepdims=True)
        worth = (scores[np.arange(size), answers] - np.log(total[:, 0])).sum()
        slope = turned @ (raised / total - truth) + ridge * weights
        return ridge / 2 * float(flat @ flat) - float(worth), slope.ravel()

    found = minimize(loss, np.zeros(width * labels), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return np.asarray(found.x.reshape(width, labels), np.float16)


def store(models: dict[str, Model], to: Path) -> None:
    """Write a weights file; the same models give the same bytes."""
    to.parent.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Array] = {}
    for task, model in sorted(models.items()):
        arrays |= {f"{task}.ids": model.ids, f"{task}.weights": model.weights, f"{task}.labels": np.array(model.labels)}
    np.savez_compressed(to, **arrays)
