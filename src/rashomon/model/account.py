"""What one report tells of one event, where it tells of several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NewType

from rashomon.model.claim import Claim, Layer, Reading
from rashomon.model.text import ReportId, Span, content_id

AccountId = NewType("AccountId", str)


@dataclass(frozen=True, slots=True)
class Account:
    """The stretches of a round-up that tell of one happening: the report's own story is number 1, "In a separate raid ..." number 2.

    The accounts of a report have no code point in common, and together they are its whole text.
    """

    report_id: ReportId
    number: int
    spans: tuple[Span, ...]

    @property
    def id(self) -> AccountId:
        """The report's own id for its own story, a hash of that and the number for the others."""
        return AccountId(self.report_id if self.number == 1 else content_id("a", self.report_id, self.number))

    def tells(self, span: Span) -> bool:
        """Say whether some words lie wholly in one of the stretches."""
        return any(each.covers(span) for each in self.spans)

    def of(self, reading: Reading) -> Reading:
        """Return what of a report's reading is in this account.

        What stands beside the report's own story is the main happening of the account that tells it.
        """
        return replace(
            reading,
            claims=tuple(map(self.as_main, self.inside(reading.claims))),
            implied=tuple(map(self.as_main, self.inside(reading.implied))),
            mentions=tuple(one for one in reading.mentions if self.tells(one.span)),
            notes=tuple(one for one in reading.notes if one.span is None or self.tells(one.span)),
        )

    def inside(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return the claims that lie in this account."""
        return [one for one in claims if self.tells(one.span)]

    def as_main(self, claim: Claim) -> Claim:
        """Return a claim as the account sees it."""
        beside = self.number > 1 and claim.layer is Layer.RELATED
        return replace(claim, layer=Layer.MAIN) if beside else claim
