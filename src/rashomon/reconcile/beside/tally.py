"""The record in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.model import UNATTRIBUTED, Finding, Report, Tally, Verdict
from rashomon.reconcile.case import Answer


def tally(reports: Sequence[Report], findings: Sequence[Finding], answers: Sequence[Answer] = ()) -> Tally:
    """Return how many reports, outlets, roots and findings of each verdict there are; ``answers`` tell who owns an outlet.

    Two outlets that quote one observatory, once with and once likely without naming it, are two reports on one root. Two outlets
    of one owner in their own voice are one root too.
    """
    houses = {answer.root.shown: answer.root.house for answer in answers if answer.root.owner}
    positions = [position for finding in findings for position in finding.positions]
    roots = {position.likely_root or position.root for position in positions} - {UNATTRIBUTED}
    verdicts = Counter(finding.verdict for finding in findings)
    return Tally(
        reports=len(reports),
        outlets=len({report.outlet for report in reports if report.outlet}),
        roots=len({houses.get(root, root) for root in roots}),
        unsourced=sum(position.root == UNATTRIBUTED and not position.likely_root for position in positions),
        verdicts={verdict: verdicts[verdict] for verdict in Verdict if verdicts[verdict]},
    )
