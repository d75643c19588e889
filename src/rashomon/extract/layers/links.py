"""The layer of what titles of other stories count, which a page links to beside its text."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rashomon.extract.drafts import Draft
from rashomon.extract.layers.decide import PERIODS, is_old
from rashomon.extract.layers.frame import Frame
from rashomon.extract.layers.opening import Toll, toll_of
from rashomon.extract.layers.runs import Told
from rashomon.extract.page import Page
from rashomon.extract.sentences import Sentence
from rashomon.model import ClaimKind, Layer, TimeSpan

SEVERAL = 3
"""The least number that two stories hardly share by chance."""


def tolls_of(told: Sequence[Told]) -> set[Toll]:
    """Return the tolls of a report's own matter that no other story is likely to have too."""
    counts = (one.draft for one in told if one.draft.kind is ClaimKind.COUNT and one.layer is Layer.MAIN)
    return {toll for toll in map(toll_of, counts) if toll[1] >= SEVERAL}


def tells_same(drafts: Sequence[Draft], tolls: Collection[Toll]) -> bool:
    """Say whether a title tells one of the report's own tolls: "MORE: 6 hurt in ferry fire" below a ferry fire that hurt six."""
    return any(toll_of(draft) in tolls for draft in drafts)


def link_layer(page: Page, title: Sentence, when: TimeSpan | None, frame: Frame) -> Layer:
    """Return the layer of another story: background where it is old or sums up a month or a year, else related."""
    periods = (m.timespan for m in page.inside("times", title.span) if m.timespan is not None)
    summed = any(span.grain in PERIODS for span in periods)
    return Layer.BACKGROUND if summed or (when is not None and is_old(when, frame)) else Layer.RELATED
