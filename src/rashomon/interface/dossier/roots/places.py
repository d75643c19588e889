"""Where the nodes of the graph stand, and where their links begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.interface.dossier.roots.graph import Edge, Graph, Node

UNIT, LEAST, INK = 3.0, 1.6, 240
"""A claim is so many pixels wide, no link less than the second, and all links together no more than the third."""
GAP = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node stands: the middle of its words ``y``, and the bar its links hang on, from ``top`` to ``bottom``."""

    y: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A link as it is drawn: from where to where, how wide."""

    edge: Edge
    y: float
    y2: float
    width: float


@dataclass(frozen=True)
class Plan:
    """The drawing's height, where its nodes stand, and its links."""

    height: float
    spots: Mapping[Node, Spot]
    strips: tuple[Strip, ...]


def plan_of(graph: Graph, room: Callable[[Node], float], *, head: float) -> Plan:
    """Return where everything stands; ``room`` is how high the words of a node are, ``head`` the space over the columns."""
    widths = widths_of(graph.edges)
    bars = {node: bar_of(node, graph.edges, widths) for column in graph.columns for node in column}
    needs = [[max(bars[node], room(node)) + GAP for node in column] for column in graph.columns]
    height = max((sum(need) for need in needs), default=0)
    spots: dict[Node, Spot] = {}
    for column, need in zip(graph.columns, needs, strict=True):
        spare = (height - sum(need)) / max(len(need), 1)
        top = head
        for node, high in zip(column, need, strict=True):
            middle = top + (high + spare) / 2
            spots[node] = Spot(middle, middle - bars[node] / 2, middle + bars[node] / 2)
            top += high + spare
    return Plan(head + height, spots, tuple(strips_of(graph.edges, spots, widths)))


def widths_of(edges: Sequence[Edge]) -> dict[Edge, float]:
    """Return how wide each link is drawn: as its number of claims; a dropped attribution is a plain line."""
    unit = min(UNIT, INK / max(sum(edge.claims for edge in edges if edge.start.column == 0), 1))
    return {edge: LEAST if edge.dropped else max(edge.claims * unit, LEAST) for edge in edges}


def bar_of(node: Node, edges: Sequence[Edge], widths: Mapping[Edge, float]) -> float:
    """Return how high the bar of a node is: as much as the links on its fuller side."""
    into = sum(widths[edge] for edge in edges if edge.end == node)
    out = sum(widths[edge] for edge in edges if edge.start == node)
    return max(into, out)


def strips_of(edges: Sequence[Edge], spots: Mapping[Node, Spot], widths: Mapping[Edge, float]) -> list[Strip]:
    """Return the links, stacked at both ends in the order of what they lead to."""
    starts = stacked(edges, spots, widths, forward=True)
    ends = stacked(edges, spots, widths, forward=False)
    return [Strip(edge, starts[edge], ends[edge], widths[edge]) for edge in edges]


def stacked(
    edges: Sequence[Edge], spots: Mapping[Node, Spot], widths: Mapping[Edge, float], *, forward: bool
) -> dict[Edge, float]:
    """Return where each link is fixed to the bar of the node it begins at, or ends at."""
    by_node: dict[Node, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_node[edge.start if forward else edge.end].append(edge)
    found = {}
    for node, mine in by_node.items():
        mine.sort(key=lambda edge: (spots[edge.end if forward else edge.start].y, edge.dropped, edge.start, edge.end))
        y = spots[node].y - sum(widths[edge] for edge in mine) / 2
        for edge in mine:
            found[edge] = y + widths[edge] / 2
            y += widths[edge]
    return found
