"""Text that stands in two reports: found sentence by sentence, by the two reports alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rashomon.cluster.prose import Prose, Sentence, copy_keys, prose
from rashomon.lexicon.tables import Tables, load_tables
from rashomon.model import Account, Report, SharedText, Span

ALIKE = 0.5
"""Share of common word pairs from which two sentences are near copies."""
LONG, CONTAINED = 12, 0.8
"""A sentence of so many word pairs of which this share stands in another one was cut from it, or put into it."""
EXACT, NEAR, PARTIAL = 0.95, 0.6, 0.15

Both = tuple[Sentence, Sentence]


def find_copies(
    reports: Sequence[Report], accounts: Iterable[Account] = (), *, tables: Tables | None = None
) -> tuple[SharedText, ...]:
    """Return which reports share text, how much of the shorter one, and the sentences in both.

    Reports that share a copy key are compared. Whether two do, and what they share, depends on the two alone, so that
    another report changes nothing. Of a report that is in ``accounts`` only those stretches count. Pairs are in the order of their ids.
    """
    tables = tables or load_tables()
    only = {account.report_id: account for account in accounts}
    inorder = sorted({report.id: report for report in reports}.items())
    texts = [prose(report, only.get(id_), tables=tables) for id_, report in inorder]
    found = (shared_text(texts[one], texts[other]) for one, other in sharing(map(copy_keys, texts)))
    return tuple(text for text in found if text)


def sharing(keys: Iterable[frozenset[str]]) -> list[tuple[int, int]]:
    """Return the positions of sets that have a key in common, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for position, each in enumerate(keys):
        for key in each:
            holders[key].append(position)
    return sorted({pair for held in holders.values() if len(held) > 1 for pair in combinations(held, 2)})


def shared_text(one: Prose, other: Prose) -> SharedText | None:
    """Return what two reports share, or None where it is too little to speak of.

    ``kind`` is ``exact`` (at least 95 % of the shorter report), ``near`` (60 %) or ``partial`` (two sentences or
    15 %): a desk that prints an agency's four sentences under its own headline shares text with it. Sentences under eight
    words alone do not count. Spans are in the order of the report with the smaller id, which is the first.
    """
    first, second = (one, other) if one.id <= other.id else (other, one)
    both = matched(first, second)
    told = sum(a.long and b.long for a, b in both)
    shorter = 0 if first.size <= second.size else 1
    share = min(1.0, sum(len(pair[shorter].words) for pair in both) / max(1, (first, second)[shorter].size))
    if not told or (told < 2 and share < PARTIAL):
        return None
    same = all(a.words == b.words for a, b in both)
    kind = "exact" if share >= EXACT and same else "near" if share >= NEAR else "partial"
    return SharedText(first.id, second.id, kind, round(share, 4), tuple(sorted((a.span, b.span) for a, b in both)))


def matched(first: Prose, second: Prose) -> list[Both]:
    """Return the sentences that stand in both: same words first, then near copies, the likest first; each sentence once."""
    pairs: list[Both] = []
    mine: set[Span] = set()
    theirs: set[Span] = set()
    for source in (same_words, near_copies):
        for one, other in source(first, second):
            if one.span not in mine and other.span not in theirs:
                mine.add(one.span)
                theirs.add(other.span)
                pairs.append((one, other))
    return pairs


def same_words(first: Prose, second: Prose) -> Iterator[Both]:
    """Yield the sentences that have the same words in the same order."""
    known: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentence in first.sentences:
        known[sentence.words].append(sentence)
    for other in second.sentences:
        for one in known.get(other.words, ()):
            yield one, other


def near_copies(first: Prose, second: Prose) -> Iterator[Both]:
    """Yield the longer sentences that share most of their neighbouring words, likest first."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(first.sentences):
        for pair in one.pairs if one.long else ():
            holders[pair].append(place)
    likes = []
    for number, other in enumerate(second.sentences):
        common = Counter(place for pair in other.pairs for place in holders.get(pair, ())) if other.long else {}
        likes += [(-alike(first.sentences[place], other, many), place, number) for place, many in common.items()]
    for likeness, place, number in sorted(likes):
        if -likeness >= ALIKE:
            yield first.sentences[place], second.sentences[number]


def alike(first: Sentence, second: Sentence, common: int) -> float:
    """Return the share of neighbouring words that two sentences have in common (0 to 1).

    A long sentence that stands in a longer one counts by its own words: desks cut sentences and put them together.
    """
    shorter = min(len(first.pairs), len(second.pairs))
    whole = common / (len(first.pairs) + len(second.pairs) - common)
    return max(whole, common / shorter * ALIKE / CONTAINED) if shorter >= LONG else whole
