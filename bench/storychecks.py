"""What a story expects, held against what the program tells: each expectation by its name, with what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rashomon.model import TOTAL, Finding, Position, Value

if TYPE_CHECKING:
    from stories import Told

Row = dict[str, Any]
Check = tuple[str, str | None]
NUMBER = re.compile(r"(?P<low>\d+)?(?P<range>\.\.)?(?P<high>\d+)?")


def checks(expected: Row, told: Told) -> Iterator[Check]:
    """Yield each expectation's name, and what is wrong or None."""
    events = expected["events"]
    yield from grouping(events, told)
    for row in expected.get("findings", ()):
        yield from finding_checks(row, row.get("of") or events[0], told)
    for pair in expected.get("copies", ()):
        yield f"copies: {', '.join(pair)}", copied(pair, told)
    for row in expected.get("never", ()):
        yield f"never: {row['ask']} {row['value']}", never(row, row.get("of") or events[0], told)
    for code in expected.get("notes", ()):
        record = told.record_of(events[0])
        yield f"note: {code}", None if any(note.code == code for note in record.notes) else "no such note"


def grouping(events: Sequence[Sequence[str]], told: Told) -> Iterator[Check]:
    """Yield for each expected event whether these reports, and no others, are together."""
    made = [told.names(event.report_ids) for event in told.events]
    for event in events:
        wanted = tuple(name for name in told.reports if name in event)
        yield f"event: {', '.join(wanted)}", None if wanted in made else f"the events are {made}"


def finding_checks(row: Row, names: Sequence[str], told: Told) -> Iterator[Check]:
    """Yield what is expected of one finding: verdict, roots, each position, and that there are no others."""
    finding = asked(row["ask"], told.record_of(names).findings)
    ask = f"{row['ask']} [{', '.join(row['of'])}]" if "of" in row else row["ask"]
    if "verdict" in row:
        allowed = row["verdict"] if isinstance(row["verdict"], list) else [row["verdict"]]
        yield f"{ask}: verdict", unlike(finding, finding and finding.verdict.value, allowed)
    if "roots" in row:
        yield f"{ask}: roots", unlike(finding, finding and finding.independent_roots, [row["roots"]])
    if "why" in row:
        missing = finding is None or row["why"] not in f"{finding.why} {' '.join(finding.open)}"
        yield f"{ask}: why", f"it says: {finding and finding.why}" if missing else None
    left = list(finding.positions) if finding else []
    for position in row.get("positions", ()):
        yield f"{ask}: {position['value']} of {position.get('root', 'anybody')}", take(position, left, told)
    if "positions" in row:
        yield f"{ask}: nothing else", "; ".join(shown(position) for position in left) or None


def asked(ask: str, findings: Sequence[Finding]) -> Finding | None:
    """Return the finding on a question of the whole event: the one with most claims where several are asked in the same words.

    "killed, civilians" is a measure and a group, "who holds Orsk" a label, "bombing" an act. "a | b" is either.
    """
    for words in ask.split(" | "):
        fits = [finding for finding in findings if is_asked(words, finding)]
        if fits:
            return max(fits, key=lambda one: sum(len(position.claims) for position in one.positions))
    return None


def is_asked(words: str, finding: Finding) -> bool:
    """Say whether a finding is on the question in these words."""
    question = finding.question
    measure, _, group = words.partition(", ")
    if question.kind == "count":
        held = {(question.group or TOTAL).id.casefold(), (question.group or TOTAL).label.casefold()}
        return question.scope == "event" and question.measure == measure and group.casefold() in held
    return question.label.casefold().startswith(words.casefold()) or question.act == words


def unlike(finding: Finding | None, found: object, allowed: Sequence[object]) -> str | None:
    """Return what is wrong with a value of a finding."""
    if finding is None:
        return "there is no such finding"
    return None if found in allowed else f"is {found}, not {' or '.join(map(str, allowed))} ({finding.why})"


def take(row: Row, left: list[Position], told: Told) -> str | None:
    """Take the position that is as expected out of those left; return what is wrong where there is none."""
    for position in left:
        if not misfit(row, position, told):
            left.remove(position)
            return None
    near = min(left, key=lambda position: len(misfit(row, position, told)), default=None)
    return f"not among {'; '.join(shown(position) for position in left)}" if near else "there is no position left"


def misfit(row: Row, position: Position, told: Told) -> list[str]:
    """Return the fields of a position that are not as expected."""
    tests = {
        "value": lambda wanted: is_value(wanted, position.value),
        "root": lambda wanted: is_name(wanted, position.root),
        "likely": lambda wanted: position.likely_root is not None and is_name(wanted, position.likely_root),
        "reports": lambda wanted: set(told.names(position.reports)) == set(wanted),
        "series": lambda wanted: [written(point.value) for point in position.series] == [str(one) for one in wanted],
        "party": lambda wanted: position.party is wanted,
        "derived": lambda wanted: position.derived is wanted,
    }
    wrong = [key for key, wanted in row.items() if not tests[key](wanted)]
    unwanted = [key for key, given in (("likely", position.likely_root), ("derived", position.derived)) if given]
    return wrong + [key for key in unwanted if key not in row]


def is_value(wanted: object, value: Value) -> bool:
    """Say whether a value is as written in the story: "17", "17..", "..40", "30..40", or words that stand in its label."""
    words = str(wanted)
    if value.low is None and value.high is None:
        return words.casefold() in value.label.casefold()
    match = NUMBER.fullmatch(words)
    return bool(match) and written(value) == words


def written(value: Value) -> str:
    """Return a value as a story writes it."""
    low, high = "" if value.low is None else value.low, "" if value.high is None else value.high
    return str(low) if low == high else f"{low}..{high}"


def is_name(wanted: str, name: str) -> bool:
    """Say whether a name is the wanted one, or one of the two is a short form of the other."""
    one, other = wanted.casefold(), name.casefold()
    return one in other or other in one


def shown(position: Position) -> str:
    """Return a position as a few words."""
    series = "".join(f" {written(point.value)}" for point in position.series)
    value = written(position.value) if position.value.low is not None or position.value.high is not None else ""
    extra = f" likely {position.likely_root}" if position.likely_root else " derived" if position.derived else ""
    return f"{value or position.value.label} of {position.root}{extra}{f' (series{series})' if series else ''}"


def copied(pair: Sequence[str], told: Told) -> str | None:
    """Return what is wrong where two reports should be found to share text."""
    ids = {told.reports[name].id for name in pair}
    shared = [one for record in told.records for one in record.shared if {one.first, one.second} == ids]
    return None if shared else "no shared text is found"


def never(row: Row, names: Sequence[str], told: Told) -> str | None:
    """Return where a value stands that should stand in no answer to this question of the whole event."""
    finding = asked(row["ask"], told.record_of(names).findings)
    values = [v for p in finding.positions for v in (p.value, *(s.value for s in p.series))] if finding else []
    return f"stands in {finding.question.label}" if finding and any(is_value(row["value"], v) for v in values) else None
