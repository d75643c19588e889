"""Write an explanation as plain text of a given width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from rashomon.interface.explain.view import AsideLine, ClaimLine, Explanation, PolicyLine, RootLine, RungLine
from rashomon.interface.plain import shorten

WIDTH = 100
"""Columns of a page on which nothing else decides."""
NARROWEST = 40
HANG = 7
QUOTED = 2


def page(told: Explanation, width: int = WIDTH) -> str:
    """Return the explanation as text, no line wider than ``width``, and never narrower than 40 columns."""
    width = max(width, NARROWEST)
    lines = [
        *wrapped(f"{told.label}   {told.verdict}   {told.roots}", width, ""),
        *section("What the reports say", width, (line for one in told.claims for line in claim_text(one, width))),
        *section("Set aside, and why", width, (line for one in told.aside for line in aside_text(one, width))),
        *section("Roots and their answers in time", width, (line for one in told.series for line in root_text(one, width))),
        *section("The ladder: the first step that fits gives the verdict", width, ladder_text(told.ladder, width)),
        *section("Why", width, wrapped(told.why, width, "  ")),
        *section("Estimates by policy, none of them the truth", width, (x for one in told.policies for x in policy_text(one, width))),
        *section("Still open", width, (line for one in told.open for line in wrapped(f"–  {one}", width, "  ", hang=3))),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def section(title: str, width: int, lines: Iterable[str]) -> list[str]:
    """Return a heading with its lines; nothing where there are none."""
    inside = list(lines)
    return ["", *wrapped(title.upper(), width, ""), *inside] if inside else []


def wrapped(text: str, width: int, indent: str, *, hang: int = 0) -> list[str]:
    """Return text in lines, the first after ``indent`` and the others ``hang`` columns further in."""
    return wrap(text, width, initial_indent=indent, subsequent_indent=indent + " " * hang) or [indent.rstrip()]


def claim_text(claim: ClaimLine, width: int) -> Iterator[str]:
    """Yield a claim in a few lines: where it stands, its words, what they are read as, on whose word."""
    inner = " " * HANG
    yield from wrapped(f"{f'[{claim.number}]':<5}{claim.mark}  {claim.report}, {claim.place}", width, "  ", hang=5)
    yield f"{inner}“{shorten(claim.quote, width - HANG - QUOTED)}”"
    yield from wrapped(f"read as {claim.reading}", width, inner, hang=2)
    yield from wrapped(f"root    {claim.root}: {claim.settled}", width, inner, hang=8)


def aside_text(claim: AsideLine, width: int) -> Iterator[str]:
    """Yield a claim that was not compared."""
    yield from wrapped(f"{'–':<5}{claim.mark}  {claim.place}: {claim.reading}", width, "  ", hang=5)
    yield f"{' ' * HANG}“{shorten(claim.quote, width - HANG - QUOTED)}”"
    yield from wrapped(claim.why, width, " " * HANG)


def root_text(root: RootLine, width: int) -> Iterator[str]:
    """Yield a root with its series."""
    remarks = f" · {root.remarks}" if root.remarks else ""
    yield from wrapped(f"{root.name}{remarks}", width, "  ", hang=2)
    yield from wrapped(f"{root.series}   {root.claims}", width, "    ", hang=2)


def ladder_text(ladder: Iterable[RungLine], width: int) -> Iterator[str]:
    """Yield the steps: those that did not fit, and the one that did."""
    for rung in ladder:
        mark, means = ("→", rung.verdict) if rung.fits else ("·", f"would be {rung.verdict}")
        yield from wrapped(f"{mark}  {rung.name}: {'yes' if rung.fits else 'no'} ({means})", width, "  ", hang=3)
        if not rung.fits:
            yield from wrapped(rung.why, width, " " * 5)


def policy_text(policy: PolicyLine, width: int) -> Iterator[str]:
    """Yield an estimate with what it takes and the claims it used."""
    used = f"   {policy.claims}" if policy.claims else ""
    yield from wrapped(f"{policy.name:<10}{policy.words:<20}{policy.takes}{used}", width, "  ", hang=30)
