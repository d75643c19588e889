"""A dot chart as a plain SVG: a row each, what is found and what is right in every field; no script, no font of its own."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tally import Tally

LINE, TOP, LEFT, WIDTH, RIGHT = 22, 66, 252, 400, 64
FOUND, RIGHT_COLOUR, INK, FAINT = "#1f5fa8", "#c2571a", "#222222", "#d5d8dc"


def chart(title: str, rows: Sequence[Tally]) -> str:
    """Return the picture of some rows; those without cases are left out."""
    rows = [row for row in rows if row.cases]
    height = TOP + LINE * len(rows) + 34
    width = LEFT + WIDTH + RIGHT
    label = f"{title}: share of counts found and share with every field right, row by row"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"',
        f'role="img" aria-label="{escape(label)}" font-family="system-ui, sans-serif">',
        f'<rect width="{width}" height="{height}" rx="6" fill="#ffffff"/>',
        text(14, 22, title, weight="600", size=14),
        *legend(),
        *grid(height),
    ]
    for number, row in enumerate(rows):
        parts += line(row, TOP + LINE * number + LINE // 2 + 4)
    return "\n".join([*parts, "</svg>", ""])


def x(value: float) -> float:
    """Return where a share stands."""
    return round(LEFT + WIDTH * value / 100, 1)


def text(left: float, top: float, words: str, *, anchor: str = "start", weight: str = "400", size: int = 12) -> str:
    """Return words at a place."""
    return f'<text x="{left}" y="{top}" text-anchor="{anchor}" font-weight="{weight}" font-size="{size}" fill="{INK}">{escape(words)}</text>'


def legend() -> list[str]:
    """Return the two marks with their meanings, above the scale."""
    return [
        dot(x(0) + 4, 36),
        text(x(0) + 14, 40, "found (bar: 95 of 100 samples)"),
        diamond(x(0) + 236, 36),
        text(x(0) + 247, 40, "every field right"),
    ]


def grid(height: int) -> list[str]:
    """Return the lines and numbers of the scale."""
    found = []
    for value in range(0, 101, 20):
        found.append(f'<line x1="{x(value)}" x2="{x(value)}" y1="{TOP - 6}" y2="{height - 26}" stroke="{FAINT}"/>')
        found.append(text(x(value), height - 10, f"{value}%", anchor="middle", size=11))
    return [*found, text(LEFT + WIDTH + RIGHT - 8, TOP - 10, "cases", anchor="end", size=11)]


def line(row: Tally, top: int) -> list[str]:
    """Return one row: its name, the two marks, the margin of the first, the number of cases."""
    low, high = row.margin
    return [
        f"<g><title>{escape(row.name)}: {row.found or 0:.0f}% found, {row.all_right or 0:.0f}% with every field right, {row.cases} cases</title>",
        text(LEFT - 10, top + 4, row.name, anchor="end"),
        f'<line x1="{x(0)}" x2="{x(100)}" y1="{top}" y2="{top}" stroke="{FAINT}" stroke-dasharray="1 3"/>',
        f'<line x1="{x(low)}" x2="{x(high)}" y1="{top}" y2="{top}" stroke="{FOUND}" stroke-opacity="0.35" stroke-width="6"/>',
        dot(x(row.found or 0), top),
        diamond(x(row.all_right or 0), top),
        text(LEFT + WIDTH + RIGHT - 8, top + 4, str(row.cases), anchor="end", size=11),
        "</g>",
    ]


def dot(left: float, top: float) -> str:
    """Return the mark of what is found."""
    return f'<circle cx="{left}" cy="{top}" r="5" fill="{FOUND}"/>'


def diamond(left: float, top: float) -> str:
    """Return the mark of what is right in every field."""
    return f'<path d="M{left} {top - 6} l6 6 l-6 6 l-6 -6 z" fill="#ffffff" stroke="{RIGHT_COLOUR}" stroke-width="2"/>'
