"""Counts as coders of one toll a report take them: the toll that it leads with, its number as printed, people unless armed.

The record keeps every figure of the main happening; a coder's row holds one. Which of them a report gives as its toll is
told by where it stands, by the same rule by which a record tells a report's figure of the event from those beside it:
first the sentence that opens the matter, then the rest. Nothing is taken from the coders' rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import engine

Row = dict[str, Any]

CODED = frozenset({"fa_kes"})
"""Benchmarks whose rows hold one toll a report, with hedges cut off and people without more as civilians."""

ADDED_UP = frozenset({"satp"})
"""Benchmarks whose scorer adds up the groups of a measure, to which a part ("seven cadres, two women among them") is no addition."""

WORDED = frozenset({"isaf"})
"""Benchmarks whose scorer has its coders' own least number for "many" and "numerous" (four, the record's is three) where a claim
gives none."""

BY_SIDE = {"airwars_en": ("civilians", "total", "children", "women")}
"""Benchmarks whose page names the groups whose figure is read; the scorer's words for civilians would take "one man" for them."""

NUMEROUS = frozenset({"many", "numerous"})

UNREAL = frozenset({"planned", "feared", "hypothetical"})
"""How a claim is put that tells of nothing that happened: "an operation to arrest a commander"."""

AMONG = frozenset({"children", "women", "women and children"})
"""Groups told further down than the toll that they are among."""

WHOLES = AMONG | {"total", "civilians"}
"""Groups that are more than a mention of one of the dead beside a toll of all: "six people, a reporter among them"."""


def as_coded(name: str, rows: list[Row], text: str) -> list[Row]:
    """Return the claim rows of one report as a benchmark's coders would take them; other benchmarks' rows as they are.

    What is only planned or feared goes. Where they code one toll, only the counts of the toll that the report leads with are
    left; where groups are added up, parts of another count go; where they have their own numbers for words, those words are
    left without one. Acts and the rest stay.
    """
    if name not in CODED | ADDED_UP | WORDED:
        return rows
    rows = [row for row in rows if row["kind"] != "count" or row["modality"] not in UNREAL]
    if name in WORDED:
        return [unbounded(row) for row in rows]
    if name not in CODED:
        return [row for row in rows if not is_within(row, rows)]
    counts = [row for row in rows if row["kind"] == "count"]
    kept = [row for measure in measures_of(counts) for row in leading(of_measure(counts, measure), text)]
    return [row for row in rows if row["kind"] != "count"] + [coded(row) for row in kept]


def of_sides(name: str, event: Row) -> Row:
    """Return an event's row with the figures of the groups that a benchmark's page names; other benchmarks' rows as they are."""
    if name not in BY_SIDE:
        return event
    return event | {"figures": [one for one in event["figures"] if one["group"]["id"] in BY_SIDE[name]]}


def unbounded(row: Row) -> Row:
    """Return a count by the words "many" and "numerous" without a low bound, any other row as it is."""
    if row["kind"] != "count" or row["quantity"]["hedge"] not in NUMEROUS:
        return row
    return row | {"quantity": row["quantity"] | {"low": None}}


def is_within(row: Row, rows: list[Row]) -> bool:
    """Say whether a count is a part of another one of its measure, which holds as many or more."""
    if row["kind"] != "count" or row["scope"] != "part":
        return False
    wholes = [one for one in rows if one["kind"] == "count" and one["scope"] != "part" and is_told(one)]
    number = printed(row["quantity"]) if is_told(row) else 0
    return any(one["measure"] == row["measure"] and printed(one["quantity"]) >= number for one in wholes)


def measures_of(counts: Iterable[Row]) -> list[str]:
    """Return the measures of some counts, each once, in the order of the rows."""
    return list(dict.fromkeys(row["measure"] for row in counts))


def of_measure(counts: Iterable[Row], measure: str) -> list[Row]:
    """Return the counts of a measure that the main happening is told with, in the order of the text."""
    found = (row for row in counts if row["measure"] == measure and is_told(row))
    return sorted(found, key=place_of)


def is_told(row: Row) -> bool:
    """Say whether a count is of the main happening, affirmed, and gives a number at all."""
    bounds = (row["quantity"]["low"], row["quantity"]["high"])
    return row["layer"] == "main" and row["polarity"] == "affirmed" and bounds != (None, None)


def place_of(row: Row) -> int:
    """Return where a count stands in its report."""
    return int((row["number_span"] or row["span"])["start"])


def leading(counts: list[Row], text: str) -> list[Row]:
    """Return the counts of the sentence that leads with a number, and those further down of whom that toll is made up.

    A word such as "dozens" leads only where no number is given.
    """
    counts = [row for row in counts if not engine.is_vague(row["quantity"]["hedge"])] or counts
    first, *below = from_toll(sentences(counts, text)) or [[]]
    toll = largest(first)
    whole = any(row["group"]["id"] == "total" for row in first)
    lead = [row for row in first if not whole or row["group"]["id"] in WHOLES or is_armed(row)]
    made_up = next((some for one in below if (some := sides(one, toll))), []) if whole else []
    among = [row for one in below for row in one if row["group"]["id"] in AMONG]
    return lead + made_up + [row for row in among if printed(row["quantity"]) <= toll]


def from_toll(told: list[list[Row]]) -> list[list[Row]]:
    """Return the counts by sentence, the toll first: one of children and women alone stands below a greater one behind it."""
    for place, (rows, others) in enumerate(pairwise(told)):
        if not (all(row["group"]["id"] in AMONG for row in rows) and largest(others) > largest(rows)):
            return [told[place], *told[:place], *told[place + 1 :]]
    return told[-1:] + told[:-1]


def largest(rows: list[Row]) -> int:
    """Return the greatest number of some counts as printed."""
    return max((printed(row["quantity"]) for row in rows), default=0)


def sentences(counts: list[Row], text: str) -> list[list[Row]]:
    """Return some counts in text order sentence by sentence."""
    found: list[list[Row]] = []
    for row in counts:
        if found and together(found[-1][0], row, text):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def sides(counts: list[Row], toll: int) -> list[Row]:
    """Return a sentence's counts of civilians and of those who bear arms where they add up to the toll, or are parts of it.

    "Twenty died" further up, and "of the 20, 13 were civilians" or "six civilians and 14 rebels" here.
    """
    sided = [row for row in counts if row["group"]["id"] == "civilians" or is_armed(row)]
    numbers = [printed(row["quantity"]) for row in sided]
    again = any(row["group"]["id"] == "total" and printed(row["quantity"]) == toll for row in counts)
    return sided if numbers and (sum(numbers) == toll or (again and sum(numbers) < toll)) else []


def together(first: Row, other: Row, text: str) -> bool:
    """Say whether two claims stand in one sentence."""
    start = min(first["span"]["end"], other["span"]["end"])
    end = max(first["span"]["start"], other["span"]["start"])
    return not any(stop in text[start:end] for stop in (". ", "\n"))


def coded(row: Row) -> Row:
    """Return a count with its number as printed, of a group that is people of no side unless it bears arms."""
    number, group = printed(row["quantity"]), row["group"]
    quantity = row["quantity"] | {"low": number, "high": number}
    if group["id"] in ("total", "civilians") or is_armed(row):
        return row | {"quantity": quantity}
    return row | {"quantity": quantity, "group": group | {"id": f"{group['id']}, civilians"}}


def is_armed(row: Row) -> bool:
    """Say whether those whom a count counts bear arms."""
    return engine.is_armed(row["group"]["id"], row["group"]["label"])


def about(number: int) -> tuple[int, int]:
    """Return the least and the most that "about" a number admits by the record's table."""
    return (number * 9 + 5) // 10, (number * 11 + 5) // 10


def printed(quantity: Row) -> int:
    """Return the number that a report prints, before its hedge is weighed: of "more than 70" 70, of "some 40" 40."""
    low, high = quantity["low"], quantity["high"]
    kind = engine.hedge_kind(quantity["hedge"])
    if kind == "above" and low:
        return int(low) - 1
    if kind in ("nearly", "below") and high is not None:
        return int(high) + 1
    if kind == "about" and low is not None and high is not None:
        return next((n for n in range(low, high + 1) if about(n) == (low, high)), round((low + high) / 2))
    return int(low if low is not None else high)
