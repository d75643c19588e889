"""The view of the page's head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.interface.plain import count_of
from rashomon.interface.view import FindingView, PositionView, RecordView, ReportView
from rashomon.interface.words import WEIGHT
from rashomon.model import Record, Tally, Verdict

CARDS = 3
MOST_NAMED = 3
MOST_HELD = 4
ASKED_FIRST = ("control", "count")
OPENINGS = {
    Verdict.DISPUTED: "In dispute",
    Verdict.UPDATED: "Changed over time",
    Verdict.NOT_COMPARABLE: "Not comparable",
    Verdict.COMPATIBLE: "Compatible",
    Verdict.AGREE: "Agreed",
}
"""How a sentence on the questions of one verdict begins; what rests on one source is counted, not named."""


@dataclass(frozen=True, slots=True)
class GistView:
    """One sentence of the summary: the verdict, how it begins, the first questions that have it, and how many more there are."""

    verdict: Verdict
    opening: str
    findings: tuple[FindingView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CardView:
    """A finding to look at first: the answers that most reports carry, and how many more there are."""

    finding: FindingView
    positions: tuple[PositionView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class HeadView:
    """What stands at the top.

    ``kicker`` counts reports, outlets and roots; ``cautions`` say what to know before the rest; ``gist`` has a sentence for each verdict; ``single`` says how many questions rest on
    one source; ``cards`` are the three findings that a reader should look at first, and ``in_dispute`` says that the first is disputed.
    """

    kicker: str
    title: str
    when: str
    parties: tuple[str, ...]
    cautions: tuple[str, ...]
    gist: tuple[GistView, ...]
    single: str
    cards: tuple[CardView, ...]
    reports: tuple[ReportView, ...]

    @property
    def in_dispute(self) -> bool:
        """Whether something is disputed."""
        return bool(self.cards) and self.cards[0].finding.verdict is Verdict.DISPUTED


def head_of(record: Record, view: RecordView) -> HeadView:
    """Return the head of the page."""
    single = record.tally.verdicts.get(Verdict.SINGLE_SOURCE, 0)
    return HeadView(
        kicker=kicker_of(record.tally), title=view.title, when=view.when, parties=view.parties, cautions=view.cautions,
        gist=tuple(gist_of(view.findings)),
        single=f"{count_of(single, 'question rests', 'questions rest')} on one source." if single else "",
        cards=tuple(card_of(finding) for finding in most_in_dispute(view.findings)), reports=view.reports,
    )  # fmt: skip


def kicker_of(tally: Tally) -> str:
    """Return the record in numbers: ``12 reports · 9 outlets · 14 independent roots · 2 answers without a source``."""
    outlets = count_of(tally.outlets, "outlet") if tally.outlets else "no known outlet"
    parts = [count_of(tally.reports, "report"), outlets, count_of(tally.roots, "independent root")]
    if tally.unsourced:
        parts.append(count_of(tally.unsourced, "answer") + " without a source")
    return " · ".join(parts)


def gist_of(findings: Sequence[FindingView]) -> list[GistView]:
    """Return a sentence for each verdict but single source, the weightiest verdict first."""
    made = []
    for verdict in WEIGHT:
        mine = sorted((f for f in findings if f.verdict is verdict), key=weight)
        if mine and verdict in OPENINGS:
            named = tuple(mine[:MOST_NAMED])
            made.append(GistView(verdict, OPENINGS[verdict], named, len(mine) - len(named)))
    return made


def most_in_dispute(findings: Sequence[FindingView]) -> list[FindingView]:
    """Return the three findings to look at first: disputed ones, then those that changed or differ."""
    open_ones = [f for f in findings if f.verdict not in (Verdict.SINGLE_SOURCE, Verdict.AGREE)]
    return sorted(open_ones, key=lambda finding: (WEIGHT.index(finding.verdict), *weight(finding)))[:CARDS]


def card_of(finding: FindingView) -> CardView:
    """Return the card of a finding."""
    held = sorted(finding.positions, key=lambda position: -len(position.marks))
    return CardView(finding, tuple(held[:MOST_HELD]), len(held[MOST_HELD:]))


def weight(finding: FindingView) -> tuple[object, ...]:
    """Sort figures and control before acts, then what concerns the whole event and what most speak on before the rest."""
    return (
        finding.kind not in ASKED_FIRST,
        finding.scope != "",
        -finding.roots,
        -len(finding.positions),
        finding.label,
    )
