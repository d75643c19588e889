"""The worked example of the page on the method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.model import Quantity, Scope, Verdict

if TYPE_CHECKING:
    from conftest import Newsroom


def test_the_fire_at_the_depot(room: Newsroom) -> None:
    post, herald, courier = room.paper("Post"), room.paper("Herald"), room.paper("Courier", 1)
    post.count(Quantity.at_least(8, words="at least eight"), "monitor")
    herald.count(8)
    herald.count(3, of="guards", scope=Scope.PART)
    courier.count(11, "monitor")
    courier.count(12, "ministry")
    finding = room.finding("killed, total")
    assert (finding.verdict, finding.independent_roots) == (Verdict.DISPUTED, 2)
    assert {position.root: position.likely_root for position in finding.positions} == {
        "Harrow Rights Monitor": None,
        "Herald": "Harrow Rights Monitor",
        "Harrow Health Ministry": None,
    }
    assert "Nothing tells which of them is the later" in finding.why
    assert room.finding("killed, guards").verdict is Verdict.SINGLE_SOURCE
