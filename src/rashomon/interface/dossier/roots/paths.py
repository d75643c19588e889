"""The way of each claim from the outlet that prints it to its root, as the record has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.interface.dossier.pictures.quoted import quoted
from rashomon.interface.findings import Marks
from rashomon.interface.plain import clean
from rashomon.model import UNATTRIBUTED, Claim, ClaimId, Layer, Position, Record, Report, Stance

NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Between:
    """One who passed words on, and what kind of actor it is: ``SANA``, ``agency``."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Path:
    """The way of one claim: ``outlet`` <- ``between``, from the nearest to the outlet inward <- ``root``.

    ``mark`` is the report's letter. ``own`` says that the outlet speaks for itself; ``dropped`` that no attribution leads there: the words
    are likely this root's. ``stance`` is how the outlet passes the root's words on, None where it names none.
    """

    outlet: str
    mark: str
    between: tuple[Between, ...]
    root: str
    claim: ClaimId
    stance: Stance | None = None
    own: bool = False
    dropped: bool = False


def root_name(position: Position, record: Record) -> str:
    """Return a position's root in words; loaded words in it stand in quotation marks."""
    return NOBODY if position.root == UNATTRIBUTED else quoted(clean(position.root), record.wording)


def paths_of(record: Record, marks: Marks) -> tuple[Path, ...]:
    """Return the way of each claim of the happening that a position rests on, once for each of its roots, in the record's order."""
    claims = {claim.id: claim for claim in record.claims if claim.layer is Layer.MAIN}
    reports = {report.id: report for report in record.reports}
    found: dict[tuple[str, ClaimId, bool], Path] = {}
    for finding in record.findings:
        for position in finding.positions:
            for claim in (claims[id_] for id_ in position.claims if id_ in claims):
                if claim.report_id in reports:
                    for path in ways(claim, position, reports[claim.report_id], marks, record):
                        found.setdefault((path.root, claim.id, path.dropped), path)
    return tuple(found.values())


def ways(claim: Claim, position: Position, report: Report, marks: Marks, record: Record) -> Iterable[Path]:
    """Yield the way of one claim, and the way that it likely came where its attribution was dropped."""
    outlet, mark, root = clean(report.name), marks.of_report(report.id), root_name(position, record)
    chain = claim.attribution.chain
    own = clean(position.root) == outlet
    between = () if own else between_of(claim, position, outlet, record)
    yield Path(outlet, mark, between, root, claim.id, chain[-1].stance if chain and not own else None, own)
    if position.likely_root:
        yield Path(outlet, mark, (), quoted(clean(position.likely_root), record.wording), claim.id, dropped=True)


def between_of(claim: Claim, position: Position, outlet: str, record: Record) -> tuple[Between, ...]:
    """Return who stands between outlet and root; neither is told again, nor a body whose spokesman is its voice."""
    ends = {outlet.casefold(), clean(position.root).casefold(), ""}
    links = [link for link in claim.attribution.chain[:-1] if clean(link.name).casefold() not in ends]
    return tuple(
        dict.fromkeys(Between(quoted(clean(link.name), record.wording), str(link.kind.value)) for link in links)
    )
