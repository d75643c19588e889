"""The record in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.model import UNATTRIBUTED, Finding, Report, Tally, Verdict


def tally(reports: Sequence[Report], findings: Sequence[Finding]) -> Tally:
    """Return how many reports, outlets, roots and findings of each verdict there are.

    Two outlets that quote one observatory, once with and once likely without naming it, are two reports on one root.
    """
    positions = [position for finding in findings for position in finding.positions]
    named = {position.likely_root or position.root for position in positions} - {UNATTRIBUTED}
    verdicts = Counter(finding.verdict for finding in findings)
    return Tally(
        reports=len(reports),
        outlets=len({report.outlet for report in reports if report.outlet}),
        roots=len(named),
        unsourced=sum(position.root == UNATTRIBUTED and not position.likely_root for position in positions),
        verdicts={verdict: verdicts[verdict] for verdict in Verdict if verdicts[verdict]},
    )
