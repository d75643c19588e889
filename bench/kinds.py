"""What kind of outlet a report of the benchmark comes from, told from its collection, its outlet and the shipped tables."""

from __future__ import annotations

import re

import engine
from layout import Row

BY_COLLECTION = {
    "isaf": "releases of a military",
    "satp": "incident logs kept from police reports",
    "gva": "local crime news",
    "timex": "newspapers and other press",
    "polnear": "newspapers and other press",
    "re3d": "newspapers and other press",
    "written": "invented reports",
}
MONITOR = re.compile(r"observatory|network for human rights|\bS[NO]HR\b|civil ?def|monitor", re.IGNORECASE)
STATE, AGENCY, PRESS, HEALTH = (
    "media of a state",
    "news agencies",
    "newspapers and other press",
    "news of outbreaks and health",
)
MONITORS = "monitors of a war"
"""Those that count the dead of a war as their work."""
HANDLES = {"alalam": STATE, "dailysabah": PRESS, "etilaf": "parties to a war", "APW": AGENCY, "AP9": AGENCY}
"""Outlets that a collection names by a handle of its own."""


def kind_of(row: Row) -> str:
    """Return the kind of outlet of a row of ``reports.jsonl``.

    >>> kind_of({"collection": "isaf", "outlet": None})
    'releases of a military'
    """
    collection, outlet = row.get("collection") or "", row.get("outlet") or ""
    if outlet in HANDLES:
        return HANDLES[outlet]
    if collection == "places":
        return PRESS if outlet else HEALTH
    if collection in BY_COLLECTION:
        return BY_COLLECTION[collection]
    if MONITOR.search(outlet):
        return MONITORS
    state, agency = (engine.medium_of(outlet.removesuffix(" news")) if outlet else None) or (False, False)
    return STATE if state else AGENCY if agency else PRESS
