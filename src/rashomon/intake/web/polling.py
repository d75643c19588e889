"""Feeds polled: what is new in each, fetched page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from rashomon.errors import InputError
from rashomon.intake.decode import decode
from rashomon.intake.formats.feeds import Entry, parse_feed
from rashomon.intake.item import Arrival, Item, Reject, rejected
from rashomon.intake.limits import MOST_ENTRIES
from rashomon.intake.taking import charset_of
from rashomon.intake.web.fetch import Fetcher
from rashomon.intake.web.visits import Visit, Visits
from rashomon.model.text import Note

FULL = 150
"""Words of an entry's own content from which it is the report, so that its page need not be fetched."""


def poll(feeds: Iterable[str], visits: Visits, fetcher: Fetcher, *, pages: bool = True) -> Iterator[Arrival]:
    """Yield what is new in each feed: an item for each entry not seen before, and rejects.

    An entry's page is fetched, unless the feed gives the whole report or ``pages`` is off; where the page cannot be had,
    the feed's own words are the item, with a note. An entry counts as seen when the next one is asked for, and the feed as
    visited when all are: what a caller had no time to keep comes again.
    """
    for feed in dict.fromkeys(feeds):
        visit = visits.get(feed)
        if fetcher.clock() < visit.not_before:
            continue
        outcome = fetcher.fetch(feed, visit)
        if isinstance(outcome.found, Item):
            yield from news(outcome.found, feed, visits, fetcher, pages=pages)
            seen = visits.get(feed).seen
        else:
            seen = visit.seen
            yield from [outcome.found] if outcome.found else []
        visits.put(feed, replace(outcome.visit, seen=seen))


def news(item: Item, feed: str, visits: Visits, fetcher: Fetcher, *, pages: bool) -> Iterator[Arrival]:
    """Yield the entries of a fetched feed that were not seen before; mark each as seen once it is handed on."""
    try:
        text, _ = decode(item.data, item.origin, charset=charset_of(item.media))
        entries = parse_feed(text, item.origin, base=item.url).entries
    except InputError as problem:
        yield rejected(item, problem)
        return
    for entry in reversed(entries):
        visit = visits.get(feed)
        if entry.key not in visit.seen:
            yield from arrival(entry, item, fetcher, pages=pages)
            visits.put(feed, marked(visit, entry))


def marked(visit: Visit, entry: Entry) -> Visit:
    """Return a visit that has seen one more entry; the oldest are forgotten beyond what a feed can hold."""
    return replace(visit, seen=(*visit.seen, entry.key)[-2 * MOST_ENTRIES :])


def arrival(entry: Entry, item: Item, fetcher: Fetcher, *, pages: bool) -> Iterator[Arrival]:
    """Yield the page of an entry, or the entry itself where that is the whole report or the page cannot be had."""
    own = replace(item, origin=f"{item.origin}#{entry.key}"[:2000], part=entry.key)
    if not pages or not entry.link or len(entry.text.split()) >= FULL:
        yield own
        return
    found = fetcher(entry.link)
    if isinstance(found, Item):
        yield found
    elif not (entry.title or entry.text.strip()):
        yield from [found] if isinstance(found, Reject) else []
    else:
        reason = found.reason if isinstance(found, Reject) else "nothing new"
        yield Note("feed-only", f"{entry.link[:200]}: {reason}; the feed's own words are taken")
        yield own


def watch(
    feeds: Iterable[str],
    visits: Visits,
    fetcher: Fetcher,
    *,
    every: float,
    rounds: int | None = None,
    pages: bool = True,
) -> Iterator[Arrival]:
    """Yield what is new in feeds, over and over: a round each ``every`` seconds, without end or so many rounds.

    After each round comes a note ``round``, so that a caller can save its visits and tell what came.
    """
    listed = [*feeds]
    for number in count(1):
        begun = fetcher.clock()
        yield from poll(listed, visits, fetcher, pages=pages)
        yield Note("round", f"{len(listed)} feeds were asked")
        if number == rounds:
            return
        fetcher.sleep(max(0.0, begun + every - fetcher.clock()))
