"""Text that stands in two reports: found sentence by sentence, without comparing every report with every other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rashomon.cluster.sentences import sentences
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.match import fold
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import Report, ReportId, SharedText, Span

WORD = re.compile(r"\w+")
SHORTEST = 8
"""Words of the shortest sentence that tells of copying; shorter ones are stock phrases."""
SHORT = 4
"""Words of the shortest sentence that belongs to a copied text where longer ones stand in both reports."""
ALIKE = 0.5
"""Share of common word pairs from which two sentences are near copies."""
LONG, CONTAINED = 12, 0.8
"""A sentence of so many word pairs of which this share stands in another one was cut from it, or put into it."""
EXACT, NEAR, PARTIAL = 0.95, 0.6, 0.15
CROWD = 60
"""A sentence in more reports than this is compared with the first of them alone."""
FEW = 3000
"""Up to so many sentences are compared by their word pairs themselves, more by an index of signatures."""
STOCK_PAIRS = 3
"""So many word pairs of a copied sentence may be too common to be looked up."""
PERMUTATIONS = 48


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence to compare: whose it is, where it stands, its folded words."""

    report: int
    span: Span
    words: tuple[str, ...]

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The neighbouring words, which change little when a desk edits a sentence."""
        return frozenset(pairwise(self.words))


def find_copies(reports: Sequence[Report], *, tables: Tables | None = None) -> tuple[SharedText, ...]:
    """Return which reports share text, how much of the shorter one, and the sentences in both.

    ``kind`` is ``exact`` (at least 95 % of the shorter report), ``near`` (60 %) or ``partial`` (two sentences or
    15 %): a desk that prints an agency's four sentences under its own headline shares text with it. Boilerplate,
    stock sentences of the table ``en/grouping.yaml`` and sentences under eight words alone do not count. Pairs are in
    the order of their ids, spans in the order of the first report.
    """
    unique = [report for _, report in sorted({report.id: report for report in reports}.items())]
    if len(unique) < 2:
        return ()
    stock = (tables or load_tables()).of(Grouping).stock
    found = [comparable(number, report, stock) for number, report in enumerate(unique)]
    sizes = [sum(len(sentence.words) for sentence in each) for each in found]
    shared = matches([sentence for each in found for sentence in each])
    made = (shared_text(unique, pair, sizes, shared[pair]) for pair in sorted(shared))
    return tuple(one for one in made if one)


def comparable(number: int, report: Report, stock: Iterable[str]) -> list[Sentence]:
    """Return the report's sentences that are long enough and no stock phrases."""
    found = []
    for span in sentences(report):
        folded = fold(span.of(report.text))
        words = tuple(WORD.findall(folded))
        if len(words) >= SHORT and not any(phrase in folded for phrase in stock):
            found.append(Sentence(number, span, words))
    return found


def matches(found: list[Sentence]) -> dict[tuple[int, int], list[tuple[Sentence, Sentence]]]:
    """Return the sentence pairs of each two reports: same words first, then near copies; each sentence once."""
    pairs: dict[tuple[int, int], list[tuple[Sentence, Sentence]]] = defaultdict(list)
    taken: set[tuple[int, int, Span]] = set()
    for first, second in (*same_words(found), *near_copies(found)):
        one = (first.report, second.report, first.span)
        other = (second.report, first.report, second.span)
        if one not in taken and other not in taken:
            taken |= {one, other}
            pairs[first.report, second.report].append((first, second))
    return pairs


def same_words(found: list[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield the sentences of two reports that have the same words in the same order."""
    buckets: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentence in found:
        buckets[sentence.words].append(sentence)
    for bucket in buckets.values():
        yield from across(bucket)


def across(bucket: list[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield the pairs of a bucket that lie in two reports; of a crowd, only those with its first."""
    for i, first in enumerate(bucket if len(bucket) <= CROWD else bucket[:1]):
        for second in bucket[i + 1 :]:
            if first.report != second.report:
                yield first, second


def near_copies(found: list[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield sentences of two reports that share most of their neighbouring words, likest first."""
    different: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentence in found:
        if len(sentence.words) >= SHORTEST:
            different[sentence.words].append(sentence)
    texts = list(different)
    likes = [(-alike(different[texts[i]][0], different[texts[j]][0]), i, j) for i, j in candidates(texts)]
    for likeness, i, j in sorted(likes):
        if -likeness >= ALIKE:
            for first in different[texts[i]][:CROWD]:
                for second in different[texts[j]][:CROWD]:
                    if first.report != second.report:
                        yield (first, second) if first.report < second.report else (second, first)


def candidates(texts: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return pairs of texts that may be alike: of a few, all with enough words pairs in common; of many, those that an index finds."""
    return sharing(texts) if len(texts) <= FEW else indexed(texts)


def sharing(texts: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return the pairs of texts that have enough neighbouring words in common to be near copies."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    shingles = [frozenset(pairwise(text)) for text in texts]
    for number, pairs in enumerate(shingles):
        for pair in pairs:
            holders[pair].append(number)
    common = Counter(both for held in holders.values() if 1 < len(held) <= CROWD for both in combinations(held, 2))
    return sorted(
        (i, j) for (i, j), n in common.items() if n >= ALIKE * min(len(shingles[i]), len(shingles[j])) - STOCK_PAIRS
    )


def indexed(texts: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return pairs of texts that an index of MinHash signatures thinks alike."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=ALIKE - 0.1, num_perm=PERMUTATIONS)
    pairs: set[tuple[int, int]] = set()
    shingles = [[f"{a} {b}".encode("utf-8", "replace") for a, b in pairwise(t)] for t in texts]
    for number, signature in enumerate(MinHash.generator(shingles, num_perm=PERMUTATIONS)):
        pairs |= {(other, number) for other in index.query(signature)}
        index.insert(number, signature, check_duplication=False)
    return sorted(pairs)


def alike(first: Sentence, second: Sentence) -> float:
    """Return the share of neighbouring words that two sentences have in common (0 to 1).

    A long sentence that stands in a longer one counts by its own words: desks cut sentences and put them together.
    """
    common, shorter = len(first.pairs & second.pairs), min(len(first.pairs), len(second.pairs))
    whole = common / (len(first.pairs) + len(second.pairs) - common)
    return max(whole, common / shorter * ALIKE / CONTAINED) if shorter >= LONG else whole


def shared_text(
    reports: list[Report], pair: tuple[int, int], sizes: list[int], sentence_pairs: list[tuple[Sentence, Sentence]]
) -> SharedText | None:
    """Return what two reports share, or None where it is too little to speak of."""
    first, second = pair
    told = sum(min(len(a.words), len(b.words)) >= SHORTEST for a, b in sentence_pairs)
    shorter = 0 if (sizes[first], first) <= (sizes[second], second) else 1
    share = min(1.0, sum(len(both[shorter].words) for both in sentence_pairs) / sizes[pair[shorter]])
    if not told or (told < 2 and share < PARTIAL):
        return None
    kind = (
        "exact"
        if share >= EXACT and all(a.words == b.words for a, b in sentence_pairs)
        else "near"
        if share >= NEAR
        else "partial"
    )
    spans = tuple(sorted((a.span, b.span) for a, b in sentence_pairs))
    return SharedText(ReportId(reports[first].id), ReportId(reports[second].id), kind, round(share, 4), spans)
