"""The parser's second half done quickly: the moves of all sentences of a report made in step.

The model's own loop lets go of the interpreter and takes it back several times a word, which costs more than the sums do.
Here numpy makes the sums of all sentences at once, and the model's own code makes the moves, so that the trees are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np

BLOCK = 256
"""Rows that are multiplied at once."""
SENTENCES = 32
"""Sentences whose moves are weighed at once, so that a sentence's moves do not depend on which others are parsed with it."""

FEW = 4
"""With fewer sentences than this the model's own loop is as quick."""


class Transitions:
    """Makes the moves of the small English model's parser; ValueError for a model that is built in another way.

    ``words_of`` is the library's own code that tells which words each state looks at.
    """

    def __init__(self, pipe: Any, words_of: Callable[[Any, list[Any]], Any]) -> None:
        attributes = pipe.model.attrs
        if not attributes.get("has_upper") or attributes.get("unseen_classes") or pipe.cfg.get("beam_width") != 1:
            raise ValueError("the model's parser is built in another way")
        linear = next(node for node in pipe.model.layers[0].walk() if node.name == "linear")
        lower, upper = pipe.model.layers[1], pipe.model.layers[-1]
        self._pipe = pipe
        self._narrow = linear.get_param("W").T.copy(), linear.get_param("b")
        weights = lower.get_param("W").transpose(0, 2, 1, 3)
        self._roles, self._pieces, self._width = (int(size) for size in weights.shape[:3])
        self._lower = weights.reshape(-1, weights.shape[3]).T.copy()
        self._bias = lower.get_param("b").T.reshape(-1).copy()
        self._nobody = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1).copy()
        self._upper = upper.get_param("W").T.copy(), upper.get_param("b")
        self._words_of = words_of
        self._shape = SimpleNamespace(state2vec=SimpleNamespace(nF=self._roles))

    def annotate(self, docs: Sequence[Any], vectors: Sequence[Any]) -> None:
        """Parse documents, given the vectors of their words one after another, in one array or several."""
        if docs:
            make = self.few if len(docs) < FEW else self.states
            self._pipe.set_annotations(docs, make(docs, np.concatenate(vectors)))

    def few(self, docs: Sequence[Any], vectors: Any) -> list[Any]:
        """Return the final states of documents, moved on by the model's own loop."""
        at = 0
        for doc in docs:
            doc.tensor = vectors[at : at + len(doc)]
            at += len(doc)
        states: list[Any] = self._pipe.predict(docs)
        return states

    def states(self, docs: Sequence[Any], vectors: Any) -> list[Any]:
        """Return the final states of documents, all moved on in step."""
        states: list[Any] = self._pipe.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        if not going:
            return states
        table, columns = self.table_of(vectors), np.arange(self._roles, 2 * self._roles)[:, None]
        weights, bias = self._upper
        best = np.zeros((len(going) + SENTENCES, self._width), dtype="float32")
        while going:
            count = len(going)
            rows = self._words_of(self._shape, going).T * self._roles + columns
            best = best[: -(-count // SENTENCES) * SENTENCES]
            self.largest(np.add.reduce(table.take(rows, axis=0), axis=0), best[:count])
            scores = np.matmul(best.reshape(-1, SENTENCES, self._width), weights).reshape(len(best), -1)
            scores += bias
            going = self._pipe.transition_states(going, scores[:count])
        return states

    def largest(self, sums: Any, best: Any) -> None:
        """Put the largest of the pieces that stand side by side into ``best``."""
        width = self._width
        np.maximum(sums[:, :width], sums[:, width : 2 * width], out=best)
        for piece in range(2, self._pieces):
            np.maximum(best, sums[:, piece * width : (piece + 1) * width], out=best)

    def table_of(self, vectors: Any) -> Any:
        """Return what each word adds to a state in each role, a row a role; the first rows stand for no word.

        The layer's constant is added in the first role, which every state has once.
        """
        weights, bias = self._narrow
        narrow = in_blocks(vectors, weights)
        narrow += bias
        table = np.empty((len(narrow) + 1, self._lower.shape[1]), dtype="float32")
        table[0] = self._nobody
        np.matmul(
            narrow.reshape(-1, BLOCK, narrow.shape[1]), self._lower, out=table[1:].reshape(-1, BLOCK, table.shape[1])
        )
        table[:, : len(self._bias)] += self._bias
        return table.reshape(-1, self._pieces * self._width)


def in_blocks(rows: Any, weights: Any) -> Any:
    """Return the product of rows and weights, made in blocks of one size, so that it hangs on as little as may be how many rows there are."""
    full = -(-len(rows) // BLOCK) * BLOCK
    if full > len(rows):
        rows = np.concatenate([rows, np.zeros((full - len(rows), rows.shape[1]), dtype=rows.dtype)])
    found = rows.reshape(-1, BLOCK, rows.shape[1]) @ weights
    return found.reshape(full, -1)
