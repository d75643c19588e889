"""Listen to one report: its sentences in order, with its outlet, its posts and the turns of a transcript."""

from __future__ import annotations

from rashomon.extract.page import Page
from rashomon.extract.voices.listen import Listener, Voices
from rashomon.extract.voices.naming import Speakers
from rashomon.extract.voices.newsroom import Newsroom
from rashomon.extract.voices.posts import authors_of_posts
from rashomon.extract.voices.speaker import WORD
from rashomon.extract.voices.turns import turns_of
from rashomon.lexicon.actors import actor_book
from rashomon.lexicon.cues import cue_book
from rashomon.lexicon.selfnaming import SelfNaming
from rashomon.lexicon.tables import Tables


def listen(page: Page, tables: Tables) -> Voices:
    """Return who says what in a report."""
    report, book, known = page.report, cue_book(tables), actor_book(tables)
    listener = Listener(report.text, Speakers(report.text, page.actors, book, page.cast), book)
    outlet = report.outlet or ""
    listener.newsroom = newsroom = Newsroom(outlet, tables.of(SelfNaming), book)
    listener.voices.press_nouns = newsroom.table.reporters
    listener.voices.editions = newsroom.table.editions
    named = {hit.actor.id for hit in known.find(outlet) if not hit.actor.generic}
    listener.voices.outlet_ids = known.labelled(outlet.lower()) | named
    listener.voices.outlet_words = frozenset(WORD.findall(outlet.lower()))
    listener.voices.credits += authors_of_posts(report, newsroom, known)
    listener.turns = turns_of(report.text, page.sentences, book, page.cast)
    for sentence in page.sentences:
        listener.hear(sentence, page.parses.get(sentence.index))
    return listener.finish()
