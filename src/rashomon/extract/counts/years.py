"""Numbers that tell the years of people, and not how many they are: "aged 9 to 14", "all are between 19 and 26"."""

from __future__ import annotations

import re

from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Scene, names_people
from rashomon.extract.syntax import Token

OLDEST = 110
"""The highest number that is taken for years of age."""

CLASSES = frozenset({"under", "over", "below", "above"})

AGES_AHEAD = re.compile(
    r"\b(?:(?:between |from )?the ages (?:of )?|ages? |aged |in age )(?:from |between )?(?:about |around |roughly )?(?:\d{1,3}(?:,| and| to| or|,? through| ?[-–])? )?$",
    re.IGNORECASE,
)
"""What stands before how old people are: "between the ages of 8 and |14|", "ranged in age from |about 20 to 31|"."""

AGED_FROM = re.compile(r"\b(?:rang(?:e[sd]?|ing) from|are|were|(?:all|both|mostly|mainly)) $", re.IGNORECASE)
AGED_TO = re.compile(
    r"(?:-|–)?(?: years)?(?: old)?\s?(?:to|and|–|-)\s?(?:\d{1,3}|\w+)[- ]years?\b|[- ]years?[- ]old|[- ]years? of age\b",
    re.IGNORECASE,
)
"""What stands before and behind how old people are, of whose age nothing else tells: "ranging from |22|- to 61-years old"."""

SPAN_OF_AGES = re.compile(r"\b(?:between|from) \d{1,2} (?:and|to) \d{1,2}", re.IGNORECASE)
ARE = re.compile(r"\b(?P<who>\w+) (?:are|were|ranged) (?:all |both |mostly )?(?:aged )?$", re.IGNORECASE)
"""People right before a span of years that closes what is told of them: "most of the divers are |between 19 and 26|"."""

BOTH = re.compile(r"(?:[—–(,]|--| -) ?(?:both|each|all) (?:aged )?$", re.IGNORECASE)
BOTH_ENDS = re.compile(r"\s?(?:[—–),;.]|--|- )")
"""What stands around the age of all who were told of right before: "two porters - both |37| - were"."""

INTERJECTION = re.compile(r"\s*[:,.;!?”\"’—–]|\s*$")
"""What stands behind a number that closes what is said."""


def is_of_years(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number tells the years of people and not how many they are: "aged 9 to 14", "all are between 19 and 26"."""
    start, end = amount.span.start, amount.span.end
    if amount.quantity.low is None or amount.quantity.low > OLDEST:
        return False
    before = scene.text[max(scene.parse.span.start, start - 40) : start]
    if AGES_AHEAD.search(before) is not None:
        return True
    if AGED_TO.match(scene.text, end) is not None and AGED_FROM.search(before) is not None:
        return True
    if amount.quantity.low > 2 and amount.number.of(scene.text).isdigit() and BOTH.search(before) is not None:
        return "all" not in before[-8:] and BOTH_ENDS.match(scene.text, end) is not None
    return is_span_of_years(scene, amount, before, noun)


def is_span_of_years(scene: Scene, amount: Amount, before: str, noun: Token | None) -> bool:
    """Say whether a span of numbers closes what is told of people, so that it is their years: "the divers are between 19 and 26"."""
    end = amount.span.end
    if (noun is not None and noun.start >= end) or SPAN_OF_AGES.fullmatch(amount.span.of(scene.text)) is None:
        return False
    told = ARE.search(before)
    if told is None or INTERJECTION.match(scene.text, end) is None:
        return False
    return told["who"].lower() in scene.book.by_noun and told["who"].lower() not in scene.words.numbered


def is_age_class(scene: Scene, amount: Amount, noun: Token | None) -> bool:
    """Say whether a number tells how old people are: "nine children under fifteen"."""
    hedge = amount.quantity.words.split()[0].lower() if amount.quantity.words else ""
    if hedge not in CLASSES:
        return False
    first = next(iter(scene.parse.at(amount.span)), None)
    alone = noun is None or scene.text[amount.span.end : amount.span.end + 1] in (",", ";", ")", ".")
    if not alone or first is None or not first.i:
        return False
    before = scene.parse.tokens[first.i - 1]
    return before.tag in ("NN", "NNS") and names_people(scene.book, before)
