"""Which agency a report gives as the origin of its text: "HARROW (AFP) -", "--Reuters", "Evening Star (AP)"."""

from __future__ import annotations

import re
from collections.abc import Collection

from rashomon.lexicon.placekeys import place_key
from rashomon.model import Report

TOP, FOOT = 400, 200
"""So many characters at the top and at the foot of a text may hold the credit line."""

_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
_DATELINE = re.compile(r"\(([^()\n]{2,40})\)\s*[-–—]")
_BYLINE = re.compile(
    r"(?:^|[\n.|/] ?)([A-Z][\w ]{1,30}?),? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?=\d{1,2} [A-Z][a-z]+ \d{4}))"
)
_LAST = re.compile(r"(?:[-–—]{1,2}|\(|\b[Ss]ource:|/)\s*([A-Z][\w ]{1,30}?)\s*\)?\.?\s*$")


def credited(report: Report, agencies: Collection[str]) -> str | None:
    """Return the agency whose text a report says it prints; ``agencies`` are the keys of agencies' names.

    Looked at are brackets in the outlet's name, a dateline or byline at the top, and the last words.
    """
    top, foot = report.text[:TOP], report.text[-FOOT:]
    found = [*_BRACKETS.findall(report.outlet or ""), *_DATELINE.findall(top)]
    found += [match[1] for match in _BYLINE.finditer(top)] + _LAST.findall(foot)
    names = (name.rsplit("/", 1)[-1].strip() for name in found)
    own = {"".join(word[0] for word in (report.outlet or "").partition("(")[0].split() if word[0].isupper())}
    return next((name for name in names if place_key(name) in agencies and name not in own), None)
