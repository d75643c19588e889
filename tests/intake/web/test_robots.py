from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.intake.web.robots import Robots, parse_robots


def allows(text: str, target: str) -> bool:
    return parse_robots(text, "rashomon").allows(target)


@pytest.mark.parametrize(
    ("rules", "target", "allowed"),
    [
        ("Disallow: /", "/a", False),
        ("Disallow:", "/a", True),
        ("Allow: /a\nDisallow: /", "/a/b", True),
        ("Allow: /a\nDisallow: /", "/b", False),
        ("Disallow: /\nAllow: /a", "/a", True),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow: /live", "/livestock", False),
        ("Disallow: /live/", "/live", True),
        ("Disallow: /LIVE", "/live", True),
        ("Disallow: *.pdf$", "/a/b.pdf", False),
        ("Disallow: *.pdf$", "/a/b.pdf?page=2", True),
        ("Disallow: /*?print=", "/a?print=1", False),
        ("Disallow: /a*c*e", "/abcde/f", False),
        ("Disallow: /a*c*e", "/abde", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /a*a$", "/aa", False),
        ("Disallow: /a*a$", "/a", True),
        ("Disallow: /caf%C3%A9", "/café", False),
        ("Disallow: /café", "/caf%c3%a9", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("disallow : /a # not now", "/a", False),
        ("Noindex: /a", "/a", True),
        ("Disallow: /", "/robots.txt", True),
    ],
)
def test_the_longest_pattern_that_fits_decides(rules: str, target: str, allowed: bool) -> None:
    assert allows(f"User-agent: *\n{rules}\n", target) is allowed


def test_a_group_that_names_us_is_ours_alone() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-Agent: Rashomon/2.0\nDisallow: /live\n"
    assert allows(text, "/a")
    assert not allows(text, "/live")
    assert not allows("User-agent: *\nDisallow: /\n\nUser-agent: other\nDisallow:\n", "/a")


def test_names_in_a_row_open_one_group_and_groups_of_one_name_are_joined() -> None:
    text = "User-agent: other\nUser-agent: rashomon\nDisallow: /a\n\nUser-agent: rashomon\nDisallow: /b\n"
    assert [allows(text, path) for path in ("/a", "/b", "/c")] == [False, False, True]


@pytest.mark.parametrize("text", ["", "\ufeffDisallow: /", "Disallow: /", "<html>", "User-agent\nDisallow: /"])
def test_lines_that_speak_to_nobody_forbid_nothing(text: str) -> None:
    assert allows(text, "/a")


def test_a_mark_at_the_start_and_odd_line_ends_do_no_harm() -> None:
    assert not allows("\ufeffUser-agent: *\r\nDisallow: /a\rAllow: /b", "/a")


@pytest.mark.parametrize(
    ("words", "delay"), [("5", 5.0), ("0.5", 0.5), ("-1", None), ("soon", None), ("inf", None), ("nan", None)]
)
def test_the_pause_that_a_site_asks_for(words: str, delay: float | None) -> None:
    assert parse_robots(f"User-agent: *\nCrawl-delay: {words}", "rashomon").delay == delay


@given(st.text(max_size=200), st.text(alphabet="/a*$%2F?é", max_size=30))
def test_any_text_is_read(text: str, target: str) -> None:
    assert isinstance(parse_robots(f"User-agent: *\nDisallow: {text}", "rashomon"), Robots)
    assert allows(f"User-agent: *\nDisallow: {target}*{target}$", f"/{target}") in {True, False}


def test_a_pattern_of_many_stars_is_quick() -> None:
    assert allows("User-agent: *\nDisallow: /" + "*a" * 20_000 + "b", "/" + "a" * 20_000)
