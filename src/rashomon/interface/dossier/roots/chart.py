"""The picture of the roots: outlets on the left, those who pass words on between, who said it first on the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.interface.dossier.pictures.draw import Picture, Spec, picture
from rashomon.interface.dossier.pictures.fit import fit, fit_lines
from rashomon.interface.dossier.pictures.theme import colour
from rashomon.interface.dossier.pictures.vega import chart, line, mark, shape, text
from rashomon.interface.dossier.roots.graph import Edge, Graph, Node, graph_of
from rashomon.interface.dossier.roots.paths import Path
from rashomon.interface.dossier.roots.places import Plan, Spot, plan_of
from rashomon.interface.dossier.roots.rows import OFFICIAL, PARTY, PERSON, PRESS, UNNAMED, WATCHER, Root

MOST_ROOTS, MOST_OUTLETS = 24, 24
SHAPES = {
    PARTY: "diamond", OFFICIAL: "square", WATCHER: "triangle-up", PRESS: "circle", UNNAMED: "circle",
    PERSON: "triangle-down", "": "cross",
}  # fmt: skip
LINE, HEAD = 15, 26
DROPPED, DISTANT = [6, 4], [2, 2]
DASHED = {False: "plain", True: "dashed"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand, in pixels: outlets' names end at ``left``, roots' begin at ``right``, the columns between share the middle.

    ``between_room`` is how wide a name in the middle may be, ``deepest`` how many columns the middle has at most.
    ``tight`` leaves the kind of a root to its sign where its name takes two lines.
    """

    width: int
    left: int
    right: int
    between_room: int
    deepest: int
    tight: bool = False

    def x(self, column: int, columns: int) -> float:
        """Return where the bars of a column stand."""
        return self.left + 8 + (self.right - self.left - 16) * column / (columns - 1)


WIDE = Layout(870, 220, 610, 170, 2)
NARROW = Layout(324, 88, 184, 84, 1, tight=True)


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
    label = "From whom the reports have their claims; the table below has the same in words"
    return picture(wide, narrow, label, name="roots"), len(wanted) - len(shown)


def within_outlets(paths: Sequence[Path]) -> list[Path]:
    """Return the paths of the outlets that carry most claims, the outlets in the order of their reports."""
    carried = Counter(path.outlet for path in paths)
    most = {outlet for outlet, _ in carried.most_common(MOST_OUTLETS)}
    return sorted((path for path in paths if path.outlet in most), key=lambda path: (len(path.mark), path.mark))


def spec_of(paths: Sequence[Path], scene: Scene) -> Spec:
    """Return the specification of one drawing."""
    graph = graph_of(paths, deepest=scene.layout.deepest)
    plan = plan_of(graph, lambda node: room_of(node, scene), head=HEAD)
    width = len(graph.columns)
    marks = [*links(), *heads(width, scene.layout)]
    for node, spot in plan.spots.items():
        if not node.past:
            marks += words_of(node, spot, scene.layout.x(node.column, width), graph, scene)
    return chart(scene.layout.width, plan.height + 4, marks, data=strips(plan, width, scene))


def room_of(node: Node, scene: Scene) -> float:
    """Return how high the words of a node are."""
    if node.past:
        return 0
    if node.column:
        return 2 * LINE + 4
    lines = 1 + scene.layout.tight + bool(scene.own[node.name])
    return lines * LINE + 6


def strips(plan: Plan, columns: int, scene: Scene) -> list[Spec]:
    """Return the links as data, the plain and the dashed ones; their curves are made by the library."""
    x = [scene.layout.x(column, columns) for column in range(columns)]
    rows: dict[bool, list[Spec]] = {False: [], True: []}
    for one in sorted(plan.strips, key=lambda one: (one.edge.dropped, -one.width, one.edge.start, one.edge.end)):
        edge = one.edge
        row = {
            "sx": x[edge.start.column], "sy": one.y, "tx": x[edge.end.column], "ty": one.y2, "width": one.width,
            "ink": colour(ink_of(edge, scene)), "opacity": 0.9 if edge.dropped else 0.4,
        }  # fmt: skip
        dash = {"dash": DROPPED if edge.dropped else DISTANT} if edge.dropped or edge.far else {}
        rows[bool(dash)].append(row | dash)
    curve = {
        "type": "linkpath", "orient": "horizontal", "shape": "diagonal",
        "sourceX": "sx", "sourceY": "sy", "targetX": "tx", "targetY": "ty",
    }  # fmt: skip
    return [{"name": DASHED[dashed], "values": values, "transform": [curve]} for dashed, values in rows.items()]


def links() -> list[Spec]:
    """Return the marks that draw the links."""
    look = {"path": "path", "stroke": "ink", "strokeWidth": "width", "strokeOpacity": "opacity"}
    return [
        mark("path", **{channel: {"field": name} for channel, name in fields.items()}) | {"from": {"data": data}}
        for data, fields in ((DASHED[False], look), (DASHED[True], {**look, "strokeDash": "dash"}))
    ]


def ink_of(edge: Edge, scene: Scene) -> str:
    """Return the colour of a link: what leads to a party stands out."""
    root = scene.roots.get(edge.end.name)
    return "ink" if edge.dropped else "other" if root and root.party else "single"


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
    letters, own = scene.letters[node.name][:3], scene.own[node.name]
    names = name_lines(node.name, x - 16 * len(letters) - 6, scene)
    y = spot.y - LINE * (len(names) - 1 + bool(own)) / 2
    edge = x - 16 * len(letters)
    found = [text(name, edge, y + LINE * place, align="right") for place, name in enumerate(names)]
    for place, letter in enumerate(reversed(letters)):
        found.append(text(letter, x - 16 * place, y, align="right", bold=True, href=f"#report-{letter}"))
    if own:
        y += LINE * len(names)
        found += [
            text("own voice", x - 16, y, ink="quiet", align="right"),
            shape("circle", x - 6, y, ink="single", size=50, hollow=True),
        ]
    return found


def name_lines(name: str, room: float, scene: Scene, *, bold: bool = False) -> list[str]:
    """Return a name in the lines it is drawn in: one, and on a narrow drawing two if it needs them."""
    if not scene.layout.tight:
        return [fit(name, room, bold=bold)]
    return [part for part in fit_lines(name, room, bold=bold) if part]


def root_words(node: Node, spot: Spot, x: float, scene: Scene) -> list[Spec]:
    """Return a root's sign, its name (a link to its first claim) and what it is."""
    root = scene.roots[node.name]
    room, kind = scene.layout.width - x - 18, kind_words(root)
    names = name_lines(root.name, room, scene, bold=root.party)
    y = spot.y - LINE / 2 if kind or len(names) > 1 else spot.y
    href = f"#{root.claim_id}" if root.claim_id else ""
    ink = "other" if root.party else "quiet"
    found = [shape(SHAPES[root.cls], x + 5, y, ink=ink, size=60, hollow=root.cls == UNNAMED)]
    found += [text(name, x + 16, y + LINE * k, href=href, bold=root.party) for k, name in enumerate(names)]
    if kind and len(names) == 1:
        found.append(text(fit(kind, room), x + 16, y + LINE, ink="quiet"))
    return found


def kind_words(root: Root) -> str:
    """Return what a root is: ``rebel group, a party``."""
    return ", ".join(part for part in (root.kind, "a party" if root.party else "") if part)


def between_words(node: Node, spot: Spot, x: float, scene: Scene) -> list[Spec]:
    """Return the name of one who passes words on, over its bar, clear of the links."""
    y = min(spot.top, spot.y) - LINE / 2 - 1
    return [text(fit(node.name, scene.layout.between_room), x, y, align="center")]
