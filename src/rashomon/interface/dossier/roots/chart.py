"""The picture of the roots: outlets on the left, those who pass words on between, who said it first on the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.interface.dossier.pictures.draw import Picture, Spec, picture
from rashomon.interface.dossier.pictures.fit import fit
from rashomon.interface.dossier.pictures.theme import colour
from rashomon.interface.dossier.pictures.vega import chart, line, mark, shape, text
from rashomon.interface.dossier.roots.graph import Edge, Graph, Node, graph_of
from rashomon.interface.dossier.roots.paths import NOBODY, Path
from rashomon.interface.dossier.roots.places import Plan, Spot, plan_of
from rashomon.interface.dossier.roots.rows import OFFICIAL, PARTY, PERSON, PRESS, UNNAMED, WATCHER, Root
from rashomon.interface.plain import count_of

MOST_ROOTS, MOST_OUTLETS = 24, 24
SHAPES = {
    PARTY: "diamond", OFFICIAL: "square", WATCHER: "triangle-up", PRESS: "circle", UNNAMED: "circle",
    PERSON: "triangle-down", "": "cross",
}  # fmt: skip
LINE, HEAD = 15, 26
DROPPED, DISTANT = [6, 4], [2, 2]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand, in pixels: outlets' names end at ``left``, roots' begin at ``right``, the columns between share the middle.

    ``between_room`` is how wide a name in the middle may be, ``deepest`` how many columns the middle has at most.
    """

    width: int
    left: int
    right: int
    between_room: int
    deepest: int

    def x(self, column: int, columns: int) -> float:
        """Return where the bars of a column stand."""
        return self.left + 8 + (self.right - self.left - 16) * column / (columns - 1)


WIDE = Layout(920, 230, 650, 150, 2)
NARROW = Layout(340, 92, 208, 80, 1)


@dataclass(frozen=True)
class Scene:
    """What a drawing needs beside its graph: the roots by name, each outlet's letters, and how many claims it makes itself."""

    roots: Mapping[str, Root]
    letters: Mapping[str, tuple[str, ...]]
    own: Mapping[str, int]
    layout: Layout


def picture_of(roots: Sequence[Root], paths: Sequence[Path]) -> tuple[Picture | None, int]:
    """Return the picture of the ways to the most used roots, and how many roots it leaves to the table; None where no way leaves an outlet."""
    sourced = {path.root for path in paths if not path.own}
    wanted = [root for root in roots if root.name in sourced]
    shown = {root.name: root for root in wanted[:MOST_ROOTS]}
    kept = within_outlets([path for path in paths if path.own or path.root in shown])
    if not any(not path.own for path in kept):
        return None, 0
    letters: dict[str, tuple[str, ...]] = {}
    for path in kept:
        letters[path.outlet] = tuple(dict.fromkeys((*letters.get(path.outlet, ()), path.mark)))
    own = Counter(path.outlet for path in kept if path.own)
    wide, narrow = (spec_of(kept, Scene(shown, letters, own, layout)) for layout in (WIDE, NARROW))
    label = (
        f"Who the reports have their claims from: {count_of(len(letters), 'outlet')} and "
        f"{count_of(len(shown), 'root')}; the table below has the same in words"
    )
    return picture(wide, narrow, label, name="roots"), len(wanted) - len(shown)


def within_outlets(paths: Sequence[Path]) -> list[Path]:
    """Return the paths of the outlets that carry most claims, the outlets in the order of their reports."""
    carried = Counter(path.outlet for path in paths)
    most = {outlet for outlet, _ in carried.most_common(MOST_OUTLETS)}
    return sorted((path for path in paths if path.outlet in most), key=lambda path: (len(path.mark), path.mark))


def spec_of(paths: Sequence[Path], scene: Scene) -> Spec:
    """Return the specification of one drawing."""
    graph = graph_of(paths, deepest=scene.layout.deepest)
    plan = plan_of(graph, lambda node: room_of(node, graph, scene), head=HEAD)
    width = len(graph.columns)
    marks = [links(), *heads(width, scene.layout)]
    for node, spot in plan.spots.items():
        if not node.past:
            marks += words_of(node, spot, scene.layout.x(node.column, width), graph, scene)
    return chart(scene.layout.width, plan.height + 4, marks, data=[strips(plan, width, scene)])


def room_of(node: Node, graph: Graph, scene: Scene) -> float:
    """Return how high the words of a node are."""
    if node.past:
        return 0
    two = node.column == len(graph.columns) - 1 or node.column > 0 or scene.own[node.name] > 0
    return 2 * LINE + 4 if two else LINE + 6


def strips(plan: Plan, columns: int, scene: Scene) -> Spec:
    """Return the links as data, their curves made by the library."""
    x = [scene.layout.x(column, columns) for column in range(columns)]
    values = [
        {
            "sx": x[one.edge.start.column], "sy": one.y, "tx": x[one.edge.end.column], "ty": one.y2, "width": one.width,
            "ink": colour(ink_of(one.edge, scene)), "dash": dash_of(one.edge), "opacity": 0.9 if one.edge.dropped else 0.4,
        }
        for one in sorted(plan.strips, key=lambda one: (one.edge.dropped, -one.width, one.edge.start, one.edge.end))
    ]  # fmt: skip
    curve = {
        "type": "linkpath", "orient": "horizontal", "shape": "diagonal",
        "sourceX": "sx", "sourceY": "sy", "targetX": "tx", "targetY": "ty",
    }  # fmt: skip
    return {"name": "links", "values": values, "transform": [curve]}


def links() -> Spec:
    """Return the mark that draws the links."""
    channels = {"path": "path", "stroke": "ink", "strokeWidth": "width", "strokeDash": "dash", "strokeOpacity": "opacity"}
    made = mark("path", **{channel: {"field": name} for channel, name in channels.items()})
    return {**made, "from": {"data": "links"}}


def ink_of(edge: Edge, scene: Scene) -> str:
    """Return the colour of a link: what leads to a party stands out."""
    root = scene.roots.get(edge.end.name)
    return "ink" if edge.dropped else "other" if root and root.party else "single"


def dash_of(edge: Edge) -> list[int]:
    """Return the dash of a link."""
    return DROPPED if edge.dropped else DISTANT if edge.far else [1, 0]


def heads(columns: int, layout: Layout) -> list[Spec]:
    """Return the names of the columns."""
    first = text("Outlet", layout.x(0, columns) - 8, 8, ink="quiet", align="right")
    last = text("Said first by", layout.x(columns - 1, columns) + 8, 8, ink="quiet")
    if columns == 2:
        return [first, last]
    middle = (layout.x(1, columns) + layout.x(columns - 2, columns)) / 2
    return [first, text("passed on by", middle, 8, ink="quiet", align="center"), last]


def words_of(node: Node, spot: Spot, x: float, graph: Graph, scene: Scene) -> list[Spec]:
    """Return a node's bar and words."""
    bar = line(x, spot.top, x, max(spot.bottom, spot.top + 3), ink="quiet", width=4)
    if node.column == 0:
        return [bar, *outlet_words(node, spot, x - 8, scene)]
    if node.column == len(graph.columns) - 1:
        return [bar, *root_words(node, spot, x + 8, scene)]
    return [bar, *between_words(node, spot, x, scene)]


def outlet_words(node: Node, spot: Spot, x: float, scene: Scene) -> list[Spec]:
    """Return an outlet's letters and name, right up to its bar, and how many claims it makes in its own voice."""
    letters, own = scene.letters[node.name], scene.own[node.name]
    y = spot.y - LINE / 2 if own else spot.y
    shown = letters[:3]
    room = x - 16 * len(shown) - 6
    found = [text(fit(node.name, room), x - 16 * len(shown), y, align="right")]
    for place, letter in enumerate(reversed(shown)):
        found.append(text(letter, x - 16 * place, y, align="right", bold=True, href=f"#report-{letter}"))
    if own:
        said = f"own voice: {own}" if scene.layout is NARROW else f"own voice: {count_of(own, 'claim')}"
        found += [
            text(said, x - 16, spot.y + LINE / 2, ink="quiet", align="right"),
            shape("circle", x - 6, spot.y + LINE / 2, ink="single", size=50, hollow=True),
        ]
    return found


def root_words(node: Node, spot: Spot, x: float, scene: Scene) -> list[Spec]:
    """Return a root's sign, its name (a link to its first claim) and what it is."""
    root = scene.roots[node.name]
    kind = ", ".join(part for part in (root.kind, "a party" if root.party else "") if part)
    room = scene.layout.width - x - 18
    y = spot.y - LINE / 2 if kind else spot.y
    found = [
        shape(SHAPES[root.cls], x + 5, y, ink="other" if root.party else "quiet", size=60, hollow=root.cls == UNNAMED),
        text(fit(root.name, room), x + 16, y, href=f"#{root.first}" if root.first else "", bold=root.party),
    ]
    return [*found, text(fit(kind, room), x + 16, spot.y + LINE / 2, ink="quiet")] if kind else found


def between_words(node: Node, spot: Spot, x: float, scene: Scene) -> list[Spec]:
    """Return the name of one who passes words on, over its bar, clear of the links."""
    y = min(spot.top, spot.y) - LINE / 2 - 1
    words = fit(node.name, scene.layout.between_room)
    return [mark("text", x=x, y=y, text=words, align="center", baseline="middle", fontSize=12, stroke=colour("paper"), strokeWidth=4),
            text(words, x, y, align="center")]  # fmt: skip


__all__ = ["NOBODY", "Layout", "pairwise", "picture_of"]
