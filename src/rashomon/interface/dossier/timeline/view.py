"""The acts of a record in words, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rashomon.interface.dossier.pictures.draw import Picture
from rashomon.interface.dossier.pictures.quoted import quoted
from rashomon.interface.dossier.timeline.chart import picture_of
from rashomon.interface.dossier.timeline.row import CONTROL, FIGHT, OTHER, Moment, Pointer, Teller
from rashomon.interface.findings import Marks, root_words
from rashomon.interface.plain import clean
from rashomon.interface.words import SYMBOLS, short_time, verdict_words
from rashomon.lexicon.families import Families
from rashomon.lexicon.tables import Tables
from rashomon.model import UNATTRIBUTED, Claim, ClaimId, Finding, Position, Record, TimelineEntry

MOST_OPEN = 12
"""A table of more acts than this is folded up under the picture."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The acts in order of time.

    ``dated`` and ``undated`` together are the record's timeline, each entry once. ``picture`` shows the dated ones, the most
    told if they are many; ``left_out`` counts those that stand in the table alone, and ``beyond`` says that some reach beyond the days it
    shows. It is None where no act has a date.
    """

    dated: tuple[Moment, ...]
    undated: tuple[Moment, ...]
    picture: Picture | None
    left_out: int
    beyond: bool

    @property
    def all(self) -> tuple[Moment, ...]:
        """Every act, the undated last."""
        return (*self.dated, *self.undated)

    @property
    def open_ended(self) -> bool:
        """Whether an act has a first day and no last one, or a last day alone."""
        return any(one.earliest is None or one.latest is None for one in self.dated)

    @property
    def folded(self) -> bool:
        """Whether the table is too long to stand open below the picture."""
        return self.picture is not None and len(self.all) > MOST_OPEN


def timeline_of(record: Record, marks: Marks, *, tables: Tables) -> TimelineView:
    """Return the record's timeline in words; ``tables`` tell which acts are attacks."""
    claims = {claim.id: claim for claim in record.claims}
    families = tables.of(Families)
    told = [moment_of(entry, record, claims, marks, families) for entry in record.timeline]
    dated = tuple(one for one in told if one.earliest or one.latest)
    days: dict[date, list[str]] = {}
    for report in record.reports:
        if report.day:
            days.setdefault(report.day, []).append(marks.of_report(report.id))
    drawn = picture_of(dated, {day: tuple(letters) for day, letters in sorted(days.items())}, record.event.when)
    return TimelineView(
        dated, tuple(one for one in told if one not in dated), drawn.picture, drawn.left_out, drawn.beyond
    )


def moment_of(
    entry: TimelineEntry, record: Record, claims: Mapping[ClaimId, Claim], marks: Marks, families: Families
) -> Moment:
    """Return one act in words."""
    finding = finding_on(entry, record.findings)
    mine = [claims[id_] for id_ in dict.fromkeys(entry.claims) if id_ in claims]
    when = entry.when
    return Moment(
        label=quoted(clean(entry.label), record.wording),
        kind=kind_of(finding, families),
        when=short_time(when),
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
        finding_id=str(finding.id) if finding else "",
        verdict=finding.verdict if finding else None,
        symbol=SYMBOLS[finding.verdict] if finding else "",
        words=verdict_words(finding.verdict) if finding else "",
        tellers=tuple(tellers(entry, finding, claims, marks)),
        claims=len(set(entry.claims)),
        reports=len({claim.report_id for claim in mine}),
    )


def finding_on(entry: TimelineEntry, findings: Iterable[Finding]) -> Finding | None:
    """Return the finding that asks about an entry's act: of its name, and among several that whose claims the entry has."""
    named = [finding for finding in findings if finding.question.label == entry.label]
    mine = set(entry.claims)
    exact = (one for one in named if {id_ for position in one.positions for id_ in position.claims} == mine)
    return next(exact, named[0] if named else None)


def kind_of(finding: Finding | None, families: Families) -> str:
    """Return what sort of act a finding asks about."""
    if finding is None:
        return OTHER
    if finding.question.kind == "control":
        return CONTROL
    return FIGHT if families.family(families.family_of(finding.question.act or "")).violent else OTHER


def tellers(
    entry: TimelineEntry, finding: Finding | None, claims: Mapping[ClaimId, Claim], marks: Marks
) -> Iterable[Teller]:
    """Yield on whose word an act rests, each root once, with its claims."""
    positions = {position.root: position for position in (finding.positions if finding else ())}
    for root in dict.fromkeys(entry.roots):
        position = positions.get(root)
        if position is None:
            yield Teller("nobody named" if root == UNATTRIBUTED else clean(root), party=False, pointers=())
        else:
            mine = [id_ for one in same_root(finding, root) for id_ in one.claims]
            yield Teller(root_words(position, marks), position.party, pointers(mine, claims, marks))
    if finding is None and entry.claims:
        yield Teller("in these words", party=False, pointers=pointers(entry.claims, claims, marks))


def same_root(finding: Finding | None, root: str) -> list[Position]:
    """Return the positions of one root: a root that tells two accounts has two."""
    return [position for position in finding.positions if position.root == root] if finding else []


def pointers(ids: Iterable[ClaimId], claims: Mapping[ClaimId, Claim], marks: Marks) -> tuple[Pointer, ...]:
    """Return where the words of claims stand: the first of them in each report."""
    mine = [claims[id_] for id_ in ids if id_ in claims]
    first: dict[str, Pointer] = {}
    for claim in sorted(mine, key=lambda one: one.span):
        mark = marks.of_report(claim.report_id)
        first.setdefault(mark, Pointer(mark, str(claim.id), clean(claim.quote)))
    return tuple(first[mark] for mark in sorted(first, key=lambda mark: (len(mark), mark)))
