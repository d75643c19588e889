"""The record that the formats are tried on: the one that the views show."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from rashomon.model import Record


@pytest.fixture(scope="session")
def record() -> Record:
    """A record made by hand."""
    path = Path(__file__).parent.parent / "interface" / "factory.py"
    spec = importlib.util.spec_from_file_location("exchange_factory", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: Record = module.make_record()
    return made
