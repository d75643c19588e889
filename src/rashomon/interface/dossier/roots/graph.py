"""The ways of the claims as a graph in columns: outlets, those in between, roots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rashomon.interface.dossier.roots.paths import Between, Path
from rashomon.model import ClaimId, Stance

FAR = frozenset({Stance.CLAIMED, Stance.REPORTEDLY})
"""Stances by which an outlet keeps its distance."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A place in a column, 0 the outlets: somebody by ``name``, or, with ``past`` set, the gap through which a link passes by."""

    column: int
    name: str
    kind: str = ""
    past: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A link to the next column: how many ``claims`` go along it; ``dropped`` and ``far`` (all its claims at a distance) set its dash."""

    start: Node
    end: Node
    claims: int
    dropped: bool
    far: bool


@dataclass(frozen=True)
class Graph:
    """Columns of nodes in the order to draw them, and the links between neighbouring columns."""

    columns: tuple[tuple[Node, ...], ...]
    edges: tuple[Edge, ...]


@dataclass
class Bundle:
    """The claims on one link, while it is put together."""

    claims: set[ClaimId] = field(default_factory=set)
    far: bool = True


def graph_of(paths: Sequence[Path], *, deepest: int) -> Graph:
    """Return the graph of paths that leave their outlet; of those in between at most ``deepest`` are drawn."""
    ways = [(path, drawn(path.between, deepest)) for path in paths if not path.own]
    deep = max((len(between) for _, between in ways), default=0)
    bundles: dict[tuple[Node, Node, bool], Bundle] = defaultdict(Bundle)
    for path, between in ways:
        stops = stops_of(path, between, deep)
        for start, end in pairwise(stops):
            bundle = bundles[start, end, path.dropped]
            bundle.claims.add(path.claim)
            bundle.far = bundle.far and path.stance in FAR
    edges = [Edge(start, end, len(b.claims), dropped, b.far) for (start, end, dropped), b in bundles.items()]
    outlets = dict.fromkeys(Node(0, path.outlet) for path in paths)
    return Graph(ordered(list(outlets), edges, deep + 2), tuple(edges))


def drawn(between: tuple[Between, ...], deepest: int) -> tuple[Between, ...]:
    """Return whom to draw of those in between: the last before the root, and as far as there is room the nearest to the outlet."""
    return between if len(between) <= deepest else (*between[: deepest - 1], between[-1])


def stops_of(path: Path, between: Sequence[Between], deep: int) -> list[Node]:
    """Return a path's nodes, a gap in each column where it passes nobody."""
    stops = [Node(0, path.outlet), *(Node(i + 1, one.name, one.kind) for i, one in enumerate(between))]
    last = stops[-1].name
    gaps = [Node(column, path.root, past=f"{last} {path.dropped}") for column in range(len(stops), deep + 1)]
    return [*stops, *gaps, Node(deep + 1, path.root)]


def ordered(outlets: Sequence[Node], edges: Sequence[Edge], width: int) -> tuple[tuple[Node, ...], ...]:
    """Return the columns so ordered that few links cross: outlets as they come, any other node at the mean place of what leads to it."""
    columns = [tuple(outlets)]
    sources: dict[Node, list[tuple[Node, int]]] = defaultdict(list)
    for edge in edges:
        sources[edge.end].append((edge.start, edge.claims))
    places = {node: float(place) for place, node in enumerate(outlets)}
    for column in range(1, width):
        nodes = sorted(node for node in sources if node.column == column)
        places |= {node: mean([(places[other], claims) for other, claims in sources[node]]) for node in nodes}
        columns.append(tuple(sorted(nodes, key=lambda node: (round(places[node], 6), node))))
    return tuple(columns)


def mean(weighted: Sequence[tuple[float, float]]) -> float:
    """Return the mean of values with their weights; there is at least one.

    >>> mean([(1.0, 3), (5.0, 1)])
    2.0
    """
    return sum(value * weight for value, weight in weighted) / sum(weight for _, weight in weighted)
