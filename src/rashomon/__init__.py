"""Rashomon: many reports of one event in, one sourced record out.

Four verbs, each made of the ones before it:

- :func:`load`: files in, reports out;
- :func:`read`: a report in, a reading out: its claims, mentions and notes;
- :func:`group`: reports in, events out;
- :func:`reconcile`: an event in, its record out;

and :func:`compare`, which does all of them for reports that tell one event::

    import rashomon

    record = rashomon.compare(["post.txt", "tribune.html"])
    for finding in record.findings:
        print(finding.question.label, finding.verdict, finding.why)

Nothing heavy is loaded before a verb is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.errors import (
        EmptyInput,
        GazetteerError,
        InputError,
        JudgementError,
        NotText,
        ParserError,
        QuestionError,
        RashomonError,
        StoreError,
        TableError,
        TooLarge,
    )
    from rashomon.lexicon.gazetteer import Gazetteer
    from rashomon.lexicon.tables import Tables, load_tables
    from rashomon.model import (
        Account,
        Act,
        Added,
        Attribution,
        Change,
        Claim,
        Decision,
        Difference,
        Entry,
        Estimate,
        Event,
        Evidence,
        Figure,
        Finding,
        Group,
        Hit,
        Judgement,
        Link,
        Mention,
        Move,
        Note,
        Omission,
        Place,
        Position,
        Quantity,
        Question,
        Reading,
        Record,
        Rejected,
        Report,
        Reread,
        SeriesPoint,
        SharedText,
        Shift,
        Span,
        Tally,
        TimelineEntry,
        TimeSpan,
        Value,
        Verdict,
        Verified,
        Wording,
        Zone,
    )
    from rashomon.pipeline import Loaded, compare, group, load, read, reconcile
    from rashomon.pipeline.living import Store, StoreReader

    __version__: str

__all__ = [
    "Account", "Act", "Added", "Attribution", "Change", "Claim", "Decision", "Difference", "EmptyInput", "Entry", "Estimate", "Event",
    "Evidence", "Figure", "Finding", "Gazetteer", "GazetteerError", "Group", "Hit", "InputError", "Judgement", "JudgementError",
    "Link", "Loaded", "Mention", "Move", "NotText", "Note", "Omission", "ParserError", "Place", "Position", "Quantity",
    "Question", "QuestionError", "RashomonError", "Reading", "Record", "Rejected", "Report", "Reread", "SeriesPoint",
    "SharedText", "Shift", "Span", "Store", "StoreError", "StoreReader", "TableError", "Tables", "Tally", "TimeSpan",
    "TimelineEntry", "TooLarge", "Value", "Verdict", "Verified", "Wording", "Zone", "__version__", "compare", "group", "load",
    "load_tables", "read", "reconcile",
]  # fmt: skip

_ROOMS = ("errors", "model", "lexicon.tables", "lexicon.gazetteer", "pipeline", "pipeline.living")
"""Where the names live, the quickest to load first."""


def __getattr__(name: str) -> object:
    """Return a name of the face, loading the room it lives in on first use."""
    if name == "__version__":
        from rashomon.pipeline import version

        return version()
    for room in _ROOMS if name in __all__ else ():
        found = getattr(import_module(f"rashomon.{room}"), name, None)
        if found is not None:
            globals()[name] = found
            return found
    raise AttributeError(f"module 'rashomon' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    """Return the names of the face."""
    return list(__all__)


class _Face(ModuleType):
    """The package's module: a verb of the face stays the verb when the room of the same name (``reconcile``) is loaded."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in __all__):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
