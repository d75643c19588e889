"""The cast of a report: the people and bodies it names, and which of its words mean the same one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.extract.cast.capitals import Capitals
from rashomon.extract.cast.holders import appoint, recall
from rashomon.extract.cast.names import Names, Taken
from rashomon.extract.cast.offices import Offices
from rashomon.extract.cast.settle import Casting, Named
from rashomon.extract.cast.standins import stand_in
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.names import NameBook
from rashomon.model import ActorKind, Span

NESTED = 3
"""How many names may begin before a position and still reach over it: a title, the name in it, a nickname."""


@dataclass(frozen=True)
class Cast:
    """The names of a report that no table has, and other names of actors that one has, in text order."""

    named: Sequence[Named] = ()
    starts: Sequence[int] = field(default=(), repr=False)

    def at(self, span: Span) -> Named | None:
        """Return who is named where a span begins, by the longest name there: "Idris" of "Gen. Omar Idris"."""
        last = bisect_right(self.starts, span.start)
        found = [named for named in self.named[max(0, last - NESTED) : last] if named.span.end > span.start]
        return max(found, key=lambda named: len(named.span), default=None)

    def person_before(self, start: int) -> str | None:
        """Return the person whom a report named last before a position."""
        named = self.named[: bisect_right(self.starts, start - 1)]
        return next((each.actor.label for each in reversed(named) if each.actor.kind is ActorKind.PERSON), None)

    def within(self, span: Span) -> bool:
        """Say whether words are part of a longer name: the country of "US Secretary of State Lena Ford"."""
        named = self.at(span)
        return named is not None and named.span.covers(span) and named.span != span

    def body_over(self, span: Span) -> Named | None:
        """Return the body in whose name a word stands before the last: "the Flood |Response| and Relief Unit"."""
        named = self.at(span)
        if named is None or named.office or named.actor.kind is ActorKind.PERSON or named.span.end <= span.end:
            return None
        return named if " and " in named.actor.label else None

    def full_name(self, span: Span, name: str) -> str:
        """Return the full name of the person named at a span, whose surname ``name`` is; ``name`` itself if none is told."""
        named = self.at(span)
        if named is None or named.actor.kind is not ActorKind.PERSON or not named.actor.label.endswith(" " + name):
            return name
        return named.actor.label


NOBODY = Cast()
"""The cast of a report that names nobody."""


def cast_of(text: str, actors: Sequence[ActorHit], others: Sequence[Span], book: NameBook) -> Cast:
    """Return the cast of a report, given the known actors' names in it, and the spans of its places and times.

    "World Relief Fund (WRF)" and a later "WRF" are one body; "Gen. Omar Idris, commander of the garrison" a later
    "Idris" and "the commander" are one person. Other people's office holders are an actor of their own.
    """
    capitals = Capitals.of(text, book)
    particular = [hit for hit in actors if not hit.actor.generic]
    spans = [*(hit.span for hit in particular), *others]
    offices = list(Offices(capitals, book, frozenset(span.end for span in spans)).find())
    names = list(Names(capitals, Taken(spans)).find(offices))
    casting = Casting(capitals, book)
    casting.settle(names, particular)
    appoint(casting, names, offices)
    recall(casting, offices)
    stand_in(casting, particular)
    named = sorted(map(casting.final, casting.named.values()), key=lambda n: (n.span, n.actor.id))
    return Cast(named, [each.span.start for each in named])
