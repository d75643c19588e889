"""Harm in another province than the one a report opens with: the same days' news of another front."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.drafts import Draft
from rashomon.extract.layers.frame import is_fine
from rashomon.extract.layers.opening import OPENING
from rashomon.extract.page import Page
from rashomon.extract.places.find import PlaceMention
from rashomon.extract.sentences import Sentence
from rashomon.model import Place, Span, ZoneKind

Province = tuple[str, str]
"""A country and a code of its first level."""

REACH, ROUND = 2, 3
"""Sentences for which a place goes on, and provinces in the opening from which a report is of a whole country."""

AT = re.compile(
    r"\b(?:in|at|near|across|inside|around|targeted|targeting|hit|hitting|on|against)\b[^.;,]*\s$", re.IGNORECASE
)
"""Words that lead to where something happened."""

AWAY = re.compile(
    r"\b(?:positioned|stationed|located|based|entrenched|deployed|spread|from|fled|displaced|toward|towards|linking|leading)\b[^.;,]*$",
    re.IGNORECASE,
)
"""Words that lead to where somebody shot from, came from or went."""

NAMED = re.compile(r"\b(?!In |At |Near |[A-Z][a-z]+ern )[A-Z][\w'’-]+\s$")
"""A word before a place that makes it part of a longer name: "the Greater Kherson guard"."""

BEFORE = 60
"""Code points before the name of a place in which those words stand."""

BROUGHT = re.compile(
    r"\b(?:hospitals?|medical cent(?:er|re)s?|taken to|transferred|treated|buried|funerals?)\b", re.IGNORECASE
)
"""Words of where people were brought, which is not where they came to harm."""


WIDE = re.compile(
    r"\b(?:across|around|throughout) the country\b|\b(?:various|several|different|other|many) (?:parts|areas|provinces|regions|cities|places)\b"
)
"""Words of an opening that tells of many places, of which another province is one more."""

ITEM = re.compile(r"\W*[•*·▪●]")
"""How an item of a list begins, which belongs to the sum above it."""

KNOWN = re.compile(r"\bthe (?:neighbou?rhood|village|town|city|district|suburb|camp|prison)\b", re.IGNORECASE)
"""A place told of before, which may be that of the opening."""


def is_of_other_province(page: Page, draft: Draft) -> bool:
    """Say whether a count below the opening stands with another province of the country than those that the opening names.

    "Shells killed four in Odesa. ... In Kherson province three people were hurt" tells of something else. What names no place
    goes on with the sentence above it.
    """
    text = page.report.text
    told = placed(page, draft.sentence)
    if (
        told is None
        or ITEM.match(text, draft.sentence.span.start)
        or WIDE.search(text, 0, page.sentences[OPENING - 1].span.end)
    ):
        return False
    if BROUGHT.search(told.span.of(text)):
        return False
    here = [m.place for m in towns(page, told.span)]
    if not any(is_led_to(page, m) for m in towns(page, told.span) if is_province(m.place)):
        return False
    opening = {
        province_of(m.place)
        for above in page.sentences[:OPENING]
        if above.zone is not ZoneKind.DATELINE and page.inside("measures", above.span)
        for m in towns(page, above.span)
    }
    if not opening or len(opening) >= ROUND:
        return False
    countries = {country for country, _ in opening}
    return all(province_of(place) not in opening and place.country in countries for place in here)


def placed(page: Page, sentence: Sentence) -> Sentence | None:
    """Return the sentence below the opening whose places hold for a sentence: its own, or one of the few above it."""
    for index in range(sentence.index, max(OPENING - 1, sentence.index - REACH - 1), -1):
        above = page.sentences[index]
        if above.paragraph != sentence.paragraph:
            return None
        if towns(page, above.span):
            return above
        if KNOWN.search(above.span.of(page.report.text)) or (
            index < sentence.index and page.inside("measures", above.span)
        ):
            return None
    return None


def towns(page: Page, span: Span) -> Sequence[PlaceMention]:
    """Return the places finer than a country that words name, those whose province is known."""
    return [m for m in page.inside("places", span) if m.place.admin1 and m.place.country and is_fine(m.place)]


def is_province(place: Place) -> bool:
    """Say whether a name is that of a province, or of a town that a province is named for."""
    return place.level == "province" or any("/province/" in rival for rival in place.rivals)


def is_led_to(page: Page, mention: PlaceMention) -> bool:
    """Say whether words before a place tell that something happened there."""
    words = page.report.text[max(0, mention.span.start - BEFORE) : mention.span.start]
    return AT.search(words) is not None and AWAY.search(words) is None and NAMED.search(words) is None


def province_of(place: Place) -> Province:
    """Return the province of a place."""
    return place.country or "", place.admin1 or ""
