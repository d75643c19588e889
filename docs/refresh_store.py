"""Write what the commands of docs/store.md print now below each of them: ``python docs/refresh_store.py``."""  # noqa: INP001

from __future__ import annotations

import os
import re
import shlex
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from typer.testing import CliRunner

from rashomon.interface.cli import app
from rashomon.interface.living import opened

PAGE = Path(__file__).resolve().parent / "store.md"
EXAMPLES = PAGE.parent.parent / "examples" / "beledweyne"
BLOCK = re.compile(r"(<!-- run -->\n```console\n)(.*?)(```\n<!-- /run -->)", re.DOTALL)
FIRST = datetime(2024, 3, 12, 18, tzinfo=UTC)
"""When the first report is added; each further one comes a day later."""


def shown() -> str:
    """Return what the page shows."""
    found = BLOCK.search(PAGE.read_text(encoding="utf-8"))
    if not found:
        raise SystemExit("docs/store.md has no block between <!-- run --> and <!-- /run -->")
    return found[2]


def run() -> str:
    """Return the commands of the page, each with what it prints: 80 columns wide, a report a day."""
    commands = [line for line in shown().splitlines() if line.startswith("$ rashomon ")]
    with tempfile.TemporaryDirectory() as folder:
        for path in EXAMPLES.iterdir():
            shutil.copy(path, folder)
        before = Path.cwd()
        os.chdir(folder)
        try:
            return "\n".join(
                told(command, sum("rashomon add" in one for one in commands[:number]))
                for number, command in enumerate(commands)
            )
        finally:
            os.chdir(before)


def told(command: str, days: int) -> str:
    """Return a command with what it prints so many days after the first."""
    with mock.patch.object(opened, "now", return_value=FIRST + timedelta(days=days)):
        done = CliRunner(env={"COLUMNS": "80", "NO_COLOR": "1", opened.VARIABLE: None}).invoke(
            app, shlex.split(command)[2:]
        )
    if done.exception:
        raise SystemExit(f"{command}: {done.output}")
    return f"{command}\n{done.stdout}"


def refresh() -> None:
    """Put the current output into the page."""
    text = PAGE.read_text(encoding="utf-8")
    output = run()
    PAGE.write_text(BLOCK.sub(lambda found: found[1] + output + found[3], text), encoding="utf-8")


if __name__ == "__main__":
    refresh()
