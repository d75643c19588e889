"""Write what ``make demo`` prints now into the README, between its two marks: ``python docs/refresh_readme.py``."""  # noqa: INP001

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
EXAMPLES = ("harbour-wire.txt", "lakeside-post.html", "meridian-tv.json")
FOLDER = "examples/beledweyne"
BLOCK = re.compile(r"(<!-- demo -->\n```text\n)(.*?)(```\n<!-- /demo -->)", re.DOTALL)


def demo() -> str:
    """Return what the command line prints for the example reports, 80 columns wide and without colour."""
    command = [sys.executable, "-m", "rashomon", "compare", *(f"{FOLDER}/{name}" for name in EXAMPLES)]
    surroundings = {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603 - our own command line
        command, cwd=ROOT, env=surroundings, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


def shown() -> str:
    """Return what the README shows."""
    found = BLOCK.search(README.read_text(encoding="utf-8"))
    if not found:
        raise SystemExit("README.md has no block between <!-- demo --> and <!-- /demo -->")
    return found[2]


def refresh() -> None:
    """Put the current output into the README."""
    text = README.read_text(encoding="utf-8")
    output = demo()
    README.write_text(BLOCK.sub(lambda found: found[1] + output + found[3], text), encoding="utf-8")


if __name__ == "__main__":
    refresh()
