#!/usr/bin/env python3
"""Draw how often the judge is right where it says how sure it is, on sources it has not seen.

usage: calibration.py [--to FILE]

Reads ``build/judge/source-answers.json``, which ``bench/train/judge.py`` writes, and draws ``docs/calibration.svg``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import itertools

from settings import FOLDS

ROOT = Path(__file__).resolve().parents[2]
EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.01)
LEFT, TOP, SIDE = 70, 48, 340
INK, BLUE, FAINT = "#222222", "#1f5fa8", "#d5d8dc"


@dataclass(frozen=True)
class Bin:
    """Answers of about one probability: how sure on average, how often right, how many."""

    sure: float
    right: float
    cases: int


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, draw, and print the bins."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "calibration.svg")
    given = parser.parse_args(arguments)
    answers = json.loads((FOLDS / "source-answers.json").read_text("utf-8"))
    real = [a for a in answers if str(a["report"]).startswith("co")]
    found = list(bins([a for a in real if "none" not in {a["answer"], a["told"]} or a["answer"] != a["told"]]))
    given.to.write_text(picture(found), "utf-8")
    for each in found:
        print(f"sure {each.sure:.2f}  right {each.right:.2f}  of {each.cases}")


def bins(answers: Sequence[dict[str, Any]]) -> Iterable[Bin]:
    """Yield the answers bin by bin, empty ones left out."""
    for low, high in itertools.pairwise(EDGES):
        mine = [a for a in answers if low <= a["probability"] < high]
        if mine:
            right = sum(a["answer"] == a["truth"] for a in mine)
            yield Bin(sum(a["probability"] for a in mine) / len(mine), right / len(mine), len(mine))


def picture(found: Sequence[Bin]) -> str:
    """Return the picture: how sure along the foot, how often right up the side, the diagonal where both agree."""
    width, height = LEFT + SIDE + 40, TOP + SIDE + 60
    label = "How often the judge is right, by how sure it is, on sources it has not seen"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"',
        f'role="img" aria-label="{escape(label)}" font-family="system-ui, sans-serif" font-size="12" fill="{INK}">',
        f'<rect width="{width}" height="{height}" rx="6" fill="#ffffff"/>',
        '<text x="14" y="24" font-size="14" font-weight="600">Sure and right: the judge on unseen sources</text>',
    ]
    parts += [line_at(share) for share in (0, 0.2, 0.4, 0.6, 0.8, 1)]
    parts.append(f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="{INK}" stroke-dasharray="4 4"/>')
    parts.append(
        f'<polyline points="{" ".join(f"{x(b.sure)},{y(b.right)}" for b in found)}" fill="none" stroke="{BLUE}"/>'
    )
    for each in found:
        told = f"sure {each.sure:.0%}, right {each.right:.0%} of {each.cases}"
        parts.append(
            f'<circle cx="{x(each.sure)}" cy="{y(each.right)}" r="5" fill="{BLUE}"><title>{told}</title></circle>'
        )
        parts.append(
            f'<text x="{x(each.sure) - 8}" y="{y(each.right) - 8}" text-anchor="end" font-size="11">{each.cases}</text>'
        )
    parts.append(
        f'<text x="{x(0.5)}" y="{TOP + SIDE + 42}" text-anchor="middle">probability it gives (number of cases at each point)</text>'
    )
    parts.append(
        f'<text transform="translate(18 {y(0.5)}) rotate(-90)" text-anchor="middle">share that is right</text>'
    )
    return "\n".join([*parts, "</svg>", ""])


def line_at(share: float) -> str:
    """Return a line of the grid with its numbers on both scales."""
    return (
        f'<line x1="{x(0)}" x2="{x(1)}" y1="{y(share)}" y2="{y(share)}" stroke="{FAINT}"/>'
        f'<text x="{LEFT - 8}" y="{y(share) + 4}" text-anchor="end">{share:.0%}</text>'
        f'<text x="{x(share)}" y="{TOP + SIDE + 18}" text-anchor="middle">{share:.0%}</text>'
    )


def x(share: float) -> float:
    """Return where a probability stands."""
    return round(LEFT + SIDE * share, 1)


def y(share: float) -> float:
    """Return how high a share stands."""
    return round(TOP + SIDE * (1 - share), 1)


if __name__ == "__main__":
    main()
