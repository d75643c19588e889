"""The colours and type of every picture: names in a specification, set by the page's style sheet, so that light, dark and print agree."""

from __future__ import annotations

from typing import Any

NAMES = (
    "ink", "quiet", "line", "paper", "card", "land", "water", "shade",
    "disputed", "updated", "compatible", "agree", "single", "other",
    "root-1", "root-2", "root-3", "root-4", "root-5", "root-6", "root-7", "root-8",
)  # fmt: skip
"""The custom properties of the style sheet that a picture may use: ``--ink``, ``--root-1`` ..."""
PLACEHOLDERS = {name: f"#0101{number + 16:02x}" for number, name in enumerate(NAMES)}
FONT = "Liberation Sans"
"""The face by which the library measures; the page shows its own face, which is about as wide."""
SMALL, NORMAL = 12, 13


def colour(name: str) -> str:
    """Return what stands for a colour of the style sheet in a specification; KeyError for one it does not have.

    >>> colour("ink")
    '#010110'
    """
    return PLACEHOLDERS[name]


def config() -> dict[str, Any]:
    """Return the configuration of a Vega-Lite chart: quiet axes, no frame, no background."""
    quiet, line, ink = colour("quiet"), colour("line"), colour("ink")
    axis = {
        "labelColor": quiet, "titleColor": quiet, "labelFontSize": SMALL, "titleFontSize": SMALL, "titleFontWeight": "normal",
        "gridColor": line, "domainColor": line, "tickColor": line, "labelLimit": 260,
    }  # fmt: skip
    return {
        "aria": False,
        "font": FONT,
        "background": None,
        "view": {"stroke": None},
        "axis": axis,
        "legend": {"labelColor": ink, "titleColor": quiet, "labelFontSize": SMALL, "titleFontSize": SMALL, "labelLimit": 320},
        "header": {"labelColor": ink, "titleColor": quiet, "labelFontSize": NORMAL},
        "text": {"color": ink, "fontSize": SMALL},
        "title": {"color": ink, "fontSize": NORMAL, "anchor": "start"},
    }  # fmt: skip
