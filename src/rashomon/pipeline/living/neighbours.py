"""Which reports of a store a report may belong with: the one seam to grouping."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.cluster.agglomerate import agglomerate
from rashomon.cluster.copies import NEAR, comparable, find_copies
from rashomon.cluster.group import FAINT, bundled, copied, ordered, reasons_of
from rashomon.cluster.profile import Profile, profile
from rashomon.cluster.similarity import Ground, Likeness, compare
from rashomon.lexicon.grouping import Grouping
from rashomon.lexicon.tables import Tables
from rashomon.model import SharedText, content_id
from rashomon.store.links import Link
from rashomon.store.reports import Kept

IN_COMMON = 3
"""Telling words or names that two reports must share."""
WORDS, SENTENCE = "w:", "s:"
MOST_KNOWN = 1000
"""How many profiles are kept at hand."""
APART = -1e6
"""The likeness of two reports that a reviewer holds apart: no likeness of others makes up for it."""
HELD_TOGETHER = "a reviewer put them together"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Reports that tell one event, by their numbers, and why they were put together."""

    members: tuple[int, ...]
    reasons: tuple[str, ...]


class Neighbours:
    """What grouping sees of the reports of a store, made once for those that are used again and again."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.least = tables.of(Grouping).together
        self._known: OrderedDict[tuple[int, str], Profile] = OrderedDict()

    def profile(self, one: Kept) -> Profile:
        """Return what grouping sees of a report."""
        key = (one.number, one.digest)
        if key not in self._known:
            self._known[key] = profile(one.report, one.reading, tables=self.tables)
            if len(self._known) > MOST_KNOWN:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        return self._known[key]

    def keys(self, one: Kept) -> set[str]:
        """Return what a report's neighbours find it by: its telling words, and its sentences."""
        stock = self.tables.of(Grouping).stock
        told = {SENTENCE + content_id("", *sentence.words)[1:] for sentence in comparable(0, one.report, stock)}
        return told | {WORDS + word for word in self.profile(one).keys}

    def link(self, first: Kept, second: Kept) -> Link | None:
        """Return how like two reports are, the one that came first first; None where they have nothing to do with each other."""
        found = find_copies([first.report, second.report], tables=self.tables)
        shared = found[0] if found else None
        one, other = sorted((self.profile(first), self.profile(second)), key=lambda profile: profile.id)
        like = compare(one, other, shared=shared.share if shared else 0.0, tables=self.tables)
        if like.probability < FAINT and shared is None:
            return None
        copy = shared is not None and shared.kind == "exact" and shared.share >= NEAR
        return Link(first.number, second.number, 1.0 if copy else like.probability, like.reason, shared)

    def clusters(
        self, kept: Sequence[Kept], links: Sequence[Link], judged: Mapping[tuple[int, int], bool]
    ) -> list[Cluster]:
        """Return reports put together, in the order of their first: all that are linked to them have to be among them.

        ``judged`` says of pairs of reports whether a reviewer holds them to be of one event.
        """
        inorder = sorted(kept, key=lambda one: one.report.id)
        place = {one.number: position for position, one in enumerate(inorder)}
        profiles = [self.profile(one) for one in inorder]
        spoken = {number for pair in judged for number in pair}
        bundles = bundled(profiles, copies_of(links, spoken))
        head_of = {member: number for number, bundle in enumerate(bundles) for member in bundle[:1]}
        likes: dict[tuple[int, int], Likeness] = {}
        for link in links:
            pair = (place[link.first], place[link.second])
            if pair[0] in head_of and pair[1] in head_of and link.likeness >= FAINT:
                likes[ordered(head_of[pair[0]], head_of[pair[1]])] = Likeness(link.likeness, (Ground(0.0, link.why),))
        words = {True: Likeness(1.0, (Ground(0.0, HELD_TOGETHER),)), False: Likeness(APART, (Ground(0.0),))}
        said = {
            ordered(head_of[place[first]], head_of[place[second]]): same
            for (first, second), same in judged.items() if first in place and second in place
        }  # fmt: skip
        likes |= {pair: words[same] for pair, same in said.items() if not same}
        found = agglomerate(len(bundles), {pair: one.probability for pair, one in likes.items()}, self.least)
        likes |= {pair: words[same] for pair, same in said.items() if same}
        heads = [bundle[0] for bundle in bundles]
        made = []
        for cluster in put_together(found, said):
            members = sorted(inorder[member].number for number in cluster for member in bundles[number])
            reasons = (*copied(cluster, bundles, profiles), *reasons_of(cluster, heads, profiles, likes))
            made.append(Cluster(tuple(members), reasons))
        return sorted(made, key=lambda cluster: cluster.members)


def put_together(clusters: Sequence[list[int]], said: Mapping[tuple[int, int], bool]) -> list[list[int]]:
    """Return the clusters, those whose members a reviewer put together as one, unless others of them are held apart."""
    found = {number: set(cluster) for cluster in clusters for number in cluster}
    for (first, second), same in said.items():
        both = found[first] | found[second]
        apart = any(not held and pair[0] in both and pair[1] in both for pair, held in said.items())
        if same and not apart:
            found |= dict.fromkeys(both, both)
    return [sorted(cluster) for cluster in {id(cluster): cluster for cluster in found.values()}.values()]


def copies_of(links: Iterable[Link], spoken: set[int]) -> list[SharedText]:
    """Return the texts by which reports are copies of each other; one that a reviewer judged stands by itself."""
    return [link.shared for link in links if link.shared and not {link.first, link.second} & spoken]


def worth_comparing(common: Mapping[int, int]) -> list[int]:
    """Return the reports that have enough keys in common with another one."""
    return sorted(number for number, many in common.items() if many >= IN_COMMON)
