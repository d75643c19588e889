"""Whether a named victim is a child, by the age beside the name."""

from __future__ import annotations

import re

from rashomon.model import Span

ADULT = 18
NUMERAL = re.compile(r"\b\d{1,3}\b")
AGED = re.compile(
    r"\s?(?:\(\s?(?:aged?\s)?(\d{1,2})\s?\)|,\s?(?:aged?\s)?(\d{1,2})\b(?=,|\s(?:was|were|and|died)\b|\.))"
)
"""How old the bearer of a name is, behind it."""


YOUNG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
AGED_AHEAD = re.compile(
    rf"(?<![\w-])(?:(?P<years>\d{{1,3}}|{YOUNG.replace(' ', '|')})[ -]years?|\d{{1,3}}[ -](?:month|week|day)s?)[ -]old $",
    re.IGNORECASE,
)
"""How old the bearer of a name is, right before it."""


def are_minors(text: str, names: Span) -> bool:
    """Say whether the age beside a name is a child's: "Mina Hale, 11, was hurt", "14-month-old Mina Hale", not "Ana, 40, and Mina Hale, 11"."""
    ahead = AGED_AHEAD.search(text, max(0, names.start - 24), names.start)
    if ahead is not None:
        years = ahead.group("years") or "0"
        return not years.isdigit() or int(years) < ADULT
    found = AGED.match(text, names.end)
    if found is None or any(int(age) >= ADULT for age in NUMERAL.findall(names.of(text))):
        return False
    return int(found.group(1) or found.group(2)) < ADULT
