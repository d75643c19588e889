"""What is known of two reports: how likely they tell one happening, why, and whether one is a copy of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.cluster.signature import Signature
from rashomon.cluster.similarity import compare
from rashomon.lexicon.tables import Tables
from rashomon.model import ReportId, SharedText

FAINT = 0.02
"""A probability below this is no likeness."""
APART = -1e6
"""The likeness of two that are held apart: no likeness of others makes up for it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports, the smaller id first; ``copy`` says that one is an exact copy of the other, ``reason`` why they are alike, in words."""

    first: ReportId
    second: ReportId
    probability: float
    reason: str
    copy: bool = False

    def other(self, report: ReportId) -> ReportId:
        """Return the link's other end."""
        return self.second if report == self.first else self.first


def apart(ids: Iterable[ReportId]) -> Iterator[Link]:
    """Yield what keeps the accounts of one report apart: who tells of two happenings tells that they are two."""
    for first, second in combinations(sorted(ids), 2):
        yield Link(first, second, APART, "one report tells of both as of two happenings")


def link(one: Signature, other: Signature, shared: SharedText | None = None, *, tables: Tables) -> Link | None:
    """Return what binds two reports, by the two alone; None where they are not alike at all.

    ``shared`` is what `shared_text` finds in the two; it is None where their signatures have no copy key in common.
    """
    first, second = (one, other) if one.id <= other.id else (other, one)
    copy = shared is not None and shared.kind == "exact"
    like = compare(first.profile, second.profile, shared=shared.share if shared else 0.0, tables=tables)
    if like.probability < FAINT and not copy:
        return None
    return Link(first.id, second.id, like.probability, like.reason, copy)
