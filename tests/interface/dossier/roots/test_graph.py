"""The graph of the ways, and where it stands."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.interface.dossier.roots.graph import Graph, Node, graph_of
from rashomon.interface.dossier.roots.paths import Between, Path
from rashomon.interface.dossier.roots.places import GAP, Spot, plan_of
from rashomon.model import ClaimId, Stance

HEAD = 20


def path(
    outlet: str,
    root: str,
    *between: str,
    claim: str = "c-1",
    stance: Stance | None = None,
    dropped: bool = False,
    own: bool = False,
) -> Path:
    """A way of one claim."""
    return Path(
        outlet,
        outlet[0],
        tuple(Between(name, "agency") for name in between),
        root,
        ClaimId(claim),
        stance,
        own,
        dropped,
    )


def names(graph: Graph) -> list[list[str]]:
    """The names in each column, gaps left out."""
    return [[node.name for node in column if not node.past] for column in graph.columns]


def test_the_columns_are_outlets_those_between_and_roots() -> None:
    graph = graph_of([path("A", "Reed", "AFN"), path("B", "Reed", claim="c-2")], deepest=2)
    assert names(graph) == [["A", "B"], ["AFN"], ["Reed"]]
    assert [node.past != "" for node in graph.columns[1]].count(True) == 1


def test_nobody_between_is_two_columns() -> None:
    graph = graph_of([path("A", "Reed")], deepest=2)
    assert names(graph) == [["A"], ["Reed"]]


def test_a_link_counts_its_claims_once() -> None:
    graph = graph_of([path("A", "Reed"), path("A", "Reed", claim="c-2"), path("A", "Reed")], deepest=2)
    assert [edge.claims for edge in graph.edges] == [2]


def test_a_link_is_distant_where_all_its_claims_are() -> None:
    far = path("A", "Reed", stance=Stance.CLAIMED)
    near = path("A", "Reed", claim="c-2", stance=Stance.SAID)
    assert [edge.far for edge in graph_of([far], deepest=2).edges] == [True]
    assert [edge.far for edge in graph_of([far, near], deepest=2).edges] == [False]


def test_a_dropped_attribution_is_a_link_of_its_own() -> None:
    graph = graph_of([path("A", "Reed"), path("A", "Reed", claim="c-2", dropped=True)], deepest=2)
    assert sorted(edge.dropped for edge in graph.edges) == [False, True]


def test_own_voice_is_no_link_and_its_outlet_stays() -> None:
    graph = graph_of([path("A", "A", own=True), path("B", "Reed", claim="c-2")], deepest=2)
    assert names(graph) == [["A", "B"], ["Reed"]]
    assert len(graph.edges) == 1


def test_a_long_way_is_drawn_by_its_first_and_last() -> None:
    long = path("A", "Reed", "one", "two", "three", "four")
    assert names(graph_of([long], deepest=2)) == [["A"], ["one"], ["four"], ["Reed"]]
    assert names(graph_of([long], deepest=1)) == [["A"], ["four"], ["Reed"]]


def test_roots_stand_by_the_outlets_that_name_them() -> None:
    ways = [path("A", "Zed"), path("B", "Mid", claim="c-2"), path("C", "Abe", claim="c-3")]
    assert names(graph_of(ways, deepest=2))[1] == ["Zed", "Mid", "Abe"]


WAYS = st.lists(
    st.builds(
        lambda outlet, root, between, claim, dropped: path(outlet, root, *between, claim=f"c-{claim}", dropped=dropped),
        st.sampled_from("ABCDEF"), st.sampled_from(["Reed", "Ford", "Moss", "AFN"]),
        st.lists(st.sampled_from(["AFN", "Wire", "Desk"]), max_size=3, unique=True), st.integers(0, 30), st.booleans(),
    ),
    min_size=1, max_size=25,
)  # fmt: skip


def high(node: Node) -> float:
    """How much room words take in this test."""
    return 0.0 if node.past else 30.0


def need_of(node: Node, spot: Spot) -> float:
    """How much room a node takes."""
    return max(high(node), spot.bottom - spot.top) + GAP


@given(WAYS, st.integers(1, 2))
def test_nothing_stands_on_anything_else_or_outside(ways: list[Path], deepest: int) -> None:
    graph = graph_of(ways, deepest=deepest)
    plan = plan_of(graph, high, head=HEAD)
    for column in graph.columns:
        spots = sorted((plan.spots[node].y, need_of(node, plan.spots[node])) for node in column)
        edges = [(y - need / 2, y + need / 2) for y, need in spots]
        assert edges[0][0] >= HEAD - 0.01
        assert edges[-1][1] <= plan.height + 0.01
        assert all(first[1] <= second[0] + 0.01 for first, second in pairwise(edges))


@given(WAYS)
def test_links_hang_on_the_bars_of_their_nodes(ways: list[Path]) -> None:
    graph = graph_of(ways, deepest=2)
    plan = plan_of(graph, high, head=HEAD)
    assert {strip.edge for strip in plan.strips} == set(graph.edges)
    for strip in plan.strips:
        start, end = plan.spots[strip.edge.start], plan.spots[strip.edge.end]
        assert start.top - 0.01 <= strip.y - strip.width / 2 <= strip.y + strip.width / 2 <= start.bottom + 0.01
        assert end.top - 0.01 <= strip.y2 - strip.width / 2 <= strip.y2 + strip.width / 2 <= end.bottom + 0.01


@given(WAYS)
def test_a_claim_goes_all_the_way(ways: list[Path]) -> None:
    graph = graph_of(ways, deepest=2)
    for node in {node for column in graph.columns[1:-1] for node in column}:
        into = sum(edge.claims for edge in graph.edges if edge.end == node)
        out = sum(edge.claims for edge in graph.edges if edge.start == node)
        assert into
        assert out
