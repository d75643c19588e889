"""Drawings hold known elements alone, take the page's colours, and never load or run anything."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from rashomon.interface.dossier.pictures.draw import ATTRIBUTES, TAGS, draw, picture, tidy
from rashomon.interface.dossier.pictures.theme import NAMES, PLACEHOLDERS, colour

EVIL = "<script>alert(1)</script> {{ x }} javascript:alert(1) \"' &"


def chart(**more: Any) -> dict[str, Any]:
    rows = [{"x": 1, "y": 17, "name": EVIL, "to": "#c-1"}, {"x": 2, "y": 24, "name": "نهر", "to": "#c-2"}]
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "color": colour("root-2")},
        "encoding": {
            "x": {"field": "x", "type": "quantitative"},
            "y": {"field": "y", "type": "quantitative"},
            "text": {"field": "name"},
        },
        **more,
    }


def test_only_known_elements_and_attributes_are_left() -> None:
    drawn = ET.fromstring(draw(chart(), EVIL, name="t"))  # noqa: S314 - our own drawing
    assert {element.tag for element in drawn.iter()} <= TAGS
    assert {name for element in drawn.iter() for name in element.attrib} <= {*ATTRIBUTES, "role", "aria-label", "class"}
    assert EVIL in [element.text for element in drawn.iter("text")]


def test_colours_are_left_to_the_page() -> None:
    drawn = draw(chart(), "tolls", name="t")
    assert "var(--root-2)" in drawn
    assert not [placeholder for placeholder in PLACEHOLDERS.values() if placeholder in drawn]
    assert len(set(PLACEHOLDERS.values())) == len(NAMES)


def test_a_picture_without_links_is_an_image_and_one_with_links_a_group() -> None:
    assert 'role="img"' in draw(chart(), "tolls", name="t")
    linked = chart()
    linked["encoding"]["href"] = {"field": "to"}
    drawn = draw(linked, "tolls", name="t")
    assert 'role="group"' in drawn
    assert re.findall(r'href="([^"]*)"', drawn) == ["#c-1", "#c-2"]


def test_addresses_styles_handlers_and_foreign_elements_are_dropped() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9" onload="x()">'
        '<a xlink:href="https://example.org/"><text style="fill:red" onclick="x()">a</text></a><image xlink:href="b.png"/>'
        "<foreignObject><p>c</p></foreignObject><script>d</script><style>e</style></svg>"
    )
    cleaned = tidy(svg, "label", "t")
    assert "example.org" not in cleaned
    assert not re.search(r"onload|onclick|style|image|foreign|script", cleaned)
    assert ">a<" in cleaned


def test_the_same_chart_is_drawn_with_the_same_bytes() -> None:
    assert draw(chart(), "tolls", name="t") == draw(chart(), "tolls", name="t")


def test_nothing_is_loaded() -> None:
    with pytest.raises(ValueError, match=r"(?i)url|load"):
        draw({**chart(), "data": {"url": "http://127.0.0.1:9/rows.json"}}, "tolls", name="t")


def test_ids_of_two_pictures_do_not_meet() -> None:
    clipped = chart(mark={"type": "line", "clip": True})
    one = picture(clipped, clipped, "tolls", name="a")
    ids = [re.findall(r' id="([^"]+)"', svg) for svg in (one.wide, one.narrow)]
    assert ids[0]
    assert not set(ids[0]) & set(ids[1])
    assert all(f"url(#{id_})" in one.wide for id_ in ids[0])
