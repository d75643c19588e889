"""People of whom nothing is known: "the fate of 130 others was unknown", "contact was lost with six climbers"."""

from __future__ import annotations

import re

from rashomon.extract.hints import Hinted
from rashomon.extract.scene import Case, Decided, names_people
from rashomon.lexicon.measures import Role, Sense

FATE = Hinted(
    re.compile(
        r"\b(?:the )?(?P<un>unknown |uncertain |unclear )?(?:fates?|whereabouts) of(?: the| the other| another)?\s*$",
        re.IGNORECASE,
    ),
    ("fate", "whereabouts"),
)
UNKNOWN = re.compile(
    r"[^.;]{0,80}?\b(?:(?:is|are|was|were|remains?|remained|still) (?:also |still |yet )?(?:unknown|unclear|uncertain|not known|not yet known|not clear|undetermined|unresolved|a mystery|to be determined)|unknown\b)",
    re.IGNORECASE,
)
NO_WORD = Hinted(
    re.compile(
        r"\b(?:no (?:news|word|trace|sign|information)|nothing (?:is|was|has been) (?:known|heard)) (?:yet )?(?:of|on|about|from)(?: the fate of| the whereabouts of)?(?: the)?\s*$",
        re.IGNORECASE,
    ),
    ("no news", "no word", "no trace", "no sign", "no information", "nothing "),
)
CONTACT = Hinted(
    re.compile(
        r"\b(?:(?:lost|losing|lose|loses) (?:all |radio )?contact|contact (?:was|has been|had been|is) lost) with(?: the)?\s*$",
        re.IGNORECASE,
    ),
    ("contact",),
)
REACH = 60
"""Code points before a number in which such words stand."""


def by_unknown_fate(case: Case) -> Decided | None:
    """ "The whereabouts of 12 soldiers remain unknown", "no word on six fishermen": they are missing."""
    if case.noun is not None and not (
        names_people(case.scene.book, case.noun) or case.noun.lower in ("others", "more")
    ):
        return None
    text, start = case.scene.text, case.amount.span.start
    first = max(case.scene.parse.span.start, start - REACH)
    fate = FATE.search(text, first, start)
    open_fate = fate is not None and (
        fate.group("un") or UNKNOWN.match(text, case.amount.span.end, case.scene.parse.span.end)
    )
    if not open_fate and not NO_WORD.search(text, first, start) and not CONTACT.search(text, first, start):
        return None
    return Sense("missing", Role.OF), None, 0.9
