"""Signs that a count is of an earlier day than the report's: a year that news would leave out, a picture from the files."""

from __future__ import annotations

import re
from datetime import date

from rashomon.extract.drafts import Draft
from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Token
from rashomon.model import Report, ZoneKind

YEAR = re.compile(r"(?<!\d )(?<!\d, )(?<!\d , )(?<!\d/)(?<!-)\b(?:19|20)\d\d\b(?!-)")
"""A year that stands alone, and not as the end of a full date."""

FILED = re.compile(r"\AFILE\b|\b(?:file|archive) (?:photo|picture|image|photograph)\b")
"""How a caption tells that its picture is an old one: "FILE - Men carry a coffin ..."."""


def names_a_year(words: str) -> bool:
    """Say whether words name a year, which news leaves out of its own days: "killed 80 people there in 2019"."""
    return YEAR.search(words) is not None


def is_of_another_year(draft: Draft, verb: Token | None, day: date | None) -> bool:
    """Say whether a relative clause tells what an act of an earlier year cost: "a review of a 2019 raid that killed nine".

    ``verb`` is the count's, and ``day`` the report's; where that is not known, any year is an earlier one.
    """
    act = draft.parse.head(verb) if verb is not None and verb.dep == "relcl" else None
    told = draft.parse.kids(act, "nummod", "amod", "compound", "nmod") if act is not None else ()
    return any(YEAR.fullmatch(kid.text) and (day is None or int(kid.text) < day.year) for kid in told)


def is_of_file_photo(report: Report, sentence: Sentence) -> bool:
    """Say whether a sentence stands below a picture from the files, which shows an earlier day."""
    if sentence.zone is not ZoneKind.CAPTION:
        return False
    captions = (zone.span for zone in report.zones if zone.kind is ZoneKind.CAPTION)
    return any(FILED.search(one.of(report.text)) for one in captions if one.overlaps(sentence.span))
