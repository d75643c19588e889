"""What the reader is given for each report of a benchmark, beyond the tables that ship: weights that never saw its source."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import engine

Row = dict[str, Any]
Options = dict[str, Any]
"""Keyword arguments of ``rashomon.read``."""
SettingsFor = Callable[[Row], Options]
"""From a report's row to the options it is read with."""

FOLDS = Path(__file__).resolve().parent.parent / "build" / "judge"
"""Where ``bench/train/judge.py`` puts the weights that leave out a fifth of the sources each."""

PARTS = 5
STANCES = "stances.json"
"""The sources that the judge of stances has learnt from, each of which ``bench/train/stances.py`` leaves out once."""


def as_shipped(row: Row) -> Options:
    """Return the options of a reader with the weights that ship, whatever they have seen: none."""
    del row
    return {}


def settings_for(row: Row) -> Options:
    """Return the options that one report is read with: weights that have learnt from no report of its source.

    What has learnt from reports must not be measured on reports, or on sources, that it has seen. SystemExit tells what
    to run where the weights are not there.
    """
    source = source_of(row)
    path = FOLDS / f"source-{fifth(source)}.npz"
    if not path.is_file():
        raise SystemExit(f"{path.name}: no weights that leave out sources; run bench/train/judge.py BENCH_DIR first")
    return {"tables": engine.tables().judged_by(path, stances=stances_for(source))}


def stances_for(source: str) -> Path | str:
    """Return the weights of the judge of stances that have not seen a source: the shipped ones where they never did."""
    if not (FOLDS / STANCES).is_file():
        raise SystemExit(f"{STANCES}: no weights that leave out sources; run bench/train/stances.py BENCH_DIR first")
    path = FOLDS / f"stances-{source}.bin"
    return path if path.is_file() else "shipped"


def source_of(row: Row) -> str:
    """Return the source of a report: the outlet under its usual name, or the report itself where none is given."""
    from rashomon.lexicon.actors import actor_book

    book, outlet = actor_book(engine.tables()), (row.get("outlet") or row["id"]).lower()
    hit = next((h for h in book.find(row.get("outlet") or "") if not h.actor.generic), None)
    return hit.actor.id if hit is not None else min(book.labelled(outlet), default=outlet)


def fifth(name: str) -> int:
    """Return which of the parts a source or an event belongs to; the same name, the same part."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % PARTS
