"""The marks of a Vega specification, each made by one function; places are pixels from the upper left corner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rashomon.interface.dossier.pictures.draw import Spec
from rashomon.interface.dossier.pictures.theme import SMALL, colour

Channel = float | Mapping[str, Any]
"""A place in pixels, or a value of a scale: ``{"scale": "x", "value": 1710201600000}``."""


def chart(width: float, height: float, marks: Sequence[Spec], **more: Any) -> Spec:
    """Return a specification of the marks, drawn in their order; ``more`` are its scales, axes and data."""
    schema = "https://vega.github.io/schema/vega/v5.json"
    return {
        "$schema": schema,
        "width": width,
        "height": height,
        "autosize": "none",
        "padding": 0,
        "marks": list(marks),
        **more,
    }


def text(
    words: str, x: Channel, y: float, *, ink: str = "ink", align: str = "left", href: str = "", bold: bool = False
) -> Spec:
    """Return words with their middle at the height ``y``; ``href`` is a fragment of the page (``#c-0123456789ab``)."""
    link = {"href": href} if href else {}
    look = {"fill": colour(ink), "fontWeight": "bold" if bold else "normal", "fontSize": SMALL, **link}
    return mark("text", x=x, y=y, text=words, align=align, baseline="middle", **look)


def shape(kind: str, x: Channel, y: float, *, ink: str, size: int = 80, hollow: bool = False) -> Spec:
    """Return a symbol of a kind that Vega knows (``diamond``, ``triangle-right``); ``size`` is its area in square pixels."""
    paint = {"fill": colour("card" if hollow else ink), "stroke": colour(ink), "strokeWidth": 1.6}
    return mark("symbol", x=x, y=y, shape=kind, size=size, **paint)


def line(
    x: Channel,
    y: float,
    x2: Channel,
    y2: float,
    *,
    ink: str = "line",
    width: float = 1,
    dash: Sequence[float] | None = None,
    faint: bool = False,
) -> Spec:
    """Return a straight line."""
    look = {"strokeDash": list(dash)} if dash else {}
    opacity = 0.45 if faint else 1
    return mark("rule", x=x, y=y, x2=x2, y2=y2, stroke=colour(ink), strokeWidth=width, strokeOpacity=opacity, **look)


def mark(kind: str, **channels: Any) -> Spec:
    """Return a mark with its channels as they stand."""
    return {"type": kind, "encode": {"update": {name: channel(value) for name, value in channels.items()}}}


def channel(value: Any) -> Mapping[str, Any]:
    """Return a channel of the specification."""
    return value if isinstance(value, Mapping) else {"value": value}
