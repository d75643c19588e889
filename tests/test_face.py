"""The face is what it says it is, and light until it is used."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import rashomon
import rashomon.errors
import rashomon.model

HEAVY = (
    "spacy",
    "thinc",
    "numpy",
    "pydantic",
    "trafilatura",
    "lxml",
    "yaml",
    "jinja2",
    "rich.console",
    "sqlalchemy",
    "alembic",
)


def loaded_after(code: str) -> set[str]:
    """Return which heavy libraries a fresh Python holds after running the code."""
    tail = f"; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}{tail}"], capture_output=True, check=True, text=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_the_names_are_sorted_and_all_there() -> None:
    assert rashomon.__all__ == sorted(rashomon.__all__)
    assert dir(rashomon) == rashomon.__all__
    assert [name for name in rashomon.__all__ if getattr(rashomon, name, None) is None] == []


def test_every_error_can_be_caught_by_its_name_on_the_face_and_is_told_of(root: Path) -> None:
    errors = {
        name for name, made in vars(rashomon.errors).items() if isinstance(made, type) and issubclass(made, Exception)
    }
    page = (root / "docs" / "api.md").read_text(encoding="utf-8")
    assert errors <= set(rashomon.__all__)
    assert [name for name in sorted(errors) if f"`{name}`" not in page and f"rashomon.{name}`" not in page] == []
    assert "TooLarge" in errors


def test_the_nouns_are_the_model_s_own() -> None:
    nouns = [name for name in rashomon.__all__ if name in rashomon.model.__all__]
    assert len(nouns) > 25
    assert [name for name in nouns if getattr(rashomon, name) is not getattr(rashomon.model, name)] == []


def test_all_that_type_checkers_see_is_exported() -> None:
    source = Path(rashomon.__file__ or "").read_text(encoding="utf-8")
    block = source.split("if TYPE_CHECKING:")[1].split("__all__")[0]
    for name in set(rashomon.__all__) - {"__version__"}:
        assert f" {name}" in block, name


def test_the_verb_reconcile_stays_the_verb_when_its_room_is_loaded() -> None:
    code = "import rashomon.reconcile.record, rashomon; assert callable(rashomon.reconcile); from rashomon.reconcile.record import reconcile"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_importing_loads_nothing_heavy() -> None:
    assert loaded_after("import rashomon") == set()
    assert loaded_after("import rashomon; rashomon.compare, rashomon.Record, rashomon.Tables") == set()


@pytest.mark.parametrize("arguments", [["--help"], ["gazetteer", "--help"], ["compare", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"sys.argv[1:] = {arguments!r}\nfrom rashomon.interface.cli import app\ntry:\n    app()\nexcept SystemExit:\n    pass\npass"
    # Typer reads a command's own parameters with pydantic; for the list of commands it needs none.
    assert loaded_after(code) <= ({"pydantic"} if len(arguments) > 1 else set())


def test_a_name_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'fuse'; it has .*compare"):
        _ = rashomon.fuse  # type: ignore[attr-defined]


def test_the_version_is_the_project_s(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert rashomon.__version__ == project["version"]
