"""The parser's second half done quickly: the moves of all sentences of a report made in step.

The model's own loop lets go of the interpreter and takes it back several times a word, which costs more than the sums do.
Here numpy makes the sums of all sentences at once, and the model's own code makes the moves, so that the trees are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np

from rashomon.extract.encoder import in_blocks

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

    def annotate(self, docs: Sequence[Any]) -> None:
        """Parse documents that bear their words' vectors in ``tensor``."""
        self._pipe.set_annotations(docs, self._pipe.predict(docs) if len(docs) < FEW else self.states(docs))

    def states(self, docs: Sequence[Any]) -> list[Any]:
        """Return the final states of documents, all moved on in step."""
        states: list[Any] = self._pipe.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        if not going:
            return states
        table, columns = self.table_of(docs), np.arange(self._roles, 2 * self._roles, dtype="int32")
        weights, bias = self._upper
        while going:
            rows = self._words_of(self._shape, going)
            rows *= self._roles
            rows += columns
            best = self.largest(np.add.reduce(table.take(rows, axis=0), axis=1))
            scores = in_blocks(best, weights, SENTENCES)[: len(going)] + bias
            going = self._pipe.transition_states(going, scores)
        return states

    def largest(self, sums: Any) -> Any:
        """Return the largest of the pieces that stand side by side."""
        best, width = sums[:, : self._width], self._width
        for piece in range(1, self._pieces):
            best = np.maximum(best, sums[:, piece * width : (piece + 1) * width])
        return best

    def table_of(self, docs: Sequence[Any]) -> Any:
        """Return what each word adds to a state in each role, a row a role; the first rows stand for no word.

        The layer's constant is added in the first role, which every state has once.
        """
        weights, bias = self._narrow
        vectors = np.concatenate([doc.tensor for doc in docs if len(doc)])
        narrow = in_blocks(vectors, weights)[: len(vectors)] + bias
        table = np.empty((len(narrow) + 1, self._lower.shape[1]), dtype="float32")
        table[0] = self._nobody
        table[1:] = in_blocks(narrow, self._lower)[: len(narrow)]
        table[:, : len(self._bias)] += self._bias
        return table.reshape(-1, self._pieces * self._width)
