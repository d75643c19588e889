"""The picture of the acts: one below the other, days across, with the days of the reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.interface.dossier.pictures.draw import Picture, Spec, picture
from rashomon.interface.dossier.pictures.fit import fit
from rashomon.interface.dossier.pictures.vega import chart, line, shape, text
from rashomon.interface.dossier.timeline.axis import Axis, axis_of, instant
from rashomon.interface.dossier.timeline.row import CONTROL, FIGHT, OTHER, Moment
from rashomon.interface.words import time_words
from rashomon.model import TimeSpan, Verdict

MOST = 25
"""So many acts the picture shows; all are in the table."""
SHAPES = {FIGHT: "diamond", CONTROL: "square", OTHER: "circle"}
INKS = {
    Verdict.DISPUTED: "disputed", Verdict.UPDATED: "updated", Verdict.COMPATIBLE: "compatible", Verdict.AGREE: "agree",
    Verdict.SINGLE_SOURCE: "single", Verdict.NOT_COMPARABLE: "other",
}  # fmt: skip
LETTER, LETTERS_HIGH, TICK_ROOM = 13, 15, 62
THICK = 7
Letters = Mapping[date, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand, in pixels: the plot from ``start`` to ``end``, rows ``high``, the name of an act ``above`` its bar or left of it.

    ``name_room`` is how wide a name may be, ``verdict_x`` where the verdict ends or begins (``verdict_align``).
    """

    width: int
    start: int
    end: int
    high: int
    above: int
    name_room: int
    verdict_x: int
    verdict_align: str


WIDE = Layout(870, 305, 730, 26, 0, 262, 752, "left")
NARROW = Layout(324, 24, 300, 42, 18, 186, 324, "right")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The picture, None where there is nothing to draw; how many acts it leaves to the table; whether one reaches ``beyond`` its days."""

    picture: Picture | None = None
    left_out: int = 0
    beyond: bool = False


def picture_of(moments: Sequence[Moment], report_days: Letters, when: TimeSpan | None) -> Drawn:
    """Return the picture of dated acts; ``when`` is the time of the happening."""
    shown = most_told(moments)
    axis = axis_of(shown, report_days, when)
    if not shown or axis is None:
        return Drawn()
    wide, narrow = (spec_of(shown, report_days, axis, layout) for layout in (WIDE, NARROW))
    label = f"Acts in order of time, {axis.title}; the table below has the same in words"
    beyond = any(day and not axis.holds(day) for one in shown for day in (one.earliest, one.latest))
    return Drawn(picture(wide, narrow, label, name="timeline"), len(moments) - len(shown), beyond)


def most_told(moments: Sequence[Moment]) -> list[Moment]:
    """Return the acts that most reports and roots tell, in order of time."""
    ranked = sorted(
        range(len(moments)), key=lambda i: (-moments[i].reports, -len(moments[i].tellers), -moments[i].claims, i)
    )
    return [moments[i] for i in sorted(ranked[:MOST])]


def spec_of(moments: Sequence[Moment], report_days: Letters, axis: Axis, layout: Layout) -> Spec:
    """Return the specification of one drawing."""
    columns = letter_columns(report_days, axis, layout)
    lines = max((len(rows) for _, rows in columns), default=0)
    head = lines * LETTERS_HIGH + 30
    bottom = head + len(moments) * layout.high
    middles = [head + (place + 0.5) * layout.high for place in range(len(moments))]
    marks = [*days_named(axis, layout, head), *letters(columns, head)]
    for top, end in stretches(middles, layout):
        marks += [line(at(day), top, at(day), end) for day in named_days(axis, layout)]
        marks += [line(at(day), top, at(day), end, ink="quiet", dash=[1, 4]) for day in report_days if axis.holds(day)]
    for moment, middle in zip(moments, middles, strict=True):
        marks += row(moment, axis, layout, middle)
    return chart(layout.width, bottom + 4, marks, scales=[axis.scale(layout.start, layout.end)])


def at(day: date) -> dict[str, object]:
    """Return where a day is."""
    return {"scale": "day", "value": instant(day)}


def stretches(middles: Sequence[float], layout: Layout) -> list[tuple[float, float]]:
    """Return from where to where the lines of the days run: through all rows, or where names stand above, below each name."""
    if not layout.above:
        return [(middles[0] - layout.high / 2, middles[-1] + layout.high / 2)]
    return [(middle, middle + layout.above) for middle in middles]


def named_days(axis: Axis, layout: Layout) -> list[date]:
    """Return the days that the axis names."""
    return axis.ticks(max((layout.end - layout.start) // TICK_ROOM, 2))


def days_named(axis: Axis, layout: Layout, head: float) -> list[Spec]:
    """Return the names of the days over the rows."""
    return [
        text(axis.tick_words(day), at(day), head - 10, ink="quiet", align="center") for day in named_days(axis, layout)
    ]


def pixel(day: date, axis: Axis, layout: Layout) -> float:
    """Return where a day is, in pixels, to know what stands close to what."""
    if axis.days == 1:
        return (layout.start + layout.end) / 2
    return layout.start + (layout.end - layout.start) * (day - axis.first).days / (axis.days - 1)


def letter_columns(report_days: Letters, axis: Axis, layout: Layout) -> list[tuple[date, list[list[str]]]]:
    """Return the reports' letters over their days, in as many lines as the days beside them leave room for; close days share a place."""
    groups = close_days([day for day in sorted(report_days) if axis.holds(day)], axis, layout)
    days = [group[len(group) // 2] for group in groups]
    places = [pixel(day, axis, layout) for day in days]
    found = []
    for i, (day, group) in enumerate(zip(days, groups, strict=True)):
        gaps = [abs(places[j] - places[i]) for j in (i - 1, i + 1) if 0 <= j < len(days)]
        edge = 2 * min(places[i], layout.width - places[i])
        each = max(int(min([*gaps, edge]) // LETTER), 1)
        mine = [letter for one in group for letter in report_days[one]]
        found.append((day, [mine[k : k + each] for k in range(0, len(mine), each)]))
    return found


def close_days(days: Sequence[date], axis: Axis, layout: Layout) -> list[list[date]]:
    """Return days in groups, so that the letters of two groups have room beside each other."""
    groups: list[list[date]] = []
    for day in days:
        if groups and pixel(day, axis, layout) - pixel(groups[-1][-1], axis, layout) < LETTER:
            groups[-1].append(day)
        else:
            groups.append([day])
    return groups


def letters(columns: Sequence[tuple[date, list[list[str]]]], head: float) -> list[Spec]:
    """Return the letters of the reports over their days, each a link to its report."""
    found: list[Spec] = []
    for day, rows in columns:
        for up, row_ in enumerate(reversed(rows)):
            for k, letter in enumerate(row_):
                x = {**at(day), "offset": (k - (len(row_) - 1) / 2) * LETTER}
                found.append(
                    text(letter, x, head - 27 - up * LETTERS_HIGH, align="center", bold=True, href=f"#report-{letter}")
                )
    return found


def row(moment: Moment, axis: Axis, layout: Layout, middle: float) -> list[Spec]:
    """Return one act: its sign and name, its time, its verdict."""
    ink = INKS[moment.verdict] if moment.verdict else "quiet"
    name_y, time_y = middle - layout.above / 2, middle + layout.above / 2
    href = f"#{moment.finding_id}" if moment.finding_id else ""
    found = [
        shape(SHAPES[moment.kind], 9, name_y, ink="quiet", size=60, hollow=moment.kind == CONTROL),
        text(fit(moment.label, layout.name_room), 22, name_y, href=href),
    ]
    if moment.verdict:
        words = f"{moment.symbol} {moment.words}"
        found.append(text(words, layout.verdict_x, name_y, ink=ink, align=layout.verdict_align, bold=True))
    return [*found, *time_marks(moment, axis, ink, time_y)]


def time_marks(moment: Moment, axis: Axis, ink: str, y: float) -> list[Spec]:
    """Return the mark of one day, or a bar from the earliest day to the latest, with an arrow for an end that is open or off the axis."""
    first, last = moment.earliest, moment.latest
    if first and first == last and axis.holds(first):
        return [shape(SHAPES[moment.kind], at(first), y, ink=ink, size=90, hollow=moment.kind == CONTROL)]
    left, right = end_of(first, axis, start=True), end_of(last, axis, start=False)
    found = [line(at(left), y, at(right), y, ink=ink, width=THICK, faint=True)] if left < right else []
    found += [stop(at(day), y, ink) for day, edge in ((first, left), (last, right)) if day == edge]
    if first is None or first < axis.first:
        found += arrow(moment, axis, left, y, left=True)
    if last is None or last > axis.last:
        found += arrow(moment, axis, right, y, left=False)
    return found


def end_of(day: date | None, axis: Axis, *, start: bool) -> date:
    """Return where a bar begins or ends on the axis."""
    if day is None:
        return axis.first if start else axis.last
    return min(max(day, axis.first), axis.last)


def stop(x: dict[str, object], y: float, ink: str) -> Spec:
    """Return the end of a bar: a day that a report gives."""
    return line(x, y - 7, x, y + 7, ink=ink, width=2)


def arrow(moment: Moment, axis: Axis, edge: date, y: float, *, left: bool) -> list[Spec]:
    """Return an arrow at the edge: hollow for an end that nobody gives, filled for a day beyond the axis, named if all of the act is."""
    ink = INKS[moment.verdict] if moment.verdict else "quiet"
    day, way = (moment.earliest, -1) if left else (moment.latest, 1)
    head = shape(
        f"triangle-{'left' if left else 'right'}",
        {**at(edge), "offset": 9 * way},
        y,
        ink=ink,
        size=70,
        hollow=day is None,
    )
    other = moment.latest if left else moment.earliest
    if other is None or axis.first <= other <= axis.last or (other > axis.last) == left:
        return [head]
    words = time_words(TimeSpan(moment.earliest, moment.latest))
    return [head, text(words, {**at(edge), "offset": -4 * way}, y, ink="quiet", align="left" if left else "right")]
