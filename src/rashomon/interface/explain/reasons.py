"""Why a claim is read as it is, on whose word it was taken, and why it was set aside."""

from __future__ import annotations

from rashomon.interface.findings import Marks
from rashomon.interface.plain import clean
from rashomon.interface.words import interval_words
from rashomon.model import (
    TOTAL,
    Claim,
    Finding,
    Layer,
    Polarity,
    Position,
    Record,
    Report,
    Scope,
    Voice,
)

LAYERS = {
    Layer.BACKGROUND: "background: an earlier event, a standing fact or a sum over a longer time",
    Layer.RELATED: "beside the happening: another place or matter of the same days",
}
SCOPES = {
    "part: ": "a part of the event: it is compared with nothing but the same part",
    "beside the event's: ": "its report leads with another figure of the event: this one is taken for a part or another matter",
    "read with doubt: ": "the reader is not sure of it, and is sure of another figure on the same word",
    "before the event: ": "it speaks of days before the event",
    "another matter": "it counts another matter",
}


def reading_words(claim: Claim) -> str:
    """Return what a claim is read as, with the words it comes from where they are not the number itself.

    "17 or more, from “At least 17”"; an act is read as who did what to whom.
    """
    if claim.act is not None:
        parts = (claim.act.agent, claim.act.type, claim.act.patient)
        told = " · ".join(clean(part) for part in parts if part)
        return f"denied: {told}" if claim.polarity is Polarity.DENIED else told
    quantity = claim.quantity
    if quantity is None:
        return "no number"
    interval = interval_words(quantity.low, quantity.high)
    words = clean(quantity.words)
    source = "" if not words or words == interval else f", from “{words}”"
    how = {Scope.PART: "a part: ", Scope.INCREMENT: "in addition: "}.get(claim.scope, "")
    denied = "denied: " if claim.polarity is Polarity.DENIED else ""
    return f"{denied}{how}{interval}{source}{vague_words(claim)}"


def vague_words(claim: Claim) -> str:
    """Return that the bounds come from the table of vague words: "dozens" is 24 to 99."""
    quantity = claim.quantity
    if quantity is None or not quantity.words or any(letter.isdigit() for letter in quantity.words):
        return ""
    wide = quantity.low is not None and quantity.high is not None and quantity.high > quantity.low
    return " as the table of number words has it" if wide else ""


def settled_words(claim: Claim, position: Position, record: Record, marks: Marks) -> str:
    """Return how a claim's root was found: named, an outlet's own voice, a copy, a summary, or a dropped attribution."""
    own = claim.attribution.voice is Voice.OWN
    told = own_words(claim, position, record, marks) if own else named_words(claim, position)
    if position.derived:
        told = f"{told}; added up here, stated by nobody"
    if position.likely_root:
        told = f"{told}; {dropped_words(position, record)}"
    return told


def own_words(claim: Claim, position: Position, record: Record, marks: Marks) -> str:
    """Return how words that a report says in its own voice came to their root."""
    report = report_of(claim, record)
    if report is None or clean(position.root).casefold() == clean(report.name).casefold():
        return "no source is named"
    others = [other for other in record.reports if other.name == position.root and other.id != claim.report_id]
    if others and shares(claim, others[0], record):
        return f"a copy: the same words stand in {marks.of_report(others[0].id)}, which they are taken to come from"
    if others:
        return f"the same voice as {marks.of_report(others[0].id)}"
    return "the report's own sentence sums up what it lays to this root"


def shares(claim: Claim, other: Report, record: Record) -> bool:
    """Say whether a claim's words are among the text that two reports share."""
    return any({one.first, one.second} == {claim.report_id, other.id} for one in record.shared)


def named_words(claim: Claim, position: Position) -> str:
    """Return how a named source came to its root: by its name, or as another name or a voice of it."""
    said = claim.attribution
    if said.voice is Voice.UNATTRIBUTED and not said.chain:
        return "on nobody's word (“reportedly”)"
    root = clean(position.root).casefold()
    link = said.chain[-1] if said.chain else None
    cue = f" (“{clean(link.cue)}”)" if link and link.cue else ""
    outer = [clean(one.name) for one in reversed(said.chain[:-1])]
    via = "".join(f", by way of {name}" for name in outer if name.casefold() != root)
    same = clean(said.root).casefold() == root
    speaks = any(name.casefold() == root for name in outer)
    taken = "" if same else ", who speaks for it" if speaks else ", taken for this root"
    unsure = "; how far the attribution reaches is not sure" if said.ambiguous else ""
    name = "" if same else f" as {clean(said.root)}"
    return f"named{name}{cue}{via}{taken}{unsure}"


def dropped_words(position: Position, record: Record) -> str:
    """Return why a named root is taken to stand behind words that name none."""
    root = clean(position.likely_root or "")
    number = (position.value.low, position.value.high)
    for finding in record.findings:
        if position in finding.positions:
            mates = [one for one in finding.positions if clean(one.root) == root]
            numbers = {(v.low, v.high) for one in mates for v in (one.value, *(point.value for point in one.series))}
            if any(number[0] is not None and number[0] in bounds for bounds in numbers):
                return f"likely {root}, attribution dropped: it is a number of {root}"
    return f"likely {root}: the root that this report's own words rest on"


def aside_words(claim: Claim, finding: Finding | None) -> str:
    """Return why a claim was set aside; ``finding`` is the one it answers instead."""
    if claim.layer is not Layer.MAIN:
        return LAYERS[claim.layer]
    if not claim.modality.is_firm:
        return f"{claim.modality.value}, not stated"
    if claim.zone.is_furniture:
        return "it stands on what the page sets around the report"
    if claim.polarity is Polarity.UNKNOWN:
        return "it says that no number is given"
    if claim.polarity is Polarity.DENIED:
        return "it says that this number is wrong, and gives none"
    if finding is not None:
        return next(
            (why for start, why in SCOPES.items() if finding.question.scope.startswith(start)), another(finding)
        )
    return "it answers no question"


def another(finding: Finding) -> str:
    """Return that a claim answers another question."""
    return f"it answers another question: {clean(finding.question.label)}"


def asks_the_same(claim: Claim, finding: Finding, measures: frozenset[str | None]) -> bool:
    """Say whether a claim is of a finding's measure and group, or tells an act of its kind, whatever its scope."""
    if finding.question.kind == "count":
        group = (finding.question.group or TOTAL).id
        return claim.measure in measures and (claim.group or TOTAL).id == group
    return claim.act is not None and claim.act.type in measures


def report_of(claim: Claim, record: Record) -> Report | None:
    """Return the report of a claim."""
    return next((report for report in record.reports if report.id == claim.report_id), None)
