"""What makes the type of an act more exact: its parties and the words beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from rashomon.lexicon.tables import Tables


@dataclass(frozen=True)
class FrameRow:
    """One frame: the types it may sharpen, what it asks of doer, target and words, and the type it gives."""

    to: str
    types: list[str]
    doer: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ActFrames:
    """All frames in the order in which they are tried, and the sets of words they ask for."""

    TABLE: ClassVar[str] = "en/actframes.yaml"
    signs: dict[str, list[str]]
    frames: list[FrameRow]


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame made ready: ``signs`` and ``without`` as the words themselves."""

    to: str
    doer: tuple[str, ...]
    target: tuple[str, ...]
    signs: frozenset[str]
    without: frozenset[str]


def frames_of(tables: Tables) -> dict[str, tuple[Frame, ...]]:
    """Return the frames by the type they may sharpen, in order; built once per set of tables."""
    return tables.made("act frames", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> dict[str, tuple[Frame, ...]]:
    table = tables.of(ActFrames)
    found: dict[str, list[Frame]] = {}
    for row in table.frames:
        signs, without = (
            frozenset(word for name in names for word in table.signs[name]) for names in (row.signs, row.without)
        )
        for kind in row.types:
            found.setdefault(kind, []).append(Frame(row.to, tuple(row.doer), tuple(row.target), signs, without))
    return {kind: tuple(frames) for kind, frames in found.items()}
