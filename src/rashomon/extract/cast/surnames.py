"""Actors' names that are a person's surname in a report: the "Wagner" of "Martin Wagner, who drove the van"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.names import GIVEN, NameBook

FIRST_NAME = re.compile(r"\b([A-Z][^\W\d_]+)(?: [A-Z]\.)? $")
"""A word that may be a given name, right before a surname; an initial may stand between the two."""
BEFORE = 24
"""Code points before a name in which a given name is looked for."""
COUNTRY = "country-"


def without_surnames(text: str, hits: Sequence[ActorHit], book: NameBook) -> list[ActorHit]:
    """Return the actors' names in a text without one-word names that it gives to a person, wherever they stand.

    Who is named in another way as well is the actor all the same: "Lena Wagner said the Wagner Group ...".
    """
    people = {hit.actor.id for hit in hits if is_one_word(hit, text) and follows_given_name(hit, text, book)}
    people -= {hit.actor.id for hit in hits if hit.actor.id in people and not is_one_word(hit, text)}
    return [hit for hit in hits if hit.actor.id not in people] if people else list(hits)


def is_one_word(hit: ActorHit, text: str) -> bool:
    """Say whether an actor that is no country is named by one word in small letters behind a capital."""
    name = hit.span.of(text)
    return name.isalpha() and name.istitle() and not (hit.actor.generic or hit.actor.id.startswith(COUNTRY))


def follows_given_name(hit: ActorHit, text: str, book: NameBook) -> bool:
    """Say whether a given name stands right before an actor's name: "James Wagner", "Martin J. Wagner"."""
    before = FIRST_NAME.search(text[max(0, hit.span.start - BEFORE) : hit.span.start])
    return before is not None and bool(book.senses.get(before[1].lower(), 0) & GIVEN)
