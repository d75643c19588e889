"""Bytes in, reports out: text, pages and JSON lines, with their zones, language, outlet and day."""

from rashomon.intake.report import make_report
from rashomon.intake.source import read_bytes, read_source

__all__ = ["make_report", "read_bytes", "read_source"]
