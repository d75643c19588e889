"""The page on the store tells the truth: what it shows is what the commands print."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def refresher(root: Path) -> ModuleType:
    """The script that writes the page's example."""
    spec = importlib.util.spec_from_file_location("refresh_store", root / "docs" / "refresh_store.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_shows_what_the_commands_print(refresher: ModuleType) -> None:
    assert refresher.run() == refresher.shown(), "run: python docs/refresh_store.py"


def test_the_page_s_python_runs(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (root / "docs" / "store.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "examples").symlink_to(root / "examples")
    monkeypatch.chdir(tmp_path)
    exec(compile(block, "store.md", "exec"), {})  # noqa: S102 - it is our own page
    assert capsys.readouterr().out.startswith("3 new reports in 1 new events\ne-bd94012e4aad ['detained")
