"""The pages tell the truth: what they show is what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import typer

from rashomon.interface.cli import app
from rashomon.interface.words import SYMBOLS, verdict_words


@pytest.fixture(scope="module")
def refresher() -> ModuleType:
    """The script that writes the README's example."""
    spec = importlib.util.spec_from_file_location(
        "refresh_readme", Path(__file__).parent.parent / "docs" / "refresh_readme.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def readme() -> str:
    """The README."""
    return (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def commands() -> dict[str, list[str]]:
    """Return the options of each command by its full name."""
    top = typer.main.get_command(app)
    found: dict[str, list[str]] = {"": options(top)}

    def walk(command: object, name: str) -> None:
        for part, inner in sorted(getattr(command, "commands", {}).items()):
            found[f"{name} {part}".strip()] = options(inner)
            walk(inner, f"{name} {part}".strip())

    walk(top, "")
    return found


def options(command: object) -> list[str]:
    return sorted(
        {name for parameter in getattr(command, "params", []) for name in parameter.opts if name.startswith("--")}
    )


def test_the_readme_shows_what_the_demo_prints(refresher: ModuleType) -> None:
    assert refresher.demo() == refresher.shown(), "run: python docs/refresh_readme.py"


def test_the_demo_compares_the_folder_that_the_readme_shows(refresher: ModuleType, root: Path) -> None:
    folders = sorted(path for path in (root / "examples").iterdir() if path.is_dir())
    assert folders[0] == root / refresher.FOLDER
    assert sorted(path.name for path in folders[0].iterdir()) == sorted(refresher.EXAMPLES)


def test_the_readme_s_python_runs(
    readme: str, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    monkeypatch.chdir(root)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - it is our own page
    assert "disputed" in capsys.readouterr().out


def test_the_readme_s_commands_exist(readme: str, root: Path) -> None:
    used = re.findall(r"^\$ rashomon (\w+)(.*)$", readme, re.MULTILINE)
    assert used
    known = commands()
    for name, rest in used:
        assert set(re.findall(r"--[\w-]+", rest.split("#")[0])) <= set(known[name]), name
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^\$ make (\w+)", readme, re.MULTILINE)
    assert targets[:2] == ["demo", "test"]
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


def test_the_readme_s_links_lead_somewhere(readme: str, root: Path) -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in link]
    assert links
    assert [link for link in links if not (root / link).exists()] == []


def test_every_command_and_option_is_documented(root: Path) -> None:
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    parts = {part.split("`")[0]: part for part in page.split("\n## `rashomon ")[1:]}
    for name, names in commands().items():
        text = parts.get(name, page) if name else page
        if name and name != "gazetteer":
            assert name in parts, name
        assert [option for option in names if f"{option}`" not in text and f"{option} " not in text] == [], name


def test_every_option_that_the_page_names_exists(root: Path) -> None:
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    known = {option for names in commands().values() for option in names} | {"--help"}
    assert set(re.findall(r"(?<![\w-])--[a-z][\w-]*", page)) <= known


def test_the_readme_explains_every_mark(readme: str) -> None:
    assert [verdict for verdict, mark in SYMBOLS.items() if f"{mark} {verdict_words(verdict)}" not in readme] == []
