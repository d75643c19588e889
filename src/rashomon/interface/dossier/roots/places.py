"""Where the nodes of the graph stand, and where their links begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.interface.dossier.roots.graph import Edge, Graph, Node, mean

UNIT, LEAST, INK = 3.0, 1.6, 240
"""A claim is so many pixels wide, no link less than the second, and all links together no more than the third."""
GAP, TURNS = 4, 3


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
    """Return where everything stands; ``room`` is how high the words of a node are, ``head`` the space over the columns.

    Outlets and roots are spread evenly; those between stand as close as they can to the straight way of their links.
    """
    widths = widths_of(graph.edges)
    bars = {node: bar_of(node, graph.edges, widths) for column in graph.columns for node in column}
    needs = {node: max(bar, room(node)) + GAP for node, bar in bars.items()}
    height = max((sum(needs[node] for node in column) for column in graph.columns), default=0)
    middles = {**spread(graph.columns[0], needs, height), **spread(graph.columns[-1], needs, height)}
    for column in graph.columns[1:-1]:
        middles |= spread(column, needs, height)
    for _ in range(TURNS):
        for column in graph.columns[1:-1]:
            middles |= settled(wishes(column, graph.edges, middles), needs, height)
    spots = {node: Spot(head + y, head + y - bars[node] / 2, head + y + bars[node] / 2) for node, y in middles.items()}
    return Plan(head + height, spots, tuple(strips_of(graph.edges, spots, widths)))


def spread(column: Sequence[Node], needs: Mapping[Node, float], height: float) -> dict[Node, float]:
    """Return the middles of a column's nodes, spread evenly over the height."""
    spare = (height - sum(needs[node] for node in column)) / max(len(column), 1)
    found, top = {}, 0.0
    for node in column:
        found[node] = top + (needs[node] + spare) / 2
        top += needs[node] + spare
    return found


def wishes(column: Sequence[Node], edges: Sequence[Edge], middles: Mapping[Node, float]) -> dict[Node, float]:
    """Return where the nodes of a column would stand best: half way between what leads to them and what they lead to."""
    into: dict[Node, list[tuple[float, float]]] = defaultdict(list)
    out: dict[Node, list[tuple[float, float]]] = defaultdict(list)
    for edge in edges:
        into[edge.end].append((middles[edge.start], edge.claims))
        out[edge.start].append((middles[edge.end], edge.claims))
    return {node: (mean(into[node]) + mean(out[node])) / 2 for node in column}


def settled(wished: Mapping[Node, float], needs: Mapping[Node, float], height: float) -> dict[Node, float]:
    """Return places near the wished ones where no node stands on another, and none outside the height."""
    column = sorted(wished, key=lambda node: (round(wished[node], 3), node))
    found: dict[Node, float] = {}
    top = 0.0
    for node in column:
        found[node] = max(wished[node], top + needs[node] / 2)
        top = found[node] + needs[node] / 2
    bottom = height
    for node in reversed(column):
        found[node] = min(found[node], bottom - needs[node] / 2)
        bottom = found[node] - needs[node] / 2
    return found


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
