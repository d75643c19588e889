"""The page as a reader meets it: opened from disk in a real browser, with no network."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from rashomon.interface.plain import clean
from rashomon.model import Record

WIDTHS = (1440, 900, 390)
A4_INSIDE = 718
"""An A4 page of 794 CSS pixels less a centimetre on each side."""

LINKS = """() => [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))"""
TARGETS = """ids => ids.map(id => {
  const target = document.getElementById(id);
  const mark = target && (target.closest('mark') || target.querySelector('mark'));
  return {id, text: target ? target.textContent : null, marked: mark ? mark.textContent : null};
})"""
FOLLOW = """id => {
  scrollTo(0, 0);
  const link = document.querySelector(`a[href="#${id}"]`);
  link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, view: window}));
}"""
IN_VIEW = """id => {
  const target = document.getElementById(id), box = target.getClientRects()[0];
  const inside = box && box.top > -1 && box.bottom < innerHeight + 1 && box.left > -1 && box.left < innerWidth;
  const on_top = inside && document.elementFromPoint(box.left + Math.min(box.width, 20) / 2, box.top + box.height / 2);
  return Boolean(on_top && (target.contains(on_top) || on_top.contains(target)));
}"""
LIT = """id => {
  const target = document.getElementById(id), mark = target.closest('mark') || target.querySelector('mark');
  const seen = getComputedStyle(mark), held = getComputedStyle(target);
  return seen.backgroundColor !== 'rgba(0, 0, 0, 0)' || seen.borderBottomStyle !== 'none' || held.outlineStyle !== 'none';
}"""
READ = """() => [...document.querySelectorAll('article [dir=auto]')].filter(p => p.checkVisibility()).map(p => {
  const words = p.cloneNode(true);
  words.querySelectorAll('.copy').forEach(tag => tag.remove());
  return words.textContent;
})"""
"""The paragraphs of the reports that can be seen, without the tags that say where else a sentence stands."""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(e => {
  const style = getComputedStyle(e);
  return e.offsetParent && style.overflowX !== 'visible' && !(e instanceof SVGElement) && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1;
}).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40))"""
REACHABLE = """() => [...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && e.tabIndex < 0).map(e => e.outerHTML.slice(0, 80))"""
FOCUSED = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const ring = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  return {what: at.outerHTML.slice(0, 80), body: at === document.body, ring, seen: box.bottom > 0 && box.top < innerHeight};
}"""


def serious(page: Any) -> list[str]:
    """Return the serious and critical violations that axe finds."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:120]} ({len(one['nodes'])} in all)"
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]


def test_the_page_opens_from_disk_and_asks_for_nothing(show: Any, bol: Record) -> None:
    opened = show(bol)
    assert opened.page.locator("h1").inner_text()
    assert opened.page.evaluate("window.blocked") == []
    assert opened.trouble() == []


@pytest.mark.parametrize(
    ("example", "scheme", "widths"),
    [("beledweyne", "light", WIDTHS), ("beledweyne", "dark", WIDTHS), ("bol", "light", WIDTHS[:1])],
)
def test_axe_finds_nothing_serious(
    show: Any, request: pytest.FixtureRequest, example: str, scheme: str, widths: tuple[int, ...]
) -> None:
    page = show(request.getfixturevalue(example), color_scheme=scheme).page
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {one}" for one in serious(page)]
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window(show: Any, bol: Record, smuggled: Record, width: int) -> None:
    assert show(bol, width=width).page.evaluate(OVERFLOW) <= 0
    assert show(smuggled, width=width).page.evaluate(OVERFLOW) <= 0


def test_every_link_inside_the_page_has_its_target(show: Any, bol: Record) -> None:
    page = show(bol).page
    links = page.evaluate(LINKS)
    assert links
    assert [one["id"] for one in page.evaluate(TARGETS, links) if one["text"] is None] == []


def test_every_claim_link_leads_to_the_marked_words_of_the_claim(show: Any, bol: Record) -> None:
    page = show(bol).page
    quotes = {claim.id: clean(claim.quote) for claim in bol.claims}
    linked = sorted({one for one in page.evaluate(LINKS) if one.startswith("c-")})
    assert linked
    astray = []
    for target in page.evaluate(TARGETS, linked):
        there, words = clean(target["text"] or ""), quotes[target["id"]]
        if not there or not (words.startswith(there) or there.startswith(words)) or not target["marked"]:
            astray.append((target["id"], there[:60], words[:60]))
    assert astray == []


def test_a_followed_claim_link_shows_the_words_highlighted(show: Any, beledweyne: Record) -> None:
    page = show(beledweyne).page
    for target in sorted({one for one in page.evaluate(LINKS) if one.startswith("c-")}):
        page.evaluate(FOLLOW, target)
        page.wait_for_function(IN_VIEW, arg=target, timeout=5000)
        assert page.evaluate(LIT, target), target


def test_a_click_of_the_mouse_does_so_too(show: Any, beledweyne: Record) -> None:
    page = show(beledweyne).page
    links = page.locator('a[href^="#c-"]:visible')
    for number in (0, links.count() // 2, links.count() - 1):
        link = links.nth(number)
        target = (link.get_attribute("href") or "")[1:]
        link.click()
        page.wait_for_function(IN_VIEW, arg=target, timeout=5000)


def test_without_scripts_everything_can_be_read(show: Any, bol: Record) -> None:
    page = show(bol, java_script_enabled=False).page
    told = clean(page.locator("main").inner_text()).lower()
    assert [f.question.label for f in bol.findings if clean(f.question.label).lower() not in told] == []
    read = {clean(words) for words in page.evaluate(READ)}
    lines = {clean(line) for report in bol.reports for line in report.text.splitlines() if line.strip()}
    assert lines - read == set()
    assert page.locator("section:visible").count() == page.locator("section").count()


def test_it_prints_to_pages_with_nothing_cut_off(show: Any, bol: Record) -> None:
    page = show(bol, width=A4_INSIDE).page
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 1
    page.emulate_media(media="print")
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(CUT_OFF) == []


def test_the_keyboard_reaches_every_link_and_shows_where_it_is(show: Any, beledweyne: Record) -> None:
    page = show(beledweyne).page
    assert page.evaluate(REACHABLE) == []
    stops = []
    for _ in range(25):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert len({stop["what"] for stop in stops}) > len(stops) // 2
    assert [stop["what"] for stop in stops if not (stop["body"] or (stop["ring"] and stop["seen"]))] == []
