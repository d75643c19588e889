"""The script that takes pictures of a page takes what it is asked for."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from rashomon.model import Record


@pytest.fixture(scope="module")
def pictures(root: Path) -> ModuleType:
    """The script ``docs/pictures.py``."""
    spec = importlib.util.spec_from_file_location("docs_pictures", root / "docs" / "pictures.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def test_one_section_comes_as_one_small_picture_each(
    browser: Browser, write: Callable[[Record], str], beledweyne: Record, pictures: ModuleType, tmp_path: Path
) -> None:
    page = Path(urlsplit(write(beledweyne)).path)
    wish = pictures.Wish(page, tmp_path, "figures", (900,), webp=True)
    names = [path.name.removeprefix(page.stem) for path in pictures.taken(browser, wish)]
    assert names == ["-figures-900-light.webp", "-figures-900-dark.webp", "-figures-print.webp"]
    for path in tmp_path.iterdir():
        assert path.read_bytes()[8:12] == b"WEBP"
        assert path.stat().st_size < 150_000
