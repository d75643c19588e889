"""Bytes in, reports out: whatever arrives, with its zones, language, outlet and day.

``items`` names what a source holds and ``take`` reads one item, so that what is known already need not be read again.
"""

from rashomon.intake.gather import read_bytes, read_source, taken
from rashomon.intake.item import Arrival, Intake, Item, Reject
from rashomon.intake.report import make_report
from rashomon.intake.source import Fetch, items
from rashomon.intake.taking import take

__all__ = [
    "Arrival", "Fetch", "Intake", "Item", "Reject", "items", "make_report", "read_bytes", "read_source", "take", "taken",
]  # fmt: skip
