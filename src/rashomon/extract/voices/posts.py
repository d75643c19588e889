"""Whose the words of a post are that stands in a report."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.extract.voices.newsroom import Newsroom
from rashomon.extract.voices.speaker import Speaker
from rashomon.lexicon.actors import ActorBook
from rashomon.model import ActorKind, Report, Span, ZoneKind


def authors_of_posts(report: Report, newsroom: Newsroom, known: ActorBook) -> Iterator[tuple[Span, Speaker]]:
    """Yield where each post stands and who wrote it; what the outlet's own people post is the outlet's word and has no author."""
    for zone in report.zones:
        if zone.kind is not ZoneKind.EMBED or not zone.credit:
            continue
        hit = next(iter(known.find(zone.credit)), None)
        if hit is not None:
            yield zone.span, Speaker(hit.actor.label, hit.actor.kind, zone.span, hit.actor.id)
            continue
        own = newsroom.posts(zone.credit, zone.span.of(report.text))
        if not own:
            yield zone.span, Speaker(zone.credit, ActorKind.OUTLET if own is None else ActorKind.OTHER, zone.span)
