"""The one context behind the page: each part of it has a view, made from the record alone."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from rashomon.interface.compose import view_of
from rashomon.interface.dossier.figures.view import FiguresView, figures_of
from rashomon.interface.dossier.head.view import HeadView, head_of
from rashomon.interface.dossier.made.view import MadeView, made_of
from rashomon.interface.dossier.matrix.view import MatrixView, matrix_of
from rashomon.interface.dossier.open.view import OpenView, open_of
from rashomon.interface.dossier.places.view import PlacesView, places_of
from rashomon.interface.dossier.roots.view import RootsView, roots_of
from rashomon.interface.dossier.texts.view import TextsView, texts_of
from rashomon.interface.dossier.timeline.view import TimelineView, timeline_of
from rashomon.interface.dossier.tolls.view import TollsView, tolls_of
from rashomon.interface.dossier.wording.view import WordingView, wording_of
from rashomon.interface.findings import Marks
from rashomon.lexicon.tables import Tables
from rashomon.model import Record
from rashomon.pipeline import shipped_gazetteer

HERE = Path(__file__).parent
PARTS = ("head", "figures", "matrix", "tolls", "timeline", "places", "texts", "wording", "roots", "open", "made")
"""The parts in the order of the page; each has a folder, and a field of this name in the context."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A style sheet or script that stands in the page: its text, and its SHA-256 in base64, by which the browser takes no other."""

    text: str
    sha256: str

    @classmethod
    def of(cls, *paths: Path) -> Asset:
        """Return the asset that files make one after the other; a file that does not exist adds nothing."""
        text = "\n".join(path.read_text("utf-8") for path in paths if path.exists())
        return cls(text, base64.b64encode(hashlib.sha256(text.encode()).digest()).decode())


@dataclass(frozen=True, slots=True)
class PageContext:
    """All that the page shows: a view for each part, and the page's own style sheet and script."""

    head: HeadView
    figures: FiguresView
    matrix: MatrixView
    tolls: TollsView
    timeline: TimelineView
    places: PlacesView
    texts: TextsView
    wording: WordingView
    roots: RootsView
    open: OpenView
    made: MadeView
    style: Asset
    script: Asset


def context_of(record: Record, *, tables: Tables) -> PageContext:
    """Return what the page shows."""
    view, marks = view_of(record, tables=tables), Marks.of(record.reports)
    return PageContext(
        head=head_of(record, view),
        figures=figures_of(record, view),
        matrix=matrix_of(record, view, marks),
        tolls=tolls_of(record, view, marks),
        timeline=timeline_of(record, marks, tables=tables),
        places=places_of(record, tables, shipped_gazetteer(tables)),
        texts=texts_of(record, view, marks),
        wording=wording_of(view, tables=tables),
        roots=roots_of(record, marks),
        open=open_of(view),
        made=made_of(record, marks),
        style=Asset.of(HERE / "style.css", *(HERE / part / "style.css" for part in PARTS)),
        script=Asset.of(HERE / "script.js"),
    )
