"""What is shown of the way to one verdict; every field is in words already, in one line and safe to show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim: its ``number`` in this explanation, its report and place, its words, what they are read as, and on whose word.

    ``reading`` is the interval with the words it comes from ("17 or more, from “at least 17”"), ``root`` who is taken to say so,
    ``settled`` how that was found out.
    """

    number: int
    mark: str
    report: str
    place: str
    quote: str
    reading: str
    root: str
    settled: str


@dataclass(frozen=True, slots=True)
class AsideLine:
    """A claim that was not compared, and why."""

    mark: str
    place: str
    quote: str
    reading: str
    why: str


@dataclass(frozen=True, slots=True)
class RootLine:
    """A root with its answers in order of time, and what to know of it; ``claims`` are the numbers of its claims."""

    name: str
    series: str
    remarks: str
    claims: str


@dataclass(frozen=True, slots=True)
class RungLine:
    """A step of the ladder."""

    name: str
    verdict: str
    fits: bool
    why: str


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """An estimate: the policy, what it takes, its numbers, and the numbers of the claims it used."""

    name: str
    takes: str
    words: str
    claims: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The way from claims to the verdict on one question."""

    label: str
    verdict: str
    roots: str
    why: str
    claims: tuple[ClaimLine, ...]
    aside: tuple[AsideLine, ...]
    series: tuple[RootLine, ...]
    ladder: tuple[RungLine, ...]
    policies: tuple[PolicyLine, ...]
    open: tuple[str, ...]
