"""Closed sets of words and kinds by which the parties of an act are told apart."""

from __future__ import annotations

import re

from rashomon.model import ActorKind

SIDES = {
    "nonstate": frozenset({ActorKind.REBEL_GROUP, ActorKind.MILITIA, ActorKind.GANG, ActorKind.COMBATANTS}),
    "state": frozenset({ActorKind.STATE_FORCE, ActorKind.POLICE, ActorKind.GOVERNMENT}),
}
"""Kinds of actor by side: the state's, and those against it."""

STATES = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})
TELLERS = frozenset({ActorKind.AGENCY, ActorKind.OUTLET, ActorKind.MONITOR})
"""Who tells of acts and does none: beside "a blast" a news agency's name is a byline or a credit."""
NATIONAL = re.compile(r"[A-Z]\w+ forces")

ABLE = (
    "people",
    "groups",
    "armed",
    "state",
    "nonstate",
    "security",
    "tools",
    "sides",
    "protesters",
    "mob",
    "suspects",
    "bearers",
)
"""Classes of nouns that may name who does violence."""

BOMBERS = frozenset({"bomber", "attacker", "terrorist", "militant", "driver"})
"""What the one who blows himself up is called."""

FLYING = frozenset({"air strike", "drone strike"})
"""Acts of aircraft: "Russian fighters" are planes here."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATING = frozenset({"who", "which", "that"})
PRONOUNS = frozenset({"they", "it", "them", "which", "who", "its", "their"})
ONE_PERSON = frozenset({"he", "she"})
ROUNDLY = frozenset({"thousands", "hundreds", "dozens", "scores", "tens"})
"""Nouns that count those who stand behind them: "thousands of teachers"."""

MODIFYING = frozenset({"compound", "amod", "nmod"})
"""Where a word only describes the noun behind it: "a |rebel| attack" is one of rebels."""

POINTING = frozenset({"PRP", "PRP$", "WP", "WDT", "DT", "EX"})
"""Tags of words that name nobody and go back to somebody."""

BARE = frozenset({"relcl", "acl", "advcl", "punct", "conj", "cc", "appos", "prep", "det", "predet"})
"""Branches that are left out of a party's name."""
