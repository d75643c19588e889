"""Stores made by the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.interface.cli import app

FIRST = """Shaft collapse kills two near Kitwe

KITWE, May 6, 2023 (Copper Wire) - Two people were killed when a shaft collapsed near Kitwe on Friday, police said.
"""
LATER = """Kitwe shaft collapse: toll rises to five

KITWE, May 7, 2023 (Copper Wire) - Five people were killed when a shaft collapsed near Kitwe on Friday, police said on Sunday.
"""
OTHER = """Forty drown near Sylhet

SYLHET, August 2, 2022 (Harbour Post) - At least 40 villagers drowned when a river burst its banks near Sylhet on Monday, the army said.
"""
Run = Callable[..., tuple[int, str, str]]


def run(*arguments: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error."""
    done = CliRunner().invoke(app, arguments)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture(name="run")
def run_() -> Run:
    """Run a command."""
    return run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three reports, something that is none, and a store to which they were added on three occasions."""
    folder = tmp_path_factory.mktemp("living")
    for name, text in (("first.txt", FIRST), ("later.txt", LATER), ("other.txt", OTHER)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "photo.jpg").write_bytes(bytes(range(256)) * 4)
    store = str(folder / "store.db")
    for names in (["first.txt", "photo.jpg"], ["later.txt"], ["other.txt"]):
        run("add", *(str(folder / name) for name in names), "--store", store)
    return folder


@pytest.fixture
def store(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store that commands find by the variable; it is not to be changed."""
    monkeypatch.setenv("RASHOMON_STORE", str(made / "store.db"))
    return made / "store.db"


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two reports, in which commands run; the store will lie there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RASHOMON_STORE", raising=False)
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    return tmp_path
