"""Tables with invented outlets and agencies laid over the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.lexicon import Tables, load_tables

OUTLETS = """
- {id: daily-harbour, label: The Daily Harbour, aliases: [Daily Harbour], domains: [dailyharbour.example], country: MT}
- {id: channel-tamarind, label: Channel Tamarind, aliases: [Tamarind TV], domains: [tamarind.example], country: KE, state: true}
- {id: northern-lantern, label: Northern Lantern, domains: [northernlantern.example]}
"""
AGENCIES = """
- {id: quill-wire, label: Quillwire, aliases: [Quillwire News Agency], domains: [quillwire.example]}
- {id: pressgang, label: QPA, aliases: [Quay Press Agency], acronyms: [QPA]}
"""


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The shipped tables and five outlets that do not exist."""
    folder: Path = tmp_path_factory.mktemp("tables")
    (folder / "outlets.yaml").write_text(OUTLETS, encoding="utf-8")
    (folder / "agencies.yaml").write_text(AGENCIES, encoding="utf-8")
    return load_tables(folder)
