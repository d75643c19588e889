#!/usr/bin/env python3
"""Write the table of figures in docs/measured.md from the last whole run of the gate.

usage: measured.py
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import floors
from gate import FLOORS, opened
from measure import BUILD

PAGE = Path(__file__).resolve().parent.parent / "docs" / "measured.md"
TABLE = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
HEAD = "| benchmark | figure | trivial | asked | now |\n| --- | --- | --- | --- | --- |\n"


def main() -> None:
    """Put the table between its marks."""
    results = json.loads((BUILD / "bench-results.json").read_text("utf-8"))
    page = PAGE.read_text("utf-8")
    table = HEAD + "".join(f"{line}\n" for line in lines(opened(FLOORS), results))
    PAGE.write_text(TABLE.sub(lambda _: table, page), "utf-8")


def lines(book: floors.Book, results: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each figure that is asked for or has a floor."""
    for name, one in sorted(results.items()):
        asked, section = book.asked.get(name, {}), book.sections.get(("whole", name))
        for figure in dict.fromkeys([*asked, *(section.floors if section else ())]):
            now = one["metrics"].get(figure)
            cells = (
                name,
                figure,
                shown(one["trivial"].get(figure)),
                shown(asked.get(figure)),
                verdict(now, asked.get(figure)),
            )
            yield "| " + " | ".join(cells) + " |"


def shown(number: float | None) -> str:
    """Return a figure with one place, or a dash."""
    return "-" if number is None else f"{number:.1f}"


def verdict(now: float | None, asked: float | None) -> str:
    """Return a figure with what it is beside what was asked; rounded as it is shown."""
    if now is None or asked is None:
        return shown(now)
    return f"{now:.1f} ✓" if round(now, 1) >= asked else f"{now:.1f} **below**"


if __name__ == "__main__":
    main()
