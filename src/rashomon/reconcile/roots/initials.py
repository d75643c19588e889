"""Bodies by their initials: "NBI" is the Norland Bureau of Investigation that a report of the event names in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from rashomon.lexicon.placekeys import place_key
from rashomon.model import ActorKind
from rashomon.reconcile.roots.bodies import kind_of_body, tokens_of
from rashomon.reconcile.roots.root import Known, Root

K = TypeVar("K")

LEAST = 3
"""So many initials tell one body from the others of an event."""

_SHORT = re.compile(r"\b[A-Z]{3,6}\b")
_NAME = re.compile(r"\b[A-Z][a-z][\w'’]*(?:[ -](?:(?:of|for|on) (?:the )?)?[A-Z][a-z][\w'’]*){2,7}")
_WORD = re.compile(r"[A-Z][\w'’]*")


def full_names(texts: Sequence[str]) -> dict[str, str]:
    """Return the name that each set of initials stands for, where the texts spell out one such name and no other.

    The mark in "Sheriff's" and the case of a name's words make no other name.
    """
    wanted = {found.group() for text in texts for found in _SHORT.finditer(text)}
    names: dict[str, dict[str, str]] = {}
    for run in (found.group() for text in texts if wanted for found in _NAME.finditer(text)):
        for short, name in runs_of(run):
            if short in wanted:
                plain = name.replace("’", "'")
                names.setdefault(short, {}).setdefault(place_key(plain), plain)
    return {short: next(iter(full.values())) for short, full in names.items() if len(full) == 1}


def runs_of(run: str) -> Iterator[tuple[str, str]]:
    """Yield the names that stand in a run of words with capitals, each with its initials."""
    words = list(_WORD.finditer(run))
    for first, last in combinations(range(len(words)), 2):
        if last - first >= LEAST - 1:
            yield (
                "".join(word.group()[0] for word in words[first : last + 1]),
                run[words[first].start() : words[last].end()],
            )


def spelled_out(text: str, names: Mapping[str, str]) -> str:
    """Return a text with full names for initials: "NBI spokesman" -> "Norland Bureau of Investigation spokesman"."""
    return _SHORT.sub(lambda found: names.get(found.group(), found.group()), text) if names else text


def in_full(roots: Mapping[K, Root], names: Mapping[str, str], known: Known) -> dict[K, Root]:
    """Return the roots; whoever speaks for a body that is called by its initials is that body under its full name."""
    return {id_: under_full_name(root, names, known) for id_, root in roots.items()}


def under_full_name(root: Root, names: Mapping[str, str], known: Known) -> Root:
    """Return a root called "NBI" or "NBI spokesman" as the body, and any other as it is."""
    if not names or root.spoken or root.vague or root.key.startswith(("actor:", "outlet:")):
        return root
    told = [names[word] for word in tokens_of(root.label) if word in names]
    others = {word.casefold() for word in tokens_of(root.label) if word not in names}
    if len(told) != 1 or not others <= known.voices.titles | known.voices.drop:
        return root
    law = kind_of_body(known.voices.in_short(told[0]), known.voices)
    return replace(root, key=f"name:{place_key(told[0])}", label=told[0], kind=law or ActorKind.GOVERNMENT, via=None)
