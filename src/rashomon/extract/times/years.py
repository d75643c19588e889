"""Rules for years and their parts: "in 2014", "the 1990s", "last winter", "the third quarter"."""

from __future__ import annotations

from datetime import date

from rashomon.extract.times.dates import MOD, RELATIVE_OR_YEAR, RELATIVE_YEAR, basis_of, step, year_of
from rashomon.extract.times.grammar import (
    Found,
    Rule,
    Timing,
    days_timing,
    half_timing,
    month_timing,
    quarter_timing,
    season_timing,
    year_timing,
)
from rashomon.lexicon.dates import MONTH, YEAR
from rashomon.model import Basis, Grain

MAKE = 6
"""Words behind a year among which a make of car may stand."""


def a_year(found: Found) -> Timing | None:
    """Read "2014" where it is a year: not a number of people, nor a part of a name or a longer number."""
    year, table = found.number("year"), found.words.table
    start = found.line.start(found.place("year"))
    end = found.line.end(found.place("year"))
    before = found.line.text[start - 1 : start]
    after = found.line.text[end : end + 1]
    beside = found.line.kind(found.place("year") - 2) if before == "-" else ""
    if beside in {"NUM", "DIGITS", "YEAR"} or (found.kind_at(-1) == "AN" and found.kind_at(0) == "CAP"):
        return None
    filed = [found.kind_at(offset) for offset in (0, 1, 2)] == ["DASH", "NUM", "DASH"]
    glued = filed or before in set("$£€¥#+=_.,:/") or before.isalnum() or after in set("%_=:°$") or after.isalnum()
    named = found.word_at(-2) if found.kind_at(-1) == "DOT" else found.word_at(-1)
    counted = found.word_at(0) in table.not_after_year or named in table.not_before_year
    placed = (
        found.kind_at(-1) in {"IN", "SINCE", "FROM", "TO", "OF", "BETWEEN", "BEFORE", "AFTER"}
        or found.last - found.first > 1
    )
    if glued or counted or is_make(found) or not (1900 <= year <= 2100 or (placed and 1400 <= year < 1900)):
        return None
    return year_timing(year, basis_of(found))


def is_make(found: Found) -> bool:
    """Say whether a year tells when a car was built: "a 2011 silver Ford"."""
    if found.kind_at(-1) not in {"AN", "THE"} and found.word_at(-1) not in {"his", "her", "their"}:
        return False
    return any(found.word_at(i) in found.words.table.vehicles for i in range(MAKE))


def some_years(found: Found) -> Timing | None:
    """Read "2010-2014" or "2010-11"."""
    first, last = found.number("year"), found.number("year2")
    last += first // 100 * 100 if last < 100 else 0
    coded = "DASH" in {found.kind_at(-1), found.kind_at(0)}  # "2009-12-AB-063" is a file number
    if coded or not (1000 <= first < last <= first + 99):
        return None
    days = (date(first, 1, 1), date(last, 12, 31))
    return days_timing(f"{first}/{last}", days, Grain.YEARS, basis_of(found))


def a_spoken_year(found: Found) -> Timing | None:
    """Read a year in words, a month before it or not: "nineteen ninety-six", "March nineteen ninety-six"."""
    century, rest = found.number("century"), found.amount("rest")
    if century not in {18, 19, 20} or not 10 <= rest <= 99:
        return None
    year, month = century * 100 + rest, found.number("month")
    return month_timing(year, month, basis_of(found)) if month else year_timing(year, basis_of(found))


def a_round_year(found: Found) -> Timing | None:
    """Read "the year two thousand"."""
    year = found.amount("thousand")
    return year_timing(year, basis_of(found)) if found.code("unit") == "Y" and 2000 <= year < 2100 else None


def is_decade(found: Found) -> bool:
    """Say whether the words mean years and not a person's age ("in his 30s"): "the", a century or an apostrophe shows it."""
    kinds = {found.line.kind(index) for index in range(found.first, found.last)}
    return (
        bool(kinds & {"THE", "NUM"})
        or found.number("decade") >= 1000
        or found.line.word(found.place("decade")).startswith("'")
    )


def a_decade(found: Found) -> Timing | None:
    """Read "the 1990s", "the '90s", "the nineteen-eighties"."""
    if not is_decade(found):
        return None
    ten = found.number("tens") * 10 if found.has("tens") else found.number("decade")
    ten += 1900 if ten < 100 else 0
    if not 1000 <= ten <= 2090:
        return None
    days = (date(ten, 1, 1), date(ten + 9, 12, 31))
    return days_timing(str(ten // 10), days, Grain.YEARS, basis_of(found))


def a_century(found: Found) -> Timing | None:
    """Read "the 20th century"."""
    century = found.number("ord")
    if found.code("unit") != "C" or not 11 <= century <= 29:
        return None
    days = (date(century * 100 - 99, 1, 1), date(century * 100, 12, 31))
    return days_timing(str(century - 1), days, Grain.YEARS, basis_of(found))


def a_season(found: Found) -> Timing | None:
    """Read "last winter", "the summer of 2014", "this spring"."""
    season, year, steps = found.code("season"), year_of(found), step(found, "step")
    if found.has("relative") and found.code("unit") != "Y":
        return None
    if year is not None:
        return season_timing(year, season, basis_of(found))
    if steps is None and found.last - found.first == 1:
        return None
    if found.day is None:
        return Timing(f"XXXX-{season}")
    return season_timing(
        found.day.year + season_step(found.day, season, steps, ahead=found.ahead), season, Basis.REPORT_DAY
    )


def season_step(day: date, season: str, steps: int | None, *, ahead: bool) -> int:
    """Return how many years from the day's own the season lies: "last fall" read in spring is a year back."""
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    if steps == -1 or (steps is None and not ahead):
        return -1 if day.month < first + (3 if steps == -1 else 0) else 0
    if steps == 1:
        return 1 if day.month >= first else 0
    return -1 if season == "WI" and day.month < 3 else 0


def a_quarter(found: Found) -> Timing | None:
    """Read "the third quarter of 1989", "second-quarter", "this year's first quarter": else the last that has begun."""
    quarter, year = found.number("ord"), year_of(found)
    if found.code("quarter") != "Q" or not 1 <= quarter <= 4 or (found.has("relative") and found.code("unit") != "Y"):
        return None
    if year is not None:
        return quarter_timing(year, quarter, basis_of(found))
    if found.day is None:
        return Timing(f"XXXX-Q{quarter}")
    begun = quarter * 3 - 2 <= found.day.month
    return quarter_timing(found.day.year - (not begun), quarter, Basis.REPORT_DAY)


def a_half(found: Found) -> Timing | None:
    """Read "the first half of 2022"."""
    half, year = found.number("ord") or 2, year_of(found)
    if year is None or half not in {1, 2} or (found.has("relative") and found.code("unit") != "Y"):
        return None
    return half_timing(year, half, basis_of(found))


RULES = (
    Rule("year", f"{MOD} FISCAL? {YEAR}", a_year),
    Rule("the-year", f"{MOD} (?:THE FISCAL?|FISCAL) (?P<unit>UNIT) {YEAR}", lambda found: a_year(found) if found.code("unit") == "Y" else None),
    Rule("years", "(?P<year>YEAR) (?:DASH|SLASH) (?P<year2>YEAR|NUM)", some_years),
    Rule("spoken-year", f"(?:{MONTH})? (?P<century>NUM) (?P<rest>NUM (?:DASH? NUM)?)", a_spoken_year),
    Rule("round-year", "THE (?P<unit>UNIT) (?P<thousand>NUM SCALE (?:AND? NUM)?)", a_round_year),
    Rule("decade", f"{MOD} THE? {MOD} (?:(?:NUM DASH?)? (?P<tens>TENS)|(?P<decade>DECADE))", a_decade),
    Rule("century", "THE? MOD? DASH? (?P<ord>ORD) DASH? (?P<unit>UNIT)", a_century),
    Rule("season", f"(?:EARLIER|LATER)? {MOD} (?:(?P<step>LAST|THIS|NEXT|PAST|COMING)|(?P<the>THE))? (?P<season>SEASON) (?:OF? {RELATIVE_OR_YEAR})?", a_season),
    Rule("quarter", f"(?:THE|{RELATIVE_YEAR} POSS)? FISCAL? (?P<ord>ORD) DASH? FISCAL? DASH? (?P<quarter>UNIT) (?:(?:OF|IN)? FISCAL? {YEAR})?", a_quarter),
    Rule("year-quarter", f"THE? FISCAL? {YEAR} FISCAL? (?P<ord>ORD) DASH? (?P<quarter>UNIT)", a_quarter),
    Rule("quarter-of", f"THE? FISCAL? (?P<ord>ORD) DASH? (?P<quarter>UNIT) OF {RELATIVE_YEAR}", a_quarter),
    Rule("half", f"THE? (?:(?P<ord>ORD)|LAST) HALF OF {RELATIVE_OR_YEAR}", a_half),
)  # fmt: skip
