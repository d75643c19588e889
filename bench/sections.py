"""The nouns of the error page: a way of telling a count, and a table of several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cases import Case

Test = Callable[[Case], bool]
REST = "anything else"
"""The row of an exclusive table for what no other fits."""


@dataclass(frozen=True)
class Construction:
    """A way of telling a count: its name, an example of our own with the number in asterisks, and its test."""

    name: str
    example: str
    holds: Test


@dataclass(frozen=True)
class Section:
    """A table of the page; where it is ``exclusive``, a case falls under the first row that holds."""

    short: str
    title: str
    about: str
    rows: tuple[Construction, ...]
    exclusive: bool = True

    def rows_of(self, case: Case) -> list[str]:
        """Return the names of the rows that a case falls under."""
        found = [row.name for row in self.rows if row.holds(case)]
        return found[:1] if self.exclusive else found
