"""Wording: own voice and quotation apart, loaded words by class."""

from __future__ import annotations

from rashomon.interface.compose import view_of
from rashomon.interface.dossier.wording.view import wording_of
from rashomon.lexicon.tables import Tables
from rashomon.model import Record


def test_names_stand_by_report_and_voice_with_the_class_of_loaded_words(record: Record, tables: Tables) -> None:
    shown = wording_of(view_of(record, tables=tables), tables=tables)
    (crew,) = shown.actors
    first, second = crew.uses
    assert [(n.words, n.count, n.classes) for n in first.own] == [("heroic crew", 2, ("praising",))]
    assert first.quoted == ()
    assert [(n.words, n.speaker) for n in second.quoted] == [("crew", "a survivor")]
    assert shown.classes == ("praising",)
