"""Reports whose words try to act: all of it shows as text, and nothing of it runs."""

from __future__ import annotations

from typing import Any

from rashomon.interface.plain import clean
from rashomon.model import Record

STATE = """() => ({
  hacked: window.hacked ?? null,
  blocked: window.blocked,
  shown: getComputedStyle(document.body).display,
  foreign: document.querySelectorAll('img, iframe, object, embed, form, body style, link, base').length,
  scripts: [...document.scripts].filter(s => s.src).length,
  handlers: [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name))).length,
  links: [...document.querySelectorAll('[href], [src]')].map(e => e.getAttribute('href') ?? e.getAttribute('src')),
  text: document.body.textContent,
})"""
LOUD = (
    "<script>window.hacked = 1</script>",
    "</title><script>window.hacked = 2</script>",
    '<b onclick="window.hacked=4">',
    '<img src=x onerror="window.hacked=5">',
    "</style><style>body { display: none }</style>",
    "{{ 6 * 7 }} {% for x in y %} {{ config }}",
    "<a href='javascript:window.hacked=6'>",
    '"</script><script>window.hacked = 8</script>"',
    "&lt;em&gt; &amp;nbsp; &#x3c;u&#x3e;",
    "عبد الله",
)


def test_words_of_reports_are_shown_and_never_run(show: Any, smuggled: Record) -> None:
    opened = show(smuggled)
    state = opened.page.evaluate(STATE)
    text = clean(state["text"])
    assert [words for words in LOUD if clean(words) not in text] == []
    assert state["hacked"] is None
    assert state["blocked"] == []
    assert state["shown"] != "none"
    assert (state["foreign"], state["scripts"], state["handlers"]) == (0, 0, 0)
    assert opened.trouble() == []


def test_no_link_leaves_the_page_but_to_the_web(show: Any, smuggled: Record) -> None:
    links = show(smuggled).page.evaluate(STATE)["links"]
    assert [link for link in links if not link.startswith(("#", "https://", "http://"))] == []


def test_no_character_acts_on_the_text_around_it(show: Any, smuggled: Record) -> None:
    text = show(smuggled).page.evaluate(STATE)["text"]
    assert {"\x00", "\x07", "\x1b", "\u202e", "\u2066", "\u200f"} & set(text) == set()


def test_a_word_of_twenty_thousand_letters_pushes_nothing_aside(show: Any, smuggled: Record) -> None:
    page = show(smuggled, width=390).page
    widest = page.evaluate("() => Math.max(...[...document.querySelectorAll('article *')].map(e => e.scrollWidth))")
    assert "Aaaaarrrrrgggghhhhhh" * 1000 in page.evaluate("document.body.textContent").replace("\u200b", "")
    assert widest <= 390


def test_names_in_arabic_script_are_set_apart_from_the_words_around_them(show: Any, bol: Record) -> None:
    page = show(bol).page
    name = next(report.outlet for report in bol.reports if report.outlet and report.outlet[0] > "\u0600")
    alone = """name => [...document.querySelectorAll('h3, td, th, a, bdi, span, p')].filter(e =>
      e.textContent.trim() === name).map(e => getComputedStyle(e).unicodeBidi + ' ' + e.tagName)"""
    assert page.evaluate(alone, name)
    reading = "() => [...document.querySelectorAll('article p')].map(p => getComputedStyle(p).unicodeBidi)"
    assert set(page.evaluate(reading)) <= {"isolate", "plaintext"}
