"""One act of the timeline, in words that are safe to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rashomon.model import Verdict

FIGHT, CONTROL, OTHER = "attack or fight", "who holds a place", "other act"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where words stand: the report by its ``mark``, the claim to go to, and the words (for the hint over the letter)."""

    mark: str
    claim_id: str
    words: str


@dataclass(frozen=True, slots=True)
class Teller:
    """One root that tells an act, whether it is a ``party`` to the conflict, and where its words stand."""

    root: str
    party: bool
    pointers: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One act: ``when`` in words, ``earliest`` and ``latest`` its days (None is an open end; both None: no date is given).

    ``kind`` is one of :data:`FIGHT`, :data:`CONTROL` and :data:`OTHER`; ``finding_id`` the id of the finding that asks about it, with its
    ``verdict``, the verdict's ``symbol`` and ``words``: empty where there is none. ``claims`` and ``reports`` count who tells it.
    """

    label: str
    kind: str
    when: str
    earliest: date | None
    latest: date | None
    finding_id: str
    verdict: Verdict | None
    symbol: str
    words: str
    tellers: tuple[Teller, ...]
    claims: int
    reports: int

    @property
    def sign(self) -> str:
        """The sign of its kind, as the picture draws it."""
        return SIGNS[self.kind]


SIGNS = {FIGHT: "◆", CONTROL: "□", OTHER: "●"}
"""How the kinds of act are told apart in the table and in the key."""
