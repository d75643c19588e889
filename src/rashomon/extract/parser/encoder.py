"""The parser's first half done quickly: words in, one vector a word out, the same as the model's own layers make.

The small English model looks up six features of each word, mixes them, and then lets each word see four neighbours on
either side. The mixing depends on the word alone, so that it is done once a word and kept; the rest is four products of
matrices. Only the order of some sums differs from the model's own code, by less than a thousandth of a percent.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

KEPT = 15_000
"""How many words are kept at most; then all are forgotten. A word's vector does not depend on what else is kept."""

KEY = ("ORTH", "NORM", "SPACY")
"""What tells one word from another: with these equal, all its features are."""

SPREAD = np.array([1, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], dtype="uint64")
"""Makes one number of the three, which are hashes of 64 bits themselves."""

PAD = 4
"""Empty rows between sentences, as many as a word can see."""
TINY = 1e-8


class Encoder:
    """Makes the vectors of words as the ``tok2vec`` part of the small English model does; ValueError for another model."""

    def __init__(self, model: Any) -> None:
        nodes = list(model.walk())
        self.columns: list[str] = next((n.attrs["columns"] for n in nodes if n.name == "extract_features"), [])
        embeds = sorted((n for n in nodes if n.name == "hashembed"), key=lambda n: int(n.attrs["column"]))
        layers = [layer_of(chained) for chained in nodes if chained.name == "maxout>>layernorm"]
        windows = [n.attrs.get("window_size", 1) for n in nodes if n.name == "expand_window"]
        if len(embeds) != len(self.columns) or len(layers) != 5 or windows != [1] * 4 or "SPACY" not in self.columns:
            raise ValueError("the model's tok2vec is built in another way")
        self._mixer, self._first, self._layers = layers[0], layers[1], layers[2:]
        self._tables = [(n.ops, n.attrs["seed"], n.get_param("E")) for n in embeds]
        self._width: int = self._first.width
        self._parts = self.mixed_tables()
        self._exact = self._first.weights.astype("float64")
        self._forget()

    def mixed_tables(self) -> list[Any]:
        """Return each feature's table times its part of the mixer, so that mixing is adding."""
        width = self._width
        return [
            table @ self._mixer.weights[i * width : (i + 1) * width] for i, (_, _, table) in enumerate(self._tables)
        ]

    def _forget(self) -> None:
        self._rows: dict[int, int] = {}
        self._known = np.zeros((1024, self._width), dtype="float32")
        self._beside = [np.zeros((1024, self._first.weights.shape[1]), dtype="float32") for _ in range(3)]
        self._beside[1][0] = self._first.bias

    def encode(self, docs: Sequence[Any]) -> list[Any]:
        """Return one array (words, width) for each document."""
        (vectors,) = self.encode_all([docs])
        ends = np.cumsum([len(doc) for doc in docs])
        return np.split(vectors, ends[:-1]) if len(docs) else []

    def encode_all(self, groups: Sequence[Sequence[Any]]) -> list[Any]:
        """Return one array (words, width) for each group of documents, their words one after another.

        What a group's vectors are does not depend on the other groups: only its new words are learned with theirs.
        """
        rows = self.rows_of([doc for docs in groups for doc in docs])
        found, at = [], 0
        for docs in groups:
            line = np.zeros(sum(map(len, docs)) + PAD * (len(docs) + 1), dtype="int64")
            place = PAD
            for size in map(len, docs):
                line[place : place + size] = rows[at : at + size]
                at += size
                place += size + PAD
            found.append(self.vectors_of(line))
        return found

    def vectors_of(self, line: Any) -> Any:
        """Return the vectors of a line of kept words, the empty rows between sentences left out.

        The third layer needs only those empty rows that stand beside a word, and the last layer none.
        """
        second, third, last = self._layers
        vectors = self._known.take(line, axis=0)
        vectors += self._first.finish(self.first_sums(line))
        is_word = line > 0
        if not is_word.any():
            return vectors[:0]
        vectors[1:-1] += second.apply(np.ascontiguousarray(with_neighbours(vectors)))
        beside = is_word.copy()
        beside[1:] |= is_word[:-1]
        beside[:-1] |= is_word[1:]
        for layer, kept in ((third, beside), (last, is_word[beside])):
            places = np.flatnonzero(kept)
            seen = with_neighbours(vectors)[places - 1]
            vectors = vectors.take(places, axis=0)
            vectors += layer.apply(seen)
        return vectors

    def first_sums(self, line: Any) -> Any:
        """Return the first layer's product for words and their neighbours: sums of what is kept for each word and place."""
        before, own, after = self._beside
        sums = own.take(line, axis=0)
        sums[1:] += before.take(line[:-1], axis=0)
        sums[:-1] += after.take(line[1:], axis=0)
        return sums

    def rows_of(self, docs: Sequence[Any]) -> Any:
        """Return where the vectors of the documents' words are kept, one after another; new words are mixed first."""
        if len(self._rows) > KEPT:
            self._forget()
        if not docs:
            return np.zeros(0, dtype="int64")
        keys = (np.concatenate([doc.to_array(KEY) for doc in docs]) @ SPREAD).tolist()
        try:
            return np.fromiter(map(self._rows.__getitem__, keys), dtype="int64", count=len(keys))
        except KeyError:
            self._learn(docs, keys)
            return np.fromiter(map(self._rows.__getitem__, keys), dtype="int64", count=len(keys))

    def _learn(self, docs: Sequence[Any], keys: Sequence[int]) -> None:
        rows = self._rows
        new = {key: place for place, key in enumerate(keys) if key not in rows}
        features = np.concatenate([doc.to_array(self.columns) for doc in docs])[list(new.values())]
        first, last = len(rows) + 1, len(rows) + 1 + len(new)
        while last > len(self._known):
            self._known = np.concatenate([self._known, np.zeros_like(self._known)])
            self._beside = [np.concatenate([kept, np.zeros_like(kept)]) for kept in self._beside]
        self._known[first:last] = self.mix(features)
        # Some processors sum a row in another order by where it stands among the rows; with twice the digits nothing of it is left.
        known = self._known[first:last].astype("float64")
        for place, kept in enumerate(self._beside):
            kept[first:last] = known @ self._exact[place * self._width : (place + 1) * self._width]
        self._beside[1][first:last] += self._first.bias
        rows.update(zip(new, range(first, last), strict=True))

    def mix(self, features: Any) -> Any:
        """Return the mixed vectors of words given by their features, each row by itself."""
        total = np.zeros((len(features), self._mixer.weights.shape[1]), dtype="float32")
        for column, (ops, seed, table) in enumerate(self._tables):
            ids = np.ascontiguousarray(features[:, column], dtype="uint64")
            hashed = ops.hash(ids, seed) % table.shape[0]
            for place in range(hashed.shape[1]):
                total += self._parts[column].take(hashed[:, place], axis=0)
        total += self._mixer.bias
        return self._mixer.finish(total)


class Layer:
    """One maxout layer with its normalisation; ``weights`` (inputs, pieces x width), the pieces side by side."""

    def __init__(self, weights: Any, bias: Any, gain: Any, shift: Any) -> None:
        self.width, self.pieces = int(weights.shape[0]), int(weights.shape[1])
        self.weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(self.pieces * self.width, -1).T)
        self.bias = bias.T.reshape(-1).copy()
        self.gain, self.shift = gain, shift

    def apply(self, seen: Any) -> Any:
        """Return the layer's output for rows of inputs."""
        sums = seen @ self.weights
        sums += self.bias
        return self.finish(sums)

    def finish(self, sums: Any) -> Any:
        """Return the largest of the pieces, normalised."""
        width = self.width
        best = np.maximum(sums[:, :width], sums[:, width : 2 * width])
        for piece in range(2, self.pieces):
            np.maximum(best, sums[:, piece * width : (piece + 1) * width], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / width
        spread = np.einsum("ij,ij->i", best, best)[:, None] / width
        best *= (spread + TINY) ** -0.5
        best *= self.gain
        best += self.shift
        return best


def layer_of(chained: Any) -> Layer:
    """Return the layer made of a maxout node and the normalisation after it."""
    maxout, norm = chained.layers[0], chained.layers[1]
    return Layer(maxout.get_param("W"), maxout.get_param("b"), norm.get_param("G"), norm.get_param("b"))


def with_neighbours(rows: Any) -> Any:
    """Return a view (rows - 2, 3 x width) of each row but the first and the last with the one before and the one after it."""
    return np.ndarray((len(rows) - 2, 3 * rows.shape[1]), rows.dtype, rows, 0, rows.strides)
