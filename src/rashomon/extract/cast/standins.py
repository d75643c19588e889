"""What "the group" and "the council" stand for: the last body of that kind, or with that word in its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.extract.cast.settle import Casting
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.names import HEAD, ROLE
from rashomon.model import Actor, ActorKind, Span

ARTICLE = len("the ")


def stand_in(casting: Casting, actors: Sequence[ActorHit]) -> None:
    """Give "the group" the actor that it goes back to; ``actors`` are the known ones in text order."""
    bodies = sorted(bodies_of(casting, actors), key=lambda pair: (pair[0].start, -pair[0].end))
    by_noun: dict[str, Actor] = {}
    by_kind: dict[ActorKind, tuple[int, Actor]] = {}
    at, reach = 0, -1
    for hit in casting.book.stand_ins.find(casting.text):
        while at < len(bodies) and bodies[at][0].start <= hit.start + ARTICLE:
            span, actor = bodies[at]
            by_noun.update(dict.fromkeys(casting.low[span.start : span.end].split()[1:], actor))
            by_kind[actor.kind] = (span.start, actor)
            reach, at = max(reach, span.end), at + 1
        if reach > hit.start + ARTICLE or followed(casting, hit.end):
            continue
        noun, kinds = hit.value
        meant = by_noun.get(noun) or last_of(by_kind, kinds)
        if meant is not None:
            casting.add(Span(hit.start + ARTICLE, hit.end), meant, office=True)


def bodies_of(casting: Casting, actors: Iterable[ActorHit]) -> list[tuple[Span, Actor]]:
    """Return the bodies that a report names, those of the tables and its own, without people and offices."""
    own = [(named.span, named.actor) for named in casting.named.values() if named.actor.kind is ActorKind.OTHER]
    return [*((hit.span, hit.actor) for hit in actors), *own]


def last_of(by_kind: dict[ActorKind, tuple[int, Actor]], kinds: Iterable[ActorKind]) -> Actor | None:
    """Return the actor of these kinds that was named last."""
    found = [by_kind[kind] for kind in kinds if kind in by_kind]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def followed(casting: Casting, end: int) -> bool:
    """Say whether the noun belongs to a longer phrase: "the council chamber", "the party leader", "the group-wide"."""
    if casting.low[end : end + 1] == "-":
        return True
    behind = casting.low[end : end + 30].removeprefix(" ").split(" ", 1)[0].strip(",.;:'’\"")
    return casting.low[end : end + 1] == " " and bool(casting.book.senses.get(behind, 0) & (HEAD | ROLE))
