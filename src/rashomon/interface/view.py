"""What a record shows to people: the one context from which the terminal view and the page are made.

Every field is in words already, in one line and safe to show (see :mod:`rashomon.interface.plain`).
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import ClaimId, ReportId, Span, Verdict


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report: ``mark`` is the letter it goes by on the page (``A``), ``day`` its report day in words, or empty.

    ``headline`` is its title, else the headline in its text; ``link`` is its address if that is a web address.
    """

    id: ReportId
    mark: str
    name: str
    file: str
    day: str
    headline: str
    link: str | None


@dataclass(frozen=True, slots=True)
class QuoteView:
    """The words a position rests on: in which report, by which claim, where, and by whom they were passed on.

    ``focus`` is where in ``words`` the telling ones begin: the number of a count, the verb of an act.
    ``via`` names who stands between the outlet and the root ("SANA" in "SANA quoted local sources"), outermost first.
    """

    words: str
    mark: str
    report_id: ReportId
    claim_id: ClaimId
    span: Span
    via: str
    focus: int


@dataclass(frozen=True, slots=True)
class PositionView:
    """One root's answer: ``value`` in words, ``root`` who says it, ``marks`` the reports that carry it.

    ``remarks`` say what a reader has to know of the root: a party, its own voice, a dropped attribution, a derived sum.
    ``earlier`` is the series before the latest answer ("17 on 12 March 2024").
    """

    value: str
    root: str
    marks: tuple[str, ...]
    as_of: str
    remarks: tuple[str, ...]
    earlier: tuple[str, ...]
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class EstimateView:
    """What a published policy makes of a count."""

    policy: str
    words: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """One question with its answers: ``kind`` is count, control, act or statement; ``range`` is empty except for a count.

    ``echo`` says that it only repeats another: a total that nobody stated, of one group that is counted for itself.
    """

    id: str
    kind: str
    label: str
    scope: str
    verdict: Verdict
    symbol: str
    words: str
    range: str
    roots: int
    why: str
    positions: tuple[PositionView, ...]
    estimates: tuple[EstimateView, ...]
    open: tuple[str, ...]
    echo: bool = False

    @property
    def name(self) -> str:
        """The question with its scope where that is not the whole event: "killed, total (part: Harbour Town)"."""
        return f"{self.label} ({self.scope})" if self.scope else self.label

    @property
    def is_telling(self) -> bool:
        """Whether it is a figure, a question of control, or an act that several speak on: what a view tells first."""
        return not self.echo and (self.kind in {"count", "control"} or self.verdict is not Verdict.SINGLE_SOURCE)


@dataclass(frozen=True, slots=True)
class MomentView:
    """One line of the timeline: when, what, on whose word, with the verdict on it if it is a finding."""

    when: str
    label: str
    symbol: str
    words: str
    roots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameView:
    """A name an actor was given in one report: ``voice`` is ``own`` or ``quoted``, ``loaded`` the words in it that take sides."""

    words: str
    mark: str
    voice: str
    speaker: str
    loaded: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor under its neutral label, and what it was called."""

    label: str
    names: tuple[NameView, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """A remark on one report, by its ``mark``, or on the record as a whole, without one."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class RecordView:
    """A whole record in words.

    ``title`` is made of kind and place ("Bombing in Beledweyne, Somalia"), ``summary`` counts reports, outlets and verdicts,
    ``cautions`` say what to know before the rest, as that the reports seem to tell several events.
    ``left_out`` has a line for each report that leaves out what others carry; ``notes`` also say which reports share text.
    """

    title: str
    when: str
    parties: tuple[str, ...]
    summary: str
    cautions: tuple[str, ...]
    reports: tuple[ReportView, ...]
    findings: tuple[FindingView, ...]
    timeline: tuple[MomentView, ...]
    wording: tuple[ActorView, ...]
    open: tuple[str, ...]
    left_out: tuple[LineView, ...]
    notes: tuple[LineView, ...]
    versions: str

    @property
    def figures(self) -> tuple[FindingView, ...]:
        """The counts, without those that only repeat another or say that a part and a whole are not compared."""
        counts = (finding for finding in self.findings if finding.kind == "count" and not finding.echo)
        return tuple(finding for finding in counts if finding.verdict is not Verdict.NOT_COMPARABLE)

    @property
    def disputes(self) -> tuple[FindingView, ...]:
        """What is disputed."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.DISPUTED)
