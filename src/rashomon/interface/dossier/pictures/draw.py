"""Draw a Vega or Vega-Lite specification as SVG that may stand in the page: no style, no script, nothing loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from rashomon.interface.dossier.pictures.theme import FONT, PLACEHOLDERS, config

Spec = dict[str, Any]

SVG = "http://www.w3.org/2000/svg"
HREF = "{http://www.w3.org/1999/xlink}href"
TAGS = frozenset({"svg", "g", "path", "line", "text", "tspan", "rect", "circle", "a", "title", "defs", "clipPath"})
"""The elements that a chart is made of; no other reaches the page."""
ATTRIBUTES = frozenset({
    "width", "height", "viewBox", "transform", "d", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry",
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "opacity", "text-anchor", "font-size", "font-weight", "font-style", "clip-path", "id", "href",
})  # fmt: skip
IDLE = frozenset(
    {
        ("opacity", "1"),
        ("fill-opacity", "1"),
        ("stroke-opacity", "1"),
        ("font-weight", "normal"),
        ("transform", "translate(0,0)"),
    }
)
NUMBER = re.compile(r"-?\d+\.\d{2,}(?:e-\d+)?")
FRAGMENT = re.compile(r"#[A-Za-z][\w-]*\Z")
CLIP = re.compile(r"url\(#([\w-]+)\)\Z")
COLOURS = {placeholder: f"var(--{name})" for name, placeholder in PLACEHOLDERS.items()}


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing twice, as SVG text: ``wide`` for a page of 700 px and more, ``narrow`` for a phone; ``label`` says what it shows."""

    wide: str
    narrow: str
    label: str


def picture(spec: Spec, narrow: Spec, label: str, *, name: str) -> Picture:
    """Return the picture of two specifications; ``name`` keeps its ids apart from those of other pictures on the page."""
    return Picture(draw(spec, label, name=f"{name}-wide"), draw(narrow, label, name=f"{name}-narrow"), label)


def draw(spec: Spec, label: str, *, name: str) -> str:
    """Return a specification as SVG text with its colours left to the style sheet.

    A specification with a ``marks`` key is Vega, any other Vega-Lite. Nothing it names is ever loaded. ``href`` fields
    must be fragments of the page (``#c-0123456789ab``); any other address is dropped.
    """
    import vl_convert

    if "marks" in spec:
        drawn = vl_convert.vega_to_svg({**spec, "config": {**config(), **spec.get("config", {})}}, allowed_base_urls=[])
    else:
        drawn = vl_convert.vegalite_to_svg(
            {**spec, "config": {**config(), **spec.get("config", {})}}, allowed_base_urls=[]
        )
    return tidy(drawn, label, name)


def tidy(svg: str, label: str, name: str) -> str:
    """Return the drawing with only what it needs: known elements and attributes, colours by name, short numbers."""
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing, made a line above
    cleaned = kept(root, own_ids(root, name))
    if cleaned is None:
        return ""
    cleaned.set("role", "img" if cleaned.find(".//a") is None else "group")
    cleaned.set("aria-label", label)
    cleaned.set("class", "drawing")
    ET.register_namespace("", SVG)
    return ET.tostring(cleaned, encoding="unicode").replace(f' xmlns="{SVG}"', "").replace(f' font-family="{FONT}"', "")


def own_ids(root: ET.Element, name: str) -> dict[str, str]:
    """Return ids of this picture's own for those in a drawing; the library counts its ids on from drawing to drawing."""
    found = dict.fromkeys(id_ for element in root.iter() if (id_ := element.get("id")))
    return {id_: f"{name}-{number}" for number, id_ in enumerate(found, 1)}


def kept(element: ET.Element, ids: dict[str, str]) -> ET.Element | None:
    """Return a copy of an element without what the page must not or need not have; None where nothing of it is left."""
    tag = element.tag.rpartition("}")[2]
    if tag not in TAGS or (tag == "path" and not element.get("d")) or element.get("opacity") == "0":
        return None
    copy = ET.Element(tag, attributes(element, ids))
    copy.text = element.text if tag in {"text", "tspan", "title"} else None
    for child in element:
        inner = kept(child, ids)
        if inner is not None:
            copy.append(inner)
    if tag in {"g", "a"} and not len(copy):
        return None
    return copy[0] if tag == "g" and len(copy) == 1 and not copy.attrib else copy


def attributes(element: ET.Element, ids: dict[str, str]) -> dict[str, str]:
    """Return the attributes that stay, with ids of this picture's own."""
    found = {
        key: short(value) for key, value in element.attrib.items() if key in ATTRIBUTES and (key, value) not in IDLE
    }
    for key in ("fill", "stroke"):
        if key in found:
            found[key] = COLOURS.get(found[key].lower(), found[key])
    if "id" in found:
        found["id"] = ids[found["id"]]
    clip = CLIP.fullmatch(found.pop("clip-path", ""))
    if clip and clip[1] in ids:
        found["clip-path"] = f"url(#{ids[clip[1]]})"
    target = FRAGMENT.search(element.get(HREF) or "")
    if target:
        found["href"] = target[0]
    return found


def short(value: str) -> str:
    """Return an attribute with its numbers to a tenth of a pixel.

    >>> short("translate(0,41.53846153846154)")
    'translate(0,41.5)'
    """
    return NUMBER.sub(lambda number: tenth(float(number[0])), value)


def tenth(number: float) -> str:
    """Return a number to a tenth, without a needless zero."""
    return f"{round(number, 1) + 0.0:.1f}".removesuffix(".0")
