"""Say which places of a report's names lie near each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.extract.places.names import Candidate
from rashomon.lexicon.gazetteer import GazetteerEntry

SMALL = frozenset({"city", "town", "village", "district", "neighbourhood"})
"""Levels of places with a point that says where they are."""
HEIGHT, WIDTH = 0.4, 0.5
"""Degrees: the sides of a cell; places of one cell and of the eight around it are near each other."""
TELLING = 10
"""A name with places in more cells than this tells less about each of them."""
LARGE = 1.0
"""What a country or a province is given for the names inside it."""
ENOUGH = 2.0
"""Names near a place from which more of them add nothing."""

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """In which cells each name has a place, and how many names have one in each cell, common names counting less."""

    spread: Mapping[str, frozenset[Cell]]
    names: Mapping[Cell, float]

    @classmethod
    def of(cls, candidates: Iterable[Candidate]) -> Surroundings:
        """Lay out the names of a report; a name that comes twice counts once."""
        entries = {candidate.key: candidate.entries for candidate in candidates}
        spread = {key: frozenset(map(cell_of, small(entries[key]))) for key in sorted(entries)}
        names: dict[Cell, float] = {}
        for cells in spread.values():
            for cell in cells:
                names[cell] = names.get(cell, 0.0) + weight(cells)
        return cls(spread, names)

    def support(self, key: str, entry: GazetteerEntry) -> float:
        """Return from 0 to 1 how well a report's other names fit one place of a name: "Athens" beside "Henderson County"."""
        if entry.level not in SMALL:
            return LARGE
        own = self.spread.get(key, frozenset())
        names, share = self.names, weight(own)
        others = sum([names.get(cell, 0.0) - (share if cell in own else 0.0) for cell in around(entry)])
        return min(1.0, others / ENOUGH)


def small(entries: Iterable[GazetteerEntry]) -> Iterator[GazetteerEntry]:
    """Yield the places that are small enough for their point to say where they are."""
    return (entry for entry in entries if entry.level in SMALL)


def weight(cells: frozenset[Cell]) -> float:
    """Return how much a name with places in so many cells tells about each of them."""
    return min(1.0, TELLING / len(cells)) if cells else 0.0


def cell_of(entry: GazetteerEntry) -> Cell:
    """Return the cell a place lies in."""
    return int(entry.lat // HEIGHT), int(entry.lon // WIDTH)


def around(entry: GazetteerEntry) -> list[Cell]:
    """Return a place's cell and the eight around it."""
    row, column = cell_of(entry)
    return [(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)]
