"""How measures and groups stand to each other: what only grows, what is a part of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from rashomon.lexicon.groups import GroupBook, group_book
from rashomon.lexicon.measures import Measures
from rashomon.lexicon.tables import Tables


@dataclass(frozen=True)
class OrderTable:
    """Which measures are asked as one, which are fixed, which groups are cut by age and sex or may be the same people, and which words revise a figure."""

    TABLE: ClassVar[str] = "orders.yaml"

    asked_as: dict[str, str] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    revision: tuple[str, ...] = ()
    provisional: tuple[str, ...] = ()
    risen: tuple[str, ...] = ()
    totalled: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    alike: tuple[frozenset[str], ...] = ()
    kindred: tuple[frozenset[str], ...] = ()
    overlapping: tuple[frozenset[str], ...] = ()
    everyone: frozenset[str] = frozenset()
    meant: Mapping[str, frozenset[str]] = field(default_factory=dict)
    staying: tuple[str, ...] = ()
    wards: tuple[str, ...] = ()
    hospitals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Orders:
    """The kinds of measures and the part-of order of groups (children < civilians < total)."""

    flows: frozenset[str]
    fixed: frozenset[str]
    asked_as: Mapping[str, str]
    groups: GroupBook
    people: frozenset[str]
    revision: tuple[str, ...] = ()
    provisional: tuple[str, ...] = ()
    risen: tuple[str, ...] = ()
    totalled: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    alike: tuple[frozenset[str], ...] = ()
    kindred: tuple[frozenset[str], ...] = ()
    overlapping: tuple[frozenset[str], ...] = ()
    everyone: frozenset[str] = frozenset()
    meant: Mapping[str, frozenset[str]] = field(default_factory=dict)
    staying: tuple[str, ...] = ()
    wards: tuple[str, ...] = ()
    hospitals: tuple[str, ...] = ()

    def measure(self, name: str) -> str:
        """Return the name under which a measure is asked: "captured" is asked as "detained"."""
        return self.asked_as.get(name, name)

    def grows(self, name: str) -> bool:
        """Say whether the measure only grows within one happening."""
        return name in self.flows and name not in self.fixed

    def moves(self, name: str) -> bool:
        """Say whether the measure rises and falls, so that another day may have another number."""
        return name not in self.flows and name not in self.fixed

    def all_of(self, name: str) -> frozenset[str]:
        """Return the groups that are all whom a measure counts, where nobody counts others."""
        return self.everyone | self.meant.get(name, frozenset())

    def contains(self, whole: str, part: str) -> bool:
        """Say whether ``part`` is a smaller group inside ``whole``."""
        return whole != part and whole in self.groups.whole_of(part)

    def apart(self, first: str, second: str) -> bool:
        """Say whether counts of the two groups may be added: neither holds the other, and both are cut the same way."""
        same_cut = (first in self.people) == (second in self.people)
        return first != second and same_cut and not (self.contains(first, second) or self.contains(second, first))

    def distinct(self, first: str, second: str) -> bool:
        """Say whether nobody belongs to both groups: a teenager may be a child in another report, a woman is no man."""
        return self.apart(first, second) and not any({first, second} <= both for both in self.alike)


def orders_of(tables: Tables) -> Orders:
    """Return the orders of these tables, built once."""
    return tables.made("orders", _build)  # type: ignore[no-any-return]


def _build(tables: Tables) -> Orders:
    table = tables.of(OrderTable)
    return Orders(
        tables.of(Measures).flows(),
        table.fixed,
        table.asked_as,
        group_book(tables),
        table.people,
        table.revision,
        table.provisional,
        table.risen,
        table.totalled,
        table.beside,
        table.alike,
        table.kindred,
        table.overlapping,
        table.everyone,
        table.meant,
        table.staying,
        table.wards,
        table.hospitals,
    )
