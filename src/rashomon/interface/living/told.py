"""Moves, verdicts and moments in words."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.interface.plain import clean
from rashomon.interface.words import SYMBOLS, WEIGHT, short_day, value_words, verdict_words
from rashomon.model import UNATTRIBUTED, Move, Verdict

ARROW = "→"


def verdict_line(before: Verdict | None, after: Verdict | None) -> str:
    """Return how a verdict changed: ``○ single source → ↻ updated``; ``new: ○ single source``; ``no longer asked``."""
    if after is None:
        return "no longer asked"
    if before is None:
        return f"new: {marked(after)}"
    return marked(after) if before is after else f"{marked(before)} {ARROW} {marked(after)}"


def marked(verdict: Verdict) -> str:
    """Return a verdict with its mark."""
    return f"{SYMBOLS[verdict]} {verdict_words(verdict)}"


def move_line(move: Move) -> str:
    """Return one root's answer before and after: ``Harbour hospital: 17 or more → 24, as of Wed 13 Mar``."""
    root = "nobody named" if move.root == UNATTRIBUTED else clean(move.root)
    remarks = [words for words, so in (("a party", move.party), ("derived sum", move.derived)) if so]
    remarks += [f"likely {clean(move.likely_root)}"] if move.likely_root else []
    who = f"{root} ({', '.join(remarks)})" if remarks else root
    when = f", as of {short_day(move.as_of)}" if move.as_of else ""
    after = clean(value_words(move.after)) if move.after else ""
    before = clean(value_words(move.before)) if move.before else ""
    if not after:
        return f"{who}: no longer {before}"
    return f"{who}: {before} {ARROW} {after}{when}" if before else f"{who}: {after}{when}"


def verdict_marks(verdicts: Mapping[Verdict, int]) -> str:
    """Return how many findings have which verdict: ``1 ✕  3 ↻  4 ●``."""
    return "  ".join(f"{verdicts[verdict]} {SYMBOLS[verdict]}" for verdict in WEIGHT if verdicts.get(verdict))


def moment_words(at: str) -> str:
    """Return a moment of the log to the minute: ``2024-03-12 08:30``."""
    return at[:16].replace("T", " ")
