"""The house rules that a linter does not hold."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "rashomon"
MODEL_FILES = sorted([*(SOURCE / "model").glob("*.py"), SOURCE / "errors.py"])


def imported(path: Path) -> Iterator[str]:
    """Each module that a file imports, by its dotted name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", MODEL_FILES, ids=lambda path: path.name)
def test_the_model_stands_on_the_standard_library_alone(path: Path) -> None:
    own = ("rashomon.model", "rashomon.errors")
    strangers = {
        name
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith(own)
    }
    assert strangers == set()


def test_every_requirement_is_locked_with_a_hash_and_without_an_address(root: Path) -> None:
    for path in sorted((root / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        entries = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]
        assert entries, path.name
        assert all(line.endswith("\\") for line in entries), path.name
        assert not any(word in text for word in ("://", "--index", "--find-links", "--extra-index")), path.name


def test_every_dependency_is_in_the_lock_that_users_install(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = (root / "requirements" / "base.txt").read_text(encoding="utf-8").lower()
    for requirement in project["dependencies"]:
        name = requirement.split(">")[0].split("=")[0].lower()
        assert f"\n{name}==" in locked, name


def test_no_file_of_the_package_is_over_400_lines() -> None:
    long = {path.name: lines for path in SOURCE.rglob("*.py") if (lines := path.read_bytes().count(b"\n")) > 400}
    assert long == {}


def test_the_ci_script_and_people_share_their_targets(root: Path) -> None:
    targets = {
        line.split(":")[0] for line in (root / "Makefile").read_text(encoding="utf-8").splitlines() if "##" in line
    }
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    used = {line.split()[-1] for line in script.splitlines() if line.startswith("make ")}
    assert used
    assert used <= targets
