"""The words by which the parties of an act are told apart, made of the tables once."""

from __future__ import annotations

from rashomon.lexicon.actors import Countries
from rashomon.lexicon.acts import Objects
from rashomon.lexicon.cues import forms
from rashomon.lexicon.families import Families
from rashomon.lexicon.groups import group_book
from rashomon.lexicon.inflect import Irregular
from rashomon.lexicon.tables import Tables


def means_of(tables: Tables) -> dict[str, frozenset[str]]:
    """Return what attacks are carried out with, by the act it makes."""
    return {name: frozenset(words) for name, words in tables.of(Objects).means.items()}


def states_of(tables: Tables) -> dict[str, str]:
    """Return the countries' names by code, and by each adjective in lower case."""
    rows = tables.of(Countries).rows
    return {row.id: row.label for row in rows} | {word.lower(): row.label for row in rows for word in row.demonyms}


def seats_of(tables: Tables) -> dict[str, str]:
    """Return the countries' names by the capital, in lower case: a capital that does something is its government."""
    return {
        row.capital.lower(): row.label for row in tables.of(Countries).rows if row.capital and row.capital != row.label
    }


def object_nouns(tables: Tables) -> dict[str, frozenset[str]]:
    """Return the nouns that name places, arms and people."""
    objects = tables.of(Objects)
    named = tables.made("means", means_of)
    means = frozenset(word for words in named.values() for word in words)
    return {
        "place": frozenset(objects.place),
        "arms": frozenset(objects.arms),
        "people": frozenset(group_book(tables).by_noun),
        "means": means,
        "bombs": frozenset(objects.bombs),
        "settlements": tables.of(Families).settlements,
        "openers": forms(objects.openers, tables.of(Irregular)),
        "groups": frozenset(objects.groups),
        "loose": frozenset(objects.loose),
        "idioms": frozenset(objects.idioms),
        "movers": forms(objects.movers, tables.of(Irregular)),
        "harming": forms(objects.harming, tables.of(Irregular)),
        "answerable": frozenset(objects.answerable) | forms(objects.blaming, tables.of(Irregular)),
        "planning": forms(objects.planning, tables.of(Irregular)),
        "blaming": forms(objects.blaming, tables.of(Irregular)),
        "handling": forms(objects.handling, tables.of(Irregular)),
        **named,
        **{name: frozenset(words) for name, words in objects.classes.items()},
    }
