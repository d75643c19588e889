"""The agency that a report gives as the origin of its text."""

from __future__ import annotations

import pytest

from rashomon.model import Report, ReportId
from rashomon.reconcile.roots.credits import credited

AGENCIES = frozenset({"meridian wire", "mw"})


@pytest.mark.parametrize(
    ("outlet", "text", "agency"),
    [
        ("Harbour Post (MW)", "Nine people died.", "MW"),
        ("Harbour Post", "ORVANA, May 4 (Meridian Wire) - Nine people died.", "Meridian Wire"),
        ("Harbour Post", "Bridge falls at noon\nMeridian Wire Thursday 4 May 2031 Nine people died.", "Meridian Wire"),
        ("Harbour Post", "Nine people died when a bridge fell.--MW", "MW"),
        ("Harbour Post", "Nine people died. Source: Meridian Wire", "Meridian Wire"),
        ("Harbour Post", "Nine people died, Meridian Wire reported on Thursday, citing the police.", None),
        ("Harbour Post", "The Orvana Relief Office (ORO) said nine people died.", None),
        ("Mirna Weekly", "ORVANA (MW) - Nine people died.", None),
        (None, "", None),
    ],
)
def test_a_credit_line_names_the_agency(outlet: str | None, text: str, agency: str | None) -> None:
    assert credited(Report(ReportId("r"), "r", text, outlet=outlet), AGENCIES) == agency
