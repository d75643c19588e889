"""The view of wording: an actor's names by outlet, own voice and quotation apart, loaded words by class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.interface.view import ActorView, NameView, RecordView, ReportView
from rashomon.lexicon.loaded import Loaded
from rashomon.lexicon.tables import Tables


@dataclass(frozen=True, slots=True)
class NamedView:
    """A name as it was used: ``words``, ``count`` times, by ``speaker`` where it stands in a quotation; ``classes`` of its loaded words."""

    words: str
    count: int
    speaker: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseView:
    """What one report calls an actor, in its own voice and in quotations."""

    report: ReportView
    own: tuple[NamedView, ...]
    quoted: tuple[NamedView, ...]


@dataclass(frozen=True, slots=True)
class CalledView:
    """One actor under its neutral label, and what each report that names it calls it."""

    label: str
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True)
class WordingView:
    """The actors that are called different or loaded names, and the classes of loaded words that occur, in the table's order."""

    actors: tuple[CalledView, ...]
    classes: tuple[str, ...]


def wording_of(view: RecordView, *, tables: Tables) -> WordingView:
    """Return what each outlet called each actor."""
    rows = tables.of(Loaded).rows
    classes = {word: row.name for row in rows for word in row.words}
    actors = tuple(called(actor, view.reports, classes) for actor in view.wording)
    met = {name for actor in actors for use in actor.uses for one in (*use.own, *use.quoted) for name in one.classes}
    return WordingView(actors, tuple(row.name for row in rows if row.name in met))


def called(actor: ActorView, reports: Sequence[ReportView], classes: Mapping[str, str]) -> CalledView:
    """Return one actor's names by report."""
    uses = []
    for report in reports:
        mine = [name for name in actor.names if name.mark == report.mark]
        if mine:
            own, quoted = (tuple(named(n, classes) for n in mine if (n.voice == "quoted") is q) for q in (False, True))
            uses.append(UseView(report, own, quoted))
    return CalledView(actor.label, tuple(uses))


def named(name: NameView, classes: Mapping[str, str]) -> NamedView:
    """Return one name; a loaded word of no class of the table is told as loaded."""
    told = dict.fromkeys(classes.get(word.lower(), "loaded") for word in name.loaded)
    return NamedView(name.words, name.count, name.speaker, tuple(told))
