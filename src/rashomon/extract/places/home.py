"""Say where a report's outlet is at home, as its name and its web address tell."""

from __future__ import annotations

import re

from rashomon.extract.places.names import Candidate
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.outlets import host_of
from rashomon.lexicon.placewords import PlaceLore
from rashomon.model import Report, Span

SHORTEST = 5
"""Letters: a shorter beginning of a web address names no place."""
PEOPLE = 2_000
"""A place of fewer people has no newspaper called after it."""
ENDS = {"uk": "GB"}
_LEAD = re.compile(r"^(?:the|my|www\d?|online|e)-?(?=.{5})")


def home_country(report: Report, lore: PlaceLore) -> str | None:
    """Return the country whose ending the outlet's web address has: "independent.ie" is of IE; None where it has none."""
    end = (host(report) or "").rpartition(".")[2]
    return None if len(end) != 2 or end in lore.words.open_endings else ENDS.get(end, end.upper())


def home_names(report: Report, gazetteer: Gazetteer, lore: PlaceLore) -> list[Candidate]:
    """Return the places that the outlet may be called after: "lakewoodherald.example" is of some Lakewood."""
    labels = (host(report) or "").split(".")[:-1]
    found = [
        named_by(_LEAD.sub("", label), gazetteer, lore) for label in labels if label not in lore.words.second_endings
    ]
    return [candidate for candidate in found if candidate]


def named_by(label: str, gazetteer: Gazetteer, lore: PlaceLore) -> Candidate | None:
    """Return the place that the longest beginning of a label names."""
    first = label.split("-", maxsplit=1)[0]
    keys = [first[:end] for end in range(len(first), SHORTEST - 1, -1)]
    known = gazetteer.lookup_keys(key for key in keys if key not in lore.never)
    for key in keys:
        entries = tuple(entry for entry in known.get(key, ()) if entry.main and entry.population >= PEOPLE)
        if entries:
            return Candidate(Span(0, 0), -1, -1, key, entries)
    return None


def host(report: Report) -> str | None:
    """Return the host that the report came from, by its address or an outlet that is one."""
    if report.url:
        return host_of(report.url)
    outlet = report.outlet or ""
    return outlet.lower() if re.fullmatch(r"[\w.-]+\.[a-z]{2,6}", outlet, re.IGNORECASE) else None
