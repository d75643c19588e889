"""The floors that the gate holds: read from ``floors.toml``, checked, raised and written back."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

PARTS = ("whole", "fast")
SLACK = {"whole": 0.3, "fast": 1.0}
"""Points by which a new floor lies below what was reached; in the fast part a single claim weighs more."""
HEAD = """\
# The floors of the quality gate: `make bench` holds the part "whole", `make gate` and the checks hold the part "fast".
# asked: what the project set itself. data: the digest of reports and gold that a section's figures are of.
# A floor is what was reached, less the section's slack. `bench/gate.py --raise` lifts floors and adds sections, and never
# lowers one. To lower a floor, change it by hand and say why in the same line: lowered = "..."; the gate prints it.
"""


@dataclass(frozen=True, slots=True)
class Floor:
    """One figure's floor: what was reached, below what it must not fall, and why it was lowered, if it was."""

    reached: float
    floor: float
    lowered: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """The floors of one benchmark on the data of one digest."""

    data: str
    slack: float
    floors: Mapping[str, Floor]

    def raised(self, metrics: Mapping[str, float]) -> Section:
        """Return the section with each floor lifted where the figure allows it."""
        return replace(
            self, floors={name: lifted(floor, metrics.get(name), self.slack) for name, floor in self.floors.items()}
        )


@dataclass(frozen=True, slots=True)
class Book:
    """All sections by part and benchmark, and what is asked of each benchmark's figures."""

    asked: Mapping[str, Mapping[str, float]]
    sections: Mapping[tuple[str, str], Section]

    def having(self, part: str, name: str, section: Section) -> Book:
        """Return the book with this section in its place."""
        return replace(self, sections={**self.sections, (part, name): section})


def lifted(floor: Floor, now: float | None, slack: float) -> Floor:
    """Return the floor, or a higher one; a floor that was lowered keeps its reason until the old figure is reached again.

    >>> lifted(Floor(80.0, 79.7), 84.26, 0.3)
    Floor(reached=84.2, floor=83.9, lowered=None)
    """
    if now is None or below(now, slack) <= floor.floor:
        return floor
    again = tenth(now) >= floor.reached
    return Floor(max(tenth(now), floor.reached), below(now, slack), None if again else floor.lowered)


def fresh(data: str, metrics: Mapping[str, float], names: Iterable[str], slack: float) -> Section:
    """Return a first section: a floor for each of these figures that was measured."""
    return Section(
        data,
        slack,
        {name: Floor(tenth(metrics[name]), below(metrics[name], slack)) for name in names if name in metrics},
    )


def tenth(value: float) -> float:
    """Return a figure cut to one decimal, so that no floor lies above what was reached."""
    return int(value * 10 + 1e-6) / 10


def below(now: float, slack: float) -> float:
    """Return the floor that a figure gives."""
    return max(0.0, round(tenth(now) - slack, 1))


def load(path: Path) -> Book:
    """Return the book of a file, an empty one where there is none; ValueError says what is wrong in it."""
    rows = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    if strange := set(rows) - {"asked", *PARTS}:
        raise ValueError(f"{path.name}: unknown tables {sorted(strange)}; there are asked, {', '.join(PARTS)}")
    sections = {
        (part, name): section_of(f"{part}.{name}", row) for part in PARTS for name, row in rows.get(part, {}).items()
    }
    return Book(rows.get("asked", {}), sections)


def section_of(name: str, row: Mapping[str, Any]) -> Section:
    """Return one section; a floor below what was reached, less the slack, has to say why."""
    try:
        floors = {figure: Floor(**entry) for figure, entry in row["floors"].items()}
        section = Section(row["data"], row["slack"], floors)
    except (KeyError, TypeError) as problem:
        raise ValueError(
            f"{name}: a section has data, slack and floors, a floor has reached and floor: {problem}"
        ) from None
    for figure, floor in floors.items():
        if floor.floor < below(floor.reached, section.slack) and not (floor.lowered or "").strip():
            raise ValueError(
                f"{name} {figure}: its floor {floor.floor:.1f} lies more than {section.slack:g} below the {floor.reached:.1f} "
                'that was reached; put the floor back, or say why in the same line: lowered = "..."'
            )
    return section


def text_of(book: Book) -> str:
    """Return the book as a file that ``load`` reads back."""
    blocks = [HEAD]
    for name, asked in sorted(book.asked.items()):
        blocks.append(f"[asked.{key(name)}]\n" + "".join(f"{key(k)} = {v:g}\n" for k, v in asked.items()))
    for (part, name), section in sorted(book.sections.items(), key=lambda item: (PARTS.index(item[0][0]), item[0][1])):
        head = f"[{part}.{key(name)}]\ndata = {json.dumps(section.data)}\nslack = {section.slack:g}\n"
        lines = "".join(f"floors.{key(figure)} = {line_of(floor)}\n" for figure, floor in section.floors.items())
        blocks.append(head + lines)
    return "\n".join(blocks)


def line_of(floor: Floor) -> str:
    """Return a floor as an inline table."""
    why = f", lowered = {json.dumps(floor.lowered, ensure_ascii=False)}" if floor.lowered else ""
    return f"{{reached = {floor.reached:.1f}, floor = {floor.floor:.1f}{why}}}"


def key(name: str) -> str:
    """Return a TOML key, quoted where it has to be."""
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else json.dumps(name)
