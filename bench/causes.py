"""What goes wrong with a count: missed, or found with one field wrong or several; and what false claims stand on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from cases import Case

FIELDS = {
    "interval": "only the interval wrong",
    "group": "only the group wrong",
    "root": "only the speaker wrong",
    "layer": "only the layer wrong",
    "polarity": "only the polarity wrong",
    "scope": "only the scope wrong",
    "modality": "only the modality wrong",
}
Span = tuple[int, int]


def outcomes(cases: Sequence[Case]) -> Counter[str]:
    """Return how many counts of the gold came out how; every one is counted once."""
    claimed = spans(cases, "claim")
    return Counter(outcome(case, claimed) for case in cases if case.gold)


def outcome(case: Case, claimed: dict[str, list[Span]]) -> str:
    """Return what became of a count of the gold."""
    if case.claim is None:
        met = meets(case, span_of(case, "gold"), claimed)
        return "the number taken for another measure" if met else "missed"
    wrong = [field for field, right in case.right.items() if not right]
    if not wrong:
        return "all right"
    return FIELDS[wrong[0]] if len(wrong) == 1 else "several fields wrong"


def false_claims(cases: Sequence[Case]) -> Counter[str]:
    """Return how many claims meet no gold, by what they stand on."""
    annotated = spans(cases, "gold")
    return Counter(
        "a number that counts something else"
        if meets(case, span_of(case, "claim"), annotated)
        else "a number that counts nobody, by the annotators"
        for case in cases
        if case.gold is None
    )


def spans(cases: Iterable[Case], side: str) -> dict[str, list[Span]]:
    """Return the numbers of one side, gold or claim, by report."""
    found: dict[str, list[Span]] = defaultdict(list)
    for case in cases:
        if getattr(case, side):
            found[case.place.report["id"]].append(span_of(case, side))
    return found


def span_of(case: Case, side: str) -> Span:
    """Return where the number of one side stands in the report."""
    claim = case.claim or {}
    row = case.gold or {} if side == "gold" else claim.get("number_span") or claim["span"]
    return row["start"], row["end"]


def meets(case: Case, span: Span, others: dict[str, list[Span]]) -> bool:
    """Say whether a number of the same report overlaps this one."""
    return any(start < span[1] and span[0] < end for start, end in others.get(case.place.report["id"], ()))
