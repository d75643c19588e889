"""The record that the views are tried on."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from rashomon.lexicon.tables import Tables
from rashomon.model import Record
from rashomon.pipeline import default_tables


def load_factory() -> ModuleType:
    """Return the factory beside this file: tests are no package."""
    spec = importlib.util.spec_from_file_location("interface_factory", Path(__file__).with_name("factory.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def record() -> Record:
    """A record made by hand."""
    made: Record = load_factory().make_record()
    return made


@pytest.fixture(scope="session")
def hostile() -> Record:
    """The same record, with hostile text in every place that a report's words reach."""
    made: Record = load_factory().hostile()
    return made


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The shipped tables."""
    return default_tables()
