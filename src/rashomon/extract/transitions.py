"""The parser's second half done quickly: one move at a time for all sentences of a report together.

The model's own loop lets go of the interpreter and takes it back several times a word, which costs more than the sums.
Here numpy makes the sums for all sentences at once, and the model's own code makes the moves. Long sentences go on when
the others are done; with few sentences left, the model's own loop is quicker, and the longest are given to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

LONGEST = 2
"""So many of the longest sentences go to the model's own loop."""


class Transitions:
    """Makes the moves of the small English model's parser; ValueError for a model that is built in another way."""

    def __init__(self, pipe: Any) -> None:
        import numpy
        from spacy.ml.parser_model import ParserStepModel

        self._np, self._pipe = numpy, pipe
        nodes = {node.name: node for node in pipe.model.layers[0].walk()}
        lower, upper = pipe.model.layers[1], pipe.model.layers[-1]
        if not pipe.model.attrs.get("has_upper") or pipe.cfg.get("beam_width") != 1 or pipe.model.attrs.get("unseen_classes"):
            raise ValueError("the model's parser is built in another way")
        self._narrow = nodes["linear"].get_param("W").T.copy(), nodes["linear"].get_param("b")
        weights = lower.get_param("W").transpose(0, 2, 1, 3)
        self._features, self._pieces, self._hidden = weights.shape[:3]
        self._lower = weights.reshape(-1, weights.shape[3]).T.copy()
        self._pad = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
        self._bias = lower.get_param("b").T.reshape(-1).copy()
        self._upper = upper.get_param("W").T.copy(), upper.get_param("b")
        self._ids = ParserStepModel.get_token_ids
        self._shape = SimpleNamespace(state2vec=SimpleNamespace(nF=self._features))

    def annotate(self, docs: Sequence[Any]) -> None:
        """Parse documents that bear their words' vectors in ``tensor``."""
        order = sorted((i for i, doc in enumerate(docs) if len(doc)), key=lambda i: (len(docs[i]), i))
        together, longest = [docs[i] for i in order[:-LONGEST]], [docs[i] for i in order[-LONGEST:]]
        for part, parse in ((together, self.together), (longest, self._pipe.predict)):
            if part:
                self._pipe.set_annotations(part, parse(part))

    def together(self, docs: Sequence[Any]) -> list[Any]:
        """Return the final states of documents, moved on in step."""
        numpy, width, pieces = self._np, self._hidden, self._pieces
        weights, bias = self._upper
        table = self.features_of(docs)
        columns = numpy.arange(self._features) + self._features
        states = self._pipe.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        while going:
            rows = self._ids(self._shape, going) * self._features + columns
            sums = numpy.add.reduce(table[rows], axis=1)
            sums += self._bias
            best = sums[:, :width]
            for piece in range(1, pieces):
                best = numpy.maximum(best, sums[:, piece * width : (piece + 1) * width])
            scores = best @ weights
            scores += bias
            going = self._pipe.transition_states(going, scores)
        return list(states)

    def features_of(self, docs: Sequence[Any]) -> Any:
        """Return what each word adds to a state in each role; the first rows stand for no word."""
        numpy = self._np
        weights, bias = self._narrow
        narrow = numpy.concatenate([doc.tensor for doc in docs]) @ weights + bias
        table = numpy.empty((len(narrow) + 1, self._lower.shape[1]), dtype="float32")
        table[0] = self._pad
        numpy.matmul(narrow, self._lower, out=table[1:])
        return table.reshape(-1, self._pieces * self._hidden)
